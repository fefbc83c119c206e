"""Runs in the background: begun, stopped, gone on with, told of; and the practice review begun again."""

import asyncio
import time
from pathlib import Path

import pytest

from review_kit import faults, steps
from review_kit.disk import FACTS_FILE
from review_kit.errors import BusyError
from review_kit.model import About, Facts, View
from review_kit.place import Place
from review_kit.practice import PRACTICE_DAY
from review_kit.store import STORE_FILE
from review_kit.widgets.background import Background
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.current import Current

from . import places
from .places import drop_in, opened, own


def test_a_run_is_stopped_goes_on_and_ends(place: Place) -> None:
    """What was found is kept, nothing is asked twice, and another kernel sees each end when it looks."""
    current, other = opened(place), opened(place)

    def stop_after_a_few(background: Background) -> int:
        while background.running and len(background.so_far().visits) < 3:
            background.wait(0.02)
        current.stop()
        assert background.stopping
        background.wait(60)
        return len(background.so_far().visits)

    current.begin()
    first = current.background
    assert first is not None
    current.begin(recheck=True, afresh=True)
    assert current.background is first, "a second run began beside the first"
    found = stop_after_a_few(first)
    assert not current.running
    assert first.trouble == ""
    other.look()
    assert other.facts is not None
    assert (other.facts.ended, len(other.facts.visits)) == ("stopped", found)
    assert 3 <= found < 25
    kept = other.facts.visits

    places.ran(other, other.begin)
    assert other.background is not None
    assert other.background.trouble == ""
    current.look()
    for kernel in (current, other):
        assert kernel.facts is not None
        assert (kernel.facts.ended, kernel.facts.visits[:found]) == ("done", kept)
    assert other.background.so_far().visits == other.facts.visits
    assert other.background.progress.done == other.background.progress.total > 0
    review = places.checked(Place(place.home, place.state.with_name("kept"))).review
    assert review is not None
    assert current.review is not None
    assert [told.verdict for told in current.review.links] == [told.verdict for told in review.links]


