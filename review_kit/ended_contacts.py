"""Whether a page says of a number or address that it has ended: it stands there, and still nobody answers it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from review_kit.labels import found_in
from review_kit.model import ContactKind, Facts, Page
from review_kit.rows.text import clean, squeezed

NEAR = 80
"""Characters between a number and the words that speak of it, at most; only small words may stand there."""
QUOTED = 160
_CUT = re.compile(r"[.!?]\s+(?=[A-Z“(])")

_NOUN = {
    ContactKind.PHONE: r"(?:(?:tele)?phone |text |tele|help|contact )?(?:phone|number|line)s?|hotline|landline",
    ContactKind.EMAIL: r"e-?mail(?: address| account| inbox)?|mailbox|inbox|account|(?<=this )address",
}
_NOTE = r"(?:please note:? ?(?:that )?)?"


def _small_behind(noun: str) -> re.Pattern[str]:
    """What may stand between a number and the words behind it.

    The next sentence must say that it speaks of this number; “our old number” there is another, unless it only calls
    this one so, between two commas.
    """
    here = rf"[,:(–-]?\s*{_NOTE}(?:(?:this|the|which|that|it)\b\s*)?(?:(?:{noun})\b\s*)?"
    following = rf"\.\s*{_NOTE}(?:(?:this|the)\s(?:{noun})|it|this)\b\s*"
    aside = rf"[,(–-]\s*(?:(?:our|the|this|an?)\s)?(?:old|former|previous)\s(?:{noun})\s*[),–-]\s*"
    return re.compile(rf"[\s\"”’)]*(?:{here}|{following}|{aside})(?:(?:is|was|are|now)\b\s*){{0,2}}")


_BEHIND = {kind: _small_behind(noun) for kind, noun in _NOUN.items()}
_BEFORE = re.compile(
    rf"\s*(?:(?:the|our|this|old|former|previous|on|at|was|is|{'|'.join(_NOUN.values())})\b\s*){{0,6}}[\s,:(–-]*")
ALSO_NAMES = frozenset({"formerly", "previously"})
"""These stand before old names too: only the number itself may follow them."""
_BEFORE_PLAIN = re.compile(r"\s*(?:(?:on|at|was|number|telephone|tel|phone)\b[.:]?\s*){0,3}[\s:(]*")

_CLOCK = r"(?:about )?(?:\d{1,2}[:.]\d\d|\d{1,2} ?(?:am|pm|o['’]clock)|noon|midday|midnight)\b"
_SOME_HOURS = (
    r"(?:weekends?|nights?|evenings?|mornings?|afternoons?|lunch|christmas|easter|summer|winter|bank|public|school|"
    r"holidays?|office|working|term|core)\b"
)
_DAY = r"(?:weekdays|(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?! \d))\b"
# What follows words that speak of some hours or some callers only: the number still answers.
_LIMITED = re.compile(
    rf"[\s,(]*(?:(?:at|before|after|until|till|from|between|by) {_CLOCK}|on {_DAY}"
    r"|on (?:the )?(?:(?:2[4-8]|31)(?:st|th)?\b[^.]{0,20}\bdec|1(?:st)? jan)"  # Christmas and New Year
    rf"|(?:at|over|on|in|during|outside|throughout) (?:the )?{_SOME_HOURS}|for (?!good\b|ever\b|all\b)"
    r"|(?:during|outside|overnight|out of|early|earlier|temporarily|today|tonight|tomorrow|24|round the clock|except|"
    r"by post|in person|from (?:a )?mobiles?|to (?:people|anyone|anybody|those|new|under|over))\b)")
# A line that changes its hours, or lives.
_CHANGED_ELSE = re.compile(r"\s+(?:its|their|our|my|lives|a life|hands|how|opening|me|us)\b")
# “Please do not call 0300 1 after nine”: a purpose or an hour for which it is not.
ASKED = ("please do not use", "please do not call", "please do not ring", "please don't use", "please don't call",
         "please don't ring", "please do not email", "please do not e-mail", "no longer use")
_PURPOSE = re.compile(
    r"[\s,)]*(?:for|if|to|before|after|unless|in|outside|when|while|during|out|between|until|at|with|about|without|"
    r"except|only|from|overnight|more than|on|as (?!it\b|this\b|we\b|they\b))")
_IF = re.compile(
    r"\b(?:if|whether|unless|until|once|when|in case)\s+(?:(?:our|the|this|your|that|number|line|helpline|mailbox|"
    r"email|address|on)\s+){0,3}$")


_NEXT = r"(?=\+?\(?0\d|[^\s@]{1,64}@)"
"""Another number or address follows at once."""
_NOW_IS = re.compile(rf"[\s,;–-]{{1,3}}(?:is now|has now become|has become|now|→|[-=]>):?\s?{_NEXT}")
"""“team@old.example is now team@new.example”, “0114 … → 0114 …”."""
_CONTACT = r"(?:(?:(?:tele)?phone |helpline )?(?:numbers?|lines?)|e-?mails?(?: address(?:es)?)?|address(?:es)?)"
_HEADS = re.compile(rf"\b(?:old|previous|former) {_CONTACT}\b[^.\d@]{{0,40}}\bnew {_CONTACT}\b")
"""Two heads of a table, whose rows then hold two contacts side by side."""
_ROWS = 400
"""Characters of a table's rows that are read below its heads."""
_BESIDE = re.compile(rf"[\s|:–-]{{1,5}}{_NEXT}")

