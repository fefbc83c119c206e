"""The meetings of forums: what is kept of each, its slips, and whether the safeguarding procedure was followed."""

from collections.abc import Mapping
from dataclasses import astuple, replace
from datetime import date, datetime

from review_kit.errors import StoreError
from review_kit.model import Present, Session
from review_kit.store.database import Connection, Database

COLUMNS = "id, held_on, forum, role, present, consent, audience, answer_by, code, closed_on, edit"


class Sessions:
    """The sessions of one store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Session, ...]:
        """Every session, the one held last first; none where there is no store yet.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._database.rows(f"SELECT {COLUMNS} FROM forum_session ORDER BY held_on DESC, number DESC")  # noqa: S608
        return tuple(map(_session, rows))

    def keep(self, session: Session) -> Session:
        """Keep a session, new or changed; when this returns, it is on the disk.

        Returns:
            The session as kept, with one edit more.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            found = database.execute("SELECT edit FROM forum_session WHERE id = ?", (session.id,)).fetchone()
            return put(database, session, edit=(found[0] if found else 0) + 1)

    def close(self, session_id: str, *, today: date) -> None:
        """Write down that a session has ended.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            database.execute("UPDATE forum_session SET closed_on = ?, edit = edit + 1 WHERE id = ?",
                             (today.isoformat(), session_id))

    def hand_out(self, session_id: str, codes: Mapping[int, str]) -> None:
        """Keep which slips were made for a session: a digest by the slip's number.

        Raises:
            StoreError: they could not be kept.
        """
        with self._database.open() as database:
            for label, code in codes.items():
                database.execute("INSERT INTO slip (code, session, label) VALUES (?, ?, ?) "
                                 "ON CONFLICT (code) DO NOTHING", (code, session_id, label))

    def slips(self, session_id: str) -> Mapping[int, str]:
        """The digest of each slip that was made for a session, by its number.

        Raises:
            StoreError: the store cannot be read.
        """
        rows = self._database.rows("SELECT label, code FROM slip WHERE session = ? ORDER BY label", (session_id,))
        return {int(label): str(code) for label, code in rows}

    def knows(self, code: str) -> bool:
        """Whether a digest is that of a slip, or of a session, that this store has handed out.

        Raises:
            StoreError: the store cannot be read.
        """
        asked = ("SELECT 1 FROM slip WHERE code = ? UNION SELECT 1 FROM forum_session WHERE code = ? "
                 "UNION SELECT 1 FROM forum_view WHERE code = ?")
        return bool(code and self._database.rows(asked, (code,) * 3))

    def followed(self, at: datetime) -> None:
        """Keep that the safeguarding procedure was followed, and when; nothing else, and not in which session.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            database.execute("INSERT INTO followed (followed_at) VALUES (?)", (at.isoformat(timespec="minutes"),))

    def times_followed(self) -> tuple[str, ...]:
        """Each day and time, to the minute, at which the procedure was followed, as ISO.

        Raises:
            StoreError: the store cannot be read.
        """
        return tuple(str(at) for (at,) in self._database.rows("SELECT followed_at FROM followed ORDER BY number"))


def put(database: Connection, session: Session, *, edit: int) -> Session:
    """Keep a session inside a transaction, under the number of its edit."""
    if not session.forum.strip() or not session.role.strip():
        raise StoreError("Nothing was kept: a session needs the forum's name and the facilitator's role.")
    values = row_of(replace(session, edit=edit))
    database.execute(
        f"INSERT INTO forum_session ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "  # noqa: S608
        "ON CONFLICT (id) DO UPDATE SET held_on = excluded.held_on, forum = excluded.forum, role = excluded.role, "
        "present = excluded.present, consent = excluded.consent, audience = excluded.audience, "
        "answer_by = excluded.answer_by, code = excluded.code, closed_on = excluded.closed_on, edit = excluded.edit",
        values)
    return _session(values)


def row_of(session: Session) -> tuple[object, ...]:
    """The values of its columns, in their order."""
    return astuple(session)


def _session(row: tuple[object, ...]) -> Session:
    name, held_on, forum, role, present, consent, audience, answer_by, code, closed_on, edit = row
    return Session(str(name), str(held_on), str(forum), str(role), Present(str(present)), str(consent), str(audience),
                   str(answer_by), str(code), str(closed_on), int(str(edit)))
