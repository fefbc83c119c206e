"""What kind of page it is, where no service stands on pages of that kind: a policy, an advert for a post, a recipe.

Addresses are used again: last year's page of a group is this year's gallery. The provider's name and its field of help
stand on such a page all the same, so words of the entry say nothing against it; but its title names the kind, or it
uses the words that only that kind uses. `known/page_kinds.csv` holds both; an entry that speaks of the kind itself is
let alone.
"""

import re
from dataclasses import dataclass

from review_kit.about import COMMON, provider_words
from review_kit.checks._addresses import is_front_page
from review_kit.checks._asked import Asked
from review_kit.checks._cues import first_said
from review_kit.checks._pages import first_heading, rows
from review_kit.checks._shown import words
from review_kit.checks._subjects import own_terms, terms

BY_TEXT, HEADED = 4, 6
"""Different expressions of one kind by which a page is told to be of it, whatever its title says; and where its title
or heading holds a word of the entry."""
BY_BOTH = 1
"""Those that are asked beside a title that names the kind, where the table has any."""
BEGIN = r"(?<!\w)"
_SITE = re.compile(r" [|–—·:-]{1,2} | ?[|»] ?")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page, and the words by which it was told."""

    name: str
    found: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """As evidence."""
        return f"It is {self.name}, by its words ({', '.join(f'“{word}”' for word in self.found[:6])})."


def page_kind(a: Asked) -> Kind | None:
    """The kind of a link's page, where it is one on which no service stands; None for all others."""
    page = a.visit.page
    if is_front_page(a.visit.final_url):  # it tells of all that a provider does
        return None
    entry = f"{a.service.section} {a.service.name} {a.service.impact}"
    own, titles = page.main or page.text, _titles(a)
    headed = bool(terms(*titles) & (own_terms(a) | terms(a.service.name) - terms(*COMMON)))
    by_kind: dict[str, dict[str, list[str]]] = {}
    for row in rows(a.facts, "page_kinds"):
        if row["unless"] and first_said((entry,), (row["unless"],), begin=BEGIN):
            continue
        found = first_said(titles if row["where"] == "title" else (own,), (row["words"],), begin=BEGIN)
        told = by_kind.setdefault(row["kind"], {"title": [], "text": [], "of": []})
        if row["where"] == "text":
            told["of"].append(row["words"])
        if found:
            told[row["where"]].append(found)
    return next((Kind(name, (*told["title"], *told["text"])) for name, told in by_kind.items()
                 if _is(told, headed=headed)), None)


def _is(told: dict[str, list[str]], *, headed: bool) -> bool:
    """`headed` says that the page's title or heading holds a word of the entry."""
    if told["title"]:
        return len(told["text"]) >= min(BY_BOTH, len(told["of"]))
    return len(told["text"]) >= (HEADED if headed else BY_TEXT)


def _titles(a: Asked) -> tuple[str, ...]:
    """What the page itself is called: its first heading, and the first part of its title that is not its provider's."""
    provider = {*words(provider_words(a.service)).split()}
    parts = [part for part in _SITE.split(a.visit.page.title) if words(part)]
    mine = [part for part in parts if not provider >= {*words(part).split()}] or parts
    return *mine[:1], first_heading(a.visit.page)
