"""The published health offer of Derby, word for word, in the shape of its own table: headings and headers as rows."""

import json
from importlib.resources import files
from pathlib import Path

from review_kit.model import Workbook
from tests_rows_build import sheet, workbook
