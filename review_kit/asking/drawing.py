"""What letter and page are drawn from: each value cleaned, every line of the register marked as the register's."""

import re
import textwrap
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from review_kit.asked_words import asked_texts
from review_kit.asking import words
from review_kit.asking.providers import Provider, title
from review_kit.dates import prose_date
from review_kit.model import ContactKind, Register, Service
from review_kit.reports.clean import clean
from review_kit.reports.words import counted, shortened
from review_kit.rows.text import squeezed

QUOTED = "  | "
"""Stands before each line of the register's words: what follows cannot pass for a question or a header of ours.

Outlook joins the lines of plain messages, but not those that begin with two spaces.
"""
WIDTH = 72
"""Programs that break lines do so from 76 signs on."""
_WRAP = textwrap.TextWrapper(WIDTH - len(QUOTED), break_long_words=False, break_on_hyphens=False)
LONGEST_NAME = 60
_IN_NUMBERS, _NO_BREAK = re.compile(r"(?<=\d) (?=\d)"), "\xa0"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as it is asked about; `personal` are the contacts in it that seem to be one person's."""

    number: int
    title: str
    texts: tuple[tuple[str, str], ...]
    personal: tuple[str, ...]
    new: bool


def parts(provider: Provider, register: Register, *, today: date, reply_by: date, reminder: bool,
          printed: Callable[[str], str], personal: Collection[str]) -> dict[str, object]:
    """The parts of a letter or page, by the names that the templates know them by."""
    def line(text: str) -> str:
        return squeezed(clean(printed(text)))

    settings, texts = register.settings, [_entry(n, one, personal) for n, one in enumerate(provider.services, 1)]
    return {
        "name": shortened(line(provider.name), LONGEST_NAME), "entries": texts,
        "council": shortened(line(settings.council), LONGEST_NAME), "signed": line(settings.assured_by),
        "young_people": line(settings.words_for_young_people), "cycle": _cycle(settings.review_cycle_months),
        "today": prose_date(today), "day": prose_date(reply_by), "reminder": reminder,
        "line": line, "one": len(texts) == 1, "what": counted(len(texts), "entry", "entries"),
    }


def _cycle(months: int) -> str:
    return "every year" if months == 12 else f"every {counted(months, 'month')}"


def _entry(number: int, service: Service, personal: Collection[str]) -> Entry:
    one = (contact.as_written for contact in service.contacts
           if contact.kind is ContactKind.PERSON or (contact.normalised and contact.normalised in personal))
    return Entry(number, shortened(title(service), LONGEST_NAME), asked_texts(service),
                 tuple(dict.fromkeys(one)), bool(service.added))


def quoted(text: str) -> str:
    """The register's words with `QUOTED` before each line, long lines broken between words, addresses whole."""
    return "\n".join(f"{QUOTED}{line}".replace(_NO_BREAK, " ").rstrip() for line in _lines(text))


def unbroken(text: str) -> str:
    """The text with each number on one line: a telephone number in two halves is hard to check."""
    return _IN_NUMBERS.sub(_NO_BREAK, text)


def _lines(text: str) -> Iterator[str]:
    before = ""
    for line in text.strip().splitlines():
        broken = _WRAP.wrap(unbroken(line)) or [""]
        yield from broken if broken != [""] or before else []
        before = broken[-1]


@lru_cache(maxsize=4)
def environment(printed: Callable[[str], str]) -> Environment:
    """A reader of templates: each value passes through `printed`, is cleaned, and is escaped where the page is HTML."""

    def harmless(value: object) -> object:
        return value if isinstance(value, Markup) else clean(printed(str(value)))

    loader = ChoiceLoader([PackageLoader("review_kit.asking"), PackageLoader("review_kit.reports")])
    reader = Environment(loader=loader, autoescape=select_autoescape(["html.j2"]), finalize=harmless,
                         undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    reader.globals.update(words=words, answers=words.ANSWERS, unbroken=unbroken,
                          quoted=lambda text: quoted(clean(printed(text))))
    return reader
