"""What is kept comes back as it was, in a file and on a server alike: each field, in order, whatever the words are."""

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.errors import StoreError
from review_kit.model import (
    PUBLISHED_COLUMNS,
    About,
    Action,
    Answer,
    Consent,
    Decided,
    Decision,
    Done,
    Helped,
    Present,
    Request,
    Says,
    Source,
    View,
    Way,
)
from review_kit.store import STORE_FILE, Store, default_path
from review_kit.store.codes import mark_of, new_code
from review_kit.store.exchange import WrittenFile

from .heard import CODE, HOSTILE, OTHER_CODE, RESPONSE, SESSION, TODAY, VIEW, WHOLE, keep

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
TEAM = "Leaving Care team"
DECISION = Decision(0, "", "svc-1", "link-not-found", "https://club.example/choir", Action.FINE, TEAM, "2026-11-21",
                    service="Choir", note="It opens.", seen="Not found.", evidence="Asked on Monday.",
                    basis=(("status", "404"), ("final_url", "https://club.example/choir")))
ANSWER = Answer(0, "", "svc-1", "+441144960123", Way.CALL, Says.RIGHT, TEAM, "2026-11-20", service="Choir",
                text="0114 496 0100", note="A friendly voice.", contract_ends="2027-03-31", asked="0123456789abcdef")
REQUEST = Request(0, "", "Borchester Singers", ("team@club.example", "hello@club.example"), ("svc-2", "svc-3"),
                  "2026-11-20", "2026-12-11", TEAM, asked=("a", "b"))
VALUES = dict(zip(PUBLISHED_COLUMNS, ("Art", "Choir", "Club", "Weekly", "Joy"), strict=True))


# Everything comes back

def test_a_view_is_there_after_a_new_store_opens_the_place(store: Store, place: Path | str) -> None:
    """What `keep` gave back is what another store reads, each field of it, with one edit."""
    for view in (VIEW, WHOLE):
        assert store.views.keep(view) == replace(view, edit=1)
    assert Store(place).views.all() == (replace(WHOLE, edit=1), replace(VIEW, edit=1))


def test_a_session_is_there_after_a_new_store_opens_the_place(store: Store, place: Path | str) -> None:
    """Each field; closing it and changing it count as edits."""
    assert store.sessions.keep(SESSION) == replace(SESSION, edit=1)
    store.sessions.close(SESSION.id, today=TODAY)
    closed = replace(SESSION, closed_on="2026-11-21", edit=2)
    assert Store(place).sessions.all() == (closed,)
    assert store.sessions.keep(replace(closed, forum="Another name")).edit == 3


def test_an_answer_to_a_theme_is_there_after_a_new_store_opens_the_place(store: Store, place: Path | str) -> None:
    """Each field; a changed one stands in its place."""
    assert store.responses.keep(RESPONSE) == replace(RESPONSE, edit=1)
    changed = replace(RESPONSE, done=Done.CANNOT, text="The building is listed.")
    store.responses.keep(changed)
    assert Store(place).responses.all() == (replace(changed, edit=2),)


def test_slips_are_there_after_a_new_store_opens_the_place(store: Store, place: Path | str) -> None:
    """Each under its number; a code that was handed out is known, also that of the group, and no other is."""
    store.sessions.keep(SESSION)
    store.sessions.hand_out(SESSION.id, {2: "b" * 64, 1: "a" * 64})
    store.sessions.hand_out(SESSION.id, {3: "b" * 64})
    assert dict(Store(place).sessions.slips(SESSION.id)) == {1: "a" * 64, 2: "b" * 64}
    assert list(Store(place).sessions.slips(SESSION.id)) == [1, 2]
    assert Store(place).sessions.slips("other") == {}
    assert [store.sessions.knows(code) for code in ("a" * 64, CODE, "c" * 64, "")] == [True, True, False, False]
    store.views.keep(WHOLE)
    assert store.sessions.knows(OTHER_CODE)


def test_that_the_procedure_was_followed_is_there(store: Store, place: Path | str) -> None:
    """The day and the minute, in the order in which it happened; nothing else is kept."""
    for hour in (10, 9):
        store.sessions.followed(datetime(2026, 11, 20, hour, 5, 59))  # noqa: DTZ001 - the clock on the wall
    assert Store(place).sessions.times_followed() == ("2026-11-20T10:05", "2026-11-20T09:05")


