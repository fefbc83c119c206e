"""The one-way tables of what was heard."""

from dataclasses import replace

from review_kit.feedback.counts import NOT_SAID, OTHER, Counts, Table, counts
from review_kit.feedback.suppression import printed
from review_kit.model import About, Hearing, Helped

from . import made

BARRIERS = (("wait", "The wait was too long"), ("too_far", "It was too far"), ("rules", "I did not fit their rules"))


def lines(table: Table) -> dict[str, str]:
    """A table as it is printed."""
    return {line.words: printed(line.number) for line in table.lines}


def heard(*views: object) -> Hearing:
    """Two meetings at which these views were heard."""
    return Hearing((made.session(1), made.session(2)), views)  # type: ignore[arg-type]


def test_views_are_counted_in_three_ways_and_in_no_two_at_once() -> None:
    """What they are about, whether it helped, and what stood in the way; small numbers are hidden, zeros are not."""
    told = counts(heard(*made.views(7, 1, helped=Helped.WAITING, barriers=("wait",)),
                        *made.views(6, 8, about=About.MISSING, helped=Helped.NOT_SAID, barriers=("wait", "too_far"))),
                  BARRIERS, up_to=5)  # fmt: skip
    about, helped, barriers = told.tables
    assert (told.sessions, told.views) == (2, 13)
    assert lines(about) == {"One service": "7", "A whole section": "0", "Something that is missing": "6"}
    assert {words: number for words, number in lines(helped).items() if number != "0"} == {
        "Still waiting": "7", NOT_SAID: "6"}
    assert lines(barriers) == {"The wait was too long": "13", "It was too far": "6"}
    assert [table.has_total for table in told.tables] == [True, True, False]


def test_a_small_number_takes_another_with_it() -> None:
    """The smallest of the others is hidden too, so that the total does not tell."""
    told = counts(heard(*made.views(9, 1), *made.views(7, 10, about=About.SECTION),
                        *made.views(2, 17, about=About.MISSING)), BARRIERS, up_to=5)  # fmt: skip
    assert lines(told.tables[0]) == {"One service": "9", "A whole section": "c", "Something that is missing": "c"}
    assert told.views == 18


def test_few_views_have_no_tables() -> None:
    """Their number is hidden, and then each table would say something of it."""
    assert counts(heard(*made.views(5)), BARRIERS, up_to=5) == Counts(2, None)
    assert counts(heard(*made.views(12)), BARRIERS, up_to=5, hide_total=True) == Counts(2, None)
    assert counts(heard(), BARRIERS, up_to=5) == Counts(2, 0)


def test_a_code_that_no_table_knows_is_not_printed() -> None:
    """Nobody knows what stands in it, and two of them in one view are one view with something else."""
    strange = tuple(replace(view, barriers=("his name", "her name")) for view in made.views(6))
    told = counts(heard(*strange, *made.views(3, 7, barriers=("rules",))), BARRIERS, up_to=5)
    assert lines(told.tables[2]) == {"I did not fit their rules": "c", OTHER: "6"}
    assert "name" not in str(told)


def test_where_nobody_named_a_barrier_there_is_no_such_table() -> None:
    """An empty table says nothing."""
    assert len(counts(heard(*made.views(8)), BARRIERS, up_to=5).tables) == 2
