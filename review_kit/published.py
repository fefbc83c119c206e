"""What an entry publishes, cell by cell: the words a reader meets, not what a review writes for itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from review_kit.model import Cell, Register, Service, column_letters
from review_kit.rows.services import NOT_SEARCHED
from review_kit.rows.text import clean, squeezed
from review_kit.spellings import searchable

LONGEST_QUOTE = 240
_NO_HEADER = re.compile(r"Column ([A-Z]{1,3})")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?;])\s+|\n")


@dataclass(frozen=True, slots=True)
class Text:
    """One cell's words: `whole` as they stand but for odd spaces, `text` of the same length with addresses blanked."""

    column: str
    cell: Cell
    whole: str
    text: str

    def sentence(self, start: int, end: int) -> str:
        """The sentence around two places of it."""
        first = max((cut.end() for cut in _SENTENCE_ENDS.finditer(self.whole, 0, start)), default=0)
        last = next((cut.start() for cut in _SENTENCE_ENDS.finditer(self.whole, end)), len(self.whole))
        said = squeezed(self.whole[first:last])
        return said if len(said) <= LONGEST_QUOTE else squeezed(self.whole[max(0, start - 80):end + 80])


def published(service: Service) -> dict[str, str]:
    """The words of the five published columns."""
    return {"Section": service.section, "Area of support": service.name, "Provider": service.provider,
            "Frequency": service.frequency, "Impact": service.impact}


def texts(register: Register, service: Service) -> tuple[Text, ...]:
    """The published cells of an entry that hold words, from left to right; its section is the first of them."""
    said = published(service) | {column: text for column, text in service.values.items() if text.strip()}
    found = (_text(column, place_of(register.columns, service, column), text)
             for column, text in said.items() if text.strip() and column not in NOT_SEARCHED)
    return tuple(sorted(found, key=lambda one: (one.column != "Section", one.cell.column)))


def place_of(columns: Mapping[str, int], service: Service, column: str) -> Cell:
    """The entry's cell in a column; the entry's own where the sheet has no such column."""
    letters = _NO_HEADER.fullmatch(column)
    unnamed = next((n for n in range(1, 20_000) if column_letters(n) == letters[1]), None) if letters else None
    number = columns.get(column, unnamed or service.cell.column)
    return Cell(service.cell.sheet, service.cell.row, number)


@lru_cache(maxsize=20_000)  # several checks read the same cells
def _text(column: str, cell: Cell, text: str) -> Text:
    return Text(column, cell, clean(text).text, searchable(text))
