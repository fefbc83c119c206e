"""The domain is for sale, lapsed or rented out for adverts: whoever buys it may put anything there."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from review_kit.about import About, names
from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import Asked, answered
from review_kit.checks._pages import about_in_prose, below, code, first_heading, host, rows
from review_kit.checks._shown import quote, segments, standing, whole
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

SHORT = 400
"""Words that a parked page has at most: a list of adverts and a notice. A longer page only speaks of such things."""
PROSE = 180
"""Words from which a page that names the service is the service's own: adverts repeat the words of a lapsed name."""
_QUOTED = re.compile(r"“[^“”]{1,200}”|(?<!\S)\"[^\"]{1,200}\"(?!\w)")
"""What a page quotes, it does not say of itself."""
LESSON = 60
"""Words from which a page that calls the service by its name is its own: a course on web sites quotes such words."""

CARD = 150
"""Words of a page that sells or announces a name, and no more."""
_TRADE = re.compile(r"\bdomain(?: name)?s?\b|\b(?:make an offer|buy now|pending renewal|registrar)\b", re.IGNORECASE)
DOMAIN = "domainthatwasasked"
"""The word that stands for a link's own domain, in the table's phrases and in what is compared with them."""

NOTHING = ("", "")


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        signs = list(_signs(a))
        if signs:
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {' '.join(signs)}")


def _signs(a: Asked) -> Iterator[str]:
    """What shows that the domain is parked. Where the way led says it by itself; words want a page of no service."""
    yield from _matching(a, "final-host-suffix", _ended_at)
    yield from _matching(a, "redirect-host", _came_by)
    if works(a.visit) and not _own_page(a):
        for kind, find in (("final-host-prefix", _ended_under), ("script-host", _script), ("title", _title),
                           ("body", _body)):
            yield from _matching(a, kind, find)
        if trade := _headed_by_itself(a):
            yield f"The page is headed by its own address, and speaks of “{trade}”."


def _headed_by_itself(a: Asked) -> str:
    """The word of trade on a short page that calls itself by its address: “example.org”, “This name has expired”."""
    page = a.visit.page
    heads = {_marked(a, part).strip().removeprefix("www.") for said in (page.title, first_heading(page))
             for part in segments(said)}
    found = _TRADE.search(page.text)
    return found[0] if found and DOMAIN in heads and page.words <= CARD else ""


def _own_page(a: Asked) -> bool:
    page, found = a.visit.page, about_in_prose(a).names
    itself = set(found) & set(names(replace(a.service, provider="")))
    return page.words > SHORT or (page.words >= PROSE and bool(found)) or (page.words >= LESSON and bool(itself))


def _matching(a: Asked, kind: str, find: Callable[[Asked, tuple[str, ...]], tuple[str, str]]) -> Iterator[str]:
    """The first row of a kind that fits, in words."""
    whose = {row["value"].replace("{domain}", DOMAIN): row["what"] for row in rows(a.facts, "parking", kind=kind)}
    value, shown = find(a, tuple(whose))
    if value:
        yield f"{shown} That is the mark of {whose[value]}."


def _domains(a: Asked) -> tuple[str, ...]:
    """The domain that was asked, and the one that answered."""
    return tuple(filter(None, dict.fromkeys((site(a.link.url), site(a.visit.final_url)))))


def _marked(a: Asked, text: str) -> str:
    """A text in small letters with one word for its own domain, so that the table's phrases are the same for all."""
    text = text.casefold()
    for domain in _domains(a):
        text = text.replace(domain, DOMAIN)
    return text


def _as_shown(a: Asked, phrase: str, text: str) -> str:
    """A phrase with that of the two domains which a text shows."""
    domain = next((each for each in _domains(a) if each in text.casefold()), "")
    return phrase.replace(DOMAIN, domain)


def _ended_at(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    end = a.visit.final_url
    return next(((value, f"The link led to {end}.") for value in values
                 if _at(end, value) and not _at(a.link.url, value)), NOTHING)


def _at(url: str, value: str) -> bool:
    suffix, _, path = value.partition("/")
    return below(host(url), suffix) and urlsplit(url).path.startswith(f"/{path}" if path else "")


def _came_by(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    return next(((value, f"The link was led by way of {hop.location}.") for hop in a.visit.hops for value in values
                 if _at(hop.location, value) and not _at(a.link.url, value)), NOTHING)


def _ended_under(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    end = a.visit.final_url
    value = next((value for value in values if host(end) == f"{value}.{site(a.link.url)}"), "")
    lone = a.visit.page.words < PROSE and about_in_prose(a).level is About.NOTHING
    return (value, f"The link led to {end}.") if value and lone else NOTHING


def _script(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    return next(((value, f"The page is drawn by {name}.") for name in a.visit.page.script_hosts for value in values
                 if below(name, value)), NOTHING)


def _title(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    title = a.visit.page.title
    said = next(filter(None, (whole(values, _marked(a, part)) for part in segments(title))), "")
    return said, f"The title says “{title}”."


def _body(a: Asked, values: tuple[str, ...]) -> tuple[str, str]:
    page = a.visit.page
    for text in (_QUOTED.sub(" ", page.text), *page.headings, *code(page)):
        if said := standing(values, _marked(a, text)):
            return said, f"The page says “{quote(_as_shown(a, said, text), text)}”."
    return NOTHING


CHECK = Check(
    name="link-parked", severity=Severity.DANGER, verdict=Verdict.CHANGED, rung=Rung.PARKED,
    basis=("status", "final_url", "title"),
    what_we_saw="The domain is for sale, lapsed or filled with adverts, and no longer the provider's.",
    what_to_do="Take the link out now, and ask the provider for its new address by another way.", find=_find)
