"""What the reading found wrong, in words: each is a finding with its cell, and the rest goes on."""

from review_kit.model.finding import Finding, Severity
from review_kit.model.workbook import Cell, CellText, Sheet
from review_kit.rows.text import squeezed

SHOWN = 60


def short(words: str) -> str:
    """Words for a sentence: on one line, cut where they are long."""
    line = squeezed(words)
    return line if len(line) <= SHOWN else line[:SHOWN - 1].rstrip() + "…"


def cell_unreadable(cell: CellText) -> Finding:
    """A cell whose content could not be had."""
    return Finding("cell-unreadable", Severity.CAUTION, cell.cell, f"We could not read this cell: {cell.problem}.",
                   "Type what should stand there, then run the review again.", evidence=cell.text)


def row_unclear(cell: Cell, saw: str, do: str, severity: Severity = Severity.CAUTION, evidence: str = "") -> Finding:
    """A row that is neither plainly a service nor plainly a heading."""
    return Finding("row-unclear", severity, cell, saw, do, evidence=evidence)


def note_beside_table(cell: Cell, words: str) -> Finding:
    """Text outside the services."""
    return row_unclear(cell, f"We took “{short(words)}” for a note, not for a service.",
                       "If it is a service, fill in its provider, frequency and impact.", Severity.NOTE, words)


def link_outside(cell: Cell, words: str, found: str) -> Finding:
    """A link or contact in a heading, title or note, which no service owns and so nobody checks."""
    return Finding("link-outside-services", Severity.CAUTION, cell,
                   f"“{short(found)}” stands outside the services, so we did not check it.",
                   "Move it into the row of its service, or check it by hand.", evidence=words)


def service_id_repeated(cell: Cell, service_id: str, first: Cell) -> Finding:
    """Two rows with one Service ID: decisions of one would land on the other."""
    return Finding("service-id-repeated", Severity.CAUTION, cell,
                   f"The Service ID “{short(service_id)}” also stands in {first}.",
                   "Clear it in the newer of the two rows; the next save gives that row its own.")


def column_repeated(cell: CellText) -> Finding:
    """Two columns of one name."""
    return Finding("column-repeated", Severity.CAUTION, cell.cell,
                   f"A second column is called “{short(cell.text)}”; we used the first.",
                   "Give this column another name, or join the two.")


def hidden_sheet_used(sheet: Sheet) -> Finding:
    """The register stands on a sheet that nobody sees."""
    return Finding("hidden-sheet-used", Severity.CAUTION, Cell(sheet.name, 1, 1),
                   f"The services stand on the hidden sheet {sheet.name}.",
                   "Show the sheet, or name the right one.")


def setting_unreadable(cell: Cell, label: str, saw: str, default: str) -> Finding:
    """A setting whose value cannot be used; its default is."""
    return Finding("setting-unreadable", Severity.CAUTION, cell, f"We could not use the setting “{label}”: {saw}.",
                   f"Write another value; until then it is {default}.")


def own_table_unusable(cell: Cell, label: str, why: str) -> Finding:
    """A council's own table, or a row of it, that cannot be used; the rest of it is."""
    return Finding("setting-unreadable", Severity.CAUTION, cell, f"We could not use all of “{label}”: {why}.",
                   "Mend it, then run the review again; until then it is left out.")


def setting_unknown(cell: Cell, label: str) -> Finding:
    """A name in the sheet Settings that nothing knows."""
    return Finding("setting-unknown", Severity.NOTE, cell, f"We know no setting called “{short(label)}”.",
                   "Check its spelling against the guide, or delete the row.")
