"""Words by which a lapsed name sells what nobody should send a young person to, weighed against words of help.

Pages that help against gambling, debt, drugs or abuse name what they help against. They differ in how they speak:
their titles and headings hold words of help, and so does their text, more than any seller's.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from review_kit.about import About
from review_kit.checks._asked import Asked
from review_kit.checks._pages import about_in_prose, host, rows
from review_kit.checks._shown import words
from review_kit.checks._subjects import own_terms, terms

ENOUGH = 3
"""Different words in the title, headings and links (one fewer where the page is in a language of neither country)."""
WEIGHT = 2
"""How many times more often the sellers' words must stand on the page than words of help."""
READ = 4_000
OURS = ("en", "cy")


@dataclass(frozen=True, slots=True)
class Lure:
    """What a page sells, by its title, headings and links."""

    found: tuple[str, ...]
    shown: tuple[str, ...]
    """The titles, headings and link words that hold them."""
    foreign: bool
    headed: bool
    """Whether title, description or headings hold one: links alone may be adverts, or broken in."""
    asked: bool
    """Whether the entry itself is about what is sold: help against gambling names it in every line."""
    helps: bool
    """Whether the title or the first heading speaks of help."""
    outweighs: bool
    """Whether the page speaks far more of what is sold than of help."""
    nothing_else: bool
    """Whether title and first heading sell, and not one word of the page is one of help."""

    @property
    def plain(self) -> bool:
        """Whether there are words enough, and not those of a page that helps."""
        return len(self.found) >= ENOUGH - self.foreign and self.outweighs and not (self.helps and self.asked)

    @property
    def doubtful(self) -> bool:
        """Whether they might be a guest's: the page helps all the same, or its links alone hold them."""
        return self.helps or not self.headed

    @property
    def in_words(self) -> str:
        """The words as evidence, and where they stand."""
        told = ", ".join(f"“{word}”" for word in self.found)
        language = " The page is not in English or Welsh." if self.foreign else ""
        return f"Words found: {told}; they stand in {'; '.join(f'“{text}”' for text in self.shown[:4])}.{language}"


def lure(a: Asked) -> Lure:
    """What a link's page sells."""
    page = a.visit.page
    help_ = _any_of(_words(a, "support"))
    sold = _any_of(tuple(word for kind in _KINDS for word in _words(a, kind)))
    pieces = [piece for piece in dict.fromkeys((*_heads(a), *(text for _, text in page.links))) if piece]
    luring = [(piece, spoken) for piece in pieces if sold.search(spoken := _spoken(piece)) and not help_.search(spoken)]
    whole = _spoken(" ".join((*pieces, page.text[:READ])))
    named = [match for _, spoken in luring for match in sold.findall(spoken)]
    found = dict.fromkeys([*named, *_wares(a, luring, whole)])
    weights = len(sold.findall(whole)), len(help_.findall(whole))
    top = _spoken(" ".join((page.title, *page.headings[:1])))
    heads, own = set(_heads(a)), tuple(_own_words(a))
    return Lure((*found, *own), tuple(piece for piece, _ in luring) or own, foreign=_foreign(a),
                headed=bool(own) or any(piece in heads for piece, _ in luring),
                asked=any(terms(word) & _asked_for(a) for word in found), helps=bool(help_.search(top)),
                outweighs=weights[0] >= WEIGHT * weights[1],
                nothing_else=not weights[1] and all(sold.search(_spoken(text)) for text in (
                    page.title, *page.headings[:1])))


def is_sure(a: Asked, seen: Lure) -> bool:
    """Whether the page only sells: nothing of the service stands on it, or not one word of help."""
    return seen.plain and not seen.doubtful and (seen.nothing_else or about_in_prose(a).level is About.NOTHING)


