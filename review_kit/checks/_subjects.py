"""What a page speaks of: the fields of help that an entry names, or a subject of `known/other_subjects.csv`.

That a page holds no word of its entry proves nothing: measured, one in eight ordinary pages does not. That its title
speaks of boilers, weddings or vacancies, and of nothing in the entry, is worth a look.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from review_kit.about import COMMON, TITLE_SAME, likeness, provider_words
from review_kit.checks._addresses import is_front_page
from review_kit.checks._asked import Asked
from review_kit.checks._pages import Row, below, first_heading, host, rows
from review_kit.checks._shown import words
from review_kit.model import Page
from review_kit.stems import stem
from review_kit.traces import path_words

READ = 4_000
ENOUGH = 2
"""Different words of one other subject on the page, one of them in its title, first heading or description."""
FAR_MORE = 4
"""So many, and twice as many as of the entry's own, outweigh a word of the entry's in the title."""
VACANCY, FORM = "jobs with the provider", 3
"""A page that calls itself a vacancy, with so many words of one, is no page for those whom the post is to help."""
OF_ITS_FIELD = 2
"""Different words of the entry's own fields of help by which a page without its names is about it."""
SHORT = 60
"""Words of a page that is too short to hold two of them."""
ANY_HELP = "any help"
"""The subject whose words any page of help may hold."""
OWN, HEADED = 2, 3
"""What a word of the entry's own field is worth beside one of any help, and what one in the title or heading is."""
LONG, TOO_FEW = 100, 4
"""A page of so many words that is worth no more hardly speaks of help: measured, one ordinary page in 200 does not."""
LONGEST = 4
"""Words of the longest term in the tables."""
NOBODY_ELSES = ("gov.uk", "nhs.uk", "ac.uk", "police.uk", "sch.uk", "gov.wales", "gov.scot")
"""Names below these are given to public bodies alone, so their front pages are their own (registrars' rules)."""
_ANYBODYS = frozenset(map(stem, COMMON))
_LITTLE = frozenset({"and", "are", "but", "can", "for", "from", "has", "her", "his", "how", "its", "not", "off", "our",
                     "out", "the", "was", "who", "why", "you"})

Fields = Mapping[str, Mapping[str, str]]
"""Subject -> the stems of each of its terms -> the term as it is written."""


@dataclass(frozen=True, slots=True)
class Other:
    """Another subject that a page speaks of, and the words by which it does."""

    subject: str
    found: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """As evidence."""
        told = ", ".join(f"“{word}”" for word in self.found[:6])
        return f"Its title and text speak of {self.subject} ({told})."


def terms(*texts: str) -> frozenset[str]:
    """The words of texts by their stems, and each run of up to four of them."""
    return frozenset(run for text in texts for run in _runs(tuple(map(stem, words(text).split()))))


def _runs(stems: tuple[str, ...]) -> Iterator[str]:
    for length in range(1, LONGEST + 1):
        for at in range(len(stems) - length + 1):
            yield " ".join(stems[at:at + length])


def own_terms(a: Asked) -> frozenset[str]:
    """What a page about an entry may say: the words of its name, and of each field of help that the entry names.

    Not the provider's, which stand on each page of its site, not those of the address, which a page keeps when its
    subject changes, and not those that any page of the field may hold. Many rules ask for them, and they are worked
    out once for a link.
    """
    return a.facts.once(("own terms", a.service.place, a.link.url), lambda: _own_terms(a))


def _own_terms(a: Asked) -> frozenset[str]:
    entry, elsewhere_too = a.service, terms(provider_words(a.service), a.link.url)
    said = terms(entry.section, entry.name, entry.provider)
    kin = (term for subject, of in _fields(rows(a.facts, "subjects")).items()
           if subject != ANY_HELP and said & of.keys() for term in of)
    name = (stem(word) for word in words(entry.name).split() if len(word) > 2 and not word.isdigit())
    return frozenset({*name, *kin}) - elsewhere_too - _ANYBODYS - _LITTLE


