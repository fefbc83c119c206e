"""Stores as earlier kits left them: made by those kits' own steps, with what they would have kept."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from review_kit.model import Action

SAID = "Nobody picks up. 🦆"


def comment(database: sqlite3.Connection, name: str, said: str = SAID) -> None:
    """A comment, as kits kept what was said before there were sessions."""
    database.execute("INSERT INTO comment (id, service_key, service, said, recorded_on) "
                     "VALUES (?, 'svc-1', 'Choir', ?, '2026-03-02')", (name, said))


def older_store(path: Path, version: int, *, comments: int = 2) -> Path:
    """A store of a version that kept comments, 1 to 4, with some in it and, from 2 on, a decision."""
    folder = files("review_kit.store").joinpath("migrations")
    scripts = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))[:version]
    with closing(sqlite3.connect(path)) as database:
        for name in scripts:
            database.executescript(folder.joinpath(name).read_text(encoding="utf-8"))
        for number in range(comments):
            comment(database, "abcdefgh"[number] if comments <= len("abcdefgh") else f"c{number}")
        if version > 1:
            database.execute(
                "INSERT INTO decision (id, service_key, check_name, about, action, who, decided_on, service, text, "
                "note, seen, evidence, basis) VALUES ('x.0', 'svc-1', 'link-not-found', 'https://club.example/', ?, "
                "'Team', '2026-03-01', 'Choir', '', 'It opens.', 'Gone.', 'Twice.', ?)",
                (Action.FINE.value, '[["status","404"]]'))
        database.execute(f"PRAGMA user_version = {version}")
        database.commit()
    return path
