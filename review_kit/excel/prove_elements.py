"""The proof for all that stands outside the cells: every element is still there, as it was."""

from collections import Counter

from review_kit.excel.book import MAIN, REFERENCES
from review_kit.excel.edition import Edition
from review_kit.excel.markup import End, Listener, Start, attribute
from review_kit.excel.package import Package, Parts, scan_part
from review_kit.excel.prove_links import Allowed, allowed_in
from review_kit.excel.refusals import unproven

# Elements that a change may alter, once in a part.
_MAY_ALTER = {"dimension", "calcPr", "tableColumns", "modified", "lastModifiedBy"}
# What makes a new part known.
_OF_A_NEW_PART = {"sheet", "Override", "Relationship"}
# What a table that grows says of its reach, which is compared with what was meant.
_REACH = {"table": {"ref", "insertRow"}, "autoFilter": {"ref"}}


def prove_elements(edition: Edition, after: Package, part: str) -> None:
    """Compare the elements of a changed part with those it had.

    Raises:
        WorkbookRefused: one has changed, is gone or has come that was not meant.
    """
    draft, allowed = edition.draft, allowed_in(edition, part)
    lost, come = _differences(_elements(draft.package, part, allowed), _elements(after, part, allowed))
    for local in {*lost, *allowed.gone}:
        if lost[local] != allowed.gone[local] and not (local in _MAY_ALTER and lost[local] <= 1):
            raise unproven(draft.name, f"an element {local} of {part} has changed")
    for local, number in come.items():
        new = local in _OF_A_NEW_PART and number <= len(draft.added) and not allowed.rels
        if not (new or local == "tableColumn" or (local in _MAY_ALTER and number <= 1)):
            raise unproven(draft.name, f"{part} has elements that were not meant")


def _differences(before: Counter[str], after: Counter[str]) -> tuple[Counter[str], Counter[str]]:
    """How many elements of each local name are gone, and how many have come."""
    lost: Counter[str] = Counter()
    come: Counter[str] = Counter()
    for element, number in (before - after).items():
        lost[element.partition(" ")[0]] += number
    for element, number in (after - before).items():
        come[element.partition(" ")[0]] += number
    return lost, come


def _elements(parts: Parts, part: str, allowed: Allowed) -> Counter[str]:
    listener = _Outside(allowed)
    scan_part(parts, part, listener)
    return listener.found


class _Outside(Listener):
    """Counts the elements outside the cells, each with its attributes and the text right after its tag."""

    def __init__(self, allowed: Allowed) -> None:
        self.allowed = allowed
        self.found: Counter[str] = Counter()
        self.in_cells = self.in_table = False
        self.open = ""
        self.words: list[str] = []

    def start(self, tag: Start) -> None:
        self._close()
        self.in_table = self.in_table or (tag.local == "table" and tag.depth == 1)
        if not self.in_cells:
            left_out = self._left_out(tag)
            said = sorted(pair for pair in tag.attributes.items() if pair[0] not in left_out)
            self.open = f"{tag.local} {tag.uri} {said}"
        self.in_cells = self.in_cells or (tag.local == "sheetData" and tag.uri in MAIN)

    def _left_out(self, tag: Start) -> set[str]:
        """The attributes that may alter: they are compared with what was meant on their own."""
        if self.in_table:
            return _REACH.get(tag.local, set())
        if tag.local == "Relationship" and tag.attributes.get("Id") in self.allowed.rels:
            return {"Target"}
        key = (tag.attributes.get("ref", ""), attribute(tag.attributes, "id", REFERENCES))
        return {"location"} if tag.local == "hyperlink" and key in self.allowed.links else set()

    def end(self, tag: End) -> None:
        self._close()
        if tag.local == "sheetData" and tag.depth == 2:
            self.in_cells = False

    def text(self, words: str) -> None:
        if self.open:
            self.words.append(words)

    def _close(self) -> None:
        if self.open:
            self.found[f"{self.open} {''.join(self.words).strip()}"] += 1
        self.open, self.words = "", []
