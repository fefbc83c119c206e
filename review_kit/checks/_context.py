"""Words around others by which a clause says nothing of a service's end: of another time, of people, of a shop.

They stand in `known/context_words.csv`, by kind:
- `not-stated`: before an end, they make it a condition, a question of another time, or somebody else's.
- `people`: directly before an end, they are those who finish.
- `beside`: shortly before an end, they are what ends while a service goes on.
- `one-place`: directly behind an end, they name one of several places.
- `for-today`: in the same sentence, they tell of hours.
- `goes-on`: in the same sentence or the next, they tell that the work goes on.
- `elsewhere`: in a heading, they say that what stands below is of something else.
"""

import re
from functools import lru_cache

from review_kit.checks._cues import expression
from review_kit.checks._pages import rows
from review_kit.model import Facts

FRAMES = {
    "not-stated": r"\b(?:{})\b", "people": r"\b(?:{})(?: (?:have|had|has))?\s*$", "beside": r"\b({})\b[^.!?]{{0,30}}$",
    "one-place": r"\s*(?:an? |the |our )?(?:\w+ )?(?:{}) (?:at|in|from) ", "for-today": r"\b(?:{})\b",
    "goes-on": r"\b(?:{})\b", "elsewhere": r"\b(?:{})\b",
}
"""Where the words of each kind stand."""
NEVER = re.compile(r"(?!)")


def context(facts: Facts, kind: str) -> re.Pattern[str]:
    """What finds the words of a kind where they count; finds nothing where the table holds none."""
    return _framed(kind, tuple(row["words"] for row in rows(facts, "context_words", kind=kind)))


@lru_cache(maxsize=32)
def _framed(kind: str, listed: tuple[str, ...]) -> re.Pattern[str]:
    readable = "|".join(expression(words, words).pattern for words in listed)
    return re.compile(FRAMES[kind].format(readable), re.IGNORECASE) if listed else NEVER
