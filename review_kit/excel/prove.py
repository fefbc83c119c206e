"""The proof after every save: all is as it was but for the changes that were meant."""

from collections import Counter
from collections.abc import Mapping

from review_kit.errors import RegisterError, WorkbookRefused
from review_kit.excel.book import MAIN, Book, SheetEntry, book_of
from review_kit.excel.draft import Draft
from review_kit.excel.edition import Edition
from review_kit.excel.markup import End, Listener, Start
from review_kit.excel.package import Package, Parts, package_of, scan_part
from review_kit.excel.places import Place, place_of
from review_kit.excel.read import one_sheet
from review_kit.excel.tables import tables_on
from review_kit.excel.texts import shown, stored

# Elements that a change may alter, once in a part; hyperlinks and references as often as an address was changed.
_MAY_ALTER = {"dimension", "calcPr", "tableColumns", "modified", "lastModifiedBy"}
# What a table that grows says of its reach, which is compared with what was meant.
_REACH = {"table": {"ref", "insertRow"}, "autoFilter": {"ref"}}
_MAY_COME = _MAY_ALTER | {"sheet", "Override", "Relationship", "tableColumn", "hyperlink"}


def prove(edition: Edition, data: bytes) -> None:
    """Compare the file as written with the file as read.

    Args:
        edition: what was meant to change.
        data: the bytes that were written.

    Raises:
        WorkbookRefused: something else changed, or a meant change is not there.
    """
    draft = edition.draft
    try:
        after = package_of(draft.name, data)
        _prove_parts(draft, after)
        for name in draft.changed:
            _prove_elements(edition, after, name)
        book = book_of(after)
        for entry in book.sheets:
            if entry.part in edition.meant:
                _prove_sheet(edition, after, book, entry)
    except WorkbookRefused:
        raise
    except RegisterError as error:
        raise _failed(draft.name, "the file cannot be read back") from error


def _failed(name: str, what: str) -> WorkbookRefused:
    return WorkbookRefused(
        f"{name} was left as it is: checking the new file showed that {what}. "
        "Nothing was saved. Make the changes by hand in Excel, and tell the kit's makers.",
    )


def _prove_parts(draft: Draft, after: Package) -> None:
    """The same parts in the same order, each unchanged one with the same bytes."""
    expected = [entry.filename for entry in draft.package.entries] + list(draft.added)
    if [entry.filename for entry in after.entries] != expected:
        raise _failed(draft.name, "its parts are not the same")
    for old, new in zip(draft.package.entries, after.entries, strict=False):
        if old.filename not in draft.changed and draft.package.inflate(old) != after.inflate(new):
            raise _failed(draft.name, f"its part {old.filename} has changed")


def _prove_elements(edition: Edition, after: Package, part: str) -> None:
    """Every element outside the cells is still there, as it was."""
    draft = edition.draft
    moved = sum(edition.moved.values())
    lost, come = _differences(_elements(draft.package, part), _elements(after, part))
    for local, number in lost.items():
        allowed = moved if local in ("hyperlink", "Relationship") else int(local in _MAY_ALTER)
        if number > allowed:
            raise _failed(draft.name, f"an element {local} of {part} has changed")
    if not come.keys() <= _MAY_COME:
        raise _failed(draft.name, f"{part} has elements that were not meant")


