"""What a person sees in a cell, from what the file keeps."""

import math
from dataclasses import dataclass
from typing import NamedTuple

from review_kit.excel.dates import DateKind, date_kind, date_text, iso_text
from review_kit.excel.numbers import general, number_text
from review_kit.excel.places import whole_number
from review_kit.excel.sheet_xml import RawCell
from review_kit.excel.styles import Styles


class Seen(NamedTuple):
    """A text, and why it could not be had whole."""

    text: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """All that a cell's value can refer to."""

    strings: tuple[str, ...]
    styles: Styles
    since_1904: bool

    def seen(self, raw: RawCell) -> Seen:
        """The text of one cell."""
        if raw.misplaced:
            return Seen(self._text(raw).text, raw.misplaced)
        if raw.has_formula and not raw.value and raw.kind != "str":
            # An empty saved text is a result: `=IF(A2="","",…)` shows nothing.
            return Seen("", "its formula has no saved result; open the workbook in Excel and save it")
        return self._text(raw)

    def _text(self, raw: RawCell) -> Seen:
        match raw.kind:
            case "s":
                return self._shared(raw.value)
            case "inlineStr" | "str":
                return Seen(raw.value)
            case "b":
                return Seen("TRUE" if raw.value.strip() in ("1", "true") else "FALSE")
            case "e":
                return Seen(raw.value, f"it shows the error {raw.value}")
            case "d":
                return Seen(iso_text(raw.value))
        return self._number(raw)

    def _shared(self, value: str) -> Seen:
        number = whole_number(value.strip(), len(self.strings))
        if number < len(self.strings):
            return Seen(self.strings[number])
        return Seen("", "its text is missing from the file")

    def _number(self, raw: RawCell) -> Seen:
        try:
            number = float(raw.value)
        except ValueError:
            return Seen(raw.value, "it should be a number and is not one")
        if not math.isfinite(number):
            return Seen(raw.value, "it should be a number and is not one")
        code = self.styles.code(raw.style)
        kind = date_kind(code)
        if kind is DateKind.NONE:
            return Seen(number_text(number, code))
        try:
            return Seen(date_text(number, kind, since_1904=self.since_1904))
        except ValueError:
            return Seen(general(number), "it is shown as a date and is no day of the calendar")
