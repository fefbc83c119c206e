"""What the cells of a worksheet part hold, in short: enough to tell whether two versions of it differ."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from review_kit.excel.markup import End, Listener, Start
from review_kit.excel.places import Place, place_of


@dataclass(slots=True)
class FoundCell:
    """What a cell that was meant to change holds: its `t`, its `s`, what `more` it says, its elements, their words."""

    kind: str
    style: str
    more: set[str]
    pieces: list[str] = field(default_factory=list)
    words: str = ""


class CellDigests(Listener):
    """A digest of each row: its own attributes, and all that stands in the cells that were not meant to change.

    `restyled` are the looks that cells are to have, in place of those they say.
    """

    def __init__(self, meant: Mapping[Place, str], restyled: Mapping[Place, str] | None = None) -> None:
        self.meant = meant
        self.restyled = restyled or {}
        self.rows: dict[int, int] = {}
        self.found: dict[Place, FoundCell] = {}
        self.in_cells = False
        self.cell: FoundCell | None = None
        self.row = self.column = 0
        self.words: list[str] = []

    def start(self, tag: Start) -> None:
        """A row, a cell, or something in one begins."""
        # White space between cells is only how the file is laid out.
        self.words = []
        if not self.in_cells:
            self.in_cells = tag.local == "sheetData" and tag.depth == 2
        elif tag.depth == 3:
            self._start_row(tag.attributes)
        elif tag.depth == 4:
            self._start_cell(tag)
        elif self.cell:
            self.cell.pieces.append(tag.local)
        else:
            self._add(tag.local, *sorted(tag.attributes.items()))

    def filled_rows(self) -> dict[int, int]:
        """The digests, without rows that hold nothing else and say nothing of themselves."""
        return {row: digest for row, digest in self.rows.items() if digest != hash(())}

    def looks(self) -> dict[Place, str]:
        """The looks of the cells that were meant to change."""
        return {place: found.style for place, found in self.found.items()}

    def _start_row(self, said: Mapping[str, str]) -> None:
        self.row, self.column = int(said.get("r", self.row + 1)), 0
        own = sorted(pair for pair in said.items() if pair[0] not in ("r", "spans"))
        self.rows[self.row] = hash(tuple(own))

    def _start_cell(self, tag: Start) -> None:
        said = tag.attributes
        self.column = place_of(said["r"])[1] if "r" in said else self.column + 1
        place = (self.row, self.column)
        if place in self.restyled:
            said = {**said, "s": self.restyled[place]}
        self.cell = None
        if place in self.meant:
            self.cell = FoundCell(said.get("t", ""), said.get("s") or "0", said.keys() - {"r", "s", "t"})
            self.found[place] = self.cell
        else:
            self._add(tag.local, self.column, *sorted(pair for pair in said.items() if pair[0] != "r"))

    def end(self, tag: End) -> None:
        """Something in a cell ends, or the cells do."""
        if self.in_cells and tag.depth > 4:
            self._add_words("".join(self.words))
        self.words = []
        if tag.local == "sheetData" and tag.depth == 2:
            self.in_cells = False

    def _add_words(self, words: str) -> None:
        if self.cell:
            self.cell.words += words
        else:
            self._add(words)

    def text(self, words: str) -> None:
        """Words stand in a cell."""
        if self.in_cells:
            self.words.append(words)

    def _add(self, *what: object) -> None:
        self.rows[self.row] = hash((self.rows[self.row], what))
