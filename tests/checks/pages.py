"""Looks at pages written as HTML, read as the kit reads them, at the link of a choir that nobody has."""

from dataclasses import replace
from functools import cache
from typing import Any

from review_kit.checks import Check
from review_kit.disk import known_tables
from review_kit.model import Facts, Finding, Purpose, Verdict, Visit
from review_kit.web.page import read_page

from . import facts as make

CHOIR = replace(make.service(make.link(), name="Wednesday Choir"), provider="Borchester"
                                                                            " Singers\nhttps://club.example/choir")
"""The register's entry: a choir and who runs it."""
PROSE = ("We meet in the hall behind the library, and anybody who likes to sing may come along and join in. There is"
         " no audition, and you need not read music. Tea is at seven, and we sing until nine. ")
"""Forty words of a page that is about something."""
MENU = "<nav>" + "".join(f"<a href='/{word}'>{word.title()}</a> " for word in (
    "home", "about-us", "concerts", "news", "join", "volunteer", "donate", "contact", "privacy", "cookies")) + "</nav>"


KNOWN = cache(known_tables)


def html(body: str, *, title: str = "", lang: str = "en-GB", head: str = "", attributes: str = "") -> str:
    """A whole page."""
    return (f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
            f"<body {attributes}>{body}</body></html>")


def seen(page: str | bytes, url: str = make.URL, *hops: tuple[int, str], content_type: str = "text/html; charset=utf-8",
         **more: Any) -> Visit:
    """One look that showed this page, after these redirects."""
    visit = make.visit(url, more.pop("status", 200), *hops, **more)
    body = page if isinstance(page, bytes) else page.encode()
    return replace(visit, page=read_page(body, content_type=content_type, url=visit.final_url))


def probe(page: str, url: str, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look at a path that cannot exist."""
    return seen(page, url, *hops, purpose=Purpose.PROBE, minute=9, **more)


def facts(*visits: Visit, provider: str = "", name: str = "", **more: Any) -> Facts:
    """The facts of a review of these links, each of the choir, with the kit's own tables."""
    urls = dict.fromkeys(v.url for v in visits if v.purpose is Purpose.REGISTERED)
    services = [replace(CHOIR, key=f"svc-{row}", name=name or CHOIR.name, provider=provider or CHOIR.provider,
                        links=(make.link(url, row=row),), cell=replace(CHOIR.cell, row=row))
                for row, url in enumerate(urls, 2)]
    return replace(make.facts(*visits, services=services, **more), known=KNOWN())


def found(check: Check, page: str, **more: Any) -> list[Finding]:
    """What a check finds on this page."""
    return make.found(check, facts(seen(page), **more))


def told(page: str | bytes, **more: Any) -> tuple[Verdict, str]:
    """The verdict of a link to this page, by all checks, and the check that decided."""
    return make.told(facts(seen(page), **more))
