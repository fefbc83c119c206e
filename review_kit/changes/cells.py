"""From changes of words within cells to what each cell is to hold as a whole."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from review_kit.model import Cell, CellText, Change
from review_kit.rows.addresses import same_address
from review_kit.rows.editing import with_words_replaced

_REACHES = re.compile(r"(?:mailto|tel|sms|callto):", re.IGNORECASE)


def whole_cells(wanted: Sequence[Change], text_of: Callable[[Cell], CellText],
                header_of: Callable[[Cell], str]) -> tuple[tuple[Change, ...], dict[Cell, str]]:
    """The changes as the workbook takes them, and a sentence for each cell whose words are not there any more.

    Args:
        wanted: changes, those of words (`part`) and of hyperlinks behind cells (`behind`) among them.
        text_of: what a cell holds now.
        header_of: the header above a cell, which tells how its words are read.
    """
    within: dict[Cell, list[Change]] = {}
    whole: list[Change] = []
    for change in wanted:
        if change.part or change.behind:
            within.setdefault(change.cell, []).append(change)
        else:
            whole.append(change)
    refused: dict[Cell, str] = {}
    for cell, its in within.items():
        made = _of_cell(text_of(cell), its, header_of(cell))
        if isinstance(made, str):
            refused[cell] = made
        else:
            whole += made
    return tuple(whole), refused


def _of_cell(now: CellText, wanted: Sequence[Change], header: str) -> list[Change] | str:
    """What one cell's words and the hyperlinks behind it are to be, or why that cannot be done."""
    links = [moved for change in wanted for moved in _behind(now, change)]
    moved = {change.behind for change in wanted if any(_leads_to(target, change.behind) for target in now.targets)}
    words = [change for change in wanted if change.part and (change.old in now.text or change.behind not in moved)]
    new = {change.old: change.new for change in words}
    if len({(change.old, change.new) for change in words}) > len(new):
        return f"{now.cell} was left as it was: two decisions want different things of it. Decide the same for both."
    text = with_words_replaced(now, new, header=header) if words else now.text
    lost = [change.old for change in wanted if not change.part and change.behind not in moved]
    if text is None or lost:
        missing = ", ".join(f"“{old}”" for old in (lost or new))
        return f"{now.cell} was left as it was: it no longer says {missing} as it did. Change it by hand."
    changed = [replace(wanted[0], old=now.text, new=text, part=False, behind="")] if words else []
    return changed + [link for number, link in enumerate(links) if link not in links[:number]]


def _behind(now: CellText, change: Change) -> Iterator[Change]:
    """The hyperlinks behind a cell that lead to what is to be replaced."""
    for target in dict.fromkeys(now.targets):
        if change.behind and _leads_to(target, change.behind):
            yield replace(change, old=target, new=_target(change), part=False, behind="")


def _leads_to(target: str, address: str) -> bool:
    if _REACHES.match(address) or _REACHES.match(target):
        return _reached(target) == _reached(address) != ""
    return bool(address) and (target == address or same_address(target, address))


def _reached(address: str) -> str:
    """Whom a `mailto:` or `tel:` address reaches: without its scheme, spaces, a query, and a country's code."""
    if not _REACHES.match(address):
        return ""
    who = re.sub(r"[\s()-]", "", _REACHES.sub("", address).partition("?")[0]).casefold()
    return re.sub(r"^(?:\+44|0044)", "0", who)


def _target(change: Change) -> str:
    """What a hyperlink is to lead to: the new address alone, whatever words stand around it in the cell."""
    found = re.search(r"https?://[^\s()]+", change.new)
    if found:
        return found[0]
    return re.sub(r"\s", "", change.new) if _REACHES.match(change.behind) else change.new
