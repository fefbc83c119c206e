"""A database on a PostgreSQL server: who is let in, what goes wrong on the way, and what is in it already."""

import logging
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator

import pytest

from review_kit.errors import StoreError
from review_kit.store import Store, links, versions

from .heard import SECRET, SESSION, TODAY, WORDS, keep, told
from .postgres import PASSWORD, Server, programs, served
from .writers import at_once


def refused(url: str) -> str:
    """What is said where a place cannot be read; it is said to whoever keeps something too, and within seconds."""
    began = time.monotonic()
    with pytest.raises(StoreError) as reading:
        Store(url).views.all()
    with pytest.raises(StoreError) as keeping:
        keep(Store(url), WORDS)
    with pytest.raises(StoreError) as looking:
        Store(url).stamp()
    assert time.monotonic() - began < 30
    assert told(reading) == told(keeping) == told(looking)
    return told(reading)


# Who is let in

def test_a_wrong_password_is_one_sentence(server: Server) -> None:
    """And a user whom nobody knows, for the server does not tell them apart; and none."""
    for user in ("lead:s3cr3t-wrong", "nobody:s3cr3t", "lead"):
        assert "the user or password in REVIEW_KIT_STORE is wrong" in refused(server.url(user=user))


def test_a_database_that_is_not_there_is_one_sentence(server: Server) -> None:
    """By its name."""
    assert "no such database: the database “nowhere” on 127.0.0.1" in refused(server.url("nowhere"))


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    """A port at which nobody listens, and a name that nobody has."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "cannot reach the database “x” on 127.0.0.1" in refused(f"postgresql://me:s3cr3t@127.0.0.1:{port}/x")
    for host in ("no-such-server.invalid", "two..dots.invalid", "x" * 80):
        assert "cannot reach the database “x”" in refused(f"postgresql://me:s3cr3t@{host}/x")


def test_an_option_that_nobody_knows_is_one_sentence() -> None:
    """The address is not repeated, nor what stands in the option."""
    for option in ("nonsense=s3cr3t", "connect_timeout=s3cr3t"):
        said = refused(f"postgresql://me:s3cr3t@127.0.0.1/x?{option}")
        assert "no address of a PostgreSQL database" in said or "cannot reach" in said


def test_a_server_that_never_answers_is_one_sentence() -> None:
    """Within the seconds that a person waits."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        store = Store(f"postgresql://me:s3cr3t@127.0.0.1:{deaf.getsockname()[1]}/x?connect_timeout=2")
        began = time.monotonic()
        with pytest.raises(StoreError, match="cannot reach") as error:
            store.views.all()
        assert time.monotonic() - began < 10
        told(error)
    assert links.USUAL["connect_timeout"] == 5


@pytest.fixture
def helper(url: str, server: Server) -> Iterator[str]:
    """The address of the same database for another user, who was given no rights."""
    name = f"helper_{os.getpid()}"
    server.ask(f"CREATE ROLE {name} LOGIN PASSWORD 's3cr3t'")
    yield server.url(url.rpartition("/")[2], user=f"{name}:s3cr3t")
    links.let_go()
    server.ask(f"REASSIGN OWNED BY {name} TO lead; DROP OWNED BY {name}", url)
    server.ask(f"DROP ROLE {name}")


def test_a_user_without_rights_is_one_sentence(url: str, helper: str, server: Server) -> None:
    """Neither where nothing was kept yet nor beside what others kept; nothing is half made."""
    server.ask("REVOKE CREATE ON SCHEMA public FROM PUBLIC", url)
    assert Store(helper).views.all() == ()
    for _ in range(2):
        with pytest.raises(StoreError, match="Ask whoever runs the server for the right") as error:
            keep(Store(helper), WORDS)
        told(error)
        assert keep(Store(url), "one", "1").id == "1"
    with pytest.raises(StoreError, match="for the right"):
        Store(helper).views.all()


