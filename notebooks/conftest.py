"""Under pytest the notebooks are on the practice review, already checked: `pytest --nbval notebooks` needs no more."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from review_kit.place import Place
from review_kit.widgets.current import Current


@cache
def checked_practice() -> Path:
    """The folder of a practice review whose links have been looked at, once for each test process."""
    state = Path(tempfile.mkdtemp(prefix="review-kit-notebooks-"))
    atexit.register(shutil.rmtree, state, ignore_errors=True)
    place = Place(home=Path(__file__).parents[1], state=state, practice_only=True)
    current = Current(place)
    current.begin()
    assert current.background is not None
    current.background.wait()
    assert current.background.trouble == ""
    return state


@contextmanager
def on_the_practice_review() -> Iterator[None]:
    """The environment of a kernel that starts now."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REVIEW_KIT_PRACTICE", "1")
        patch.setenv("REVIEW_KIT_STATE", os.fspath(checked_practice()))
        patch.delenv("REVIEW_KIT_STORE", raising=False)
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup() -> Generator[None, None, None]:
    """A notebook's kernel starts when its first cell is set up."""
    with on_the_practice_review():
        return (yield)
