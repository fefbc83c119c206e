"""Reads one address from the place where its host begins: where it ends, and whether it was mistyped."""

import re
from dataclasses import dataclass

from review_kit.rows.addresses import (
    ARCHIVES,
    HOST_SIGN,
    UK_ENDINGS,
    host_of,
    known_ending,
    normalised,
    proper_host,
    sound,
)

# No address goes on beyond a space, an angle bracket, a quotation mark of any kind, a bar, a backslash or an
# ellipsis. 2,048 signs are what old browsers took; the bound also keeps hostile cells cheap.
RUN = re.compile(r"[^\s<>\"«»“”„‘’‹›|\\^`…\x00]{1,2048}")

_AUTHORITY = re.compile(
    rf"(?P<user>[\w.~%!$&'*+=:\-]{{1,100}}@)?(?P<host>\[[0-9a-fA-F:.]{{2,45}}\]|{HOST_SIGN}+)(?P<port>:\d{{1,5}}(?!\d))?"
)

_BACKSLASHED = re.compile(r"\\[\w.\\/\-]{0,500}[\w/]")
LONGEST_AUTHORITY = 360
"""A host has at most 253 signs (RFC 1035), and the reading of a user before it at most a hundred."""

# Where a second address begins inside a run: its scheme (but `?to=https://…` is a query), or after a comma or
# semicolon a www. or a host of its own.
_SECOND = re.compile(
    r"(?i)(?<!=)(?:https?:/{1,2}(?=\w))|[,;](?=www\.|(?:[a-z0-9-]{1,63}\.){1,4}(?:uk|com|org|net)(?:[/,;)]|$))"
)
_CLOSING = ".,;:!?'*_~·"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

# What may follow a space by mistake: `www.example org.uk`. Only whole endings that are no English words.
_LOOSE_ENDINGS = frozenset({*UK_ENDINGS, "uk", "com", "org", "net"})
_LOOSE = re.compile(r"[.,]? {1,2}(?=[\w.])")


@dataclass(frozen=True, slots=True)
class Reading:
    """An address as read: how many signs it takes up, what it says in one spelling, and whether it is mistyped."""

    length: int
    address: str
    faulty: bool = False


def reading(text: str, start: int, scheme: str = "https") -> Reading | None:
    """Read the address whose host begins at `start`, just after its scheme; None where no host stands there."""
    run = run_at(text, start)
    parts = _AUTHORITY.match(run)
    if parts is None:
        return None
    torn = _torn_by_space(text, start, run, scheme)
    if torn is not None:
        return torn
    if run[parts.end():parts.end() + 1] not in {"", "/", "?", "#"}:
        comma = _torn_by_comma(run, parts["host"], scheme)
        if comma is not None:
            return comma
        run = trimmed(run[:parts.end()])
    slip = _BACKSLASHED.match(text, start + len(run))
    if slip:  # browsers take it for a slash; cutting it off would ask another page
        mended = _judged(run + slip[0].replace("\\", "/"), parts, scheme)
        return Reading(len(run) + len(slip[0]), mended.address, faulty=True)
    return _judged(run, parts, scheme)


def run_at(text: str, start: int) -> str:
    """The signs of one address from a place on, without closing punctuation and without a second address."""
    found = RUN.match(text, start)
    if found is None:
        return ""
    run = found[0]
    if not host_of(run).endswith(ARCHIVES):
        run = run[:_second_start(run)]
    return trimmed(run)


def _second_start(run: str) -> int:
    """Where a second address begins in a run; a comma in a host may be a mistyped stop: `www.example,org.uk`."""
    for second in _SECOND.finditer(run, 1):
        whole = run.startswith("www.", second.end()) or known_ending(host_of(run[:second.start()]))
        if whole or second[0][0] not in ",;":
            return second.start()
    return len(run)


def trimmed(run: str) -> str:
    """A run without the punctuation of the sentence around it; brackets stay where both of a pair are there."""
    while run:
        last = run[-1]
        if last in _CLOSING or (last in _BRACKETS and run.count(last) > run.count(_BRACKETS[last])):
            run = run[:-1]
        elif run.count("(") > run.count(")"):
            run = run[:run.rindex("(")]
        else:
            break
    return run


def repaired_host(host: str) -> str:
    """A host with the slips of a hand mended: doubled or leading stops, too many or too few w."""
    host = re.sub(r"\.{2,}", ".", host).strip(".-")
    return re.sub(r"(?i)^(?:w{2}|w{4,6})\.", "www.", host)


def _judged(run: str, parts: re.Match[str], scheme: str) -> Reading:
    host = parts["host"].rstrip(".") if run == parts[0].rstrip(".") else parts["host"]
    mended = host if host.startswith("[") else repaired_host(host)
    rest = run[parts.start("host") + len(host):]
    address = normalised(f"{scheme}://{parts['user'] or ''}{mended}{rest}")
    possible = host.startswith("[") or (proper_host(mended) and mended.casefold() != "www")
    if possible and not sound(address):  # a port beyond 65535
        return Reading(len(run), "", faulty=True)
    return Reading(len(run), address if possible else "", faulty=not possible or mended != host)


def _torn_by_comma(run: str, host: str, scheme: str) -> Reading | None:
    """`www.example,org.uk`: the part before the comma is no host, the whole with a stop for the comma is one."""
    whole = re.match(r"[^/?#]*", run)
    authority = whole[0] if whole else ""
    if len(authority) > LONGEST_AUTHORITY:
        return None
    mended = repaired_host(re.sub(r"[,;:]+\.?", ".", authority))
    whole_already = known_ending(host) and not mended.startswith(f"{host}.uk")
    if whole_already or not known_ending(mended) or not proper_host(mended):
        return None
    address = normalised(f"{scheme}://{mended}{run[len(authority):]}")
    return Reading(len(run), address, faulty=True) if sound(address) else None


def _torn_by_space(text: str, start: int, run: str, scheme: str) -> Reading | None:
    """`www. example.org` and `www.example org.uk`: the next word plainly belongs to the address."""
    gap = _LOOSE.match(text, start + len(run))
    if gap is None or "/" in run:
        return None
    second = run_at(text, gap.end())
    host = host_of(second).lstrip(".")
    if run.casefold() == "www" and known_ending(host):
        joined = f"www.{second.removeprefix('www.')}"
    elif host in _LOOSE_ENDINGS and (not known_ending(run) or (host == "uk" and run.endswith((".co", ".gov")))):
        joined = f"{run}.{second.lstrip('.')}"
    else:
        return None
    address = normalised(f"{scheme}://{joined}")
    if not proper_host(host_of(joined)) or not sound(address):
        return None
    return Reading(gap.end() + len(second) - start, address, faulty=True)
