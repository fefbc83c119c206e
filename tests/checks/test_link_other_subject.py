"""link-other-subject: the page is about something else now, and something shows it."""

import pytest

from review_kit.about import Likeness
from review_kit.checks._drift import drift
from review_kit.checks._other_subject import _kept
from review_kit.checks.link_other_subject import CHECK
from review_kit.model import Facts, Page, Verdict

from . import facts as make
from . import notices as pages

FRONT = "https://riverside.example/"
MENTORING = pages.FILLING * 2 + (
    "Step Up mentoring by Riverside Youth Trust gives you a mentor for a year. Mentors are volunteers who were in care "
    "themselves. Mentoring is weekly, one hour, in a café or on a walk. ")
KITCHENS = (
    "Granite worktops, oak cupboards and brass taps at factory prices. Our fitters measure your kitchen and install it "
    "within four weeks. Finance available. Visit the showroom off the ring road, open seven days, parking outside. "
    "Choose from forty door colours, quartz splashbacks and soft-close drawers. ")


def first_year(title_then: str, title_now: str, body: str, **more: str) -> Facts:
    """A link pasted with its title, and today's page."""
    shown = pages.page(body, title=title_now, heading=title_now, nav=(), lang=more.get("lang", "en"))
    return pages.facts(pages.looked(shown, FRONT), services=[pages.row(pages.pasted(title_then, FRONT))])


def second_year(then: Page, now: Page) -> Facts:
    """Last year's page and today's."""
    old = pages.replace(pages.looked(then), at="2025-11-21T10:05:00.000Z")
    return pages.facts(pages.looked(now), baseline={pages.URL: old})


@pytest.mark.parametrize(("title", "body"), [
    ("Oak & Brass: fitted kitchens", KITCHENS), ("Flights to Malta", "Cheap flights and hotels by the sea. " * 10),
    ("Loft ladders explained", "How to choose a loft ladder, and which one folds best. " * 8),
    ("Crypto signals daily", "Daily signals for traders of coins. Sign up for alerts now. " * 8),
    ("Dr Bone, chiropractor", "Back pain, neck pain, knees: book a consultation with our clinician. " * 8),
])
def test_another_title_and_nothing_of_the_service_is_another_subject(title: str, body: str) -> None:
    """In the first year, the title that was pasted in the register is what the page can be held against."""
    of = first_year("Mentoring for young people | Riverside", title, body)
    assert (Verdict.CHANGED, CHECK.name) == _told(of)
    assert "Mentoring for young people | Riverside" in make.found(CHECK, of)[0].evidence


def _told(of: Facts) -> tuple[Verdict, str]:
    one, = make.all_told(of)
    return one.verdict, one.finding.check if one.finding else ""


@pytest.mark.parametrize(("then", "now", "body"), [
    ("Mentoring for young people | Riverside", "Riverside Youth Trust", pages.FILLING * 2),
    ("Mentoring for young people | Riverside", "Home", KITCHENS),
    ("HOME | Mysite", "Oak & Brass: fitted kitchens", KITCHENS),
    ("Mentoring for young people", "Welcome to our new site", MENTORING),
    ("Mentoring for young people", "River Side: come as you are", pages.FILLING * 2),
    ("Mentoring for young people", "Oak & Brass", "Coming soon."),
])
def test_a_new_title_alone_is_not_another_subject(then: str, now: str, body: str) -> None:
    """A name, a rare word or the site's own name on the page, a title that says nothing, or little text: no proof."""
    assert make.found(CHECK, first_year(then, now, body)) == []


def test_a_page_in_welsh_is_not_judged_by_english_words() -> None:
    """The register's words cannot stand on it."""
    body = "Mae gan bobl ifanc hawl i gymorth. Gwasanaeth i chi yn eich ardal, gyda gwybodaeth neu gyngor. " * 4
    assert make.found(CHECK, first_year("Mentoring for young people", "Cymorth i bobl ifanc", body, lang="cy")) == []
    assert make.found(CHECK, first_year("Mentoring for young people", "Cymorth i bobl ifanc", body)) == []


@pytest.mark.parametrize("body", [
    KITCHENS, "Cheap flights and hotels by the sea, with breakfast and towels. " * 10,
    "Recipes for bread: flour, water, salt, yeast. Knead, prove, bake. " * 10,
    "Second-hand vans with full service history and warranty. Part exchange welcome. " * 10,
    "Notes on knots: bowline, sheet bend, clove hitch, reef knot. " * 10,
])
def test_another_page_than_last_years_is_another_subject(body: str) -> None:
    """Few of last year's words, and nothing of the service, stand on it."""
    of = second_year(pages.page(MENTORING), pages.page(body, title="Welcome", heading="Welcome", nav=()))
    assert _told(of) == (Verdict.CHANGED, CHECK.name)
    evidence = make.found(CHECK, of)[0].evidence
    assert "2025-11-21" in evidence
    assert "commonest words are still there" in evidence


@pytest.mark.parametrize("now", [
    pages.page(MENTORING, title="Mentoring reimagined", heading="A mentor of your own", nav=("Start", "Shop", "Blog")),
    pages.page("A mentor beside you. " * 12, "Step Up mentoring is run by Riverside Youth Trust, as ever.", nav=()),
    pages.page(KITCHENS, "Step Up mentoring by Riverside Youth Trust", nav=()),
    pages.page("A short page.", title="New", heading="New", nav=()),
])
def test_a_redesign_is_no_change_of_subject(now: Page) -> None:
    """Names and rare words survive it; a page with next to no text is not this check's matter."""
    assert _told(second_year(pages.page(MENTORING), now))[1] not in {CHECK.name, "link-subject-in-doubt"}


def test_drift_is_measured_in_words() -> None:
    """All of a text is still there in itself, and nothing of it in a stranger or in an empty one."""
    same, other, none = drift(MENTORING, MENTORING), drift(MENTORING, KITCHENS), drift("", "")
    assert same.same
    assert not same.other
    assert round(same.cosine, 6) == same.share == 1
    assert other.other
    assert not other.same
    assert (none.share, none.cosine) == (0, 0)


@pytest.mark.parametrize(("then", "now", "kept"), [
    (Likeness(("Penny Wise", "Money advice"), ("money", "penny", "wise"), site="pennywise"),
     Likeness(("Penny Wise",), ("penny", "wise"), site="pennywise"), False),
    (Likeness(("Bridgewell",), ("autistic", "bridgewell"), brand="bridgewell"),
     Likeness((), ("autistic",), brand="bridgewell"), True),
    (Likeness(("Kooth",), ("kooth",), site="kooth"), Likeness(("Kooth",), ("kooth",), site="kooth"), True),
    (Likeness(), Likeness(("Kooth",), ()), False),
])
def test_the_sites_own_name_does_not_speak_for_a_page(then: Likeness, now: Likeness, kept: bool) -> None:
    """It stands on every page of the site; it counts only where nothing else ever spoke for the service."""
    assert _kept(then, now) is kept
