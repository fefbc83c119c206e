"""Notebook 2: asking providers to confirm, from the message that is written to the reply that is taken down."""

import email
import re
from email.policy import default

import pytest

from review_kit.model import Says
from review_kit.place import Place
from review_kit.widgets.asking import AskProviders
from review_kit.widgets.decide import DecisionDesk

from . import places
from .pages import shown, still

TEAM = "Leaving Care team"
MOONRISE, WALKS = "Services!B2", "Services!B6"


def asking(place: Place, *, role: str = TEAM) -> AskProviders:
    """The form of the practice review, with a role if one is named."""
    form = AskProviders(places.checked(place), open_with=lambda _: True)
    if role:
        form.press("role", {"role": role})
    return form


def names(form: AskProviders) -> list[str]:
    """The names of the files in the folder of messages."""
    assert form.current.folder is not None
    return sorted(path.name for path in (form.current.folder / "confirm").iterdir())


def checks(form: AskProviders) -> dict[str, str]:
    """The checks that speak of what providers said, each with the words of its finding."""
    assert form.current.review is not None
    return {found.check: found.what_we_saw for found in form.current.review.findings
            if found.check.startswith("provider-")}


def test_nobody_is_asked_by_itself(place: Place) -> None:
    """Before a press there is no message and no request."""
    form = asking(place)
    assert repr(form).startswith("<Ask providers: 28 providers: 28 not asked")
    assert form.current.store.requests.all() == ()


def test_one_message_a_provider(place: Place) -> None:
    """A draft where the register knows a mailbox, a page where not; one draft for two entries of one mailbox."""
    form = asking(place)
    form.press("write")
    assert form.trouble == ""
    made = names(form)
    assert len(made) == 28
    assert [name for name in made if name.endswith(".eml")] == ["01 Moonrise.eml", "06 Green Paths.eml"]
    assert form.current.folder is not None
    draft = email.message_from_bytes((form.current.folder / "confirm" / "06 Green Paths.eml").read_bytes(),
                                     policy=default)
    assert (draft["To"], draft["X-Unsent"], draft["From"]) == ("hello@green-paths.example", "1", None)
    said = draft.get_content()
    assert "Walking group" in said
    assert "Allotment mornings" in said
    assert "30 March 2026" in said


def test_the_kit_waits_only_for_what_was_sent(place: Place) -> None:
    """It sends nothing itself, so a person says that a message is on its way."""
    form = asking(place)
    form.press("write")
    assert "28 not sent" in repr(form)
    form.press("sent", {"provider": MOONRISE})
    assert "27 not sent, 1 waiting" in repr(form)
    form.press("sent")
    assert "28 waiting" in repr(form)
    assert "Asked to answer by 30 March 2026." in shown(form).words


def test_a_request_is_taken_back(place: Place) -> None:
    """A message that went nowhere counts for nothing: its provider is one that was not asked."""
    form = asking(place)
    form.press("write")
    form.press("drop", {"provider": MOONRISE})
    assert "27 not sent, 1 not asked" in repr(form)


def test_a_reply_that_all_is_right_vouches_for_the_entry(place: Place) -> None:
    """The entry will be assured as of the reply's day, and what stands in it is vouched for."""
    form = asking(place)
    desk = DecisionDesk(form.current)
    form.press("says:right", {"provider": MOONRISE, "on": "2026-02-27"})
    assert form.done == "Kept for 1 entry of Moonrise: Correct."
    review = form.current.review
    assert review is not None
    entry = review.register.services[0]
    assert any("The provider answered on 27 February 2026: right." in each.why for each in review.vouching[entry.place])
    told = next(told for told in review.contacts if told.service == entry)
    assert told.vouched_by == "The provider answered on 27 February 2026: right."
    assert desk.trouble == ""


