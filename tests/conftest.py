"""No test reads or writes what the person at this machine has decided or said; and those that wait begin first."""

from pathlib import Path

import pytest

WAITING = ("browser", "test_killed.py", "test_libreoffice.py", "lab")
"""Folders and files whose tests wait for other programs: side by side with those that compute, they cost little."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that take longest: begun last, they would run alone while the other workers have ended."""
    items.sort(key=lambda item: not set(WAITING) & set(item.path.parts))


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own in the place of the kit's folder for this person."""
    state = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("REVIEW_KIT_STATE", str(state))
    monkeypatch.delenv("REVIEW_KIT_STORE", raising=False)
    return state
