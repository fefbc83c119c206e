"""Entries with numbers and addresses, the pages that speak for them, and what people heard: every place is invented."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from review_kit.asked_words import words_digest
from review_kit.checks import Check
from review_kit.model import (
    Answer,
    Contact,
    ContactVerdict,
    Facts,
    Finding,
    Purpose,
    Says,
    Service,
    Visit,
    Way,
)
from review_kit.verdicts import contact_verdicts, judge

from . import facts as make
from .pages import KNOWN, PROSE, html, seen

NUMBER, OTHER, THIRD = "0114 496 0123", "0114 496 0100", "0114 496 0144"
KEY, OTHER_KEY = "+441144960123", "+441144960100"
BOX, OTHER_BOX = "team@club.example", "hello@club.example"
CONTACT, TALK = "https://club.example/contact", "https://club.example/talk-to-us"
CHOIR = "Wednesday Choir"
TEAM = "Leaving Care team"


def entry(*contacts: Contact, url: str = make.URL, row: int = 2, name: str = CHOIR, key: str = "",
          **values: str) -> Service:
    """A choir's entry with these contacts, by default one number; `values` are columns, blanks as underscores."""
    held = contacts or (make.phone(NUMBER, row=row),)
    said = {column.replace("_", " "): text for column, text in values.items()}
    links = (make.link(url, row=row),) if url else ()
    return replace(make.service(*links, row=row, name=name, key=key, contacts=held, values=said),
                   provider=f"Borchester Singers\n{url}")


def page(body: str, url: str = make.URL, *hops: tuple[int, str], title: str = f"{CHOIR} | Borchester Singers",
         **more: Any) -> Visit:
    """A look that showed a page about the choir, with this on it."""
    return seen(html(f"<h1>{CHOIR}</h1><p>{PROSE * 3}</p>{body}", title=title), url, *hops, **more)


def contact_page(body: str, url: str = CONTACT, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look at a page about contact, which nobody registered."""
    shown = html(f"<h1>Contact us</h1><p>{PROSE}</p>{body}", title="Contact us | Borchester Singers")
    return seen(shown, url, *hops, **{"purpose": Purpose.CONTACT_PAGE, "minute": 8, **more})


def linked(*ways: str) -> str:
    """Links of a page: each an address and, after a bar, its words."""
    pairs = (way.partition("|") for way in ways)
    return "".join(f"<a href='{address}'>{words or address}</a> " for address, _, words in pairs)


def facts(*visits: Visit, services: Sequence[Service] | None = None, answers: Iterable[Answer] = (),
          **more: Any) -> Facts:
    """The facts of a review with the tables as they ship, but for the list of numbers that are kept for drama."""
    plain = make.facts(*visits, services=(entry(),) if services is None else services, **more)
    newest = sorted(answers, key=lambda each: (each.on, each.number), reverse=True)
    return replace(plain, known={**KNOWN(), "number_ranges": ()}, answers=tuple(newest))


def heard(says: Says, on: str = "2026-11-20", *, about: str = KEY, key: str = "svc-2", number: int = 1,
          **more: Any) -> Answer:
    """What came of ringing a number."""
    return Answer(number, f"id-{number}", key, about, Way.CALL, says, TEAM, on, **more)


def replied(says: Says, on: str = "2026-11-20", *, of: Service | None = None, number: int = 1,
            **more: Any) -> Answer:
    """What the provider answered about an entry as it stands."""
    of = of or entry()
    return Answer(number, f"id-{number}", of.key, "", Way.REPLY, says, TEAM, on,
                  **{"asked": words_digest(of), **more})


def found(check: Check, of: Facts) -> list[Finding]:
    """What one check finds once the links have been told."""
    return [finding for finding in judge(of) if finding.check == check.name]


def told(of: Facts) -> list[tuple[ContactVerdict, str]]:
    """The verdict of each contact by all checks, and the check that decided ('' where somebody vouches for it)."""
    return [(one.verdict, one.finding.check if one.finding else "") for one in contact_verdicts(of, judge(of))]


def vouched(of: Facts) -> str:
    """Who or what vouches for the only contact; '' where its verdict is not `ok`."""
    one, = contact_verdicts(of, judge(of))
    return one.vouched_by if one.verdict is ContactVerdict.OK else ""