def test_files_that_were_written_are_there(store: Store, place: Path | str) -> None:
    """Each once by its path, in the order of the paths; its kind and its day are the last that were said."""
    for path, kind in (("/b.json", "export"), ("/a.html", "report"), ("/b.json", "backup")):
        store.exchange.wrote(path, kind, today=TODAY)
    assert Store(place).exchange.written() == (
        WrittenFile("/a.html", "report", "2026-11-21"), WrittenFile("/b.json", "backup", "2026-11-21"))


def test_what_the_lead_keeps_is_there(store: Store, place: Path | str) -> None:
    """Decisions, candidates, answers of providers, requests and the role: each field, and what can become of them."""
    kept, = store.decisions.add([DECISION])
    heard, = store.answers.add([ANSWER])
    store.requests.add([REQUEST])
    store.candidates.add(source=Source.FORUM, values=VALUES, who=TEAM, today=TODAY, wanted=True)
    store.remember_role("Other")
    store.remember_role(TEAM)
    again = Store(place)
    assert kept == replace(DECISION, number=kept.number, id=kept.id)
    assert heard == replace(ANSWER, number=heard.number, id=heard.id)
    request, = again.requests.all()
    assert request == replace(REQUEST, number=request.number, id=request.id)
    candidate, = again.candidates.all()
    assert (candidate.values, candidate.wanted, candidate.noted_on) == (VALUES, True, "2026-11-21")
    assert again.decided() == Decided((kept,), (candidate,), TEAM, (heard,), (request,))
    assert store.decisions.undo([kept.id, "nobody"], today=TODAY) == store.answers.undo([heard.id], today=TODAY) == 1
    assert store.requests.mark([request.id], "reminded_on", today=TODAY, reply_by=date(2026, 12, 24)) == 1
    store.requests.ask_again(replace(request, asked=("c",)))
    store.candidates.want(candidate.id, wanted=False)
    assert again.decisions.all() == (replace(kept, undone_on="2026-11-21"),)
    assert again.answers.all() == (replace(heard, undone_on="2026-11-21"),)
    assert again.requests.all() == (replace(request, reminded_on="2026-11-21", reply_by="2026-12-24", asked=("c",)),)
    assert not again.candidates.all()[0].wanted
    store.candidates.remove(candidate.id)
    assert again.candidates.all() == ()


@pytest.mark.parametrize("attempt", ["0f8fad5b-d9cb-469f-a165-70867728950e"])
def test_one_try_is_kept_once(store: Store, attempt: str) -> None:
    """A page that was not answered sends the same again: the store tells the same, and holds no second."""
    assert store.decisions.add([DECISION] * 2, attempt=attempt) == store.decisions.add([DECISION] * 2, attempt=attempt)
    assert store.answers.add([ANSWER], attempt=attempt) == store.answers.add([ANSWER], attempt=attempt)
    for _ in range(2):
        store.requests.add([REQUEST], attempt=attempt)
    assert [len(each.all()) for each in (store.decisions, store.answers, store.requests)] == [2, 1, 1]


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_kept_as_they_are(store: Store, words: str) -> None:
    """Quotation marks, marks of a database's own, statements, formulas and emoji are words like any others."""
    view = View(words[:90], words, About.MISSING, words, words, said=words, better=words, delivery=words,
                barriers=(words, "", words), code=words, recorded_on=words, theme=words)
    assert store.views.keep(view) == replace(view, edit=1)
    session = replace(SESSION, id=words, forum=words, role=words, consent=words, audience=words, code=words)
    response = replace(RESPONSE, theme=words, audience=words, text=words, owner=words)
    assert store.sessions.keep(session) == replace(session, edit=1)
    assert store.responses.keep(response) == replace(response, edit=1)
    hearing = store.exchange.hearing()
    assert (hearing.views, hearing.sessions, hearing.responses) == (
        (replace(view, edit=1),), (replace(session, edit=1),), (replace(response, edit=1),))
    store.sessions.hand_out(words, {1: words})
    assert store.sessions.slips(words) == {1: words}
    assert len(store.exchange.withdraw(words, today=TODAY)) == 1
    assert store.views.all() == ()


@settings(derandomize=True, max_examples=40, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=3), st.sampled_from(About), st.sampled_from(Helped),
       st.sampled_from(Consent), st.sampled_from(Present))
def test_anything_comes_back_as_it_was(store: Store, words: str, many: list[str], about: About, helped: Helped,
                                       consent: Consent, present: Present) -> None:
    """Whatever signs the words hold, and whichever of the choices was made."""
    view = replace(VIEW, about=about, helped=helped, consent=consent, said=words, barriers=tuple(many), title=words)
    kept = store.views.keep(view)
    assert store.views.all() == (kept,) == (replace(view, edit=kept.edit),)
    session = store.sessions.keep(replace(SESSION, present=present, consent=words))
    assert store.sessions.all() == (session,)


