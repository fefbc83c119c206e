"""Other addresses in the part that holds a sheet's references."""

from collections.abc import Collection, Mapping
from xml.sax.saxutils import escape

from review_kit.excel.draft import Draft
from review_kit.excel.markup import Cut, End, Listener, Start, element_end, set_attribute, spliced, tag_end
from review_kit.excel.rels import rels_part


def put_targets(draft: Draft, sheet_part: str, targets: Mapping[str, str | None]) -> None:
    """Give references their new targets, by their ids; one whose target is None is taken away."""
    part = rels_part(sheet_part)
    tags = _RelTags(targets)
    data = draft.listen(part, tags)
    draft.put(part, spliced(data, [_cut(data, *tag, targets[rel]) for rel, tag in tags.found.items()]))


def _cut(data: bytes, start: int, end_tag: int, target: str | None) -> Cut:
    if target is None:
        return Cut(start, element_end(data, start, end_tag), b"")
    after = tag_end(data, start)
    return Cut(start, after, set_attribute(data[start:after], "Target", escape(target, {'"': "&quot;"})))


class _RelTags(Listener):
    def __init__(self, wanted: Collection[str]) -> None:
        self.wanted = wanted
        self.found: dict[str, tuple[int, int]] = {}
        self.open = ""

    def start(self, tag: Start) -> None:
        rel = tag.attributes.get("Id", "")
        if tag.local == "Relationship" and rel in self.wanted:
            self.found[rel], self.open = (tag.at, tag.at), rel

    def end(self, tag: End) -> None:
        if tag.local == "Relationship" and self.open:
            self.found[self.open], self.open = (self.found[self.open][0], tag.at), ""
