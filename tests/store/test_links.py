"""Connections to a server: held between uses, opened anew when they have broken, and never shared."""

import os
import subprocess
import sys
import threading
import time

import psycopg
import pytest

from review_kit.errors import StoreError
from review_kit.store import Store, links

from .heard import WORDS, keep, told
from .postgres import Server


def ours(server: Server, url: str) -> list[int]:
    """The server's processes that serve us."""
    name = url.rpartition("/")[2]
    asked = f"SELECT pid FROM pg_stat_activity WHERE datname = '{name}' AND application_name = 'review-kit'"  # noqa: S608
    return [int(str(pid)) for pid, in server.ask(asked)]


def test_a_connection_is_held_and_used_again(url: str, server: Server) -> None:
    """By every store of this process that has the same address; after a minute without use, not any more."""
    keep(Store(url), "one")
    first, = ours(server, url)
    Store(url).views.all()
    assert ours(server, url) == [first]
    key = os.getpid(), url
    links._HELD[key] = [(since - links.HOLD_SECONDS - 1, link) for since, link in links._HELD[key]]
    Store(url).views.all()
    assert len(ours(server, url)) == 1
    assert ours(server, url) != [first]


def test_a_held_connection_that_has_broken_is_opened_anew(url: str, server: Server) -> None:
    """The server was begun again over night, and nobody notices."""
    store = Store(url)
    keep(store, "one", "1")
    for use in (lambda: keep(store, "two", "2"), store.views.all, store.stamp):
        for process in ours(server, url):
            server.ask(f"SELECT pg_terminate_backend({process}, 5000)")
        use()
    assert [view.said for view in store.views.all()] == ["two", "one"]


def test_a_connection_that_breaks_in_the_midst_of_keeping_is_one_sentence(url: str, server: Server) -> None:
    """Nothing of it is kept, and the next save succeeds."""
    store = Store(url)
    keep(store, "one", "1")
    with pytest.raises(StoreError, match="broke off") as error, store._database.open() as database:  # noqa: PT012
        database.execute("UPDATE forum_view SET said = ?", (WORDS,))
        server.ask(f"SELECT pg_terminate_backend({ours(server, url)[0]}, 5000)")
        database.execute("DELETE FROM forum_view")
    told(error)
    assert [view.said for view in store.views.all()] == ["one"]


def test_a_connection_that_breaks_at_the_last_moment_says_that_it_is_not_sure(url: str, server: Server) -> None:
    """The server may have kept it before it was gone."""
    store = Store(url)
    with pytest.raises(StoreError, match="kept or not") as error, store._database.open() as database:  # noqa: PT012
        database.execute("DELETE FROM forum_view")
        server.ask(f"SELECT pg_terminate_backend({ours(server, url)[0]}, 5000)")
    told(error)


def test_a_failure_that_somebody_overlooks_is_not_called_kept(url: str) -> None:
    """A statement failed, its error was caught, and the rest went on: PostgreSQL keeps nothing then."""
    with pytest.raises(StoreError), Store(url)._database.open() as database, pytest.raises(psycopg.Error):
        database.execute("SELECT nonsense")


def test_a_writer_that_stands_still_holds_the_others_up_for_seconds_only(
    url: str, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A laptop that was shut in the midst of a save: the others get a sentence, and then its place."""
    monkeypatch.setattr(links, "MANNERS", links.MANNERS.replace(b"'10s'", b"'300ms'").replace(b"'20s'", b"'1s'"))
    keep(Store(url), "one", "1")
    links.let_go()
    shut, opened = threading.Event(), threading.Event()
    said: list[BaseException] = []

    def stands_still() -> None:
        try:
            with Store(url)._database.open():
                opened.set()
                shut.wait(20)
        except StoreError as error:
            said.append(error)
    still = threading.Thread(target=stands_still)
    still.start()
    opened.wait(10)
    with pytest.raises(StoreError, match=r"Another kit keeps .* busy"):
        keep(Store(url), "two", "2")
    time.sleep(1.2)
    assert keep(Store(url), "three", "3").edit == 1
    shut.set()
    still.join()
    assert len(said) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_uses_a_connection_of_its_own(url: str, server: Server) -> None:
    """Neither disturbs the other's."""
    script = f"""
import os
from review_kit.store import Store
from review_kit.model import About, View
def keep(name):
    Store({url!r}).views.keep(View(name, "s", About.SERVICE, "k", "t", said=name))
keep("before")
child = os.fork()
for number in range(10):
    keep(f"{{'child' if child == 0 else 'parent'}} {{number}}")
if child:
    assert os.waitpid(child, 0)[1] == 0
    keep("after")
"""
    subprocess.run([sys.executable, "-W", "error", "-c", script], check=True)
    assert len(Store(url).views.all()) == 22
    assert ours(server, url) != []
