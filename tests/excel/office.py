"""A real LibreOffice, where there is one."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Each sheet as a CSV of its own, in UTF-8."""

needs_office = pytest.mark.skipif(
    OFFICE is None and not os.environ.get("REVIEW_KIT_ALL_TESTS"), reason="LibreOffice is not here")


def converted(path: Path, to: str, folder: Path) -> Path:
    """Open a file in LibreOffice and save it in another format, or in the same one, into a folder; give the folder."""
    assert OFFICE is not None, "CI must have LibreOffice: see .ci/run"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
         "--outdir", str(folder / "out"), str(path)],
        check=True, capture_output=True, timeout=110)
    return folder / "out"
