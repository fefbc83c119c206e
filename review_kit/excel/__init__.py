"""Read a workbook; change cells of it and nothing else. The only code of the kit that touches workbook files.

A register holds more than a library for spreadsheets understands: text boxes, drop-downs, labels, comments. So a
writer here never reads a workbook and writes it anew; it replaces the bytes of the cells that change and copies all
others, then proves it.
"""

from review_kit.excel.columns import place_columns
from review_kit.excel.form_book import FormColumn, form_workbook
from review_kit.excel.form_reading import FormRow, read_form
from review_kit.excel.owner import owner_of
from review_kit.excel.read import read_workbook
from review_kit.excel.save import back_up, check_unchanged, save_whole
from review_kit.excel.write import refused_changes, write_workbook

__all__ = [
    "FormColumn", "FormRow", "back_up", "check_unchanged", "form_workbook", "owner_of", "place_columns", "read_form",
    "read_workbook", "refused_changes", "save_whole", "write_workbook",
]  # fmt: skip
