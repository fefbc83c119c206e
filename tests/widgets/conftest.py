"""What every test of the notebooks' forms stands on: a machine of its own, and no setting of the real one."""

from pathlib import Path

import pytest

from review_kit import faults
from review_kit.place import Place

from . import places


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine on which nothing was done yet."""
    return places.place_in(tmp_path)


@pytest.fixture(autouse=True)
def plain_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the real machine counts, and no fault is noted on it."""
    for name in ("STORE", "HOME", "STATE", "PRACTICE", "ALONE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    monkeypatch.setattr(faults, "user_log_path", lambda _: tmp_path / "log")
