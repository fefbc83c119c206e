"""The folder of checks is the registry: every module holds one, with words that a lead can act on."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import review_kit.checks
from review_kit.checks import Check, all_checks
from review_kit.model import ContactVerdict, Facts, Failure, Rung, Severity, Verdict, Written
from review_kit.verdicts import judge

from .checks import facts as make
from .checks import mail

FOLDER = Path(review_kit.checks.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if not path.stem.startswith("_"))
TESTS = Path(__file__).parent / "checks"
CHECKS = pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.name)

STATUS_CODE = re.compile(r"\b[1-5]\d\d\b|\b999\b|\bHTTP\b|\bstatus\b", re.IGNORECASE)
SECOND_SENTENCE = re.compile(r"[.?!…] +[“A-Z`]")
AMERICAN = re.compile(
    r"\b(?:\w*(?:olor|avor|ehavior|onor|abor)(?:s|ed|ing|ful)?|\w+(?:iz|yz)(?:e|es|ed|ing|ation)|(?:cent|theat|lit|fib)er|"
    r"cancel(?:ed|ing)|label(?:ed|ing)|travel(?:ed|ing|er)|catalog|dialog|enroll?ment|fulfill|gray|check off|toll-free|"
    r"zip code|cell phone|gotten|licens(?:e|ed) (?:plate|key)|defense|offense|program me)\b", re.IGNORECASE)
PLACEHOLDER = re.compile(r"\{[^}]*\}")
SHORT = 160


def checks_in(module: str) -> list[str]:
    """The names under which a module holds checks of its own."""
    held = vars(import_module(f"review_kit.checks.{module}"))
    return [name for name, value in held.items() if isinstance(value, Check)]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_holds_exactly_one_check_named_after_it(module: str) -> None:
    """A module without a leading underscore is a check, and its name is the module's in kebab case."""
    assert checks_in(module) == ["CHECK"]
    assert import_module(f"review_kit.checks.{module}").CHECK.name == module.replace("_", "-")


def test_the_registry_is_the_folder() -> None:
    """Nothing is registered elsewhere, nothing left out, and the order is the names'."""
    names = [check.name for check in all_checks()]
    assert names == sorted(module.replace("_", "-") for module in MODULES)