@pytest.mark.parametrize("bad", [replace(VIEW, said="the-heron \ud800"), replace(VIEW, edit=0, barriers=("\udfff",))])
def test_signs_that_nothing_can_keep_are_one_sentence(store: Store, bad: View) -> None:
    """Half a character, as a broken paste leaves it: nothing is kept, the sentence repeats no word, and all goes on."""
    keep(store, "before")
    with pytest.raises(StoreError) as refused:
        store.views.keep(bad)
    assert "heron" not in f"{refused.value}{refused.value.__cause__!r}"
    assert "\n" not in str(refused.value)
    assert refused.value.__suppress_context__
    assert [view.said for view in store.views.all()] == ["before"]


def test_a_nought_sign_is_kept_or_is_one_sentence(store: Store, place: Path | str) -> None:
    """A file keeps it; PostgreSQL cannot, and says so."""
    if isinstance(place, Path):
        assert keep(store, "a\0b").said == Store(place).views.all()[0].said == "a\0b"
        return
    with pytest.raises(StoreError, match="sign or number that cannot be kept"):
        keep(store, "a\0b")
    assert keep(store, "ab") == store.views.all()[0]


def test_a_number_that_is_too_large_is_one_sentence(store: Store) -> None:
    """As a file from elsewhere might hold it."""
    other = replace(store.exchange.everything(), hearing=replace(
        store.exchange.hearing(), views=(replace(VIEW, edit=1 << 70),)))
    with pytest.raises(StoreError):
        store.exchange.merge(other)
    assert store.views.all() == ()


# Order

def test_the_newest_view_stands_first_however_often_others_are_changed(store: Store) -> None:
    """In the order in which they were begun."""
    for number in (1, 2, 3, 1, 2, 1):
        keep(store, f"words {number}", f"id-{number}")
    assert [view.id for view in store.views.all()] == ["id-3", "id-2", "id-1"]


def test_the_session_that_was_held_last_stands_first(store: Store) -> None:
    """Of two on one day, the one written down later."""
    days = ("2026-11-01", "2026-11-20", "2025-12-31", "2026-11-20")
    for number, day in enumerate(days):
        store.sessions.keep(replace(SESSION, id=str(number), held_on=day))
    assert [session.id for session in store.sessions.all()] == ["3", "1", "0", "2"]


def test_names_stand_in_one_order_everywhere(store: Store) -> None:
    """That of their signs' numbers, whatever a server's country thinks of capitals, accents and dashes."""
    names = ["b", "B", "a-c", "ab", "Émile", "emile", "🦆", "zebra", "a b"]
    for name in names:
        store.responses.keep(replace(RESPONSE, theme=name))
        store.exchange.wrote(name, "report", today=TODAY)
    assert [response.theme for response in store.responses.all()] == sorted(names)
    assert [file.path for file in store.exchange.written()] == sorted(names)


# A view is written little by little

def test_a_view_is_saved_again_and_again_under_one_id(store: Store) -> None:
    """Each time its edit counts one more, and there is one view."""
    kept = VIEW
    for number in range(1, 8):
        written = replace(kept, said="The door is locked."[:number * 3], draft=number < 7)
        kept = store.views.keep(written, after=kept.edit)
        assert (kept.id, kept.edit) == (VIEW.id, number)
    assert store.views.all() == (kept,)
    assert kept.said == "The door is locked."


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(store: Store) -> None:
    """Theirs stays; mine stands beside it under a name of its own, and I can go on with it there."""
    first = store.views.keep(replace(VIEW, said="The door"))
    theirs = store.views.keep(replace(first, said="The door is locked."), after=first.edit)
    mine = store.views.keep(replace(first, said="The door is red."), after=first.edit)
    assert mine.id != theirs.id
    assert mine == replace(first, id=mine.id, said="The door is red.", edit=1)
    assert store.views.all() == (mine, theirs)
    mine = store.views.keep(replace(mine, said="The door is red and shut."), after=mine.edit)
    assert store.views.all() == (mine, theirs)


def test_three_that_change_one_view_lose_nothing(store: Store) -> None:
    """Two that come too late do not overwrite each other either."""
    first = store.views.keep(replace(VIEW, said="The door"))
    said = [f"The door is {colour}." for colour in ("red", "blue", "green")]
    names = {store.views.keep(replace(first, said=each), after=first.edit).id for each in said}
    assert len(names) == 3
    assert sorted(view.said for view in store.views.all()) == sorted(said)


