"""What an entry publishes, cell by cell and sentence by sentence, without its links, numbers and addresses."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from review_kit.model import Cell, Contact, ContactKind, Facts, Link, Service, Written
from review_kit.published import place_of, published
from review_kit.rows.text import clean, squeezed

READ = ("Area of support", "Provider", "Frequency", "Impact", "How to get it", "In plain words", "Hours")
"""The columns whose words a young person reads. What a review writes for itself is no part of the offer."""
QUOTED = 90
"""Characters of a sentence that stand in a finding; the whole sentence stands in its evidence."""
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+")
_ENDS = re.compile(r"(?<=[.!?;])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\b[DS][rt]\.)(?<!\betc\.)\s+")
_BULLET = " \t•*·-–—"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one cell: `text` has links, numbers and addresses taken out, `whole` is what the cell holds."""

    service: Service
    column: str
    cell: Cell
    text: str
    whole: str

    @property
    def sentences(self) -> tuple[str, ...]:
        """Line by line, and each line where a sentence ends; bullets and blanks are left out."""
        lines = (squeezed(line).strip(_BULLET) for line in self.text.split("\n"))
        return tuple(s for line in lines for part in _ENDS.split(line) if (s := part.strip(_BULLET)))

    def answer_in(self, sentence: str) -> str:
        """The column, where the sentence is all that its cell holds and so can be written anew; else ''."""
        return self.column if squeezed(self.whole).strip(_BULLET) == sentence else ""


def words(facts: Facts, *columns: str) -> Iterator[Words]:
    """Every cell with words, of all entries that are published, in the register's order."""
    for service in facts.register.services:
        if not service.retired:
            yield from words_of(facts, service, *columns)


def words_of(facts: Facts, service: Service, *columns: str) -> Iterator[Words]:
    """The cells of one entry that hold words, in the order of `READ` or of the columns that are asked for."""
    for column in columns or READ:
        whole = _whole(service, column)
        if whole.strip():
            cell = place_of(facts.register.columns, service, column)
            yield Words(service, column, cell, _without(whole, service), whole)


def _whole(service: Service, column: str) -> str:
    return service.values.get(column) or published(service).get(column, "")


def _without(whole: str, service: Service) -> str:
    text = whole
    for one in sorted(service.links_and_contacts, key=lambda one: -len(one.as_written)):
        if one.as_written and not _is_words(one):
            text = text.replace(one.as_written, " ")
    return _ADDRESS.sub(" ", clean(text).text)


def _is_words(one: Link | Contact) -> bool:
    """Whether its words are the entry's own: a person's name, or a sentence behind which an address stands."""
    return one.written is Written.BEHIND_TEXT if isinstance(one, Link) else one.kind is ContactKind.PERSON


def quoted(sentence: str, start: int = 0, end: int = 0, *, most: int = QUOTED) -> str:
    """The sentence, or as much of it on both sides of what was found as can be read at a glance."""
    if len(sentence) <= most:
        return sentence.rstrip(" .;:,")
    room = max(0, most - (end - start)) // 2
    first, last = max(0, start - room), min(len(sentence), max(end, start) + room)
    first = 0 if first == 0 else sentence.rfind(" ", 0, first) + 1
    last = len(sentence) if last == len(sentence) else (sentence.find(" ", last) + 1 or len(sentence) + 1) - 1
    cut = sentence[first:last].strip(" .;:,–-")
    return f"{'…' if first else ''}{cut}{'…' if last < len(sentence) else ''}"
