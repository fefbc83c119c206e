"""Names as tables hold them and as people write them: several spellings, capitals, plurals, never inside an address.

A cell of a table may hold several spellings with ` | ` between them. A capital in the table must be a capital in the
text, a small letter may be either: so `CCG` is found in capitals only, `Shout` also as SHOUT, and `primary care trust`
in any case. Words in square brackets behind a spelling say what else must stand in the same entry before it means
anything: `Aquarius [drug, alcohol]`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from review_kit.rows import emails, hosts, schemes
from review_kit.rows.found import spans
from review_kit.rows.text import blanked, clean, squeezed

_BRACKETS = re.compile(r"^(.*?)\s*\[([^\]]*)\]$")
_JOINTS = re.compile(r"[\s–‐‑-]*[–‐‑-][\s–‐‑-]*|\s+|&|\band\b|['’]|\w|.")
_STREETS = ("Road|Street|Lane|Avenue|Way|Close|Drive|Court|Hill|Place|Square|Terrace|House|Gate|Crescent|Grove|"
            "Building|[Ww]ard")  # fmt: skip
NO_STREET = rf"(?!\s+(?:{_STREETS})\b)"
"""A street, house or ward that is called after a place or body is neither."""
_BEFORE, _AFTER = r"(?<![\w@#\\-])", r"(?![\w@])(?!\.[a-z0-9])"
"""No part of a word, an address, a file's name or `ex-…`."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which a name is written. `needs` are words of which one must stand in the same entry."""

    words: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None
    clue: str
    """Small letters that stand in every text that holds the name: a quick look before the slow one."""

    @property
    def is_short_form(self) -> bool:
        """Whether it is an abbreviation, which may stand for something else: `CCG`, `PHE`."""
        return self.words.isalpha() and self.words.isupper()

    @property
    def is_proper(self) -> bool:
        """Whether it is the name of one body, and not a word or a number that anybody may use."""
        return any(letter.isupper() for letter in self.words)


def names_in(cell: str) -> tuple[str, ...]:
    """The spellings of a table's cell as they are to be printed."""
    return tuple(spelling.words for spelling in spellings(cell))


@lru_cache(maxsize=2_000)
def spellings(cell: str) -> tuple[Spelling, ...]:
    """The spellings that a table's cell holds, the first of them the one to print."""
    return tuple(_spelling(part) for written in cell.split("|") if (part := squeezed(written)))


def _spelling(written: str) -> Spelling:
    found = _BRACKETS.match(written)
    words, needed = (found[1], found[2]) if found else (written, "")
    plural = "(?:['’]?s)?" if words.isupper() else ""
    pattern = re.compile(f"{_BEFORE}{_form(words)}{plural}{_AFTER}{NO_STREET}")
    parts = [re.escape(part) for one in needed.split(",") if (part := one.strip())]
    needs = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE) if parts else None
    plain = [run for run in re.findall(r"[^\W_]+", words) if run.casefold() != "and"]
    return Spelling(words, pattern, needs, max(plain, key=len, default="").casefold())


def _form(words: str) -> str:
    """The words as a pattern: spaces, dashes, apostrophes and `and` as people write them."""
    return "".join(_joint(one[0]) for one in _JOINTS.finditer(words))


def _joint(part: str) -> str:
    if part.isspace():
        return r"\s+"
    if part in {"&", "and"}:
        return "(?:[aA][nN][dD]|&|[+])"
    if part in {"'", "’"}:
        return "['’]?"
    if not part.strip(" \t\n–‐‑-"):  # a run of dashes and spaces is one joint: several would try each other's places
        return r"[\s‐‑–-]+"
    return f"[{part}{part.upper()}]" if part.islower() else re.escape(part)


@lru_cache(maxsize=20_000)  # every spelling looks through every text
def searchable(text: str) -> str:
    """A cell's text with plain spaces and no invisible signs, its addresses blanked out.

    The title that was pasted with an address stays, for it names the service.
    """
    plain = clean(text).text
    for search in (schemes.scan, emails.scan, hosts.scan):
        plain = blanked(plain, spans(search(plain)))
    return plain


def places(text: str, spelling: Spelling) -> Iterator[tuple[int, int]]:
    """Where a searchable text holds a spelling."""
    if spelling.clue in _lowered(text):
        yield from (match.span() for match in spelling.pattern.finditer(text))


@lru_cache(maxsize=20_000)
def _lowered(text: str) -> str:
    return text.casefold()


def holds(text: str, cell: str) -> bool:
    """Whether a searchable text holds one of the names of a table's cell."""
    return any(True for spelling in spellings(cell) for _ in places(text, spelling))
