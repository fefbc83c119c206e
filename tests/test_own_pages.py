"""The pages that speak for an entry: which they are, and that nothing else vouches for its numbers and addresses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from review_kit.looks import next_looks
from review_kit.model import CanaryRound, ContactVerdict, Facts, Failure, Look, Purpose, Register, Settings, Visit
from review_kit.own_pages import contact_links, numbers_on, own_pages, repeats_the_council
from review_kit.practice.server import LoopbackWeb
from review_kit.verdicts import judge, link_verdicts
from review_kit.web import Network, gather
from review_kit.web.page import read_page

from .checks import facts as make
from .checks import pages, walls
from .checks.pages import PROSE
from .checks.speaking import (
    BOX,
    CONTACT,
    NUMBER,
    OTHER,
    TALK,
    contact_page,
    entry,
    facts,
    linked,
    page,
    told,
    vouched,
)
from .web import looking

OK, BY_HAND, CAUTION = ContactVerdict.OK, ContactVerdict.BY_HAND, ContactVerdict.CAUTION
CALL = f"<p>Call us on {NUMBER}</p>"
WHERE = "It stands on {}, seen on 21 November 2026."


def of_page(html: str, url: str = make.URL, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look that showed these bytes."""
    return pages.seen(html, url, *hops, **more)


def test_a_number_on_the_page_that_the_entry_links_to_is_vouched_for() -> None:
    """The sentence names the page and the day."""
    assert vouched(facts(page(CALL))) == WHERE.format(make.URL)


@pytest.mark.parametrize("body", [
    "<a href='tel:+441144960123'>Call</a>", "<p>0114-4960123</p>", "<p>+44 (0)114 496 0123</p>",
    "<p>(0114) 4960123</p>",
    '<script type="application/ld+json">{"telephone": "+44 114 496 0123"}</script>', "<p>Tel/Fax: 0114 496 0123</p>",
    "<footer>Registered charity 1143948. 0114 496 0123 / 0100</footer>",
])
def test_however_the_page_writes_it(body: str) -> None:
    """Numbers are compared, not their signs."""
    assert vouched(facts(page(body))) == WHERE.format(make.URL)


@pytest.mark.parametrize("body", [
    "", f"<p>Call us on {OTHER}</p>", f"<p>Fax: {NUMBER}</p>", f"<!-- {NUMBER} -->", f"<script>'{NUMBER}'</script>",
    f"<p>{NUMBER} is no longer in use</p>", f"<p>Our old number, {NUMBER}, has been replaced by {OTHER}</p>",
    "<p>0114 496 0122</p>", "<p>0114 496 01234</p>", "<p>Charity number 0114 496 0123</p>",
    "<p>https://a.example/01144960123</p>",
])
def test_anything_else_on_it_vouches_for_nothing(body: str) -> None:
    """Another number, a fax number, one that nobody sees, one that the page says has ended."""
    assert vouched(facts(page(body))) == ""


@pytest.mark.parametrize("body", [
    f"<p>Press office: {NUMBER}</p>", f"<p>Text GIVE5 to {NUMBER}</p>", f"<p>Call {OTHER}. Switchboard: {NUMBER}</p>",
    f"<h2>Other local services</h2><p>Turning Tide: {NUMBER}</p>", f"<p>Call {OTHER}</p><p>Fax {NUMBER}</p>",
    f"<p>{NUMBER} is no longer ours.</p>", f"<p><del>{NUMBER}</del> {OTHER}</p>",
])
def test_a_number_that_is_somebody_elses_is_not_the_entrys(body: str) -> None:
    """It stands there beside words that say whose it is, or that seem to say that it has ended."""
    assert vouched(facts(page(body))) == ""


def test_a_switchboard_vouches_where_the_page_gives_no_other_number() -> None:
    """Whoever rings it is put through."""
    assert vouched(facts(page(f"<p>Switchboard: {NUMBER}</p>"))) == WHERE.format(make.URL)


