"""What a page shows, as plain words to compare with the phrases of `known/`.

Case, punctuation and short forms do not count: “Sorry, we couldn’t find that page!” is `sorry we cannot find that
page`. In a phrase, `*` stands for up to six words, and `cannot` for “could not” too.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘ʼ`´", "'''''")
_SHORT_FORMS = {"can't": "cannot", "couldn't": "cannot", "won't": "will not", "whats": "what is"}
_GAP = r"(?:\S+ ){0,6}"
_BETWEEN = re.compile(r"\s+[-~]+\s+|\s*[|–—·•»:]+\s*")
_DOMAIN = re.compile(r"(?:\b[\w-]{1,63}\.){1,6}[a-z]{2,24}\b", re.IGNORECASE)
_BEFORE, _AFTER = 6, 14
"""Words that a quotation shows before and after the beginning of what was found."""


@lru_cache(maxsize=1024)
def words(text: str) -> str:
    """The words alone, in one spelling, with one space between them."""
    return " ".join(map(_in_full, _WORD.findall(text.casefold().translate(_APOSTROPHES))))


def _in_full(word: str) -> str:
    if word in _SHORT_FORMS:
        return _SHORT_FORMS[word]
    if word.endswith("n't"):
        return f"{word[:-3]} not"
    return f"{word[:-3]} are" if word.endswith("'re") else word


def whole(phrases: tuple[str, ...], text: str) -> str:
    """The first of the phrases which a title's part or a heading says, and nothing else; '' where it is none."""
    return _first(phrases, _whole, f"{words(text)} ")


def standing(phrases: tuple[str, ...], text: str) -> str:
    """The first of the phrases that stands in a text; '' where none does."""
    return _first(phrases, _standing, f"{words(text)} ")


def _first(phrases: tuple[str, ...], find: Callable[[tuple[str, ...]], Callable[[str], object]], spoken: str) -> str:
    if not phrases or not find(phrases)(spoken):
        return ""
    return next(phrase for phrase in phrases if find((phrase,))(spoken))


@lru_cache(maxsize=4096)
def _whole(phrases: tuple[str, ...]) -> Callable[[str], object]:
    return re.compile(f"(?:{'|'.join(map(_pattern, phrases))}) ?").fullmatch


@lru_cache(maxsize=4096)
def _standing(phrases: tuple[str, ...]) -> Callable[[str], object]:
    return re.compile("|".join(map(_pattern, phrases))).search


def _pattern(phrase: str) -> str:
    """What finds a phrase in words that a space follows. Scripts that write without spaces are found anywhere."""
    parts = (words(part).split() for part in phrase.split("*"))
    body = _GAP.join("".join(f"{_either(word)} " for word in part) for part in parts)
    return rf"(?<!\S){body}" if phrase.isascii() else body.removesuffix(" ")


def _either(word: str) -> str:
    return "(?:cannot|could not|can not)" if word == "cannot" else re.escape(word)


def segments(title: str) -> Iterator[str]:
    """A title whole, and each of its parts: “Page not found | Kooth” has two."""
    yield title
    yield from (part for part in _BETWEEN.split(title) if part)


def quote(phrase: str, text: str) -> str:
    """The words of a text in which a phrase stands, as they were written, with some on either side."""
    written = text.split()
    spoken = [words(word) for word in written]
    found = re.search(_pattern(phrase), " ".join(filter(None, spoken)) + " ")
    start = _index(spoken, found.start()) if found else 0
    first, last = max(0, start - _BEFORE), start + _AFTER
    return f"{'…' if first else ''}{' '.join(written[first:last])}{'…' if last < len(written) else ''}"


def _index(spoken: list[str], position: int) -> int:
    """Which of the words holds a position of their joined text."""
    end = -1
    for number, word in enumerate(spoken):
        end += len(word) + 1 if word else 0
        if end >= position:
            return number
    return 0


def without_domains(text: str) -> str:
    """A text without the addresses in it: a parked page shows its domain, which says nothing of the service."""
    return _DOMAIN.sub(" ", text)