# What makes a number doubtful, in whatever words: not enough to say that it has ended, and too much to vouch for it.
_DOUBT = re.compile(
    r"[\s,:(–-]*(?:(?:is|was|are|has|have|had|will|can|be|been|now|sadly|permanently)\b\s*){0,4}"
    r"(?:no longer (?!costs?\b|charg|need)|not (?:in use|answered)|bounces|out of (?:use|service|order)|ceased|"
    r"disconnected|defunct|discontinued|replaced|switched off|retired|expired|closed (?:permanently|down)|"
    r"(?:has|have) changed|(?:been|has|now|permanently) closed)\b")
_DOUBT_BEFORE = re.compile(
    r"\b(?:retired|no longer [^.!?,;:\d@]{0,25}|"
    r"(?:do not|don['’]t|never) (?:use|ring|call|dial|text|e-?mail|write to|contact)|"
    rf"{_CONTACT} (?:was|used to be)|change of {_CONTACT}|(?:old|former|previous|wrong) {_CONTACT})\b"
    r"(?:\s(?:on|at|is|was|via|us|our|the|number|address|line)\b)*[\s:,(–-]*$")
_SOON = 40
"""Characters behind such words in which it is said that they speak of some hours only."""


def said_to_have_ended(facts: Facts, page: Page, kind: ContactKind, key: str) -> str:
    """The words of a page by which a number or address has ended; '' where it says no such thing.

    `key` is the contact as it is compared (`Contact.normalised`). Only words that stand right beside it count: “call
    0300 … if your address has changed” says nothing of the number.
    """
    if kind is ContactKind.PERSON or not key:
        return ""
    after, before = (tuple(row["words"].casefold() for row in facts.rows("contact_ended_words", stands=place))
                     for place in ("after", "before"))
    text, low = _readable(page.text)
    for start, end in _places(text, kind, key):
        told = (_told_behind(low, start, end, after, kind) or _told_before(low, start, end, before)
                or _told_by_the_next(low, start, end))
        if told:
            return _sentence(text, *told)
    return ""


def is_doubtful(page: Page, kind: ContactKind, key: str) -> bool:
    """Whether words right beside a number or address, at one of its places, seem to say that it has ended.

    They are more than those of the table and less sure: such a page does not vouch for it.
    """
    if kind is ContactKind.PERSON or not key:
        return False
    text, low = _readable(page.text)
    return any(_seems_ended(low, start, end, kind) for start, end in _places(text, kind, key))


def _seems_ended(low: str, start: int, end: int, kind: ContactKind) -> bool:
    if _IF.search(low, max(0, start - NEAR), start):
        return False
    small = _BEHIND[kind].match(low, end)
    doubt = _DOUBT.match(low, end) or (small and _DOUBT.match(low, small.end()))
    if doubt and not (_LIMITED.search(low, doubt.end(), doubt.end() + _SOON) or _CHANGED_ELSE.match(low, doubt.end())):
        return True
    return _DOUBT_BEFORE.search(low[max(0, start - NEAR):start]) is not None and not _PURPOSE.match(low, end)


@lru_cache(maxsize=64)  # a page is asked for each contact of each entry that links to it
def _readable(text: str) -> tuple[str, str]:
    """A page's text with plain spaces, and the same in small letters."""
    plain = clean(text).text
    return plain, _lowered(plain)


def _lowered(text: str) -> str:
    """In small letters, each in its place: a few capitals have no small letter of one sign."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(s.lower() if len(s.lower()) == 1 else s for s in text)


def _places(text: str, kind: ContactKind, key: str) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in found_in(text, kind) if one.normalised == key)


def _told_behind(low: str, start: int, end: int, told: Iterable[str], kind: ContactKind) -> tuple[int, int] | None:
    """From the number to the words that follow at once, but for small ones, and speak of all hours and callers."""
    following = low[end:end + NEAR]
    for words in told:
        at = following.find(words)
        if at < 0 or not _BEHIND[kind].fullmatch(following, 0, at) or _IF.search(low, max(0, start - NEAR), start):
            continue
        done = at + len(words)
        if not (_LIMITED.match(following, done) or (
                words.endswith("changed") and _CHANGED_ELSE.match(following, done))):
            return start, end + done
    return None


def _told_before(low: str, start: int, end: int, told: Iterable[str]) -> tuple[int, int] | None:
    """From the words that end just before the number, but for small ones, and forbid it for every purpose."""
    first = max(0, start - NEAR)
    for words in told:
        at = low.rfind(words, first, start)
        small = _BEFORE_PLAIN if words in ALSO_NAMES else _BEFORE
        if at >= 0 and small.fullmatch(low, at + len(words), start) and not (
                words in ASKED and _PURPOSE.match(low, end)):
            return at, end
    return None


def _told_by_the_next(low: str, start: int, end: int) -> tuple[int, int] | None:
    """From words by which the contact that follows at once takes its place, in a sentence or below two heads."""
    if (now := _NOW_IS.match(low, end)) and not _IF.search(low, max(0, start - NEAR), start):
        return start, now.end()
    first = _BESIDE.match(low, end) and not any(map(str.isdigit, low[max(0, start - 4):start]))
    heads = list(_HEADS.finditer(low, max(0, start - _ROWS), start)) if first else []
    return heads[-1].span() if heads else None


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence or two around two places, or what stands near where none begins or ends."""
    near = QUOTED // 2
    first = max((cut.end() for cut in _CUT.finditer(text, max(0, start - near), start)), default=max(0, start - near))
    last = next((cut.start() + 1 for cut in _CUT.finditer(text, end, end + near)), end + near)
    return squeezed(text[first:last])