def test_a_helpline_in_a_box_vouches_for_no_entry_that_does_not_name_it() -> None:
    """Nor does it speak against it: a person is asked."""
    held = replace(make.phone("116 123"), normalised="116123")
    box = page("<footer>In crisis? Call Samaritans on 116 123.</footer>")
    assert told(facts(box, services=[entry(held)])) == [(BY_HAND, "contact-not-vouched")]
    assert told(facts(box, services=[entry(held, name="Samaritans choir")])) == [(OK, "")]


def test_a_page_of_plain_text_is_read() -> None:
    """Leaflets are kept so; one that was cut says nothing of what it does not give."""
    leaflet = f"WEDNESDAY CHOIR\nBorchester Singers\n{PROSE * 3}\nTelephone {NUMBER}\nteam@club.example"
    text = replace(make.visit(), page=read_page(leaflet.encode(), content_type="text/plain", url=make.URL))
    held = entry(make.phone(NUMBER), make.email(BOX))
    assert told(facts(text, services=[held])) == [(OK, ""), (OK, "")]
    other = entry(make.phone(OTHER))
    assert told(facts(text, services=[other])) == [(CAUTION, "contact-not-on-page")]
    cut = replace(text, page=read_page((leaflet + "x " * 9_000).encode(), content_type="text/plain", url=make.URL))
    assert told(facts(cut, services=[other])) == [(BY_HAND, "contact-not-vouched")]


def test_a_mailbox_is_vouched_for_whatever_its_capitals() -> None:
    """Mailboxes are compared in small letters."""
    held = make.email(BOX)
    assert vouched(facts(page("<a href='mailto:Team@CLUB.example?subject=Hi'>Write</a>"), services=[entry(held)]))
    assert not vouched(facts(page("<p>other.team@club.example team@club.example.org</p>"), services=[entry(held)]))


@pytest.mark.parametrize(("body", "ok"), [
    ("Ask Ann Invented.", True), ("ANN  INVENTED runs it", True), ("Ask Ann.", False), ("Joann Invented", False),
    ("Ann Inventedson", False), ("Invented, Ann", False), ("Ann and Bob Invented", False),
])
def test_a_person_is_vouched_for_by_the_whole_name(body: str, ok: bool) -> None:
    """Half a name is another person's."""
    assert bool(vouched(facts(page(f"<p>{body}</p>"), services=[entry(make.person())]))) is ok


def test_one_name_is_nobody() -> None:
    """“Grace” is on many pages."""
    held = make.person("Grace")
    assert told(facts(page("<p>Grace</p>"), services=[entry(held)]))[0][0] is BY_HAND


def test_a_page_that_moved_speaks_from_where_it_is_now() -> None:
    """The sentence names the new address."""
    there = "https://club.example/groups/choir"
    assert vouched(facts(page(CALL, make.URL, (301, there)))) == WHERE.format(there)


SPOILT: dict[str, Visit] = {
    "parked": of_page(pages.html(
        f"<h1>club.example</h1><p>The domain club.example is for sale. Buy this domain.</p>{CALL}",
        title="club.example is for sale")),
    "taken over": of_page(pages.html(
        "<h1>Best Non GamStop Casinos 2026</h1><h2>Free spins and bonuses</h2><p>Play slots and roulette at the best "
        f"casino. Casino bonus for new players.</p>{CALL}", title="Best Online Casino UK | Top Slots")),
    "not found with 200": of_page(pages.html(
        pages.MENU + f"<main><h1>Page not found</h1><p>If you typed the web address, check it is correct. If you "
        f"pasted the web address, check you copied the entire address.</p></main>{CALL}",
        title="Page not found - Borchester")),
    "closed": page(f"<p>The Wednesday Choir has now closed. Thank you to everybody who came.</p>{CALL}"),
    "a holding page": of_page(pages.html(f"<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is "
                                         f"successfully installed and working.</p>{CALL}", title="Welcome to nginx!")),
    "under maintenance": of_page(pages.html(f"<h1>Down for maintenance</h1>{CALL}", title="Borchester Singers")),
    "behind a sign-in": page(CALL, status=401),
    "turned away": page(CALL, status=403),
    "a guard's": page(CALL, headers={"cf-mitigated": "challenge"}),
    "not found": page(CALL, status=404),
    "gone": page(CALL, status=410),
    "a server that is ill": page(CALL, status=500),
    "broken off": replace(page(CALL), failure=Failure.RESET, cause="reset"),
    "led to a casino": of_page(pages.html(f"<h1>Casino slots</h1><p>Casino bonus, roulette, betting.</p>{CALL}",
                                          title="Best Online Casino"), make.URL, (302, "https://casino.example/")),
    "a cookie wall": walls.seen(walls.html(
        "<h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on your device, such "
        "as cookies, and process personal data, with your consent. Your choices apply to this site only. See our "
        f"privacy policy.</p><button>Accept all</button>{CALL}")),
}


