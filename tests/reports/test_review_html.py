"""`review.html`: safe to open, whole, and usable by everybody; how it looks is a person's to judge."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from itertools import pairwise
from time import perf_counter

import pytest
from selectolax.lexbor import LexborHTMLParser

from review_kit.model import Review, Severity, Verdict
from review_kit.reports.addresses import host_of
from review_kit.reports.review_html import render

from . import reviews

ALL = [reviews.every_verdict, reviews.practice, reviews.no_network, reviews.nothing_found, reviews.hostile]
PAGES = {make.__name__: LexborHTMLParser(render(make()).decode()) for make in ALL}
FETCHES = "script, img, link, iframe, object, embed, form, base, video, audio, svg, [src], [srcset], [style]"
EVERY_PAGE = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def text_of(review: Review) -> str:
    """The words of a page, with single spaces."""
    return " ".join(LexborHTMLParser(render(review).decode()).css_first("body").text(separator=" ").split())


class Balance(HTMLParser):
    """Follows the open elements; `faults` are those closed out of turn."""

    VOID = frozenset({"meta", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the parser hands them over
        """One more is open."""
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """The last to open is the first to close."""
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_markup_is_balanced(make: Callable[[], Review]) -> None:
    """Every element that opens closes in turn, whatever text the page holds."""
    balance = Balance()
    balance.feed(render(make()).decode())
    assert (balance.open, balance.faults) == ([], [])


@EVERY_PAGE
def test_page_says_its_language_and_title(page: LexborHTMLParser) -> None:
    """The page is in British English, has a title, and can be zoomed."""
    assert page.css_first("html").attributes["lang"] == "en-GB"
    assert page.css_first("title").text().startswith("Health offer review, 21 November 2026")
    assert page.css_first("meta[name=viewport]").attributes["content"] == "width=device-width, initial-scale=1"


@EVERY_PAGE
def test_headings_are_in_order(page: LexborHTMLParser) -> None:
    """There is one first heading, it comes first, and no level is skipped on the way down."""
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@EVERY_PAGE
def test_landmarks_and_skip_link(page: LexborHTMLParser) -> None:
    """There is one header, main and footer, and the first link of the page skips to the main part."""
    assert [len(page.css(f"body > {name}")) for name in ("header", "main", "footer")] == [1, 1, 1]
    assert page.css_first("a").attributes["href"] == "#main"
    assert page.css_first("main").attributes["id"] == "main"


@EVERY_PAGE
def test_tables_have_captions_and_scopes(page: LexborHTMLParser) -> None:
    """Every table has a caption with words, and each heading cell says whether it heads a row or a column."""
    assert all(table.css_first("caption").text().strip() for table in page.css("table"))
    assert all(th.attributes.get("scope") in {"row", "col"} and th.text().strip() for th in page.css("th"))


@EVERY_PAGE
def test_ids_are_unique_and_links_within_the_page_arrive(page: LexborHTMLParser) -> None:
    """No id stands twice; every link and label within the page points to one that is there."""
    ids = Counter(node.attributes["id"] for node in page.css("[id]"))
    assert max(ids.values()) == 1
    inner = [node.attributes["href"] or "" for node in page.css("a[href^='#']")]
    assert {href.removeprefix("#") for href in inner} <= set(ids)
    assert {node.attributes["aria-labelledby"] for node in page.css("[aria-labelledby]")} <= set(ids)


@EVERY_PAGE
def test_nothing_is_fetched_or_run(page: LexborHTMLParser) -> None:
    """The page holds no script and no handler, and asks nothing of any other file; its own policy forbids it too."""
    assert page.css(FETCHES) == []
    assert not re.search(r"url\(|@import", page.css_first("style").text())
    assert not [name for node in page.css("*") for name in node.attributes if name.startswith("on")]
    policy = page.css_first("meta[http-equiv]").attributes["content"]
    assert policy == "default-src 'none'; style-src 'unsafe-inline'"


@EVERY_PAGE
def test_links_out_are_plain_web_addresses_that_show_where_they_go(page: LexborHTMLParser) -> None:
    """A link out is http or https, shows its whole address, and tells the other side nothing."""
    for node in page.css("a:not([href^='#'])"):
        assert re.match(r"https?://", node.attributes["href"] or "")
        assert node.text() == node.attributes["href"]
        assert node.attributes["rel"] == "noopener noreferrer nofollow"


def test_dangerous_address_is_live_nowhere() -> None:
    """Neither the link that a danger finding is about nor any address it led to can be opened from the page."""
    page = PAGES["every_verdict"]
    hosts = {host_of(node.attributes["href"] or "") for node in page.css("a[href^='http']")}
    assert hosts == {"art.example", "walk.example", "talk.example", "haven.example", "club.example"}
    words = page.css_first("body").text()
    assert "crisis[.]example/ Do not open" in words
    assert "It led to casino[.]example/uk (title: Slots)." in words
    assert not re.search(r"(crisis|casino)\.example", words)


def test_hostile_addresses_are_live_nowhere() -> None:
    """Scripts, data, sign-in names, backslashes and redirectors to a dangerous host stay text."""
    assert PAGES["hostile"].css("a:not([href^='#'])") == []


def test_hostile_text_is_only_text() -> None:
    """Markup, template marks and unseen characters from strangers are printed or dropped, never obeyed."""
    source = render(reviews.hostile()).decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "{{ 7 * 7 }}" in source
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)


def test_danger_stands_first_in_what_to_do_first() -> None:
    """The list of first steps begins with the dangers and points to each one's finding."""
    steps = PAGES["every_verdict"].css(".first li")
    assert [step.css_first(".tag").text() for step in steps[:4]] == ["Danger", "Danger", "Broken", "Broken"]
    assert steps[0].css_first("a").attributes["href"] == "#finding-1"


