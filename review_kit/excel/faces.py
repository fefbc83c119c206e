"""Which cell formats differ in nothing but the underline and the colour of their font, as those of links do."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from review_kit.excel.book import MAIN, Book
from review_kit.excel.markup import Listener, Start
from review_kit.excel.package import Parts, scan_part
from review_kit.excel.places import whole_number

_NOT_SHOWN = {"fontId", "xfId"}
_UNSAID = {"", "0", "false"}


@dataclass(slots=True)
class _Font:
    underlined: bool = False
    rest: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Format:
    font: int
    rest: list[str]


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell format shows: whether it underlines, and all else but the colour of its words."""

    underlined: bool
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Faces:
    """The face of each cell format, by its number."""

    faces: Sequence[Face]

    def is_plain_twin(self, style: str, linked: str) -> bool:
        """Whether a format is not underlined, and else as one that is."""
        numbers = [whole_number(number or "0", len(self.faces)) for number in (style, linked)]
        if max(numbers) >= len(self.faces):
            return False
        plain, underlined = (self.faces[number] for number in numbers)
        return underlined.underlined and not plain.underlined and plain.rest == underlined.rest


def faces_of(parts: Parts, book: Book) -> Faces:
    """The faces of a workbook's cell formats; none when it has no styles."""
    part = book.part_of("styles")
    if not part or not parts.has(part):
        return Faces(())
    xml = _FacesXml()
    scan_part(parts, part, xml)
    fonts = dict(enumerate(xml.fonts))
    return Faces([_face(fonts.get(each.font, _Font()), each) for each in xml.formats])


def _face(font: _Font, its: _Format) -> Face:
    return Face(font.underlined, (*its.rest, "font", *font.rest))


class _FacesXml(Listener):
    def __init__(self) -> None:
        self.fonts: list[_Font] = []
        self.formats: list[_Format] = []
        self.within = ""

    def start(self, tag: Start) -> None:
        if tag.uri not in MAIN:
            return
        match tag.depth, self.within:
            case 2, _:
                self.within = tag.local
            case 3, "fonts":
                self.fonts.append(_Font())
            case 3, "cellXfs":
                self.formats.append(_Format(whole_number(tag.attributes.get("fontId", ""), 0), [_said(tag)]))
            case _, "cellXfs":
                self.formats[-1].rest.append(_said(tag))
            case _, "fonts" if tag.local == "u":
                self.fonts[-1].underlined = tag.attributes.get("val", "single") != "none"
            case _, "fonts" if tag.local != "color":
                self.fonts[-1].rest.append(_said(tag))


def _said(tag: Start) -> str:
    """An element with what it says that shows; what is 0 or false may as well be left out."""
    shows = sorted(
        (name, value) for name, value in tag.attributes.items()
        if name not in _NOT_SHOWN and not name.startswith("apply") and value not in _UNSAID
    )
    return f"{tag.local} {shows}"
