"""The drop-downs of a form: lists in the drop-down itself where they fit, else on a sheet of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from review_kit.excel.form_book import FormColumn
from review_kit.excel.form_cells import put
from review_kit.excel.texts import stored

LONGEST_INLINE = 255
"""Characters that Excel lets the list inside a drop-down have."""

Choices = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A table with its drop-downs: for each column that has one, where the list comes from, as a formula."""

    columns: Sequence[FormColumn]
    rows: Sequence[Mapping[str, str]]
    drop_downs: Mapping[str, str]


class Lists:
    """The lists that need a place of their own, each a column of a hidden sheet, under a name of the workbook."""

    def __init__(self) -> None:
        self.names: dict[Choices, str] = {}

    def name(self, choices: Choices) -> str:
        """The name of a list; '' for no list."""
        return self.names.setdefault(choices, f"Choices_{len(self.names) + 1}") if choices else ""

    def source(self, choices: Choices) -> str:
        """The list as a drop-down refers to it."""
        joined = ",".join(choices).replace('"', '""')
        # A comma would part an entry in two, and spaces at an entry's ends would be lost.
        in_line = all(_is_plain(choice) for choice in choices) and len(joined) <= LONGEST_INLINE
        return f'"{joined}"' if in_line else self.name(choices)

    def add(self, book: Any) -> None:
        """Put the sheet at the end of a workbook, where there are any lists."""
        if not self.names:
            return
        sheet = book.create_sheet("Lists")
        sheet.sheet_state = "hidden"
        for column, (choices, name) in enumerate(self.names.items(), 1):
            for row, choice in enumerate(choices, 1):
                put(sheet, row, column, choice)
            letter = get_column_letter(column)
            area = f"{quote_sheetname(sheet.title)}!${letter}$1:${letter}${len(choices)}"
            book.defined_names[name] = DefinedName(name, attr_text=area)


def _is_plain(choice: str) -> bool:
    return choice == choice.strip() == stored(choice) and choice.isprintable() and "," not in choice


def with_lists(
    columns: Sequence[FormColumn], rows: Sequence[Mapping[str, str]],
    choices_of: Mapping[int, Mapping[str, Choices]], lists: Lists,
) -> Form:
    """A table with the drop-downs that its columns and single rows ask for.

    Where rows of one column differ, each row says the name of its list in a hidden column, and the drop-down looks
    there: when people sort a sheet, texts move with their rows and drop-downs stay where they are.
    """
    new_columns, keys, drop_downs = list(columns), [dict(row) for row in rows], {}
    for column in columns:
        asked = [_entries(choices_of.get(at, {}).get(column.name, column.choices)) for at in range(len(rows))]
        if len(set(asked)) > 1:
            key = FormColumn(f"List for {column.name}", 12, hidden=True)
            new_columns.append(key)
            for row, choices in zip(keys, asked, strict=True):
                row[key.name] = lists.name(choices)
            drop_downs[column.name] = f"INDIRECT(${get_column_letter(len(new_columns))}2)"
        elif choices := asked[0] if asked else _entries(column.choices):
            drop_downs[column.name] = lists.source(choices)
    return Form(new_columns, keys, drop_downs)


def _entries(choices: Choices) -> Choices:
    """The list without empty entries, which would make Excel take any text whatever."""
    return tuple(choice for choice in choices if choice.strip())


def drop_down(source: str, area: str) -> Any:
    """A drop-down that takes nothing but its entries and the empty text."""
    # Excel lets a cell take any text while the cell that its formula refers to is empty, as it is in a row without a
    # list: https://support.microsoft.com/office/apply-data-validation-to-cells-29fecbcc-d1b9-42c1-9d76-eff3ce5f7249
    rule = DataValidation(
        type="list", formula1=source, allow_blank=True, showErrorMessage=True, errorStyle="stop",
        errorTitle="Not in the list", error="Please choose an entry of the list, or leave the cell empty.")
    rule.add(area)
    return rule
