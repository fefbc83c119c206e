"""What is answered to each theme."""

from dataclasses import astuple, replace

from review_kit.errors import StoreError
from review_kit.model import Done, Response
from review_kit.store.database import Connection, Database

COLUMNS = "theme, audience, done, text, owner, by_on, edit"


class Responses:
    """The answers of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Response, ...]:
        """Every answer, by its theme's name.

        Raises:
            StoreError: the store cannot be read.
        """
        return tuple(map(_response, self._database.rows(f"SELECT {COLUMNS} FROM response ORDER BY theme")))  # noqa: S608

    def keep(self, response: Response) -> Response:
        """Keep an answer, new or changed.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            found = database.execute("SELECT edit FROM response WHERE theme = ?", (response.theme,)).fetchone()
            return put(database, response, edit=(found[0] if found else 0) + 1)


def put(database: Connection, response: Response, *, edit: int) -> Response:
    """Keep an answer inside a transaction, under the number of its edit."""
    if not response.theme.strip() or not response.text.strip():
        raise StoreError("Nothing was kept: an answer needs a theme and words.")
    values = row_of(replace(response, edit=edit))
    database.execute(
        f"INSERT INTO response ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (theme) DO UPDATE SET "  # noqa: S608
        "audience = excluded.audience, done = excluded.done, text = excluded.text, owner = excluded.owner, "
        "by_on = excluded.by_on, edit = excluded.edit", values)
    return _response(values)


def row_of(response: Response) -> tuple[object, ...]:
    """The values of its columns, in their order."""
    return astuple(response)


def _response(row: tuple[object, ...]) -> Response:
    theme, audience, done, text, owner, by_on, edit = row
    return Response(str(theme), str(audience), Done(str(done)), str(text), str(owner), str(by_on), int(str(edit)))
