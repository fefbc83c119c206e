"""OUTSIDE: comments and decisions on this machine's own disk, in SQLite; later kits read what this one wrote.

What is kept is on the disk before a call returns. What is removed is overwritten with zeros. The file is kept outside
the repository and outside folders that are copied to a cloud service.
"""

import os
from pathlib import Path

from review_kit.errors import StoreError
from review_kit.model import Answer, Candidate, Decided, Decision
from review_kit.store.answers import Answers
from review_kit.store.candidates import Candidates
from review_kit.store.decisions import Decisions
from review_kit.store.exchange import ForumExchange
from review_kit.store.file import StoreFile
from review_kit.store.requests import Requests
from review_kit.store.responses import Responses
from review_kit.store.sessions import Sessions
from review_kit.store.views import Views

STORE_FILE = "store.sqlite3"


def default_path(state: Path) -> Path:
    """Where comments and decisions are kept: in the kit's own folder, unless REVIEW_KIT_STORE names another file.

    Raises:
        StoreError: REVIEW_KIT_STORE names a database server, which this version does not know.
    """
    named = os.environ.get("REVIEW_KIT_STORE", "")
    if "://" in named:
        raise StoreError("This version keeps comments and decisions in a file only, and REVIEW_KIT_STORE holds an "
                         "address. Set it to a file's path, or take it away.")
    return Path(named).expanduser() if named else state / STORE_FILE


class Store:
    """What is kept in one place: decisions and what was heard of providers, and what forums said."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = StoreFile(path)
        self.sessions = Sessions(self._file)
        self.views = Views(self._file)
        self.responses = Responses(self._file)
        self.exchange = ForumExchange(self._file)
        self.decisions = Decisions(self._file)
        self.candidates = Candidates(self._file)
        self.answers = Answers(self._file)
        self.requests = Requests(self._file)

    @property
    def role(self) -> str:
        """The role in which the lead decides, as last said; '' where nobody said it yet.

        Raises:
            StoreError: the store cannot be read.
        """
        found = self._file.rows("SELECT value FROM remembered WHERE name = 'role'")
        return str(found[0][0]) if found else ""

    def remember_role(self, role: str) -> None:
        """Keep the role in which the lead decides.

        Raises:
            StoreError: it could not be kept.
        """
        with self._file.open() as database:
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