@pytest.mark.parametrize("visit", SPOILT.values(), ids=SPOILT)
def test_a_page_whose_link_does_not_work_vouches_for_nothing(visit: Visit) -> None:
    """Even if it shows the number, and whatever it gives instead is not suggested."""
    of = facts(visit)
    assert told(of) == [(BY_HAND, "contact-not-vouched")]
    assert own_pages(of, link_verdicts(of, judge(of))) == {}
    other = facts(visit, services=[entry(make.phone(OTHER))])
    assert told(other) == [(BY_HAND, "contact-not-vouched")]


def test_a_page_of_another_subject_vouches_for_nothing() -> None:
    """The choir's address sells kitchens now, and its number stands there for some reason."""
    kitchens = ("Granite worktops, oak cupboards and brass taps at factory prices. Our fitters measure your kitchen "
                "and install it within four weeks. Finance available. Visit the showroom, open seven days. ") * 3
    old = replace(page(CALL), at="2025-11-21T10:05:00.000Z")
    now = pages.html(f"<h1>Oak &amp; Brass</h1><p>{kitchens}</p>{CALL}", title="Oak & Brass: fitted kitchens")
    of = facts(of_page(now))
    of = replace(of, earlier=replace(of.earlier, baseline={make.URL: old}))
    assert told(of) == [(BY_HAND, "contact-not-vouched")]


@pytest.mark.parametrize("canaries", [(), make.AWAY, (make.good(0, "before"), make.bad(9, "after"))])
def test_what_a_dead_network_showed_vouches_for_nothing(canaries: tuple[CanaryRound, ...]) -> None:
    """A sign-in page of a café could show any number, and so could a cache."""
    assert told(facts(page(CALL), canaries=canaries)) == [(BY_HAND, "contact-not-vouched")]


def test_a_contact_page_of_a_dead_network_vouches_for_nothing() -> None:
    """The page that the entry links to came before the network failed; the page about contact after it."""
    rounds = (make.good(0, "before"), make.good(6), make.bad(9, "after"))
    assert told(facts(page(linked("/contact|Contact us")), contact_page(CALL), canaries=rounds))[0][0] is BY_HAND


def test_the_number_on_another_entrys_page_vouches_for_nothing() -> None:
    """Each entry's own pages speak for it, though both stand at one site."""
    band = entry(make.phone(NUMBER, row=3), url="https://club.example/band", row=3, name="Friday Band")
    of = facts(page(CALL), page("", "https://club.example/band", title="Friday Band"), services=[entry(), band])
    assert told(of) == [(OK, ""), (BY_HAND, "contact-not-vouched")]


def test_a_page_that_two_entries_share_speaks_for_both() -> None:
    """Each is asked for its own number."""
    other = entry(make.phone(OTHER, row=3), row=3)
    assert told(facts(page(CALL), services=[entry(), other])) == [(OK, ""), (CAUTION, "contact-not-on-page")]
    both = page(f"{CALL}<p>or {OTHER}</p>")
    assert told(facts(both, services=[entry(), other])) == [(OK, ""), (OK, "")]


