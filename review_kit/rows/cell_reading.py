"""Everything that one cell holds for the reader: its links and its contacts, each found once."""

import re
from urllib.parse import unquote

from review_kit.model.register import Contact, ContactKind, Link
from review_kit.model.workbook import CellText
from review_kit.rows import emails, people, phones
from review_kit.rows.found import FoundContact, spans
from review_kit.rows.links import Shown, shown, with_targets
from review_kit.rows.phone_faults import fault, possible, significant
from review_kit.rows.text import Clean, blanked, clean


def read_cell(cell: CellText, *, header: str = "") -> tuple[tuple[Link, ...], tuple[Contact, ...]]:
    """The links and the contacts of a cell, each in the order in which they stand.

    Args:
        cell: what the cell shows, with its hyperlink targets.
        header: the name of its column, which may say that numbers in it are telephones.
    """
    text = clean(cell.text)
    seen = shown(text.text)
    return with_targets(cell, text, seen.links), _with_targets(cell, text, found_contacts(seen, header))


def find_contacts(cell: CellText, *, header: str = "") -> tuple[Contact, ...]:
    """Every phone number, e-mail address and named person of a cell; see `read_cell`."""
    return read_cell(cell, header=header)[1]


def found_contacts(seen: Shown, header: str) -> tuple[FoundContact, ...]:
    """Search what the links and e-mails left for numbers, and what those leave for persons."""
    numbers = phones.scan(seen.rest, header)
    persons = people.scan(blanked(seen.rest, spans(numbers)), [one.normalised for one in seen.emails])
    return tuple(sorted((*seen.emails, *numbers, *persons), key=lambda one: (one.start, one.normalised)))


def _with_targets(cell: CellText, text: Clean, found: tuple[FoundContact, ...]) -> tuple[Contact, ...]:
    """The found contacts, and those that stand only in the `mailto:` and `tel:` targets behind the cell."""
    contacts = [one.contact(cell.cell, text) for one in found]
    for target in cell.targets:
        for contact in _behind(cell, target):
            known = {(one.kind, one.normalised) for one in contacts if one.normalised}
            if (contact.kind, contact.normalised) not in known and contact not in contacts:
                contacts.append(contact)
    return tuple(contacts)


def _behind(cell: CellText, target: str) -> list[Contact]:
    scheme, _, rest = target.strip().partition(":")
    words = [word.strip() for word in re.split(r"[,;]", unquote(rest.partition("?")[0])) if word.strip()]
    if scheme.lower() == "mailto":
        return [_mail(cell, word) for word in words]
    if scheme.lower() in {"tel", "sms", "callto"}:
        return [_phone(cell, word) for word in words]
    return []


def _mail(cell: CellText, words: str) -> Contact:
    address = emails.possible(words)
    told = [one for one in emails.scan(words) if one.problem]
    problem = "" if address else told[0].problem if told else "not a possible e-mail address"
    return Contact(cell.cell, ContactKind.EMAIL, words, address, problem, told[0].mended if told else "")


def _phone(cell: CellText, words: str) -> Contact:
    number = possible(words) or (words if re.fullmatch(r"\d{3,6}", words) else "")
    problem, mended = ("", "") if number else fault(words) if significant(words) else ("not a telephone number", "")
    return Contact(cell.cell, ContactKind.PHONE, words, number, problem, mended)