def headlined(a: Asked) -> tuple[str, ...]:
    """What a page's title or first heading sells in words that mean nothing else, though words of help stand beside.

    “Write my essay”, “bad credit OK”: whoever takes a name over mixes its words with the wares. Those of gambling are
    not looked for, for pages that help against it name them in their titles. Not what the entry is about.
    """
    phrases = tuple(word for kind in _WARES for word in _words(a, kind) if " " in word)
    sold, own = _any_of(phrases), own_terms(a)
    said = (a.visit.page.title, *a.visit.page.headings[:1])
    found = dict.fromkeys(phrase for text in said for phrase in sold.findall(_spoken(text)))
    return tuple(phrase for phrase in found if any(not terms(word) & own for word in phrase.split()))


def _asked_for(a: Asked) -> frozenset[str]:
    """The words of the entry's name and field, those of its address among them."""
    return own_terms(a) | terms(a.service.name)


def planted(a: Asked) -> tuple[str, ...]:
    """What the words of a page's links sell, whatever the page itself speaks of; not what its entry is about."""
    own = own_terms(a)
    sold = _any_of(tuple(word for kind in _KINDS for word in _words(a, kind)))
    found = (word for _, text in a.visit.page.links for word in sold.findall(_spoken(text)))
    return tuple(dict.fromkeys(word for word in found if not terms(word) & own))


def sells_links(a: Asked) -> tuple[str, ...]:
    """The words of a page by which blogs that sell links and readers speak of themselves."""
    page = a.visit.page
    whole = _spoken(" ".join((page.title, *page.headings, page.text[:READ], *(text for _, text in page.links))))
    return tuple(dict.fromkeys(_any_of(_words(a, "link seller")).findall(whole)))


def _wares(a: Asked, luring: list[tuple[str, str]], whole: str) -> list[str]:
    """Wares that the text names, where a title or heading sells wares of the kind.

    Their names mean nothing else; words of gambling do (appointment slots), and a text alone may warn of wares.
    """
    heads = set(_heads(a))
    for kind, named in _WARES.items():
        ware = _any_of(_words(a, kind))
        if any(piece in heads and ware.search(spoken) for piece, spoken in luring):
            return _any_of(_words(a, named)).findall(whole)
    return []


_WARES = {"pills": "pills", "replica": "replica", "adult": "offers", "crypto": "crypto",
          "loans": "loans", "hemp": "hemp", "essays": "essays"}
"""What a title or heading sells -> the kind of words by which the text names it; who warns of porn names it as well."""
_KINDS = ("gambling", "adult", "offers", "crypto", "pills", "replica", "essays", "loans", "hemp")


def _heads(a: Asked) -> Iterator[str]:
    page = a.visit.page
    yield from (page.title, *page.headings, page.meta.get("description", ""), page.meta.get("og:title", ""))


def _own_words(a: Asked) -> Iterator[str]:
    """What the site says of itself: a rating for adults, or a name that ends in such a word."""
    rating = f"rating={a.visit.page.meta.get('rating', '').casefold()}"
    ending = host(a.visit.final_url).rpartition(".")[2]
    yield from (word for word in _words(a, "rating") if word == rating)
    yield from (f".{word}" for word in _words(a, "ending") if word == ending)


def _words(a: Asked, kind: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in rows(a.facts, "takeover_words", kind=kind))


def _spoken(text: str) -> str:
    return f" {words(text)} "


@lru_cache(maxsize=64)
def _any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of the words, the longest first; scripts that write without spaces are found anywhere."""
    each = sorted({words(word): word.isascii() for word in listed}.items(), key=lambda item: -len(item[0]))
    bounded = "|".join(re.escape(word) for word, ascii_ in each if ascii_)
    anywhere = "|".join(re.escape(word) for word, ascii_ in each if not ascii_)
    parts = [rf"(?<= )(?:{bounded})(?= )"] * bool(bounded) + [f"(?:{anywhere})"] * bool(anywhere)
    return re.compile("|".join(parts) or r"(?!)")


def _foreign(a: Asked) -> bool:
    """Whether the page is in neither English nor Welsh, by its own word or by its letters."""
    page = a.visit.page
    said = bool(page.language) and not page.language.startswith(OURS)
    letters = [letter for letter in f"{page.title} {page.text[:1000]}" if letter.isalpha()]
    latin = sum("LATIN" in unicodedata.name(letter, "") for letter in letters)
    return said or latin * 2 < len(letters)
