"""Where the numbers and addresses of a page stand in its text, each with the words that lead up to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from review_kit.model import ContactKind, Page
from review_kit.rows import emails, phones
from review_kit.rows.found import FoundContact
from review_kit.rows.text import clean

LABEL, BEHIND, REACH = 160, 60, 300
"""Characters before a number that may be its label, behind it, and between a heading and a number under it."""
LISTED = 2
"""Numbers with a dash and words behind them that make a list in which the name follows the number."""
LEAST = 4
"""Letters of a heading that tells one part of a page from another."""
_SENTENCE = re.compile(r"[.!]\s+(?=[A-Z“(])")
_NAME_BEHIND = re.compile(r"\s?[–—-]\s(?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A number or address where it stands in a page's text, as contacts are compared.

    `label` begins at the nearest heading, or where the contact of its kind before it ends; in a list such as
    “0114 … – Audiology” it is what follows. `before` and `behind` are all the words around it. `heading` is that
    heading, and `under` are all headings not far above.
    """

    key: str
    label: str
    before: str
    behind: str
    heading: str = ""
    under: tuple[str, ...] = ()

    @property
    def clause(self) -> str:
        """The last sentence of the label; a question goes with its answer: “Want to give? Ring …”."""
        return _SENTENCE.split(self.label)[-1]


def labelled(page: Page, kind: ContactKind) -> tuple[Labelled, ...]:
    """The numbers, or the addresses, that stand in a page's text, in its order."""
    return _labelled(clean(page.text).text, page.headings, kind)


@lru_cache(maxsize=128)  # a page is asked for each contact of each entry that links to it
def found_in(text: str, kind: ContactKind) -> tuple[FoundContact, ...]:
    """The numbers, or the addresses, of a text that is clean, in its order; looked for once, whoever asks."""
    return tuple(phones.scan(text) if kind is ContactKind.PHONE else emails.scan(text))


@lru_cache(maxsize=128)
def _labelled(text: str, headings: tuple[str, ...], kind: ContactKind) -> tuple[Labelled, ...]:
    places = [(one.start, one.end, one.normalised) for one in found_in(text, kind)]
    names_follow = sum(_NAME_BEHIND.match(text, end) is not None for _, end, _ in places) >= LISTED
    over = sorted(_where(text, headings)) if places else []
    return tuple(_behind(text, places) if names_follow else _before(text, places, over))


def _where(text: str, headings: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Every place of a heading's words: menus and lists of contents repeat them, and name what follows as well."""
    for heading in {clean(heading).text for heading in headings if len(heading) >= LEAST}:
        for found in re.finditer(rf"(?<!\w){re.escape(heading)}(?!\w)", text):
            yield found.start(), heading


def _before(text: str, places: Sequence[tuple[int, int, str]],
            over: Sequence[tuple[int, str]]) -> Iterator[Labelled]:
    done = 0
    for start, end, key in places:
        above = [one for one in over if start - REACH <= one[0] < start]
        at, heading = above[-1] if above and above[-1][0] >= done else (done, "")
        yield Labelled(key, text[max(at, start - LABEL):start], text[max(0, start - LABEL):start],
                       text[end:end + BEHIND], heading, tuple(words for _, words in above))
        done = max(done, end)


def _behind(text: str, places: Sequence[tuple[int, int, str]]) -> Iterator[Labelled]:
    starts = [start for start, _, _ in places]
    for number, (start, end, key) in enumerate(places):
        following = min([end + BEHIND, *starts[number + 1:number + 2]])
        yield Labelled(key, text[end:following].lstrip(" –—-"), text[max(0, start - LABEL):start], text[end:following])
