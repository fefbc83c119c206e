"""The contacts: a list of numbers to call, what needs a look, and what somebody vouches for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import phonenumbers

from review_kit import heard
from review_kit.model import (
    CLEAR,
    Answer,
    Contact,
    ContactKind,
    ContactVerdict,
    ContactVerdictFor,
    Review,
    Says,
    Service,
)
from review_kit.reports.order import places, stands
from review_kit.reports.words import CONTACT_VERDICTS, shortened

UNKNOWN = frozenset({ContactVerdict.BY_HAND, ContactVerdict.CAUTION, ContactVerdict.NOT_CHECKED})
"""A call can settle these; a number that is broken cannot be called."""

SAYS: Mapping[Says, Mapping[ContactKind, str]] = {
    Says.RIGHT: {ContactKind.PHONE: "It answered, and it is right", ContactKind.EMAIL: "They answered; it is right"},
    Says.CHANGED: {ContactKind.PHONE: "Another number is right now",
                   ContactKind.EMAIL: "Another address is right now"},
    Says.OTHERS: {ContactKind.PHONE: "Somebody else answered", ContactKind.EMAIL: "Somebody else answered"},
    Says.DEAD: {ContactKind.PHONE: "It is not in use", ContactKind.EMAIL: "The message came back"},
    Says.CLOSED: {ContactKind.PHONE: "The service has closed", ContactKind.EMAIL: "The service has closed"},
    Says.NOBODY: {ContactKind.PHONE: "Nobody answered", ContactKind.EMAIL: "No answer so far"},
}
"""What can come of ringing a number or writing to an address, as a person presses it or ticks it off."""


@dataclass(frozen=True, slots=True)
class Call:
    """One number to call or address to write to, with every entry that prints it: one answer settles them all.

    `name` tells it from all others, `number` is how people write it; `tried` is what came of it so far, newest first.
    """

    name: str
    number: str
    entries: tuple[ContactVerdictFor, ...]
    crisis: bool = False
    tried: tuple[Answer, ...] = ()


def _as_dialled(number: str) -> str:
    style = phonenumbers.PhoneNumberFormat
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    return phonenumbers.format_number(parsed, style.NATIONAL if number.startswith("+44") else style.INTERNATIONAL)


def readable(contact: Contact) -> str:
    """A phone number as people write it (`0330 008 3722`, `116 123`); other contacts as they are written."""
    number = contact.normalised
    if contact.kind is not ContactKind.PHONE or not number:
        return contact.as_written
    if number.startswith("+"):
        return _as_dialled(number)
    return f"{number[:3]} {number[3:]}" if number.startswith("116") else number


def calls(review: Review, kind: ContactKind = ContactKind.PHONE) -> tuple[Call, ...]:
    """The phone numbers (or addresses) that nobody vouched for or decided about.

    Crisis services stand first, then the register's order.
    """
    ranks = places(review.register)
    of_kind = (told for told in review.contacts if told.contact.kind is kind)
    settled = {(o.key[0], o.finding.about) for o in review.outcomes if o.decision is not None and o.state in CLEAR}
    unknown = (told for told in of_kind if told.verdict in UNKNOWN and not told.service.retired
               and (told.service.key, told.contact) not in settled)
    by_number: dict[str, list[ContactVerdictFor]] = {}
    for told in sorted(unknown, key=lambda t: (stands(t.service, ranks), t.contact.cell)):
        by_number.setdefault(told.contact.normalised or told.contact.as_written, []).append(told)
    return tuple(
        Call(name, readable(entries[0].contact), tuple(entries), stands(entries[0].service, ranks)[0] < 0,
             _tried(review, entries)) for name, entries in by_number.items())


def _tried(review: Review, entries: Iterable[ContactVerdictFor]) -> tuple[Answer, ...]:
    """What came of it so far: one press is one try, however many entries print the number."""
    found = (answer for told in entries for answer in heard.calls(review.facts, told.service, told.contact))
    return tuple({answer.id.rpartition(".")[0] or str(answer.number): answer for answer in found}.values())


def contacts_by_verdict(review: Review) -> Mapping[ContactVerdict, tuple[ContactVerdictFor, ...]]:
    """The contacts of each verdict that has any, the worst verdict first, each in the order of harm."""
    ranks = places(review.register)
    told = sorted(review.contacts, key=lambda t: (stands(t.service, ranks), t.contact.cell))
    table = {verdict: tuple(t for t in told if t.verdict is verdict) for verdict in CONTACT_VERDICTS}
    return {verdict: entries for verdict, entries in table.items() if entries}


def asked(call: Call) -> str:
    """What to ask, or to do, as the finding about it has it."""
    return next((told.finding.what_to_do for told in call.entries if told.finding is not None), "Is it right?")


def who_answers(service: Service) -> str:
    """Who should answer, and when, as the register says; '' where it says neither."""
    provider = shortened(service.provider)
    said = [provider] if provider and "://" not in provider else []
    said += [f"{column}: {shortened(service.value(column))}" for column in ("Hours", "Frequency")
             if service.value(column)]
    return "; ".join(said)
