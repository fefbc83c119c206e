"""Puts other words in the place of a link or contact of a cell; all else in its text stays as it stands."""

import re
from collections.abc import Mapping

from review_kit.model.workbook import CellText
from review_kit.rows.cell_reading import found_contacts
from review_kit.rows.found import FoundContact, FoundLink
from review_kit.rows.links import shown
from review_kit.rows.text import INVISIBLE, clean

_BLANK = rf"[^\S\r\n{INVISIBLE}]|[{INVISIBLE}]"
"""A space of any kind, or a sign that nobody sees, but no line break."""
_MARK = r"[,;|/·•–—-]"
_BEFORE = re.compile(rf"(?:{_BLANK})*(?:{_MARK}(?:{_BLANK})*)?$")
_AFTER = re.compile(rf"(?:{_BLANK})*(?:{_MARK}(?:{_BLANK})*)?")
_SPACES = re.compile(rf"(?:{_BLANK})*")
_CLOSING = ",;.:!?)]}"
_BRACKETS = {"(": ")", "[": "]"}


def with_words_replaced(cell: CellText, new: Mapping[str, str], *, header: str = "") -> str | None:
    """A cell's text with links or contacts replaced, each wherever it stands in the cell.

    They are found as the reading finds them, so `club.example` is not changed within `club.example/choir`. Where
    words are taken out, the comma or dash that joined them goes too, and a line or brackets that held nothing else.

    Args:
        cell: as it stands now.
        new: the words of a link or contact as written -> what is to stand there; '' takes them out.
        header: the column's header, as for the reading.

    Returns:
        The new text; None where one of the words is not there as such, or shares its signs with something else.
    """
    text = clean(cell.text)
    seen = shown(text.text)
    both: list[FoundLink | FoundContact] = [*seen.links, *found_contacts(seen, header)]
    found = sorted(both, key=lambda one: one.start)
    made, done, missing = "", 0, set(new)
    for number, one in enumerate(found):
        words = text.as_written(one.start, one.end)
        if words not in new:
            continue
        start, end = text.places[one.start], text.places[one.end - 1] + 1
        if start < done or any(_share(one, other) for other in found[:number] + found[number + 1:]):
            return None
        missing.discard(words)
        made += cell.text[done:start] + new[words]
        done = end
        if not new[words]:
            made, done = _joined(made, cell.text, end)
    return None if missing else made + cell.text[done:]


def _share(one: FoundLink | FoundContact, other: FoundLink | FoundContact) -> bool:
    """Whether two finds of one kind stand on the same signs, as the two numbers of `01332 640777/8` do."""
    return type(one) is type(other) and one.start < other.end and other.start < one.end


def _joined(before: str, text: str, end: int) -> tuple[str, int]:
    """What stands on both sides of words that were taken out, joined as a person would. Gives where the rest begins."""
    bare = _SPACES.sub("", before[::-1], count=1)[::-1]
    after = _skip(_SPACES, text, end)
    if bare[-1:] in _BRACKETS and text[after:after + 1] == _BRACKETS[bare[-1]]:
        return _joined(bare[:-1], text, after + 1)
    opens, closes = not bare or bare[-1] in "\r\n", after == len(text) or text[after] in "\r\n"
    if opens and closes:
        return _without_line(bare, text, after)
    if opens:  # the first words of their line
        return before[:len(bare)], _skip(_AFTER, text, end)
    if closes or text[after] in _CLOSING or re.match(_MARK, text[after]):
        return _BEFORE.sub("", before), after if closes else end if text[after] not in _CLOSING else after
    return f"{_BEFORE.sub('', before)} ", after


def _without_line(bare: str, text: str, after: int) -> tuple[str, int]:
    """A line that held nothing else goes, with its break."""
    if bare:
        return re.sub(r"(?:\r\n|\r|\n)$", "", bare), after
    return bare, _skip(re.compile(r"[\r\n]*"), text, after)


def _skip(pattern: re.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    return found.end() if found else start
