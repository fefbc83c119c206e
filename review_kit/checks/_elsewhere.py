"""What the pages that speak for an entry give in the place of a number or address that they do not give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from review_kit.beside import Beside, beside, is_for_texts
from review_kit.checks._addresses import site
from review_kit.checks.email_of_one_person import plainly_shared
from review_kit.dates import prose_day
from review_kit.ended_contacts import is_doubtful, said_to_have_ended
from review_kit.model import Contact, ContactKind, Facts, Place, Purpose, Service, Visit
from review_kit.own_pages import gives, known_numbers, mailboxes_on, numbers_on, read_whole
from review_kit.rows.phone_words import WHATSAPP

MANY = 6
"""A page with more numbers than that is a directory: none of them stands in the place of another."""
AT_HOME = "+44"


@dataclass(frozen=True, slots=True)
class Instead:
    """What a page gives instead, as contacts are compared, and the page."""

    given: tuple[str, ...]
    page: Visit

    @property
    def where(self) -> str:
        """The page and the day, as evidence."""
        return f"{self.page.final_url}, seen on {prose_day(self.page.at)}"


def instead(facts: Facts, service: Service, contact: Contact) -> Instead | None:
    """What the entry's own pages give in the place of a contact.

    None where they give it, or another contact of the entry of its kind, or none that could stand in its place, or
    where not all of a page was searched. The page that the entry links to comes before a page about contact.
    """
    if contact.kind is ContactKind.PERSON or not contact.normalised:
        return None
    pages = facts.own_pages.get(service.place, ())
    own = [each for each in service.contacts if each.kind is contact.kind]
    if any(gives(facts, service, visit, each) for visit in pages for each in own) or not all(
            read_whole(visit.page) for visit in pages):
        return None
    for visit in _plainest_first(pages):
        said = beside(visit, service, contact.kind, known_numbers(facts))
        shown = _given(facts, service, visit, contact, said)
        if len(shown) > MANY and not said.named & shown:
            return None
        shown = (said.named & shown) or shown
        if shown and (given := shown - _of_the_site(facts, service, visit, contact.kind)):
            return Instead(tuple(sorted(given)), visit)
    return None


def _plainest_first(pages: Sequence[Visit]) -> list[Visit]:
    return sorted(pages, key=lambda visit: visit.purpose is Purpose.CONTACT_PAGE)


def _given(facts: Facts, service: Service, visit: Visit, contact: Contact, said: Beside) -> frozenset[str]:
    """What could stand in its place, and is not somebody else's, the whole house's, or for some people only."""
    found = (frozenset(_mailboxes(facts, visit)) if contact.kind is ContactKind.EMAIL
             else _numbers(facts, service, visit, contact, said))
    return frozenset(key for key in found - said.others.keys() - said.house - said.aside - {contact.normalised}
                     if not said_to_have_ended(facts, visit.page, contact.kind, key)
                     and not is_doubtful(visit.page, contact.kind, key))


def _numbers(facts: Facts, service: Service, visit: Visit, contact: Contact, said: Beside) -> frozenset[str]:
    """A telephone's for a telephone's: short codes are for texts and gifts, and other numbers may be for texts too.

    Where a page leads to WhatsApp, nothing tells the number of that link from one that is rung but the page's words.
    """
    full = contact.normalised.startswith(AT_HOME)
    found = frozenset(each for each in numbers_on(visit.page) if each.startswith(AT_HOME) is full)
    found -= known_numbers(facts)
    if not full:
        return found
    if is_for_texts(service, contact):
        return found & said.texted
    return (found & said.shown if WHATSAPP & set(visit.page.link_hosts) else found) - said.texted


def _of_the_site(facts: Facts, service: Service, visit: Visit, kind: ContactKind) -> frozenset[str]:
    """What stands beside another entry's own contact on that entry's page of the same site: a switchboard, at the foot.

    Without such a neighbour nothing tells a switchboard from a new number, and a person is asked to try both.
    """
    neighbours = facts.once(("neighbours", kind), lambda: _neighbours(facts, kind))
    return frozenset(key for other, url, beside in neighbours.get(site(visit.final_url), ())
                     if other != service.place and url != visit.final_url for key in beside)


def _neighbours(facts: Facts, kind: ContactKind) -> Mapping[str, Sequence[tuple[Place, str, frozenset[str]]]]:
    """By site: each entry's pages that show a contact of its own, with what else they show."""
    found: dict[str, list[tuple[Place, str, frozenset[str]]]] = {}
    for service in facts.register.services:
        own = {each.normalised for each in service.contacts if each.kind is kind and each.normalised}
        for page in facts.own_pages.get(service.place, ()):
            shown = _shown(page, kind)
            if shown & own:
                found.setdefault(site(page.final_url), []).append((service.place, page.final_url, shown - own))
    return found


def _shown(visit: Visit, kind: ContactKind) -> frozenset[str]:
    return numbers_on(visit.page) if kind is ContactKind.PHONE else mailboxes_on(visit.page)


def _mailboxes(facts: Facts, visit: Visit) -> Iterator[str]:
    others = {row["name"] for row in facts.rows("mailboxes_for_others")}
    for address in mailboxes_on(visit.page):
        if address.partition("@")[0] not in others and plainly_shared(facts, address):
            yield address