def test_two_rows_that_share_a_key_do_not_lend_each_other_their_pages() -> None:
    """Copies of a row keep its Service ID until somebody mends it."""
    rows = [entry(row=2, key="same"), entry(url="https://club.example/band", row=3, key="same")]
    assert told(facts(page(CALL), page("", "https://club.example/band"), services=rows)) == [
        (OK, ""), (BY_HAND, "contact-not-vouched")]


def test_an_entry_without_a_link_has_no_page() -> None:
    """Nothing of the web vouches for it."""
    assert told(facts(page(CALL), services=[entry(), entry(url="", row=3)]))[1][0] is BY_HAND


def test_a_retired_entry_is_told_so() -> None:
    """Its number is asked of nobody, and no page about contact is looked for."""
    of = facts(page(CALL), services=[entry(Status="retired")])
    assert told(of) == [(ContactVerdict.NOT_CHECKED, "")]


def test_the_newest_look_counts() -> None:
    """A number that stood there in the morning and is gone at noon is vouched for no more."""
    assert vouched(facts(page("", minute=4), page(CALL))) != ""
    assert vouched(facts(page(CALL, minute=4), page(""))) == ""


def test_the_day_is_that_of_the_look() -> None:
    """A review may take weeks; the sentence says when the page was seen."""
    run = make.moment(0, 10)
    rounds = (*make.STEADY, make.good(0, "before", day=10, run=run), make.good(30, "after", day=10, run=run))
    assert vouched(facts(page(CALL, day=10, run=run), canaries=rounds)).endswith("seen on 10 November 2026.")


@pytest.mark.parametrize(("day", "name", "ok"), [
    (21, "Wednesday Choir", True), (10, "Wednesday Choir", True), (21, "Crisis choir", True),
    (10, "Crisis choir", False),
])
def test_what_was_seen_longer_ago_than_the_cycle_says_nothing_of_today(day: int, name: str, ok: bool) -> None:
    """A review's folder may be gone on with for months; a crisis line's page must be newer than a choir's."""
    run = make.moment(0, day)
    rounds = (make.good(0, "before", day=day, run=run), make.good(30, "after", day=day, run=run))
    visit = page(CALL, day=day, run=run, title=f"{name} | Borchester Singers")
    of = facts(visit, services=[entry(name=name)], canaries=rounds, today=date(2027, 2, 15))
    assert bool(vouched(of)) is ok
    assert not vouched(replace(of, today=date(2027, 12, 1)))


def test_a_page_about_contact_speaks_for_the_entry() -> None:
    """It is named with its own address and day."""
    assert vouched(facts(page(linked("/contact|Contact us")), contact_page(CALL))) == WHERE.format(CONTACT)


@pytest.mark.parametrize("visit", [
    contact_page(CALL, CONTACT, (302, "https://other.example/contact")), contact_page(CALL, status=404),
    contact_page(CALL, status=403), contact_page(CALL, status=500),
    contact_page(CALL, status=None, failure=Failure.ROBOTS),
    replace(contact_page(CALL), failure=Failure.RESET, cause="reset"),
    contact_page(f"<p>{NUMBER} is no longer in use.</p>"),
    contact_page(CALL, "https://club.example/imprint"),
    pages.seen(pages.html(pages.MENU + f"<main><h1>Page not found</h1><p>If you typed the web address, check it is "
                          f"correct.</p></main>{CALL}", title="Page not found - Borchester"), CONTACT,
               purpose=Purpose.CONTACT_PAGE, minute=8),
])
def test_a_page_about_contact_that_is_none_vouches_for_nothing(visit: Visit) -> None:
    """One that leads to another host, did not come, was not found, or that the entry's page does not link to."""
    assert told(facts(page(linked("/contact|Contact us")), visit))[0][0] is not OK


def test_a_redirect_within_the_site_is_followed() -> None:
    """/contact is often a short way to a longer address; www. is no other site."""
    there = "https://www.club.example/about/contact-us"
    of = facts(page(linked("/contact|Contact us")), contact_page(CALL, CONTACT, (301, there)))
    assert vouched(of) == WHERE.format(there)