def test_the_page_is_told_how_far_a_run_is(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a notebook, where a loop runs: those who watch runs hear of it until its end, the others of its two ends."""
    places.cut_off(monkeypatch)
    current = opened(place, own(drop_in(tmp_path / "register.xlsx")))
    all_times, ends = [0], [0]
    current.watchers.add("a test", lambda: all_times.append(0), lambda: all_times.append(0))
    current.watchers.add("another", lambda: ends.append(0))

    async def run() -> None:
        current.begin()
        assert current._following is not None
        await asyncio.wait_for(current._following, 30)
    asyncio.run(run())
    assert not current.running
    assert current.facts is not None
    assert current.facts.ended == "no network"
    assert current.so_far is None
    assert len(ends) == 3
    assert len(all_times) > len(ends)


def test_without_a_network_a_run_ends_well(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The review is there and says so; a later run asks again."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    current = opened(place, own(path))
    for rounds in (1, 2):
        places.ran(current, current.begin)
        assert current.background is not None
        assert current.background.trouble == ""
        assert current.review is not None
        assert "network is unreachable" in current.review.notices[0]
        assert current.facts is not None
        assert len({canaries.run for canaries in current.facts.canaries}) == rounds
    assert not current.begun_earlier
    assert (places.reviews_of(path) / steps.this_day().isoformat() / FACTS_FILE).is_file()


def test_a_new_review_leaves_the_earlier_one(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To begin anew is to begin in today's folder; to go on is to go on in the earlier one's."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    earlier = places.earlier_review(path)
    before = (earlier / FACTS_FILE).read_bytes()
    current = opened(place, own(path))
    places.ran(current, lambda: current.begin(new=True))
    assert (earlier / FACTS_FILE).read_bytes() == before
    assert current.folder == places.reviews_of(path) / steps.this_day().isoformat()
    assert not current.begun_earlier


def test_a_review_that_was_begun_earlier_is_gone_on_with_in_its_folder(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without `new`, no second folder comes to be, and no line of the first is lost."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    earlier = places.earlier_review(path)
    before = (earlier / FACTS_FILE).read_bytes()
    current = opened(place, own(path))
    places.ran(current, current.begin)
    assert list(places.reviews_of(path).iterdir()) == [earlier]
    assert (earlier / FACTS_FILE).read_bytes().startswith(before)
    assert current.facts is not None
    assert current.facts.earlier.on == ""


def test_where_nothing_is_open_no_run_begins(place: Place) -> None:
    """And to stop what does not run is no fault."""
    current = Current(place)
    current.begin()
    current.stop()
    assert current.background is None
    assert not current.running


def test_a_folder_that_cannot_be_written_is_the_runs_trouble(place: Place) -> None:
    """One sentence that names the folder; the run has ended, and the next one may begin."""
    current = opened(place)
    (place.practice / "link_reports").write_text("a file", encoding="utf-8")
    places.ran(current, current.begin)
    assert current.background is not None
    assert "link_reports" in current.background.trouble
    assert "cannot be written" in current.background.trouble
    (place.practice / "link_reports").unlink()
    current.begin()
    assert current.running
    current.stop()
    current.background.wait(60)


def test_a_fault_in_a_run_is_a_sentence(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread ends, the person reads where the note of it is, and the note holds no words of the error."""
    words = "the heron at the weir"

    def fails(*_: object, **__: object) -> Facts:
        raise ZeroDivisionError(words)
    current = opened(place)
    monkeypatch.setattr(steps, "visit", fails)
    places.ran(current, current.begin)
    assert current.background is not None
    assert current.background.trouble.startswith("A fault in the kit itself stopped this.")
    note = (tmp_path / "log" / faults.FAULT_FILE).read_text(encoding="utf-8")
    assert note.endswith("ZeroDivisionError\n")
    assert words not in note + current.background.trouble


# To practise


def view(words: str) -> View:
    """A view that somebody wrote down."""
    return View("1" * 16, "", About.SERVICE, "k", "s", said=words, recorded_on=PRACTICE_DAY.isoformat())


def test_practising_again_begins_from_nothing(place: Place) -> None:
    """Facts and views of the practice review are gone; the practice register is open, and not checked."""
    current = places.checked(place)
    current.store.views.keep(view("the-heron-at-the-weir"))
    assert current.store.path == place.practice / STORE_FILE
    before = current.review
    current.begin_practice_again()
    assert before is not None
    assert current.review is None
    assert current.store.views.all() == ()
    assert current.practice
    assert [path.name for path in place.practice.iterdir()] == ["practice_register.xlsx"]
    assert not any(b"heron" in path.read_bytes() for path in place.state.rglob("*") if path.is_file())


def test_practising_again_leaves_real_views(place: Place, tmp_path: Path) -> None:
    """They are in another file, which only a real register's notebooks see."""
    real = opened(place, own(drop_in(tmp_path / "register.xlsx")))
    kept = real.store.views.keep(view("real words"))
    practising = opened(place)
    assert practising.store.views.all() == ()
    practising.begin_practice_again()
    again = opened(place, own(tmp_path / "register.xlsx"))
    assert again.store.views.all() == (kept,)


def test_practising_again_waits_for_the_end_of_a_run(place: Place) -> None:
    """Nothing is thrown away under a run: not under one of this notebook, and not under another's."""
    current, other = opened(place), Current(place)
    current.begin()
    assert current.background is not None
    while not current.background.so_far().canaries:  # it has begun to ask
        time.sleep(0.01)
    for one in (current, other):
        with pytest.raises(BusyError, match="A check is running"):
            one.begin_practice_again()
        with pytest.raises(BusyError, match="A check is running"):
            one.open(Choice(Which.SHIPPED))
    current.stop()
    current.background.wait(60)
    other.begin_practice_again()
    assert [path.name for path in place.practice.iterdir()] == ["practice_register.xlsx"]


def test_checking_afresh_forgets_the_facts(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one line of the earlier run is left, and so far there is nothing to show of it."""
    current = places.checked(place)
    current.begin(afresh=True)
    assert current.background is not None
    current.stop()
    current.background.wait(60)
    current.look()
    assert current.facts is not None
    kept = (places.KEPT / FACTS_FILE).read_bytes().splitlines()
    assert len(current.facts.visits) < len(kept) / 2
    assert current.background.so_far().visits == current.facts.visits
