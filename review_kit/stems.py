"""Words as the same word: parent and parents, counsel and counselling, dentist and dental."""

import re
from functools import lru_cache

SHORTEST = 4
"""Letters that must stay, but for a plural's: a shorter stem would make strangers kin."""
_ENDINGS = ("ations", "ation", "lings", "ling", "lors", "lor", "ings", "ing", "ists", "ist", "ers", "ies", "ied", "als",
            "al", "ed", "er", "es", "y", "s", "e")  # fmt: skip
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1$")


@lru_cache(maxsize=50_000)  # the words of all pages come again and again
def stem(word: str) -> str:
    """What is left of a word in lower case without its ending. Rough on purpose: it is only ever compared."""
    plain = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST - (ending == "s"):
            plain = plain.removesuffix(ending)
            break
    return _TWICE.sub(r"\1", plain)