def _differences(before: Counter[str], after: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """How many elements of each local name are gone, and how many have come."""
    lost: Counter[str] = Counter()
    come: Counter[str] = Counter()
    for element, number in (before - after).items():
        lost[element.partition(" ")[0]] += number
    for element, number in (after - before).items():
        come[element.partition(" ")[0]] += number
    return lost, come


def _elements(parts: Parts, part: str) -> Counter[str]:
    listener = _Outside()
    scan_part(parts, part, listener)
    return listener.found


class _Outside(Listener):
    """Counts the elements outside the cells, each with its attributes and the text right after its tag."""

    def __init__(self) -> None:
        self.found: Counter[str] = Counter()
        self.in_cells = self.in_table = False
        self.open = ""
        self.words: list[str] = []

    def start(self, tag: Start) -> None:
        self._close()
        self.in_table = self.in_table or (tag.local == "table" and tag.depth == 1)
        if not self.in_cells:
            left_out = _REACH.get(tag.local, set()) if self.in_table else set()
            said = sorted(pair for pair in tag.attributes.items() if pair[0] not in left_out)
            self.open = f"{tag.local} {tag.uri} {said}"
        self.in_cells = self.in_cells or (tag.local == "sheetData" and tag.uri in MAIN)

    def end(self, tag: End) -> None:
        self._close()
        if tag.local == "sheetData" and tag.depth == 2:
            self.in_cells = False

    def text(self, words: str) -> None:
        if self.open:
            self.words.append(words)

    def _close(self) -> None:
        if self.open:
            self.found[f"{self.open} {''.join(self.words).strip()}"] += 1
        self.open, self.words = "", []


def _prove_sheet(edition: Edition, after: Package, book: Book, entry: SheetEntry) -> None:
    """Each meant text stands in its cell, in the look it had; all other cells are as they were."""
    draft, meant = edition.draft, edition.meant[entry.part]
    sheet = one_sheet(after, book, entry)
    for place, text in meant.items():
        expected, found = shown(stored(text)), sheet.at(*place).text
        if found != expected and (found.strip() or expected.strip()):
            raise _failed(draft.name, f"{entry.name} does not hold what was to be written")
    for table in tables_on(Draft(after), entry.part):
        if table.part in draft.changed:
            heads = [sheet.at(table.area.top, column).text for column in range(table.area.left, table.area.right + 1)]
            if heads != list(table.names):
                raise _failed(draft.name, f"a table's headings on {entry.name} do not agree")
            if table != edition.tables.get(table.part):
                raise _failed(draft.name, f"a table on {entry.name} is not as large as it was to be")
    if draft.package.has(entry.part):
        _prove_cells(draft, after, entry, meant)


def _prove_cells(draft: Draft, after: Package, entry: SheetEntry, meant: Mapping[Place, str]) -> None:
    old, new = _Cells(meant), _Cells(meant)
    scan_part(draft.package, entry.part, old)
    scan_part(after, entry.part, new)
    if old.filled_rows() != new.filled_rows():
        raise _failed(draft.name, f"other cells of {entry.name} have changed")
    if not old.looks.items() <= new.looks.items():
        raise _failed(draft.name, f"a changed cell of {entry.name} has lost its look")


class _Cells(Listener):
    """A digest of each row: its own attributes, and all that stands in the cells that were not meant to change."""

    def __init__(self, meant: Mapping[Place, str]) -> None:
        self.meant = meant
        self.rows: dict[int, int] = {}
        self.looks: dict[Place, str] = {}
        self.in_cells = self.skips = False
        self.row = self.column = 0
        self.words: list[str] = []

    def start(self, tag: Start) -> None:
        # White space between cells is only how the file is laid out.
        self.words = []
        if not self.in_cells:
            self.in_cells = tag.local == "sheetData" and tag.depth == 2
        elif tag.depth == 3:
            self._start_row(tag.attributes)
        elif tag.depth == 4:
            self._start_cell(tag)
        elif not self.skips:
            self._add(tag.local, *sorted(tag.attributes.items()))

    def filled_rows(self) -> dict[int, int]:
        """The digests, without rows that hold nothing else and say nothing of themselves."""
        return {row: digest for row, digest in self.rows.items() if digest != hash(())}

    def _start_row(self, said: Mapping[str, str]) -> None:
        self.row, self.column = int(said.get("r", self.row + 1)), 0
        own = sorted(pair for pair in said.items() if pair[0] not in ("r", "spans"))
        self.rows[self.row] = hash(tuple(own))

    def _start_cell(self, tag: Start) -> None:
        said = tag.attributes
        self.column = place_of(said["r"])[1] if "r" in said else self.column + 1
        self.skips = (self.row, self.column) in self.meant
        if self.skips:
            self.looks[self.row, self.column] = said.get("s") or "0"
        else:
            self._add(tag.local, self.column, *sorted(pair for pair in said.items() if pair[0] != "r"))

    def end(self, tag: End) -> None:
        if self.in_cells and tag.depth > 4 and not self.skips:
            self._add("".join(self.words))
        self.words = []
        if tag.local == "sheetData" and tag.depth == 2:
            self.in_cells = False

    def text(self, words: str) -> None:
        if self.in_cells and not self.skips:
            self.words.append(words)

    def _add(self, *what: object) -> None:
        self.rows[self.row] = hash((self.rows[self.row], what))
