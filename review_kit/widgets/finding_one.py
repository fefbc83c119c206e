"""One of many on a list: a short name that a page can carry, and the words by which a person finds it."""

import hashlib
import re
from collections.abc import Iterable

from review_kit.model import Cell

FILTER_FROM = 10
"""So many stand on one page and need no search."""
_DIGITS = 3
"""Fewer digits than this are looked for as they stand."""


def ref_of(name: str) -> str:
    """A name for the parts of a page: the same for as long as the thing has its name, whatever stands before it."""
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:10]


def holds(words: str, texts: Iterable[str], cells: Iterable[Cell] = ()) -> bool:
    """Whether all words stand in the texts, or name one of the cells; a number is found however it is spaced."""
    if any(words.strip().casefold() in {str(cell).casefold(), str(cell).rpartition("!")[2].casefold()}
           for cell in cells):
        return True
    texts, digits = tuple(texts), re.sub(r"\D", "", words)
    if len(digits) >= _DIGITS and not re.search(r"[^\W\d_]", words):
        return any(digits in re.sub(r"\D", "", text) for text in texts)
    said = " ".join(texts).casefold()
    return all(word in said for word in words.casefold().split())
