"""Puts other words in the place of a link or contact of a cell; all else in its text stays as it stands."""

import re
from collections.abc import Mapping

from review_kit.model.workbook import CellText
from review_kit.rows.cell_reading import found_contacts
from review_kit.rows.found import FoundContact, FoundLink
from review_kit.rows.links import shown
from review_kit.rows.text import clean

_LEFT_BEHIND = re.compile(r"[ \t]*(?:[,;|–-][ \t]*)?$")


def with_words_replaced(cell: CellText, new: Mapping[str, str], *, header: str = "") -> str | None:
    """A cell's text with links or contacts replaced, each wherever it stands in the cell.

    They are found as the reading finds them, so `club.example` is not changed within `club.example/choir`. Where
    words are taken out, a comma or dash before them goes too, and a line that held nothing else.

    Args:
        cell: as it stands now.
        new: the words of a link or contact as written -> what is to stand there; '' takes them out.
        header: the column's header, as for the reading.

    Returns:
        The new text; None where one of the words is not there as such.
    """
    text = clean(cell.text)
    seen = shown(text.text)
    both: list[FoundLink | FoundContact] = [*seen.links, *found_contacts(seen, header)]
    found = sorted(both, key=lambda one: one.start)
    pieces, done, missing = [], 0, set(new)
    for one in found:
        words = text.as_written(one.start, one.end)
        start, end = text.places[one.start], text.places[one.end - 1] + 1
        if words in new and start >= done:
            missing.discard(words)
            pieces += [cell.text[done:start], new[words]]
            done = end
            if not new[words]:
                done = _tidied(pieces, cell.text, end)
    return None if missing else "".join((*pieces, cell.text[done:]))


def _tidied(pieces: list[str], text: str, end: int) -> int:
    """Leave no comma, and no empty line, where words were taken out. Returns where the rest begins."""
    before = _LEFT_BEHIND.sub("", "".join(pieces))
    rest = len(text) - len(text[end:].lstrip(" \t"))
    alone = (not before or before.endswith("\n")) and (rest == len(text) or text[rest] in "\r\n")
    pieces[:] = [before.rstrip("\r\n") if alone else before]
    return len(text) - len(text[rest:].lstrip("\r\n")) if alone and not pieces[0] else rest
