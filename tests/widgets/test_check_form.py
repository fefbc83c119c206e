"""Notebook 2: a run is begun and stopped, and what it told is shown."""

import pytest

from review_kit.disk import FACTS_FILE
from review_kit.model import Verdict
from review_kit.place import Place
from review_kit.widgets.check import CheckForm
from review_kit.widgets.results import CheckResults

from . import places
from .pages import shown, still
from .places import drop_in, opened, own


def test_the_check_form_offers_what_can_be_done(place: Place) -> None:
    """Start before anything was checked; afterwards to ask again, and in the practice review to begin from nothing."""
    current = opened(place)
    form = CheckForm(current)
    assert shown(form).buttons == ["start"]
    assert "Nothing was asked yet." in shown(form).words
    places.begun(place)
    form.press("look")
    assert shown(form).buttons == ["recheck", "afresh"]
    assert "The open register has 28 links, to 26 web addresses." in shown(form).words
    assert "All of them were looked at, last on 2 March 2026." in shown(form).words
    assert "3_record_feedback.ipynb" in shown(form).links
    assert still(form).buttons == []


def test_a_run_is_begun_and_stopped_from_its_form(place: Place) -> None:
    """While it goes on the form shows how far it is and a button to stop; then it can be gone on with."""
    form = CheckForm(opened(place))
    form.press("start")
    background = form.current.background
    assert background is not None
    assert shown(form).buttons == ["stop"]
    assert "Getting ready." in shown(form).words or "progress" in shown(form).elements
    assert "Found so far" in shown(form).words
    form.press("start")
    form.press("recheck")
    assert form.current.background is background
    form.press("stop")
    assert "Stopping. What was found is kept." in shown(form).words or not form.current.running
    background.wait(60)
    form.press("look")
    assert form.trouble == background.trouble == ""
    assert shown(form).buttons[0] == "start"
    assert "The check has ended." in shown(form).words


def test_what_was_found_so_far_is_the_most_harmful(place: Place) -> None:
    """Eight findings while a run goes on, and the number of the others; of links that were asked, and no others."""
    current = places.checked(place)
    form = CheckForm(current)
    current.so_far = current.review
    found, more = form.parts()["found"], form.parts()["found_more"]
    assert isinstance(found, list)
    assert len(found) == 8
    assert isinstance(more, int)
    assert more > 0
    assert current.review is not None
    not_asked = {id(told.finding) for told in current.review.links if told.verdict is Verdict.NOT_CHECKED}
    assert not not_asked & {id(finding) for finding in found}
    assert [finding.severity for finding in found] == sorted((f.severity for f in found), reverse=True)


def test_real_facts_are_never_thrown_away_from_the_form(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """To check from nothing is for practising: with a real register, whatever the page sends, the facts stay."""
    places.cut_off(monkeypatch)
    current = opened(place, own(drop_in(place.home / "register.xlsx")))
    form = CheckForm(current)
    places.ran(current, lambda: form.press("start"))
    assert current.folder is not None
    before = (current.folder / FACTS_FILE).read_bytes()
    assert "afresh" not in shown(form).buttons
    places.ran(current, lambda: form.press("afresh"))
    assert (current.folder / FACTS_FILE).read_bytes().startswith(before)


def test_a_review_of_another_day_can_be_begun_anew(place: Place) -> None:
    """The form says on what day the newest was looked at, and offers a new one."""
    path = drop_in(place.home / "register.xlsx")
    places.earlier_review(path)
    form = CheckForm(opened(place, own(path)))
    assert "start_new" in shown(form).buttons
    assert "None of them was looked at yet." in shown(form).words


def test_the_runs_trouble_stands_on_the_form(place: Place) -> None:
    """A review's folder that cannot be written: one sentence where the person looks."""
    form = CheckForm(opened(place))
    (place.practice / "link_reports").write_text("a file", encoding="utf-8")
    places.ran(form.current, lambda: form.press("start"))
    form.show()
    assert "cannot be written to" in shown(form).words


def test_the_results_are_the_reports(place: Place) -> None:
    """Every link and every contact of the register stands in them, under its verdict."""
    current = places.checked(place)
    form = CheckResults(current)
    assert current.review is not None
    for verdict in Verdict:
        assert f'id="links-{verdict}"' in form.html
    for told in current.review.links:
        assert str(told.link.cell) in form.html
    for contact in current.review.contacts:
        assert str(contact.contact.cell) in form.html
