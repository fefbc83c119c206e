"""Other words in the place of a link or contact: exactly there, and all else in the cell as it was."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from review_kit.model import Written
from review_kit.rows import read_cell
from review_kit.rows.editing import with_words_replaced
from review_kit.rows.text import squeezed

from .build import cell

quick = settings(derandomize=True, max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

OLD, LONGER, NEW = "https://club.example/choir", "https://club.example/choir/songs", "https://new.example/song?a=1#b"
PHONE, MAIL = "03069 990123", "team@club.example"
MARK = "§"
"""Stands in no text of these tests by chance, and is part of no address."""


def edited(text: str, *, header: str = "", **new: str) -> str | None:
    """A cell's text with OLD replaced, or with the words that are named."""
    return with_words_replaced(cell(text), {OLD: new.get("by", NEW)}, header=header)


def without(text: str, words: str = OLD) -> str | None:
    """A cell's text with words taken out."""
    return with_words_replaced(cell(text), {words: ""})


@pytest.mark.parametrize("text", [
    "{}", "Choir\n{}\nOn Mondays", "({})", "“{}”", "<{}>", "See {}.", "See {}, or ring 03069 990123", "\n\n{}\n\n",
    "\u00a0Choir:\u00a0{}\u00a0", "\u200b{}\u200b", "Cho\u00adir {}\ufeff", "A\r\n{}\r\nB", "=1+1 {}", "🎶 {} 🎶",
    "{} {}", "  {}  ", "\tChoir\t{}", "See {};\u2028or come", "{}\n" + LONGER, LONGER + " {}",
    "http://club.example/choir {}", "x" * 2_000 + " {}",
])
def test_a_link_is_replaced_wherever_it_stands_and_all_else_stays(text: str) -> None:
    """Every sign around it, seen or unseen, is as it was; a longer address that begins alike is another one."""
    assert edited(text.replace("{}", OLD)) == text.replace("{}", NEW)


def test_an_address_within_a_longer_one_is_left_alone() -> None:
    """The short one is replaced where it stands for itself, the long one is never cut."""
    text = "club.example.org/choir and club.example.org"
    assert with_words_replaced(cell(text), {"club.example.org": "band.example.org"}) == (
        "club.example.org/choir and band.example.org")
    assert with_words_replaced(cell(text), {"club.example.org/choir": NEW}) == f"{NEW} and club.example.org"


def test_signs_that_nobody_sees_belong_to_the_words_they_stand_in() -> None:
    """An address that hides them is known by them, and replaced with them."""
    hidden = "https://club.\u200bexample/cho\u00adir"
    link, = read_cell(cell(f"Choir\u00a0{hidden}\u200b!"))[0]
    assert link.as_written == hidden
    assert with_words_replaced(cell(f"Choir\u00a0{hidden}\u200b!"), {hidden: NEW}) == f"Choir\u00a0{NEW}\u200b!"


def test_several_words_are_replaced_in_one_go() -> None:
    """None is replaced again by what another was replaced with."""
    text = f"{OLD}\n{PHONE}, {MAIL}"
    new = {OLD: LONGER, PHONE: "03069 990124", MAIL: ""}
    assert with_words_replaced(cell(text), new) == f"{LONGER}\n03069 990124"
    swapped = {OLD: LONGER, LONGER: OLD}
    assert with_words_replaced(cell(f"{OLD} {LONGER}"), swapped) == f"{LONGER} {OLD}"


def test_a_title_with_its_host_is_replaced_as_a_whole() -> None:
    """Title and brackets were pasted together."""
    title = "Choir | Club (Derby) (club.example.org)"
    link, = read_cell(cell(f"• {title}"))[0]
    assert (link.written, link.as_written) == (Written.TITLE_AND_HOST, title)
    assert with_words_replaced(cell(f"• {title}\nMondays"), {title: NEW}) == f"• {NEW}\nMondays"


def test_the_header_says_how_a_number_is_read() -> None:
    """As it does when the register is read: a number that lost its zero is one under “Phone”."""
    assert with_words_replaced(cell("3069990123"), {"3069990123": PHONE}, header="Phone") == PHONE
    assert with_words_replaced(cell("3069990123"), {"3069990123": PHONE}) is None


@pytest.mark.parametrize("text", ["", "Choir", LONGER, "club.example/choir", "HTTPS://CLUB.EXAMPLE/CHOIR",
                                  "team@https://club.example"])
def test_words_that_are_not_there_as_such_are_told(text: str) -> None:
    """The cell is somebody's since it was read, and is not guessed at."""
    assert edited(text) is None


def test_one_of_several_words_that_is_missing_stops_all() -> None:
    """Half a change would look like the whole."""
    assert with_words_replaced(cell(OLD), {OLD: NEW, PHONE: ""}) is None


def test_nothing_to_replace_changes_nothing() -> None:
    """The text comes back as it is."""
    assert with_words_replaced(cell(f" {OLD}, "), {}) == f" {OLD}, "


@pytest.mark.parametrize(("text", "left"), [
    ("{}", ""),
    ("Choir, {}", "Choir"),
    ("Choir; {}", "Choir"),
    ("Choir – {}", "Choir"),
    ("Choir - {}", "Choir"),
    ("Choir | {}", "Choir"),
    ("Choir {}", "Choir"),
    ("Choir, {}, Mondays", "Choir, Mondays"),
    ("Choir\n{}", "Choir"),
    ("Choir\n{}\nMondays", "Choir\nMondays"),
    ("Choir\r\n{}\r\nMondays", "Choir\r\nMondays"),
    ("{}\nMondays", "Mondays"),
    ("Choir\n  {}  \nMondays", "Choir\nMondays"),
    ("Choir\n{}, {}", "Choir"),
    ("See {}.", "See."),
    ("\u200b{}\u200b", ""),
])
def test_taken_out_with_the_comma_or_the_line_that_held_it(text: str, left: str) -> None:
    """No comma or dash is left hanging before, and no line that holds nothing else."""
    taken = without(text.replace("{}", OLD))
    assert taken is not None
    assert taken.strip("\u200b") == left


