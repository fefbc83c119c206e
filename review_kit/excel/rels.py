"""How the parts of a workbook file refer to each other, and to addresses outside it."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from review_kit.excel.markup import Listener, Start
from review_kit.excel.package import Parts, scan_part


@dataclass(frozen=True, slots=True)
class Rel:
    """One part's reference to another part, or to an address outside the file."""

    id: str
    type: str
    target: str
    outside: bool

    @property
    def kind(self) -> str:
        """The last word of its type, the same in the transitional and the strict dialect."""
        return self.type.rpartition("/")[2]


def rels_part(part: str) -> str:
    """The name of the part that holds a part's references."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def rels_of(parts: Parts, part: str) -> tuple[Rel, ...]:
    """The references of a part ('' for the package itself); none where it has none."""
    if not parts.has(rels_part(part)):
        return ()
    listener = _Rels(posixpath.dirname(part))
    scan_part(parts, rels_part(part), listener)
    return tuple(listener.found)


def targets_of(parts: Parts, part: str, kind: str) -> Iterator[str]:
    """The parts that a part refers to by one kind, such as `table`; those that are missing are left out."""
    for rel in rels_of(parts, part):
        if rel.kind == kind and not rel.outside and parts.has(rel.target):
            yield rel.target


class _Rels(Listener):
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: list[Rel] = []

    def start(self, tag: Start) -> None:
        if tag.local == "Relationship":
            said = tag.attributes
            outside = said.get("TargetMode", "").casefold() == "external"
            target = said.get("Target", "")
            place = target if outside else self._inside(target)
            self.found.append(Rel(said.get("Id", ""), said.get("Type", ""), place, outside))

    def _inside(self, target: str) -> str:
        target = target.replace("\\", "/")
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(self.folder, target))
