"""A text of opening hours cut into its words: days, times, dashes and the rest, by the table `known/hours_words.csv`.

Each kind of word is one letter, so that what stands beside what can be looked for in a line of letters: `DoDToT` is
“Mon-Fri 9am-5pm”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from review_kit.hours.clock import AM, PM, TIME, Clock, clock_of

TABLE = "hours_words"
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
ALL_WEEK = (0, 1, 2, 3, 4, 5, 6)
FULL = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KINDS: Mapping[str, str] = {
    "day": "D", "days": "G", "clock": "T", "all week": "W", "all day": "A", "closed": "C", "except": "X", "open": "O",
    "night": "N", "half": "H", "term": "E", "named day": "E", "which": "Y", "neutral": "n",
}
"""Each kind of the table that is found in a text, with its letter; the other kinds are asked about single words."""
SINGLE = ("slip", "counted", "unit", "no day", "answer within", "answer after")
"""Those others: misspelt days of a range, words beside numbers that are no hours, words that end like a day."""
SHORTEST_SLIP = 5
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_NO_TIMES = (
    r"\+?0\d{2,4} \d{3}[\d ]*\d|0\d{2,4}-\d{3}-\d{3,4}|\d{5,}|116 \d{3}(?!\d)|[£$€] ?\d+(?:\.\d\d)?|"
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTHS}(?: \d{{4}})?(?!\w)|"
    r"20[1-4]\d ?[/–-] ?(?:20)?\d\d(?!\d)|20[1-4]\d(?![\d:.]|\s?(?:h|[-–]))")
"""Telephone numbers, prices, days of a year and years."""
_JOINTS = (
    ("o", r"[-–—‐‑−→>]+|(?:to|till|['’]?til|until|through|thru)(?!\w)"), ("b", r"between(?!\w)"),
    ("&", r"and(?!\w)|[&+]"), (",", r"[,/]"), ("|", r"[;\n|•]+|\.(?=\s|$)"), ("(", r"[():]"),
    ("w", r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+\w*"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or sign of a text, with its kind's letter; `days`, `clock` and `half` are what it means."""

    kind: str
    text: str
    start: int
    end: int
    days: tuple[int, ...] = ()
    clock: Clock | None = None
    half: str = ""
    misspelt: bool = False


@dataclass(frozen=True, slots=True, eq=False)  # one for each table, so two are the same only where they are one
class Vocabulary:
    """The table, ready for use: `cut` finds the next word, whatever its kind."""

    cut: re.Pattern[str]
    letters: Mapping[str, str]
    means: Mapping[str, tuple[str, str]]
    sets: Mapping[str, Mapping[str, str]]

    def holds(self, kind: str, word: str) -> bool:
        """Whether a word is one of a kind."""
        return word.casefold() in self.sets.get(kind, {})


@lru_cache(maxsize=4)
def vocabulary(rows: tuple[tuple[str, str, str], ...]) -> Vocabulary:
    """The words of the table: (word, kind, what it means). Of two rows of one word, the first counts."""
    means = {_plain(word): (KINDS[kind], said) for word, kind, said in reversed(rows) if kind in KINDS}
    sets: dict[str, dict[str, str]] = {}
    for word, kind, said in rows:
        sets.setdefault(kind, {})[_plain(word)] = said
    forms = (("w", _NO_TIMES), ("known", _any_of(means)), ("T", TIME), *_JOINTS)
    letters = {f"g{number}": letter for number, (letter, _) in enumerate(forms)}
    cut = re.compile("|".join(f"(?P<g{number}>{form})" for number, (_, form) in enumerate(forms)), re.IGNORECASE)
    return Vocabulary(cut, letters, means, sets)


def _plain(word: str) -> str:
    return " ".join(word.casefold().replace("’", "'").split())


def _any_of(means: Mapping[str, tuple[str, str]]) -> str:
    """A pattern for the words of the table, the longest first; a short day may have a full stop."""
    forms = []
    for word in sorted(means, key=lambda word: (-len(word), word)):
        form = r"\s+".join(re.escape(part).replace("'", "['’]") for part in word.split())
        forms.append(form + (r"\.?" if means[word][0] == "D" and len(word) < SHORTEST_SLIP + 1 else ""))
    return rf"(?:{'|'.join(forms) or '(?!)'})(?:['’]s)?(?![\w'’])"


