"""Old names in what an entry publishes: as if nothing had changed, or told as the past."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from review_kit.checks._known_changes import KnownChange
from review_kit.model import ContactKind, Facts, Register, Service
from review_kit.published import Text, texts
from review_kit.rows.text import squeezed
from review_kit.spellings import Spelling, places

_FILLER = (
    r"(?:(?:known|called|named|run|provided|delivered|funded|commissioned|managed|operated|owned|as|by|the|part|of|under|from|"
    r"a|an|your|our|its|their|local|team|service|with|partnership|in)\s+)*"
)  # fmt: skip
_TOLD_BEFORE = re.compile(
    rf"(?:\b(?i:formerly|previously|originally|was|were|replac(?:es|ed|ing)|succeed(?:s|ed|ing)|"
    rf"t(?:akes?|ook|aken) over from|instead of|no longer|not|used to be|(?:the|our|their|its) old|former|old name|"
    rf"(?:until|before|prior to|up to) (?:\d{{1,2}} )?(?:[a-z]+ )?(?:19|20)\d\d)\b[\s,:-]*)"
    rf"(?i:{_FILLER})(?:[A-Z][\w'’&.-]*,?\s+(?:(?:and|&|or)\s+)?){{0,3}}$"
)
_TOLD_AFTER = re.compile(
    r"[\s,–—(-]*(?:(?:which|who|this|it|has|have|had|is|are|was|were|and|since|that|been)\s+)*"
    r"(?:now (?:called|known|part|run|provided|delivered|replaced|renamed|merged|closed|named)|became|become|"
    r"replaced by|renamed|merged|abolished|disbanded|superseded|transferred to|taken over|"
    r"no longer (?:exists?|available|there|runs?)|(?:closed|ceased|ended)(?! (?:its|the|their|for|on|at|to|from|by)\b))"
    r"\b", re.IGNORECASE)
_NOW = re.compile(
    r"[\s,–—(/-]*(?:(?:which|that|is|are|has|it)\s+)*(?:\b(?:now|since (?:\w+ ){0,2}\d{4})\b|→|[-=]>)[\s:,]*",
    re.IGNORECASE)
_OPENS = re.compile(r"\s*[(\[]\s*(?:(?:NHS|the|or|aka|also|i\.e\.)\s*)*")
_SAME = re.compile(r"\s*(?:/|\bor\b|,? also known as|\baka\b)\s*")
_POSSESSIVE = re.compile(r"['’]s$")
_SMALL_WORDS = frozenset({"and", "of", "for", "the", "in", "to", "&"})


@dataclass(frozen=True, slots=True)
class Named:
    """Where an entry names somebody by an old name."""

    change: KnownChange
    spelling: Spelling
    text: Text
    start: int
    end: int

    @property
    def words(self) -> str:
        """The name as it is to be printed: as it stands there, but in the table's capitals where it is shouted."""
        there = _POSSESSIVE.sub("", squeezed(self.text.whole[self.start:self.end]))
        return self.spelling.words if there.isupper() and not self.spelling.words.isupper() else there


class Meanings:
    """What a register itself says that abbreviations stand for; each is looked for once."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._found: dict[str, frozenset[str]] = {}

    def of(self, short: str) -> frozenset[str]:
        """The words, in small letters, that an abbreviation stands for."""
        if short not in self._found:
            self._found[short] = frozenset(
                words for service in self._register.services for text in texts(self._register, service)
                if short in text.text for words in _explained(text.text, short))
        return self._found[short]


def named_before(facts: Facts, service: Service, changes: Iterable[KnownChange], meanings: Meanings, *,
                 with_section: bool = True) -> Iterator[Named]:
    """Each change's first old name in an entry that stands there as if nothing had happened.

    Args:
        facts: for the register's columns and words.
        service: the entry.
        changes: those that can be meant here.
        meanings: of the register's abbreviations.
        with_section: whether its section's words count; they are the section's, and are told once.
    """
    said = texts(facts.register, service)
    row = "\n".join(one.whole for one in said)
    seen: set[str] = set()
    for text in said if with_section else (one for one in said if one.column != "Section"):
        for found in _longest(list(_all_in(text, changes))):
            if found.change.old_name not in seen and _means_it(service, found, row, meanings):
                seen.add(found.change.old_name)
                yield found


def _all_in(text: Text, changes: Iterable[KnownChange]) -> Iterator[Named]:
    for change in changes:
        for spelling in () if change.of_a_number else change.old:
            for start, end in places(text.text, spelling):
                yield Named(change, spelling, text, start, end)


def _longest(found: list[Named]) -> Iterator[Named]:
    """In their order; a name inside a longer one is that one's: “CCG” in “Derby and Derbyshire CCG”."""
    for one in sorted(found, key=lambda each: each.start):
        if not any(other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
                   for other in found):
            yield one


def _means_it(service: Service, found: Named, row: str, meanings: Meanings) -> bool:
    """Whether it is the body of the table, and is not told as the past."""
    whole, needs = found.text.whole, found.spelling.needs
    if needs is not None and not needs.search(row):
        return False
    if found.spelling.is_short_form and _stands_for_another(found, meanings):
        return False
    words = whole[found.start:found.end]
    if any(contact.kind is ContactKind.PERSON and words in contact.as_written for contact in service.contacts):
        return False
    return not _inside_successor(found) and not _told_as_past(found)


def _inside_successor(found: Named) -> bool:
    """“Department of Health” in “Department of Health and Social Care”."""
    return any(start <= found.start and found.end <= end and end - start > found.end - found.start
               for spelling in found.change.new for start, end in places(found.text.text, spelling))


def _told_as_past(found: Named) -> bool:
    """Whether the same text says that the name is an old one, or names the present one beside it."""
    text = found.text.text
    before, after = text[:found.start], text[found.end:]
    if _TOLD_BEFORE.search(before[-160:]) or _TOLD_AFTER.match(after):
        return True
    now = _NOW.match(after)
    joints = [_OPENS, _SAME] if found.change.kind in {"renamed", "merged"} else [_OPENS]
    for spelling in found.change.new:
        if now and any(start <= 60 for start, _ in places(after[now.end():], spelling)):
            return True
        if any(joint.fullmatch(before[end:]) for _, end in places(before, spelling) for joint in joints):
            return True
        same = _SAME.match(after) if _SAME in joints else None
        if same and any(start == 0 for start, _ in places(after[same.end():], spelling)):
            return True
    return False


def _stands_for_another(found: Named, meanings: Meanings) -> bool:
    """Whether the register explains the abbreviation itself, as something else: “Community Choir Group (CCG)”."""
    meant = meanings.of(found.spelling.words)
    own = {_plain(spelling.words) for spelling in found.change.old}
    return bool(meant) and not any(words in own or words.removesuffix("s") in own for words in meant)


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _explained(text: str, short: str) -> tuple[str, ...]:
    found = []
    for opening in re.finditer(rf"\(\s*{short}s?\s*\)", text):
        words = re.findall(r"[\w'’&-]+", text[:opening.start()])[-2 * len(short) - 2:]
        found += [_plain(" ".join(words[n:])) for n in range(len(words)) if _initials(words[n:]) == short]
    for following in re.finditer(rf"\b{short}s?\s*\(([^)]*)\)", text):
        words = re.findall(r"[\w'’&-]+", following[1])
        found += [_plain(following[1])] if _initials(words) == short else []
    return tuple(found[-1:])


def _initials(words: list[str]) -> str:
    if not words or words[0].casefold() in _SMALL_WORDS:
        return ""
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL_WORDS)