def test_one_number_for_two_services_is_one_call() -> None:
    """A number that two entries print stands once in the call list, as people write it, with both cells."""
    rows = PAGES["every_verdict"].css(".calls tbody tr")
    assert [" ".join(row.text(separator=" ").split()) for row in rows] == [
        "0306 999 0123 Crisis or 24-hour service Safe haven Evening drop-in Services!C6, Services!C7"]  # fmt: skip


def test_practice_review_says_so() -> None:
    """A practice review says in its first words and its title that it is invented; a real one does not."""
    banner = "Practice review: everything here is invented"
    assert banner in text_of(reviews.practice())
    assert PAGES["practice"].css_first("title").text().endswith("practice")
    assert banner not in text_of(reviews.every_verdict())


def test_review_without_network_says_so_first() -> None:
    """With no network the notice stands before the summary, and no link is called broken."""
    words = text_of(reviews.no_network())
    assert words.index("so no link was checked.") < words.index("Summary")
    assert "No link could be checked." in words
    assert "The network could not be believed" in words
    assert PAGES["no_network"].css_first("#links-broken") is None


def test_report_claims_no_assurance() -> None:
    """The footer gives the day of the check and does not say that any entry was reviewed."""
    words = text_of(reviews.every_verdict())
    assert "Date of this check: 21 November 2026" in words
    assert "Page last reviewed" not in words
    assert "Next review due" not in words


def test_quiet_services_are_named_without_praise() -> None:
    """A service with nothing found is named, one without link or contact says so, and a retired one is left out."""
    node = PAGES["every_verdict"].css_first("section[aria-labelledby=quiet]")
    assert [item.text() for item in node.css("li")] == ["Choir (no link and no contact that a program could check)"]
    assert "does not prove" in node.text()


def test_every_link_is_in_the_table_of_its_verdict() -> None:
    """The tables of links hold every link once."""
    rows = PAGES["every_verdict"].css("section[aria-labelledby=links] tbody tr")
    assert len(rows) == len(reviews.every_verdict().links)


def test_five_thousand_services_take_seconds() -> None:
    """A register of 5,000 services is printed while a person waits."""
    rows = tuple(reviews.service(n, f"Crisis {n}", f"https://g{n}.example/", phone="03069 990 123")
                 for n in range(2, 5002))  # fmt: skip
    links = tuple(reviews.told(row, Verdict.BROKEN, Severity.BROKEN) for row in rows)
    contacts = tuple(reviews.phone_told(row, reviews.ContactVerdict.BY_HAND) for row in rows)
    start = perf_counter()
    made = render(reviews.review(rows, links, contacts))
    assert made.count(b'class="finding broken"') == 5000
    assert perf_counter() - start < 20


def test_a_note_that_holds_for_many_services_is_said_once() -> None:
    """Five services nobody has checked make one note with five names; with four, each service keeps its own."""
    def page(number: int) -> LexborHTMLParser:
        return LexborHTMLParser(render(reviews.same_note(number)).decode())
    once = page(5)
    assert once.css_first("#shared") is not None
    assert text_of(reviews.same_note(5)).count("Nobody has checked this entry.") == 1
    assert len(once.css("section[aria-labelledby=shared] li")) == 5
    assert page(4).css_first("#shared") is None
    assert text_of(reviews.same_note(4)).count("Nobody has checked this entry.") == 4


def test_what_is_new_since_the_last_review_stands_by_itself() -> None:
    """Links that went bad, stayed bad and were mended are told apart; a link that was not there is none of them."""
    page = LexborHTMLParser(render(reviews.a_year_later()).decode())
    section = page.css_first("section[aria-labelledby=since]")
    assert section is not None
    said = " ".join(section.text(separator=" ").split())
    assert "Since the review of 21 November 2025" in said
    assert re.findall(r"(New trouble|Still broken|Mended): (\d+) link", said) == [
        ("New trouble", "1"), ("Still broken", "1"), ("Mended", "1")]
    assert LexborHTMLParser(render(reviews.every_verdict()).decode()).css_first("#since") is None
