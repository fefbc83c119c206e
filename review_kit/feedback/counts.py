"""The numbers of what was heard, in one-way tables with small numbers hidden.

They count views and meetings: nothing by age, person, meeting or day, no table of two things at once, no percentage.
What can be linked can single somebody out (ICO, anonymisation guidance of 28 March 2025). A meeting is not a person, so
the number of meetings is printed as it is.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from review_kit.feedback.suppression import Count, publish, publish_without_total
from review_kit.model import About, Hearing, Helped, View

ABOUT: Mapping[About, str] = {
    About.SERVICE: "One service", About.SECTION: "A whole section", About.MISSING: "Something that is missing",
}
"""What a view can be about, as a reader finds it."""
NOT_SAID = "Did not say"
OTHER = "Something else"
"""A barrier that no table knows any more. Its code is not printed: nobody knows what stands in it."""
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table."""

    words: str
    number: Count


@dataclass(frozen=True, slots=True)
class Table:
    """A one-way table of views; `has_total` says whether each view stands in it once."""

    caption: str
    heading: str
    lines: tuple[Line, ...]
    has_total: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many meetings and views there were, and the tables: none where the number of views is hidden."""

    sessions: int
    views: Count
    tables: tuple[Table, ...] = ()


def counts(heard: Hearing, barriers: Sequence[tuple[str, str]], *, up_to: int, hide_total: bool = False) -> Counts:
    """The numbers of what was heard.

    Args:
        heard: the sessions and views that are counted.
        barriers: each known barrier's code and words, in their order.
        up_to: the largest number that is small.
        hide_total: whether the number of views, with something else on the page, would give a small number away.
    """
    about = _tally(heard.views, lambda view: view.about, About)
    helped = _tally(heard.views, lambda view: view.helped, Helped)
    made = publish(tuple(about.values()), tuple(helped.values()), up_to=up_to, hide_total=hide_total)
    if not made.total:
        return Counts(len(heard.sessions), made.total)
    return Counts(len(heard.sessions), made.total, tuple(filter(None, (
        Table("What the views are about", "About", _lines(map(ABOUT.__getitem__, about), made.tables[0])),
        Table("Whether it helped", "Answer", _lines((each or NOT_SAID for each in helped), made.tables[1])),
        _in_the_way(heard.views, barriers, up_to),
    ))))  # fmt: skip


def _tally(views: Iterable[View], of: Callable[[View], E], kinds: Iterable[E]) -> dict[E, int]:
    """How many views there are of each kind, in the kinds' order; those without any too."""
    found = Counter(map(of, views))
    return {kind: found[kind] for kind in kinds}


def _in_the_way(views: Sequence[View], barriers: Sequence[tuple[str, str]], up_to: int) -> Table | None:
    """The barriers that anybody named: a view may name several, so there is no total; None where nobody named one."""
    words = dict(barriers)
    named = Counter(each for view in views for each in {code if code in words else "" for code in view.barriers})
    codes = [code for code in (*words, "") if named[code]]
    numbers = publish_without_total([named[code] for code in codes], up_to=up_to)
    lines = _lines((words.get(code, OTHER) for code in codes), numbers)
    return Table("What stood in the way", "What it was", lines, has_total=False) if lines else None


def _lines(words: Iterable[str], numbers: Sequence[Count]) -> tuple[Line, ...]:
    return tuple(Line(str(each), number) for each, number in zip(words, numbers, strict=True))
