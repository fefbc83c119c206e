"""The list of what stood in the way: each with a code that stays, words to tick, and where it comes from."""

import re

from review_kit.barriers import TABLE, barriers
from review_kit.disk import known_tables


def test_each_barrier_is_said_as_a_young_person_would_say_it() -> None:
    """Short enough to tick on paper, with a code that is not words, and no code twice."""
    known = known_tables()
    found = barriers(known)
    assert len(found) == len(known[TABLE]) == len(dict(found)) >= 10
    for code, words in found:
        assert re.fullmatch(r"[a-z]+(_[a-z]+)*", code)
        assert words[0].isupper()
        assert len(words) <= 45
        assert not words.endswith(".")


def test_each_row_says_where_it_comes_from() -> None:
    """A source and the day, as in every known table; what nobody looked up says so."""
    for row in known_tables()[TABLE]:
        assert list(row) == ["code", "words", "note", "source", "checked_on"]
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["checked_on"])
        assert row["note"] or row["source"].endswith("; not checked"), row["code"]


def test_rows_that_cannot_be_ticked_are_left_out() -> None:
    """One without a code or words, and the earlier of two with one code; without the table there is none."""
    rows = [{"code": "wait", "words": "Too long"}, {"code": "", "words": "No code"}, {"code": "far", "words": " "},
            {"code": "wait", "words": " The wait was too long "}]
    assert barriers({TABLE: rows}) == (("wait", "The wait was too long"),)
    assert barriers({}) == ()
