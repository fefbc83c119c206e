"""A page title with just its site's name in brackets: the page's own address was lost in pasting."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.model import Facts, Finding, Rung, Severity, Written


def _find(facts: Facts) -> Iterator[Finding]:
    for service, link in facts.register.links:
        if link.written is Written.TITLE_AND_HOST:
            yield CHECK.finding(service, link, basis={"as_written": link.as_written}, evidence=(
                f"The cell says “{link.as_written}” and has no hyperlink; what we take for it is {link.url}."))


CHECK = Check(
    name="link-host-only", severity=Severity.CAUTION, rung=Rung.NOTE, basis=("as_written",),
    what_we_saw="The register gives this page's title and its site, but not the address of the page itself.",
    what_to_do="Open the site, find the page with this title and put its full address in.", find=_find)
