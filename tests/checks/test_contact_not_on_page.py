"""contact-not-on-page: the entry's own pages do not give its number or address, and give another."""

from dataclasses import replace
from typing import Any

import pytest

from review_kit.checks.contact_not_on_page import CHECK
from review_kit.looks import next_looks
from review_kit.model import (
    EXTRA_LOOKS,
    EXTRA_PURPOSES,
    Answer,
    Contact,
    ContactVerdict,
    Failure,
    Look,
    Purpose,
    Says,
    Service,
    Severity,
    Visit,
)
from review_kit.own_pages import CONTACT_PAGES, LONG
from review_kit.verdicts import judge

from . import facts as make
from .speaking import (
    BOX,
    CONTACT,
    KEY,
    NUMBER,
    OTHER,
    OTHER_BOX,
    OTHER_KEY,
    TALK,
    TEAM,
    THIRD,
    contact_page,
    entry,
    facts,
    found,
    heard,
    linked,
    page,
    replied,
    told,
)

OK, BY_HAND, CAUTION = ContactVerdict.OK, ContactVerdict.BY_HAND, ContactVerdict.CAUTION
TOLD, NOT_TOLD = (CAUTION, CHECK.name), (BY_HAND, "contact-not-vouched")
INSTEAD = page(f"<p>Call us on {OTHER}</p>")
MENU = linked("/contact|Contact us", "/talk-to-us|Get in touch")
MAIL = entry(make.email(BOX))


def many(count: int) -> str:
    """A page's text with so many numbers."""
    return "".join(f"<p>Group {n}: 0114 496 0{n + 200}</p>" for n in range(count))


def test_another_number_on_the_page_is_told_with_the_page_and_its_day() -> None:
    """One number is suggested; nobody is told that the entry's is wrong."""
    finding, = found(CHECK, facts(INSTEAD))
    assert finding.what_we_saw == f"The service's own page does not give this number; it gives {OTHER}."
    assert finding.what_to_do == "Try both, and keep the one at which this service answers."
    assert finding.suggestion == OTHER
    assert finding.evidence == (
        f"The cell says “{NUMBER}”. We read {make.URL}, seen on 21 November 2026: {OTHER}.")
    assert finding.basis == (("normalised", KEY), ("given", OTHER_KEY))
    assert (finding.severity, finding.verdict) == (Severity.CAUTION, CAUTION)
    assert told(facts(INSTEAD)) == [TOLD]


@pytest.mark.parametrize(("count", "words"), [
    (2, "0200 and"), (3, "0200, 0114 496 0201 and"), (6, "0114 496 0204 and"),
])
def test_several_are_all_named_and_none_suggested(count: int, words: str) -> None:
    """A person tries them."""
    finding, = found(CHECK, facts(page(many(count))))
    assert words in finding.what_we_saw
    assert finding.suggestion == ""


@pytest.mark.parametrize("count", [7, 12, 60])
def test_a_directory_gives_nothing_instead(count: int) -> None:
    """None of its numbers stands in the place of another."""
    assert told(facts(page(many(count)))) == [NOT_TOLD]


def test_a_directory_vouches_for_the_number_that_stands_in_it() -> None:
    """Among sixty, too: the entry links to it."""
    assert told(facts(page(f"<p>{NUMBER}</p>{many(30)}"))) == [(OK, "")]


@pytest.mark.parametrize("body", [
    f"<p>{NUMBER}</p><p>{OTHER}</p>", "<p>No number here.</p>", f"<p>Fax: {OTHER}</p>", "<p>Samaritans: 116 123</p>",
    "<p>In an emergency call 999, or NHS 111.</p>",
    "<p>Childline 0800 1111, Papyrus 0800 068 4141, CALM 0800 58 58 58</p>",
    "<p>Text SHOUT to 85258</p>", f"<p>{OTHER} is no longer in use.</p>", "<p>Text CHOIR to 70085 to give £5.</p>",
    "<p>Charity number 1144960. Company number 01144960.</p>", f"<!-- {OTHER} -->",
    "<p>Ring +33 1 42 68 53 00 from France</p>",
    f"<script>const phone = '{OTHER}'</script>", "<a href='tel:12'>x</a><a href='tel:640777'>x</a>",
])
def test_what_could_not_stand_in_its_place_is_not_told(body: str) -> None:
    """Helplines, everybody's numbers, numbers for faxes, gifts and texts, and those that have ended themselves."""
    assert found(CHECK, facts(page(body))) == []


