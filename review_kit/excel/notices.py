"""What a person should know of a workbook before it is written: one plain sentence each."""

from collections.abc import Iterable

from review_kit.excel.book import Book
from review_kit.excel.package import Parts
from review_kit.excel.rels import rels_of

_SIGNED = "The workbook carries a digital signature, which any change makes void."
_MACROS = "The workbook holds macros. The kit never runs them, and leaves them as they are."
_STRUCTURE = "The workbook's structure is protected: ask its owner before the kit adds a sheet to it."


def notices_of(parts: Parts, book: Book, protected: Iterable[str]) -> tuple[str, ...]:
    """The notices for a workbook.

    Args:
        parts: the file.
        book: its workbook part.
        protected: the names of sheets that are protected.
    """
    kinds = [rel.kind for rel in book.rels]
    found = []
    if any(rel.type.endswith("/digital-signature/origin") for rel in rels_of(parts, "")):
        found.append(_SIGNED)
    if "vbaProject" in kinds:
        found.append(_MACROS)
    if others := kinds.count("externalLink"):
        found.append(
            f"The workbook takes values from {_counted(others)}. The kit does not open such files; "
            "their values are those last saved.",
        )
    if book.protected:
        found.append(_STRUCTURE)
    found += [f"The sheet {name} is protected: ask its owner before the kit changes it." for name in protected]
    return tuple(found)


def _counted(others: int) -> str:
    return "another workbook" if others == 1 else f"{others} other workbooks"
