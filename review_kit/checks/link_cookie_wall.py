"""The page shows little but a question about cookies; what stands behind it, our checker could not see."""

import re
from collections.abc import Iterator

from review_kit.about import About, likeness
from review_kit.checks import Check
from review_kit.checks._addresses import site
from review_kit.checks._asked import Asked, answered
from review_kit.checks._signatures import folded, of_host
from review_kit.checks._subjects import said_of_it
from review_kit.checks.link_moved import works
from review_kit.model import Facts, Finding, Rung, Severity, Verdict

AROUND, AT_LEAST, SHARE, REST = 10, 3, 0.6, 25
"""Words on either side of a consent word that belong to the question; how many consent words make one; the share of
the page that it must be; and the words beside it that are already a page of its own."""

SHORT = 60
_NEEDS = re.compile(r"cookies are (?:turned off|disabled|blocked|not enabled)|"
                    r"(?:enable|accept|allow|turn on) (?:the use of )?cookies (?:so that|to|in order|before|and)")
"""Words of a page that shows nothing without cookies; a banner beside a page says more words than these."""


def cookie_wall(a: Asked) -> str:
    """What showed that the page is a question about cookies and nothing else, or ''."""
    end = site(a.visit.final_url)
    if end != site(a.link.url) and any(of_host(end, host) for host in _values(a, "host")):
        return f"it sent us to {end}, which asks for consent"
    text = folded(a.visit.page.text)
    words = text.split()
    if len(words) < SHORT and _NEEDS.search(text):
        return f"it asks for cookies before it shows anything: “{a.visit.page.text[:120]}”"
    asking, found = _asking(words, tuple(_values(a, "word")))
    rest = len(words) - asking
    wall = found >= AT_LEAST and asking > SHARE * len(words) and rest < REST
    return f"{asking} of its {len(words)} words are about consent: “{a.visit.page.text[:120]}…”" if wall else ""


def _plainly(a: Asked) -> bool:
    return likeness(a.facts.register, a.service, a.link, a.visit.page).level is About.PLAINLY


def _asking(words: list[str], consent: tuple[str, ...]) -> tuple[int, int]:
    """How many words stand at or around consent words, and how many of those there are: one pass over each."""
    text, found = " ".join(words), 0
    covered = bytearray(len(words))
    for word in consent:
        at = text.find(word)
        place, seen = 0, 0
        while at >= 0:
            place += text.count(" ", seen, at)
            seen, found = at, found + 1
            start, end = max(0, place - AROUND), min(len(words), place + AROUND + 1)
            covered[start:end] = b"\x01" * (end - start)
            at = text.find(word, at + len(word))
    return sum(covered), found


def _values(a: Asked, kind: str) -> Iterator[str]:
    return (row["value"] for row in a.facts.known.get("consent", ()) if row["kind"] == kind)


def stands_before(a: Asked) -> str:
    """What showed that nothing but the question was seen of a link's page, or ''."""
    shown = _plainly(a) and (said_of_it(a) or _says_something_else(a))
    return "" if shown or not works(a.visit) else cookie_wall(a)


def _says_something_else(a: Asked) -> bool:
    """Whether the page's own part holds words, and none of consent."""
    own = folded(a.visit.page.main).split()
    return bool(own) and not _asking(own, tuple(_values(a, "word")))[1]


def _find(facts: Facts) -> Iterator[Finding]:
    for a in answered(facts):
        if cue := stands_before(a):
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} What we saw of it: {cue}.")


CHECK = Check(
    name="link-cookie-wall", severity=Severity.NOTE, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("final_url", "title"),
    what_we_saw="The page shows our checker a question about cookies and nothing else.",
    what_to_do="Open the link yourself, answer the question, and look whether it is the right page.", find=_find)
