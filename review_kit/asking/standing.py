"""Where each provider stands: who has to be asked, who is waited for, whom to remind, and what was answered.

A reply settles the request that it answers, whatever became of the entry since; it confirms only the words that were
asked about. So an entry that was mended after the reply has to be asked about again, and nobody is reminded of it. A
reply that came before the request, and was written down after it, counts as well while it says something of the words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from review_kit.asked_words import words_digest
from review_kit.asking.providers import Provider
from review_kit.dates import read_date
from review_kit.deciding.matching import WAIT_DAYS
from review_kit.heard import still_counts
from review_kit.model import OF_A_REPLY, Answer, Request, Service, Settings, Way

DAYS_IN_A_YEAR = 366


class Stand(IntEnum):
    """Where an entry stands, from what needs nothing to what needs somebody most."""

    ANSWERED = 0
    NOT_ASKED = 1
    NOT_SENT = 2
    WAITING = 3
    OVERDUE = 4

    @property
    def words(self) -> str:
        """As a person reads it: `not asked`."""
        return self.name.lower().replace("_", " ")


@dataclass(frozen=True, slots=True)
class EntryStanding:
    """Where one entry stands: its newest `request` where one is open or answered, its `answer` where one counts."""

    service: Service
    stand: Stand
    request: Request | None = None
    answer: Answer | None = None
    again: bool = False
    """Whether it was answered once, and the words have changed since or the time for which a reply holds is over."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a provider stands: as the one of its entries that needs somebody most.

    `requests` are those that `stand` is about, the one due first at the head; `until` is the day by which it asks for
    a reply, `days_overdue` counts from there. `remind` holds the entries to remind the provider of today.
    """

    provider: Provider
    stand: Stand
    entries: tuple[EntryStanding, ...]
    requests: tuple[Request, ...] = ()
    until: date | None = None
    days_overdue: int = 0
    remind: tuple[Service, ...] = ()

    @property
    def answered(self) -> tuple[EntryStanding, ...]:
        """The entries with an answer that counts."""
        return tuple(one for one in self.entries if one.stand is Stand.ANSWERED)

    @property
    def open(self) -> tuple[Service, ...]:
        """The entries without one."""
        return tuple(one.service for one in self.entries if one.stand is not Stand.ANSWERED)


def standing(providers: Iterable[Provider], requests: Sequence[Request], answers: Sequence[Answer], *, today: date,
             settings: Settings | None = None) -> tuple[Standing, ...]:
    """Where each provider stands today, in the order of `providers`.

    Args:
        providers: from `providers`.
        requests: all that the store holds; those that were dropped count for nothing.
        answers: all that the store holds; those that are no reply about a whole entry, or were undone, count for
            nothing.
        today: the day.
        settings: of the register; a reply holds for its entry's review cycle, three months for a crisis service.
    """
    asked: dict[str, Request] = {}
    for request in sorted(requests, key=lambda one: (_made(one), one.number)):
        if not request.dropped_on and _made(request) <= today:
            asked |= dict.fromkeys(request.service_keys, request)
    heard: dict[str, list[Answer]] = {}
    for answer in sorted(answers, key=lambda one: (one.on, one.number)):
        if _is_reply(answer):
            heard.setdefault(answer.service_key, []).append(answer)
    return tuple(_standing(provider, tuple(
        _entry(service, asked.get(service.key), heard.get(service.key, []), today, settings or Settings())
        for service in provider.services), today) for provider in providers)


def _is_reply(answer: Answer) -> bool:
    """Whether it is a provider's word on a whole entry that nobody took back."""
    return answer.way is Way.REPLY and answer.says in OF_A_REPLY and not answer.about and not answer.undone_on


def _entry(service: Service, request: Request | None, replies: list[Answer], today: date,
           settings: Settings) -> EntryStanding:
    since = _made(request) if request else date.min
    told = [(on, one) for one in replies if (on := read_date(one.on)) is not None and on <= today]
    if told and _says_something(told[-1][1], service, today, settings):
        return EntryStanding(service, Stand.ANSWERED, request, told[-1][1])
    if any(since <= on for on, _ in told) or request is None:
        return EntryStanding(service, Stand.NOT_ASKED, again=bool(replies))
    return EntryStanding(service, _stand(request, today), request)


def _says_something(reply: Answer, service: Service, today: date, settings: Settings) -> bool:
    """Whether the newest reply still says something of the entry as it stands."""
    return reply.asked == words_digest(service) and still_counts(reply, service, settings, today=today)


def _stand(request: Request, today: date) -> Stand:
    if not request.sent_on and not request.reminded_on:
        return Stand.NOT_SENT
    return Stand.OVERDUE if today > due_day(request) else Stand.WAITING


def _standing(provider: Provider, entries: tuple[EntryStanding, ...], today: date) -> Standing:
    stand = max((one.stand for one in entries), default=Stand.NOT_ASKED)
    concerned = {one.request.id: one.request for one in entries if one.stand is stand and one.request}
    requests = tuple(sorted(concerned.values(), key=lambda one: (due_day(one), one.number)))
    until = due_day(requests[0]) if requests and stand > Stand.NOT_ASKED else None
    overdue = (today - until).days if until and stand is Stand.OVERDUE else 0
    remind = tuple(one.service for one in entries
                   if one.stand is Stand.OVERDUE and one.request and today >= _remind_from(one.request))
    return Standing(provider, stand, entries, requests, until, overdue, remind)


def _made(request: Request) -> date:
    return read_date(request.made_on) or date.min


def due_day(request: Request) -> date:
    """The day by which a request asks for a reply; four weeks after it was made where none can be read."""
    return read_date(request.reply_by) or _later(_made(request), WAIT_DAYS)


def _remind_from(request: Request) -> date:
    """The first day on which to remind: once the day to reply by is over.

    A reminder that set a new day to reply by moved that day itself; after one that set none, as much time must pass
    as the provider had at first.
    """
    due, reminded = due_day(request), read_date(request.reminded_on)
    if reminded is None or reminded < due:
        return _later(due, 1)
    given = (due - _made(request)).days
    # A slip of the hand in a year would put the next reminder off for ever.
    return _later(reminded, 1 + (given if 0 < given <= DAYS_IN_A_YEAR else WAIT_DAYS))


def _later(day: date, days: int) -> date:
    return day + timedelta(days=days) if day < date.max - timedelta(days=days) else date.max
