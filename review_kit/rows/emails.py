"""Finds e-mail addresses: well formed, hidden from robots by words, or mistyped."""

import re
from collections.abc import Callable, Iterator

from email_validator import EmailNotValidError, validate_email

from review_kit.model.register import ContactKind
from review_kit.rows.addresses import ENDINGS, UK_ENDINGS, known_ending
from review_kit.rows.found import FoundContact, spans
from review_kit.rows.text import blanked

_LOCAL = r"\w.%+'&\-"
"""Signs of the part before the @ that people really use; a slash, comma or semicolon stands between two addresses."""

_AT = r"(?: ?[\[({] ?(?:at|@) ?[\])}] ?)"
_DOT = r"(?: ?[\[({] ?(?:dot|\.) ?[\])}] ?)"
_LABEL = r"[\w\-]{1,63}"

# Hidden from robots: `jane [at] example [dot] org`, `jane(at)example.org`, `jane at example dot org`,
# `jane@example(dot)org`.
_HIDDEN = re.compile(
    rf"(?i)(?<![{_LOCAL}@])(?P<local>[{_LOCAL}]{{1,64}})"
    rf"(?:(?P<at>{_AT})(?P<a>{_LABEL}(?:(?:\.|{_DOT}| dot ){_LABEL}){{1,6}})"
    rf"|(?:@| at )(?P<b>{_LABEL}(?:(?:{_DOT}| dot ){_LABEL}){{1,6}}))"
)
# Anything with an @ between two words, closely set; what comes after is judged in `_told`.
_CLOSE = re.compile(rf"(?<![{_LOCAL}@])(?P<local>[{_LOCAL}]{{1,100}})(?P<at>@{{1,3}})(?P<domain>[\w.\-,@]{{1,253}})")
# A space beside the @, before something that ends like a host: `jane@ example.org`, `jane @example.org`.
_LOOSE = re.compile(
    rf"(?<![{_LOCAL}@])(?P<local>[{_LOCAL}]{{1,64}})(?:@ | @ ?)(?P<domain>{_LABEL}(?:\.{_LABEL}){{1,6}})"
)


def scan(text: str) -> tuple[FoundContact, ...]:
    """Every e-mail address of a clean text (its addresses with a scheme blanked), in order."""
    found: list[FoundContact] = []
    for pattern, told in ((_HIDDEN, _told_hidden), (_CLOSE, _told_close), (_LOOSE, _told_loose)):
        rest = blanked(text, spans(found))
        found += _each(rest, pattern, told)
    return tuple(sorted(found, key=lambda one: one.start))


def _each(
    text: str, pattern: re.Pattern[str], told: Callable[[re.Match[str]], FoundContact | None],
) -> Iterator[FoundContact]:
    """What a pattern finds, going on where each find really ended: `a@example.org,b@example.org` are two."""
    place = 0
    while match := pattern.search(text, place):
        one = told(match)
        if one is not None:
            yield one
        place = one.end if one is not None else match.end("local") + 1


def possible(address: str) -> str:
    """An address in small letters where its form is a possible one, else nothing; the domain is not asked."""
    try:
        return validate_email(address, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return ""


def _told_hidden(match: re.Match[str]) -> FoundContact | None:
    shown = match["a"] or match["b"]
    domain = re.sub(rf"(?i){_DOT}| dot ", ".", shown)
    if not known_ending(domain):
        return None
    start, local = _opening(match)
    address = possible(f"{local}@{domain}")
    return FoundContact(start, match.end(), ContactKind.EMAIL, address) if address else None


def _told_close(match: re.Match[str]) -> FoundContact | None:
    start, local = _opening(match)
    domain = _cut_at_comma(match["domain"]).rstrip(".,-@")
    if not local or not domain or not (any(sign.isalpha() for sign in local) or known_ending(domain)):
        return None
    at = match["at"] if not domain.startswith("@") else match["at"] + "@"
    end = match.start("domain") + len(domain)
    return _judged(start, end, local, at, domain)


def _told_loose(match: re.Match[str]) -> FoundContact | None:
    start, local = _opening(match)
    domain = match["domain"].rstrip(".-")
    mended = possible(f"{local}@{domain}")
    if not mended or not known_ending(domain):
        return None
    end = match.start("domain") + len(domain)
    return FoundContact(start, end, ContactKind.EMAIL, "", "a space beside the @", mended)


def _opening(match: re.Match[str]) -> tuple[int, str]:
    """Where the address begins, without the quotation mark, dash or ellipsis that may stand before it."""
    local = match["local"]
    bare = re.sub(r"^(?:\.{2,}|['&%+\-]+)+", "", local)
    return match.start("local") + len(local) - len(bare), bare


def _cut_at_comma(domain: str) -> str:
    """A comma ends the domain, unless it stands for a stop in it: `example,org.uk`."""
    first, comma, rest = domain.partition(",")
    if not comma or known_ending(first):
        return first
    mended = f"{first}.{rest.partition(',')[0]}".rstrip(".-")
    return domain if known_ending(mended) and (rest in UK_ENDINGS or rest in ENDINGS or "." not in first) else first


def _judged(start: int, end: int, local: str, at: str, domain: str) -> FoundContact | None:
    address = possible(f"{local}{at}{domain}")
    if address:
        return FoundContact(start, end, ContactKind.EMAIL, address)
    problem, mended = _fault(local, at, domain)
    return FoundContact(start, end, ContactKind.EMAIL, "", problem, possible(mended))


def _fault(local: str, at: str, domain: str) -> tuple[str, str]:
    """What is wrong with an address, in a few words, and what it was probably meant to be (or nothing)."""
    tidy_local, tidy_domain = (re.sub(r"\.{2,}", ".", part).strip(".") for part in (local, domain))
    if len(at) > 1:
        return "two @ signs", f"{tidy_local}@{tidy_domain}"
    if "@" in domain:
        return "two @ signs", ""
    if "," in domain:
        return "a comma where a full stop belongs", f"{tidy_local}@{tidy_domain.replace(',', '.')}"
    if "." not in domain:
        return "no ending such as .org.uk", ""
    if (tidy_local, tidy_domain) != (local, domain):
        return "a full stop in the wrong place", f"{tidy_local}@{tidy_domain}"
    return "not a possible e-mail address", ""
