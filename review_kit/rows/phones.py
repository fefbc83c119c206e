"""Finds telephone numbers, rightly and wrongly written, and the short codes of crisis services."""

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

import phonenumbers
from phonenumbers import Leniency, PhoneNumberFormat, PhoneNumberMatcher

from review_kit.model.register import ContactKind
from review_kit.rows.found import FoundContact, spans
from review_kit.rows.phone_faults import NATIONAL_LENGTH, fault, for_drama, national, possible, significant
from review_kit.rows.phone_words import (
    ALONE,
    CALLED,
    CALLING,
    CALLING_IN_CLAUSE,
    CALLING_IN_SENTENCE,
    CALLING_STRAIGHT,
    CALLING_WITHIN,
    CLAUSE_WITHIN,
    GLUED,
    NO_CODE_AFTER,
    NO_CODE_BEFORE,
    NO_NUMBER,
    NUMBER_SAID,
    PHONE_WORDS,
    REFERENCE,
    SHORT_CODES,
    SIGN_BEFORE,
    TEXTED,
    TEXTING,
    lets_phones,
    names_phones,
)
from review_kit.rows.text import blanked

# What the library's matcher did not take: a run that begins as UK numbers do (0, O for 0, +44, 0044, 44, or +0 by
# mistake), of digits and of the letters that are typed for them, with at most six signs between two.
_RUN = re.compile(
    r"(?<![\w£$€#.,+\x00])(?<!\d[\-–/])(?:\(?\+ ?44|\(?0044|\+(?=0[1-9])|\(?[0Oo](?=[\dOolI() .\-])|44(?= ?\(?0?\)?\d))"
    r"(?:[ .()/\-–]{0,6}[\dOolI]){6,24}(?:(?!\w)|(?=[A-Z][a-z]{2}))"  # `641172Email:` lacks its space
)
_GROUP = re.compile(r"[^ /()\-–.]+")
_TO_GO_ON = re.compile(r"\d ")  # `068 4141` of 800 068 4141
_BEGINS = re.compile(r"(?<!\d)\(?(?:00?[1-9]|\+44)")
_ANEW = re.compile(r"\)?(?: ?/| 0| (?:19|20)\d\d(?!\d))")
"""What may follow a faulty number without being of it: another number, the end of a pair, a year."""
_LENGTHS_OF_ONE = range(8, 12)
"""Digits after the leading zero: ten are right; further off, it is more likely some other number."""
_WHOLE_LENGTHS = (10, 11)
"""Digits of a whole number with its leading zero."""
_LENGTHS_IF_SAID = range(6, 13)
"""The same where a word just before says that a telephone number follows: "Childline 0800 111"."""

# Childline (0800 1111) and 0845 46 47 have fewer digits than all other numbers, and look like two times of day. Three
# digits more would make another number of them, unless these are a code of their own or begin one.
_CODES_OF_THREE = "|".join(code for code in SHORT_CODES if len(code) == len("111"))
_BRIEF = re.compile(
    r"(?<![\w£$€#+])(?<!\d[.,\-–])\(?0(?:800\)?[ .\-–]{0,3}11[ .\-–]{0,3}11|845\)?[ .\-–]{0,3}46[ .\-–]{0,3}47)"
    rf"(?!\d|[A-Za-z]\d|[ .\-–](?!0|116|{_CODES_OF_THREE})\d{{3}}(?!\d))"
)

# One number on two lines of a cell, or with a comma, a colon or a sign of the next key in it. Three digits at least
# stand on each side, and nothing follows but the line's end: "01332 64077" above "7 days a week" is a faulty number,
# and not made whole by the seven.
_PARTED = re.compile(
    r"(?<![\w£$€#.,+/\-\x00])(?:\(?\+44|\(?0044|\(?0)(?:[ ()\-–]{0,3}\d){2,11}"
    r"(?: ?\n{1,2} ?|[,:;_\\] ?)"
    r"\d{3}(?:[ \-]?\d){0,7}(?= *(?:\n|\Z|[(,;.](?!\d)))"
)