def test_a_page_about_contact_alone_speaks_for_nobody() -> None:
    """Where the entry's own link does not work, nothing of its site vouches."""
    for spoilt in (SPOILT["parked"], SPOILT["not found"], SPOILT["closed"]):
        with_link = replace(spoilt, page=replace(spoilt.page, links=((CONTACT, "Contact us"),)))
        assert told(facts(with_link, contact_page(CALL)))[0][0] is BY_HAND


def ways(*links: str, url: str = make.URL) -> list[str]:
    """The addresses that a page with these links leads to for contact."""
    return list(contact_links(facts(), page(linked(*links), url)))


@pytest.mark.parametrize(("links", "kept"), [
    (["/a|Contact us"], ["/a"]), (["/contact|Say hello"], ["/contact"]), (["/contact-us/|x"], ["/contact-us/"]),
    (["/get_in_touch|x"], ["/get_in_touch"]), (["/a|CONTACT US"], ["/a"]), (["/a|Contact  \n us"], ["/a"]),
    (["/x|Opening times", "/y|Contact us"], ["/y", "/x"]),
    (["/x|Referrals", "/y|Get in touch", "/z|Contact us"], ["/z", "/y"]),
    (["/contact|Contact us", "/contact/|Contact", "/contact#map|Contact us"], ["/contact"]),
    (["/a#form|Contact us"], ["/a"]), (["/choir|Contact us"], []), (["#contact|Contact us"], []),
    (["/|Contact us"], ["/"]),
    (["https://www.club.example/a|Contact us"], []), (["https://other.example/a|Contact us"], []),
    (["mailto:team@club.example|Contact us"], []), (["tel:01144960123|Contact us"], []),
    (["/contact.pdf|Contact us"], []),
    (["/contact.html|Contact us"], ["/contact.html"]), (["/contact.aspx|x"], ["/contact.aspx"]),
    (["/a|Contactless cards"], []),
    (["/a|If you want to know more about this please contact us today"], []),
    (["/why-you-should-always-contact-a-lawyer-early|x"], []),
    (["/a|News", "/b|About us", "/c|Donate"], []), ([], []), (["/a|Refer"], ["/a"]), (["/a|Refer a friend"], []),
    (["/a|Contact lenses", "/contact-lenses|x"], []), (["/a|Family contact centre", "/b|Supervised contact"], []),
    (["/a|Customer contact centre"], ["/a"]), (["/a|Contracts", "/b|Contractors"], []),
])
def test_links_that_say_contact_are_found(links: list[str], kept: list[str]) -> None:
    """At most two, of the site's own pages, the plainest words first; the page itself is not among them."""
    assert ways(*links) == [f"https://club.example{path}" for path in kept]


def test_without_a_table_no_link_is_about_contact() -> None:
    """Facts made by hand hold no words for it."""
    assert contact_links(make.facts(), page(linked("/contact|Contact us"))) == ()


def test_a_number_is_compared_as_the_register_compares_it() -> None:
    """E.164, or the digits of a short code; what is no whole number is nobody's."""
    ways = "".join(f"<a href='tel:{number}'>x</a>" for number in ("0114 496 0123", "116 123", "640777", "12"))
    assert numbers_on(page(ways).page) == {"+441144960123", "116123"}


def web_of_choirs(rules: str = "Disallow:") -> LoopbackWeb:
    """A site with three groups, a menu that leads to two pages about contact, and rules for programs."""
    menu = linked("/contact|Contact us", "/talk-to-us|Get in touch", "/find-us|Find us")
    group = [{"title": "Wednesday Choir", "html": pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE * 3}</p>{menu}",
                                                            title="Wednesday Choir | Borchester Singers")}]
    answer = [{"title": "Contact us", "html": pages.html(f"<h1>Contact us</h1><p>{pages.PROSE}</p>{CALL}")}]
    return looking.web_of({"club.example": {"pages": {
        "/robots.txt": [{"text": f"User-agent: *\n{rules}"}], "/choir": group, "/band": group, "/drums": group,
        "/contact": answer, "/talk-to-us": answer, "/find-us": answer}}})


