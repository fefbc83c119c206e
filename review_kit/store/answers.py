"""What people heard: each answer with who, when and what. None is ever changed or deleted; one can be undone."""

from collections.abc import Iterable
from datetime import date

from review_kit.errors import StoreError
from review_kit.model import Answer, Says, Way
from review_kit.store.database import Connection, Database
from review_kit.store.names import name_of

COLUMNS = ("number, id, service_key, about, way, says, who, heard_on, service, text, note, contract_ends, asked, "
           "undone_on")


class Answers:
    """The answers of one store."""

    def __init__(self, file: Database) -> None:
        self._file = file

    def add(self, answers: Iterable[Answer], *, attempt: str = "") -> tuple[Answer, ...]:
        """Keep answers, all of them or none; when this returns, they are on the disk.

        Args:
            answers: their numbers and ids are given here.
            attempt: names this try; the same try is kept once, however often it is asked for.

        Returns:
            The answers as kept, in the order given.

        Raises:
            StoreError: they could not be kept, or nobody is named who heard them; the sentence says why.
        """
        name, answers = name_of(attempt), tuple(answers)
        if not all(answer.who.strip() for answer in answers):
            raise StoreError("Nothing was kept: say in which role you heard it.")
        with self._file.open() as database:
            return tuple(_kept(database, f"{name}.{number}", answer) for number, answer in enumerate(answers))

    def all(self) -> tuple[Answer, ...]:
        """Every answer, undone ones among them, the newest first; none where there is no store yet.

        Of two that were heard on different days, the later day is the newer, whenever they were written down.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._file.rows(f"SELECT {COLUMNS} FROM answer ORDER BY heard_on DESC, number DESC")  # noqa: S608
        return tuple(map(_answer, rows))

    def undo(self, ids: Iterable[str], *, today: date) -> int:
        """Undo answers: they stay on record, with the day, and count no longer. Says how many were undone.

        Raises:
            StoreError: it could not be kept.
        """
        return self._file.undo("answer", ids, today=today)


def _kept(database: Connection, name: str, answer: Answer) -> Answer:
    database.execute(
        "INSERT INTO answer (id, service_key, about, way, says, who, heard_on, service, text, note, contract_ends, "
        "asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
        (name, answer.service_key, answer.about, answer.way.value, answer.says.value, answer.who, answer.on,
         answer.service, answer.text, answer.note, answer.contract_ends, answer.asked))
    return _answer(database.execute(f"SELECT {COLUMNS} FROM answer WHERE id = ?", (name,)).fetchone())  # noqa: S608


def _answer(row: tuple[object, ...]) -> Answer:
    number, name, key, about, way, says, *rest = row
    return Answer(int(str(number)), str(name), str(key), str(about), Way(str(way)), Says(str(says)), *map(str, rest))
