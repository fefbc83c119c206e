"""The contacts: a list of numbers to call, what needs a look, and what somebody vouches for."""

from collections.abc import Mapping
from dataclasses import dataclass

import phonenumbers

from review_kit.model import CLEAR, Contact, ContactKind, ContactVerdict, ContactVerdictFor, Review
from review_kit.reports.order import places, stands
from review_kit.reports.words import CONTACT_VERDICTS

UNKNOWN = frozenset({ContactVerdict.BY_HAND, ContactVerdict.CAUTION, ContactVerdict.NOT_CHECKED})
"""A call can settle these; a number that is broken cannot be called."""


@dataclass(frozen=True, slots=True)
class Call:
    """One number to call, with every entry that prints it: one call settles them all."""

    number: str
    entries: tuple[ContactVerdictFor, ...]
    crisis: bool = False


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


def calls(review: Review) -> tuple[Call, ...]:
    """The phone numbers that nobody vouched for or decided about: crisis services first, then the register's order."""
    ranks = places(review.register)
    phones = (told for told in review.contacts if told.contact.kind is ContactKind.PHONE)
    settled = {(o.key[0], o.finding.about) for o in review.outcomes if o.decision is not None and o.state in CLEAR}
    unknown = (told for told in phones if told.verdict in UNKNOWN and not told.service.retired
               and (told.service.key, told.contact) not in settled)
    by_number: dict[str, list[ContactVerdictFor]] = {}
    for told in sorted(unknown, key=lambda t: (stands(t.service, ranks), t.contact.cell)):
        by_number.setdefault(told.contact.normalised or told.contact.as_written, []).append(told)
    return tuple(Call(readable(entries[0].contact), tuple(entries), stands(entries[0].service, ranks)[0] < 0)
                 for entries in by_number.values())


def contacts_by_verdict(review: Review) -> Mapping[ContactVerdict, tuple[ContactVerdictFor, ...]]:
    """The contacts of each verdict that has any, the worst verdict first, each in the order of harm."""
    ranks = places(review.register)
    told = sorted(review.contacts, key=lambda t: (stands(t.service, ranks), t.contact.cell))
    table = {verdict: tuple(t for t in told if t.verdict is verdict) for verdict in CONTACT_VERDICTS}
    return {verdict: entries for verdict, entries in table.items() if entries}
