"""Numbers in cells, as a person sees them.

Telephone numbers are kept as numbers with a format such as `00000000000` or `00000 000000`, so a format of digit
places is followed exactly; thousands, decimals and per cent nearly; anything else is shown as Excel's General would.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_TOKENS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(.)')
_LITERALS = frozenset(" -()+£$€/:")
_PLACES = frozenset("0#?")
_WHOLE_UP_TO = 1e15
_MOST_DECIMALS = 15


class _Format(NamedTuple):
    tokens: tuple[tuple[str, bool], ...]
    """Each is a character or words, and whether it is a literal."""


def number_text(number: float, code: str) -> str:
    """A number in a number format (`General` where the format is one we do not follow)."""
    form = _format(code)
    if form is None or abs(number) >= _WHOLE_UP_TO:
        return general(number)
    minus = "-" if number < 0 else ""
    marks = {mark for mark, literal in form.tokens if not literal}
    if marks <= _PLACES:
        return minus + _in_places(round(abs(number)), form)
    return minus + _with_decimals(abs(number), form)


def general(number: float) -> str:
    """As Excel's General shows it: whole numbers whole, others to eleven characters or so."""
    if number == int(number) and abs(number) < _WHOLE_UP_TO:
        return str(int(number))
    return f"{number:.10G}"


@lru_cache(maxsize=1024)
def _format(code: str) -> _Format | None:
    """The first section's tokens; None for General, text, fractions, powers, conditions and the like."""
    if re.search(r"\[[<>=]", code):
        return None
    tokens: list[tuple[str, bool]] = []
    for quoted, escaped, currency, other in _TOKENS.findall(code.partition(";")[0]):
        if other and other not in _PLACES and other not in ".,%" and other not in _LITERALS:
            return None
        literal = quoted or escaped or currency or (other if other in _LITERALS else "")
        if literal:
            tokens.append((literal, True))
        elif other:
            tokens.append((other, False))
    return _followed(tokens)


def _followed(tokens: list[tuple[str, bool]]) -> _Format | None:
    marks = "".join(mark for mark, literal in tokens if not literal)
    plain = re.fullmatch(r"[0#?]+(?:,[0#?]+)*(?:\.[0#?]*)?%?|%?[0#?]+(?:\.[0#?]*)?", marks)
    return _Format(tuple(tokens)) if plain and ("/", True) not in tokens else None


def _in_places(whole: int, form: _Format) -> str:
    """Digits put into places from the right; those left over stand before the first place."""
    digits = list(str(whole))
    shown: list[str] = []
    first = next(at for at, (_, literal) in enumerate(form.tokens) if not literal)
    for at in range(len(form.tokens) - 1, -1, -1):
        mark, literal = form.tokens[at]
        if literal:
            shown.append(mark)
        elif digits:
            shown.append("".join(digits) if at == first else digits.pop())
        elif mark == "0":
            shown.append("0")
    return "".join(reversed(shown)).strip()


def _with_decimals(number: float, form: _Format) -> str:
    marks = "".join(mark for mark, literal in form.tokens if not literal)
    places = marks.partition(".")[2].rstrip("%")
    decimals = min(len(places), _MOST_DECIMALS)
    value = number * 100 if "%" in marks else number
    text = f"{value:,.{decimals}f}" if "," in marks else f"{value:.{decimals}f}"
    spare = len(places) - len(places.rstrip("#"))
    for _ in range(spare):
        text = text.removesuffix("0")
    text = text.removesuffix(".")
    before, after = _around(form)
    return f"{before}{text}{'%' if '%' in marks else ''}{after}".strip()


def _around(form: _Format) -> tuple[str, str]:
    """The literals before the first place and after the last."""
    at = [place for place, (_, literal) in enumerate(form.tokens) if not literal]
    before = "".join(mark for mark, _ in form.tokens[:at[0]])
    return before, "".join(mark for mark, _ in form.tokens[at[-1] + 1:])
