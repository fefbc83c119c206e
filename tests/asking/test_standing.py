"""Where each provider stands, day by day."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.asking import Provider, Stand, Standing, standing
from review_kit.model import Answer, Request, Says, Settings, Way

from . import made

ART = made.service(2, "Art", provider="Kooth")
WALKS = made.service(3, "Walks", provider="Kooth")
LINE = made.service(4, "Crisis line, 24 hours a day", provider="Kooth")
KOOTH = Provider("Kooth", (), (ART, WALKS))
ASKED = made.request(1, "svc-2", "svc-3")


def stands(day: str, *said: Request | Answer, provider: Provider = KOOTH) -> Standing:
    """Where a provider stands on a day."""
    return standing([provider], [one for one in said if isinstance(one, Request)],
                    [one for one in said if isinstance(one, Answer)], today=date.fromisoformat(day))[0]


def test_a_provider_that_nobody_asked_is_not_asked() -> None:
    """All its entries are open, and there is nothing to wait for."""
    told = stands("2026-03-02")
    assert (told.stand, told.open, told.until, told.remind) == (Stand.NOT_ASKED, (ART, WALKS), None, ())
    assert told.stand.words == "not asked"


def test_a_request_that_was_not_sent_waits_for_nobody() -> None:
    """The kit sends nothing itself: until somebody says it was sent, nobody is overdue."""
    told = stands("2026-05-02", replace(ASKED, sent_on=""))
    assert (told.stand, told.requests[0].id, told.days_overdue, told.remind) == (Stand.NOT_SENT, "r1", 0, ())


@pytest.mark.parametrize(("day", "stand", "overdue", "remind"), [
    ("2026-03-02", Stand.WAITING, 0, ()), ("2026-03-30", Stand.WAITING, 0, ()),
    ("2026-03-31", Stand.OVERDUE, 1, (ART, WALKS)), ("2026-04-30", Stand.OVERDUE, 31, (ART, WALKS)),
])  # fmt: skip
def test_the_day_to_reply_by_is_still_in_time(day: str, stand: Stand, overdue: int, remind: tuple[object, ...]) -> None:
    """From the next day on it is overdue, and the provider is to be reminded."""
    told = stands(day, ASKED)
    assert (told.stand, told.until, told.days_overdue, told.remind) == (stand, date(2026, 3, 30), overdue, remind)


@pytest.mark.parametrize(("day", "due"), [("2026-04-08", False), ("2026-05-05", False), ("2026-05-06", True)])
def test_a_second_reminder_comes_after_as_long_a_time_again(day: str, due: bool) -> None:
    """Reminded on 7 April with no new day: four weeks pass first, and it is overdue all the while."""
    told = stands(day, replace(ASKED, reminded_on="2026-04-07"))
    assert (told.stand, bool(told.remind)) == (Stand.OVERDUE, due)


def test_a_reminder_that_sets_a_new_day_moves_the_day() -> None:
    """The provider has until that day, and is reminded again right after it."""
    again = replace(ASKED, reminded_on="2026-04-07", reply_by="2026-05-05")
    assert stands("2026-05-05", again).stand is Stand.WAITING
    assert stands("2026-05-06", again).remind == (ART, WALKS)


def test_a_reply_answers_its_entry_and_the_others_stay_open() -> None:
    """One of two entries is answered; the other is overdue and alone in the reminder."""
    told = stands("2026-04-01", ASKED, made.reply(1, ART, "2026-03-10", Says.CHANGED))
    assert [(one.service, one.answer.says) for one in told.answered if one.answer] == [(ART, Says.CHANGED)]
    assert (told.stand, told.open, told.remind) == (Stand.OVERDUE, (WALKS,), (WALKS,))


def test_all_answered_is_answered() -> None:
    """With or without a request; of two replies the newest counts."""
    replies = (made.reply(1, ART, "2026-03-10"), made.reply(2, WALKS, "2026-03-10"),
               made.reply(3, ART, "2026-03-11", Says.CLOSED))
    for before in ((), (ASKED,)):
        told = stands("2026-04-01", *before, *replies)
        assert (told.stand, told.open, told.until, told.remind) == (Stand.ANSWERED, (), None, ())
        assert told.entries[0].answer == replies[2]


@pytest.mark.parametrize("answer", [
    made.reply(1, ART, "2026-03-10", undone="2026-03-11"),
    made.reply(1, ART, "2026-03-10", way=Way.CALL),
    made.reply(1, ART, "2026-03-10", Says.NOBODY),
    made.reply(1, ART, "2026-03-10", contact="+443069990123"),       # about one number, not about the entry
    made.reply(1, ART, "2026-06-01"),                                # a day to come
    made.reply(1, ART, "in spring"),
    made.reply(1, made.service(9, "Other"), "2026-03-10"),
])  # fmt: skip
def test_what_is_no_reply_to_the_request_leaves_it_waiting(answer: Answer) -> None:
    """An older, undone, other or unreadable answer counts for nothing."""
    told = stands("2026-03-15", ASKED, answer)
    assert (told.stand, told.answered) == (Stand.WAITING, ())


def test_a_reply_that_came_before_the_request_counts_while_it_says_something_of_the_words() -> None:
    """It came on the telephone, and was written down when the message was on its way; nobody is reminded of it."""
    assert stands("2026-04-15", ASKED, made.reply(1, ART, "2026-02-27"), made.reply(2, WALKS, "2026-02-27")
                  ).stand is Stand.ANSWERED
    told = stands("2026-03-15", ASKED, made.reply(1, ART, "2026-02-27", asked="0" * 16))
    assert (told.stand, told.answered) == (Stand.WAITING, ())


def test_a_reply_on_the_day_of_the_request_counts() -> None:
    """Somebody may answer within the hour."""
    assert stands("2026-03-15", ASKED, made.reply(1, ART, "2026-03-02")).answered[0].service is ART


def test_words_that_came_after_the_reply_are_asked_about_again_and_nobody_is_reminded() -> None:
    """The lead mended the entry as the provider had said: it answered, and the new words were never before it."""
    said = (made.reply(1, ART, "2026-03-10", asked="0" * 16), made.reply(2, WALKS, "2026-03-10"))
    told = stands("2026-04-01", ASKED, *said)
    assert (told.stand, told.open, told.remind) == (Stand.NOT_ASKED, (ART,), ())
    assert told.entries[0].again
    assert not stands("2026-04-01").entries[0].again


def test_a_reply_holds_for_the_review_cycle() -> None:
    """A year, or three months for a crisis service; then the entry is not asked about, and nothing is overdue."""
    provider = Provider("Kooth", (), (ART, LINE))
    said = (made.request(1, "svc-2", "svc-4"), made.reply(1, ART, "2026-03-10"), made.reply(2, LINE, "2026-03-10"))
    assert stands("2026-06-10", *said, provider=provider).stand is Stand.ANSWERED
    summer = stands("2026-06-11", *said, provider=provider)
    assert (summer.stand, summer.open, summer.remind) == (Stand.NOT_ASKED, (LINE,), ())
    assert stands("2027-03-11", *said, provider=provider).open == (ART, LINE)


def test_the_cycle_is_the_registers() -> None:
    """Settings say how long."""
    answer, today = made.reply(1, ART, "2026-03-10"), date(2026, 9, 11)
    assert standing([Provider("Kooth", (), (ART,))], [], [answer], today=today,
                    settings=Settings(review_cycle_months=6))[0].stand is Stand.NOT_ASKED


def test_the_newest_request_asks_anew() -> None:
    """A reply to last year's does not answer this year's; one that was dropped counts for nothing."""
    old, new = made.request(1, "svc-2", "svc-3", made="2025-01-05", by="2025-02-02"), made.request(2, "svc-2", "svc-3")
    replies = (made.reply(1, ART, "2025-01-10"), made.reply(2, WALKS, "2025-01-10"))
    assert stands("2026-03-15", new, old, *replies).stand is Stand.WAITING
    assert stands("2026-03-15", replace(new, dropped_on="2026-03-03"), old, *replies).stand is Stand.NOT_ASKED
    assert stands("2026-03-15", replace(new, dropped_on="2026-03-03")).stand is Stand.NOT_ASKED


def test_entries_of_several_requests_each_have_their_own_day() -> None:
    """One request is overdue, one is not: the provider is overdue, and reminded of the overdue entry alone."""
    first, second = made.request(1, "svc-2"), made.request(2, "svc-3", made="2026-03-20", by="2026-04-17")
    told = stands("2026-04-01", first, second)
    assert (told.stand, [one.id for one in told.requests], told.until, told.remind) == (
        Stand.OVERDUE, ["r1"], date(2026, 3, 30), (ART,))


def test_an_entry_that_is_new_since_the_request_is_not_asked_about() -> None:
    """When all others are answered, the provider stands as that one does."""
    told = stands("2026-04-01", made.request(1, "svc-2"), made.reply(1, ART, "2026-03-10"))
    assert (told.stand, told.open) == (Stand.NOT_ASKED, (WALKS,))


def test_days_that_nobody_can_read_do_not_stop_anything() -> None:
    """A request without a readable day to reply by gives four weeks; a slip in a year delays no reminder for ever."""
    assert stands("2026-03-31", replace(ASKED, reply_by="soon")).days_overdue == 1
    assert stands("2026-03-31", replace(ASKED, made_on="long ago", reply_by="soon")).stand is Stand.OVERDUE
    slip = replace(ASKED, made_on="2016-03-02", reminded_on="2026-04-07")
    assert not stands("2026-05-05", slip).remind
    assert stands("2026-05-06", slip).remind


def test_the_order_of_what_the_store_holds_does_not_matter() -> None:
    """Newest first or oldest first."""
    said = (ASKED, made.request(2, "svc-2", made="2026-03-20", by="2026-04-17"), made.reply(1, ART, "2026-03-10"),
            made.reply(2, ART, "2026-03-21", Says.CLOSED))
    assert stands("2026-04-01", *said) == stands("2026-04-01", *said[::-1])


def test_a_provider_without_entries_stands_nowhere() -> None:
    """It is not asked."""
    assert stands("2026-04-01", ASKED, provider=Provider("Kooth", (), ())).stand is Stand.NOT_ASKED
