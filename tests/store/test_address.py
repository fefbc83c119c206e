"""The address of a database on a server: what is shown of it, and what is refused; nobody is asked."""

import subprocess
import sys
from pathlib import Path

import pytest

from review_kit.errors import StoreError
from review_kit.store import Store, default_path
from review_kit.store.address import address_of

from .heard import SECRET, keep, told

PLACES = {
    "postgresql://me:s3cr3t@db.example:5432/reviews": "the database “reviews” on db.example:5432",
    "postgres://db.council.example/reviews": "the database “reviews” on db.council.example",
    "POSTGRESQL://db.council.example": "the database on db.council.example",
    "postgresql://": "the database on this computer",
    "postgresql:///reviews?host=/run/postgresql": "the database “reviews” on this computer",
    "postgresql://%2Frun%2Fpostgresql/reviews": "the database “reviews” on this computer",
    "postgresql://me:s3cr3t%40%2F@[::1]:5433/a%20b": "the database “a b” on [::1]:5433",
    "postgresql://one.example:5432,two.example:5433/x?target_session_attrs=read-write":
        "the database “x” on one.example:5432,two.example:5433",
    "postgresql://db.example/x?user=me&password=s3cr3t&sslmode=require": "the database “x” on db.example",
}  # fmt: skip
BAD = ["https://db.council.example/s3cr3t", "mysql://me:s3cr3t@db.example/x", "postgresql+psycopg://me:s3cr3t@db.example/x",
       "postgresql://me:s3cr3t/a@db.example/x", "postgresql://me:s3cr3t?a@db.example/x",
       "postgresql://me:s3cr3t#a@db.example/x", "postgresql://me:a@s3cr3t@db.example/x", "postgresql://me:s3cr3t",
       "postgresql://[::s3cr3t/x", "postgresql://me:s3cr3t@db.example:port/x", "sqlite:///s3cr3t.db",
       "postgresql://me:s3cr3t@db.example/a%0Ab", "postgresql://me:s3cr3t@a%00b/x", "://s3cr3t"]


@pytest.mark.parametrize("url", PLACES)
def test_a_place_is_told_without_its_password(url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nor the user's name; nobody is asked."""
    monkeypatch.setenv("REVIEW_KIT_STORE", url)
    store = Store(default_path(tmp_path))
    assert store.where == PLACES[url]
    assert SECRET not in f"{store!r}{store._database!r}{vars(store._database)!r}"


@pytest.mark.parametrize("url", BAD)
def test_what_is_no_such_address_is_refused_and_not_repeated(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:
    """Another kind of database, and a password whose signs make two addresses of one: a piece of it might be shown."""
    monkeypatch.setenv("REVIEW_KIT_STORE", url)
    with pytest.raises(StoreError, match="holds no address of a PostgreSQL database") as error:
        default_path(tmp_path)
    assert "db.example" not in told(error)
    with pytest.raises(StoreError):
        Store(url)


@pytest.mark.parametrize(("hosts", "near"), [
    ("localhost", True), ("127.0.0.1:5432", True), ("[::1]:5432", True), ("%2Frun%2Fx", True), ("", True),
    ("db.example", False), ("localhost,db.example", False), ("10.0.0.1", False), ("localhost.db.example", False)])
def test_what_goes_over_a_network_is_encrypted(hosts: str, near: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unless the server is this computer."""
    monkeypatch.delenv("PGHOST", raising=False)
    assert address_of(f"postgresql://{hosts}/x").is_near is near


def test_without_psycopg_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """And the rest of the kit works."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "psycopg"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg", None)
    for name in ("server", "links", "troubles"):
        monkeypatch.delitem(sys.modules, f"review_kit.store.{name}", raising=False)
    with pytest.raises(StoreError, match=r"review-kit\[postgres\]") as error:
        Store(f"postgresql://me:{SECRET}@db.example/x")
    assert "db.example" not in told(error)
    assert keep(Store(tmp_path / "store.sqlite3"), "one").edit == 1


def test_the_kit_begins_without_psycopg() -> None:
    """It is read only where a server is named."""
    script = "import sys, review_kit.store, review_kit.doctor; sys.exit('psycopg' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