def speaks_of_it(a: Asked) -> bool:
    """Whether a page's title or headings hold a word of the entry's name, of its address, or of its field of help.

    The provider's own words do not count: they stand on each page of its site, and on its page for lost visitors.
    """
    page = a.visit.page
    return bool(terms(page.title, *page.headings) & (own_terms(a) | terms(*path_words(a.link.url))))


def said_of_it(a: Asked) -> frozenset[str]:
    """The words of the entry's name and of its field of help that stand on a page: a question or a menu has none."""
    return _shown(a.visit.page) & own_terms(a)


def _shown(page: Page) -> frozenset[str]:
    return terms(page.title, *page.headings, page.text[:READ])


def silent(a: Asked) -> bool:
    """Whether not one word of a page speaks for its entry, nor of any help.

    Measured on 384 ordinary pages in the letters of western Europe, none is silent (docs/score.md).
    """
    page = a.visit.page
    of_any = _fields(rows(a.facts, "subjects")).get(ANY_HELP, {})
    like = likeness(a.facts.register, a.service, a.link, page, url=a.visit.final_url)
    shown = like.names or like.words or like.contacts or like.address or like.brand or (like.title or 0) >= TITLE_SAME
    return not (shown or _shown(page) & (own_terms(a) | of_any.keys()))


def of_its_field(a: Asked) -> bool:
    """Whether a page without the entry's names speaks of what the entry is about all the same, in other words."""
    return len(said_of_it(a)) >= (OF_ITS_FIELD if a.visit.page.words > SHORT else 1)


def hardly_of_help(a: Asked) -> bool:
    """Whether a page of some length holds next to no word of the entry's field, nor of any help."""
    page, own = a.visit.page, own_terms(a)
    whole = _shown(page)
    of_any = _fields(rows(a.facts, "subjects")).get(ANY_HELP, {})
    worth = OWN * len(whole & own) + len(whole & of_any.keys()) + HEADED * bool(terms(*_head(page)) & own)
    return worth <= TOO_FEW and len(words(page.text[:READ]).split()) >= LONG


def other_subject(a: Asked) -> Other | None:
    """The other subject that the page of a link speaks of; None where there is none, or it is the entry's own too."""
    page = a.visit.page
    if _own_front_page(a):
        return None
    own, head = own_terms(a), terms(*_head(page))
    whole = head | terms(*page.headings, page.text[:READ])
    entry = terms(a.service.section, a.service.name, a.service.provider, a.service.impact)
    found = [Other(subject, told) for subject, of in _fields(rows(a.facts, "other_subjects")).items()
             if head & of.keys() - entry and len(told := _told(whole - entry, of)) >= ENOUGH]
    most = max(found, key=lambda other: len(other.found), default=None)
    if most is None or not head & own or (most.subject == VACANCY and len(most.found) >= FORM):
        return most
    return most if len(most.found) >= max(FAR_MORE, 1 + len(whole & own)) else None


def _head(page: Page) -> tuple[str, ...]:
    return page.title, first_heading(page), page.meta.get("description", "")


def _own_front_page(a: Asked) -> bool:
    """Whether it is a front page of the council or, by its kind of name, a public body's: it tells of all they do."""
    if not is_front_page(a.visit.final_url):
        return False
    council = a.facts.register.settings.council.casefold()
    return any(below(host(a.visit.final_url), suffix) for suffix in NOBODY_ELSES) or (
        bool(council) and council in " ".join(_head(a.visit.page)).casefold())


def _told(found: frozenset[str], of: Mapping[str, str]) -> tuple[str, ...]:
    """The terms of a subject that were found, as they are written; a term inside a longer one is no second."""
    stems = sorted(found & of.keys(), key=lambda term: (-len(term), term))
    whole = [term for at, term in enumerate(stems) if not any(f" {term} " in f" {longer} " for longer in stems[:at])]
    return tuple(sorted(of[term] for term in whole))


def _fields(table: Iterable[Row]) -> Fields:
    return _read(tuple((row["subject"], row["words"]) for row in table))


@lru_cache(maxsize=8)
def _read(table: tuple[tuple[str, str], ...]) -> Fields:
    found: dict[str, dict[str, str]] = {}
    for subject, written in table:
        found.setdefault(subject, {})[" ".join(map(stem, words(written).split()))] = written
    return found
