"""The pages that speak for an entry, and which of its contacts stand on them.

They are what the entry's own links lead to, where these work, and up to two pages of the same site whose link says that
they are about contact. A page that was taken over, closed, or is another's speaks for nobody.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import TypeGuard
from urllib.parse import urlsplit

from review_kit.about import names
from review_kit.assurance import cycle_months
from review_kit.beside import beside
from review_kit.checks._addresses import same_address, site
from review_kit.checks._asked import Asked
from review_kit.checks._not_found import signs
from review_kit.dates import months_after
from review_kit.ended_contacts import is_doubtful, said_to_have_ended
from review_kit.helplines import EVERYBODYS, helplines, is_named
from review_kit.labels import found_in
from review_kit.model import (
    TEXT_KEPT,
    Contact,
    ContactKind,
    Facts,
    Link,
    LinkVerdict,
    Page,
    Place,
    Purpose,
    Register,
    Service,
    Verdict,
    Visit,
)
from review_kit.published import texts
from review_kit.rows import phones
from review_kit.rows.phone_faults import possible
from review_kit.rows.phone_words import SHORT_CODES
from review_kit.rows.text import squeezed
from review_kit.spellings import searchable
from review_kit.traces import brand

CONTACT_PAGES = 2
"""Of one site, beside the registered ones: more would be crawling."""
LONGEST_LINK = 6
"""Words of a link that names a page; a longer one is a sentence that also says “contact”."""
LONG = 5_000
"""Words of a page of which every part is searched for numbers; of a longer one, only its two ends (`web.contacts`)."""
_FILE = re.compile(r"\.(?!html?$|php$|aspx?$|jsp$)[a-z0-9]{2,5}$", re.IGNORECASE)
_CODE = re.compile(rf"{'|'.join(SHORT_CODES)}|116\d{{3}}|[678]\d{{4}}")
"""Digits that reach somebody from any telephone (`rows.phones`); others are half a number, or a template's blank."""
_OF_COUNCILS = frozenset({"city", "council", "county", "borough", "metropolitan", "district", "london", "royal", "of",
                          "the", "and", "unitary", "authority"})
"""Words that many councils bear."""
_BETWEEN = re.compile(r"[-_/+.]|%20")
_OTHER_SENSE = re.compile(
    r"\b(?:lens|lenses|(?<!customer )contact cent(?:re|er)s?|contact (?:sports?|tracing|arrangements?|times?|visits?|"
    r"sessions?|orders?|dermatitis)|(?:supervised|supported|family|child|parental|indirect|skin|eye|physical) "
    r"contacts?|refer (?:a friend|friends))\b")
"""Words of a link in which contact is not how to reach somebody: of children with their parents, of lenses and eyes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a contact was seen, and on which day."""

    url: str
    on: date


def came_whole(visit: Visit | None) -> TypeGuard[Visit]:
    """Whether a look brought a whole page."""
    return visit is not None and visit.failure is None and visit.status in range(200, 300)


def read_whole(page: Page) -> bool:
    """Whether every part of a page was searched for contacts, so that what was not found does not stand there."""
    return not page.truncated and page.words <= LONG and (not _is_text(page) or len(page.text) < TEXT_KEPT)


def _is_text(page: Page) -> bool:
    """Whether a page is text alone, of which no numbers were taken when it was read."""
    return page.content_type.startswith("text/plain")


def own_pages(facts: Facts, links: Iterable[LinkVerdict]) -> Mapping[Place, tuple[Visit, ...]]:
    """The pages that speak for each entry, registered ones first.

    Args:
        facts: of the review.
        links: with what each was told; one that does not work has no page.
    """
    found: dict[Place, list[Visit]] = {}
    services: dict[Place, Service] = {}
    for told in links:
        visit = told.visit
        works = told.verdict in {Verdict.WORKING, Verdict.MOVED}
        if works and came_whole(visit) and not repeats_the_council(facts.register, told.service, visit.final_url):
            found.setdefault(told.service.place, []).append(visit)
            services[told.service.place] = told.service
    return {place: (*visits, *_contact_pages(facts, services[place], visits)) for place, visits in found.items()}


def repeats_the_council(register: Register, service: Service, url: str) -> bool:
    """Whether a page is on the council's own site, and the entry is another provider's.

    What the council publishes there it may have copied from this very register: it is nobody else's word.
    """
    host, label = urlsplit(url).hostname or "", brand(url)
    council = [word for word in squeezed(register.settings.council).casefold().split() if word not in _OF_COUNCILS]
    name = "".join(council)
    alike = next((n for n, (a, b) in enumerate(zip(label, name, strict=False)) if a != b), min(len(label), len(name)))
    ours = host.endswith(".gov.uk") and bool(name) and (label in council or alike >= max(4, len(label) * 0.7))
    return ours and bool(names(replace(service, name=""))) and not any(
        word in searchable(service.provider).casefold() for word in (*council, "council", "leaving care"))


def _contact_pages(facts: Facts, service: Service, visits: Iterable[Visit]) -> Iterator[Visit]:
    for url in dict.fromkeys(url for visit in visits for url in contact_links(facts, visit)):
        page = facts.believed(url, Purpose.CONTACT_PAGE)
        if came_whole(page) and site(page.final_url) == site(url) and not _says_not_found(facts, service, page):
            yield page


def _says_not_found(facts: Facts, service: Service, page: Visit) -> bool:
    """Whether the site shows a page that says “not found”: the number on it is the site's, and not this page's."""
    return signs(Asked(service, Link(service.cell, page.url, page.url), page, facts)).plain