def test_the_same_change_sent_again_is_kept_once(store: Store) -> None:
    """A page that was not answered sends its words again: they stand once, also beside another's."""
    first = store.views.keep(replace(VIEW, said="The door"), after=0)
    assert store.views.keep(replace(VIEW, said="The door"), after=0) == first
    theirs = store.views.keep(replace(first, said="The door is locked."), after=1)
    mine = [store.views.keep(replace(first, said="The door is red."), after=1) for _ in range(3)]
    assert mine == [mine[0]] * 3
    later = store.views.keep(replace(mine[0], said="The door is red, and shut."), after=1)
    assert store.views.keep(replace(first, said="The door is red."), after=1) == later
    assert store.views.all() == (later, theirs)


def test_drafts_and_words_that_must_leave_stand_apart(store: Store) -> None:
    """A draft is seen with its session, stopped words on the page that says Stop, and neither is handed on."""
    whole = keep(store, "whole", "1")
    draft = keep(store, "draft", "2", draft=True)
    stopped = keep(store, "stopped", "3", stopped=True)
    stopped_draft = keep(store, "stopped draft", "4", stopped=True, draft=True)
    assert store.views.all() == (whole,)
    assert store.views.drafts(SESSION.id) == (draft,)
    assert store.views.drafts("another") == ()
    assert store.views.stopped() == (stopped_draft, stopped)
    assert store.exchange.everything().hearing.views == (whole,)
    store.views.keep(replace(draft, draft=False))
    assert [view.said for view in store.views.all()] == ["draft", "whole"]


@pytest.mark.parametrize("empty", [replace(SESSION, forum=" "), replace(SESSION, role="")])
def test_a_session_needs_a_forum_and_a_role(store: Store, empty: object) -> None:
    """One sentence; nothing is kept."""
    with pytest.raises(StoreError, match="Nothing was kept"):
        store.sessions.keep(empty)  # type: ignore[arg-type]
    assert store.sessions.all() == ()


@pytest.mark.parametrize("empty", [replace(RESPONSE, theme=" "), replace(RESPONSE, text="\n")])
def test_an_answer_needs_a_theme_and_words(store: Store, empty: object) -> None:
    """One sentence; nothing is kept."""
    with pytest.raises(StoreError, match="Nothing was kept"):
        store.responses.keep(empty)  # type: ignore[arg-type]
    assert store.responses.all() == ()


@pytest.mark.parametrize("bad", [replace(DECISION, who=" "), replace(DECISION, note="the-heron \ud800")])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_many_are_kept_all_or_none(store: Store, bad: Decision, at: int) -> None:
    """One that cannot be kept, wherever it stands, takes all of its try with it; what was kept before stays."""
    before = store.decisions.add([DECISION])
    many = [replace(DECISION, note=str(number)) for number in range(3)]
    many[at] = bad
    with pytest.raises(StoreError) as refused:
        store.decisions.add(many)
    assert "heron" not in str(refused.value)
    assert store.decisions.all() == before
    assert store.decisions.add([DECISION])[0].number > before[0].number


# Removed for good

def test_a_view_that_was_removed_cannot_be_saved_again(store: Store) -> None:
    """Not by an autosave that comes late, nor as another's change beside it."""
    kept = keep(store, "one", "1")
    other = keep(store, "two", "2")
    assert store.views.erase(["1", "nobody"], today=TODAY) == 1
    for late in (lambda: store.views.keep(kept), lambda: store.views.keep(kept, after=1),
                 lambda: store.views.keep(kept, after=0), lambda: store.views.keep(replace(kept, draft=True), after=7)):
        with pytest.raises(StoreError, match="removed for good"):
            late()
    assert store.views.all() == (other,)
    assert {each.mark for each in store.exchange.everything().tombstones} == {mark_of("1"), mark_of("nobody")}


def test_a_code_takes_with_it_whatever_was_said_under_it(store: Store) -> None:
    """Drafts and stopped words too; what is told of them has no words in it; all else stays."""
    mine = [keep(store, "my words", str(n), code=CODE, better="my words", delivery="my words", **state)
            for n, state in enumerate([{}, {"draft": True}, {"stopped": True}])]
    others = [keep(store, "other", "8", code=OTHER_CODE), keep(store, "none", "9")]
    gone = store.exchange.withdraw(CODE, today=TODAY)
    assert {view.id for view in gone} == {view.id for view in mine}
    assert "my words" not in repr(gone)
    assert store.views.all() == tuple(reversed(others))
    assert store.views.drafts(SESSION.id) == store.views.stopped() == ()
    assert store.exchange.withdraw(CODE, today=TODAY) == ()