def test_who_does_not_own_the_tables_is_told_that_traces_are_left(url: str, helper: str, server: Server) -> None:
    """The words are gone from every page; the owner's kit clears their bytes with its next save."""
    keep(Store(url), "one", "1")
    name = helper.partition("://")[2].partition(":")[0]
    server.ask(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {name}", url)
    with pytest.raises(StoreError, match="could not be cleared of its traces"):
        Store(helper).views.erase(["1"], today=TODAY)
    assert Store(helper).views.all() == ()
    assert server.ask("SELECT to_scour FROM upkeep", url) == [(1,)]
    keep(Store(url), "two", "2")
    assert server.ask("SELECT to_scour FROM upkeep", url) == [(0,)]


def test_a_server_that_only_lets_read_is_one_sentence(url: str, server: Server) -> None:
    """As the second of two servers does; what is there can be read."""
    kept = keep(Store(url), "one")
    reading = f"{url}?options=-c%20default_transaction_read_only%3Don"
    with pytest.raises(StoreError, match=r"read .* only"):
        keep(Store(reading), "two")
    assert Store(reading).views.all() == (kept,)


def test_a_server_that_would_not_encrypt_is_told_nothing(server: Server) -> None:
    """The sentence says what to do, also where the network between is trusted."""
    far = f"postgresql://lead:s3cr3t%20of%20the%20tests@db.council.example:{server.port}/postgres?hostaddr=127.0.0.1"
    assert "would not encrypt" in refused(far)
    assert Store(f"{far}&sslmode=prefer").views.all() == ()


def test_nothing_of_the_password_is_logged(server: Server, url: str, caplog: pytest.LogCaptureFixture) -> None:
    """Not even where every message is wanted."""
    caplog.set_level(logging.DEBUG)
    keep(Store(url), WORDS)
    with pytest.raises(StoreError):
        Store(server.url("nowhere")).views.all()
    assert SECRET not in caplog.text
    assert WORDS not in caplog.text
    assert SECRET in PASSWORD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.usefixtures("server")
def test_a_server_that_is_gone_is_one_sentence() -> None:
    """In mid-use, killed without a word: here another than that of the other tests."""
    found = programs()
    assert found is not None
    with served(found) as server:
        url = server.new()
        keep(Store(url), "one")
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        time.sleep(0.3)
        assert "cannot reach" in refused(url)


# The tables

def test_two_that_begin_at_once_make_the_tables_once(url: str) -> None:
    """Four facilitators open the kit in the same moment; each one's words are there."""
    assert at_once(*[lambda n=n: keep(Store(url), f"words {n}", f"id{n}") for n in range(4)]) == []
    assert len(Store(url).views.all()) == 4


def test_a_database_of_a_newer_kit_is_left_as_it_was(url: str, server: Server) -> None:
    """One sentence, whatever is asked of it; nothing in it has changed."""
    store = Store(url)
    keep(store, "one", "1")
    server.ask("UPDATE review_kit_version SET version = version + 1", url)
    held = "SELECT * FROM forum_view, upkeep"
    before = server.ask(held, url)
    for use in (store.views.all, lambda: keep(store, "two"), lambda: store.views.erase(["1"], today=TODAY),
                store.exchange.everything, lambda: store.sessions.keep(SESSION)):
        with pytest.raises(StoreError, match="newer review kit") as error:
            use()
        assert store.where in told(error)
    assert server.ask(held, url) == before
    server.ask("DROP TABLE upkeep", url)  # as a newer kit might
    with pytest.raises(StoreError, match="newer review kit"):
        keep(store, "two")


def test_a_database_of_an_older_kit_is_brought_up_to_date(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By whoever comes first, and by reading too; a step that breaks off leaves it as it was."""
    whole = versions.migrations()
    kept = keep(Store(url), "one")
    later = (*whole, "CREATE TABLE later (number INTEGER PRIMARY KEY AUTOINCREMENT, words TEXT NOT NULL) STRICT;\n")
    with monkeypatch.context() as patch:
        for module in ("versions", "server"):
            patch.setattr(f"review_kit.store.{module}.migrations", lambda: (*later[:-1], f"{later[-1]}nonsense;\n"))
        with pytest.raises(StoreError, match="PostgreSQL's code 42601"):
            Store(url).views.all()
    assert Store(url).views.all() == (kept,)
    for module in ("versions", "server"):
        monkeypatch.setattr(f"review_kit.store.{module}.migrations", lambda: later)
    assert at_once(*[lambda: Store(url).views.all()] * 3) == []
    assert Store(url)._database.rows("SELECT number FROM later") == []
    assert keep(Store(url), "two").edit == 1


def test_another_programs_tables_are_left_as_they_were(url: str, server: Server) -> None:
    """One by our name: one sentence, and none of our tables is made."""
    server.ask("CREATE TABLE decision (something TEXT); INSERT INTO decision VALUES ('theirs')", url)
    with pytest.raises(StoreError, match="Another program's tables") as error:
        keep(Store(url), WORDS)
    told(error)
    assert server.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", url) == [("decision",)]


def test_what_is_acknowledged_is_on_the_disk_whatever_the_servers_habit(url: str, server: Server) -> None:
    """A server may be set to acknowledge before it writes: not to us."""
    server.ask("ALTER ROLE lead SET synchronous_commit = off")
    try:
        assert Store(url)._database.rows("SELECT 1") == []
        keep(Store(url), "one")
        assert Store(url)._database.rows("SELECT current_setting('synchronous_commit')") == [("on",)]
    finally:
        server.ask("ALTER ROLE lead RESET synchronous_commit")