# `18001` before a number asks for Relay UK: it belongs to the number.
_RELAY = re.compile(r"(?<!\d)1800[12][ -]{0,3}$")
# `01332 640777/8/9` and `020 7946 0123 / 0124`: the last digits of further numbers.
_TAILS = re.compile(r"(?: ?/ ?\d{1,6}(?![\w+%]))+(?! ?[\d/]| ?[.\-–:] ?\d| to \d)")
_BODYS_DIGITS = 8
"""Digits of a company's number; charities have fewer."""
_DIGITS_ON = re.compile(r"[A-Z ]{0,4}[\d ()\-/]{1,30}")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
# `020 7946 0123 or 0124`: after a word, only as many digits as the last group has and only a near number.
_OR_TAIL = re.compile(r" ?(?:or|and|&) ?(\d{2,6})(?![\w/]| ?\d|[.,:\-–]\d)")
_NEAR = 20
_LOST_ZERO = re.compile(
    r"(?<![\w£$€#.,+/:\-\x00])(?!116 ?\d{3}(?!\d))"
    r"(?:[1-9]\d{2,4}\)?[ -]?\d{3}[ -]?\d{2,4}|2\d[ -]\d{4}[ -]\d{4}|800 ?1111)(?:\.0(?!\d))?"
    r"(?![\w/%]|[.,:\-]\d)"
)
# How a spreadsheet shows a long number in a narrow column.
_POWER = re.compile(r"(?<![\w.,])\d\.\d{1,14}E\+\d{2}(?!\w)")

_SPELLED = "|".join("[ \\-]".join(code) for code in SHORT_CODES)
_CODE = rf"(?:{'|'.join(SHORT_CODES)}|116[ .\-–]{{1,3}}\d{{3}}|11 61 \d\d|[678]\d{{4}}|[678]\d \d{{3}})"
# A short code, Europe's in groups as well (116 123), any of them digit by digit, or five digits that texts are sent to.
_SHORT = re.compile(rf"(?<![\w\x00])(?:{_CODE}|(?<!\d[ \-])(?:{_SPELLED})(?![ \-]\d))(?!\w)")
# `999/111` are two codes, and each is no more a fraction than beside "or".
_SLASHED = re.compile(rf"(?<!\w)({_CODE}) ?/ ?(?={_CODE}(?!\w))")
_POINT_NOUGHT = re.compile(r"\.0(?!\d)")
_JOINED = re.compile(r"\x00 ?(?:/|or|&) ?$")


def scan(text: str, header: str = "") -> tuple[FoundContact, ...]:
    """Every telephone number of a clean text whose links and e-mails are blanked, in order.

    `header` is the name of the column: under "Phone" a number that lost its leading zero is plain.
    """
    rest = blanked(text, [*_references(text), *(match.span() for match in NO_NUMBER.finditer(text))])
    rest = GLUED.sub(lambda word: ":" * len(word[0]), rest)
    named = lets_phones(header, text)
    found: list[FoundContact] = []
    for search in _SEARCHES:
        found += search(blanked(rest, spans(found)), named)
    found += _short(text, blanked(rest, spans(found)), {one.end for one in found}, header)
    return tuple(sorted(found, key=lambda one: (one.start, one.normalised)))


