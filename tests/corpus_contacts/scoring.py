"""The corpus of contacts: invented pages, and what a careful person would sign of the contact in the register's row."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import Any

from review_kit.looks import next_looks
from review_kit.model import (
    PUBLISHED_COLUMNS,
    Cell,
    CellText,
    Contact,
    ContactKind,
    ContactVerdict,
    Facts,
    Look,
    Register,
    Sheet,
    Visit,
    Workbook,
)
from review_kit.rows import find_contacts, read_register
from review_kit.verdicts import contact_verdicts, judge
from review_kit.web.page import read_page

from ..checks.entries import KNOWN  # noqa: TID252 - the builders stand beside the checks, which use them most
from ..checks.facts import STEADY, TODAY, visit  # noqa: TID252 - as above

HERE = Path(__file__).parent
TRUTHS = ("ok", "instead", "ended", "unknown")
SETS = {"first": TRUTHS, "second": ("second",), "third": ("third",)}
"""The files of each set: only the first was written by somebody who had not seen the rules."""
BY_CHECK = {"contact-not-on-page": "instead", "contact-ended-on-page": "ended", "contact-not-vouched": "unknown"}
NOT_FOUND = (b"<title>Not found</title><h1>Not found</h1>", "text/html", 404)
ROUNDS = 9
"""Rounds of looks after which a kit that still asks is broken."""


@dataclass(frozen=True)
class Case:
    """A row of the register, the pages that its provider has, and what a careful person would sign of the contact.

    `accept` holds every truth that is right. `proposed` is what should be written instead, empty where there are
    several or none. `pages` are the bytes, content type and status by address; the register links to the first.
    """

    set: str
    name: str
    truth: str
    accept: tuple[str, ...]
    proposed: str
    why: str
    traps: tuple[str, ...]
    area: str
    provider: str
    contact: str
    pages: Mapping[str, tuple[bytes, str, int]]


@dataclass(frozen=True)
class Scored:
    """A case as it was told: one of `TRUTHS`, or the check that spoke in their place; and what was suggested."""

    case: Case
    told: str
    suggestion: str = ""

    @property
    def right(self) -> bool:
        """Whether a careful person would sign it."""
        same = self.told != "instead" or _compared(self.suggestion) == _compared(self.case.proposed)
        return self.told in self.case.accept and same

    @property
    def in_words(self) -> str:
        """What was told."""
        return _in_words(self.told, self.suggestion)

    @property
    def truth(self) -> str:
        """What should have been told."""
        return _in_words(self.case.truth, self.case.proposed)


def _in_words(told: str, proposed: str) -> str:
    return f"{told} ({proposed or 'none proposed'})" if told == "instead" else told


def cases() -> list[Case]:
    """Every case of the folder, by set, file and order."""
    frames = tomllib.loads((HERE / "frames.toml").read_text(encoding="utf-8"))
    return [_case(entry, frames, one) for one, files in SETS.items() for name in files
            for entry in tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))["case"]]


def _case(entry: Mapping[str, Any], frames: Mapping[str, Mapping[str, str]], of: str) -> Case:
    pages = {page["url"]: (_body(page, frames).encode(), page.get("content_type", "text/html; charset=utf-8"),
                           page.get("status", 200)) for page in entry["page"]}
    return Case(of, entry["name"], entry["truth"], tuple(entry.get("accept", [entry["truth"]])),
                entry.get("proposed", ""), entry["why"], tuple(entry.get("traps", ())), entry["area"],
                entry["provider"], entry["contact"], pages)


def _body(page: Mapping[str, Any], frames: Mapping[str, Mapping[str, str]]) -> str:
    """The page as its builder would send it: the case's words inside the frame's markup."""
    if "frame" not in page:
        return str(page.get("html") or page["text"]).lstrip()
    frame = frames[page["frame"]]
    menu = "".join(_filled(frame["item"], address=escape(address), words=escape(words))
                   for words, address in page["menu"].items())
    main = "\n".join(_filled(frame["block"], block=block, number=str(number))
                     for number, block in enumerate(page["main"].strip().split("\n\n"), 1))
    named = {name: escape(page[name]) for name in ("title", "site")}
    other = {name: page.get(name, "") for name in ("head", "top", "footer")}
    return _filled(frame["page"].lstrip(), menu=menu, main=main, **other, **named)


def _filled(markup: str, **values: str) -> str:
    for name, value in values.items():
        markup = markup.replace("{{" + name + "}}", value)
    return markup


def score(case: Case) -> Scored:
    """The case as the kit tells it, from the looks that the kit itself asks for."""
    facts = _looked(case)
    findings = judge(facts)
    told, = (one for one in contact_verdicts(facts, findings) if one.contact.as_written == case.contact)
    if told.verdict is ContactVerdict.OK:
        return Scored(case, "ok")
    assert told.finding is not None
    return Scored(case, BY_CHECK.get(told.finding.check, told.finding.check), told.finding.suggestion)


def _looked(case: Case) -> Facts:
    facts = Facts(_register(case), TODAY, canaries=STEADY, known=KNOWN(), practice=True)
    for _ in range(ROUNDS):
        looks = next_looks(facts)
        if not looks:
            return facts
        facts = replace(facts, visits=(*facts.visits, *(_visit(case, look) for look in looks)))
    raise AssertionError(f"{case.name}: the kit never stops asking for {looks}")


def _visit(case: Case, look: Look) -> Visit:
    """What the provider's web server answers; an address that the case does not have is not found."""
    body, content_type, status = case.pages.get(look.url, NOT_FOUND)
    seen = visit(look.url, status, purpose=look.purpose)
    return replace(seen, page=read_page(body, content_type=content_type, url=look.url))


def _register(case: Case) -> Register:
    """The row as the kit reads it from a sheet, so that the contact is what its own reading finds."""
    values = ("Wellbeing", case.area, case.provider, "As and when needed", "Young people are supported")
    rows = {row: dict(_cells(row, texts)) for row, texts in enumerate((PUBLISHED_COLUMNS, values), 1)}
    council = (("Setting", "Value"), ("Council", "Marlside Council"))
    settings = Sheet("Settings", {row: dict(_cells(row, texts, "Settings")) for row, texts in enumerate(council, 1)})
    return read_register(Workbook("offer.xlsx", "0" * 64, (Sheet("Services", rows), settings)), today=TODAY)


def _cells(row: int, texts: tuple[str, ...], sheet: str = "Services") -> Iterator[tuple[int, CellText]]:
    for column, text in enumerate(texts, 1):
        yield column, CellText(Cell(sheet, row, column), text)


def _compared(words: str) -> str:
    """A number or address as it is compared, whatever its spaces."""
    found: tuple[Contact, ...] = find_contacts(CellText(Cell("", 1, 1), words), header="Telephone")
    reached = [one.normalised for one in found if one.kind is not ContactKind.PERSON]
    return reached[0] if len(reached) == 1 else words.strip()
