"""Where a lost page may be now: pages of the same site whose words are the service's, and paths as other rows moved.

Most breaks are reorganisations of a site, with a pattern (docs/assumptions.md). About a quarter of lost pages can be
found again like this; none is ever written into the register by itself.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from rapidfuzz import fuzz

from review_kit.about import COMMON, names
from review_kit.checks._addresses import is_front_page, same_address, site
from review_kit.checks._asked import Asked, answered
from review_kit.checks.link_moved import end_of_permanent_run, front_page_instead, works
from review_kit.checks.link_not_found import GONE, confirmed, front_page
from review_kit.model import Facts, Purpose

LIKE_ENOUGH, AT_MOST = 80.0, 3
"""rapidfuzz score of the words that are the service's own, and how many candidates are looked at."""
_WORDS = re.compile(r"[^\W\d_]{4,}")


Moves = Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An address that may hold the page now, and why it is thought so."""

    address: str
    score: float
    why: str


def lost(a: Asked) -> bool:
    """Whether the page is plainly no longer where the link leads, on a site that is still there."""
    not_found = a.visit.status in GONE and confirmed(a)
    return not_found or (works(a.visit) and bool(front_page_instead(a.visit)))


def sitemap(url: str) -> str:
    """Where a site's list of pages stands by custom (sitemaps.org)."""
    return front_page(url) + "sitemap.xml"


def parent(url: str) -> str:
    """The address one step up; '' where that is the front page."""
    parts = urlsplit(url)
    up = parts.path.rstrip("/").rpartition("/")[0]
    return parts._replace(path=f"{up}/", query="", fragment="").geturl() if up else ""


def candidates(a: Asked, moves: Moves) -> tuple[Candidate, ...]:
    """The likeliest addresses, best first. `moves` is what `moves_of` says of the whole register."""
    best: dict[str, Candidate] = {}
    for found in (*_learned(a, moves), *_seen(a)):
        if same_address(found.address, a.link.url) or is_front_page(found.address):
            continue
        if found.address not in best or found.score > best[found.address].score:
            best[found.address] = found
    return tuple(sorted(best.values(), key=lambda c: (-c.score, len(c.address), c.address))[:AT_MOST])


def _seen(a: Asked) -> Iterator[Candidate]:
    """Links of the site's front page, the page above and the sitemap, whose words or path are the service's."""
    wanted = _wanted(a)
    for address, purpose in ((front_page(a.link.url), Purpose.FRONT_PAGE), (parent(a.link.url), Purpose.PARENT),
                             (sitemap(a.link.url), Purpose.SITEMAP)):
        visit = a.facts.believed(address, purpose) if address else None
        for there, words in visit.page.links if visit and visit.status == 200 else ():
            score = max((_like(want, f"{words} {_slug(there)}") for want in wanted), default=0.0)
            if score >= LIKE_ENOUGH and site(there) == site(a.link.url):
                yield Candidate(there, score, f"the {purpose} links to it with the words “{words or _slug(there)}”")


def _wanted(a: Asked) -> tuple[str, ...]:
    """The words by which the page would be known: its pasted title, the names of the row, its own old path."""
    return tuple(filter(None, (a.link.title, *names(a.service), _slug(a.link.url))))


def _slug(url: str) -> str:
    return " ".join(_WORDS.findall(unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])))


def _own(text: str) -> str:
    return " ".join(word for word in _WORDS.findall(text.casefold()) if word not in COMMON)


def _like(wanted: str, words: str) -> float:
    """How like two texts are in the words that not every page of the field holds."""
    one, other = _own(wanted), _own(words)
    return fuzz.token_set_ratio(one, other) if one and other else 0.0


def _learned(a: Asked, moves: Moves) -> Iterator[Candidate]:
    """The path as other rows of the site moved: /old/a went to /new/a for good, so /old/b may be at /new/b."""
    for old, new in moves.get(site(a.link.url), ()):
        before, after = _different(old, new)
        path = urlsplit(a.link.url).path
        if before and path.startswith(before):
            there = urlsplit(new)._replace(path=after + path.removeprefix(before), query="", fragment="").geturl()
            yield Candidate(there, 100.0, f"{old} moved to {new} for good, and this may have moved with it")


def moves_of(facts: Facts) -> Moves:
    """By site, the addresses of the register that moved for good, and where to."""
    moves: dict[str, list[tuple[str, str]]] = {}
    for a in answered(facts):
        new = end_of_permanent_run(a.visit)
        if works(a.visit) and not same_address(new, a.link.url) and not front_page_instead(a.visit):
            moves.setdefault(site(a.link.url), []).append((a.link.url, new))
    return moves


def _different(old: str, new: str) -> tuple[str, str]:
    """What of two paths differs before the end that they share; ('', '') where they share no whole last step."""
    one, other = urlsplit(old).path.split("/"), urlsplit(new).path.split("/")
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared] == other[-1 - shared]:
        shared += 1
    if not shared or not one[-1]:
        return "", ""
    return "/".join(one[:-shared]) + "/", "/".join(other[:-shared]) + "/"
