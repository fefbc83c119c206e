"""What was decided in one year, met again in the next: what holds, what came back and why, what is asked anew."""

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.deciding import decision, standings
from review_kit.model import (
    Action,
    ContactVerdict,
    Decision,
    Outcome,
    Receipt,
    Register,
    Review,
    Service,
    Severity,
    State,
    Verdict,
)
from review_kit.practice import NEXT_YEAR, Practice, practice_review
from review_kit.reports.parts.calls import calls
from review_kit.reports.parts.first import first_steps
from review_kit.reports.parts.groups import groups
from review_kit.reports.parts.since import news
from review_kit.store import STORE_FILE, Store

KEPT = Path(__file__).parent / "next_year"
"""What the second year's review told of decisions when it was last looked at. REVIEW_KIT_RENEW=1 writes it anew."""
TEAM = "Leaving Care team"
DECIDED = (
    ("Walking group", "link-moved", Action.SUGGESTION, "", ""),
    ("Walking group", "contact-not-on-page", Action.SUGGESTION, "", "Rang both: this one answers."),
    ("Support from a mentor", "link-mistyped", Action.SUGGESTION, "", ""),
    ("Allotment mornings", "link-moved", Action.FINE, "", "The page is the right one."),
    ("Moonrise", "service-overdue", Action.FINE, "", "Rang it at ten in the evening."),
    ("Sexual health", "link-blocks-robots", Action.FINE, "", ""),
    ("Lantern", "service-overdue", Action.CONFIRMED, "", ""),
    ("Groups for new parents", "contact-not-vouched", Action.FINE, "", "Rang it on a Tuesday."),
    ("Talking therapy", "domain-gone", Action.CONFIRMED, "", "Their site is being rebuilt; they can be rung."),
    ("College bursary", "service-overdue", Action.CONFIRMED, "", ""),
    ("Lantern", "link-host-only", Action.NO_PROBLEM, "", "The front page is the service."),
    ("Free online counselling", "service-unreachable", Action.NO_PROBLEM, "", "Personal advisers open it with them."),
    ("Moving in from care", "link-server-ill", Action.NO_PROBLEM, "", "Our own site, known to IT."),
    ("Advocacy", "email-malformed", Action.OTHER, "help@speak-out.example", ""),
    ("Money advice", "phone-not-uk", Action.OTHER, "0808 157 0145", ""),
    ("Health passport", "service-unreachable", Action.OTHER, "Ask the Children in Care nurse", ""),
    ("Worry Line", "link-taken-over", Action.TAKE_OUT, "", ""),
    ("Cooking on a budget", "link-not-found-page", Action.TAKE_OUT, "", ""),
    ("Music studio", "link-service-closed", Action.RETIRE, "", ""),
    ("Drop-in with a youth worker", "link-not-found", Action.ASK, "", ""),
    ("Help with drugs", "link-sent-to-front-page", Action.ASK, "", ""),
    ("Somewhere to stay tonight", "link-not-secure", Action.LATER, "", ""),
)
"""The first year's decisions: of which service, on the finding of which check, what, the new text, the reason."""


@dataclass(frozen=True)
class Years:
    """Both reviews with what was decided, what the first one wrote, and the second one's folder."""

    first: Review
    receipt: Receipt
    written: Register
    second: Review
    folder: Path


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Years:
    """The register is reviewed, decided and written in place; a year of small edits later it is reviewed again."""
    folder = tmp_path_factory.mktemp("years")
    path, store = folder / "offer.xlsx", Store(folder / "kept" / STORE_FILE)
    store.remember_role(TEAM)
    with practice_review() as practice:
        shutil.copyfile(practice.register, path)
        first, out = reviewed(path, practice, store)
        store.decisions.add(made(first))
        first = steps.decide(first, Store(store.path).decided())
        steps.write_reports(first, out)
        receipt = steps.write_register(first, out, in_place=True)
    written = steps.open_register(path)
    edit_for_a_year(path)
    with practice_review(today=NEXT_YEAR) as practice:
        second, out = reviewed(path, practice, Store(store.path))
        steps.write_reports(second, out)
    if os.environ.get("REVIEW_KIT_RENEW"):
        KEPT.mkdir(exist_ok=True)
        (KEPT / "decided.csv").write_bytes((out / "decisions.csv").read_bytes())
        (KEPT / "decided_review.html").write_bytes(section(out / "review.html"))
    return Years(first, receipt, written, second, out)


