"""The next edition of a workbook as it takes shape: changes applied to a draft, sheet by sheet."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from review_kit.errors import WorkbookRefused
from review_kit.excel.book import SheetEntry, book_of
from review_kit.excel.cells import with_contents
from review_kit.excel.content import Wanted
from review_kit.excel.dates import day_serial
from review_kit.excel.draft import Draft
from review_kit.excel.faces import faces_of
from review_kit.excel.growth import Written, grow
from review_kit.excel.layout import layout_of
from review_kit.excel.log import log_plan
from review_kit.excel.markup import XmlError
from review_kit.excel.package import Package
from review_kit.excel.pivots import pivots_on
from review_kit.excel.places import Place
from review_kit.excel.plan import Plan, plan_of
from review_kit.excel.read import one_sheet
from review_kit.excel.refusals import Guard
from review_kit.excel.retarget import LinkKey, Retarget, retarget
from review_kit.excel.sheets import add_sheet
from review_kit.excel.spans import Layout
from review_kit.excel.styles import styles_of
from review_kit.excel.tables import Table, tables_on
from review_kit.excel.unlinked import without_link_look
from review_kit.model.review import Change
from review_kit.model.workbook import Cell, Sheet


class Edition:
    """A draft, what was meant to change in it (for the proof), and what could not be changed."""

    def __init__(self, package: Package) -> None:
        self.draft = Draft(package)
        self.book = book_of(package)
        self.styles = styles_of(package, self.book)
        self.meant: dict[str, dict[Place, str]] = {}
        self.tables: dict[str, Table] = {}
        self.serials: dict[str, dict[Place, int]] = {}
        self.moves: dict[str, list[Retarget]] = {}
        self.moved: dict[str, dict[LinkKey, str]] = {}
        self.restyled: dict[str, dict[Place, str]] = {}
        self.changed_cells: set[Cell] = set()
        self.refused: dict[Cell, str] = {}

    def change(self, changes: Sequence[Change], *, sheet: str, header_row: int) -> None:
        """Apply changes; `sheet` and `header_row` say where new columns get their headers.

        Raises:
            WorkbookRefused: a sheet is missing or not in order, or changes contradict each other.
        """
        by_sheet: dict[str, list[Change]] = {}
        for change in changes:
            by_sheet.setdefault(change.cell.sheet.strip().casefold(), []).append(change)
        for name, its_changes in by_sheet.items():
            entry = self._entry(its_changes[0].cell.sheet)
            heads = header_row if name == sheet.strip().casefold() else None
            plan = plan_of(self._sheet(entry), its_changes, heads)
            self._apply(entry, plan)
            self.changed_cells |= plan.cells

    def log(self, sheet: str, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Add rows to the log, and the log itself where there is none.

        Raises:
            WorkbookRefused: the sheet is not one that can take them.
        """
        if self.book.entry(sheet) is None:
            whole = [header, *rows]
            part = add_sheet(self.draft, self.book, sheet, whole)
            self.meant[part] = {
                (number, column): text for number, row in enumerate(whole, 1) for column, text in enumerate(row, 1)
            }
            return
        entry = self._entry(sheet)
        self._apply(entry, log_plan(self._sheet(entry), header, rows))

    def _entry(self, name: str) -> SheetEntry:
        entry = self.book.entry(name)
        if entry is None or not entry.holds_cells:
            raise WorkbookRefused(f"{self.draft.name} has no worksheet {name} to write to. Check the sheet's name.")
        return entry

    def _sheet(self, entry: SheetEntry) -> Sheet:
        return one_sheet(self.draft, self.book, entry)

    def _apply(self, entry: SheetEntry, plan: Plan) -> None:
        refused = self._write_texts(entry, plan)
        for move in plan.moves:
            done = retarget(self.draft, entry.part, plan.sheet, move)
            if done.why:
                refused[move.cell] = done.why
            self.moves.setdefault(entry.part, []).append(move)
            self.moved.setdefault(entry.part, {}).update(done.links)
            if done.links and not move.new:
                self._restyle(entry.part, move.place)
        self.refused |= refused
        self.meant.setdefault(entry.part, {}).update(plan.texts)

    def _restyle(self, part: str, place: Place) -> None:
        """Words whose link is gone look like words again, where that is easy."""
        layout = self._layout(part, [place[0]])
        style = without_link_look(self.draft, part, layout, place, faces_of(self.draft, self.book))
        if style:
            self.restyled.setdefault(part, {})[place] = style

    def _layout(self, part: str, rows: Iterable[int]) -> Layout:
        try:
            return layout_of(self.draft.utf8(part), rows)
        except XmlError as error:
            raise self.draft.refusal(part, error) from error

    def _write_texts(self, entry: SheetEntry, plan: Plan) -> dict[Cell, str]:
        """Write what can be written; give back the cells that cannot, with the reasons."""
        layout = self._layout(entry.part, (near for row, _ in plan.texts for near in (row, row - 1)))
        tables = tables_on(self.draft, entry.part)
        refused = Guard(entry.name, layout, tables, pivots_on(self.draft, entry.part)).refused(plan.texts)
        texts: Mapping[Place, str] = {
            place: text for place, text in plan.texts.items() if Cell(entry.name, *place) not in refused
        }
        if texts:
            wanted = Wanted(texts, self._serials(plan.days, texts), plan.header_row)
            self.serials.setdefault(entry.part, {}).update(wanted.serials)
            data = self.draft.utf8(entry.part)
            self.draft.put(entry.part, with_contents(data, layout, wanted, self.styles))
        grown = grow(self.draft, tables, Written(plan.sheet, texts, plan.header_row, plan.headers))
        self.tables |= {table.part: table for table in grown}
        return refused

    def _serials(self, days: Collection[Place], texts: Mapping[Place, str]) -> dict[Place, int]:
        found = {place: day_serial(texts[place], since_1904=self.book.since_1904) for place in days if place in texts}
        return {place: serial for place, serial in found.items() if serial is not None}
