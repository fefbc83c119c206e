"""link-many-to-one: several registered pages of one site now lead to one page."""

from review_kit.checks.link_many_to_one import CHECK
from review_kit.model import Facts, Verdict, Visit

from . import facts as make
from . import notices as pages

ONE, TWO, THREE = (f"https://riverside.example/{name}" for name in ("step-up", "drop-in", "cooking"))
OFFER = "https://riverside.example/what-we-do"
NAMES = {ONE: "Step Up mentoring", TWO: "Tuesday Drop-in", THREE: "Cook and Eat"}


def led(*ends: tuple[str, str], body: str = pages.FILLING * 2, title: str = "What we do | Riverside") -> Facts:
    """Links that were registered, each with where it leads."""
    visits = [_led(start, end, body, title) for start, end in ends]
    rows = [pages.row(make.link(start, row=number), number=number, name=NAMES.get(start, "Choir"))
            for number, (start, _) in enumerate(ends, 2)]
    return pages.facts(*visits, services=rows)


def _led(start: str, end: str, body: str, title: str) -> Visit:
    hops = ((301, end),) if end != start else ()
    return pages.looked(pages.page(body, title=title, heading="What we do"), start, *hops)


def test_pages_that_became_one_are_for_a_person() -> None:
    """The pages may have been lost or put together; the evidence names the other links."""
    of = led((ONE, OFFER), (TWO, OFFER))
    assert {(v.verdict, v.finding and v.finding.check) for v in make.all_told(of)} == {(Verdict.BY_HAND, CHECK.name)}
    first, second = make.found(CHECK, of)
    assert TWO in first.evidence
    assert ONE in second.evidence


def test_one_link_alone_has_moved() -> None:
    """One page with a new address is what redirects are for; two rows with one link are one link."""
    assert make.found(CHECK, led((ONE, OFFER))) == []
    assert make.found(CHECK, led((ONE, OFFER), (ONE.replace("https", "http") + "/", OFFER))) == []


def test_a_page_that_was_registered_itself_takes_others_in() -> None:
    """Where one of the links always was that page, the others were put together with it."""
    assert make.found(CHECK, led((ONE, TWO), (TWO, TWO), (THREE, TWO))) == []


def test_different_ends_and_front_pages_do_not_count() -> None:
    """Each page with its own new address has moved; a front page is told by the check for those."""
    assert make.found(CHECK, led((ONE, OFFER), (TWO, OFFER + "/drop-in"))) == []
    assert make.found(CHECK, led((ONE, "https://riverside.example/"), (TWO, "https://riverside.example/"))) == []
    elsewhere = "https://meadow.example/drop-in"
    assert make.found(CHECK, led((ONE, OFFER), (elsewhere, OFFER))) == []


def test_a_page_that_bears_the_services_name_is_its_page() -> None:
    """Two addresses of one page with the service's name in its title are an old one and a new one."""
    of = led((ONE, OFFER), (TWO, OFFER), title="Step Up mentoring | Riverside")
    assert [finding.service and finding.service.name for finding in make.found(CHECK, of)] == ["Tuesday Drop-in"]


def test_short_links_are_of_no_one_site() -> None:
    """Two short links of one maker may well lead to one page."""
    assert make.found(CHECK, led(("https://bit.ly/a", OFFER), ("https://bit.ly/b", OFFER))) == []


def test_what_the_page_shows_comes_first() -> None:
    """A page that says that the service has closed decides before the redirects do."""
    of = led((ONE, OFFER), (TWO, OFFER), body="Sorry, this service has now closed.")
    assert {v.verdict for v in make.all_told(of)} == {Verdict.CHANGED}
