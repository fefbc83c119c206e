"""Services that somebody missed in the offer, until the lead adds or turns down each."""

from collections.abc import Mapping
from datetime import date

from review_kit.errors import StoreError
from review_kit.model import PUBLISHED_COLUMNS, Candidate, Source
from review_kit.store.database import Database
from review_kit.store.names import name_of

COLUMNS = "number, id, source, section, area, provider, frequency, impact, noted_on, who, wanted"


class Candidates:
    """The candidates of one store."""

    def __init__(self, file: Database) -> None:
        self._file = file

    def add(self, *, source: Source, values: Mapping[str, str], who: str, today: date, wanted: bool,
            attempt: str = "") -> None:
        """Keep one.

        Args:
            source: who missed it.
            values: the five published columns, by name.
            who: the role that wrote it down.
            today: the day.
            wanted: whether it is to be added, or only kept in mind.
            attempt: names this try; the same try is kept once.

        Raises:
            StoreError: it names no area of support, or could not be kept.
        """
        if not values.get("Area of support", "").strip():
            raise StoreError("Nothing was kept: a service needs an area of support.")
        with self._file.open() as database:
            database.execute(
                "INSERT INTO candidate (id, source, section, area, provider, frequency, impact, noted_on, who, wanted) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                (name_of(attempt), source.value, *(values.get(column, "") for column in PUBLISHED_COLUMNS),
                 today.isoformat(), who, int(wanted)))

    def all(self) -> tuple[Candidate, ...]:
        """Every candidate that was not turned down, the oldest first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._file.rows(f"SELECT {COLUMNS} FROM candidate ORDER BY number")  # noqa: S608
        return tuple(
            Candidate(number, name, Source(source), dict(zip(PUBLISHED_COLUMNS, values, strict=True)), on, who,
                      bool(wanted))
            for number, name, source, *values, on, who, wanted in rows)

    def want(self, candidate_id: str, *, wanted: bool) -> None:
        """Add it to the register with the next write, or only keep it in mind.

        Raises:
            StoreError: it could not be kept.
        """
        with self._file.open() as database:
            database.execute("UPDATE candidate SET wanted = ? WHERE id = ?", (int(wanted), candidate_id))

    def remove(self, candidate_id: str) -> None:
        """Turn it down.

        Raises:
            StoreError: it could not be removed.
        """
        with self._file.open() as database:
            database.execute("DELETE FROM candidate WHERE id = ?", (candidate_id,))
