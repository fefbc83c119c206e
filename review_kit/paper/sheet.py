"""`session_sheet.html`: what the form asks for, to fill in with a pen where there is no laptop, and to type in."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from review_kit.model import Helped, Present, Register, Service
from review_kit.reports.addresses import Dangers
from review_kit.reports.drawing import environment

VIEWS = 8
"""How many views the sheet has room for; its last pages can be printed again."""
ON_A_PAGE = 2
Numbered = tuple[str, tuple[tuple[int, Service], ...]]


def session_sheet(register: Register, barriers: Sequence[tuple[str, str]], *, practice: bool = False,
                  views: int = VIEWS) -> str:
    """The sheet: one page about the meeting, pages for views in the order of the form, and the offer by numbers.

    It asks for no name and nothing that shows who somebody is, and says so on each page.

    Args:
        register: the offer, and in its settings whom to call where somebody may not be safe.
        barriers: each one's code and words.
        practice: whether everything in the register is invented.
        views: room for so many.
    """
    pages = [range(first, min(first + ON_A_PAGE, views + 1)) for first in range(1, views + 1, ON_A_PAGE)]
    return environment(Dangers(), "review_kit.paper").get_template("session_sheet.html.j2").render(
        settings=register.settings, practice=practice, pages=pages, bands=list(Present),
        helps=[each for each in Helped if each], barriers=[words for _, words in barriers],
        sections=tuple(_numbered(register)))


def _numbered(register: Register) -> Iterator[Numbered]:
    """Each section with its services, numbered through in the order in which the form lists them."""
    current = register.current
    sections = list(dict.fromkeys(service.section for service in current))
    in_order = enumerate(sorted(current, key=lambda service: sections.index(service.section)), 1)
    for section, numbered in groupby(in_order, key=lambda pair: pair[1].section):
        yield section, tuple(numbered)
