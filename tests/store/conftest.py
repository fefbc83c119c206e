"""Two places to keep things, and the same tests of both: a file, and a database on a real PostgreSQL server."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from review_kit.store import STORE_FILE, Store, links

from .postgres import Server, programs, served


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A throw-away PostgreSQL; tests that need it are skipped where there is none, but never in our own CI."""
    found = programs()
    if found is None:
        reason = "no PostgreSQL on this machine (Debian's package is postgresql)"
        if os.environ.get("REVIEW_KIT_ALL_TESTS"):
            pytest.fail(f"{reason}, and REVIEW_KIT_ALL_TESTS asks for every test")
        pytest.skip(reason)
    with served(found) as running:
        yield running


@pytest.fixture
def url(server: Server) -> Iterator[str]:
    """The address of a database that holds nothing yet."""
    yield server.emptied()
    links.let_go()


@pytest.fixture(params=["file", "server"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Where nothing was kept yet: a file that is not made yet, in a folder that is not, or an empty database."""
    if request.param == "file":
        return tmp_path / "kept" / STORE_FILE
    return str(request.getfixturevalue("url"))


@pytest.fixture
def store(place: Path | str) -> Store:
    """A store in which nothing was kept yet."""
    return Store(place)
