"""link-defaced: a message of whoever broke in, in the place of the page."""

import re

import pytest

from review_kit.checks.link_defaced import CHECK
from review_kit.model import Severity, Verdict

from . import facts as make
from . import walls
from .walls import html, seen


@pytest.mark.parametrize(("title", "body"), [
    ("Hacked By Nobody17", "<p>Hacked by Nobody17. Do not worry, your files are safe.</p>"),
    ("", "<p>H4cked by ./ghost</p>"), ("The club", "<h1>pwned by kitten</h1>"),
    ("The club", "<p>Your website has been hacked. Greetz to all.</p>"), ("Oops", "<p>hackeado por gato :)</p>"),
])
def test_a_message_of_whoever_broke_in_is_a_danger(title: str, body: str) -> None:
    """It is told as it stands, and the link is shown to nobody."""
    of = walls.facts(seen(html(body, title=title)))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)
    assert make.found(CHECK, of)[0].severity is Severity.DANGER


@pytest.mark.parametrize("body", [
    f"<h1>Choir</h1>{walls.PROSE}",
    f"<h1>Was your account hacked?</h1><p>If it was hacked by somebody, change your password. {walls.PROSE * 4}",
    "<h1>Choir</h1><p>This hall is owned. By arrangement, the choir meets here on Tuesdays for tea and songs.</p>",
])
def test_who_helps_people_that_were_hacked_has_not_been(body: str) -> None:
    """A page of some length that explains it, and a page of its own."""
    assert make.found(CHECK, walls.facts(seen(html(body)))) == []


@pytest.mark.parametrize("row", walls.TABLES["defaced_words"], ids=lambda row: row["words"][:40])
def test_every_row_can_be_read(row: dict[str, str]) -> None:
    """A slip in an expression would be read as plain words and find nothing."""
    assert re.compile(row["words"])
