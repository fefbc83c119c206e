"""Whose a number of a page is, by the words beside it: of people it is not for, of other teams, and of nobody else."""

from dataclasses import replace

import pytest

from review_kit.beside import Beside, beside, is_for_texts
from review_kit.model import ContactKind, Page, Purpose, Service

from .checks import facts as make
from .checks.speaking import KEY, NUMBER, OTHER, OTHER_KEY, THIRD, entry

SAMARITANS = frozenset({"116123"})


def said(text: str, *headings: str, of: Service | None = None, title: str = "Wednesday Choir | Borchester Singers",
         purpose: Purpose = Purpose.REGISTERED) -> Beside:
    """What a page of this text says of its numbers."""
    text = text.replace("{this}", NUMBER).replace("{other}", OTHER).replace("{third}", THIRD)
    visit = replace(make.visit(purpose=purpose), page=Page(title=title, text=text, headings=headings))
    return beside(visit, of or entry(), ContactKind.PHONE, SAMARITANS)


def team(name: str, provider: str = "Borchester NHS Trust") -> Service:
    """An entry for one team of a trust."""
    return replace(entry(name=name), provider=provider)


@pytest.mark.parametrize("text", [
    "Press office: {this}", "Media enquiries {this}", "For the journalists: {this}", "{this} (press only)",
    "Text GIVE5 to {this}", "Text CHOIR to {this} to give £5", "To donate call Sam on {this}",
    "Hall hire: ring the caretaker on {this}", "To hire the hall please contact the Clerk on {this}",
    "Complaints: {this}", "Contact PALS on {this}", "For a chat about this post call Sam on {this}",
    "Website designed by Pixel Barn, tel {this}", "Site by Pixel Barn {this}", "Fax {this}",
    "Worried about a child? Call social care on {this}", "Interested in volunteering? Call Meera on {this}",
    "Take a taxi (Marl Cabs, {this})", "You can contact Ofsted on {this}", "Queries about parking: {this}",
    "We use cookies. Consent is kept by Crumbly Ltd, 4 Bit Street, tel. {this}",
])
def test_a_number_for_people_who_do_not_need_the_service_is_somebody_elses(text: str) -> None:
    """The words lead up to it, or stand right behind it."""
    assert said(text).others.keys() == {KEY}
    assert not said(text).plain


@pytest.mark.parametrize("text", [
    "Call us on {this}", "{this}", "To volunteer, to donate or to sing, ring us on {this}",
    "Home News Donate Tel {this}", "Stories Donate Accessibility tools Free helpline {this}",
    "News Vacancies Call {this}",
    "Coaches are trained in safeguarding. Call the club on {this}", "Press office: {other}. Choir: {this}",
    "Complaints: {this} Choir: {this}", "Tel/Fax: {this}", "Cookies Privacy Tel {this}",
    "Want to give? Call us on {this}", "Call Sam on {this}", "Ask for Ann Invented, {this}",
])
def test_words_that_do_not_lead_up_to_it_say_nothing(text: str) -> None:
    """Menus hold them too; what is said to “us” is the service's own; one place without them is enough."""
    assert KEY in said(text).plain


def test_an_entry_about_such_a_matter_keeps_its_number() -> None:
    """The complaints line is right for the entry about complaints."""
    of = team("Help with complaints", "Candour")
    assert said("Complaints: {this}", of=of, title="Candour").others == {}


def test_the_words_are_kept_for_evidence() -> None:
    """A person sees at once why a page does not vouch."""
    assert said("We sing. Press office: {this}").others == {KEY: "We sing. Press office:"}


def test_of_a_list_of_teams_each_number_is_its_own_teams() -> None:
    """By the words before it, and where the list is so written, behind it."""
    of = team("CAMHS East")
    for text in ("CAMHS East Ings House {this} CAMHS West Dale House {other}",
                 "{this} – CAMHS East {other} – CAMHS West"):
        found = said(text, of=of, title="CAMHS teams - Borchester NHS Trust")
        assert (found.named, set(found.others)) == ({KEY}, {OTHER_KEY})


def test_a_team_under_its_own_heading_takes_no_number_from_another() -> None:
    """It may give none, and its neighbour's is still its neighbour's."""
    of = team("Bladder and bowel nurses")
    text = "Bladder and bowel nurses Ask your doctor. Epilepsy nurses Telephone {this}"
    found = said(text, "Bladder and bowel nurses", "Epilepsy nurses", of=of, title="Nurses - Borchester NHS Trust")
    assert set(found.others) == {KEY}


