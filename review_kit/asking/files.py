"""The files that ask: a draft for each provider whose mailbox is known, a page for each other, and the reminders."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from review_kit.asking.eml import eml
from review_kit.asking.letter import letter
from review_kit.asking.page import page
from review_kit.asking.providers import Provider, title
from review_kit.asking.providers import providers as all_providers
from review_kit.asking.standing import Standing
from review_kit.model import Place, Register
from review_kit.reports.clean import clean
from review_kit.reports.csv_file import csv_bytes
from review_kit.rows.text import squeezed

FOLDER = "confirm"
REMINDERS = f"{FOLDER}/reminders.csv"
COLUMNS = ("provider", "to", "entries", "asked_on", "reply_by", "days_overdue", "reminded_on")
LONGEST_NAME = 60
"""Signs of a file's name before its ending: with the folders of a council's drive it stays below Windows' 260."""
LONGEST_IN_BYTES = 180
"""Linux allows 255 bytes for a name, and a sign may take four."""
_KEPT = " -_'’&()"


def files(providers: Sequence[Provider], register: Register, *, today: date, reply_by: date, reminder: bool = False,
          printed: Callable[[str], str] = clean, personal: Collection[str] = ()) -> Mapping[str, bytes]:
    """The files that ask these providers, by their names below the review's folder, numbered as in the register.

    `confirm/1 Kooth.eml` is a draft; `confirm/2 Aquarius.html` a page for a provider without a mailbox. A mailbox at
    a site that `printed` takes for dangerous is none: whoever holds the site may read its mail. The arguments are
    those of `letter`.
    """
    ask = partial(letter, today=today, reply_by=reply_by, reminder=reminder, printed=printed, personal=personal)
    draw = partial(page, today=today, reply_by=reply_by, reminder=reminder, printed=printed, personal=personal)
    made: dict[str, bytes] = {}
    numbers = _numbers(register)
    for provider in providers:
        stem = f"{FOLDER}/{numbers[provider.services[0].place]} {file_name(provider.name)}"
        stem += " - reminder" if reminder else ""
        if to := _safe(provider, printed):
            made[f"{stem}.eml"] = eml(ask(provider, register), to)
        else:
            made[f"{stem}.html"] = draw(provider, register)
    return made


def _numbers(register: Register) -> Mapping[Place, str]:
    """The number of each entry's provider in the register: one that is written again takes its old place."""
    everybody = all_providers(register)
    width = len(str(len(everybody)))
    return {service.place: f"{number:0{width}}" for number, provider in enumerate(everybody, 1)
            for service in provider.services}


def reminder_files(standings: Iterable[Standing], register: Register, *, today: date, reply_by: date,
                   printed: Callable[[str], str] = clean, personal: Collection[str] = ()) -> Mapping[str, bytes]:
    """`confirm/reminders.csv` and a draft or page for each provider to remind today, about its overdue entries alone.

    The list is there with its header alone where nobody is to be reminded. The arguments are those of `letter`.
    """
    due = [one for one in standings if one.remind]
    rest = [replace(one.provider, services=one.remind) for one in due]
    made = files(rest, register, today=today, reply_by=reply_by, reminder=True, printed=printed, personal=personal)
    return {REMINDERS: csv_bytes(COLUMNS, (_row(one, printed) for one in due)), **made}


def _row(standing: Standing, printed: Callable[[str], str]) -> tuple[str, ...]:
    request = standing.requests[0]
    said = (standing.provider.name, "; ".join(_safe(standing.provider, printed)),
            "; ".join(title(service) for service in standing.remind), request.sent_on or request.made_on,
            standing.until.isoformat() if standing.until else "", str(standing.days_overdue), request.reminded_on)
    return tuple(squeezed(clean(printed(text))) for text in said)


def _safe(provider: Provider, printed: Callable[[str], str]) -> tuple[str, ...]:
    """Those of its mailboxes that are not at a dangerous site."""
    return tuple(address for address in provider.to if printed(address) == address)


def file_name(name: str) -> str:
    """A name as every system takes it in a file's: letters and digits of any script, and a few signs between them.

    Slashes, dots, colons and all that is unseen are left out, so that no name leads to another folder or hides an
    ending. The number that stands before it keeps two providers of one name apart, and `CON` from being a device.
    """
    signs = (sign if sign.isalnum() or sign in _KEPT or unicodedata.category(sign) in {"Mn", "Mc"} else " "
             for sign in unicodedata.normalize("NFC", clean(name)))
    kept = squeezed("".join(signs))[:LONGEST_NAME]
    while len(kept.encode("utf-8", "ignore")) > LONGEST_IN_BYTES:
        kept = kept[:-1]
    return kept.strip(" -_") or "Provider"
