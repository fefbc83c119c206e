"""The page asks for a name and a password before it shows anything."""

from collections.abc import Iterator, Mapping
from urllib.parse import parse_qsl, urlsplit

from review_kit.checks import Check
from review_kit.checks._addresses import same_address, site
from review_kit.checks._asked import Asked, answered
from review_kit.checks._shown import segments, whole
from review_kit.checks._signatures import folded, of_host
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

WORDS, BARE = 150, 60
"""A page with a password field and fewer words is a wall if it calls itself one, or if it has next to no words."""


def sign_in_of(a: Asked) -> str:
    """What showed that a sign-in stands before the page, or ''."""
    if a.visit.status == 401 or ((a.visit.status or 0) >= 400 and "www-authenticate" in a.visit.headers):
        return "the answer itself asks for a name and a password"
    if (a.visit.status or 0) >= 400 or _is_for_signing_in(a, a.link.url):
        return ""
    return _sent_to_one(a) or _password_page(a) or _titled_so(a)


def _sent_to_one(a: Asked) -> str:
    """A redirect to a sign-in. By its path alone that is no proof: it must be thin, ask for a password or know us."""
    end = a.visit.final_url
    if same_address(end, a.link.url):
        return ""
    if _host(a, end) and site(end) != site(a.link.url):
        return f"it sent us to the sign-in host {site(end)}"
    asks = a.visit.page.password_fields or a.visit.page.words < WORDS or _way_back(a, end)
    return f"it sent us to the sign-in page {end}" if asks and _path(a, end, "path") else ""


def _password_page(a: Asked) -> str:
    page = a.visit.page
    if not page.password_fields or page.words >= WORDS:
        return ""
    head = folded(" ".join((page.title, *page.headings[:1])))
    named = any(word in head for word in _values(a, "words"))
    return f"a password field on a page of {page.words} words" if named or page.words < BARE else ""


def _titled_so(a: Asked) -> str:
    """A short page that is called a sign-in, and nothing else: the password is asked for at the next step."""
    page = a.visit.page
    if page.words >= WORDS:
        return ""
    phrases = tuple(_values(a, "title"))
    told = next((text for text in (*segments(page.title), *page.headings[:2]) if whole(phrases, text)), "")
    return f"the page is called “{told}”" if told else ""


def _is_for_signing_in(a: Asked, url: str) -> bool:
    """Whether the registered address is itself for signing in or up: then that is what the register means."""
    return _host(a, url) or _path(a, url, "path") or _path(a, url, "purpose")


def _host(a: Asked, url: str) -> bool:
    host = site(url)
    named = any(of_host(host, value) for value in _values(a, "host"))
    return named or (host.count(".") > 1 and host.partition(".")[0] in set(_values(a, "label")))


def _path(a: Asked, url: str, kind: str) -> bool:
    """Whether an address has a path of this kind, by whole names: `/login.aspx` has `login`, `/sign-in-bsl` has not."""
    names = "/".join(name.partition(".")[0] for name in urlsplit(url).path.casefold().split("/"))
    return any(f"/{value}/" in f"{names}/" for value in _values(a, kind))


def _way_back(a: Asked, url: str) -> bool:
    names = {name.casefold() for name, _ in parse_qsl(urlsplit(url).query)}
    return bool(names & set(_values(a, "query")))


def _values(a: Asked, kind: str) -> Iterator[str]:
    rows: tuple[Mapping[str, str], ...] = a.facts.known.get("sign_in", ())
    return (row["value"] for row in rows if row["kind"] == kind)


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if cue := sign_in_of(a):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} What showed it: {cue}.")


CHECK = Check(
    name="link-asks-sign-in", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.SIGN_IN,
    basis=("status", "final_url"),
    what_we_saw="The page asks for a sign-in, so young people may not get in.",
    what_to_do="Open the link in a private window: can you read the page without signing in?", find=_find)
