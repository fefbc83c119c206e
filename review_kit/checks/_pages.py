"""What checks of pages share: the links at which a page came, and how plainly it is about the service."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from review_kit.about import Likeness, likeness
from review_kit.checks._asked import Asked, answered
from review_kit.checks._shown import without_domains
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Page

Row = Mapping[str, str]


def pages(facts: Facts) -> Iterator[Asked]:
    """Every link at which our checker was told that the page came."""
    return (a for a in answered(facts) if works(a.visit))


def rows(facts: Facts, table: str, **columns: str) -> tuple[Row, ...]:
    """The rows of a table of `known/` that hold these values."""
    return facts.rows(table, **columns)


def about(a: Asked) -> Likeness:
    """What of its service the link's page shows."""
    return likeness(a.facts.register, a.service, a.link, a.visit.page)


def about_in_prose(a: Asked) -> Likeness:
    """The same without the addresses that the page prints: a name that is part of its domain is no word of it."""
    page = a.visit.page
    plain = replace(page, title=without_domains(page.title), text=without_domains(page.text),
                    headings=tuple(map(without_domains, page.headings)))
    return likeness(a.facts.register, a.service, replace(a.link, title=""), plain)


def headings(page: Page) -> Iterator[str]:
    """The headings of a page but for those of its notice on cookies."""
    return (heading for heading in page.headings if "cookie" not in heading.casefold())


def first_heading(page: Page) -> str:
    """The page's own heading; '' where it has none."""
    return next(headings(page), "")


def host(url: str) -> str:
    """An address's host, in lower case; '' for what is no address."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def below(name: str, suffix: str) -> bool:
    """Whether a host is this one or one of those below it."""
    return name == suffix or name.endswith(f".{suffix}")


def code(page: Page) -> Iterable[str]:
    """The openings of the page's scripts and comments, and its marks: what a person does not see."""
    return (*page.fragments, *page.marks)
