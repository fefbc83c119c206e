"""What a server's refusals mean for a person: one sentence each, with neither a password nor words that were kept."""

import psycopg
from psycopg import errors

from review_kit.errors import StoreError
from review_kit.store.address import BAD

TURNED_DOWN = ("The server turned us away from {where}: the user or password in REVIEW_KIT_STORE is wrong. Put it "
               "right, or ask whoever runs the server")
NOT_LET_IN = "The server does not let us in to {where}. Ask whoever runs it to allow this user and this computer"
NO_SUCH_USER = ("The server knows no such user for {where}. Put the user in REVIEW_KIT_STORE right, or ask whoever "
                "runs the server")
NO_SUCH_DATABASE = ("The server answers, but has no such database: {where}. Put its name in REVIEW_KIT_STORE right, or "
                    "ask whoever runs the server to make it")
IN_THE_OPEN = ("The server would not encrypt what goes to {where}, and what young people said is not sent in the open. "
               "Ask whoever runs it to switch encryption on; where the network between is trusted, end the address in "
               "REVIEW_KIT_STORE with ?sslmode=prefer")
TOO_MANY = "Too many others use {where}. Wait a minute and try again"
SILENT = ("We cannot reach {where}. See that this computer is on the network and that the address in REVIEW_KIT_STORE "
          "is right, and try again; if it stays so, ask whoever runs the server")
TURNED_AWAY = (
    (("authentication failed", "no password supplied"), TURNED_DOWN),
    (("no pg_hba.conf entry", "permission denied"), NOT_LET_IN),
    (('role "',), NO_SUCH_USER),
    (("does not support ssl",), IN_THE_OPEN),
    (("does not exist",), NO_SUCH_DATABASE),
    (("too many", "remaining connection slots"), TOO_MANY),
)
"""By words of the server's answer: before somebody is let in, it has no codes."""

BUSY = "Another kit keeps {where} busy. Wait a minute and try again"
NO_RIGHT = ("The user in REVIEW_KIT_STORE may not do that in {where}. Ask whoever runs the server for the right to "
            "make and change tables there")
NOT_OURS = "Another program's tables are in {where}. Give the kit a database of its own"
READ_ONLY = "The server lets us read {where} only. Ask whoever runs it for the one that can be written to"
NOT_KEPT = "It holds a sign or number that cannot be kept in {where}. Take it out and try again"
BROKEN_OFF = "The connection to {where} broke off. See that this computer is on the network, and try again"
OTHER = ("What is kept in {where} could not be read or added to (PostgreSQL's code {code}). Try again; if it stays so, "
         "tell whoever runs the server")
REFUSED = (
    ((errors.LockNotAvailable, errors.QueryCanceled), BUSY),
    ((errors.InsufficientPrivilege,), NO_RIGHT),
    ((errors.DuplicateTable, errors.DuplicateObject), NOT_OURS),
    ((errors.ReadOnlySqlTransaction,), READ_ONLY),
    ((psycopg.DataError, UnicodeError, OverflowError), NOT_KEPT),
)
LOST = ("08", "57P", "25P")
"""How the codes begin with which a server ends a connection."""
IN_DOUBT = ("The connection to {where} broke off at the very moment of keeping, so the last thing may be kept or not. "
            "Look whether it is there before you do it again.")


def not_reached(error: Exception, where: str) -> StoreError:
    """Why no connection came about. What the error says itself may repeat a piece of the address."""
    if isinstance(error, psycopg.ProgrammingError):
        return StoreError(BAD)
    said = str(error).casefold()
    sentence = next((sentence for signs, sentence in TURNED_AWAY if any(sign in said for sign in signs)), SILENT)
    return StoreError(f"{sentence.format(where=where)}; nothing was changed.")


def failed(error: Exception, where: str) -> StoreError:
    """Why something could not be kept or read. What the error says itself may repeat what somebody said."""
    code = getattr(error, "sqlstate", None)
    lost = code.startswith(LOST) if code else isinstance(error, psycopg.OperationalError)
    found = next((sentence for kinds, sentence in REFUSED if isinstance(error, kinds)), BROKEN_OFF if lost else OTHER)
    return StoreError(f"{found.format(where=where, code=code or 'unknown')}; nothing was changed.")