def gathered(register: Register, site: LoopbackWeb) -> looking.Gathered:
    """A whole gathering, with the looks that the kit itself wants."""
    found = looking.Gathered()
    known = facts().known

    def wanted(visits: Sequence[Visit], rounds: Sequence[CanaryRound]) -> tuple[Look, ...]:
        return next_looks(Facts(register, make.TODAY, tuple(visits), tuple(rounds), known=known))

    network = Network(names=looking.names_of(site.ports), authority=site.authority, pace=looking.PACE,
                              use_proxies=False)
    found.outcome = gather(wanted, settings=looking.SETTINGS, network=network, on_fact=found.facts.append,
                                   on_progress=found.progress.append, should_stop=lambda: False)
    return found


def groups(settings: Settings = looking.SETTINGS) -> Register:
    """Three entries of one site."""
    return make.register(*(entry(make.phone(NUMBER, row=row), url=f"https://club.example/{path}", row=row)
                           for row, path in enumerate(("choir", "band", "drums"), 2)), settings=settings)


def test_two_pages_about_contact_are_looked_at_for_all_entries_of_a_site() -> None:
    """However many entries link to it, and robots.txt is asked once."""
    with web_of_choirs() as site:
        found = gathered(groups(), site)
        looked = [path for host, path in site.requests if host == "club.example"]
    assert sorted(looked) == ["/band", "/choir", "/contact", "/drums", "/robots.txt", "/talk-to-us"]
    of = replace(facts(*found.visits, services=groups().services), canaries=tuple(found.rounds))
    assert set(told(of)) == {(OK, "")}


def test_robots_txt_is_obeyed_for_pages_about_contact() -> None:
    """Nobody registered them: a site that asks programs to stay away is left alone, and the number is for a person."""
    with web_of_choirs("Disallow: /contact\nDisallow: /talk-to-us\nDisallow: /find-us") as site:
        found = gathered(groups(), site)
        looked = {path for host, path in site.requests if host == "club.example"}
    assert looked == {"/choir", "/band", "/drums", "/robots.txt"}
    assert {found.last(url).failure for url in (CONTACT, TALK)} == {Failure.ROBOTS}
    of = replace(facts(*found.visits, services=groups().services), canaries=tuple(found.rounds))
    assert set(told(of)) == {(BY_HAND, "contact-not-vouched")}


@pytest.mark.parametrize(("council", "url", "provider", "repeats"), [
    ("Derby City Council", "https://www.derby.gov.uk/care-leavers", "Kooth", True),
    ("Derby City Council", "https://www.derby.gov.uk/care-leavers", "Derby City Council", False),
    ("Derby City Council", "https://www.derby.gov.uk/care-leavers", "Leaving Care Service", False),
    ("Derby City Council", "https://www.derbyshire.gov.uk/x", "Kooth", False),
    ("Derby City Council", "https://www.kooth.com/", "Kooth", False),
    ("Derby City Council", "https://derbytheatre.co.uk/", "Derby Theatre", False),
    ("North Lincolnshire Council", "https://www.northlincs.gov.uk/x", "Kooth", True),
    ("London Borough of Camden", "https://www.camden.gov.uk/x", "Kooth", True),
    ("", "https://www.derby.gov.uk/x", "Kooth", False),
    ("Derby City Council", "https://www.gov.uk/x", "Kooth", False),
])
def test_the_councils_own_page_is_nobody_elses_word(council: str, url: str, provider: str, repeats: bool) -> None:
    """It may have been copied from this register, so it vouches for the council's own entries alone."""
    of = make.register(make.service(make.link(url)), settings=Settings(council=council))
    service = replace(of.services[0], provider=f"{provider}\n{url}")
    assert repeats_the_council(of, service, url) is repeats
