"""The proof after every save: all is as it was but for the changes that were meant."""

from review_kit.errors import RegisterError, WorkbookRefused
from review_kit.excel.book import book_of
from review_kit.excel.draft import Draft
from review_kit.excel.edition import Edition
from review_kit.excel.package import Package, package_of
from review_kit.excel.prove_cells import prove_cells
from review_kit.excel.prove_elements import prove_elements
from review_kit.excel.prove_links import prove_links
from review_kit.excel.refusals import unproven


def prove(edition: Edition, data: bytes) -> None:
    """Compare the file as written with the file as read.

    Args:
        edition: what was meant to change.
        data: the bytes that were written.

    Raises:
        WorkbookRefused: something else changed, or a meant change is not there.
    """
    draft = edition.draft
    try:
        after = package_of(draft.name, data)
        _prove_parts(draft, after)
        for name in draft.changed:
            prove_elements(edition, after, name)
        book = book_of(after)
        for entry in book.sheets:
            if entry.part in edition.meant:
                prove_links(edition, after, entry)
                prove_cells(edition, after, book, entry)
    except WorkbookRefused:
        raise
    except RegisterError as error:
        raise unproven(draft.name, "the file cannot be read back") from error


def _prove_parts(draft: Draft, after: Package) -> None:
    """The same parts in the same order, each unchanged one with the same bytes."""
    expected = [entry.filename for entry in draft.package.entries] + list(draft.added)
    if [entry.filename for entry in after.entries] != expected:
        raise unproven(draft.name, "its parts are not the same")
    for old, new in zip(draft.package.entries, after.entries, strict=False):
        if old.filename not in draft.changed and draft.package.inflate(old) != after.inflate(new):
            raise unproven(draft.name, f"its part {old.filename} has changed")
