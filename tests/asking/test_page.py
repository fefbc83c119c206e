"""The page for a provider whose mailbox is not known: safe, whole, and usable by everybody; see tests/browser too."""

import base64
import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from review_kit.asking import ANSWERS, Provider, page, providers
from review_kit.model import Register
from review_kit.reports.addresses import Dangers

from . import made

GOLDENS = Path(__file__).parent / "goldens"


def draw(provider: Provider, register: Register, **others: object) -> bytes:
    """The page for a provider on the day of these tests."""
    return page(provider, register, today=made.TODAY, reply_by=made.REPLY_BY, **others)  # type: ignore[arg-type]


def moonrise() -> bytes:
    """One entry of the practice register."""
    return draw(made.named(made.practice(), "Moonrise"), made.practice())


def derbyshire_health_care() -> bytes:
    """Two long entries of the real offer."""
    return draw(made.named(made.shipped(), "Derbyshire Health Care"), made.shipped())


def continuing_care_reminded() -> bytes:
    """An entry that publishes one person's mailbox, asked about before."""
    return draw(made.named(made.shipped(), "Continuing Care Team"), made.shipped(), reminder=True,
                personal={"karen.wilson71@nhs.net"})


def hostile() -> bytes:
    """Every cell and setting a stranger's."""
    return draw(providers(made.hostile())[0], made.hostile())


ALL = (moonrise, derbyshire_health_care, continuing_care_reminded, hostile)
EVERY = pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)


def parsed(make: Callable[[], bytes]) -> LexborHTMLParser:
    """A page as a browser reads it."""
    return LexborHTMLParser(make().decode())


@EVERY
def test_body_is_as_agreed(make: Callable[[], bytes]) -> None:
    """What stands between head and script is the agreed file; the look is the report's."""
    body = re.sub(r"(?s)^.*?(?=<body>)|<script>.*", "", make().decode())
    golden = GOLDENS / f"{make.__name__}.html"
    if os.environ.get("REVIEW_KIT_RENEW"):
        golden.write_bytes(body.encode())
    assert body == golden.read_bytes().decode()


@EVERY
def test_nothing_is_fetched_and_only_its_own_script_runs(make: Callable[[], bytes]) -> None:
    """The page's own policy names the one script by its hash and forbids all else."""
    shown = parsed(make)
    script = shown.css("script")
    assert len(script) == 1
    digest = base64.b64encode(hashlib.sha256(script[0].text().encode()).digest()).decode()
    assert shown.css_first("meta[http-equiv]").attributes["content"] == (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'")
    assert shown.css("img, link, iframe, object, embed, form, base, [src], [srcset], [style], a[href^=http]") == []
    assert not [name for node in shown.css("*") for name in node.attributes if name.startswith("on")]
    assert not re.search(r"url\(|@import", shown.css_first("style").text())


@EVERY
def test_every_field_has_a_label_and_every_id_is_one(make: Callable[[], bytes]) -> None:
    """Labels, hints and headings point to what is there."""
    shown = parsed(make)
    ids = Counter(node.attributes["id"] for node in shown.css("[id]"))
    assert max(ids.values()) == 1
    assert {node.attributes["id"] for node in shown.css("input, textarea")} == {
        node.attributes["for"] for node in shown.css("label")}
    for name in ("aria-describedby", "aria-labelledby"):
        assert {node.attributes[name] for node in shown.css(f"[{name}]")} <= set(ids)
    labels = [node.text() for node in shown.css("label") if "answer-" not in (node.attributes["for"] or "")]
    assert len(labels) == len(set(labels))


@EVERY
def test_headings_are_in_order(make: Callable[[], bytes]) -> None:
    """There is one first heading, and no level is skipped on the way down."""
    levels = [int(node.tag[1]) for node in parsed(make).css("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_each_entry_asks_three_things_and_the_page_one_more() -> None:
    """Four answers to choose from, what to say instead, when the contract ends; and once, the role."""
    shown = parsed(derbyshire_health_care)
    assert len(shown.css("[data-entry]")) == 2
    for entry in shown.css("[data-entry]"):
        assert [node.attributes["value"] for node in entry.css("input[type=radio]")] == [
            label for label, _ in ANSWERS.values()]
        assert len({node.attributes["name"] for node in entry.css("input[type=radio]")}) == 1
        assert len(entry.css("textarea, input[type=text]")) == 2
    assert len(shown.css("input[type=radio]:checked, [checked]")) == 0
    assert len(shown.css("section[aria-labelledby=back] input")) == 1


def test_hostile_text_is_only_text() -> None:
    """Markup and template marks are printed, and what is not seen is not there."""
    source = hostile().decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "{{ 7 * 7 }}" in source
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", source)


def test_every_value_passes_through_printed() -> None:
    """A site that the review found dangerous can be opened from no part of a page."""
    one = made.service(2, "evil.example", provider="evil.example", section="evil.example",
                       Frequency="https://www.evil.example/x", **{"evil.example": "see evil.example"})
    whole = made.register(one, council="evil.example", assured_by="evil.example", words_for_young_people="evil.example")
    source = draw(Provider("evil.example", (), (one,)), whole,
                  printed=Dangers(frozenset({"evil.example"})).printed).decode()
    assert "evil.example" not in source
    assert "evil[.]example" in source


def test_the_same_register_gives_the_same_bytes() -> None:
    """No clock and no chance."""
    assert derbyshire_health_care() == derbyshire_health_care()
