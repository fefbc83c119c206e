"""Finds what is left of a link that was pasted from a browser: the page's title, with its host or without."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from review_kit.model.register import Written
from review_kit.rows.addresses import host_of
from review_kit.rows.found import FoundLink
from review_kit.rows.text import BLANK, line_around

LONGEST_TITLE = 300

# Words that open a sentence about a website; the words before its host are then no page title.
_PROSE_OPENER = re.compile(
    r"(?i)(?:see|visit|go to|find|via|or|and|our|on|at|from|for|more|further|website|web|online|e-?mail|call|link|"
    r"click|please|you can|available|refer)\b"
)
_SENTENCE_END = re.compile(r"[.!?] +[A-Z]")
_BULLET = re.compile(r"[ \t•·*▪–—\-]*")

# The opening of a front page's title, as browsers show it: "Home - Kooth", "HOME | Mysite", "Welcome – Aquarius".
_FRONT_PAGE = re.compile(r"(?i:home ?page|home|welcome)(?: ?\| ?| [-–—:»] )(?P<rest>[A-Z0-9].*)")
# Days and opening times are also set off by bars: "Mon | Tue | Wed", "9am | 5pm".
_TIMETABLE = re.compile(
    r"(?i)\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\b(?:am|pm|daily|weekly|monthly|n/a|yes|no|tbc)\b|\d"
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def with_hosts(text: str, found: Iterable[FoundLink]) -> tuple[FoundLink, ...]:
    """The finds, with those that stand as `Page title (host)` at the end of a line widened to title and host."""
    return tuple(_widened(text, one) for one in found)


def _widened(text: str, one: FoundLink) -> FoundLink:
    first, last = line_around(text, one.start)
    opening = text[first:one.start].rstrip(" ")
    closing = text[one.end:last].lstrip(" ")
    bare = one.written is Written.NO_SCHEME and host_of(one.url) == one.url.removeprefix("https://").rstrip("/")
    if not bare or not opening.endswith("(") or not closing.startswith(")") or closing[1:].strip(" .,;"):
        return one
    bullet = _BULLET.match(opening)
    start = first + (bullet.end() if bullet else 0)
    title = opening[start - first:-1].strip()
    if not _is_title(title):
        return one
    return replace(one, start=start, end=text.index(")", one.end) + 1, written=Written.TITLE_AND_HOST, title=title)


def _is_title(words: str) -> bool:
    return (bool(_LETTERS.search(words)) and len(words) <= LONGEST_TITLE and BLANK not in words
            and not _PROSE_OPENER.match(words) and not _SENTENCE_END.search(words))


def alone(text: str) -> Iterator[FoundLink]:
    """Lines that are plainly a pasted page title and nothing else; `text` has all other finds blanked."""
    place = 0
    for line in text.split("\n"):
        words = line.strip(" ")
        if words and is_lone_title(words):
            start = place + line.index(words)
            yield FoundLink(start, start + len(words), "", Written.TITLE_ONLY, title=words)
        place += len(line) + 1


def is_lone_title(line: str) -> bool:
    """Whether a line can only be a page's title: a front page's, or words on both sides of a bar.

    Conservative, for a false one sends a person looking: no sentence, nothing like a timetable, no list of more
    than three, and both sides begin with a capital.
    """
    if len(line) > LONGEST_TITLE or BLANK in line or "@" in line or line.endswith((".", ":", ";", ",")):
        return False
    front = _FRONT_PAGE.fullmatch(line)
    if front:
        return bool(_LETTERS.search(front["rest"])) and not _SENTENCE_END.search(line)
    parts = line.split(" | ")
    return len(parts) in {2, 3} and "|" not in "".join(parts) and all(map(_side, parts))


def _side(part: str) -> bool:
    part = part.strip()
    return (part[:1].isupper() and bool(_LETTERS.search(part)) and not _TIMETABLE.search(part)
            and len(part.split()) <= 12 and not _SENTENCE_END.search(part))
