"""The page is drawn by scripts, which our checker does not run: what a person sees on it, it cannot say.

Title and description of such a page are the same for all its addresses, lost ones too, so they prove nothing.
"""

import re
from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import answered
from review_kit.checks._signatures import folded
from review_kit.checks.link_blocks_robots import guard_of
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Finding, Page, Rung, Severity, Verdict

THIN = 200
"""Characters: a page with fewer shows nothing of its own (the figure of public detectors: docs/assumptions.md)."""
ROOTS = frozenset({"#root", "#app", "#__next", "#__nuxt", "#___gatsby", "#svelte", "#ember-app", "#app-root",
                   ".app-root"})
"""What the usual makers of such pages call the box that their script fills."""
_ASKS = re.compile(
    r"(?:enable|activate|turn on|switch on|requires?|needs?|without|allow) (?:the use of )?java ?script|"
    r"sorry to interrupt css error|"  # what Salesforce's community pages show before their scripts have run
    r"java ?script (?:and cookies|is|must be|needs to be|has to be|to be|support|(?:not )?enabled|disabled|required)")

_LOADING = re.compile(r"(?:\S+ ){0,6}(?:loading|please wait)\W*(?:(?:please|one moment|loading|wait)\W*){0,3}")


def script_only(page: Page) -> str:
    """What showed that scripts draw the page, or ''. A short page with headings of its own has been drawn."""
    if len(page.text) >= THIN:
        return ""
    if _ASKS.search(folded(page.text)):
        return f"its words are “{page.text}”"
    if page.headings:
        return ""
    if _LOADING.fullmatch(folded(page.text)):
        return f"it says nothing but “{page.text}”"
    if asking := next((one for one in page.fragments if _ASKS.search(folded(one))), ""):
        return f"it says to programs like ours “{asking[:120]}”"
    if not page.words and "html" in page.content_type and (page.script_hosts or page.fragments):
        return "it holds scripts and not a word"
    root = next((mark for mark in page.marks if mark.casefold() in ROOTS), "")
    return f"it is an empty box named “{root}”" if root else ""


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        cue = script_only(a.visit.page) if works(a.visit) else ""
        if cue and not guard_of(a.visit, facts):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} What we saw of it: {cue}.")


CHECK = Check(
    name="link-script-only", severity=Severity.NOTE, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "title"),
    what_we_saw="The page is drawn by scripts, which our checker does not run.",
    what_to_do="Open the link yourself: is it the right page?", find=_find)
