"""For whom a page is: people of another age, or of another country, than those for whom the register is.

The register is for young people who have been in care. A page that says in its title, its heading or its first words
that it is for pensioners or toddlers, and speaks of no young person, is about another group of the same provider; one
that speaks of another country's laws and money belongs to a namesake there. Neither is proof: a person is asked.
"""

import re

from review_kit.about import names
from review_kit.checks._asked import Asked
from review_kit.checks._cues import first_said
from review_kit.checks._pages import first_heading, rows
from review_kit.model import Page

FIRST = 350
"""Characters of a page's own part in which it says whom it is for."""
MARKS = 3
"""Different marks of one country by which a page is told to be of it."""
OURS, SMALL = frozenset({"young", "anybody", "with children"}), "small children"
"""Kinds of people among whom those are for whom the register is; and those who never come alone."""
AGES = frozenset({"older", "children"})
"""Kinds by age alone: where families come too, the page is not for these only."""
_PARENTS = re.compile(r"\b(?:parents?|parenting|mums?|mothers?|dads?|fathers?|bab(?:y|ies)|pregnan\w*|famil(?:y|ies)|"
                      r"toddlers?|children['’]s centre|child ?care|nurser\w+|health visit\w+|maternity|bumps?)\b",
                      re.IGNORECASE)
_OURS = re.compile(r"£|\bUK\b|\bNHS\b|\b0\d{3,4} ?\d{3} ?\d{3,4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\.uk\b")
"""What a British page holds: its money, its health service, a phone number, a postcode."""


def other_audience(a: Asked) -> str:
    """For whom the page of a link says it is, where that is no young person; '' where it does not say so."""
    opening = _without_names(a, _opening(a.visit.page))
    entry = f"{a.service.section} {a.service.name} {a.service.provider}"
    if _find(a, "young", f"{opening} {_without_names(a, _own_part(a.visit.page))}"):
        return ""
    if _find(a, "anybody", opening):
        return ""
    families_come = bool(_find(a, "with children", opening))
    return next((told for row in rows(a.facts, "audiences") if row["kind"] not in OURS
                 and not (families_come and row["kind"] in AGES)  # toddlers come with their parents
                 and (told := _first(row["words"], opening)) and not _first(row["words"], entry)
                 and not (row["kind"] == SMALL and _PARENTS.search(entry))), "")


def other_country(a: Asked) -> tuple[str, ...]:
    """The marks of another country that a page holds, where it holds none of ours; empty where there are too few."""
    page = a.visit.page
    shown = " ".join((page.title, *page.headings, page.text))
    if _OURS.search(shown):
        return ()
    found: dict[str, list[str]] = {}
    for row in rows(a.facts, "other_countries"):
        if mark := _first(row["words"], shown):
            found.setdefault(row["country"], []).append(mark)
    most = max(found.values(), key=len, default=[])
    return tuple(most) if len(most) >= MARKS else ()


def _without_names(a: Asked, text: str) -> str:
    """A youth trust's name stands on the page of its lunch club for pensioners too."""
    own = sorted(names(a.service), key=len, reverse=True)
    return re.sub("|".join(map(re.escape, own)), " ", text, flags=re.IGNORECASE) if own else text


def _opening(page: Page) -> str:
    return " ".join((page.title, first_heading(page), _own_part(page)[:FIRST]))


def _own_part(page: Page) -> str:
    return page.main or page.text


def _find(a: Asked, kind: str, text: str) -> str:
    return next((told for row in rows(a.facts, "audiences", kind=kind) if (told := _first(row["words"], text))), "")


def _first(words: str, text: str) -> str:
    return first_said((text,), (words,), begin=r"(?<!\w)", end=r"(?!\w)")
