"""OUTSIDE: what forums said and what the lead decided, in a file of this machine or on a PostgreSQL server.

What is kept is on the disk before a call returns. What is removed leaves no byte where we keep it. The file is
SQLite's, outside the repository and outside folders that are copied to a cloud service. Later kits read what this one
wrote.
"""

import os
from pathlib import Path

from review_kit.errors import StoreError
from review_kit.model import Answer, Candidate, Decided, Decision
from review_kit.store.address import address_of
from review_kit.store.answers import Answers
from review_kit.store.candidates import Candidates
from review_kit.store.database import Database
from review_kit.store.decisions import Decisions
from review_kit.store.exchange import ForumExchange
from review_kit.store.file import StoreFile
from review_kit.store.requests import Requests
from review_kit.store.responses import Responses
from review_kit.store.sessions import Sessions
from review_kit.store.views import Views

STORE_FILE = "store.sqlite3"
NO_PSYCOPG = ("REVIEW_KIT_STORE names a PostgreSQL server, and what asks one is not installed. Install the kit again "
              "as review-kit[postgres], or take REVIEW_KIT_STORE away.")


def default_path(state: Path) -> Path | str:
    """Where views and decisions are kept: in the kit's own folder, unless REVIEW_KIT_STORE names another place.

    Returns:
        A file's path, or the URL of a PostgreSQL database.

    Raises:
        StoreError: REVIEW_KIT_STORE holds an address of another kind; the sentence does not repeat it.
    """
    named = os.environ.get("REVIEW_KIT_STORE", "")
    if "://" in named:
        return address_of(named).url
    return Path(named).expanduser() if named else state / STORE_FILE


def database_at(place: Path | str) -> Database:
    """What keeps things at a place: a file's path, or a PostgreSQL URL.

    Raises:
        StoreError: the URL is none, or what asks a PostgreSQL server is not installed.
    """
    if isinstance(place, Path) or "://" not in place:
        return StoreFile(Path(place))
    try:
        from review_kit.store.server import StoreServer
    except ImportError:
        raise StoreError(NO_PSYCOPG) from None
    return StoreServer(place)


class Store:
    """What is kept in one place: decisions and what was heard of providers, and what forums said.

    Args:
        place: a file's path, or a PostgreSQL URL; see `default_path`.

    Raises:
        StoreError: see `database_at`. Nobody is asked before something is read or kept.
    """

    def __init__(self, place: Path | str) -> None:
        self._database = database = database_at(place)
        self.sessions = Sessions(database)
        self.views = Views(database)
        self.responses = Responses(database)
        self.exchange = ForumExchange(database)
        self.decisions = Decisions(database)
        self.candidates = Candidates(database)
        self.answers = Answers(database)
        self.requests = Requests(database)

    def __repr__(self) -> str:
        return f"<Store: {self.where}>"

    @property
    def where(self) -> str:
        """The place in words for a person; no password is in it."""
        return self._database.where

    @property
    def path(self) -> Path:
        """The file.

        Raises:
            StoreError: it is no file, but on a server.
        """
        if not isinstance(self._database, StoreFile):
            raise StoreError(f"Views and decisions are kept in {self.where}, not in a file. Ask whoever runs the "
                             "server for a copy.")
        return self._database.path

    def stamp(self) -> object:
        """What changes whenever something was kept, by whomever; None where nothing was kept yet.

        Raises:
            StoreError: a server does not answer.
        """
        return self._database.stamp()

    @property
    def role(self) -> str:
        """The role in which the lead decides, as last said; '' where nobody said it yet.

        Raises:
            StoreError: the store cannot be read.
        """
        found = self._database.rows("SELECT value FROM remembered WHERE name = 'role'")
        return str(found[0][0]) if found else ""

    def remember_role(self, role: str) -> None:
        """Keep the role in which the lead decides.

        Raises:
            StoreError: it could not be kept.
        """
        with self._database.open() as database:
            database.execute("INSERT INTO remembered VALUES ('role', ?) ON CONFLICT (name) DO UPDATE SET value = ?",
                             (role, role))

    def decided(self, *, by: str = "") -> Decided:
        """All that was decided and heard, the newest first, candidates, and the role; what was undone is left out.

        Args:
            by: the role where nobody said one yet, on the desk or with a decision.

        Raises:
            StoreError: the store cannot be read.
        """
        decisions: tuple[Decision, ...] = tuple(d for d in self.decisions.all() if not d.undone_on)
        candidates: tuple[Candidate, ...] = self.candidates.all()
        answers: tuple[Answer, ...] = tuple(a for a in self.answers.all() if not a.undone_on)
        return Decided(decisions, candidates, self.role or (decisions[0].who if decisions else by), answers,
                       self.requests.all())
