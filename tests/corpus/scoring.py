"""The corpus: invented pages with a known truth, served on loopback and judged by the whole kit in one review."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import openpyxl

from review_kit import steps, web
from review_kit.model import PUBLISHED_COLUMNS, Review
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.names import TableOfNames
from review_kit.practice.server import LoopbackWeb
from review_kit.practice.sites import read_sites

HERE = Path(__file__).parent
CANARIES = ("canary-one.example", "canary-two.example", "canary-three.example")


@dataclass(frozen=True)
class Case:
    """One page and what a careful person would sign of it. `blind`: written by someone who had not seen the rules."""

    name: str
    kind: str
    truth: str
    accept: tuple[str, ...]
    why: str
    link: str
    service: Mapping[str, str]
    sites: Mapping[str, Mapping[str, Any]]
    blind: bool


@dataclass(frozen=True)
class Scored:
    """A case as it was told."""

    case: Case
    verdict: str
    check: str
    evidence: str

    @property
    def right(self) -> bool:
        """Whether a careful person would sign it."""
        return self.verdict in self.case.accept


def cases() -> list[Case]:
    """Every case of the folder, by file and order."""
    return [_case(entry, path.stem.startswith("blind_")) for path in sorted(HERE.glob("*.toml"))
            for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


def _case(entry: Mapping[str, Any], blind: bool) -> Case:
    return Case(entry["name"], entry["class"], entry["truth"], tuple(entry.get("accept", [entry["truth"]])),
                entry.get("why", ""), entry["link"], entry["service"], entry.get("sites", {}), blind)


def score(folder: Path, wanted: list[Case]) -> list[Scored]:
    """Review all cases as one register; each is told by the link in its own row."""
    sites = {host: site for case in wanted for host, site in _sites(case).items()}
    sites |= {host: {"pages": {"/": [{"title": "Always there", "body": "A page that always answers."}]}}
              for host in CANARIES}
    with LoopbackWeb(read_sites(sites)) as served:
        network = web.Network(names=TableOfNames(served.ports), authority=served.authority, pace=web.PRACTICE,
                              clock=web.StoppedClock(f"{PRACTICE_DAY}T10:00:00.000Z"), use_proxies=False)
        register = steps.open_register(_workbook(folder / "corpus.xlsx", wanted))
        review = steps.check(steps.visit(register, folder / "review", today=PRACTICE_DAY, network=network))
    steps.write_reports(review, folder / "review")
    return [_scored(case, review, row) for row, case in enumerate(wanted, 2)]


def _sites(case: Case) -> Mapping[str, Mapping[str, Any]]:
    """The sites of a case. One that shows its not-found page with 200 shows it for every address that is not there."""
    if case.kind != "not_found_200":
        return case.sites
    parts = urlsplit(case.link)
    host = parts.hostname or ""
    pages = case.sites[host].get("pages", {})
    lost = pages.get(parts.path)
    return {**case.sites, host: {**case.sites[host], "pages": {**pages, "*": lost}}} if lost else case.sites


def _workbook(path: Path, wanted: list[Case]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    sheet.append(PUBLISHED_COLUMNS)
    for case in wanted:
        row = {**case.service, "Provider": f"{case.service.get('Provider', '')}\n\n{case.link}"}
        if case.link in "".join(case.service.values()):
            row = dict(case.service)
        sheet.append([row.get(column, "") for column in PUBLISHED_COLUMNS])
    settings = book.create_sheet("Settings")
    settings.append(["Setting", "Value"])
    settings.append(["Council", "Kestrelshire Council"])
    settings.append(["Canary addresses", "; ".join(f"https://{host}/" for host in CANARIES)])
    settings.append(["Canary for sign-in pages", ""])
    settings.append(["Canary name that must not exist", "nobody-has-this-name.example"])
    book.save(path)
    return path


def _scored(case: Case, review: Review, row: int) -> Scored:
    """The verdict of the case's link, told from other words in its row that look like one."""
    told = [link for link in review.links if link.link.cell.row == row]
    own = [link for link in told if link.link.as_written.strip() in case.link]
    if not own:
        return Scored(case, "no link found", "", "")
    one = own[-1]
    return Scored(case, str(one.verdict), one.finding.check if one.finding else "",
                  one.finding.evidence if one.finding else "")