def contact_links(facts: Facts, visit: Visit) -> tuple[str, ...]:
    """The addresses on a page, at most two and of its own site, that most likely lead to a page about contact."""
    words = tuple(row["words"] for row in facts.rows("contact_links"))
    return _contact_links(words, visit.final_url, visit.page.links)


@lru_cache(maxsize=2_000)  # asked of each page by the looks and by the judgement
def _contact_links(words: tuple[str, ...], own: str, links: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    ranked = sorted((rank, len(url), url) for url, said in links
                    if _is_page(url, own) and (rank := _rank(words, url, said)) is not None)
    kept: list[str] = []
    for _, _, url in ranked:
        page = url.partition("#")[0]
        if len(kept) < CONTACT_PAGES and not any(same_address(page, other) for other in (own, *kept)):
            kept.append(page)
    return tuple(kept)


def _is_page(url: str, own: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and site(url) == site(own) and not _FILE.search(parts.path)


def _rank(words: tuple[str, ...], url: str, written: str) -> int | None:
    """The place in the table of the first phrase that a link's words or its address's last part say; None: none."""
    shown = squeezed(written).casefold()
    last = _BETWEEN.sub(" ", urlsplit(url).path.rstrip("/").rpartition("/")[2]).casefold()
    said = [text for text in (shown, last) if len(text.split()) <= LONGEST_LINK and not _OTHER_SENSE.search(text)]
    return next((place for place, phrase in enumerate(words) for text in said if f" {phrase} " in f" {text} "), None)


@lru_cache(maxsize=4_000)
def _number_keys(written: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key for each in written for key in _keys_of(each))


def _keys_of(written: str) -> Iterator[str]:
    """A number of a page as contacts are compared: E.164, or the bare digits of a short code."""
    if key := possible(written):
        yield key
    elif _CODE.fullmatch(digits := re.sub(r"[ \-]", "", written)):
        yield digits
    else:
        yield from (one.normalised for one in phones.scan(written, "Phone") if one.normalised)


def numbers_on(page: Page) -> frozenset[str]:
    """The telephone numbers that a page publishes, as contacts are compared."""
    return _in_text(page.text, ContactKind.PHONE) if _is_text(page) else _number_keys(page.phones)


def mailboxes_on(page: Page) -> frozenset[str]:
    """The e-mail addresses that a page publishes, as contacts are compared."""
    return _in_text(page.text, ContactKind.EMAIL) if _is_text(page) else frozenset(page.emails)


def _in_text(text: str, kind: ContactKind) -> frozenset[str]:
    return frozenset(one.normalised for one in found_in(text, kind) if one.normalised)


def seen_on_own_page(facts: Facts, service: Service, contact: Contact) -> Seen | None:
    """Where on a page that speaks for its entry a contact stands; None: on none, or one of them says it has ended.

    What was seen longer ago than the entry's review cycle says nothing of today.
    """
    pages = facts.own_pages.get(service.place, ())
    if any(said_to_have_ended(facts, visit.page, contact.kind, contact.normalised) for visit in pages):
        return None
    months = cycle_months(service, facts.register.settings)
    for visit in pages:
        on = datetime.fromisoformat(visit.at).date()
        if facts.today <= months_after(on, months) and gives(facts, service, visit, contact):
            return Seen(visit.final_url, on)
    return None


def gives(facts: Facts, service: Service, visit: Visit, contact: Contact) -> bool:
    """Whether a page publishes a contact as this service's: it stands there, and not as somebody else's."""
    return stands_on(visit.page, contact) and not but_as(facts, service, visit, contact)


def but_as(facts: Facts, service: Service, visit: Visit, contact: Contact) -> str:
    """How a page gives a contact for which it does not vouch, for evidence; '' where it gives it as the service's own.

    A helpline in a box at the foot of a page is nobody's but its own. A switchboard is the service's where the page
    gives no other number.
    """
    if contact.kind is ContactKind.PERSON:
        return ""
    key = contact.normalised
    if key in known_numbers(facts):
        return _as_a_helplines(facts, service, visit, key)
    said = beside(visit, service, contact.kind, known_numbers(facts))
    if key in said.others:
        return f"beside the words “{said.others[key]}”"
    if is_doubtful(visit.page, contact.kind, key):
        return "beside words that may say it has ended"
    return "as a switchboard" if key in said.house and said.plain else ""


def _as_a_helplines(facts: Facts, service: Service, visit: Visit, key: str) -> str:
    line = next((each for each in helplines(facts) if key in each.reached), None)
    said = (visit.page.title, *(each.text for each in texts(facts.register, service)))
    return f"as the number of {line.name}" if line and key not in EVERYBODYS and not is_named(line, said) else ""


def known_numbers(facts: Facts) -> frozenset[str]:
    """Numbers of helplines and everybody's, which stand at the foot of many pages."""
    return facts.once(("known numbers",), lambda: EVERYBODYS.union(*(each.reached for each in helplines(facts))))


def stands_on(page: Page, contact: Contact) -> bool:
    """Whether a page publishes a contact: the same number however it is written, the same address, the whole name."""
    if not contact.normalised:
        return False
    if contact.kind is ContactKind.PHONE:
        return contact.normalised in numbers_on(page)
    if contact.kind is ContactKind.EMAIL:
        return contact.normalised in mailboxes_on(page)
    name = r"\s+".join(map(re.escape, contact.normalised.split()))
    return " " in contact.normalised and re.search(rf"(?i)(?<!\w){name}(?!\w)", page.text) is not None
