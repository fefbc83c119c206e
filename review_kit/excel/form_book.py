"""A new workbook in which people fill in some columns of a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column. `choices` are the entries of its drop-down, where it has one; `width` counts characters."""

    name: str
    width: int
    fill_in: bool = False
    choices: tuple[str, ...] = ()
    hidden: bool = False


def form_workbook(
    columns: Sequence[FormColumn],
    rows: Sequence[Mapping[str, str]],
    *,
    sheet: str,
    title: str,
    notes: Sequence[str],
    choices_of: Mapping[int, Mapping[str, tuple[str, ...]]] | None = None,
    made_at: datetime,
) -> bytes:
    """Make the workbook: the table, a sheet that says how to fill it in, and the lists of its drop-downs.

    All texts go in as texts, never as formulas or links; one too long for a cell is cut and ends in “…”.

    Args:
        columns: in order; each name once.
        rows: the texts by column name; a name that is missing stands for ''.
        sheet: the name of the table's sheet.
        title: of the document.
        notes: how to fill it in, a paragraph each.
        choices_of: a row's own drop-downs instead of its columns', by its place in `rows` and the column's name. They
            move with the row when people sort, which takes one more column, hidden: “List for …”.
        made_at: the moment for the file's properties; UTC where it does not say.

    Returns:
        The file. The same input makes the same bytes.
    """
    # openpyxl takes a third of a second to load, which only those who make a form should wait for.
    from review_kit.excel.form_lists import Lists, with_lists
    from review_kit.excel.form_sheets import add_notes, add_table, new_book, saved

    made_at = made_at.astimezone(UTC) if made_at.tzinfo else made_at
    lists = Lists()
    form = with_lists(columns, rows, choices_of or {}, lists)
    book = new_book(title, made_at)
    add_table(book, form, sheet)
    add_notes(book, title, notes)
    lists.add(book)
    return saved(book, made_at)