def reviewed(path: Path, practice: Practice, store: Store) -> tuple[Review, Path]:
    """A review of a register with what the store holds, and its folder."""
    out = path.parent / "link_reports" / practice.today.isoformat()
    facts = steps.visit(steps.open_register(path), out, today=practice.today, network=practice.network)
    return steps.check(facts, practice=True, decided=store.decided()), out


def made(review: Review) -> Iterator[Decision]:
    """The first year's decisions, made as the desk makes them."""
    for name, check, action, text, note in DECIDED:
        outcome = outcome_of(review, name, check)
        yield decision(outcome, action, who=TEAM, today=review.today, text=text, note=note)


def edit_for_a_year(path: Path) -> None:
    """What others did in Excel meanwhile: one provider has another name, and the last service stands first."""
    book = openpyxl.load_workbook(path)
    sheet = book["Services"]
    header, *rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate((header, rows[-1], *rows[:-1]), 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = "Driftwood Online" if value == "Driftwood" else value
    book.save(path)


def section(page: Path) -> bytes:
    """The part “What was decided” of a report."""
    found = re.search(rb'<section aria-labelledby="decided">.*?</section>\n', page.read_bytes(), re.DOTALL)
    assert found is not None
    return found[0]


def outcome_of(review: Review, name: str, check: str) -> Outcome:
    """How the finding of a check about a service stands."""
    found, = [o for o in review.outcomes if o.finding.check == check and o.finding.service is not None
              and o.finding.service.name.startswith(name)]
    return found


def named(service: Service | None) -> str:
    """A service in the few words by which the tests call it."""
    assert service is not None
    return re.split(r" [–-]| Home|:", service.name)[0]


def standing_so(review: Review, *states: State) -> set[tuple[str, str]]:
    """Service and check of each finding in such a state."""
    return {(named(o.finding.service), o.finding.check) for o in review.outcomes if o.state in states}


def service_of(register: Register, name: str) -> Service:
    """A service by the beginning of its name."""
    found, = [service for service in register.services if service.name.startswith(name)]
    return found


def assurance(service: Service) -> tuple[str, str, str]:
    """What an entry says of its assurance."""
    return service.value("Assured on"), service.value("Assured by"), service.value("Next review due")


def test_every_kind_of_decision_was_made(years: Years) -> None:
    """In the first year, and each is in the store, with the day and the role."""
    assert {action for _, _, action, _, _ in DECIDED} == set(Action)
    kept = years.first.decided.decisions
    assert len(kept) == len(DECIDED)
    assert {(one.decided_on, one.who) for one in kept} == {("2026-03-02", TEAM)}


def test_what_was_decided_holds_while_all_is_as_it_was(years: Years) -> None:
    """Within the cycle of a year, with the same answer, page and words; a question waits four weeks, and no longer."""
    assert standing_so(years.second, State.DECIDED) == {
        ("Allotment mornings", "link-moved"), ("Sexual health", "link-blocks-robots"),
        ("College bursary", "service-overdue"), ("Talking therapy", "domain-gone"),
        ("Groups for new parents", "contact-not-vouched"),
        ("Moving in from care", "link-server-ill")}
    assert standing_so(years.first, State.WAITING) == {
        ("Help with drugs and alcohol", "link-sent-to-front-page"), ("Drop-in with a youth worker", "link-not-found")}
    assert standing_so(years.second, State.WAITING) == set()
    assert standing_so(years.second, State.PUT_OFF) == {("Somewhere to stay tonight", "link-not-secure")}


def test_what_came_back_says_why(years: Years) -> None:
    """A crisis service after three months; another after its provider had become another one."""
    back = {(named(o.finding.service), o.finding.check): o.why for o in years.second.outcomes
            if o.state is State.CAME_BACK}
    assert back == {
        ("Lantern Safe Haven", "link-host-only"): "The next review fell due on 2 June 2026.",
        ("Help with drugs and alcohol", "link-sent-to-front-page"):
            "The provider was asked four weeks ago or more, and no answer is on record.",
        ("Free online counselling", "service-unreachable"): "The provider is another one now."}


def test_what_is_new_is_asked(years: Years) -> None:
    """What the web did in the year, and what the decisions themselves brought about."""
    before = {outcome.key for outcome in years.first.outcomes}
    new = {(named(o.finding.service), o.finding.check) for o in years.second.outcomes
           if o.state is State.OPEN and o.key not in before}
    assert new == {
        ("Register with a dentist", "link-not-found"), ("Laptop loan", "link-other-subject"),
        ("Money advice", "link-subject-in-doubt"),
        ("Support from a mentor", "domain-gone"),          # the mended address was asked for the first time
        ("Worry Line", "service-unreachable"), ("Cooking on a budget", "service-unreachable"),  # their link is out
        ("Advocacy", "contact-not-vouched"),               # the mended mailbox
        ("Money advice", "contact-not-vouched"),           # the mended number
        ("Laptop loan", "contact-not-vouched")}            # the page that spoke of it is another's now
    assert {named(told.service) for told in news(years.second)} == {
        "Register with a dentist", "Laptop loan", "Support from a mentor"}


def test_what_nobody_decided_is_still_open(years: Years) -> None:
    """A year makes nothing right."""
    before = {outcome.key for outcome in years.first.outcomes if outcome.state is State.OPEN}
    still = {(named(o.finding.service), o.finding.check) for o in years.second.outcomes
             if o.state is State.OPEN and o.key in before}
    assert {each for each in still if each[1] != "service-overdue"} == {
        ("Free online counselling", "link-without-address"), ("Stop smoking", "link-no-answer"),
        ("Stop smoking", "contact-not-vouched"), ("Allotment mornings", "contact-not-on-page"),
        ("Allotment mornings", "email-of-one-person"), ("Volunteering", "email-takes-no-mail"),
        ("Apprenticeships for care experienced young people", "email-domain-gone"),
        ("Free swimming", "link-connection-refused"), ("Groups for new parents", "link-asks-sign-in"),
        ("Apprenticeships for care experienced young people", "link-not-secure"),
        ("College bursary", "link-not-secure"), ("Volunteering", "link-told-to-wait"),
        ("Advocacy", "link-inside-private-network"),
        ("Sign language groups", "link-redirect-without-end"), ("Short breaks", "link-not-found-in-doubt")}


def test_not_a_problem_silences_nothing_else(years: Years) -> None:
    """It is about one finding: of the same services the others are open, came back, or stand in the way, as before."""
    assert outcome_of(years.first, "Free online", "service-unreachable").state is State.DECIDED
    for review in (years.first, years.second):
        assert outcome_of(review, "Free online", "link-without-address").state is State.OPEN
        assert outcome_of(review, "Free online", "service-overdue").state is State.OPEN
        assert outcome_of(review, "Moving in from care", "service-overdue").state is State.OPEN
    assert not service_of(years.written, "Free online").value("Assured on")
    assert not service_of(years.written, "Moving in from care").value("Assured on")


def test_a_retired_service_is_asked_nothing_more_of(years: Years) -> None:
    """Its row stands, marked; whatever its page says is settled, and it is in no list of things to do."""
    studio = service_of(years.second.register, "Music studio")
    assert (studio.value("Status"), studio.provider) == (
        "retired", service_of(years.first.register, "Music studio").provider)
    its = [outcome for outcome in years.second.outcomes if outcome.finding.service == studio]
    assert {(o.finding.check, o.state, o.why) for o in its} == {
        ("link-not-checked", State.SETTLED, "The entry is retired.")}
    assert studio not in [each.service for each in standings(years.second)]
    assert studio not in [change.service for change in steps.plan(years.second).changes]
    assert not [step for step in first_steps(years.second, groups(years.second), calls(years.second))
                if "Music studio" in step.title]


def test_the_mended_link_works(years: Years) -> None:
    """The new address stands in the register, was looked at, and its page vouches for the entry anew."""
    told, = [told for told in years.second.links if told.service.name.startswith("Walking group")]
    assert (told.link.url, told.verdict, told.finding) == (
        "https://www.green-paths.example/walks/wednesday-walking-group", Verdict.WORKING, None)
    assert {each.on for each in standings(years.second) if each.service == told.service} == {NEXT_YEAR}


def test_the_assurance_of_the_first_year_stands(years: Years) -> None:
    """Each with its day, its role and its end, but none whose new number nobody has rung.

    The second year renews those whose page still describes them and gives their numbers.
    """
    year, quarter = ("2026-03-02", TEAM, "2027-03-02"), ("2026-03-02", TEAM, "2026-06-02")
    assured = {named(service): assurance(service) for service in years.written.services if service.value("Assured on")}
    assert assured == {
        "Moonrise crisis line": quarter, "Lantern Safe Haven": quarter, "Talking therapy": year,
        "Register with a dentist": year, "Sexual health": year,
        "Key workers for autistic young people": ("2026-01-12", "Leaving Care team mailbox", "")}
    again = {named(service): assurance(service) for service in years.second.register.services}
    assert {name: again[name] for name in assured} == assured
    anew = {named(each.service): each.new for each in steps.plan(years.second).changes if each.column == "Assured on"}
    assert anew == dict.fromkeys((
        "Moonrise crisis line", "Walking group for young people who feel alone", "Drop-in with a youth worker",
        "Key workers for autistic young people"), "2027-03-01")


def test_what_was_assured_falls_due(years: Years) -> None:
    """Crisis services after three months, and the one that was assured in January of the first year.

    The page of one of the two gives its number still, so it is assured anew; of the other a decision came back.
    """
    overdue = {named(o.finding.service): o.finding.what_we_saw for o in years.second.outcomes
               if o.finding.check == "service-overdue" and o.finding.severity is Severity.CAUTION}
    assert overdue == {
        "Moonrise crisis line": "This entry was last assured on 2 March 2026; entries like it are due every 3 months.",
        "Lantern Safe Haven": "This entry was last assured on 2 March 2026; entries like it are due every 3 months.",
        "Key workers for autistic young people": (
            "This entry was last assured on 12 January 2026; entries like it are due every 12 months.")}
    assured = {named(each.service) for each in standings(years.second) if each.assured}
    assert assured & overdue.keys() == {"Moonrise crisis line", "Key workers for autistic young people"}


def test_the_dated_copy_is_the_register_before_all_decisions(years: Years) -> None:
    """And only what was decided or assured was changed in the lead's own file."""
    copy = steps.open_register(years.receipt.backup)
    assert copy.sha256 == years.first.register.sha256
    changed = {named(now) for then, now in zip(copy.services, years.written.services, strict=True)
               if (then.name, then.provider, then.frequency) != (now.name, now.provider, now.frequency)}
    assert changed == {"Walking group for young people who feel alone", "Support from a mentor", "Advocacy",
                       "Money advice", "Worry Line", "Cooking on a budget"}


def test_what_was_told_is_the_same_on_every_run(years: Years) -> None:
    """The second year's `decisions.csv` and “What was decided” are, byte for byte, those that were looked at."""
    assert (years.folder / "decisions.csv").read_bytes() == (KEPT / "decided.csv").read_bytes()
    assert section(years.folder / "review.html") == (KEPT / "decided_review.html").read_bytes()


def test_a_number_that_nobody_rang_is_not_vouched_for(years: Years) -> None:
    """It was typed in the first year in the place of a wrong one; the page that describes the entry lacks it."""
    told, = [told for told in years.second.contacts if told.service.name.startswith("Money advice")]
    assert (told.contact.as_written, told.verdict) == ("0808 157 0145", ContactVerdict.BY_HAND)


def test_who_was_rung_is_not_to_be_rung_again(years: Years) -> None:
    """The sheet of the first year, written after the decisions, asks nobody to ring a number twice."""
    sheet = (years.folder.parent / "2026-03-02" / "call_sheet.html").read_text(encoding="utf-8")
    assert re.findall(r"<h3>([\d ]+)", sheet) == ["0306 999 0144"]
