"""The form without the notebooks: it leads nowhere else, and has a register of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from review_kit.place import Place, this_place
from review_kit.widgets.choice import CHOICE_FILE, FORUM_CHOICE_FILE
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm

from .pages import shown
from .places import PRACTICE, drop_in, opened, own


def test_it_leads_to_no_other_page(place: Place) -> None:
    """With a register and without one; without, it says how to name one."""
    alone = replace(place, alone=True)
    empty = shown(FeedbackForm(Current(alone)))
    assert "review-kit forum, and where the workbook is" in empty.words
    for page in (empty, shown(FeedbackForm(opened(alone)))):
        assert not [link for link in page.links if ".ipynb" in link]
    assert [link for link in shown(FeedbackForm(Current(place))).links if ".ipynb" in link]


def test_a_register_that_is_gone_is_a_sentence(place: Place, tmp_path: Path) -> None:
    """The workbook was moved away after the form was opened."""
    mine = drop_in(tmp_path / "mine.xlsx")
    form = FeedbackForm(opened(replace(place, alone=True), own(mine)))
    mine.unlink()
    form.press("look")
    assert "mine.xlsx" in shown(form).words
    assert "review-kit forum" in shown(form).words


def test_it_opens_a_register_of_its_own(place: Place, tmp_path: Path) -> None:
    """Whatever the notebooks have open; what is said goes into the one store all the same."""
    mine = own(drop_in(tmp_path / "mine.xlsx"))
    notebooks, alone = opened(place, PRACTICE), opened(replace(place, alone=True), mine)
    notebooks.look()
    assert (notebooks.choice, alone.choice) == (PRACTICE, mine)
    assert {path.name for path in place.state.glob("*.json")} == {CHOICE_FILE, FORUM_CHOICE_FILE}
    assert opened(place, mine).store.path == alone.store.path


def test_the_environment_says_that_it_is_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """REVIEW_KIT_ALONE=1, as the command sets it for its kernels."""
    assert not this_place().alone
    monkeypatch.setenv("REVIEW_KIT_ALONE", "1")
    assert this_place().alone
