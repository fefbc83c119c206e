"""Which addresses a report may make live. One that could harm a reader is only ever text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from review_kit.model import Contact, Finding, Link, Review, Severity
from review_kit.reports.clean import clean

_PLAIN_WEB_ADDRESS = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:[/?#][^\s\\]*)?", re.IGNORECASE)
"""http or https, a host in ASCII letters, no sign-in name before it: what is seen is where it goes."""


def host_of(address: str) -> str:
    """The host of a web address or of an email address, without www.; empty where there is none.

    A backslash counts as a slash, as browsers read it.
    """
    address = address.strip().replace("\\", "/")
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.rstrip(".").removeprefix("www.")


def _danger_findings(review: Review) -> Iterator[Finding]:
    decided = (*(told.finding for told in review.links), *(told.finding for told in review.contacts))
    yield from (f for f in (*review.findings, *decided) if f and f.severity is Severity.DANGER)


def _written_in(about: Link | Contact | None) -> tuple[str, ...]:
    if isinstance(about, Link):
        return about.url, about.mended
    return (about.normalised,) if about and "@" in about.normalised else ()


def _dangerous_addresses(review: Review) -> Iterator[str]:
    """The addresses that danger findings are about, and every address that they led to."""
    written = {address for finding in _danger_findings(review) for address in _written_in(finding.about)}
    yield from written
    for visit in review.facts.visits:
        if visit.url in written:
            yield visit.final_url
            yield from (hop.url for hop in visit.hops)


@dataclass(frozen=True)
class Dangers:
    """The hosts that nobody should open from a report: whoever holds one page of a host may hold the others."""

    hosts: frozenset[str] = frozenset()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        hosts = "|".join(re.escape(host) for host in sorted(self.hosts))
        return re.compile(rf"(?:https?://)?(?<![\w.-])((?:[\w-]+\.)*(?:{hosts}))(?![\w-]|\.\w)", re.IGNORECASE)

    def disarm(self, text: str) -> str:
        """The text with each dangerous host as `example[.]org`, so that no mail or PDF reader makes a link of it."""
        if not self.hosts:
            return text
        return self._pattern.sub(lambda match: match[1].replace(".", "[.]"), text)

    def concern(self, address: str) -> bool:
        """Whether the address names a dangerous host anywhere, as its own or as one that it would send a reader to."""
        return self.disarm(address) != address

    def live(self, address: str) -> bool:
        """Whether a report may make a link of it."""
        plain = _PLAIN_WEB_ADDRESS.fullmatch(address) and clean(address) == address
        return bool(plain) and not self.concern(address)

    def printed(self, text: str) -> str:
        """Text as a report prints it: nothing unseen, nothing armed."""
        return self.disarm(clean(text))


def dangers_of(review: Review) -> Dangers:
    """The dangerous hosts of a review."""
    hosts = {host_of(address) for address in _dangerous_addresses(review)}
    return Dangers(frozenset(host for host in hosts if "." in host))
