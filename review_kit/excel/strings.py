"""The table of texts that cells share."""

from review_kit.excel.book import MAIN, Book
from review_kit.excel.markup import End, Listener, Start
from review_kit.excel.package import Parts, scan_part
from review_kit.excel.texts import shown


class RichText(Listener):
    """Gathers the words of a text that may be cut into runs; phonetic guides (`rPh`) are no part of what it says."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.in_words = False
        self.in_guide = False

    def start(self, tag: Start) -> None:
        """A run, a piece of text or a guide begins."""
        if tag.local == "rPh":
            self.in_guide = True
        elif tag.local == "t":
            self.in_words = not self.in_guide

    def end(self, tag: End) -> None:
        """A run, a piece of text or a guide ends."""
        if tag.local == "rPh":
            self.in_guide = False
        elif tag.local == "t":
            self.in_words = False

    def text(self, words: str) -> None:
        """Words of the text itself are kept."""
        if self.in_words:
            self.pieces.append(words)

    def take(self) -> str:
        """The whole text, and start anew."""
        whole = shown("".join(self.pieces))
        self.pieces = []
        return whole


class _Strings(RichText):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def start(self, tag: Start) -> None:
        if tag.uri in MAIN:
            super().start(tag)

    def end(self, tag: End) -> None:
        super().end(tag)
        if tag.local == "si" and tag.depth == 2:
            self.found.append(self.take())


def strings_of(parts: Parts, book: Book) -> tuple[str, ...]:
    """The shared texts in order; none when the part is missing, as in some writers' files without text."""
    part = book.part_of("sharedStrings")
    if not part or not parts.has(part):
        return ()
    listener = _Strings()
    scan_part(parts, part, listener)
    return tuple(listener.found)
