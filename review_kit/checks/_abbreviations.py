"""Abbreviations in an entry's words: where they stand, and where the words they stand for are written beside them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from review_kit.checks._sentences import Words

TABLE = "abbreviations"
NOT_TOLD = frozenset({"everyone", "a name", "a word"})
MOST_LETTERS = 4
"""Letters of an abbreviation that no table knows: longer capitals that can be spoken are mostly names and shouting."""
SHOUTED = 3
"""Words in capitals one after the other that are shouting, and no abbreviations."""
_TOKEN = re.compile(r"(?<![A-Za-z0-9&£])([A-Z][A-Za-z]{0,6}[A-Z]|[A-Z]&[A-Z])(?:['’]?s)?(?![A-Za-z0-9&])")
_SHOUTED = re.compile(rf"(?:\b[A-Z]{{2,}}\b[\s,&-]*){{{SHOUTED},}}")
_NAME_BEFORE = re.compile(r"[A-Z][a-z]+ $")
_LINE_BEFORE_NAME = re.compile(r"[a-z,;:] [A-Z][a-z]+ $")
_BRACKETS = re.compile(r"\(([^()]{2,90})\)")
_STANDS = re.compile(r"(?: stands for | ?= ?| ?[–:] ?| - |, or |, the )([^.;,()\n]{4,90})")


@dataclass(frozen=True, slots=True)
class Standing:
    """An abbreviation at one place."""

    letters: str
    words: Words
    explained: bool
    part_of_a_name: bool
    """Whether it may be a name, or part of one: “Thrive LDN”."""
    within_a_name: bool = False
    """Whether it ends a name in the middle of a line: “referral to Trent PTS”."""


def abbreviations(cell: Words, known: Mapping[str, Mapping[str, str]]) -> Iterator[Standing]:
    """Every abbreviation of a cell, in the order of its words, those of the table in whatever case it has them."""
    for line in cell.sentences:
        shouted = [m.span() for m in _SHOUTED.finditer(line)]
        for found in _TOKEN.finditer(line):
            letters = found[1]
            row = known.get(letters)
            asked = row["known_by"] not in NOT_TOLD if row else _perhaps(letters)
            if asked and not any(a <= found.start() < b for a, b in shouted):
                before = line[:found.start()]
                named = bool(_NAME_BEFORE.search(before))
                within = cell.column == "Provider" and named and bool(_LINE_BEFORE_NAME.search(before))
                yield Standing(letters, cell, explained(letters, line, found.span()),
                               cell.column == "Provider" or named, within)


def _perhaps(letters: str) -> bool:
    """Whether capitals that no table knows are likely to be an abbreviation."""
    return letters.isupper() and (len(letters) <= MOST_LETTERS or not re.search("[AEIOUY]", letters))


def explained(letters: str, line: str, at: tuple[int, int]) -> bool:
    """Whether the line says what the letters stand for: “words (ABC)”, “ABC (words)”, “ABC – words”."""
    before, after = line[:at[0]], line[at[1]:]
    if before.endswith("(") and after.startswith(")"):
        return stand_for(letters, before[:-1])
    if (found := _BRACKETS.match(after.lstrip())) or (found := _STANDS.match(after)):
        return stand_for(letters, found[1], whole=True)
    return False


def stand_for(letters: str, text: str, *, whole: bool = False) -> bool:
    """Whether letters can be read out of the last words of a text, the first at a word's beginning.

    The rule of Schwartz and Hearst (2003) for abbreviations in brackets: from right to left, each letter is found in
    the words before it. `whole`: the words must begin with the first letter, for they are nothing but the long form.
    """
    letters, text = letters.casefold().replace("&", ""), text.casefold().strip()
    most = min(len(letters) + 5, len(letters) * 2)
    window = " ".join(text.split()[-most:]) if not whole else " ".join(text.split()[:most])
    at = len(window)
    for number, letter in enumerate(reversed(letters), 1):
        at = window.rfind(letter, 0, at)
        while number == len(letters) and at > 0 and window[at - 1].isalnum():
            at = window.rfind(letter, 0, at)
        if at < 0:
            return False
    return len(window.split()) > 1 and (not whole or at == 0)


def written_small(texts: Iterator[str]) -> frozenset[str]:
    """The words that stand in small letters too: “FREE” is no abbreviation where “free” is a word of the register."""
    return frozenset(word.casefold() for text in texts for word in re.findall(r"\b[A-Za-z]?[a-z]+\b", text))