def test_a_text_numbers_place_is_taken_by_a_text_number() -> None:
    """85258 is Shout's and known; an entry with a short code of its own is compared with short codes."""
    held = replace(make.phone("60777"), normalised="60777")
    assert told(facts(page(f"<p>Call {OTHER}</p>"), services=[entry(held)])) == [NOT_TOLD]
    finding, = found(CHECK, facts(page("<p>Text CHOIR to 62277</p>"), services=[entry(held)]))
    assert finding.suggestion == "62277"


@pytest.mark.parametrize("body", [
    f"<p>Press office: {OTHER}</p>", f"<p>Switchboard {OTHER}</p>", f"<p>Out of hours: {OTHER}</p>",
    f"<p>Text us on {OTHER}</p>", "<a href='https://wa.me/441144960100'>WhatsApp</a>",
    f"<p>Website by Pixel Barn {OTHER}</p>", f"<p>Hall hire: {OTHER}</p>",
    f"<p>If you smell gas call the Gas Emergency Service on {OTHER}</p>",
])
def test_a_number_that_is_for_something_else_is_not_given_instead(body: str) -> None:
    """Journalists', the whole house's, the night's, and those for messages."""
    assert told(facts(page(body))) == [NOT_TOLD]


def test_of_many_teams_the_one_that_the_entry_names_is_given() -> None:
    """However long the list, and though the register's own number stands there as another team's."""
    teams = "".join(f"<h2>{name}</h2><p>0114 496 0{n}</p>" for n, name in enumerate(
        ("Audiology", "Continence", "Dietetics", "Epilepsy", "Orthoptics", "Physiotherapy", "Podiatry", "Speech"), 200))
    held = entry(make.phone("0114 496 0203"), name="Dietetics")
    finding, = found(CHECK, facts(page(teams, title="Wednesday Choir"), services=[held]))
    assert finding.suggestion == "0114 496 0202"


def test_a_text_number_is_given_instead_of_a_text_number_alone() -> None:
    """The entry says what its number is for."""
    held = replace(entry(), provider=f"Borchester Singers\nText {NUMBER}")
    finding, = found(CHECK, facts(page(f"<p>Text us on {OTHER} or call {THIRD}</p>"), services=[held]))
    assert finding.suggestion == OTHER
    assert told(facts(page(f"<p>Call {THIRD}</p>"), services=[held])) == [NOT_TOLD]


def test_one_contact_that_stands_there_is_enough() -> None:
    """Of an entry with two numbers the page gives one; the other may be its night line."""
    of = facts(page(f"<p>{OTHER} or {THIRD}</p>"), services=[entry(make.phone(NUMBER), make.phone(OTHER))])
    assert told(of) == [NOT_TOLD, (OK, "")]
    apart = facts(INSTEAD, services=[entry(make.phone(NUMBER), make.email(BOX))])
    assert told(apart) == [TOLD, NOT_TOLD]


def test_two_contacts_that_do_not_stand_there_are_both_told() -> None:
    """Each with what the page gives."""
    of = facts(INSTEAD, services=[entry(make.phone(NUMBER), make.phone(THIRD))])
    assert told(of) == [TOLD, TOLD]


def test_a_mailbox_is_told_likewise() -> None:
    """With the word for it."""
    finding, = found(CHECK, facts(page(f"<a href='mailto:{OTHER_BOX}'>Write</a>"), services=[MAIL]))
    assert finding.what_we_saw == f"The service's own page does not give this address; it gives {OTHER_BOX}."
    assert finding.suggestion == OTHER_BOX