def words_in(text: str, known: Vocabulary) -> tuple[Word, ...]:
    """The words of a text, in their order, each as what it means beside the others."""
    words = list(_cut(text, known))
    for number, word in enumerate(words):
        before, after = (words[at] if 0 <= at < len(words) else None for at in (number - 1, number + 1))
        if word.kind in "AW" and _is_answer(before, after, known):
            words[number] = replace(word, kind="w")
        elif word.kind == "w" and known.holds("slip", word.text) and _in_a_range(words, number):
            words[number] = replace(word, kind="D", days=_days(known.sets["slip"][word.text.casefold()]), misspelt=True)
    return tuple(words)


def _is_answer(before: Word | None, after: Word | None, known: Vocabulary) -> bool:
    """Whether 24 hours are how long something takes: “within 24 hours”, “24 hours' notice”."""
    return bool((before and known.holds("answer within", before.text)) or (
        after and known.holds("answer after", after.text)))


def _in_a_range(words: Sequence[Word], number: int) -> bool:
    """Whether a dash stands between it and a day: “Mon-Fir” is a slip, and “fir trees” are not."""
    pairs = ((words[max(0, number - 2):number], "Do"), (words[number + 1:number + 3], "oD"))
    return any("".join(word.kind for word in beside) == form for beside, form in pairs)


def _cut(text: str, known: Vocabulary) -> Iterator[Word]:
    at = 0
    while at < len(text):
        found = known.cut.match(text, at)
        at = found.end() if found else at + 1
        if found:
            yield _word(found, known)
        elif not text[at - 1].isspace():
            yield Word("n", text[at - 1], at - 1, at)


def _word(found: re.Match[str], known: Vocabulary) -> Word:
    group = next(name for name in known.letters if found[name] is not None)
    letter, place = known.letters[group], (found[0], *found.span())
    if letter == "T":
        clock = clock_of(found)
        counted = found["hours"] and not clock.sure  # “2 hours” is how long
        return Word("w" if counted else "T", *place, clock=None if counted else clock)
    if letter == "known":
        return _known(place, *known.means[_plain(re.sub(r"['’]s$", "", found[0].rstrip(".")))])
    if letter == "w" and (day := _slip(found[0], known)) is not None:
        return Word("D", *place, days=day, misspelt=True)
    return Word(letter, *place)


def _known(place: tuple[str, int, int], letter: str, said: str) -> Word:
    if letter == "T":
        hour, _, minute = said.partition(":")
        return Word("T", *place, clock=Clock(int(hour), int(minute), of_24=True))
    days, half = _days(said), next((half for half in (AM, PM) if half in said.split()), "")
    return Word(letter, *place, days=days, half=half)


def _days(said: str) -> tuple[int, ...]:
    """The days that a row of the table means: `Mon`, `Mon-Fri`."""
    first, _, last = said.partition(" ")[0].partition("-")
    return days_between(DAYS.index(first), DAYS.index(last or first)) if first in DAYS else ()


def days_between(first: int, last: int) -> tuple[int, ...]:
    """From one day of the week to another, over Sunday if need be."""
    return tuple((first + n) % 7 for n in range((last - first) % 7 + 1))


def _slip(word: str, known: Vocabulary) -> tuple[int, ...] | None:
    """The day that a misspelt one is likely to be, or two of which it may be either; None for any other word."""
    plain = word.casefold().removesuffix("'s").removesuffix("’s").removesuffix("s")
    if len(plain) < SHORTEST_SLIP or known.holds("no day", word) or known.holds("no day", plain):
        return None
    apart = [OSA.distance(plain, day.casefold()) for day in FULL]
    near = min(apart)
    if not 0 < near <= (2 if plain.endswith("day") else 1):
        return None
    return tuple(number for number, distance in enumerate(apart) if distance == near)
