"""What somebody heard, made ready to be kept: the form and the command line ask here, and refuse the same things."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from review_kit.asked_words import words_digest
from review_kit.assurance import cycle_months
from review_kit.dates import months_after, prose_date
from review_kit.deciding.offers import (
    LONGEST_NOTE,
    LONGEST_TEXT,
    normalised,
    not_too_long,
    plain,
    reach,
    role,
    typed_day,
)
from review_kit.errors import DecisionError
from review_kit.model import (
    OF_A_CALL,
    OF_A_REPLY,
    Answer,
    Contact,
    ContactKind,
    Says,
    Service,
    Settings,
    Way,
)

Tried = tuple[Service, Contact]
"""A contact that was tried, with its entry."""
TELLS_ANOTHER = frozenset({Says.CHANGED, Says.OTHERS, Says.DEAD, Says.CLOSED})
"""What a number or address that is right instead can stand beside."""


def not_kept_yet(answers: Iterable[Answer], kept: Iterable[Answer]) -> tuple[Answer, ...]:
    """Those that are not simply the newest one over again: a second press, in a second window, tells nothing new.

    Args:
        answers: just made.
        kept: all that count, the newest first.
    """
    newest: dict[tuple[str, str, Way], Answer] = {}
    for each in kept:
        newest.setdefault(_subject(each), replace(each, number=0, id=""))
    return tuple(each for each in answers if newest.get(_subject(each)) != each)


def _subject(answer: Answer) -> tuple[str, str, Way]:
    return answer.service_key, answer.about, answer.way


def of_a_call(tried: Sequence[Tried], says: Says, *, who: str, today: date, settings: Settings, on: str = "",
              text: str = "", note: str = "") -> tuple[Answer, ...]:
    """One answer for each entry that prints the number or address that was tried.

    Args:
        tried: the contact in each of its entries; all are the same number or address.
        says: what came of it.
        who: the role that tried it.
        today: the day on which it is written down.
        settings: of the register: an answer that is older than a review cycle would count for nothing.
        on: the day on which it was tried, as somebody types it; blank is today.
        text: the number or address that is right instead.
        note: a remark.

    Raises:
        DecisionError: something is missing, too long or does not fit; the sentence says what and what next.
    """
    if says not in OF_A_CALL or not tried:
        raise DecisionError("Nothing was kept: choose what came of it.")
    who, note, text = role(who), _remark(note), plain(text)
    contact = tried[0][1]
    if text:
        text = _another(contact, text)
        if says not in TELLS_ANOTHER:
            raise DecisionError("Nothing was kept: you wrote down what is right instead, which does not go with this "
                                "answer. Empty that box, or choose another answer.")
    elif says is Says.CHANGED:
        raise DecisionError("Nothing was kept: write which number or address is right now.")
    day = _day(on, today, [service for service, _ in tried], settings, "Try it again.")
    return tuple(
        Answer(0, "", service.key, each.normalised or each.as_written, Way.CALL, says, who, day.isoformat(),
               service=service.name, text=text, note=note, asked=words_digest(service)) for service, each in tried)


def of_a_reply(services: Iterable[Service], says: Says, *, who: str, today: date, settings: Settings, on: str = "",
               text: str = "", note: str = "", contract_ends: str = "",
               asked: Mapping[str, str] | None = None) -> tuple[Answer, ...]:
    """One answer for each entry of which a provider said this.

    Args:
        services: the entries.
        says: one of the four answers that a provider can give.
        who: the role that took the reply down.
        today: the day on which it is written down.
        settings: of the register.
        on: the day of the reply, as somebody types it; blank is today.
        text: what has changed, in the provider's words.
        note: a remark.
        contract_ends: the day on which the contract ends, as somebody types it.
        asked: by an entry's key, the digest of the words that the provider was asked about: “correct” confirms those
            and no others. What speaks against an entry holds for its words as they stand.

    Raises:
        DecisionError: something is missing, too long or does not fit; the sentence says what and what next.
    """
    services = tuple(services)
    if says not in OF_A_REPLY:
        raise DecisionError("Nothing was kept: choose what the provider answered.")
    if not services:
        raise DecisionError("Nothing was kept: each of its entries is answered already. Undo a reply first, or choose "
                            "the entry.")
    who, note, text = role(who), _remark(note), plain(text)
    not_too_long("What has changed", text, LONGEST_TEXT)
    if says is Says.CHANGED and not text:
        raise DecisionError("Nothing was kept: write what has changed, in the provider's words.")
    if says is Says.RIGHT and text:
        raise DecisionError("Nothing was kept: you wrote down what they said of a change, and chose “Correct”. Choose "
                            "“Changed”, or empty the box.")
    ends = _contract_end(contract_ends)
    day = _day(on, today, services, settings, "Ask the provider again.")
    before = asked or {} if says is Says.RIGHT else {}
    return tuple(Answer(0, "", service.key, "", Way.REPLY, says, who, day.isoformat(), service=service.name, text=text,
                        note=note, contract_ends=ends, asked=before.get(service.key) or words_digest(service))
                 for service in services)


def _remark(note: str) -> str:
    note = plain(note)
    not_too_long("The remark", note, LONGEST_NOTE)
    return note


def _another(contact: Contact, text: str) -> str:
    if contact.kind is not ContactKind.PERSON:
        text = reach(contact.kind, text)
    if text == contact.as_written or (contact.normalised and contact.normalised == normalised(contact.kind, text)):
        raise DecisionError("Nothing was kept: that is the one that stands there already.")
    return text


def _day(on: str, today: date, services: Iterable[Service], settings: Settings, again: str) -> date:
    """The day on which it was heard: one that has come, and not so long ago that it counts for nothing."""
    if not on.strip():
        return today
    day = typed_day(on)
    if day > today:
        raise DecisionError(f"{prose_date(day)} is still to come. Write the day on which it was heard.")
    for service in services:
        months = cycle_months(service, settings)
        if months_after(day, months) < today:
            raise DecisionError(
                f"{prose_date(day)} is more than {months} months ago, so it says nothing of today. {again}")
    return day


def _contract_end(written: str) -> str:
    return typed_day(written, example="31/03/2027").isoformat() if written.strip() else ""