@pytest.mark.parametrize(("text", "left"), [
    ("Choir {} on Mondays", "Choir on Mondays"),
    ("Ring {} or come", "Ring or come"),
    ("Choir, {} on Mondays", "Choir on Mondays"),
    ("Choir\t{}\ton Mondays", "Choir\ton Mondays"),
    ("Choir\u00a0{}\u00a0on Mondays", "Choir\u00a0on Mondays"),
])
def test_words_on_both_sides_stay_two_words(text: str, left: str) -> None:
    """What stood apart is never run together."""
    for words in (OLD, PHONE, MAIL):
        taken = without(text.replace("{}", words), words)
        assert taken is not None
        assert squeezed(taken) == squeezed(left)


def test_addresses_on_both_sides_stay_two_addresses() -> None:
    """Run together they would be one that leads nowhere."""
    assert without(f"https://a.example/x {OLD} https://b.example/y") == "https://a.example/x https://b.example/y"


@pytest.mark.parametrize(("text", "left"), [
    ("{}, Mondays", "Mondays"), ("{}; Mondays", "Mondays"), ("{} – Mondays", "Mondays"),
    ("Choir\n{}, Mondays", "Choir\nMondays"),
])
def test_no_line_begins_with_the_comma_that_came_after(text: str, left: str) -> None:
    """Where the words stood first, the comma after them goes."""
    assert without(text.replace("{}", OLD)) == left


@pytest.mark.parametrize("text", [
    "Choir,\u00a0{}", "Choir,\u200b {}", "Choir — {}", "Choir\u00a0–\u00a0{}", "Choir,  {}", "Choir\u00a0{}"])
def test_no_kind_of_space_or_dash_hides_what_is_left_hanging(text: str) -> None:
    """Pasted text holds no-break spaces, long dashes and signs that nobody sees."""
    taken = without(text.replace("{}", OLD))
    assert taken is not None
    assert squeezed(taken) == "Choir"


def test_one_number_of_two_is_not_taken_out_with_the_other() -> None:
    """`01332 640777/8` is two numbers: a decision on one of them leaves the other, or the cell is left for a person."""
    text = "Ring 01332 640777/8"
    first, second = sorted(read_cell(cell(text))[1], key=lambda one: one.normalised)
    assert (first.normalised, second.normalised) == ("+441332640777", "+441332640778")
    left = without(text, second.as_written)
    assert left is None or first.normalised in {one.normalised for one in read_cell(cell(left))[1]}


PIECES = [OLD, LONGER, PHONE, MAIL, "03069 990199", "www.band.example.org", "Choir", "on Mondays", "116 123", "🎶", "(",
          ")", "=1+1", "Home - Club", "Mondays | Fridays", "club.example.org", "Dr Ann Roe", "ann [at] club [dot] org"]
GAPS = [" ", ", ", "\n", "\r\n", " – ", "; ", "\u00a0", " \u200b", "\n\n", ". ", "\t", " | "]
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), min_size=1, max_size=7).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs))


def written(text: str) -> Mapping[str, str]:
    """What a text holds: words as written -> the address, number or name."""
    links, contacts = read_cell(cell(text))
    return {one.as_written: one.url for one in links} | {one.as_written: one.normalised for one in contacts}


@quick
@given(st.one_of(texts, st.text(max_size=60)), st.data())
def test_whatever_is_found_can_be_replaced_and_nothing_else_changes(text: str, data: st.DataObject) -> None:
    """With the words put back, the text is the same to the last sign."""
    found = sorted(written(text))
    assume(found and MARK not in text)
    words = data.draw(st.sampled_from(found))
    new = with_words_replaced(cell(text), {words: MARK})
    assert new is not None
    assert MARK in new
    assert new.replace(MARK, words) == text
    assert with_words_replaced(cell(text), {each: each for each in found if each == words}) == text


@quick
@given(texts, st.data())
def test_what_was_taken_out_is_not_found_again(text: str, data: st.DataObject) -> None:
    """No reading of the new text finds those words any more."""
    found = sorted(written(text))
    assume(found)
    words = data.draw(st.sampled_from(found))
    new = without(text, words)
    assert new is not None
    assert words not in written(new)


@quick
@given(texts, st.data())
def test_taking_words_out_leaves_every_other_word_a_word(text: str, data: st.DataObject) -> None:
    """Only spaces, commas, dashes and empty lines go with them: nothing is run together, and nothing is lost."""
    found = sorted(written(text))
    assume(found)
    words = data.draw(st.sampled_from(found))
    marked, taken = with_words_replaced(cell(text), {words: f" {MARK} "}), without(text, words)
    assert marked is not None
    assert taken is not None
    assert re.findall(r"\w+", taken) == re.findall(r"\w+", marked)


@quick
@given(st.sampled_from(GAPS), st.sampled_from(GAPS),
       st.sampled_from([OLD, "www.band.example.org", "https//club.example"]))
def test_a_new_address_is_read_as_it_was_written(before: str, after: str, old: str) -> None:
    """Whatever stands around the place."""
    text = f"Choir{before}{old}{after}Mondays"
    new = with_words_replaced(cell(text), {old: NEW})
    assert new is not None
    assert NEW in written(new).values()
    assert new == text.replace(old, NEW)
