"""docs/data_protection.md says what is true: its tables and figures are those of the code."""

import json
import math
import re
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import fields
from datetime import datetime
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.model import About, Consent, Helped, Present, Response, Session, Settings, Tombstone, View
from review_kit.steps.handing_on import BACKUPS_KEPT
from review_kit.store.codes import GROUP, LENGTH, SIGNS, digest_of, new_code

from .heard import PHRASE, TODAY, answered, held, laptop, report, said, slip

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "data_protection.md").read_text(encoding="utf-8")
BESIDE = {"slip": {"code", "session", "label"}, "tombstone": {"mark", "withdrawn_on"},
          "followed": {"number", "followed_at"}, "written": {"path", "kind", "written_on"}}
"""The tables that the page tells of in words."""


def columns(heading: str) -> set[str]:
    """The names in the first column of the table below a heading."""
    table = PAGE.split(heading, 1)[1].split("\n\n", 2)[1]
    rows = [line.split("|")[1] for line in table.splitlines()[2:]]
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


@pytest.mark.parametrize(("heading", "noun"), [("**Of a meeting** (a session):", Session), ("**Of a view:**", View)])
def test_every_column_is_explained(heading: str, noun: type) -> None:
    """Each that is held, and none that is not."""
    assert columns(heading) == {field.name for field in fields(noun)}


def test_the_columns_of_answers_and_tombstones_are_named() -> None:
    """In the paragraphs about them."""
    for noun in (Response, Tombstone):
        assert all(f"`{field.name}`" in PAGE for field in fields(noun))


def test_no_table_holds_more_than_the_page_says(tmp_path: Path) -> None:
    """A column that is added to the store must be explained to whoever answers for it."""
    store = laptop(tmp_path)
    held(store)
    with closing(sqlite3.connect(store.path)) as database:
        names = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        found = {name: {row[1] for row in database.execute(f"PRAGMA table_info({name})")} for name in names}
    assert found["forum_session"] - {"number"} == columns("**Of a meeting** (a session):")
    assert {name.removeprefix("about_") for name in found["forum_view"]} - {"number"} == columns("**Of a view:**")
    assert found["response"] == {field.name for field in fields(Response)}
    assert {name: found[name] for name in BESIDE} == BESIDE
    of_views = {name for name, of in found.items() if of & {"said", "session", "code", "theme", "mark"}}
    assert of_views == {"forum_session", "forum_view", "response", "slip", "tombstone"}


def test_the_figures_are_those_of_the_code() -> None:
    """Codes, bands, answers, backups, months."""
    assert (len(SIGNS), LENGTH, GROUP) == (31, 12, 4)
    assert "twelve signs of 31, about 59 bits" in " ".join(PAGE.split())
    assert 59 < LENGTH * math.log2(len(SIGNS)) < 60
    assert digest_of(re.findall(r"`(\w{4}-\w{4}-\w{4})`", PAGE)[0])
    assert all(band.value in PAGE for band in Present)
    assert len([each for each in Helped if each]) == 6
    assert View("", "", About.SERVICE, "", "").consent is Consent.SUMMARY
    assert BACKUPS_KEPT == 10
    assert Settings().keep_views_months == 24
    assert Settings().small_numbers == 5


def test_an_export_tells_neither_the_order_of_views_nor_a_slips_number(tmp_path: Path) -> None:
    """Nor anything of drafts, of the procedure, or of files."""
    store = laptop(tmp_path)
    held(store)
    code = slip(store, number=7)
    for name in ("v3", "v1", "v2"):
        said(store, "They listened.", name=name, code=code)
    said(store, PHRASE, name="v4", draft=True)
    answered(store)
    report(store, tmp_path / "review")
    store.sessions.followed(datetime(2026, 11, 20, 18, 45))  # noqa: DTZ001 - the clock on the wall
    path = steps.write_exchange(store, tmp_path / "a.json", TODAY)
    assert [view["id"] for view in json.loads(path.read_bytes())["hearing"]["views"]] == ["v1", "v2", "v3"]
    for words in (b"label", b"18:45", PHRASE.encode(), b"you_said", str(tmp_path).encode(), code.encode()):
        assert words not in path.read_bytes()


def test_two_views_of_one_slip_are_seen_to_belong_together() -> None:
    """As the page says; a digest of another code is another."""
    one, two = new_code(), new_code()
    assert digest_of(one) == digest_of(one.lower()) != digest_of(two)


def test_git_ignores_the_reports_of_a_review() -> None:
    """In the kit's own folder, but for the practice review's, which are invented."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    ignored = subprocess.run(["git", "check-ignore", "link_reports/2026-11-21/you_said_we_did.html"], cwd=ROOT,
                             capture_output=True, check=False)
    assert ignored.returncode == 0
