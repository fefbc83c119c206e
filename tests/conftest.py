"""No test reads or writes what the person at this machine has decided or said."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the test's own in the place of the kit's folder for this person."""
    state = tmp_path_factory.mktemp("state")
    monkeypatch.setenv("REVIEW_KIT_STATE", str(state))
    monkeypatch.delenv("REVIEW_KIT_STORE", raising=False)
    return state
