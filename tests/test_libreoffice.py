"""What the kit writes, opened by a real LibreOffice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.model import Facts
from review_kit.practice import PRACTICE_DAY

SHIPPED = Path(__file__).parents[1] / "offer_register.xlsx"
OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.mark.skipif(OFFICE is None and not os.environ.get("REVIEW_KIT_ALL_TESTS"), reason="LibreOffice is not here")
def test_libreoffice_opens_the_updated_register(tmp_path: Path) -> None:
    """Every sheet opens, with the published words as they were and a Service ID for each of the 31 services."""
    register = steps.open_register(SHIPPED)
    steps.write_register(steps.check(Facts(register, PRACTICE_DAY)), tmp_path)
    assert OFFICE is not None, "CI must have LibreOffice: see .ci/run"
    # -1 asks for every sheet, each in a file of its own; 76 is UTF-8.
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        [OFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", every_sheet,
         "--outdir", str(tmp_path), str(tmp_path / "offer_register.xlsx")],
        check=True, capture_output=True, timeout=120)
    services = (tmp_path / "offer_register-Services.csv").read_text(encoding="utf-8")
    assert services.count("svc-") == 31
    assert "Derbyshire Federation for Mental Health" in services
    assert (tmp_path / "offer_register-Change log.csv").read_text(encoding="utf-8").count("svc-") == 2 * 31
    assert "Review cycle in months" in (tmp_path / "offer_register-Settings.csv").read_text(encoding="utf-8")
