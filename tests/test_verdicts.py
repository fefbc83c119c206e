"""The ladder: from all findings about a link to the one verdict it is told."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from review_kit.model import (
    CanaryRound,
    Cell,
    Certificate,
    ContactVerdict,
    Failure,
    Finding,
    Link,
    LinkVerdict,
    Rung,
    Service,
    Severity,
    Verdict,
    Visit,
    Written,
)
from review_kit.verdicts import contact_verdicts, judge, link_verdicts

from .checks import facts as make

UNBELIEVED: list[tuple[CanaryRound, ...]] = [
    (), make.AWAY, (make.bad(0, "before"), make.good(30, "after")), (make.good(0, "before"), make.bad(30, "after")),
    (make.good(0, "before"), make.bad(6), make.good(30, "after")),
    (make.good(0, "before", run="another"), make.good(30, "after", run="another")),
]
"""Networks through which nothing that came back can be believed."""
PAGES = frozenset({200, 203, 206})
TROUBLES = ("expired", "not yet valid", "wrong name", "self-signed", "untrusted issuer", "incomplete chain", "other",
            "")


def first_looks(url: str) -> Iterator[Visit]:
    """Every answer there can be, whole or broken off, with a wait, with a guard; and every failure."""
    for status in (*range(100, 600), 600, 666, 799, 999):
        yield make.visit(url, status)
        yield make.visit(url, status, retry_after=3600.0)
    for status in (200, 202, 403, 404, 429, 503):
        yield make.visit(url, status, headers={"cf-mitigated": "challenge"})
        yield make.visit(url, status, headers={"cf-mitigated": "challenge"}, retry_after=3600.0)
    for failure in Failure:
        yield make.failed(failure, url)
        yield make.failed(failure, url, (301, "https://elsewhere.example/x"))
        yield make.visit(url, 200, failure=failure)
        yield make.visit(url, 404, failure=failure)


def pairs(url: str) -> Iterator[tuple[Visit, Visit]]:
    """First looks with the second look that settles their doubt, or does not."""
    for first in (401, 403, 404, 410, 406, 429, 503):
        for second in (200, 204, 301, 403, 404, 410, 500, None):
            failure = None if second else Failure.TIMEOUT
            yield make.visit(url, first), make.browser_like(second, url=url, failure=failure)
    for told in TROUBLES:
        for status in (200, 204, 404, 500, None):
            failure, shown = (None if status else Failure.TIMEOUT), make.certificate("*.example")
            yield make.bad_certificate(told, url), make.unverified(status, url=url, failure=failure, shown=shown)
    for way in (make.FRONT, "https://other.example/", "https://other.example/deep"):
        for code in (301, 302):
            yield make.visit(url, 200, (code, way)), make.front_page()


def at(visit: Visit, number: int) -> Visit:
    """The same look at a site of its own."""
    def there(url: str) -> str:
        return url.replace("club.example", f"s{number}.example")
    hops = tuple(replace(hop, url=there(hop.url), location=there(hop.location)) for hop in visit.hops)
    return replace(visit, url=there(visit.url), final_url=there(visit.final_url), failed_at=there(visit.failed_at),
                   hops=hops)


def everything(canaries: tuple[CanaryRound, ...] = make.STEADY) -> make.Facts:
    """All these looks, each at a site of its own, so that none stands in another's way."""
    bare = [(replace(make.bad_certificate(told), certificate=Certificate()),) for told in TROUBLES]
    groups = [*((visit,) for visit in first_looks(make.URL)), *pairs(make.URL), *bare]
    return make.facts(*(at(visit, number) for number, group in enumerate(groups) for visit in group), canaries=canaries)


@pytest.fixture(scope="module")
def told() -> tuple[LinkVerdict, ...]:
    """What every kind of look is told, through a network that can be believed."""
    return make.all_told(everything())


def test_every_verdict_but_those_without_a_look_is_among_them(told: tuple[LinkVerdict, ...]) -> None:
    """The looks of these tests are wide enough to mean something."""
    assert {one.verdict for one in told} == set(Verdict)
    assert len(told) > 1000


def test_working_and_moved_need_a_page(told: tuple[LinkVerdict, ...]) -> None:
    """Whatever came back: a link that is told to work showed a whole page, and nobody else's."""
    for one in told:
        if one.verdict in {Verdict.WORKING, Verdict.MOVED, Verdict.CHANGED}:
            assert one.visit is not None
            assert one.visit.status in PAGES, one
            assert one.visit.failure is None, one
            assert "cf-mitigated" not in one.visit.headers, one


