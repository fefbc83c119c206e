"""The messages by which providers are asked to confirm: made, sent, reminded of, dropped, each with its day."""

from collections.abc import Iterable
from datetime import date

import msgspec

from review_kit.model import Request
from review_kit.store.database import Database
from review_kit.store.names import name_of

COLUMNS = ("number, id, provider, addresses, service_keys, made_on, reply_by, who, sent_on, reminded_on, "
           "dropped_on, asked")
DAYS = frozenset({"sent_on", "reminded_on", "dropped_on"})
"""What can become of a request after it was made."""


class Requests:
    """The requests of one store."""

    def __init__(self, file: Database) -> None:
        self._file = file

    def add(self, requests: Iterable[Request], *, attempt: str = "") -> None:
        """Keep requests, all of them or none; when this returns, they are on the disk.

        Args:
            requests: their numbers and ids are given here.
            attempt: names this try; the same try is kept once, however often it is asked for.

        Raises:
            StoreError: they could not be kept; the sentence says why.
        """
        name = name_of(attempt)
        with self._file.open() as database:
            for number, request in enumerate(requests):
                database.execute(
                    "INSERT INTO request (id, provider, addresses, service_keys, made_on, reply_by, who, sent_on, "
                    "asked) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                    (f"{name}.{number}", request.provider, _list(request.to), _list(request.service_keys),
                     request.made_on, request.reply_by, request.who, request.sent_on,
                     _list(request.asked)))

    def all(self) -> tuple[Request, ...]:
        """Every request, dropped ones among them, the newest first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        return tuple(map(_request, self._file.rows(f"SELECT {COLUMNS} FROM request ORDER BY number DESC")))  # noqa: S608

    def ask_again(self, request: Request) -> None:
        """Keep the digests of the words that a reminder asks about: they may have changed since the request.

        Raises:
            StoreError: they could not be kept.
        """
        with self._file.open() as database:
            database.execute("UPDATE request SET asked = ? WHERE id = ?", (_list(request.asked), request.id))

    def mark(self, ids: Iterable[str], what: str, *, today: date | None, reply_by: date | None = None) -> int:
        """Write down that requests were sent, reminded of or dropped on a day; None takes that back.

        Args:
            ids: of the requests.
            what: `sent_on`, `reminded_on` or `dropped_on`.
            today: the day.
            reply_by: the new day to reply by, where there is one.

        Returns:
            How many requests there were.

        Raises:
            ValueError: `what` is none of the three.
            StoreError: it could not be kept.
        """
        if what not in DAYS:
            raise ValueError(what)
        day = today.isoformat() if today else ""
        with self._file.open() as database:
            return sum(database.execute(
                f"UPDATE request SET {what} = ?, reply_by = COALESCE(?, reply_by) WHERE id = ?",  # noqa: S608
                (day, reply_by.isoformat() if reply_by else None, each)).rowcount for each in ids)


def _list(items: tuple[str, ...]) -> str:
    return msgspec.json.encode(items).decode()


def _request(row: tuple[object, ...]) -> Request:
    number, name, provider, addresses, keys, *rest, asked = row
    made_on, reply_by, who, sent_on, reminded_on, dropped_on = map(str, rest)
    return Request(int(str(number)), str(name), str(provider), _items(addresses), _items(keys), made_on, reply_by, who,
                   sent_on, reminded_on, dropped_on, _items(asked))


def _items(text: object) -> tuple[str, ...]:
    return msgspec.json.decode(str(text), type=tuple[str, ...])