@pytest.mark.parametrize("address", [
    "jane.smith@club.example", "j.smith@club.example", "jane_smith@club.example", "jane-smith@club.example",
    "jane@club.example",
    "smith.j@club.example", "janesmith@club.example", "jsmith@club.example", "jane.smith2@nhs.net", "dderby9@nhs.net",
    "press@club.example", "dpo@club.example", "webmaster@club.example", "noreply@club.example", "no-reply@club.example",
    "fundraising@club.example", "jobs@club.example", "pressoffice@club.example", "data-protection@club.example",
    "hr@club.example",
    "complaints@club.example", "foi@club.example", "name@example.org", "you@example.com", "postmaster@club.example",
])
def test_a_persons_mailbox_or_one_for_others_is_never_suggested(address: str) -> None:
    """Nobody's name is printed, and young people are not sent to journalists' or the website's mailbox."""
    assert told(facts(page(f"<a href='mailto:{address}'>Write</a>"), services=[MAIL])) == [NOT_TOLD]
    both = page(f"<p>{address} {OTHER_BOX}</p>")
    finding, = found(CHECK, facts(both, services=[MAIL]))
    assert finding.suggestion == OTHER_BOX
    assert address not in finding.what_we_saw + finding.evidence


def test_the_entrys_page_comes_before_a_page_about_contact() -> None:
    """A page about contact often gives the switchboard."""
    plain = page(MENU)
    finding, = found(CHECK, facts(plain, contact_page(f"<p>{OTHER}</p>")))
    assert (finding.suggestion, CONTACT in finding.evidence) == (OTHER, True)
    finding, = found(CHECK, facts(page(f"{MENU}<p>{THIRD}</p>"), contact_page(f"<p>{OTHER}</p>")))
    assert (finding.suggestion, make.URL in finding.evidence) == (THIRD, True)
    assert told(facts(page(f"{MENU}<p>{THIRD}</p>"), contact_page(f"<p>{NUMBER}</p>"))) == [(OK, "")]


def test_a_number_of_the_whole_site_is_not_given_instead() -> None:
    """The council's switchboard stands at the foot of every page, beside each service's own number or without one."""
    foot = f"<footer>Borchester Council {THIRD}</footer>"
    band = entry(make.phone(OTHER, row=3), url="https://club.example/band", row=3, name="Friday Band")
    choir, friday = page(foot), page(f"<p>Call {OTHER}</p>{foot}", "https://club.example/band", title="Friday Band")
    assert told(facts(choir, friday, services=[entry(), band])) == [NOT_TOLD, (OK, "")]
    mailed = entry(make.email("band@club.example", row=3), url="https://club.example/band", row=3, name="Friday Band")
    own, other = page(f"<p>{OTHER_BOX}</p>"), page(f"<p>band@club.example {OTHER_BOX}</p>", "https://club.example/band")
    assert told(facts(own, other, services=[MAIL, mailed])) == [NOT_TOLD, (OK, "")]


def test_a_new_number_of_a_whole_site_is_told() -> None:
    """A charity that changed its number did so in all its entries: none of their old ones stands anywhere."""
    band = entry(make.phone(NUMBER, row=3), url="https://club.example/band", row=3, name="Friday Band")
    shared = f"<footer>Call {THIRD}</footer>"
    of = facts(page(shared), page(shared, "https://club.example/band", title="Friday Band"), services=[entry(), band])
    assert told(of) == [TOLD, TOLD]


def test_of_a_switchboard_alone_a_person_is_asked() -> None:
    """Where no other entry of its site stands beside it, nothing tells it from a new number."""
    finding, = found(CHECK, facts(page(f"<footer>Borchester Council {THIRD}</footer>")))
    assert finding.severity is Severity.CAUTION
    assert finding.what_to_do.startswith("Try both")


