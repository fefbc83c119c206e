"""What we saw ourselves that vouches for an entry: a page that still describes it. Silence vouches for nothing."""

from datetime import date, datetime

from review_kit.about import About, Likeness, likeness
from review_kit.checks._addresses import is_front_page
from review_kit.dates import prose_date
from review_kit.model import Facts, LinkVerdict, Place, Verdict, Vouched, Vouching

WORDS_OF_ITS_OWN = 2
"""Of the entry's own rare words, for a front page to vouch: the provider's name stands on all its pages."""


def vouching(facts: Facts, links: tuple[LinkVerdict, ...]) -> Vouching:
    """Each entry that a page still describes, with what was seen and when, link by link."""
    found: dict[Place, list[Vouched]] = {}
    for told in links:
        seen = _seen(facts, told)
        if seen is not None:
            found.setdefault(told.service.place, []).append(seen)
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


def _describes(found: Likeness, *, front: bool) -> bool:
    return len(found.words) >= WORDS_OF_ITS_OWN if front else found.level is About.PLAINLY


def _day_of(moment: str) -> date:
    return datetime.fromisoformat(moment).date()
