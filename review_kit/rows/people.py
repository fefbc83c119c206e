"""Finds named persons, conservatively: a wrong one is noise, and only a cue or an e-mail address vouches for a name."""

import itertools
import re
from collections.abc import Iterable, Iterator

from review_kit.model.register import ContactKind
from review_kit.rows.found import FoundContact
from review_kit.rows.people_words import CUES, HONORIFICS, NEVER_HONOURED, NOT_NAMES, ROLES

# A capitalised word as names are: a capital, then mostly small letters (O'Brien, McDonald, Smith-Jones, Zoë).
_WORD = r"[A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f](?:['’][A-Z])?[^\W\d_]{1,24}(?:[-'’][^\W\d_]{1,24})?"
_NAME = rf"{_WORD}(?: (?:[A-Z]\.? )?{_WORD}){{0,4}}"

_HONOURED = re.compile(rf"(?<!\w)(?:{'|'.join(HONORIFICS)})\.? (?P<name>(?:[A-Z]\.? ?){{0,2}}{_NAME})")
_CUED = re.compile(
    rf"(?<!\w)(?:(?i:{'|'.join(map(re.escape, CUES))})(?: is)?(?::| -| –)?|(?i:{'|'.join(ROLES)})(?::| -| –|,))"
    rf" ?(?P<name>{_NAME})"
)
_STREET = re.compile(r"\d[a-z]? (?:\w+ ){1,3}$")
"""A house number and a name before "Dr" make it Drive."""
_CAPITALISED = re.compile(rf"(?<!\w){_WORD}")


def scan(text: str, emails: Iterable[str] = ()) -> tuple[FoundContact, ...]:
    """Every named person of a clean text whose other finds are blanked, in order.

    `emails` are the addresses of the same cell: two capitalised words that an address repeats (Karen Wilson,
    karen.wilson71@…) are a person without any other cue.
    """
    found: list[FoundContact] = []
    for search in (_honoured(text), _cued(text), _vouched(text, emails)):
        found += [one for one in search if all(one.end <= other.start or one.start >= other.end for other in found)]
    return tuple(sorted(found, key=lambda one: one.start))


def _person(start: int, end: int, name: str) -> FoundContact:
    return FoundContact(start, end, ContactKind.PERSON, " ".join(name.split()))


def _honoured(text: str) -> Iterator[FoundContact]:
    """Dr Ana Roe: an honorific vouches for one word, and for what follows it up to a word that is no name."""
    for match in _HONOURED.finditer(text):
        kept = _kept(match["name"].split(" "), sure=not match[0].startswith("Miss"))
        street = _STREET.search(text, max(0, match.start() - 40), match.start())
        if any(len(word.rstrip(".")) > 1 for word in kept) and not street:
            name = " ".join(kept)
            yield _person(match.start(), match.start("name") + len(name), name)


def _kept(words: list[str], *, sure: bool) -> list[str]:
    """The words that belong to the name, at most three; after a sure honorific the first may be any word (Mr Green)."""
    if sure and words[0].casefold() not in NEVER_HONOURED:
        return [words[0], *itertools.takewhile(_could_be_name, words[1:3])]
    return list(itertools.takewhile(_could_be_name, words[:3]))


def _cued(text: str) -> Iterator[FoundContact]:
    """Ask for Ana Roe: a cue, then two or three capitalised words none of which is a word of bodies or places."""
    for match in _CUED.finditer(text):
        words = match["name"].split(" ")
        if 2 <= len(words) <= 3 and all(map(_could_be_name, words)):
            yield _person(match.start("name"), match.end("name"), match["name"])


def _vouched(text: str, emails: Iterable[str]) -> Iterator[FoundContact]:
    """Ana Roe beside ana.roe2@…: the address holds both words."""
    locals_ = [re.sub(r"[^a-z]", "", email.partition("@")[0].casefold()) for email in emails]
    words = list(_CAPITALISED.finditer(text)) if locals_ else []
    for first, last in itertools.pairwise(words):
        close = text[first.end():last.start()] == " "
        if close and any(_repeats(local, first[0], last[0]) for local in locals_):
            yield _person(first.start(), last.end(), text[first.start():last.end()])


def _repeats(local: str, first: str, last: str) -> bool:
    if not (_could_be_name(first) and _could_be_name(last)):
        return False
    return local == first.casefold() + last.casefold() or local == last.casefold() + first.casefold()


def _could_be_name(word: str) -> bool:
    """Not a word of bodies, roles, places or time, no activity ("Talking"), and not all capitals."""
    plain = word.casefold().rstrip(".")
    if plain in NOT_NAMES or plain.endswith(("ing", "tion", "ment", "ship")):
        return False
    return len(plain) < 2 or not word.isupper()