def test_a_page_that_was_not_searched_to_the_end_says_nothing_of_what_it_does_not_give() -> None:
    """Reading was stopped, or the page is so long that only its two ends were searched."""
    cut = replace(INSTEAD, page=replace(INSTEAD.page, truncated=True))
    long = page(f"<header>{OTHER}</header><p>{'word ' * 12_000}</p><p>Choir: {NUMBER}</p><p>{'word ' * 12_000}</p>")
    assert long.page.words > LONG
    for visit in (cut, long):
        of = facts(visit)
        assert told(of) == [NOT_TOLD]
        assert "does not stand on" not in " ".join(finding.evidence for finding in judge(of))


@pytest.mark.parametrize("answers", [
    [heard(Says.RIGHT)], [replied(Says.RIGHT)], [heard(Says.DEAD)], [heard(Says.CHANGED, text=OTHER)],
    [heard(Says.NOBODY)],
    [heard(Says.OTHERS)], [heard(Says.CLOSED)],
])
def test_what_somebody_heard_weighs_more_than_a_page(answers: list[Answer]) -> None:
    """A call says who answers; what it came to is told by the checks of calls."""
    assert found(CHECK, facts(INSTEAD, answers=answers)) == []


@pytest.mark.parametrize("answers", [
    [heard(Says.RIGHT, "2025-11-20")], [heard(Says.RIGHT, "2026-11-22")], [heard(Says.RIGHT, undone_on="2026-11-21")],
    [heard(Says.RIGHT, about=OTHER_KEY)], [heard(Says.RIGHT, key="svc-9")], [replied(Says.RIGHT, asked="other words")],
    [replied(Says.CHANGED)],
])
def test_an_answer_that_counts_for_nothing_takes_nothing_away(answers: list[Answer]) -> None:
    """Older than the cycle, of tomorrow, undone, about another number or entry, about other words."""
    assert told(facts(INSTEAD, answers=answers)) == [TOLD]


def test_an_assured_entry_is_left_alone() -> None:
    """A role that assured it within the cycle vouches for it."""
    assured = entry(Assured_on="2026-11-01", Assured_by=TEAM)
    assert told(facts(INSTEAD, services=[assured])) == [(OK, "")]


@pytest.mark.parametrize("held", [
    make.phone(NUMBER, problem="too long"), make.person(), make.email("x", problem="no @"),
])
def test_what_cannot_be_rung_or_written_to_is_told_by_others(held: Contact) -> None:
    """A faulty number has its own check; a person is not a number."""
    assert found(CHECK, facts(page(f"<p>{OTHER} {OTHER_BOX}</p>"), services=[entry(held)])) == []


def test_a_retired_entry_is_not_asked() -> None:
    """Nobody rings what is no longer published."""
    of = facts(INSTEAD, services=[entry(Status="retired")])
    assert found(CHECK, of) == []
    assert make.wanted(CHECK, of) == []


def test_the_same_run_twice_gives_the_same() -> None:
    """Whatever the order in which numbers were found on the page."""
    of = facts(page(f"<p>{THIRD}</p><a href='tel:{OTHER}'>x</a>"))
    again = facts(page(f"<p>{OTHER}</p><a href='tel:{THIRD}'>x</a>"))
    assert found(CHECK, of) == found(CHECK, of)
    assert found(CHECK, of)[0].basis == found(CHECK, again)[0].basis


def looks(*visits: Visit, **more: Any) -> list[str]:
    """The pages about contact that are wanted."""
    return [look.url for look in next_looks(facts(*visits, **more)) if look.purpose is Purpose.CONTACT_PAGE]


def test_a_page_that_lacks_the_number_asks_for_its_pages_about_contact() -> None:
    """Two of the same site at most, each with the reason that is kept beside what it shows."""
    assert looks(page(MENU)) == [CONTACT, TALK]
    assert make.wanted(CHECK, facts(page(MENU)))[0] == Look(
        CONTACT, Purpose.CONTACT_PAGE, "the entry holds a number or address that is not on the page it links to")


