"""Notebook 2: asking providers to confirm, from the message that is written to the reply that is taken down."""

import email
import re
import shutil
import sqlite3
from datetime import date
from email.policy import default

import openpyxl
import pytest

from review_kit.model import Says
from review_kit.place import Place
from review_kit.widgets import chosen
from review_kit.widgets.asking import AskProviders
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk

from . import places
from .pages import shown, still

TEAM = "Leaving Care team"
MOONRISE, WALKS = "svc-b3f5f8b10e", "svc-65331d24c0"
"""The first entries of two providers, by their keys."""


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
    ({"provider": "svc-nobody"}, "not on the list any more"),
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


# What a tired lead does, and what comes between


def reopened(form: AskProviders) -> AskProviders:
    """The same in a kernel that was started again."""
    return AskProviders(Current(form.current.place), open_with=lambda _: True)


def edit(form: AskProviders, column: str, row: int, text: str) -> None:
    """Somebody edits the register in Excel, and comes back to the page."""
    assert form.current.choice is not None
    path = form.current.path_of(form.current.choice)
    book = openpyxl.load_workbook(path)
    sheet = book["Services"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(row, headers[column], text)
    book.save(path)
    form.press("look")


def test_a_reply_that_came_before_the_message_was_written_settles_the_entry(place: Place) -> None:
    """It is seen on the page, can be undone there, and nobody is reminded of it."""
    form = asking(place)
    form.press("write")
    form.press("sent")
    form.press("says:right", {"provider": MOONRISE, "on": "2026-02-27"})
    assert "27 waiting, 1 answered" in repr(form)
    assert "Leaving Care team, 27 February 2026" in shown(form).words


def test_correct_to_words_that_were_edited_meanwhile_confirms_nothing(place: Place) -> None:
    """The provider saw the old ones: it is said, the entry is vouched for by nobody, and it is asked about again."""
    form = asking(place)
    form.press("write")
    form.press("sent")
    edit(form, "Impact", 2, "Young people are told another thing")
    key = named(form, "Moonrise")
    form.press("says:right", {"provider": key})
    assert "1 entry has other words now than those it was asked about" in form.done
    review = form.current.review
    assert review is not None
    assert not any("The provider answered" in each.why
                   for each in review.vouching.get(review.register.services[0].place, ()))
    assert "27 waiting, 1 not asked" in repr(form) or "1 not asked, 27 waiting" in repr(form)
    form.press("says:closed", {"provider": key})
    assert set(checks(form)) == {"provider-says-closed"}


def test_a_reminder_asks_about_the_words_as_they_stand_then(place: Place) -> None:
    """“Correct” after it confirms those."""
    form = asking(place)
    form.press("write")
    form.press("sent")
    with sqlite3.connect(form.current.store.path) as database:
        database.execute("UPDATE request SET reply_by = '2026-03-01'")
    database.close()
    edit(form, "Impact", 2, "Young people are told another thing")
    assert "28 overdue" in repr(form)
    form.press("remind", {"reply_by": "20/04/2026"})
    assert form.done.startswith("28 reminders written")
    key = named(form, "Moonrise")
    form.press("reminded", {"provider": key})
    assert form.done == "Moonrise was reminded today, and has until 20 April 2026."  # the day that the letter gives
    form.press("reminded", {"provider": key})
    assert "not overdue any more" in form.trouble
    form.press("says:right", {"provider": key})
    assert "27 overdue, 1 answered" in repr(form)


def test_a_reply_for_one_of_several_entries_leaves_the_choice_at_all(place: Place) -> None:
    """The next press is about those without an answer, never silently about the one just answered."""
    form = asking(place)
    sent: list[object] = []
    form.send = lambda message, *_: sent.append(message)  # type: ignore[method-assign]
    form.press("says:closed", {"provider": WALKS, "about": WALKS})
    assert {"clear": [f"ask {WALKS} {field}" for field in ("about", "text", "ends", "on")]} in sent


def test_correct_is_refused_beside_words_of_a_change(place: Place) -> None:
    """The entry would be assured, and the change seen by nobody."""
    form = asking(place)
    form.press("says:right", {"provider": MOONRISE, "text": "Our number has changed"})
    assert "chose “Correct”" in form.trouble
    assert form.current.store.answers.all() == ()


def test_what_a_closed_service_wrote_reaches_the_desk(place: Place) -> None:
    """Until when, or who runs it now: the letter asks for it."""
    form = asking(place)
    form.press("says:temporarily closed", {"provider": MOONRISE, "text": "Back in September. Ring Harbour till then."})
    assert form.current.review is not None
    found, = (each for each in form.current.review.findings if each.check == "provider-says-paused")
    assert "“Back in September. Ring Harbour till then”" in found.evidence


def test_the_same_press_twice_keeps_one_reply(place: Place) -> None:
    """From a second window, or from a page that did not hear the answer."""
    form = asking(place)
    other = reopened(form)
    form.press("says:closed", {"provider": MOONRISE})
    other.press("look")
    other.press("says:closed", {"provider": MOONRISE, "about": MOONRISE})
    assert other.trouble == ""
    assert len(form.current.store.answers.all()) == 1


def test_every_press_can_be_taken_back_at_once(place: Place) -> None:
    """“I have sent all” pressed too early, a request taken back, a reply at the wrong provider."""
    form = asking(place)
    form.press("write")
    for press, values, then in (("sent", {}, "28 waiting"), ("drop", {"provider": MOONRISE}, "1 not asked"),
                                ("says:closed", {"provider": MOONRISE}, "1 answered")):
        form.press(press, values)
        assert then in repr(form)
        form.press("undo_last")
        assert form.done.startswith("Undone: ")
        assert repr(form) == "<Ask providers: 28 providers: 28 not sent>"
    form.press("undo_last")
    assert form.done == "That was undone already."


def test_a_message_that_came_back_is_not_waited_for(place: Place) -> None:
    """Also days later, when nothing can be undone any more; it can then be written again to another mailbox."""
    form = asking(place)
    form.press("write")
    form.press("sent")
    form = reopened(form)
    form.press("unsent", {"provider": MOONRISE})
    assert "1 not sent, 27 waiting" in repr(form)


def test_a_mailbox_that_is_filled_in_later_turns_the_page_into_a_draft(place: Place) -> None:
    """Written again, there is one file to send, and it is waited for once."""
    form = asking(place)
    form.press("write")
    edit(form, "Confirm with", 3, "team@lantern.example")
    form.press("write_again")
    assert form.trouble == ""
    assert len(names(form)) == 28
    assert "02 Lantern House.eml" in names(form)
    assert "28 not sent" in repr(form)
    assert sum(not each.dropped_on for each in form.current.store.requests.all()) == 28
    form.press("write")
    assert form.done == "Nothing to write: each provider has its message already."


def test_messages_of_an_earlier_review_are_not_said_to_stand_here(place: Place) -> None:
    """A review of another day has a folder of its own, and they are in the old one."""
    form = asking(place)
    form.press("write")
    assert form.current.folder is not None
    shutil.rmtree(form.current.folder / "confirm")
    form.press("look")
    form.show()
    assert "They stand in" not in shown(form).words
    assert "28 messages were written for an earlier review and never sent." in shown(form).words
    form.press("open_folder")
    assert form.trouble == "There are no messages in the folder of this review. Write them first."


def test_a_store_that_is_gone_is_not_begun_anew(place: Place) -> None:
    """No press makes an empty one in its place, which would hide all that was kept."""
    form = asking(place)
    form.press("write")
    aside = form.current.store.path.rename(place.state / "aside.sqlite3")
    for press, values in (("role", {"role": "Other"}), ("sent", {}), ("undo", {"answer": "x"}), ("undo_last", {}),
                          ("drop", {"provider": MOONRISE}), ("says:right", {"provider": MOONRISE}), ("write", {})):
        form.press(press, values)
        assert "that held your decisions is gone" in form.trouble
        assert not form.current.store.path.exists()
    aside.rename(form.current.store.path)
    form.press("look")
    form.press("sent")
    assert "28 waiting" in repr(form)


def test_a_page_that_was_left_open_over_night_keeps_what_counts(
        place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer is of the new day, and so is the judgement."""
    form = asking(place)
    monkeypatch.setattr(chosen, "PRACTICE_DAY", date(2026, 3, 3))
    form.press("says:right", {"provider": MOONRISE})
    assert "1 answered" in repr(form)
    assert [answer.on for answer in form.current.store.answers.all()] == ["2026-03-03"]


def test_one_provider_is_found_among_many(place: Place) -> None:
    """By its name, its mailbox or an entry, and by where it stands; what was done on the list stays on it."""
    form = asking(place)
    form.press("narrow", {"words": "walking group"})
    assert re.findall(r'data-part="provider-([^"]+)"', form.html) == [WALKS]
    assert "Showing 1 to 1 of 1 provider." in shown(form).words
    form.press("narrow", {"words": "nobody of this name"})
    assert "Nothing to show." in shown(form).words
    form.press("write")
    form.press("narrow", {"show": "NOT_SENT"})
    form.press("sent", {"provider": MOONRISE})
    assert f'data-part="provider-{MOONRISE}"' in form.html
    form.press("narrow", {"show": "NOT_SENT"})
    assert f'data-part="provider-{MOONRISE}"' not in form.html


def named(form: AskProviders, name: str) -> str:
    """The name by which the page speaks of a provider."""
    return re.findall(rf'data-part="provider-([^"]+)">\s*<h3[^>]*>{name} ', form.html)[0]