def test_a_page_of_one_service_has_no_other_teams() -> None:
    """What its title says of everything on it tells no number from another, and an address is no team."""
    text = "Wednesday Choir Call {this} Minibus {other} The Pump House, Weir Lane {third}"
    assert said(text, "Wednesday Choir").others == {}


def test_a_contact_page_that_lists_departments_speaks_for_those_it_names() -> None:
    """Council tax and repairs are nobody's who wants to sing; two numbers are no list."""
    text = "Housing repairs {this} Waste and recycling {other} Educational psychology {third}"
    listed = said(text, title="Contact us | Borchester", purpose=Purpose.CONTACT_PAGE)
    assert {KEY, OTHER_KEY} <= listed.others.keys()
    psychology = said(text, of=team("Educational psychology"), title="Contact us", purpose=Purpose.CONTACT_PAGE)
    assert set(psychology.others) == {KEY, OTHER_KEY}
    few = said("Housing repairs {this} Waste {other}", title="Contact us", purpose=Purpose.CONTACT_PAGE)
    assert few.others == {}


def test_helplines_at_the_foot_make_no_list_of_departments() -> None:
    """They stand on every page."""
    text = "The Pump House, Weir Lane {this} Samaritans 116 123"
    assert said(text, title="Contact us", purpose=Purpose.CONTACT_PAGE).others == {}


@pytest.mark.parametrize(("heading", "text"), [
    ("Other local services", "Turning Tide drug service: {this}"), ("Useful contacts", "Turning Tide {this}"),
    ("News from our neighbours", "To join the Lending Shed ring {this}"),
    ("Latest news", "Coats to give away. Ring Pebbles Nursery on {this}"),
])
def test_what_stands_under_a_heading_about_others_is_theirs(heading: str, text: str) -> None:
    """In a list, or in news that sends people to somebody by name."""
    assert said(f"{heading} {text}", heading).others.keys() == {KEY}
    assert KEY in said(text).plain or "Ring" in text


@pytest.mark.parametrize("text", [
    "Latest news A trip in May! To book call Dev on {this}", "Latest news We have moved. Call us on {this}",
    "Other services Find out more from us on {this}",
])
def test_own_news_keep_their_number(text: str) -> None:
    """One name is a person's, and “us” is the service."""
    heading = "Latest news" if text.startswith("Latest") else "Other services"
    assert said(text, heading).others == {}


@pytest.mark.parametrize("words", ["Switchboard:", "Trust headquarters:", "Customer services:", "Head office:"])
def test_a_switchboard_is_the_whole_houses(words: str) -> None:
    """It is not somebody else's, and no team's own."""
    found = said(f"{words} {{this}}")
    assert (found.house, found.others) == ({KEY}, {})


@pytest.mark.parametrize("words", [
    "Out of hours:", "Minicom:", "Tickets from the box office on", "In another language call",
    "call the Gas Emergency Service on", "Funded by the Larkfield Foundation, 9 Bank Street,",
])
def test_some_numbers_stand_in_the_place_of_no_other(words: str) -> None:
    """They are for some hours or people, or a sentence gives them as another body's."""
    assert said(f"{words} {{this}}").aside == {KEY}


@pytest.mark.parametrize(("words", "texted"), [
    ("Text us on", True), ("SMS:", True), ("WhatsApp us on", True), ("Call or text", False), ("Ring", False),
    ("A text book. Tel", False),
])
def test_a_number_for_messages_is_told_from_one_that_is_rung(words: str, texted: bool) -> None:
    """On the page and in the entry alike."""
    assert (said(f"{words} {{this}}").texted == {KEY}) is texted
    held = replace(entry(), provider=f"Borchester Singers\n{words} {NUMBER}")
    assert is_for_texts(held, held.contacts[0]) is texted


@pytest.mark.parametrize("text", [
    "Press office " * 700, "call the on " * 800 + NUMBER, f"Text GIVE to {NUMBER} to give £5 " * 200,
    f"by The {'Long ' * 1_500} {NUMBER}", f"Tel, {'tel, ' * 1_500}{NUMBER}", f"cookie {'ltd ' * 2_000}{NUMBER}",
])
def test_no_page_holds_the_judgement_up(text: str) -> None:
    """However often words and numbers are repeated, within what a visit keeps."""
    for number in range(5):
        said(f"{number} {text}"[:10_000])
