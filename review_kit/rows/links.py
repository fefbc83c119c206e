"""The links of a cell: those that its words show, and those that stand behind them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from review_kit.model.register import Link, Written
from review_kit.model.workbook import CellText
from review_kit.rows import emails, hosts, schemes, titles
from review_kit.rows.addresses import host_of, known_ending, normalised, same_address, sound
from review_kit.rows.found import FoundContact, FoundLink, spans
from review_kit.rows.text import Clean, blanked, clean, squeezed

CONTACT_SCHEMES = ("mailto:", "tel:", "sms:", "callto:")
"""Targets that reach a person, not a page: they are contacts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a clean text shows: its links and e-mail addresses, and the rest, in which those are blanked."""

    links: tuple[FoundLink, ...]
    emails: tuple[FoundContact, ...]
    rest: str


def shown(text: str) -> Shown:
    """Search a clean text for addresses with a scheme, then e-mails, then other addresses, then pasted titles.

    Each search sees only what those before it left: so the host of an e-mail address is no link, and an @ in the
    path of an address is no e-mail.
    """
    found = schemes.scan(text)
    rest = blanked(text, spans(found))
    mail = emails.scan(rest)
    rest = blanked(rest, spans(mail))
    bare = hosts.scan(rest)
    found += titles.with_hosts(rest, bare)
    rest = blanked(rest, spans(bare))
    found += tuple(titles.alone(blanked(rest, spans(found))))
    return Shown(tuple(sorted(found, key=lambda one: one.start)), mail, rest)


def find_links(cell: CellText) -> tuple[Link, ...]:
    """Every link of a cell, in order: shown in its words, then hidden behind them.

    Args:
        cell: what the cell shows, with its hyperlink targets.

    Returns:
        One `Link` for each. Where a target only repeats what the words show there is one link, not two; where they
        differ there are both, for a reader sees one and lands on the other.
    """
    text = clean(cell.text)
    return with_targets(cell, text, shown(text.text).links)


def with_targets(cell: CellText, text: Clean, found: Iterable[FoundLink]) -> tuple[Link, ...]:
    """The found links of a cell as the register's links, its hyperlink targets joined to the words they belong to."""
    links = [one.link(cell.cell, text) for one in found]
    for target in dict.fromkeys(web_targets(cell)):
        _join(links, cell, target)
    return tuple(links)


def web_targets(cell: CellText) -> Iterator[str]:
    """The addresses behind a cell that are meant as links: no mail, no telephone, no place in the workbook itself."""
    for target in map(str.strip, cell.targets):
        if target and not target.startswith("#") and not target.lower().startswith(CONTACT_SCHEMES):
            yield _asked(target)


def _asked(target: str) -> str:
    """A target as it is asked. A path to a file of the council's own stays as it is: a check says what it is."""
    plain = squeezed(target)
    if re.match(r"(?i)https?://", plain):
        return normalised(plain) if sound(normalised(plain)) else target
    host = host_of(plain)
    return normalised(plain) if known_ending(host) or host.startswith("www.") else target


def _join(links: list[Link], cell: CellText, target: str) -> None:
    """Add a target to the links, or lay it behind the words that it belongs to.

    A target that nobody could ask (a port beyond 65535) is told as mistyped, as the target itself is written.
    """
    if not sound(target):
        links.append(Link(cell.cell, target, "", Written.MISTYPED))
        return
    if any(link.url and same_address(link.url, target) for link in links):
        return
    for place, link in enumerate(links):
        if link.written is Written.TITLE_ONLY or (
                link.written is Written.TITLE_AND_HOST and _site(link.url) == _site(target)):
            links[place] = replace(link, url=target, written=Written.BEHIND_TEXT)
            return
    links.append(Link(cell.cell, cell.text.strip() or target, target, Written.BEHIND_TEXT))


def _site(url: str) -> str:
    return host_of(url).removeprefix("www.")
