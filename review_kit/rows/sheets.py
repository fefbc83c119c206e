"""Chooses the sheet that holds the services, and refuses with one plain sentence where there is none."""

from collections.abc import Iterable

from review_kit.errors import RegisterError
from review_kit.model.register import PUBLISHED_COLUMNS
from review_kit.model.workbook import Sheet, Workbook
from review_kit.rows.headers import Header, best_header
from review_kit.rows.settings_sheet import SHEET as SETTINGS_SHEET

SHEET = "Services"
OTHER_SHEETS = frozenset({SETTINGS_SHEET.casefold(), "change log"})
"""The register's own other sheets; they hold no services, whatever their headers."""


def file_name(workbook: Workbook) -> str:
    """The workbook's name without its folders, as messages show it."""
    return workbook.path.replace("\\", "/").rpartition("/")[2] or "the workbook"


def listed(names: Iterable[str]) -> str:
    """Names in a sentence: one, two and three."""
    *most, last = names or ("none",)
    return f"{', '.join(most)} and {last}" if most else last


def choose_sheet(workbook: Workbook, name: str = "") -> Sheet:
    """The named sheet; else `Services`; else the visible sheet with the best header, a hidden one only if none fits.

    Raises:
        RegisterError: no sheet of that name, or no sheet with anything in it.
    """
    names = [sheet.name for sheet in workbook.sheets]
    if not names or not any(cell.text.strip() for cell in workbook.cells()):
        raise RegisterError(f"{file_name(workbook)} is empty: choose the workbook that holds the services, "
                            f"or fill in its sheet {SHEET}.")
    chosen = workbook.sheet(name or SHEET)
    if chosen is not None:
        return chosen
    if name:
        raise RegisterError(f"{file_name(workbook)} has no sheet called {name}; its sheets are {listed(names)}: "
                            "name one of these.")
    others = [sheet for sheet in workbook.sheets if sheet.name.strip().casefold() not in OTHER_SHEETS]
    return max(others or workbook.sheets, key=_fitness)  # the first of equals


def _fitness(sheet: Sheet) -> tuple[bool, bool, int, bool]:
    """Rank a sheet: one that is whole and visible, then whole though hidden, then what comes nearest."""
    header = best_header(sheet)
    whole = header is not None and not header.missing
    return whole and not sheet.hidden, whole, header.score if header else 0, not sheet.hidden


def choose_header(workbook: Workbook, sheet: Sheet) -> Header:
    """The sheet's header row, with all the columns that a register needs but perhaps `Section`.

    Raises:
        RegisterError: no header row, or a needed column is missing.
    """
    where = f"sheet {sheet.name} of {file_name(workbook)}"
    if not any(cell.text.strip() for row in sheet.rows.values() for cell in row.values()):
        raise RegisterError(f"The {where} is empty: fill it in, or name the sheet that holds the services.")
    header = best_header(sheet)
    if header is None:
        raise RegisterError(f"The {where} has no header row that we know: its first rows should hold one with the "
                            f"columns {listed(PUBLISHED_COLUMNS)}; add it, or name the sheet that holds the services.")
    if header.missing:
        raise missing_columns(where, header, header.missing)
    return header


def missing_columns(where: str, header: Header, missing: tuple[str, ...]) -> RegisterError:
    """The error for columns that are not there: it names them, those that are, and the next step."""
    words = "no column" if len(missing) == 1 else "no columns"
    return RegisterError(f"The {where} has {words} {listed(missing)}; the columns found in row {header.row} are "
                         f"{listed(header.columns)}: rename the right one, or add it.")
