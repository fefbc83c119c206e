"""Finds telephone numbers, rightly and wrongly written, and the short codes of crisis services."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

from review_kit.model.register import ContactKind
from review_kit.rows.found import FoundContact, spans
from review_kit.rows.phone_faults import NATIONAL_LENGTH, fault, national, possible, significant
from review_kit.rows.phone_words import (
    CALLING,
    CALLING_WITHIN,
    NO_CODE_AFTER,
    NO_CODE_BEFORE,
    NO_NUMBER,
    PHONE_WORDS,
    REFERENCE,
    SHORT_CODES,
    TEXTING,
)
from review_kit.rows.text import blanked

# What the library's matcher did not take: a run that begins as UK numbers do (0, O for 0, +44, 0044, 44), of
# digits and of the letters that are typed for them, with at most four signs between two.
_RUN = re.compile(
    r"(?<![\w£$€#.,+\x00])(?<!\d[\-–])(?:\(?\+ ?44|\(?0044|\(?[0Oo](?=[\dOolI() .\-])|44(?= ?\(?0?\)?\d))"
    r"(?:[ .()/\-–]{0,4}[\dOolI]){6,24}(?:(?!\w)|(?=[A-Z][a-z]{2}))"  # `641172Email:` lacks its space
)
_GROUP = re.compile(r"[^ /()\-–.]+")
_LENGTHS_OF_ONE = range(8, 12)
"""Digits after the leading zero: ten are right; further off, it is more likely some other number."""

# `18001` before a number asks for Relay UK: it belongs to the number.
_RELAY = re.compile(r"(?<!\d)1800[12][ -]{0,3}$")
# `01332 640777/8` and `020 7946 0123 / 0124`: the last digits of a second number.
_SECOND_TAIL = re.compile(r" ?/ ?(\d{1,6})(?![\d/.\-]| ?\d)")
_LOST_ZERO = re.compile(
    r"(?<![\w£$€#.,+/:\-\x00])[1-9]\d{2,4}[ -]?\d{3}[ -]?\d{2,4}(?:\.0(?!\d))?(?![\w/%]|[.,:\-]\d)"
)
# A short code, Europe's with a space or hyphen as well (116 123), or any five digits that texts are sent to.
_SHORT = re.compile(rf"(?<![\w\x00])(?:{'|'.join(SHORT_CODES)}|116[ \-]\d{{3}}|[68]\d{{4}})(?!\w)")


def scan(text: str, header: str = "") -> tuple[FoundContact, ...]:
    """Every telephone number of a clean text whose links and e-mails are blanked, in order.

    `header` is the name of the column: under "Phone" a number that lost its leading zero is plain.
    """
    rest = blanked(text, [match.span() for pattern in (REFERENCE, NO_NUMBER) for match in pattern.finditer(text)])
    found = list(_matched(rest))
    rest = blanked(rest, spans(found))
    for search in (_missed(rest), _zero_lost(rest, header), _short(text, rest)):
        found += [one for one in search if all(one.end <= other.start or one.start >= other.end for other in found)]
    return tuple(sorted(found, key=lambda one: (one.start, one.normalised)))


def _contact(start: int, end: int, normalised: str = "", problem: str = "", mended: str = "") -> FoundContact:
    return FoundContact(start, end, ContactKind.PHONE, normalised, problem, mended)


def _matched(text: str) -> Iterator[FoundContact]:
    """What the library's matcher takes for valid, each with the second number that a slash may add to it."""
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID):
        yield from _with_second(text, match.start, match.end, match.number)


def _with_second(text: str, start: int, end: int, number: phonenumbers.PhoneNumber) -> Iterator[FoundContact]:
    relay = _RELAY.search(text, max(0, start - 8), start)
    start = relay.start() if relay else start
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    tail = _SECOND_TAIL.match(text, end)
    second = possible(e164[:-len(tail[1])] + tail[1]) if tail and not number.extension else ""
    if tail and second and second != e164:
        end = tail.end()
        yield _contact(start, end, second)
    yield _contact(start, end, e164)


def _missed(text: str) -> Iterator[FoundContact]:
    """Runs that begin as UK numbers do and that the matcher left: joined to other digits, or faulty."""
    for run in _RUN.finditer(text):
        if len(re.findall(r"\d", run[0])) >= 7 and not _is_table_of_times(run[0]):
            yield from _pieces(text, run.start(), run.end())


def _pieces(text: str, start: int, end: int) -> Iterator[FoundContact]:
    """Take valid numbers off the front of a run, group by group; what is left over may be a faulty one."""
    while start < end:
        stops = [group.end() for group in _GROUP.finditer(text, start, end)]
        valid = next((stop for stop in reversed(stops) if possible(text[start:stop])), None)
        if valid is None:
            one = _faulty(text, start, end, stops)
            if one is not None:
                yield one
            return
        yield from _with_second(text, start, valid, phonenumbers.parse(text[start:valid], "GB"))
        following = _GROUP.search(text, valid, end)
        start = following.start() if following else end


def _faulty(text: str, start: int, end: int, stops: list[int]) -> FoundContact | None:
    """A run that is no valid number, where its front or the whole of it is about as long as one."""
    whole = (stop for stop in stops if len(significant(text[start:stop])) == NATIONAL_LENGTH)
    parts = (stop for stop in reversed(stops) if text[stop:stop + 2] in {" 0", "/0"})
    for stop in (*whole, end, *parts):
        if len(significant(text[start:stop])) in _LENGTHS_OF_ONE:
            return _contact(start, stop, "", *fault(text[start:stop]))
    return None


def _is_table_of_times(words: str) -> bool:
    """`0730 0830 0930`, `0-5 6-11 12-18`: times of day and ranges of age also begin with 0."""
    groups = _GROUP.findall(words)
    from_nought = groups[0] == "0" and not words.startswith("(0")
    times = len(groups) > 1 and all(_TIME.fullmatch(group) for group in groups)
    return from_nought or times or bool(_TWO_RANGES.search(words))


_TIME = re.compile(r"[01]\d[0-5]\d|2[0-4][0-5]\d")
_TWO_RANGES = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}[ /]+\d{1,2}[-–]\d{1,2}(?!\d)")


def _zero_lost(text: str, header: str) -> Iterator[FoundContact]:
    """Ten digits that are a UK number but for their leading zero: a spreadsheet took them for a sum."""
    alone = not re.search(r"[^\d .\-]", text)
    for run in _LOST_ZERO.finditer(text):
        digits = "0" + re.sub(r"[ -]|\.0$", "", run[0])
        said = PHONE_WORDS.search(text, max(0, run.start() - CALLING_WITHIN), run.start())
        if (said or (alone and PHONE_WORDS.search(header))) and possible(digits):
            yield _contact(run.start(), run.end(), "", "leading zero lost", national(digits))


def _short(text: str, rest: str) -> Iterator[FoundContact]:
    """Short codes, where words around them say that they are to be called or texted."""
    for run in _SHORT.finditer(rest):
        before = text[max(0, run.start() - CALLING_WITHIN):run.start()]
        after = text[run.end():run.end() + CALLING_WITHIN]
        code = re.sub(r"\D", "", run[0])
        if code in SHORT_CODES:
            said = CALLING.search(before) or CALLING.search(after.partition("\n")[0])
        else:
            said = TEXTING.search(before)
        if said and not NO_CODE_BEFORE.search(before) and not NO_CODE_AFTER.match(after):
            yield _contact(run.start(), run.end(), code)
