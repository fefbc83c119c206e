"""A package with changes on top: what is not changed stays as its compressed bytes are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from review_kit.errors import WorkbookRefused
from review_kit.excel.markup import Cut, End, Listener, Start, XmlError, as_utf8, prefixed, scan, spliced, tag_end
from review_kit.excel.package import Package


@dataclass(frozen=True)
class Draft:
    """The next version of a workbook, part by part. Names of changed parts are those of the package's entries."""

    package: Package
    changed: dict[str, bytes] = field(default_factory=dict)
    added: dict[str, bytes] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return self.package.name

    def has(self, part: str) -> bool:
        """Whether there is such a part, old or new."""
        return part in self.added or self.package.has(part)

    def read(self, part: str) -> bytes:
        """A part's bytes as they will be."""
        if part in self.added:
            return self.added[part]
        entry = self.package.entry(part)
        if entry is not None and entry.filename in self.changed:
            return self.changed[entry.filename]
        return self.package.read(part)

    def utf8(self, part: str) -> bytes:
        """A part as it will be, in UTF-8, ready to be spliced.

        Raises:
            WorkbookRefused: it cannot be read.
        """
        try:
            return as_utf8(self.read(part))
        except XmlError as error:
            raise self.refusal(part, error) from error

    def put(self, part: str, data: bytes) -> None:
        """Change a part."""
        entry = self.package.entry(part)
        if part in self.added or entry is None:
            self.added[part] = data
        else:
            self.changed[entry.filename] = data

    def listen(self, part: str, listener: Listener) -> bytes:
        """Scan a part, and give the bytes that the places refer to.

        Raises:
            WorkbookRefused: it cannot be read.
        """
        data = self.utf8(part)
        try:
            scan(data, listener)
        except XmlError as error:
            raise self.refusal(part, error) from error
        return data

    def refusal(self, part: str, error: XmlError) -> WorkbookRefused:
        """The refusal for a part that is not as a workbook's part should be."""
        return WorkbookRefused(
            f"{self.name} was left as it is: its part {part} is not in order, {error}. "
            "Open it in Excel, save it under a new name and use that file.",
        )

    def insert_last(self, part: str, parent: str, element: Callable[[str], str]) -> None:
        """Put one element in as the last child of a part's element; `element` is told the prefix it must carry.

        Raises:
            WorkbookRefused: the part has no such element.
        """
        finder = ElementFinder(parent)
        data = self.listen(part, finder)
        if finder.found is None:
            raise self.refusal(part, XmlError(f"it has no {parent}"))
        start, end_tag = finder.found.at, finder.end_at
        new = element(prefixed(finder.found.prefix)).encode()
        after = tag_end(data, start)
        if data[after - 2:after] == b"/>":
            name = data[start + 1:start + 1 + len(prefixed(finder.found.prefix)) + len(parent)]
            cut = Cut(after - 2, after, b">" + new + b"</" + name + b">")
        else:
            cut = Cut(end_tag, end_tag, new)
        self.put(part, spliced(data, [cut]))


class ElementFinder(Listener):
    """Finds the first element of a local name near the root, and where its end tag stands."""

    def __init__(self, local: str, deepest: int = 2) -> None:
        self.local = local
        self.deepest = deepest
        self.found: Start | None = None
        self.end_at = -1

    def start(self, tag: Start) -> None:
        """Keep the first of that name."""
        if self.found is None and tag.local == self.local and tag.depth <= self.deepest:
            self.found = tag

    def end(self, tag: End) -> None:
        """Note where it ends."""
        if self.found is not None and self.end_at < 0 and tag.local == self.local and tag.depth == self.found.depth:
            self.end_at = tag.at

    @property
    def attributes(self) -> Mapping[str, str]:
        """Its attributes; none when it was not found."""
        return self.found.attributes if self.found else {}
