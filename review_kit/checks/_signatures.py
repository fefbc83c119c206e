"""Signatures of `known/`: where on a look each is sought, and what else must hold before it means anything.

A row names a product, a place (`where`), a value, and what it `needs` besides. All is compared in lower case with
single spaces. That a guard or filter is there is not that it acted: so most rows need a page with little on it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from review_kit.checks._addresses import site
from review_kit.model import Visit

SHORT, COMPACT, BARE = 200, 400, 80
"""Words: a guard's page has fewer than 200; a filter's, with our own rules on it, 400; a lone question, 80."""
TURNED_AWAY = frozenset({401, 403, 405, 406, 429})
QUOTED = 60
"""Characters of the page shown on either side of what was found in it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A signature that was found on a look."""

    product: str
    place: str
    quote: str
    row: Mapping[str, str]

    @property
    def in_words(self) -> str:
        """Where it was found, and what stood there, so that a person can check it."""
        return f"{self.place} “{self.quote}”"


def cues(rows: Iterable[Mapping[str, str]], visit: Visit, product: str) -> Iterator[Cue]:
    """The rows of a table that a look bears out, in the table's order; `product` is the column with the name."""
    for row in rows:
        if all(NEEDS[need](visit) for need in row.get("needs", "").split()):
            place, shown, fits = WHERE[row["where"]]
            value = folded(row["value"])
            if found := next((one for one in shown(visit) if fits(folded(one), value)), ""):
                yield Cue(row[product], place, _around(folded(found), value), row)


@lru_cache(maxsize=20_000)  # the tables' values are compared with each page
def folded(text: str) -> str:
    """A text as signatures are compared: lower case, single spaces, plain apostrophes."""
    return " ".join(text.casefold().replace("’", "'").split())


def led_to(visit: Visit) -> tuple[str, ...]:
    """The addresses of other sites that redirects led to, or would have led to where we would not follow."""
    way = [*(hop.location for hop in visit.hops), visit.final_url, visit.failed_at]
    return tuple(dict.fromkeys(address for address in way if _site(address) not in {"", _site(visit.url)}))


def _site(address: str) -> str:
    try:
        return site(address)
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def _around(text: str, value: str) -> str:
    at = text.find(value)
    start, end = max(0, at - QUOTED), at + len(value) + QUOTED
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"


def _bare(visit: Visit) -> bool:
    """Whether a page holds a question and nothing else: no way on, nobody to call."""
    page = visit.page
    return page.words < BARE and len(page.links) < 3 and not page.phones and not page.emails


def _headers(visit: Visit) -> Iterator[str]:
    return (f"{name}: {value}" for name, value in visit.headers.items())


def _hosts(visit: Visit) -> Iterator[str]:
    return (urlsplit(address).hostname or "" for address in led_to(visit))


def _same(shown: str, value: str) -> bool:
    return shown == value


def _begins(shown: str, value: str) -> bool:
    return shown.startswith(value)


def _holds(shown: str, value: str) -> bool:
    return value in shown


def of_host(host: str, value: str) -> bool:
    """Whether a host is the named one, or below it."""
    return host == value or host.endswith(f".{value}")


NEEDS: Mapping[str, Callable[[Visit], bool]] = {
    "short": lambda visit: visit.page.words < SHORT,
    "compact": lambda visit: visit.page.words < COMPACT,
    "bare": _bare,
    "refused": lambda visit: visit.status in TURNED_AWAY,
}
"""What a row can need besides: a page with little on it, or an answer that turned us away."""
WHERE: Mapping[str, tuple[str, Callable[[Visit], Iterable[str]], Callable[[str, str], bool]]] = {
    "header": ("a header of the answer,", _headers, _begins),
    "title": ("the page's title,", lambda visit: [visit.page.title], _same),
    "title-has": ("the page's title,", lambda visit: [visit.page.title], _holds),
    "text": ("the page's words,", lambda visit: [visit.page.text], _holds),
    "fragment": ("a script of the page,", lambda visit: visit.page.fragments, _holds),
    "mark": ("a mark in the page,", lambda visit: visit.page.marks, _same),
    "script-host": ("a script from", lambda visit: visit.page.script_hosts, of_host),
    "link-host": ("a link to", lambda visit: visit.page.link_hosts, of_host),
    "refresh": ("the page sends its visitors to", lambda visit: [visit.page.meta.get("refresh", "")], _holds),
    "host": ("a redirect to", _hosts, of_host),
    "address": ("a redirect to", led_to, _holds),
    "final-url": ("the address", lambda visit: [visit.final_url], _holds),
    "server-address": ("the answer came from", lambda visit: [visit.server_address], _begins),
}
"""A place -> how evidence names it, what stands there, and when the value fits it."""
