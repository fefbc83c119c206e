"""Number formats: which code each cell format (`s` of a cell) shows its number by."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.excel.book import MAIN, Book
from review_kit.excel.dates import DateKind, date_kind
from review_kit.excel.markup import End, Listener, Start
from review_kit.excel.package import Parts, scan_part
from review_kit.excel.places import whole_number

GENERAL = "General"

# ECMA-376 part 1, 18.8.30. Those that depend on the system's language (27 to 36, 50 to 58) are dates in all of them.
_BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "dd/mm/yyyy hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy/m/d"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Styles:
    """The number format code of each cell format, by its number."""

    codes: tuple[str, ...]

    def code(self, style: str) -> str:
        """The code of a cell's `s`; General when it has none or one that does not exist."""
        number = whole_number(style, 0)
        return self.codes[number] if number < len(self.codes) else GENERAL

    def is_plain(self, style: str) -> bool:
        """Whether text may take this format: not one for dates or numbers."""
        code = self.code(style)
        return code in (GENERAL, "@") and date_kind(code) is DateKind.NONE

    def is_day(self, style: str) -> bool:
        """Whether a number in this format is shown as a day, and no time of day with it."""
        return date_kind(self.code(style)) is DateKind.DAY


def styles_of(parts: Parts, book: Book) -> Styles:
    """The number formats of a workbook; all General when it has no styles."""
    part = book.part_of("styles")
    if not part or not parts.has(part):
        return Styles(())
    listener = _Styles()
    scan_part(parts, part, listener)
    return Styles(tuple(listener.own.get(number) or _BUILT_IN.get(number, GENERAL) for number in listener.formats))


class _Styles(Listener):
    def __init__(self) -> None:
        self.own: dict[int, str] = {}
        self.formats: list[int] = []
        self.in_formats = False

    def start(self, tag: Start) -> None:
        if tag.uri not in MAIN:
            return
        number = whole_number(tag.attributes.get("numFmtId", ""), 0)
        if tag.local == "numFmt" and tag.depth == 3:
            self.own[number] = tag.attributes.get("formatCode", "")
        elif tag.local == "cellXfs":
            self.in_formats = True
        elif tag.local == "xf" and self.in_formats:
            self.formats.append(number)

    def end(self, tag: End) -> None:
        if tag.local == "cellXfs":
            self.in_formats = False
