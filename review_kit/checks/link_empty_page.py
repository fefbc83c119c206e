"""The page came, and there is nothing on it."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        if a.visit.status == 200 and _empty(a.visit.page):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=(
                f"{a.evidence} The page is {a.visit.page.bytes_read} bytes long and holds no words, no title and no"
                " script."))


def _empty(page: Page) -> bool:
    """Whether nothing came, or a page without a word that nothing else would fill. A file is no page and has none.

    What a page's script draws, and where it sends its visitors, our checker cannot see.
    """
    if not page.body_hash:
        return False
    written = page.content_type.startswith("text/") or "html" in page.content_type
    filled = page.words or page.title or page.script_hosts or page.fragments or "refresh" in page.meta
    return page.bytes_read == 0 or (written and not filled)


CHECK = Check(
    name="link-empty-page", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page is empty: no word of it came to our checker.",
    what_to_do="Open the link yourself: does it show the service?", find=_find)
