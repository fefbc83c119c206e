"""What vouches for an entry: a page that still describes it, a call, the provider's reply. Silence never does."""

from collections.abc import Iterator
from datetime import date, datetime

from review_kit import heard
from review_kit.about import About, Likeness, likeness
from review_kit.checks._addresses import is_front_page
from review_kit.dates import prose_date
from review_kit.model import Facts, LinkVerdict, Place, Says, Service, Verdict, Vouched, Vouching

WORDS_OF_ITS_OWN = 2
"""Of the entry's own rare words, for a front page to vouch: the provider's name stands on all its pages."""


def vouching(facts: Facts, links: tuple[LinkVerdict, ...]) -> Vouching:
    """Each entry that a page still describes or that somebody confirmed, with what was seen or said and when."""
    found: dict[Place, list[Vouched]] = {}
    for told in links:
        seen = _seen(facts, told)
        if seen is not None:
            found.setdefault(told.service.place, []).append(seen)
    for service in facts.register.services if facts.answers else ():
        if said := tuple(_said(facts, service)):
            found.setdefault(service.place, []).extend(said)
    return {place: tuple(seen) for place, seen in found.items()}


def _seen(facts: Facts, told: LinkVerdict) -> Vouched | None:
    visit = told.visit
    if visit is None or told.verdict not in {Verdict.WORKING, Verdict.MOVED}:
        return None
    found = likeness(facts.register, told.service, told.link, visit.page, url=visit.final_url)
    if not _describes(found, front=is_front_page(visit.final_url)):
        return None
    on = _day_of(visit.at)
    return Vouched(f"Its page still describes it: {visit.final_url}, seen on {prose_date(on)}.", on, told.link,
                   visit.final_url)


def _said(facts: Facts, service: Service) -> Iterator[Vouched]:
    """What the provider or whoever answered said in its favour."""
    replied = heard.reply(facts, service)
    if replied is not None and replied.says is Says.RIGHT:
        yield Vouched(heard.in_words(replied), date.fromisoformat(replied.on))
    for contact in service.contacts:
        call = heard.said_last(facts, service, contact)
        if call is not None and call.says is Says.RIGHT:
            yield Vouched(heard.in_words(call), date.fromisoformat(call.on), contact)


def _describes(found: Likeness, *, front: bool) -> bool:
    return len(found.words) >= WORDS_OF_ITS_OWN if front else found.level is About.PLAINLY


def _day_of(moment: str) -> date:
    return datetime.fromisoformat(moment).date()