def _references(text: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of bodies and records stand, but for a telephone that only follows a body's name."""
    for match in REFERENCE.finditer(text):
        named = match["name"] and not NUMBER_SAID.search(match["said"])
        start = match.start("digits")
        run = _DIGITS_ON.match(text, start)
        long = match["digits"].startswith("0") and len(re.findall(r"\d", match["digits"])) > _BODYS_DIGITS
        if not ((named or match["somebody"]) and run and (long or _valid_front(text, start, run.end()))):
            yield match.span()


def _contact(start: int, end: int, normalised: str = "", problem: str = "", mended: str = "") -> FoundContact:
    return FoundContact(start, end, ContactKind.PHONE, normalised, problem, mended)


def _matched(text: str, _: bool) -> Iterator[FoundContact]:
    """What the library's matcher takes for valid, each with the second number that a slash may add to it."""
    for match in PhoneNumberMatcher(text, "GB", leniency=Leniency.VALID):
        end = _unmarked(text, match.start, match.end)
        number = match.number if end == match.end else phonenumbers.parse(text[match.start:end], "GB")
        yield from _with_second(text, match.start, end, number)


def _unmarked(text: str, start: int, end: int) -> int:
    """Where a number ends, without one more digit that stands apart and is not needed: "0800 58 58 58 2. Shout"."""
    return end - 2 if re.search(r"\d\d\)? \d$", text[start:end]) and possible(text[start:end - 2]) else end


def _brief(text: str, _: bool) -> Iterator[FoundContact]:
    """The two numbers that are shorter than all others, whatever digits stand beside them."""
    for match in _BRIEF.finditer(text):
        yield from _with_second(text, match.start(), match.end(), phonenumbers.parse(match[0], "GB"))


def _with_second(text: str, start: int, end: int, number: phonenumbers.PhoneNumber) -> Iterator[FoundContact]:
    relay = _RELAY.search(text, max(0, start - 8), start)
    start = relay.start() if relay else start
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    seconds = [] if number.extension else _seconds(text, start, end, e164)
    end = max([end, *(stop for stop, _ in seconds)])  # they stand on the same signs: none can be edited by itself
    yield from (_contact(start, end, one) for one in (*(second for _, second in seconds), e164))


def _seconds(text: str, start: int, end: int, first: str) -> list[tuple[int, str]]:
    """The further numbers of which only the last digits are written, each with the place where these end."""
    numbers = [(stop, possible(first[:-len(tail)] + tail)) for stop, tail in _tails(text, start, end)]
    return [(stop, number) for stop, number in numbers if number and number != first]


def _tails(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The last digits of further numbers after one, each with its end; no year, and no code such as 999."""
    number, near, slashed = text[start:end], _OR_TAIL.match(text, end), _TAILS.match(text, end)
    if near and _is_near(number, near[1]) and not _is_counted(text, near.end()):
        yield near.end(), near[1]
    elif slashed and not _is_counted(text, slashed.end()):
        for tail in _DIGITS.finditer(text, end, slashed.end()):
            if tail[0] not in SHORT_CODES and (not _YEAR.fullmatch(tail[0]) or _is_near(number, tail[0])):
                yield tail.end(), tail[0]


def _is_counted(text: str, end: int) -> bool:
    """Whether what follows the digits says that they are a count or a house's number."""
    return NO_CODE_AFTER.match(text[end:end + 2 * CALLING_WITHIN]) is not None


def _is_near(number: str, tail: str) -> bool:
    last = re.split(r"\D+", number)[-1]
    return len(last) == len(tail) and 0 < abs(int(tail) - int(last)) <= _NEAR


def _parted(text: str, _: bool) -> Iterator[FoundContact]:
    """Whole numbers with a line's end, or a sign that belongs in none, in the middle."""
    for match in _PARTED.finditer(text):
        words = re.sub(r"[,:;_\\\n]", " ", match[0])
        number, rest = possible(words), significant(words)
        if (number and len(rest) == NATIONAL_LENGTH) or for_drama(rest):
            yield _contact(match.start(), match.end(), number, *(("", "") if number else fault(words)))


def _missed(text: str, named: bool) -> Iterator[FoundContact]:
    """Runs that begin as UK numbers do and that the matcher left: joined to other digits, or faulty."""
    for run in _RUN.finditer(text):
        enough = len(re.findall(r"\d", run[0])) >= 7 or fault(run[0])[1]
        if enough and not _is_table_of_times(run[0]):
            begins = not _TO_GO_ON.search(text, max(0, run.start() - 2), run.start())
            yield from _pieces(text, run.start(), run.end(), begins and (named or _phone_said(text, run.start())))


def _pieces(text: str, start: int, end: int, said: bool) -> Iterator[FoundContact]:
    """Take valid numbers off the front of a run, group by group; what is left over may be a faulty one."""
    if _are_two(text[start:end]):
        yield _contact(start, end, "", "two numbers run together")
        return
    while start < end:
        valid = _valid_front(text, start, end)
        if not valid:
            one = _faulty(text, start, end, said)
            if one is None:
                return
            yield one
            following = _BEGINS.search(text, one.end, end)
        else:
            yield from _with_second(text, start, valid, phonenumbers.parse(text[start:valid], "GB"))
            following = _GROUP.search(text, valid, end)
        start = following.start() if following else end


def _valid_front(text: str, start: int, end: int) -> int:
    """Where the longest valid number ends with which a run begins, or nought."""
    stops = [group.end() for group in _GROUP.finditer(text, start, end)]
    return next((_unmarked(text, start, stop) for stop in reversed(stops) if possible(text[start:stop])), 0)


def _are_two(words: str) -> bool:
    """Whether the digits are two whole numbers, of which a line's end was lost between the two."""
    groups = _GROUP.findall(words)
    digits = "".join(groups)
    ends = {len("".join(groups[:count])) for count in range(len(groups))}
    return any(at not in ends and possible(digits[:at]) and digits[at:].startswith("0") and possible(digits[at:])
               for at in _WHOLE_LENGTHS)


def _faulty(text: str, start: int, end: int, said: bool) -> FoundContact | None:
    """A run that is no valid number, where its front or the whole of it is about as long as one, or can be mended."""
    stops = [group.end() for group in _GROUP.finditer(text, start, end)]
    whole = (stop for stop in stops if len(significant(text[start:stop])) == NATIONAL_LENGTH)
    parts = (stop for stop in reversed(stops) if _ANEW.match(text, stop))
    for stop in (*whole, end, *parts):
        problem, mended = fault(text[start:stop])
        if mended or len(significant(text[start:stop])) in (_LENGTHS_IF_SAID if said else _LENGTHS_OF_ONE):
            filled = _is_filled(text[start:stop], mended, said=said or not re.search(r"[^\W\d_]", text))
            return None if filled else _contact(start, stop, "", problem, mended)
    return None


def _is_filled(words: str, mended: str, *, said: bool) -> bool:
    """Whether a record's number is filled up with zeros (`0001332640`), where nothing says that it is a telephone's."""
    return significant(words).startswith("0") and not (mended and (said or not words.isdigit()))


def _is_table_of_times(words: str) -> bool:
    """`0730 0830 0930`, `0-5 6-11 12-18`: times of day and ranges of age also begin with 0."""
    groups = _GROUP.findall(words)
    from_nought = groups[0] == "0" and not words.startswith("(0")
    times = len(groups) > 1 and all(_TIME.fullmatch(group) for group in groups)
    return from_nought or times or bool(_TWO_RANGES.search(words))


_TIME = re.compile(r"[01]\d[0-5]\d|2[0-4][0-5]\d")
_TWO_RANGES = re.compile(r"(?<!\d)\d{1,2}[-–]\d{1,2}[ /]+\d{1,2}[-–]\d{1,2}(?!\d)")


def _zero_lost(text: str, named: bool) -> Iterator[FoundContact]:
    """Ten digits that are a UK number but for their leading zero: a spreadsheet took them for a sum."""
    for run in _LOST_ZERO.finditer(text):
        digits = "0" + re.sub(r"[ )-]|\.0$", "", run[0])
        if (named or _phone_said(text, run.start())) and possible(digits):
            yield _contact(run.start(), run.end(), "", "leading zero lost", national(digits))


def _phone_said(text: str, place: int) -> bool:
    return PHONE_WORDS.search(text, max(0, place - CALLING_WITHIN), place) is not None


def _to_a_power(text: str, named: bool) -> Iterator[FoundContact]:
    """`1.33264E+09`: the digits that a spreadsheet did not show are lost, unless all of them stand there."""
    for run in _POWER.finditer(text):
        if named or _phone_said(text, run.start()):
            shown, power = run[0].split("E+")
            whole = str(int(Decimal(run[0]))) if len(shown) - len("1.") >= int(power) else ""
            mended = national(f"0{whole}") or national(f"+{whole}") if whole else ""
            yield _contact(run.start(), run.end(), "", "shortened by a spreadsheet", mended)


_SEARCHES: tuple[Callable[[str, bool], Iterable[FoundContact]], ...] = (
    _brief, _matched, _parted, _missed, _zero_lost, _to_a_power)
"""What finds whole numbers, right and wrong ones, each in what those before it left."""


def _short(text: str, rest: str, ends: set[int], header: str) -> Iterator[FoundContact]:
    """Short codes, where words around them say that they are to be called or texted.

    Args:
        text: the whole text, for the words.
        rest: the same with all that was found blanked.
        ends: where the telephone numbers that were found end: a code joined to one is to be called as well.
        header: the name of the column, under which a code may stand alone.
    """
    named = names_phones(header)
    if named:
        text, rest = (_POINT_NOUGHT.sub("  ", one) for one in (text, rest))
    text, rest = (_SLASHED.sub(lambda codes: codes[1].ljust(len(codes[0])), one) for one in (text, rest))
    alone = named and ALONE.fullmatch(text) is not None
    for run in _SHORT.finditer(rest):
        start, end = run.span()
        code = re.sub(r"\D", "", run[0])
        joined = _JOINED.search(rest, max(0, start - 6), start)
        under = alone and (code in SHORT_CODES or TEXTED.match(header))
        asked = under or (joined and joined.start() + 1 in ends) or _asked(text, start, end)
        if asked and not _counts(text, rest, start, end):
            yield _contact(start, end, code)


def _asked(text: str, start: int, end: int) -> bool:
    """Whether words say that the code between two places is to be called, or texted where it is for texts."""
    code = re.sub(r"\D", "", text[start:end])
    after = text[end:end + CALLING_WITHIN].partition("\n")[0]
    clause = text[max(0, start - CLAUSE_WITHIN):start]
    if code in SHORT_CODES:
        far = CALLING_IN_CLAUSE if len(code) == len("111") else CALLING_IN_SENTENCE
        if CALLING.search(text, max(0, start - CALLING_WITHIN), start) or CALLED.search(after) or far.search(clause):
            return True
    return bool(TEXTING.search(clause) or TEXTED.match(after))


def _counts(text: str, rest: str, start: int, end: int) -> bool:
    """Whether the digits are a count, an age, a place or a sum."""
    before = text[max(0, start - CALLING_WITHIN):start]
    sign = SIGN_BEFORE.search(rest, max(0, start - CALLING_WITHIN), start)
    called = CALLING_STRAIGHT.search(before)
    return bool((sign and not called) or NO_CODE_BEFORE.search(before)) or _is_counted(rest, end)
