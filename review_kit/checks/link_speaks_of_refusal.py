"""The page says that access is denied, and nothing of the service: a filter, or the site itself, stood in between.

A filter on the reader's own side shows its page for every address of a site, with any status. Which of the two it
was cannot be told where it names no maker, so a person is asked to look from another network.
"""

import re
from collections.abc import Iterator

from review_kit.about import names, without_addresses
from review_kit.checks import Check
from review_kit.checks._asked import Asked, answered
from review_kit.checks._cues import first_said
from review_kit.checks._pages import headings, rows
from review_kit.checks._shown import without_domains
from review_kit.checks._subjects import own_terms, terms
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

LONGEST = 200
"""Words of such a page: it tells what was refused, why, and whom to ask."""
OWN = 2
"""Words of the entry by which a page speaks of it: one of them stands in “business justification” too."""
_CATEGORY = re.compile(r"\bcategor(?:y|ies)\b.{0,60}", re.IGNORECASE)
"""How filters sort pages: “Category: Self-harm” is no word of a page about it."""
ALL_OPENING = 120
"""Words of a page that is all of it such a notice."""
OPENING = 250
"""Characters of the page's own words in which it says so."""


def refusal(a: Asked) -> str:
    """What a link's page says of access denied, or ''; a page that speaks of its entry is none."""
    page = a.visit.page
    if not works(a.visit) or page.words > LONGEST or _speaks_of_entry(a):
        return ""
    opening = page.text if page.words <= ALL_OPENING else page.text[:OPENING]
    said = map(_plain, (page.title, *headings(page), opening))
    return first_said(said, tuple(row["words"] for row in rows(a.facts, "refusal_words")))


def _speaks_of_entry(a: Asked) -> bool:
    """Whether the page does, beyond what filters print of what they refused: its address, and what sort it is."""
    page = a.visit.page
    plain = _CATEGORY.sub(" ", _plain(f"{page.title} {page.text}"))
    named = any(name.casefold() in plain.casefold() for name in names(a.service))
    return named or len(terms(plain) & own_terms(a)) >= OWN


def _plain(text: str) -> str:
    return without_domains(without_addresses(text))


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if said := refusal(a):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} The page says: “{said}”.")


CHECK = Check(
    name="link-speaks-of-refusal", severity=Severity.NOTE, verdict=Verdict.BY_HAND, rung=Rung.CHALLENGE,
    basis=("status", "final_url"),
    what_we_saw="The page says that access is denied, and nothing of the service.",
    what_to_do="Open the link on a phone that is not on this network: is it the right page?", find=_find)
