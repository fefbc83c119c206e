"""From changes of words within cells to what each cell is to hold as a whole."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from review_kit.model import Cell, CellText, Change
from review_kit.rows.editing import with_words_replaced


def whole_cells(wanted: Sequence[Change], text_of: Callable[[Cell], CellText],
                header_of: Callable[[Cell], str]) -> tuple[tuple[Change, ...], dict[Cell, str]]:
    """The changes as the workbook takes them, and a sentence for each cell whose words are not there any more.

    Args:
        wanted: changes, those of words (`part`) among them.
        text_of: what a cell holds now.
        header_of: the header above a cell, which tells how its words are read.
    """
    parts: dict[Cell, list[Change]] = {}
    whole: list[Change] = []
    for change in wanted:
        if change.part:
            parts.setdefault(change.cell, []).append(change)
        else:
            whole.append(change)
    refused: dict[Cell, str] = {}
    for cell, its in parts.items():
        now = text_of(cell)
        new = with_words_replaced(now, {change.old: change.new for change in its}, header=header_of(cell))
        if new is None:
            missing = ", ".join(f"“{change.old}”" for change in its)
            refused[cell] = f"{cell} was left as it was: it no longer says {missing} as it did. Change it by hand."
        else:
            whole.append(replace(its[0], old=now.text, new=new, part=False))
    return tuple(whole), refused
