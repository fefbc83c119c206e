"""Small numbers, hidden so that nobody can be told by them.

The rule is that of the statistics on children's social care by the Department for Education: "any number between 1 and
5 inclusive has been suppressed and replaced by 'c'. Secondary suppression has been applied where necessary" (Explore
education statistics, characteristics of children in need, 2020); zero is shown as 0. How far small numbers go is a
setting, for other bodies use 7 or 10.

What holds is more than the rule asks for. Somebody who knows the rule, this program, every published cell and the total
still finds at least two values for each small number (tests/feedback/test_suppression.py tries every table).
"""

from collections.abc import Sequence
from dataclasses import dataclass

Count = int | None
"""A number as it may be printed; None is hidden, and is printed as `c`."""
HIDDEN_AS = "c"


@dataclass(frozen=True, slots=True)
class Published:
    """One-way tables of the same views, and their one total, as they may be printed."""

    total: Count
    tables: tuple[tuple[Count, ...], ...]


def publish(*tables: Sequence[int], up_to: int, hide_total: bool = False) -> Published:
    """Hide small numbers in tables that share one total, so that neither the total nor another table gives one away.

    Where a table has nothing to hide its small numbers behind, the total is hidden. Then all but the zeros of all
    tables is hidden too, for a table that shows its cells shows its sum.

    Args:
        tables: the cells of each; every table counts the same views, each of them once.
        up_to: the largest number that is small; 2 or more, for otherwise a hidden number could only be 1.
        hide_total: hide it in any case: something else would give a small number away together with it.

    Raises:
        ValueError: the tables do not share one total, or `up_to` is too small.
    """
    totals = {sum(cells) for cells in tables}
    if len(totals) > 1 or up_to < 2:
        raise ValueError("The tables must have one total, and small numbers must go up to 2 at least")
    total = totals.pop() if totals else 0
    hidden = [_hidden(cells, up_to) for cells in tables]
    if hide_total or is_small(total, up_to) or None in hidden:
        return Published(None if total else 0, tuple(tuple(map(_zero_alone, cells)) for cells in tables))
    return Published(total, tuple(tuple(None if i in of_one else n for i, n in enumerate(cells))
                                  for cells, of_one in zip(tables, map(_some, hidden), strict=True)))


def publish_without_total(cells: Sequence[int], *, up_to: int, hide_all: bool = False) -> tuple[Count, ...]:
    """Hide small numbers of a table in which one view may count several times, so that no total can be worked out.

    Args:
        cells: the numbers.
        up_to: the largest number that is small.
        hide_all: the number of views is hidden, and each of these would say something of it.
    """
    return tuple(map(_zero_alone, cells)) if hide_all else tuple(
        None if is_small(number, up_to) else number for number in cells)


def is_small(number: int, up_to: int) -> bool:
    """Whether a number must be hidden by itself."""
    return 1 <= number <= up_to


def printed(count: Count) -> str:
    """A cell's text."""
    return HIDDEN_AS if count is None else f"{count:,}"


def _hidden(cells: Sequence[int], up_to: int) -> frozenset[int] | None:
    """Which cells of a table are hidden where its total is shown; None where no choice would do.

    Two or more small numbers hide each other, unless their sum leaves each only one value: all are 1, or all are as
    large as a small number can be. Otherwise the smallest of the other numbers are hidden with them, every one that is
    as small as the smallest: had a small number and one of these changed places, the same would have been published.
    """
    small = frozenset(i for i, number in enumerate(cells) if is_small(number, up_to))
    their_sum = sum(cells[i] for i in small)
    if not small or (len(small) > 1 and len(small) < their_sum < len(small) * up_to):
        return small
    others = [number for number in cells if number > up_to]
    return small | {i for i, number in enumerate(cells) if number == min(others)} if others else None


def _some(hidden: frozenset[int] | None) -> frozenset[int]:
    return hidden or frozenset()


def _zero_alone(number: int) -> Count:
    return None if number else 0
