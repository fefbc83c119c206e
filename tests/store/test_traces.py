"""What is removed leaves no byte: not in the file, not beside it, not in the tables on a server."""

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from review_kit.errors import StoreError
from review_kit.model import View
from review_kit.store import Store
from review_kit.store.codes import digest_of, new_code

from .heard import TODAY, keep
from .postgres import Server

VIEWS, EDITS, REMOVED = 25, 200, 8


def variants(words: str) -> set[bytes]:
    """Every form in which the words might stand in a file."""
    texts = {words, unicodedata.normalize("NFD", words), words.upper(), words.casefold()}
    quoted = {text.encode("ascii", "backslashreplace") for text in texts}
    return quoted | {text.encode(form) for text in texts for form in ("utf-8", "utf-16-le", "utf-16-be", "utf-7")} | {
        msgspec.json.encode(text).strip(b'"') for text in texts}


def bytes_below(folder: Path) -> bytes:
    """The bytes of every file of a folder, one after another, journals too."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def everything(place: Path | str, request: pytest.FixtureRequest) -> Callable[[], bytes]:
    """All bytes of the store: its folder's, or those of the server's tables."""
    if isinstance(place, Path):
        return lambda: bytes_below(place.parent)
    server: Server = request.getfixturevalue("server")
    oid, = server.ask("SELECT oid FROM pg_database WHERE datname = current_database()", place)[0]

    def read() -> bytes:
        server.ask("CHECKPOINT")
        return bytes_below(server.folder / "data" / "base" / str(oid)) + bytes_below(server.folder / "data" / "global")
    return read


def marker(number: int) -> str:
    """What stands in every word of one view, and by chance in no other file."""
    return f"<héron-{number:03d}"


def written_little_by_little(store: Store, chance: random.Random) -> dict[int, View]:
    """Views that grew and shrank in turns, as autosave keeps them: from a few letters to many pages."""
    held: dict[int, View] = {}
    codes = [digest_of(new_code()) for _ in range(VIEWS)]
    for edit in range(EDITS):
        number = chance.randrange(VIEWS)
        said = held[number].said if number in held else ""
        more = "".join(f"{marker(number)}-{edit}🦆>" for _ in range(chance.choice([1, 1, 2, 5, 20, 150])))
        said = f"{said[:chance.randrange(len(said))]}{more}" if said and chance.random() < 0.3 else said + more
        held[number] = keep(store, said, f"id{number}", better=marker(number), code=codes[number],
                            draft=chance.random() < 0.5)
    return held


@pytest.mark.parametrize("seed", [20260302, 23])
def test_what_is_withdrawn_leaves_no_byte(store: Store, everything: Callable[[], bytes], seed: int) -> None:
    """However often it was edited, however far its rows had moved, and with all others still there.

    With the second seed the SQLite of 2022 leaves some, unless the file is written anew.
    """
    chance = random.Random(seed)  # noqa: S311 - the same order on every run
    held = written_little_by_little(store, chance)
    order = chance.sample(sorted(held), REMOVED)
    before = everything()
    assert all(marker(number).encode() in before for number in held)
    for place, number in enumerate(order):
        if place % 2:
            assert store.views.erase([held[number].id], today=TODAY) == 1
        else:
            assert len(store.exchange.withdraw(held[number].code, today=TODAY)) == 1
        left = everything()
        assert [form for form in variants(marker(number)) if form in left] == []
    left = everything()
    for number in set(held) - set(order):
        assert marker(number).encode() in left


def test_what_is_withdrawn_elsewhere_leaves_no_byte(
    store: Store, everything: Callable[[], bytes], tmp_path: Path,
) -> None:
    """A merge that brings the withdrawal removes the words as thoroughly."""
    held = written_little_by_little(store, random.Random(3))  # noqa: S311 - the same on every run
    number, view = next(iter(held.items()))
    other = Store(tmp_path / "other" / "laptop.sqlite3")
    other.exchange.withdraw(view.code, today=TODAY)
    assert store.exchange.merge(other.exchange.everything()).views_removed == 1
    left = everything()
    assert [form for form in variants(marker(number)) if form in left] == []


def test_one_view_of_many_pages_leaves_no_byte(store: Store, everything: Callable[[], bytes]) -> None:
    """Text that fills pages of its own."""
    for times in (1, 10, 3000):
        words = "".join(f"the heron told nobody {n}. " for n in range(times))
        kept = keep(store, words, f"id{times}")
        keep(store, "this stays", f"stays{times}")
        assert b"this stays" in everything()
        store.views.erase([kept.id], today=TODAY)
        assert b"heron told" not in everything()
    assert {view.said for view in store.views.all()} == {"this stays"}


def test_a_server_keeps_no_samples_of_what_was_said(url: str, server: Server) -> None:
    """PostgreSQL takes samples of each column to plan by, where no removal reaches them: of words it takes none."""
    store = Store(url)
    for number in range(60):
        keep(store, f"{marker(number)} said", f"id{number}", better=f"{marker(number)} better")
    server.ask("ANALYZE forum_view", url)
    seen = {name for name, in server.ask("SELECT attname FROM pg_stats WHERE tablename = 'forum_view'", url)}
    assert "id" in seen
    assert not seen & {"said", "better", "delivery"}


def test_errors_leave_no_words_in_the_servers_log(url: str, server: Server) -> None:
    """A refused row is not repeated there."""
    store = Store(url)
    keep(store, "one")
    before = server.log()
    for bad in ("the heron \0", "the heron \ud800", "the heron"):
        if bad == "the heron":
            server.ask("ALTER TABLE forum_view RENAME COLUMN said TO told", url)
        with pytest.raises(StoreError) as refused:
            keep(store, bad)
        assert "heron" not in f"{refused.value}{refused.value.__cause__!r}"
    written = server.log().removeprefix(before)
    assert 'column "said"' in written
    assert "heron" not in written
