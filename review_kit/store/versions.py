"""The numbered steps from an empty store to this kit's version: the same for a file and for a server."""

import sqlite3
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


@cache
def migrations() -> tuple[str, ...]:
    """The scripts, in their order; read once, for the store is opened at every press."""
    steps = (entry for entry in files("review_kit.store").joinpath("migrations").iterdir()
             if entry.name.endswith(".sql"))
    return tuple(step.read_text(encoding="utf-8") for step in sorted(steps, key=lambda entry: entry.name))


def steps_after(version: int) -> Iterator[tuple[int, Iterator[str]]]:
    """What brings a store of a version up to date: each later version with its statements."""
    for number, script in enumerate(migrations()[version:], start=version + 1):
        yield number, statements(script)


def statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: run as a whole it would end the transaction that holds them together."""
    waiting = ""
    for line in script.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