def test_every_check_has_a_test_of_its_own_name() -> None:
    """`test_<check>.py` stands in tests/checks for each, and none tests a check that is gone."""
    tested = {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")}
    assert tested - {"shared_parts", "endings", "audience", "page_kind"} == set(MODULES)


def faults(words: str) -> list[str]:
    """What is wrong with a sentence of a check."""
    plain = PLACEHOLDER.sub("Word", words)
    return [fault for fault, wrong in {
        "no full stop": not plain.endswith((".", "?", "Word")),
        "more than one sentence": SECOND_SENTENCE.search(plain),
        "a status code": STATUS_CODE.search(plain),
        "American spelling": AMERICAN.search(plain),
        "long": len(plain) > SHORT,
        "space": plain != " ".join(plain.split()),
        "no capital": not (plain[:1].isupper() or plain[:1].isdigit() or plain[:1] == "“"),
    }.items() if wrong]


@CHECKS
def test_a_checks_words_are_one_short_plain_sentence_each(check: Check) -> None:
    """What we saw, what to do: short, British, and without a status code."""
    assert faults(check.what_we_saw) == []
    assert faults(check.what_to_do) == []


@pytest.mark.parametrize("words", [
    "The site answered 404.", "It is gone. Ask them.", "The color is wrong.", "Please organize it.", "no capital.",
    "No stop", "Two  spaces.", "Long " * 40 + ".", "The HTTP answer was odd.",
])
def test_the_rule_for_words_can_fail(words: str) -> None:
    """Each fault is seen, so that the test above is worth something."""
    assert faults(words)


@CHECKS
def test_a_check_that_argues_for_a_links_verdict_stands_on_a_rung(check: Check) -> None:
    """Without a rung its finding would decide nothing, and the link would be told that it works."""
    if isinstance(check.verdict, Verdict):
        assert check.rung is not None
    elif isinstance(check.verdict, ContactVerdict):
        assert check.rung is None


@CHECKS
def test_no_check_argues_that_something_works(check: Check) -> None:
    """`working` and `ok` are what is left when nothing speaks against it."""
    assert check.verdict not in {Verdict.WORKING, ContactVerdict.OK}


@CHECKS
def test_only_what_leads_nowhere_or_elsewhere_is_as_severe_as_broken(check: Check) -> None:
    """`broken` and `changed` ask a person to act; a doubt or a missing look is never as loud."""
    loud = check.severity >= Severity.BROKEN
    assert loud == (check.verdict in {Verdict.BROKEN, Verdict.CHANGED, ContactVerdict.BROKEN})


@CHECKS
def test_a_decision_has_something_to_rest_on(check: Check) -> None:
    """Each check names the facts on which a decision rests; where nothing was seen, there is nothing to decide."""
    nothing_seen = check.verdict is Verdict.NOT_CHECKED and check.rung is not None and check.rung <= Rung.OWN_FILTER
    assert bool(check.basis) or nothing_seen


def sights() -> list[Facts]:
    """Reviews in which most checks find something."""
    statuses = (200, 204, 301, 401, 403, 404, 407, 410, 429, 500, 999)
    answers = [make.visit(f"https://s{status}.example/page", status) for status in statuses]
    confirmed = [make.visit("https://gone.example/page", 404), make.browser_like(404, url="https://gone.example/page"),
                 make.front_page(404, url="https://s404.example/"),
                 make.browser_like(503, url="https://s410.example/page")]
    failures = [make.failed(failure, f"https://f{number}.example/page") for number, failure in enumerate(Failure)]
    led = [make.visit(f"https://r{number}.example/page", 200, (301, end)) for number, end in enumerate(
        ["https://r0.example/", "https://elsewhere.example/", "https://r2.example/new"])]
    troubles = ("expired", "not yet valid", "wrong name", "self-signed", "untrusted issuer", "incomplete chain")
    refused = [make.bad_certificate(told, f"https://c{number}.example/") for number, told in enumerate(troubles)]
    read = [make.unverified(url=visit.url, shown=make.certificate("*.example")) for visit in refused]
    waits = [make.visit("https://wait.example/", 429, retry_after=3600.0),
             make.visit("https://soon.example/", certificate=make.certificate(valid_until="2026-12-01"))]
    words = [make.link("", as_written="Home", written=Written.TITLE_ONLY), make.link("file:///c:/offer.docx"),
             make.link("", as_written="htp:/x", written=Written.MISTYPED),
             make.link("https://s200.example/page", written=Written.TITLE_AND_HOST)]
    contacts = [make.phone(), make.email(), make.person(), make.phone("1", problem="it is too short"),
                make.email("x", problem="it has no @")]
    entries = [make.service(*words, contacts=contacts), *(
        make.service(row=row, values={"Assured on": on})
        for row, on in enumerate(("2024-01-01", "2036-01-01", "?"), 3))]
    twins = [make.twin(visit.url.replace("//", "//www.")) for visit in failures]
    silent = [make.failed(Failure.TIMEOUT, f"https://q{n}.example/") for n in range(12)]
    return [
        make.facts(*answers, *confirmed, *led, *waits), make.facts(*failures[:9], *twins), make.facts(*failures[9:]),
        make.facts(*refused, *read), make.facts(*refused), make.facts(services=entries), make.facts(*silent),
        make.facts(*answers, canaries=make.AWAY), make.facts(*failures, canaries=make.STOPPED),
        make.facts(services=entries, canaries=(make.good(0, "before"), make.bad(9))),
        *(mail.facts(mail.look(asking)) for asking in (mail.GONE, mail.NULL, mail.NOWHERE, mail.LOST)),
    ]


def test_the_words_of_findings_are_sentences_too() -> None:
    """With their blanks filled in, whatever was seen: one short sentence, no status code, nothing left in braces."""
    found = [finding for of in sights() for finding in judge(of)]
    for finding in found:
        assert faults(finding.what_we_saw) == [], finding.what_we_saw
        assert faults(finding.what_to_do) == [], finding.what_to_do
        assert "{" not in finding.what_we_saw + finding.what_to_do
    assert len({finding.check for finding in found}) > 30  # the sights are wide enough to mean something


def test_every_finding_about_a_link_or_service_has_evidence_and_its_cell() -> None:
    """No verdict without evidence; the cell is the link's own, or the service's row."""
    for finding in (finding for of in sights() for finding in judge(of)):
        assert finding.evidence, finding
        assert finding.service is not None
        assert finding.cell.row == finding.service.cell.row
        assert finding.about is None or finding.cell == finding.about.cell


def test_the_facts_that_decisions_rest_on_are_really_given() -> None:
    """A misspelt name would be empty for ever, and a decision on it would never lapse."""
    given: dict[str, set[str]] = {}
    for finding in (finding for of in sights() for finding in judge(of)):
        given.setdefault(finding.check, set()).update(name for name, value in finding.basis if value)
    known = {"status", "final_url", "title", "failure", "certificate", "as_written", "suggestion", "normalised", "text",
             "assured_on", "provider", "old_name", "since", "forms", "where", "given", "quote", "days", "heard_on",
             "reply", "replied_on", "mail"}
    for check in all_checks():
        assert set(check.basis) <= known, check.name
        assert not check.basis or given.get(check.name, check.basis), check.name


def test_a_finding_of_the_reading_stands_first_and_is_kept() -> None:
    """What could not be read is told with the rest, unchanged."""
    plain = make.facts(make.visit())
    problem = judge(make.facts(services=[make.service()]))[0]
    register = make.register(*plain.register.services)
    assert judge(Facts(register, make.TODAY, plain.visits, plain.canaries)) == judge(plain)
    with_problem = type(register)(register.path, register.sha256, register.sheet, register.services, register.settings,
                                  problems=(problem,))
    assert judge(Facts(with_problem, make.TODAY, plain.visits, plain.canaries))[0] is problem


def test_judging_twice_gives_the_same() -> None:
    """A judgement is a pure function of the facts."""
    for of in sights():
        assert judge(of) == judge(of)
