"""The site shows the same page for a path that cannot exist, so this page says nothing of the service."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from rapidfuzz.distance import Indel

from review_kit.about import About, names
from review_kit.checks import Check
from review_kit.checks._addresses import is_front_page, same_address
from review_kit.checks._asked import Asked, evidence_of_all
from review_kit.checks._not_found import signs
from review_kit.checks._pages import about, pages
from review_kit.checks._probe import probe_for, probe_of
from review_kit.checks._shown import words
from review_kit.checks._subjects import of_its_field, speaks_of_it
from review_kit.checks.link_cookie_wall import stands_before
from review_kit.checks.link_moved import works
from review_kit.checks.link_not_found import front_page
from review_kit.checks.link_script_only import script_only
from review_kit.model import Facts, Finding, Look, Page, Purpose, Rung, Severity, Verdict, Visit

ALIKE = 0.95
"""Share of words that two pages have in the same order (the threshold of Hoyt's soft404)."""
OWN_WORDS = 3
"""Words that the link's page may have and the other not: a clock, a count. More may be all that a thin page says."""
SHOWN = 5
SHELLS = frozenset({"#root", "#app", "#__next", "#__nuxt"})
SHELL_TEXT = 200


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        probe = probe_of(a)
        if probe is None or is_front_page(a.link.url) or not _answered_alike(a, probe) or stands_before(a):
            continue  # a wall stands before every address, whatever is behind it
        if not _about_it(a, probe) or (_is_no_front_page(a) and not _calls_it_by_name(a)):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=evidence_of_all(a.visit, probe, _front(a)))


def _about_it(a: Asked, probe: Visit) -> bool:
    """Whether the page is about the service; a site of one page may be so in other words than the entry's."""
    return about(a).level is About.PLAINLY or (of_its_field(a) and not _sent_alike(a, probe))


def _calls_it_by_name(a: Asked) -> bool:
    """Whether the page names the service itself, and not its provider alone: a list of a section's services may."""
    return bool(set(about(a).names) & set(names(replace(a.service, provider=""))))


def _is_no_front_page(a: Asked) -> bool:
    """Whether what a site shows for every address is not its front page.

    The provider's name and its menu stand on all its pages, also on that which says that a page is not there. A site
    of one page shows that page for everything, and it may speak of the service.
    """
    front = _front(a)
    return front is not None and works(front) and not alike(a.visit, front)


def _front(a: Asked) -> Visit | None:
    return a.other(Purpose.FRONT_PAGE, front_page(a.link.url))


def _answered_alike(a: Asked, probe: Visit) -> bool:
    if probe.failure is not None or not works(probe):
        return False
    return _sent_alike(a, probe) or alike(a.visit, probe)


def _sent_alike(a: Asked, probe: Visit) -> bool:
    """Both were sent on to one address; a link that stands there by its own right is where the site sends the lost."""
    return same_address(a.visit.final_url, probe.final_url) and not same_address(a.link.url, a.visit.final_url)


def alike(one: Visit, other: Visit) -> bool:
    """Whether two looks showed one page, but for the address that it may print."""
    own = _own_words(one) | _own_words(other)
    if _heads(own, one) != _heads(own, other):
        return False
    mine, theirs = _prose(own, one.page.text), _prose(own, other.page.text)
    if len(mine) < SHOWN or _drawn_by_script(one.page):
        return False
    return len(set(mine) - set(theirs)) <= OWN_WORDS and Indel.normalized_similarity(mine, theirs) >= ALIKE


def _own_words(visit: Visit) -> set[str]:
    """The words of the address that was asked, which a page may repeat."""
    return set(words(urlsplit(visit.url).path).split())


def _heads(own: set[str], visit: Visit) -> list[list[str]]:
    return [_prose(own, text) for text in (visit.page.title, *visit.page.headings)]


def _prose(own: set[str], text: str) -> list[str]:
    """The words of a text but for numbers and those of the addresses that are compared."""
    return [word for word in words(text).split() if word not in own and not word.isdigit()]


def _drawn_by_script(page: Page) -> bool:
    """Whether the page is a shell that every address of such a site gets: what it shows, our checker cannot see."""
    return bool(script_only(page)) or (len(page.text) < SHELL_TEXT and not SHELLS.isdisjoint(page.marks))


def _looks(facts: Facts) -> Iterator[Look]:
    for a in pages(facts):
        look = probe_for(a) if a.visit.page.words and _doubted(a) else None
        if look is not None:
            yield look
            probe = probe_of(a)
            if probe is not None and _answered_alike(a, probe) and _about_it(a, probe):
                yield Look(front_page(a.link.url), Purpose.FRONT_PAGE, "to learn whether the site has that page alone")


def _doubted(a: Asked) -> bool:
    """A page that hardly says anything may be a joke about being lost, under the provider's name."""
    told, like = signs(a), about(a)
    silent = told.short and not _calls_it_by_name(a)
    return not told.plain and (told.doubtful or silent or like.level is About.NOTHING or not speaks_of_it(a))


CHECK = Check(
    name="link-answers-everything", severity=Severity.BROKEN, verdict=Verdict.CHANGED, rung=Rung.NOT_FOUND_PAGE,
    basis=("status", "final_url", "title"),
    what_we_saw="The site shows the same page for an address that cannot exist.",
    what_to_do="Find where the service's page is now, or ask the provider whether the service has ended.",
    find=_find, looks=_looks)
