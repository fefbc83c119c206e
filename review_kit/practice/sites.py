"""The invented web as data: what each site answers, read from `web.toml`, and from `next_year.toml` a year later."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from typing import Any

from review_kit.practice.authority import KINDS


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a page: `title` and `body` on a plain page, or `html` as it stands, or `text` and nothing else."""

    status: int = 200
    title: str = ""
    body: str = ""
    html: str = ""
    text: str = ""
    location: str = ""
    charset: str = "utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def content_type(self) -> str:
        """Plain text where the answer is nothing but words."""
        return f"text/{'plain' if self.text else 'html'}; charset={self.charset}"

    def content(self) -> bytes:
        """The bytes of the body."""
        if self.text or self.location or self.html:
            return (self.html or self.text).encode(self.charset)
        return (f'<!doctype html><html lang="en-GB"><head><title>{escape(self.title)}</title></head><body>'
                f"<h1>{escape(self.title)}</h1><p>{escape(self.body)}</p></body></html>").encode()


EVERYTHING_ELSE = "*"
"""The path of a site that answers every address, whatever it is."""
NOT_FOUND = Answer(status=404, title="Page not found", body="There is no such page here.")


@dataclass(frozen=True, slots=True)
class Site:
    """One invented host: its certificate, whether it answers at all, and its pages."""

    host: str
    certificate: str = "good"
    behaviour: str = "answers"
    pages: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)

    def answer(self, path: str, times_asked: int) -> Answer:
        """What a page answers when it is asked for the n-th time, counted from 0."""
        answers = self.pages.get(path) or self.pages.get(EVERYTHING_ELSE)
        return answers[min(times_asked, len(answers) - 1)] if answers else NOT_FOUND


def shipped_sites(*, next_year: bool = False) -> tuple[Site, ...]:
    """The sites of the practice review; with `next_year`, as they are a year later."""
    sites = {site.host: site for site in _shipped("web.toml")}
    if next_year:
        sites |= {site.host: site for site in _shipped("next_year.toml")}
    return tuple(sites.values())


def _shipped(name: str) -> tuple[Site, ...]:
    return read_sites(tomllib.loads(files("review_kit.practice").joinpath(name).read_text(encoding="utf-8")))


def read_sites(table: Mapping[str, Mapping[str, Any]]) -> tuple[Site, ...]:
    """Sites from a table as in `web.toml`.

    Raises:
        ValueError: a certificate or behaviour that there is none of: a slip of ours, found by the first test.
    """
    sites = tuple(_site(host, entry) for host, entry in table.items())
    for site in sites:
        if site.certificate not in KINDS or site.behaviour not in {"answers", "silent", "refuses"}:
            raise ValueError(f"{site.host}: no certificate “{site.certificate}” or behaviour “{site.behaviour}”")
    return sites


def _site(host: str, entry: Mapping[str, Any]) -> Site:
    pages = {path: tuple(Answer(**answer) for answer in answers) for path, answers in entry.get("pages", {}).items()}
    return Site(host, entry.get("certificate", "good"), entry.get("behaviour", "answers"), pages)