def test_a_whole_page_is_not_shrugged_at(told: tuple[LinkVerdict, ...]) -> None:
    """A page that came at the registered address, with no guard in the way, works."""
    plain = [one for one in told if one.visit and one.visit.status in PAGES and not one.visit.failure
             and not one.visit.headers and one.visit.final_url == one.link.url]
    assert len(plain) >= 6
    assert {one.verdict for one in plain} == {Verdict.WORKING}


def test_broken_needs_positive_evidence(told: tuple[LinkVerdict, ...]) -> None:
    """Of all that can come back, only “not found” twice and a name that is gone are broken."""
    broken = [one for one in told if one.verdict is Verdict.BROKEN]
    assert {one.finding.check for one in broken if one.finding} == {"link-not-found", "domain-gone"}
    assert all(one.visit is not None and (one.visit.status in {404, 410} or one.visit.failure is Failure.NO_SUCH_NAME)
               for one in broken)


def test_all_but_a_plain_page_have_words(told: tuple[LinkVerdict, ...]) -> None:
    """No verdict but `working` stands without what was seen, what to do, and evidence."""
    for one in told:
        if one.verdict is not Verdict.WORKING:
            assert one.finding is not None
            assert one.finding.verdict is one.verdict
            assert one.finding.what_we_saw
            assert one.finding.what_to_do
            assert one.finding.evidence


@pytest.mark.parametrize("rounds", UNBELIEVED)
def test_a_network_that_cannot_be_believed_tells_nothing_of_any_site(rounds: tuple[CanaryRound, ...]) -> None:
    """Whatever came back, every link is `not_checked`, and no finding says anything else of it."""
    of = everything(rounds)
    assert {one.verdict for one in make.all_told(of)} == {Verdict.NOT_CHECKED}
    assert {finding.verdict for finding in judge(of) if finding.about} == {Verdict.NOT_CHECKED}


def test_a_stopped_run_believes_answers_and_no_failures() -> None:
    """Without a round of canaries after them, pages count and failures do not."""
    for one in make.all_told(everything(make.STOPPED)):
        assert one.visit is not None
        if one.visit.failure is not None:
            assert one.verdict is Verdict.NOT_CHECKED, one


def finding(rung: Rung | None, verdict: Verdict | ContactVerdict | None, severity: Severity = Severity.NOTE,
            check: str = "some-check", about: Link | None = None, service: Service | None = None) -> Finding:
    """A finding about the link of `one_link`."""
    link = about or make.link()
    return Finding(check, severity, link.cell, "Saw.", "Do.", service or make.service(link), link, verdict=verdict,
                   rung=rung)


def decided(*findings: Finding) -> tuple[Verdict, str]:
    """The verdict of one working link about which these findings were made."""
    one, = link_verdicts(make.facts(make.visit()), findings)
    return one.verdict, one.finding.check if one.finding else ""


def test_the_lowest_rung_decides() -> None:
    """However severe a finding further up: what stands lower on the ladder comes first."""
    network = finding(Rung.NETWORK, Verdict.NOT_CHECKED, Severity.NOTE, "network")
    gone = finding(Rung.STATUS, Verdict.BROKEN, Severity.DANGER, "gone")
    words = finding(Rung.WORDS, Verdict.BROKEN, Severity.NOTE, "words")
    assert decided(gone, network) == (Verdict.NOT_CHECKED, "network")
    assert decided(network, gone, words) == (Verdict.BROKEN, "words")


def test_on_one_rung_the_more_severe_decides_and_then_the_name() -> None:
    """The order in which checks ran makes no difference."""
    mild = finding(Rung.STATUS, Verdict.BY_HAND, check="a")
    worse = finding(Rung.STATUS, Verdict.CHANGED, Severity.BROKEN)
    assert decided(mild, worse) == decided(worse, mild) == (Verdict.CHANGED, "some-check")
    other = finding(Rung.STATUS, Verdict.BY_HAND, check="b")
    assert decided(mild, other) == decided(other, mild) == (Verdict.BY_HAND, "a")


def test_what_argues_for_no_verdict_is_a_note_beside_it() -> None:
    """A link that works carries the most severe of its notes."""
    note, caution = finding(Rung.NOTE, None), finding(Rung.NOTE, None, Severity.CAUTION, "caution")
    assert decided(note, caution) == (Verdict.WORKING, "caution")
    assert decided(caution, finding(Rung.UNSURE, Verdict.BY_HAND, check="unsure")) == (Verdict.BY_HAND, "unsure")
    assert decided() == (Verdict.WORKING, "")


def test_a_link_in_many_rows_is_told_in_each() -> None:
    """One look serves every row that holds the address; none is left out, and the order is the register's."""
    rows = [make.service(make.link(row=row), make.link(make.FRONT, row=row), row=row) for row in range(2, 6)]
    of = make.facts(make.visit(status=404), make.browser_like(404), make.visit(make.FRONT), services=rows)
    told = make.all_told(of)
    assert [(one.service.key, one.verdict) for one in told] == [
        (row.key, verdict) for row in rows for verdict in (Verdict.BROKEN, Verdict.WORKING)]
    assert [one.finding.cell.row for one in told if one.finding] == [2, 3, 4, 5]


