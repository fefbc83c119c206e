"""The words that a council's own row looks for: plain words, turned into a pattern that can never run long.

Our own rows hold regular expressions, and a slip in one of those can keep a review busy for years. A council's row is
read as the words that it says, with three signs: `(one|other)` for a choice, `?` after what may be left out, and `...`
for up to four words. All that it can stand for is written out, so looking for it takes a moment. A word in capitals
that the table knows, such as DATE, stands for what it stands for there.
"""

import re
from collections.abc import Collection, Iterator

LONGEST, MOST_FORMS, DEEPEST, MOST_GAPS = 300, 50, 5, 2
SHORTEST = 3
"""Letters and figures; less would be found everywhere."""
_GAP, _GAP_STANDS_FOR = "\x00", "(?:[\\w’'-]+,? ){0,4}"
_DOTS = re.compile(r"\s+(?:\.{3,}|…)\s+")
_NO_WORDS = re.compile(r"\(\?|[\\\[\]{}^$*<>]")
"""Signs of a regular expression."""
_TOKEN = re.compile(r"[()|?]|[^()|?]")


class CueError(ValueError):
    """Words that cannot be looked for; `str()` says why, in words that follow “its cue”."""


def cue_of(words: str, stands_for: Collection[str] = ()) -> tuple[str, int]:
    """The pattern for a council's words, and how many forms of them it looks for.

    Args:
        words: as they were written.
        stands_for: the words in capitals that the table knows.

    Raises:
        CueError: they cannot be looked for.
    """
    if len(words) > LONGEST:
        raise CueError(f"is longer than {LONGEST} characters")
    if sign := _NO_WORDS.search(words):
        raise CueError(f"holds “{sign[0]}”, where only plain words, (one|other), ? and ... can stand")
    forms = list(dict.fromkeys(_long_enough(" ".join(form.split())) for form in _forms(_squeezed(words))))
    for form in forms:
        _ask_once(form, stands_for)
    return "|".join(_escaped(form, stands_for) for form in forms), len(forms)


def literal(words: str) -> str:
    """The pattern for words that are taken as they stand, whatever signs are in them.

    Raises:
        CueError: they cannot be looked for.
    """
    return _escaped(_long_enough(" ".join(words.split())), ())


def _long_enough(form: str) -> str:
    if len(re.findall(r"[^\W_]", form)) < SHORTEST:
        raise CueError("is so short that it would be found everywhere")
    return form


def _squeezed(words: str) -> str:
    return " ".join(_DOTS.sub(f" {_GAP}", words).split()).replace(f"{_GAP} ", _GAP)


def _ask_once(form: str, stands_for: Collection[str]) -> None:
    words = form.replace(_GAP, " ").split()
    if form.count(_GAP) > MOST_GAPS:
        raise CueError(f"has more than {MOST_GAPS} gaps")
    if twice := next((word for word in words if word in stands_for and words.count(word) > 1), ""):
        raise CueError(f"has {twice} twice")


def _forms(words: str) -> list[str]:
    """Every text that the words stand for."""
    signs = iter(_TOKEN.findall(words))
    forms, closed = _choice(signs, 0)
    if closed:
        raise CueError("has a ) without its (")
    return forms


def _choice(signs: Iterator[str], depth: int) -> tuple[list[str], bool]:
    """What stands up to the end or to a closing bracket, and whether it was the bracket."""
    if depth > DEEPEST:
        raise CueError("has too many brackets in brackets")
    ways: list[list[str]] = [[""]]
    last: list[str] = []
    before: list[str] = [""]
    for sign in signs:
        if sign == ")":
            return _bounded([form for way in ways for form in way]), True
        if sign == "|":
            ways, last, before = [*ways, [""]], [], [""]
        elif sign == "?":
            ways[-1] = _bounded([*ways[-1], *(before if last else [])])
        else:
            last = _within(signs, depth) if sign == "(" else [sign]
            before = ways[-1]
            ways[-1] = _bounded([one + other for one in before[:MOST_FORMS + 1] for other in last])
    if depth:
        raise CueError("has a ( without its )")
    return _bounded([form for way in ways for form in way]), False


def _within(signs: Iterator[str], depth: int) -> list[str]:
    return _choice(signs, depth + 1)[0]


def _bounded(forms: list[str]) -> list[str]:
    if len(forms) > MOST_FORMS:
        raise CueError(f"stands for more than {MOST_FORMS} wordings, so write it in several rows")
    return forms


def _escaped(form: str, stands_for: Collection[str]) -> str:
    """Small letters, for capitals mean something in a table; dashes and apostrophes as people type them."""
    parts = re.split(rf"({_GAP}|\b(?:{'|'.join(map(re.escape, stands_for)) or '(?!)'})\b)", form)
    return "".join(_GAP_STANDS_FOR if part == _GAP else part if part in stands_for else _plain(part) for part in parts)


def _plain(part: str) -> str:
    signs = {"-": "[-‐‑–— ]", "–": "[-‐‑–—]", "'": "['’]", "’": "['’]", " ": " "}
    return "".join(signs.get(sign, re.escape(sign)) for sign in part.lower())
