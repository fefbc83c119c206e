"""Small numbers stay hidden, whoever calculates: every table that agrees with what is published is tried."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from review_kit.feedback.suppression import Published, is_small, printed, publish, publish_without_total

Tables = tuple[tuple[int, ...], ...]


@cache
def splits(total: int, cells: int, least: int = 0) -> tuple[tuple[int, ...], ...]:
    """Every way to spread a total over so many cells, each of which holds the least at least."""
    if cells == 0:
        return ((),) if total == 0 else ()
    return tuple((first, *rest) for first in range(least, total + 1)
                 for rest in splits(total - first, cells - 1, least))


def every(shape: tuple[int, ...], most: int) -> Iterator[Tables]:
    """All tables of these sizes that share a total, up to the largest one."""
    for total in range(most + 1):
        yield from product(*(splits(total, cells) for cells in shape))


@pytest.mark.parametrize(("shape", "up_to", "most"), [
    ((2,), 2, 12), ((3,), 2, 12), ((4,), 2, 12), ((5,), 2, 12), ((6,), 2, 12), ((3,), 3, 16), ((4,), 3, 16),
    ((2,), 5, 25), ((3,), 5, 25), ((4,), 5, 22), ((2, 2), 2, 12), ((3, 2), 2, 11), ((3, 3), 2, 9), ((3, 2), 3, 13),
    ((2, 2, 2), 2, 8), ((1, 2), 3, 12), ((1, 3), 2, 9),
], ids=str)  # fmt: skip
def test_who_has_this_program_cannot_tell_a_small_number(shape: tuple[int, ...], up_to: int, most: int) -> None:
    """Somebody may run it on every table there is: those that come out alike leave each small number two values."""
    alike: defaultdict[Published, list[Tables]] = defaultdict(list)
    for tables in every(shape, most):
        alike[publish(*tables, up_to=up_to)].append(tables)
    for made, group in alike.items():
        for table, cell in hidden_in(made):
            values = {tables[table][cell] for tables in group}
            assert len(values) > 1, f"{made} can only be {group}"


def hidden_in(made: Published) -> list[tuple[int, int]]:
    """Where the hidden cells are: the table, and the cell in it."""
    return [(table, cell) for table, cells in enumerate(made.tables) for cell, n in enumerate(cells) if n is None]


def possible(made: Published) -> dict[tuple[int, int], set[int]]:
    """What each hidden cell can be, to somebody who knows the rule: it holds something, and sums are sums."""
    found: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    places = [[i for i, n in enumerate(cells) if n is None] for cells in made.tables]
    shown = [sum(n or 0 for n in cells) for cells in made.tables]
    for total in range(60) if made.total is None else [made.total]:
        ways = [splits(total - sum_, len(at), 1) for sum_, at in zip(shown, places, strict=True)]
        if all(ways):
            for table, at in enumerate(places):
                for number, cell in enumerate(at):
                    found[table, cell] |= {way[number] for way in ways[table]}
        if all(len(found[place]) > 1 for place in hidden_in(made)):
            break  # enough is known; larger totals only add to it
    return found


@settings(max_examples=500, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from((0, 0, 0, 1, 2, 3)), st.integers(0, 1)), max_size=24),
       st.integers(2, 8))
@example([(0, 0, 0)] * 6 + [(0, 1, 1)], 5)
@example([(0, each % 4, 0) for each in range(4)] + [(1, 0, 0)] * 2, 2)
def test_no_small_number_follows_from_what_is_published(views: list[tuple[int, int, int]], up_to: int) -> None:
    """Several tables of the same views: no small number is shown, and each that is hidden has two values at least."""
    tables = tuple(tuple(sum(view[way] == kind for view in views) for kind in range(size))
                   for way, size in enumerate((3, 4, 2)))
    made = publish(*tables, up_to=up_to)
    values = possible(made)
    assert made.total in {None, len(views)}
    assert made.total is None or not is_small(made.total, up_to)
    for table, cells in enumerate(made.tables):
        for cell, number in enumerate(cells):
            true = tables[table][cell]
            assert number == true or (number is None and true > 0)
            assert not is_small(true, up_to) or (number is None and len(values[table, cell]) > 1), (tables, made)


@pytest.mark.parametrize(("cells", "told"), [
    ((12, 8, 0), "12 8 0 = 20"),
    ((12, 3, 4), "12 c c = 19"),
    ((20, 9, 3), "20 c c = 32"),
    ((9, 9, 3), "c c c = 21"),
    ((20, 1, 1), "c c c = 22"),
    ((20, 9, 1, 1), "20 c c c = 31"),
    ((20, 5, 5), "c c c = 30"),
    ((3, 0, 0), "c 0 0 = c"),
    ((5, 5, 0), "c c 0 = c"),
    ((0, 0, 0), "0 0 0 = 0"),
    ((1200, 0, 8), "1,200 0 8 = 1,208"),
])  # fmt: skip
def test_what_is_hidden(cells: tuple[int, ...], told: str) -> None:
    """Small numbers, the smallest of the others where they need it, and the total where nothing else would do."""
    made = publish(cells, up_to=5)
    assert f"{' '.join(map(printed, made.tables[0]))} = {printed(made.total)}" == told


def test_a_hidden_total_is_hidden_in_every_table() -> None:
    """A table with no small number would show it: its cells are hidden with it, but for the zeros."""
    assert publish((5, 5), (10, 0), up_to=5) == Published(None, ((None, None), (None, 0)))
    assert publish((12, 8), (20, 0), up_to=5, hide_total=True) == Published(None, ((None, None), (None, 0)))
    assert publish((0, 0), (0,), up_to=5, hide_total=True) == Published(0, ((0, 0), (0,)))


def test_without_a_total_each_number_stands_for_itself() -> None:
    """One view may name several barriers; a hidden number of views hides them all."""
    assert publish_without_total((0, 5, 6), up_to=5) == (0, None, 6)
    assert publish_without_total((0, 5, 6), up_to=5, hide_all=True) == (0, None, None)


def test_tables_of_different_views_are_refused() -> None:
    """Nothing could be said of them together; and where only 1 is small, every c would be a 1."""
    with pytest.raises(ValueError, match="one total"):
        publish((1, 2), (4,), up_to=5)
    with pytest.raises(ValueError, match="2 at least"):
        publish((1, 2), up_to=1)
