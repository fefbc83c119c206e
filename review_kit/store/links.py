"""Connections to PostgreSQL, held open between uses: to open one takes longer than all that a save asks."""

import atexit
import os
import time

import psycopg
from psycopg.conninfo import conninfo_to_dict

from review_kit.store.address import Address

Link = psycopg.Connection[tuple[object, ...]]

HOLD_SECONDS = 60.0
"""A connection that was idle for longer is opened anew: firewalls and sleeping laptops forget it without a word."""
HOLD_MOST = 4
USUAL: dict[str, int | str] = {
    "connect_timeout": 5, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3,
    "tcp_user_timeout": 10_000, "application_name": "review-kit",
}  # fmt: skip
"""Where the address says nothing else: a server that is gone is noticed within seconds, in mid-use too."""
MANNERS = b"""SET synchronous_commit = on; SET lock_timeout = '10s'; SET statement_timeout = '60s';
SET idle_in_transaction_session_timeout = '20s'; SET default_transaction_isolation = 'read committed'"""
"""A save is on the disk when it is acknowledged; nobody waits for long, or holds others up, whatever became of them."""

_HELD: dict[tuple[int, str], list[tuple[float, Link]]] = {}
"""By process, for a connection cannot be shared with a forked one; by address."""


def take(address: Address) -> Link | None:
    """A connection that is held and not in use; nobody else has it until it is given back."""
    held = _HELD.get((os.getpid(), address.url), [])
    while held:
        try:
            since, link = held.pop()
        except IndexError:  # another thread was quicker
            break
        if time.monotonic() - since <= HOLD_SECONDS:
            return link
        link.close()
    return None


def give_back(address: Address, link: Link) -> None:
    """Hold a connection for its next use, unless something is amiss with it."""
    held = _HELD.setdefault((os.getpid(), address.url), [])
    if link.info.transaction_status is psycopg.pq.TransactionStatus.IDLE and len(held) < HOLD_MOST:
        held.append((time.monotonic(), link))
    else:
        link.close()


def new(address: Address) -> Link:
    """A new connection.

    Raises:
        psycopg.Error: it could not be opened.
    """
    options = {**USUAL, **({} if address.is_near or "PGSSLMODE" in os.environ else {"sslmode": "require"}),
               **conninfo_to_dict(address.url), "client_encoding": "utf8"}
    link: Link = psycopg.connect("", autocommit=True, prepare_threshold=None, **options)  # type: ignore[arg-type]
    try:
        link.execute(MANNERS)
    except BaseException:
        link.close()
        raise
    return link


@atexit.register
def let_go() -> None:
    """Close what this process holds."""
    for (process, _), held in list(_HELD.items()):
        while process == os.getpid() and held:
            held.pop()[1].close()
