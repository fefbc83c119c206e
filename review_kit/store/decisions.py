"""Decisions: each with who, when and what was seen. None is ever changed or deleted; one can be undone."""

from collections.abc import Iterable
from datetime import date

import msgspec

from review_kit.errors import StoreError
from review_kit.model import Action, Decision
from review_kit.store.database import Connection, Database
from review_kit.store.names import name_of

COLUMNS = ("number, id, service_key, check_name, about, action, who, decided_on, service, text, note, seen, evidence, "
           "basis, undone_on")


class Decisions:
    """The decisions of one store."""

    def __init__(self, file: Database) -> None:
        self._file = file

    def add(self, decisions: Iterable[Decision], *, attempt: str = "") -> tuple[Decision, ...]:
        """Keep decisions, all of them or none; when this returns, they are on the disk.

        Args:
            decisions: from `deciding.decision`; their numbers and ids are given here.
            attempt: names this try; the same try is kept once, however often it is asked for.

        Returns:
            The decisions as kept, in the order given.

        Raises:
            StoreError: they could not be kept; the sentence says why.
        """
        name = name_of(attempt)
        with self._file.open() as database:
            return tuple(_kept(database, f"{name}.{number}", decision) for number, decision in enumerate(decisions))

    def all(self) -> tuple[Decision, ...]:
        """Every decision, undone ones among them, the newest first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._file.rows(f"SELECT {COLUMNS} FROM decision ORDER BY number DESC")  # noqa: S608
        return tuple(map(_decision, rows))

    def undo(self, ids: Iterable[str], *, today: date) -> int:
        """Undo decisions: they stay on record, with the day, and hold no longer. Says how many were undone.

        Raises:
            StoreError: it could not be kept.
        """
        return self._file.undo("decision", ids, today=today)


def _kept(database: Connection, name: str, decision: Decision) -> Decision:
    if not decision.who.strip():  # said here, for a server's own refusal would write the whole row into its log
        raise StoreError("Nothing was kept: say in which role you decide.")
    values = (name, *decision.key, decision.action.value, decision.who, decision.decided_on, decision.service,
              decision.text, decision.note, decision.seen, decision.evidence,
              msgspec.json.encode(decision.basis).decode())
    database.execute(
        "INSERT INTO decision (id, service_key, check_name, about, action, who, decided_on, service, text, note, seen, "
        "evidence, basis) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING", values)
    return _decision(database.execute(f"SELECT {COLUMNS} FROM decision WHERE id = ?", (name,)).fetchone())  # noqa: S608


def _decision(row: tuple[object, ...]) -> Decision:
    number, name, key, check, about, action, who, on, service, text, note, seen, evidence, basis, undone = row
    return Decision(
        int(str(number)), str(name), str(key), str(check), str(about), Action(str(action)), str(who), str(on),
        str(service), str(text), str(note), str(seen), str(evidence),
        msgspec.json.decode(str(basis), type=tuple[tuple[str, str], ...]), str(undone))
