"""Several that keep at once, and some that are killed at it: whatever was acknowledged is there, once and whole."""

import random
import sqlite3
import sys
import threading
from collections import Counter
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from review_kit.store import Store

from .heard import TODAY, VIEW, keep
from .writers import Writer, at_once

KILLS = 8
NAMES = ("Ann", "Ben", "Cas", "Dee")


def is_whole(place: Path | str) -> bool:
    """Whether SQLite finds nothing amiss in the file; a server looks after itself."""
    if isinstance(place, str):
        return True
    with closing(sqlite3.connect(place)) as database:
        return bool(database.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def test_processes_that_write_at_once_lose_nothing(store: Store, place: Path | str) -> None:
    """Two kits on one file, four on one server, from the very first moment on: each view is there exactly once."""
    names = NAMES[:2] if isinstance(place, Path) else NAMES
    writers = [Writer(place, name, 20, edits=3) for name in names]
    for writer in writers:
        writer.go()
    told = [writer.told(60) for writer in writers]
    assert [(writer.end(), writer.process.returncode) for writer in writers] == [("", 0)] * len(writers)
    assert all(lines == [(f"{name}-{n}", edit) for n in range(20) for edit in (1, 2, 3)]
               for name, lines in zip(names, told, strict=True))
    views = store.views.all()
    assert Counter(view.id for view in views) == Counter(f"{name}-{n}" for name in names for n in range(20))
    assert all(view.edit == 3 and view.said.count("says") == 3 for view in views)
    assert is_whole(place)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process in another way")
def test_a_writer_that_is_killed_loses_nothing_acknowledged(store: Store, place: Path | str) -> None:
    """At whatever moment the machine's plug is pulled on it: each edit that was told is in the store, which opens."""
    moments = random.Random(20260302)  # noqa: S311 - the same on every run
    told: dict[str, int] = {}
    for kill in range(KILLS):
        writer = Writer(place, f"kill{kill}", 10_000, edits=5)
        writer.go()
        lines = writer.told(moments.randrange(1, 12))
        threading.Event().wait(moments.random() * 0.02)
        told |= dict(lines + writer.kill())
        kept = {view.id: view.edit for view in store.views.all()}
        # What was kept and not yet told is one edit, or the first of one view, for each kill.
        assert all(edit <= kept[name] <= edit + 1 for name, edit in told.items())
        assert len(kept) <= len(told) + kill + 1
    assert len(told) >= KILLS
    assert is_whole(place)
    assert keep(store, "and it goes on").edit == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process in another way")
def test_a_writer_that_is_killed_holds_nobody_up(store: Store, place: Path | str) -> None:
    """The others go on meanwhile, and lose nothing of their own."""
    killed, other = Writer(place, "killed", 10_000, edits=5), Writer(place, "other", 40)
    killed.go()
    other.go()
    told = killed.told(3) + killed.kill()
    assert len(other.told(40)) == 40
    assert other.end() == ""
    names = {view.id for view in store.views.all()}
    assert names >= {name for name, _ in told} | {f"other-{n}" for n in range(40)}


def test_two_that_change_one_view_at_once_lose_nothing(store: Store, place: Path | str) -> None:
    """Each from the same edit: one stands in its place, the other beside it."""
    for number in range(10):
        first = store.views.keep(replace(VIEW, id=f"id{number}", said="The door"))
        assert at_once(*[
            lambda words=words, first=first: Store(place).views.keep(replace(first, said=words), after=first.edit)
            for words in (f"The door is {how} {number}" for how in ("locked", "red", "old"))]) == []
    said = Counter(view.said for view in store.views.all())
    assert said == Counter(f"The door is {how} {n}" for n in range(10) for how in ("locked", "red", "old"))


def test_threads_that_use_one_store_at_once_lose_nothing(store: Store) -> None:
    """A page's presses may come from more than one; each connection is one thread's as long as it is in use."""
    def keeps(name: str) -> None:
        for number in range(8):
            keep(store, f"{name} {number}", f"{name}-{number}")
            store.exchange.everything()
    assert at_once(*[lambda name=name: keeps(name) for name in (*NAMES, "Eve", "Fay")]) == []
    assert Counter(view.said for view in store.views.all()) == Counter(
        f"{name} {n}" for name in (*NAMES, "Eve", "Fay") for n in range(8))


def test_what_is_removed_while_others_write_stays_removed(store: Store, place: Path | str) -> None:
    """A view is withdrawn in the midst of other people's saves; none of those is lost, and none waits in vain."""
    for number in range(6):
        keep(store, f"mine {number}", f"mine-{number}")

    def removes() -> None:
        for number in range(6):
            Store(place).views.erase([f"mine-{number}"], today=TODAY)

    def keeps() -> None:
        for number in range(30):
            keep(Store(place), f"other {number}", f"other-{number}")
    assert at_once(removes, keeps) == []
    assert sorted(view.said for view in store.views.all()) == sorted(f"other {n}" for n in range(30))
