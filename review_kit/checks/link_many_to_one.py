"""Several pages of one site were registered, and all lead to one page that none of them was.

A site that sends many addresses to one page has often lost those pages (Lee and others, WWW 2009); it may also have
put them together. So a person is asked, and whatever the page itself shows comes first.
"""

from collections import defaultdict
from collections.abc import Iterator

from review_kit.about import own_names
from review_kit.checks import Check
from review_kit.checks._addresses import is_front_page, same_address, site
from review_kit.checks._asked import Asked, answered
from review_kit.checks.link_moved import works
from review_kit.checks.link_short import shortener_of
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    by_site: dict[str, list[Asked]] = defaultdict(list)
    for a in answered(facts):
        if works(a.visit) and not is_front_page(a.link.url) and not shortener_of(a.link.url, facts):
            by_site[site(a.link.url)].append(a)
    for together in by_site.values():
        yield from (_finding(a, with_it) for a in together if (with_it := _sent_with(a, together)))


def _sent_with(a: Asked, together: list[Asked]) -> list[Asked]:
    """The links of other pages that end where this one does; none where that page was registered itself."""
    end = a.visit.final_url
    if is_front_page(end) or any(same_address(end, other.link.url) for other in together) or _names_it(a):
        return []
    return [other for other in together
            if same_address(other.visit.final_url, end) and not same_address(other.link.url, a.link.url)]


def _names_it(a: Asked) -> bool:
    """Whether the page calls the service by its own name in its title or headings."""
    shown = " ".join((a.visit.page.title, *a.visit.page.headings)).casefold()
    named = own_names(a.facts.register, a.service)
    return any(name.casefold() in shown for name in named if name.casefold() in a.service.name.casefold())


def _finding(a: Asked, with_it: list[Asked]) -> Finding:
    others = ", ".join(dict.fromkeys(other.link.url for other in with_it))
    return CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{others} also led there. {a.evidence}")


CHECK = Check(
    name="link-many-to-one", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "title"),
    what_we_saw="This link and others of its site now lead to one and the same page.",
    what_to_do="Open it: does that page still tell of this service?", find=_find)