def test_two_links_in_one_cell_are_told_apart() -> None:
    """Each has its own verdict, though the cell is one; the same address twice in a cell is told twice."""
    links = (make.link(), make.link("https://other.example/"), make.link())
    of = make.facts(make.visit(), make.visit("https://other.example/", 403), services=[make.service(*links)])
    assert [one.verdict for one in make.all_told(of)] == [Verdict.WORKING, Verdict.BY_HAND, Verdict.WORKING]


def test_two_services_with_one_key_are_told_apart() -> None:
    """Rows that share a Service ID, as copies do, do not lend each other their verdicts."""
    copies = [make.service(make.link(url, row=row), row=row, key="same")
              for row, url in ((2, make.URL), (3, "https://other.example/"))]
    of = make.facts(make.visit(status=500), make.visit("https://other.example/"), services=copies)
    assert [one.verdict for one in make.all_told(of)] == [Verdict.BY_HAND, Verdict.WORKING]


def test_findings_about_something_else_do_not_count() -> None:
    """What is wrong with a service, another link or the register itself is not said of this link."""
    other = finding(Rung.STATUS, Verdict.BROKEN, about=make.link("https://other.example/"))
    stranger = finding(Rung.STATUS, Verdict.BROKEN, service=make.service(make.link(), row=9, key="stranger"))
    entry = replace(finding(Rung.STATUS, Verdict.BROKEN), about=None)
    whole = Finding("column-missing", Severity.BROKEN, Cell("Services", 1, 1), "Saw.", "Do.")
    assert decided(other, stranger, entry, whole) == (Verdict.WORKING, "")


def test_a_contacts_verdict_is_not_a_links() -> None:
    """`broken` of a telephone number says nothing of a link."""
    assert decided(finding(Rung.STATUS, ContactVerdict.BROKEN))[0] is Verdict.WORKING


def test_the_links_of_a_retired_service_are_told_too() -> None:
    """No registered link is skipped in silence."""
    of = make.facts(services=[make.service(make.link(), values={"Status": "retired"})])
    assert make.told(of)[0] is Verdict.NOT_CHECKED


def test_words_are_told_whatever_the_network() -> None:
    """What the cell itself shows outweighs even a look that was made."""
    link = make.link(written=Written.MISTYPED)
    assert make.told(make.facts(make.visit(), services=[make.service(link)])) == (Verdict.BROKEN, "link-mistyped")


def test_the_visit_beside_a_verdict_is_the_one_it_rests_on() -> None:
    """Where a browser-like look counted, that look is shown; else the look at the registered address."""
    of = make.facts(make.visit(status=403), make.browser_like(200, title="Choir"), make.visit("https://a.example/"))
    first, second = make.all_told(of)
    assert first.visit is not None
    assert first.visit.page.title == "Choir"
    assert second.visit == of.visit("https://a.example/")


def test_the_worst_that_is_said_of_a_contact_is_its_verdict() -> None:
    """Broken outweighs caution, caution outweighs by hand, in whatever order they were found."""
    phone = make.phone()
    entry = make.service(contacts=[phone])
    of = make.facts(services=[entry])
    said = [Finding(verdict, Severity.NOTE, phone.cell, "Saw.", "Do.", entry, phone, verdict=verdict)
            for verdict in (ContactVerdict.BY_HAND, ContactVerdict.BROKEN, ContactVerdict.CAUTION)]
    for order in (said, said[::-1]):
        one, = contact_verdicts(of, order)
        assert one.verdict is ContactVerdict.BROKEN
        assert one.finding is said[1]
    assert contact_verdicts(of, said[::2])[0].verdict is ContactVerdict.CAUTION


def test_a_contact_of_which_nothing_is_said_is_not_thereby_vouched_for() -> None:
    """`ok` must be earned by an assurance; silence of the checks is not one."""
    one, = contact_verdicts(make.facts(services=[make.service(contacts=[make.phone()])]), ())
    assert (one.verdict, one.vouched_by) == (ContactVerdict.BY_HAND, "")


def test_every_contact_is_told() -> None:
    """In the register's order, each in its own row, the same number in two rows twice."""
    rows = [make.service(contacts=[make.phone(row=row), make.email(row=row)], row=row) for row in (2, 3)]
    told = contact_verdicts(make.facts(services=rows), judge(make.facts(services=rows)))
    assert [(one.service.key, one.contact) for one in told] == [(row.key, c) for row in rows for c in row.contacts]