@pytest.mark.parametrize("visits", [
    (page(f"{MENU}<p>{NUMBER}</p>"),), (page("<p>No links.</p>"),), (page(MENU, status=404),),
    (page(MENU, status=500),),
    (replace(page(MENU), failure=Failure.RESET, cause="reset"),), (),
])
def test_nothing_is_looked_for_where_nothing_is_missing_or_nothing_came(visits: tuple[Visit, ...]) -> None:
    """The number stands there, there is no such page, or the link itself did not answer."""
    assert looks(*visits, services=[entry()]) == []


@pytest.mark.parametrize("of", [
    entry(Assured_on="2026-11-01", Assured_by=TEAM), entry(make.person()),
    entry(make.phone(NUMBER, problem="too long")),
    entry(Status="retired"), make.service(make.link()),
])
def test_nothing_is_looked_for_where_nobody_asks(of: Service) -> None:
    """Somebody vouches for it already, it is no number, or nobody publishes it any more."""
    assert looks(page(MENU), services=[of]) == []


def test_a_confirmed_number_asks_for_no_page() -> None:
    """Nobody needs to look for what somebody has heard."""
    assert looks(page(MENU), answers=[heard(Says.RIGHT)]) == []


def test_a_dead_network_asks_for_no_page() -> None:
    """What it showed of links is nobody's page."""
    assert looks(page(MENU), canaries=make.AWAY) == []


@pytest.mark.parametrize("second", [
    contact_page(""), contact_page("", status=404), contact_page("", CONTACT, (302, "https://other.example/")),
    contact_page("", status=None, failure=Failure.ROBOTS),
])
def test_each_page_is_looked_at_once_whatever_came(second: Visit) -> None:
    """A site is not asked again for what it answered, or forbade."""
    assert looks(page(linked("/contact|Contact us")), second) == []


def test_two_pages_a_host_are_looked_at_however_many_entries_link_to_it() -> None:
    """In a whole review; a site of www. is the same one, and another host has its own two."""
    urls = [f"https://{host}club.example/group{n}" for n in range(9) for host in ("", "www.")]
    urls += ["https://other.example/choir"]
    rows = [entry(make.phone(NUMBER, row=row), url=url, row=row) for row, url in enumerate(urls, 2)]
    visits = [page(linked(f"/contact{n}|Contact us", f"/talk{n}|Get in touch"), url) for n, url in enumerate(urls)]
    wanted = looks(*visits, services=rows)
    assert len(wanted) == 2 * CONTACT_PAGES
    assert sum("other.example" in url for url in wanted) == CONTACT_PAGES
    seen = [contact_page("", url) for url in wanted]
    assert looks(*visits, *seen, services=rows) == []


def test_pages_about_contact_take_nothing_from_the_looks_that_settle_a_link() -> None:
    """Each kind has its own budget."""
    extra = [make.visit(f"https://club.example/probe{n}", 404, purpose=Purpose.PROBE) for n in range(EXTRA_LOOKS)]
    assert looks(page(MENU), *extra) == [CONTACT, TALK]
    lost = make.visit("https://club.example/lost/choir-of-old", 404)
    rows = [entry(), make.service(make.link(lost.url, row=3), row=3, name="Choir of old")]
    before = [page(MENU), contact_page(""), contact_page("", TALK), lost, make.browser_like(404, url=lost.url),
              make.front_page()]
    others = [look for look in next_looks(facts(*before, services=rows)) if look.purpose in EXTRA_PURPOSES]
    assert others
    assert all(look.purpose is not Purpose.CONTACT_PAGE for look in others)


def test_a_look_that_a_dead_network_spoilt_is_made_again() -> None:
    """It was paid for once; so is a second try after our own network failed."""
    rounds = (make.good(0, "before"), make.good(6), make.bad(9, "after"))
    spoilt = [contact_page("", url, status=None, failure=Failure.TIMEOUT) for url in (CONTACT, TALK)]
    assert looks(page(MENU), *spoilt, canaries=rounds) == [CONTACT, TALK]
    assert looks(page(MENU), *spoilt) == []
