"""Addresses inside formulas: `HYPERLINK("https://…","words")`."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from review_kit.excel.places import Place, place_of

_PIECES = re.compile(r'"(?:[^"]|"")*"|.', re.DOTALL)
_CALL = re.compile(r"\bHYPERLINK\s*\(", re.IGNORECASE)
_LITERAL = re.compile(r'"(?:[^"]|"")*"')
_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)", re.IGNORECASE)


class FormulaLinks(NamedTuple):
    """The addresses of a formula, the words it shows when these stand in it, and why an address is not sure."""

    targets: tuple[str, ...]
    words: str
    problem: str


TextAt = Callable[[Place], str | None]
"""The text of a cell of the same sheet, None when it is not known."""


def formula_links(formula: str, result: str, text_at: TextAt) -> FormulaLinks | None:
    """What the HYPERLINK calls of a formula lead to.

    Args:
        formula: as the file keeps it, without its `=`.
        result: the saved result, which is what a person sees.
        text_at: looks up a cell that an address is taken from.

    Returns:
        None when the formula makes no link. Where an address is worked out in a way that we do not follow, `targets`
        holds what could be had and `problem` is set.
    """
    calls = list(_calls(formula))
    if not calls:
        return None
    worked_out = [_text_of(call[0], text_at) for call in calls]
    targets = tuple(address for address in worked_out if address)
    words = next((text for call in calls for text in [_text_of(call[-1], text_at)] if text), "")
    if None not in worked_out:
        return FormulaLinks(targets, words, "")
    guesses = (*targets, *_guesses(calls, result))
    return FormulaLinks(tuple(dict.fromkeys(guesses)), words, "the address behind it is worked out by a formula")


def _calls(formula: str) -> Iterator[list[str]]:
    """The arguments of each HYPERLINK call; the name inside a quoted text is no call."""
    bare = _LITERAL.sub(lambda found: "\x00" * len(found[0]), formula)
    for call in _CALL.finditer(bare):
        yield _arguments(formula[call.end():])


def _arguments(rest: str) -> list[str]:
    """The arguments up to the bracket that closes the call."""
    arguments, depth = [""], 0
    for piece in _PIECES.findall(rest):
        if piece == ")" and depth == 0:
            break
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if piece == "," and depth == 0:
            arguments.append("")
        else:
            arguments[-1] += piece
    return [argument.strip() for argument in arguments]


def _text_of(argument: str, text_at: TextAt) -> str | None:
    """The text of literals and cells joined by `&`; None for anything more."""
    joined = ""
    for piece in _joined_pieces(argument):
        text = _literal(piece) if piece.startswith('"') else _cell_text(piece, text_at)
        if text is None:
            return None
        joined += text
    return joined.strip()


def _joined_pieces(argument: str) -> list[str]:
    pieces = [""]
    for piece in _PIECES.findall(argument):
        if piece == "&":
            pieces.append("")
        else:
            pieces[-1] += piece
    return [piece.strip() for piece in pieces]


def _literal(piece: str) -> str | None:
    return piece[1:-1].replace('""', '"') if _LITERAL.fullmatch(piece) else None


def _cell_text(piece: str, text_at: TextAt) -> str | None:
    try:
        return text_at(place_of(piece))
    except ValueError:
        return None


def _guesses(calls: list[list[str]], result: str) -> Iterator[str]:
    """What looks like an address among the saved result and the literals."""
    if _ADDRESS.match(result.strip()):
        yield result.strip()
    for call in calls:
        for found in _LITERAL.findall(call[0]):
            if _ADDRESS.match(text := found[1:-1].strip()):
                yield text
