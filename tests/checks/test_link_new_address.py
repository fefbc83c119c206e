"""link-new-address: where a lost page may be now, proposed with its evidence and never written by itself."""

from dataclasses import replace

import pytest

from review_kit.checks.link_new_address import CHECK
from review_kit.looks import next_looks
from review_kit.model import EXTRA_LOOKS, EXTRA_PURPOSES, Facts, Page, Purpose, Verdict, Visit, Written

from . import facts as make

OLD = "https://club.example/what-we-do/singing-for-carers"
NEW = "https://club.example/groups/singing-for-carers"
SITEMAP = "https://club.example/sitemap.xml"
FRONT = "https://club.example/"


def service(*urls: str, title: str = "") -> make.Service:
    """A service of the choir's."""
    links = [replace(make.link(url, written=Written.IN_FULL), title=title) for url in urls or (OLD,)]
    return make.service(*links, name="Singing for carers")


def gone(url: str = OLD, minute: int = 5) -> Visit:
    """A page that is not found."""
    return make.visit(url, 404, minute=minute)


def listing(url: str, purpose: Purpose, *links: tuple[str, str], minute: int = 8) -> Visit:
    """A page of the same site with these links."""
    return replace(make.visit(url, purpose=purpose, minute=minute), page=Page(links=links))


def there(url: str = NEW, title: str = "Singing for carers - The Club", minute: int = 9, **more: object) -> Visit:
    """A candidate as it was looked at."""
    return replace(make.visit(url, purpose=Purpose.CANDIDATE, minute=minute, title=title), **more)


def of(*looks: Visit, title: str = "") -> Facts:
    """Facts about the lost page and what was looked at to find it."""
    return make.facts(gone(), make.browser_like(404, url=OLD), *looks, services=[service(title=title)])


@pytest.mark.parametrize("where", [
    listing(FRONT, Purpose.FRONT_PAGE, (NEW, "Singing for carers")),
    listing("https://club.example/what-we-do/", Purpose.PARENT, (NEW, "Carers' singing")),
    listing(SITEMAP, Purpose.SITEMAP, ("https://club.example/news", ""), (NEW, "")),
])
def test_a_page_with_the_services_words_on_the_same_site_is_proposed(where: Visit) -> None:
    """Found by its words or its path, looked at, and plainly about the service."""
    finding, = make.found(CHECK, of(where, there()))
    assert finding.suggestion == NEW
    assert "Proposed because" in finding.evidence
    assert "shows" in finding.evidence


def test_the_link_stays_broken_and_shows_the_proposal() -> None:
    """A proposal is no verdict: a person decides."""
    told, = make.all_told(of(listing(FRONT, Purpose.FRONT_PAGE, (NEW, "Singing for carers")), there()))
    assert (told.verdict, told.finding.suggestion) == (Verdict.BROKEN, NEW)


@pytest.mark.parametrize("second", [
    there(status=404), there(title="Bell ringing"), there(final_url=FRONT), None,
])
def test_what_was_not_seen_to_be_the_page_is_not_proposed(second: Visit | None) -> None:
    """Not found, about something else, sent to the front page, or not looked at: no proposal."""
    looks = [listing(FRONT, Purpose.FRONT_PAGE, (NEW, "Singing for carers")), *([second] if second else [])]
    assert make.found(CHECK, of(*looks)) == []


def test_other_pages_of_the_site_are_not_taken_for_it() -> None:
    """Words that any page of the field holds prove nothing."""
    links = [("https://club.example/support", "Support for young people"), ("https://club.example/contact", "Contact"),
             ("https://elsewhere.example/singing-for-carers", "Singing for carers"), (FRONT, "Singing for carers")]
    wanted = next_looks(of(listing(FRONT, Purpose.FRONT_PAGE, *links)))
    assert [look.url for look in wanted if look.purpose is Purpose.CANDIDATE] == []


def test_a_path_is_learned_from_a_row_that_moved() -> None:
    """/old/a went to /new/a for good, so /old/b is looked for at /new/b."""
    moved = make.visit("https://club.example/what-we-do/walking", 200, (301, "https://club.example/groups/walking"),
                       title="Walking")
    facts = make.facts(gone(), make.browser_like(404, url=OLD), moved, services=[
        service(), make.service(make.link("https://club.example/what-we-do/walking", row=3), row=3, name="Walking")])
    assert NEW in [look.url for look in next_looks(facts) if look.purpose is Purpose.CANDIDATE]


def test_a_page_that_works_is_not_looked_for() -> None:
    """Nothing more is asked of a site that answered with the page."""
    assert {look.purpose for look in next_looks(make.facts(make.visit(OLD), services=[service()]))} == set()


def test_one_host_is_asked_at_most_five_more_times() -> None:
    """However many of its pages are lost."""
    urls = [f"https://club.example/part{n}/singing-{n}" for n in range(9)]
    facts = make.facts(*(gone(url) for url in urls), *(make.browser_like(404, url=url) for url in urls),
                       services=[service(*urls)])
    extra = [look for look in next_looks(facts) if look.purpose in EXTRA_PURPOSES]
    assert len(extra) == EXTRA_LOOKS
