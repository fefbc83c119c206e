"""How much of last year's page is still there.

Measured on 77 pages and their later versions (docs/assumptions.md): the share of commonest words and the cosine of
word counts survive a redesign; runs of words do not.
"""

import re
from collections import Counter
from dataclasses import dataclass
from math import sqrt

COMMONEST = 25
OTHER_SHARE, OTHER_COSINE = 0.36, 0.20
"""Below both, nearly all pages compared were of different sites."""
SAME_SHARE, SAME_COSINE = 0.70, 0.60
"""From either, it is the same page, whatever the redesign."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset("""
    about after all also and any are because been before being but can could did does each for from get had has have
    her here him his how into its just like may more most much not now off one only other our out over she should some
    such than that the their them then there these they this those through too two under until very was way were what
    when where which while who will with would you your
""".split())  # noqa: SIM905 - a list of words is read more easily without its quotes


@dataclass(frozen=True, slots=True)
class Drift:
    """What of an old text is in a new one: 1 is all, 0 is nothing."""

    share: float
    """Of the old text's commonest content words."""
    cosine: float
    """Of the counts of all content words."""

    @property
    def same(self) -> bool:
        """Whether it is the same page."""
        return self.share >= SAME_SHARE or self.cosine >= SAME_COSINE

    @property
    def other(self) -> bool:
        """Whether it is another page altogether."""
        return self.share < OTHER_SHARE and self.cosine < OTHER_COSINE

    @property
    def in_words(self) -> str:
        """As evidence."""
        return f"{self.share:.0%} of last year's commonest words are still there; likeness {self.cosine:.2f} of 1"


def drift(old: str, new: str) -> Drift:
    """How far a text has drifted from what it was."""
    then, now = _counts(old), _counts(new)
    common = [word for word, _ in then.most_common(COMMONEST)]
    share = sum(word in now for word in common) / len(common) if common else 0.0
    return Drift(share, _cosine(then, now))


def _counts(text: str) -> Counter[str]:
    return Counter(word for word in _WORD.findall(text.casefold()) if word not in _SMALL)


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    lengths = sqrt(sum(n * n for n in one.values()) * sum(n * n for n in other.values()))
    return sum(n * other[word] for word, n in one.items()) / lengths if lengths else 0.0
