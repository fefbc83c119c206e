"""Comments: what young people said, and nothing of who they are."""

from datetime import date

from review_kit.errors import StoreError
from review_kit.model import Comment
from review_kit.store.file import StoreFile
from review_kit.store.names import name_of

COLUMNS = "number, id, service_key, service, said, recorded_on"


class Comments:
    """The comments of one store."""

    def __init__(self, file: StoreFile) -> None:
        self._file = file

    def add(self, *, service_key: str, service: str, said: str, today: date, attempt: str = "") -> Comment:
        """Keep one comment; when this returns, it is on the disk.

        Args:
            service_key: the entry that it is about.
            service: the entry's title today.
            said: the words, which must not be blank.
            today: the day; the time is not kept.
            attempt: names this try to save; the same words of the same try are kept once, however often it is asked.

        Raises:
            StoreError: it could not be kept; the sentence says why.
        """
        if not said.strip():
            raise StoreError("Nothing was kept: a comment needs words.")
        name = name_of(attempt)
        with self._file.open() as database:
            database.execute(
                "INSERT INTO comment (id, service_key, service, said, recorded_on) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (id) DO NOTHING", (name, service_key, service, said, today.isoformat()))
            row = database.execute(f"SELECT {COLUMNS} FROM comment WHERE id = ?", (name,)).fetchone()  # noqa: S608
        return Comment(*row)

    def all(self) -> tuple[Comment, ...]:
        """Every comment, the newest first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._file.rows(f"SELECT {COLUMNS} FROM comment ORDER BY number DESC")  # noqa: S608
        return tuple(Comment(*row) for row in rows)

    def remove(self, comment_id: str) -> bool:
        """Remove a comment for good, its bytes too. Says whether it was there.

        Raises:
            StoreError: it could not be removed.
        """
        with self._file.open() as database:
            return database.execute("DELETE FROM comment WHERE id = ?", (comment_id,)).rowcount > 0
