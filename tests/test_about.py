"""Is a page about a service? By the names, rare words and contacts of its row, its address, and its pasted title."""

from dataclasses import replace

import pytest

from review_kit.about import About, likeness, names, own_names, rare_words
from review_kit.model import Page
from review_kit.stems import stem
from review_kit.traces import brand

from .checks import facts as make
from .checks import notices as pages

URL = "https://riverside.example/step-up"
ROW = pages.row()
REGISTER = make.register(ROW, pages.row(name="Choir for parents", provider="Borchester Council", number=3))


def level(page: Page) -> About:
    """How plainly a page is about Step Up."""
    return likeness(REGISTER, ROW, ROW.links[0], page).level


@pytest.mark.parametrize(("text", "expected"), [
    ("Riverside Youth Trust runs it.", About.PLAINLY), ("We offer Step Up Mentoring.", About.PLAINLY),
    ("A riverside walk with a mentor who steps in.", About.PLAINLY), ("A mentor for a year.", About.SOMETHING),
    ("Bins and parking.", About.NOTHING), ("", About.NOTHING),
])
def test_names_and_two_rare_words_make_it_plain(text: str, expected: About) -> None:
    """A name or two rare words are plain, one is something; kin of a word count as the word."""
    assert level(Page(text=text)) is expected


@pytest.mark.parametrize(("title", "expected"), [
    ("Step Up: mentoring at Riverside", About.PLAINLY), ("Kitchens", About.NOTHING)])
def test_the_pasted_title_is_compared(title: str, expected: About) -> None:
    """The title of the day when the link was pasted is last year's fact."""
    link = pages.pasted("Step Up: mentoring at Riverside")
    assert likeness(REGISTER, ROW, link, Page(title=title)).level is expected


@pytest.mark.parametrize(("provider", "expected"), [
    ("DECC", ("DECC",)), ("Support to make referral to Trent PTS", ("Trent PTS",)),
    ("Access to Creative Mentoring", ("Creative Mentoring",)), ("PA do this where need is identified", ()),
    ("Support to register with Dentist", ()), ("NHS", ()), ("Home - Kooth", ("Kooth",)),
    ("Continuing Care Team (DNHSFT)", ("Continuing Care Team", "DNHSFT")), ("Trust", ()),
    ("Clearwater Advice 01632 960671", ("Clearwater Advice",)), ("Moonrise, tel. (01632) 960 671", ("Moonrise",)),
    ("The Landing, 14 Tide Street", ("Landing",)),
    ("The Boathouse\nhttps://boathouse.example/", ("Boathouse",)),
])
def test_names_are_found_in_what_people_write(provider: str, expected: tuple[str, ...]) -> None:
    """Instructions, addresses and words that any body bears are left out."""
    row = pages.row(provider=provider, name="for young people")
    assert tuple(name.removeprefix("The ") for name in names(row)) == expected


def test_the_councils_own_name_says_nothing_of_one_service() -> None:
    """It stands on every page of the council's site."""
    row = pages.row(provider="Borchester Council\nBorchester Choir", name="for parents")
    assert own_names(REGISTER, row) == ("Borchester Choir",)
    assert "borchester" not in rare_words(REGISTER, row)


def test_letters_are_a_name_in_capitals_only() -> None:
    """ACT is not the word act."""
    row = pages.row(provider="ACT", name="for young people")
    link = row.links[0]
    assert likeness(REGISTER, row, link, Page(text="The ACT team")).names == ("ACT",)
    assert likeness(REGISTER, row, link, Page(text="We act on it")).names == ()


@pytest.mark.parametrize(("one", "other"), [
    ("parent", "parents"), ("counsel", "counselling"), ("counsellor", "counselling"), ("therapy", "therapist"),
    ("dentist", "dental"), ("mentor", "mentoring"), ("smoking", "smokers"), ("housing", "house"), ("hub", "hubs"),
    ("families", "family"), ("class", "classes"),
])
def test_kin_have_one_stem(one: str, other: str) -> None:
    """Singular and plural, the doer and the deed."""
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("care", "car"), ("house", "horse"), ("mental", "metal"), ("bus", "busy")])
def test_strangers_do_not(one: str, other: str) -> None:
    """At least four letters stay."""
    assert stem(one) != stem(other)


@pytest.mark.parametrize(("url", "label"), [
    ("https://www.trentpts.co.uk/x", "trentpts"), ("https://www.nhs.uk/find-a-dentist", ""),
    ("https://kooth.com", "kooth"), ("https://www.borchester.gov.uk/", "borchester"),
    ("https://your-health.org.uk", "yourhealth"), ("https:///x", ""),
])
def test_a_host_has_a_label_of_its_own(url: str, label: str) -> None:
    """What is left of a host without www and the public endings."""
    assert brand(url) == label


@pytest.mark.parametrize(("url", "provider", "text", "site", "shown"), [
    ("https://www.trentpts.co.uk/", "Trent PTS", "Welcome", "trentpts", ""),
    ("https://dfmh.co.uk/", "Derbyshire Federation for Mental Health", "Welcome", "dfmh", ""),
    ("https://citylifelinks.org.uk/", "Somebody Else", "City Life Links", "", "citylifelinks"),
    ("https://citylifelinks.org.uk/", "Somebody Else", "citylifelinks.org.uk is for sale", "", ""),
    ("https://act.org.uk/", "Somebody Else", "We act", "", ""),
])
def test_hosts_and_names_are_compared_without_spaces(url: str, provider: str, text: str, site: str,
                                                     shown: str) -> None:
    """The provider's own site, or a page that calls itself what its host says; a printed address is no such word."""
    row = pages.row(make.link(url), provider=provider)
    like = likeness(REGISTER, row, row.links[0], Page(text=text))
    assert (like.site, like.brand) == (site, shown)
    assert like.level is About.NOTHING  # whoever takes a host over takes its name too


def test_the_place_where_the_page_was_found_counts() -> None:
    """After a redirect, the host that answered is compared, not the registered one."""
    row = pages.row(make.link("https://bit.ly/x"), provider="Trent PTS")
    like = likeness(REGISTER, row, row.links[0], Page(text="Welcome"), url="https://trentpts.example/")
    assert like.site == "trentpts"


def test_the_words_of_the_address_count_in_title_and_headings() -> None:
    """Half of them are enough; the foot of a page is not."""
    like = likeness(REGISTER, ROW, make.link("https://x.example/groups/new-parents"), Page(title="Parent groups"))
    assert like.address == ("groups", "parents")
    assert like.shown
    assert not likeness(REGISTER, ROW, make.link("https://x.example/new-parents"), Page(text="parents")).shown


def test_contacts_of_the_row_on_the_page_count() -> None:
    """Numbers are compared by their digits, however written; a short code stands on many pages and says nothing."""
    row = pages.row(contacts=(make.phone(), make.email(), replace(make.phone(), normalised="116123")))
    page = Page(phones=("+44 3069 990123", "116 123"), emails=("team@club.example",))
    like = likeness(REGISTER, row, row.links[0], page)
    assert like.contacts == ("+443069990123", "team@club.example")
    assert like.level is About.SOMETHING


def test_what_was_found_is_said_in_words() -> None:
    """As evidence, or that nothing was."""
    link = ROW.links[0]
    assert likeness(REGISTER, ROW, link, Page(text="Riverside Youth Trust")).in_words.startswith("the name “Riverside")
    assert likeness(REGISTER, ROW, link, Page()).in_words == (
        "neither its name nor its provider's nor any rare word of its entry")
