"""The page speaks as blogs do that sell links, or its links sell what no service sells: a ghost of the provider's site.

Such a site keeps the provider's name and often its old words, so that what the page says of itself proves nothing.
"""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks._takeover import lure, planted, sells_links
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

ENOUGH = 2
"""Different words of sellers of links; or one, beside one link that sells something."""
LINKS = 3
"""Different things that links sell: a link or two may be an advert."""


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        words, links = sells_links(a), planted(a)
        if not lure(a).plain and (len(words) >= ENOUGH or (words and links) or len(links) >= LINKS):
            told = ", ".join(f"“{word}”" for word in (*words, *links)[:8])
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} Words found: {told}.")


CHECK = Check(
    name="link-sells-links", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page has words of sites that sell links, as old names of charities are often used for.",
    what_to_do="Look at the page before any young person does: is it still the provider's?", find=_find)
