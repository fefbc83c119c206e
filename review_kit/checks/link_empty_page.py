"""The page came, and there is nothing on it, or nothing but the site's menu and foot."""

import re
from collections import Counter
from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks.link_script_only import script_only
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict

MOST_LINKS, FEWEST = 15, 4
"""Own links of a menu and a foot, and words that a page of its own has more of: the shortest one met had fifteen."""
ANYWHERE = frozenset((
    "skip", "to", "main", "content", "menu", "home", "all", "rights", "reserved", "cookies", "accept", "reject",
    "privacy", "policy", "search", "close", "back", "top", "of", "the", "and", "by"))
"""Words that stand around any page."""
_WORD = re.compile(r"[^\W_]+")


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        if a.visit.status == 200 and _empty(a.visit.page):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=(
                f"{a.evidence} The page is {a.visit.page.bytes_read} bytes long and holds no words beside its"
                " title, and no script."))
        elif a.visit.status == 200 and _menu_alone(a.visit.page):
            yield CHECK.finding(a.service, a.link, basis=a.basis, severity=Severity.NOTE, evidence=(
                f"{a.evidence} Beside its title, its {len(a.visit.page.links)} links and what stands at the foot of "
                "any page, we found no words on it."))


def _menu_alone(page: Page) -> bool:
    """Whether a page's own words were taken out, and the site's header and footer left.

    A page of many links may be a list, and be meant so.
    """
    if not page.words or not page.links or len(page.links) > MOST_LINKS or script_only(page):
        return False
    counted = Counter(_WORD.findall(page.text.casefold()))
    counted.subtract(word for _, said in page.links for word in _WORD.findall(said.casefold()))
    around = ANYWHERE | set(_WORD.findall(page.title.casefold()))
    return sum(number for word, number in counted.items()
               if number > 0 and word not in around and not word.isdigit()) <= FEWEST


def _empty(page: Page) -> bool:
    """Whether nothing came, or a page without a word that nothing else would fill. A file is no page and has none.

    What a page's script draws, and where it sends its visitors, our checker cannot see.
    """
    if not page.body_hash:
        return False
    written = page.content_type.startswith("text/") or "html" in page.content_type
    filled = page.words or page.script_hosts or page.fragments or "refresh" in page.meta or script_only(page)
    return page.bytes_read == 0 or (written and not filled)


CHECK = Check(
    name="link-empty-page", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page is empty: no words of its own came to our checker.",
    what_to_do="Open the link yourself: does it show the service?", find=_find)