def test_a_code_that_was_withdrawn_cannot_be_used_again(store: Store) -> None:
    """The sentence says to give a new slip."""
    keep(store, "one", "1", code=CODE)
    store.exchange.withdraw(CODE, today=TODAY)
    for name in ("1", "2"):
        with pytest.raises(StoreError, match=r"removed for good|Give a new slip"):
            keep(store, "again", name, code=CODE)
    assert store.views.all() == ()


def test_a_code_can_be_withdrawn_where_nothing_was_said_under_it(store: Store) -> None:
    """It is remembered, so that another laptop's words under it are removed when they come."""
    assert store.exchange.withdraw(CODE, today=TODAY) == ()
    assert [(each.mark, each.on) for each in store.exchange.everything().tombstones] == [(CODE, "2026-11-21")]


def test_no_code_removes_nothing(store: Store) -> None:
    """Most views have none: an empty one must not take them all."""
    kept = keep(store, "one")
    with pytest.raises(StoreError, match="no slip's code"):
        store.exchange.withdraw("", today=TODAY)
    assert store.views.all() == (kept,)
    assert store.exchange.everything().tombstones == ()


# The place

def test_where_nothing_was_kept_reading_makes_nothing(store: Store, place: Path | str) -> None:
    """To look is not to write: no file, no folder, no table."""
    assert store.decided() == Decided()
    assert (store.exchange.hearing().views, store.sessions.slips("x"), store.role) == ((), {}, "")
    assert store.stamp() is None
    assert not store.sessions.knows(CODE)
    if isinstance(place, Path):
        assert not place.parent.exists()
    else:
        assert store._database.rows("SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []


def test_the_stamp_changes_with_each_thing_that_is_kept_and_not_with_looking(store: Store, place: Path | str) -> None:
    """However quickly they follow each other, and whoever keeps them."""
    other = Store(place)
    seen = [store.stamp()]
    changes: list[Callable[[], object]] = [
        lambda: keep(other, "one", "1"), lambda: keep(store, "one", "1"), lambda: other.remember_role("x"),
        lambda: store.remember_role("x"), lambda: store.sessions.keep(SESSION),
        lambda: other.views.erase(["1"], today=TODAY), *[lambda: keep(other, "again", "2")] * 20]
    for change in changes:
        change()
        assert store.stamp() not in seen
        seen.append(store.stamp())
        store.decided()
        other.exchange.everything()
        assert store.stamp() == other.stamp() == seen[-1]


def test_a_change_that_breaks_off_keeps_nothing(store: Store) -> None:
    """Whatever the trouble was."""
    keep(store, "one", "1")
    with pytest.raises(KeyboardInterrupt), store._database.open() as database:  # noqa: PT012 - as it would happen
        database.execute("DELETE FROM forum_view")
        raise KeyboardInterrupt
    assert [view.said for view in store.views.all()] == ["one"]
    keep(store, "two", "2")


def test_the_place_is_told_in_words(store: Store, place: Path | str) -> None:
    """The file's path, or the database's name and its server; never a password."""
    if isinstance(place, Path):
        assert (store.where, store.path) == (str(place), place)
    else:
        assert store.where.startswith("the database “kept_")
        assert " on 127.0.0.1:" in store.where
        with pytest.raises(StoreError, match="not in a file"):
            _ = store.path
    assert repr(store) == f"<Store: {store.where}>"
    assert "s3cr3t" not in f"{store!r}{store._database!r}{store.where}"


def test_views_are_in_the_kits_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless REVIEW_KIT_STORE names another file; an empty setting names none."""
    assert default_path(tmp_path) == tmp_path / STORE_FILE
    monkeypatch.setenv("REVIEW_KIT_STORE", "")
    assert default_path(tmp_path) == tmp_path / STORE_FILE
    monkeypatch.setenv("REVIEW_KIT_STORE", os.fspath(tmp_path / "elsewhere" / "mine.db"))
    assert default_path(tmp_path) == tmp_path / "elsewhere" / "mine.db"
    keep(Store(default_path(tmp_path)), "one")
    assert (tmp_path / "elsewhere" / "mine.db").is_file()


def test_views_are_on_the_server_that_is_named(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By either name of the scheme; no file is made."""
    for named in (url, url.replace("postgresql://", "postgres://")):
        monkeypatch.setenv("REVIEW_KIT_STORE", named)
        monkeypatch.chdir(tmp_path)
        keep(Store(default_path(tmp_path)), "one", new_code())
    assert len(Store(url).views.all()) == 2
    assert list(tmp_path.iterdir()) == []
