"""What stood in a young person's way: one list for the form, the printed sheet and the reports."""

from collections.abc import Mapping, Sequence

TABLE = "barriers"


def barriers(known: Mapping[str, Sequence[Mapping[str, str]]]) -> tuple[tuple[str, str], ...]:
    """Each barrier's code, which views keep, and its words as a young person would say them, in the table's order.

    Args:
        known: the known tables by name, as `Facts.known` holds them.
    """
    rows = ((row.get("code", "").strip(), row.get("words", "").strip()) for row in known.get(TABLE, ()))
    return tuple({code: (code, words) for code, words in rows if code and words}.values())