def test_a_reply_about_one_of_two_entries_leaves_the_other_open(place: Place) -> None:
    """Green Paths runs two: one has closed, and the other is still waited for."""
    form = asking(place)
    form.press("write")
    form.press("sent")
    form.press("says:closed", {"provider": WALKS, "about": WALKS})
    assert checks(form) == {"provider-says-closed": "The provider answered that this service has closed."}
    assert "28 waiting" in repr(form)
    form.press("says:right", {"provider": WALKS})
    assert form.done == "Kept for 1 entry of Green Paths: Correct."
    assert "27 waiting, 1 answered" in repr(form)


def test_what_has_changed_and_when_the_contract_ends_are_two_findings(place: Place) -> None:
    """The provider's words are quoted, and the day is proposed for its column."""
    form = asking(place)
    form.press("says:changed", {"provider": MOONRISE})
    assert form.trouble == "Nothing was kept: write what has changed, in the provider's words."
    form.press("says:changed", {"provider": MOONRISE, "text": "We are open from 6pm only",
                                "contract_ends": "31/3/2027"})
    assert checks(form) == {
        "provider-says-changed": "The provider answered that this entry has changed: “We are open from 6pm only”.",
        "provider-names-contract-end":
            "The provider says that its contract ends on 31 March 2027, and the register does not say so."}


def test_the_contract_end_is_written_with_one_press(place: Place) -> None:
    """The suggestion goes into the column `Contract ends`, which is made for it."""
    form = asking(place)
    form.press("says:right", {"provider": MOONRISE, "contract_ends": "31 March 2027"})
    desk = DecisionDesk(form.current)
    desk.press("narrow", {"words": "contract ends on"})
    name = re.findall(r'name="finding" value="([^"]+)"', desk.html)[0]
    desk.press("decide:use the suggestion", {"finding": name})
    assert desk.trouble == ""
    plan = form.current.plan
    assert plan is not None
    assert [(change.column, change.new) for change in plan.changes if change.column == "Contract ends"] == [
        ("Contract ends", "2027-03-31")]


@pytest.mark.parametrize(("values", "told"), [
    ({"contract_ends": "soon"}, "“soon” is not a day that we can read"), ({"on": "2030-01-01"}, "is still to come"),
    ({"provider": "Services!B99"}, "not on the list any more"),
])
def test_a_mistake_keeps_nothing(place: Place, values: dict[str, str], told: str) -> None:
    """One sentence, and the store is as it was."""
    form = asking(place)
    form.press("says:right", {"provider": MOONRISE} | values)
    assert told in form.trouble
    assert form.current.store.answers.all() == ()


@pytest.mark.parametrize("day", ["2026-03-02", "2020-01-01", "next week"])
def test_a_day_to_answer_by_that_is_none_writes_nothing(place: Place, day: str) -> None:
    """A message that asks for an answer by yesterday is never written."""
    form = asking(place)
    form.press("write", {"reply_by": day})
    assert form.trouble
    assert form.current.store.requests.all() == ()
    assert form.current.folder is not None
    assert not (form.current.folder / "confirm").exists()


def test_a_reply_is_undone(place: Place) -> None:
    """It was the other provider who wrote: the reply counts for nothing, and stays on record."""
    form = asking(place)
    form.press("says:closed", {"provider": MOONRISE})
    answer, = form.current.store.answers.all()
    form.press("undo", {"answer": answer.id})
    assert checks(form) == {}
    assert [(each.says, each.undone_on) for each in form.current.store.answers.all()] == [
        (Says.CLOSED, "2026-03-02")]


def test_without_a_role_nobody_is_asked(place: Place) -> None:
    """Who asks is kept with each request."""
    form = asking(place, role="")
    form.press("write")
    assert "in which role" in form.trouble
    assert form.current.store.requests.all() == ()


def test_a_shared_copy_holds_no_reply(place: Place) -> None:
    """What a provider wrote stands in the store alone."""
    form = asking(place)
    form.press("says:changed", {"provider": MOONRISE, "text": "Ocelot"})
    assert "Ocelot" in shown(form).words
    assert "Ocelot" not in still(form).words
