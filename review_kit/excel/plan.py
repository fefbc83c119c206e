"""From the changes a review asks for to what is to be written on one sheet."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from review_kit.errors import WorkbookRefused
from review_kit.excel.places import Place
from review_kit.excel.retarget import Retarget, whole_of
from review_kit.model.review import Change
from review_kit.model.workbook import Area, Cell, CellText, Sheet
from review_kit.rows.addresses import same_address

_SCHEME = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


@dataclass(frozen=True)
class Plan:
    """What one sheet is to hold: new texts, new addresses behind cells, and which texts head new columns.

    `days` are the places of the texts that are to stand as dates. `header_row` is 0 where it is not known.
    """

    sheet: Sheet
    header_row: int = 0
    texts: dict[Place, str] = field(default_factory=dict)
    days: set[Place] = field(default_factory=set)
    moves: list[Retarget] = field(default_factory=list)
    headers: dict[int, str] = field(default_factory=dict)

    @property
    def cells(self) -> set[Cell]:
        """Every cell that changes in any way."""
        return {Cell(self.sheet.name, *place) for place in self.texts} | {move.cell for move in self.moves}


def plan_of(sheet: Sheet, changes: Sequence[Change], header_row: int | None) -> Plan:
    """Sort the changes of one sheet.

    A change whose `old` is an address behind the cell gives the link its new address, or takes it away where `new` is
    '', and leaves the words. Where the words are that address themselves, both change. Any other change is one of the
    words; but words that nobody spoke of are never written over because an address is not behind them any more.

    Args:
        sheet: as read.
        changes: all on this sheet.
        header_row: where the headers of new columns go; None where no columns are made.

    Raises:
        WorkbookRefused: two changes want different things of one cell.
    """
    plan = Plan(sheet, header_row or 0)
    for change in changes:
        _sort(plan, change)
    if header_row is not None:
        _add_headers(plan, changes, header_row)
    return plan


def _sort(plan: Plan, change: Change) -> None:
    cell = plan.sheet.at(change.cell.row, change.cell.column)
    address = _address_meant(cell, change.old)
    if address:
        _move(plan, Retarget(cell.cell, address, _with_scheme(change.new, address)))
    if not address or _says_it(cell, change, address):
        place = (cell.cell.row, cell.cell.column)
        _set(plan, place, change.new)
        plan.days.update([place] if change.day else [])


def _move(plan: Plan, move: Retarget) -> None:
    """Plan a move once, even where each of the cells that are merged into one asks for it."""
    def seen(one: Retarget) -> tuple[Area, str, str]:
        return whole_of(plan.sheet, one.place), one.old, one.new

    if all(seen(other) != seen(move) for other in plan.moves):
        plan.moves.append(move)


def _address_meant(cell: CellText, old: str) -> str:
    """Which address behind the cell the change speaks of, '' for none.

    A formula's address cannot change on its own. One with a scheme that is neither behind the cell nor in its words is
    given back as it is, so that it is found missing.
    """
    if cell.formula or not old.strip():
        return ""
    found = next((target for target in cell.targets if _bare(target) == _bare(old)), "")
    if found or not _SCHEME.match(old.strip()):
        return found
    asked = next((target for target in cell.targets if same_address(target, old)), "")
    return asked or ("" if cell.text.strip() == old.strip() or _alike(cell.text, old) else old)


def _says_it(cell: CellText, change: Change, address: str) -> bool:
    """Whether the cell's words are the address. Words that still show one which was taken away would lead there."""
    return cell.text.strip() == change.old.strip() or (not change.new.strip() and _alike(cell.text, address))


def _alike(one: str, other: str) -> bool:
    return _bare(one) == _bare(other) or same_address(one, other)


def _bare(address: str) -> str:
    """An address without what Excel adds when it makes a typed one into a link: a scheme, a slash at the end."""
    return _SCHEME.sub("", address.strip(), count=1).rstrip("/")


def _with_scheme(new: str, old: str) -> str:
    new, scheme = new.strip(), _SCHEME.match(old)
    return new if not new or scheme is None or _SCHEME.match(new) else scheme[0] + new


def _set(plan: Plan, place: Place, text: str) -> None:
    if plan.texts.setdefault(place, text) != text:
        raise WorkbookRefused(
            f"Two changes want {Cell(plan.sheet.name, *place)} to hold different texts, so none was made. "
            "Decide which one holds, then run this step again.",
        )


def _add_headers(plan: Plan, changes: Sequence[Change], header_row: int) -> None:
    for change in changes:
        column = change.cell.column
        is_new = not plan.sheet.at(header_row, column).text.strip()
        if is_new and change.cell.row > header_row and change.column.strip():
            _set(plan, (header_row, column), change.column)
    for (row, column), text in plan.texts.items():
        if row == header_row and text.strip() and not plan.sheet.at(row, column).text.strip():
            plan.headers[column] = text
