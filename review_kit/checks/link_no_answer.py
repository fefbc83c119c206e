"""No answer came, or it broke off: a slow server, a firewall or a passing fault. A program cannot tell which."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import askable
from review_kit.checks._days import down_for_days
from review_kit.checks._network import blamed
from review_kit.checks._plain_http import may_be_plain, plain
from review_kit.checks.domain_gone import gone_for_good
from review_kit.model import Facts, Failure, Finding, Look, Purpose, Rung, Severity, Verdict

SAW = {
    Failure.TIMEOUT: "gave no answer in the time we waited",
    Failure.RESET: "broke the connection off",
    Failure.UNREACHABLE: "could not be reached",
    Failure.RESOLVER_TROUBLE: "could not be looked up just then",
    Failure.NO_SUCH_NAME: "could not be looked up, and a second opinion is still missing",
    Failure.TLS: "could not make a secure connection with our checker",
    Failure.BAD_ANSWER: "answered in a way that our checker could not read",
    Failure.ROBOTS: "was not asked, for it asks programs to stay away",
    Failure.OTHER: "could not be opened by our checker",
}


def _find(facts: Facts) -> Iterator[Finding]:
    for a in blamed(facts, *SAW):
        told = down_for_days(a) or (a.visit.failure is Failure.NO_SUCH_NAME and gone_for_good(a))
        if a.visit.failure is None or told:
            continue
        yield CHECK.finding(a.service, a.link, saw=SAW[a.visit.failure], basis=a.basis, evidence=a.evidence)


def _looks(facts: Facts) -> Iterator[Look]:
    for _, link in facts.register.links:
        visit = facts.visit(link.url) if askable(link) else None
        if visit is not None and may_be_plain(link, visit):
            yield Look(plain(link.url), Purpose.PLAIN_HTTP, "the address names no scheme, and https gave no answer")


CHECK = Check(
    name="link-no-answer", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT, basis=("failure",),
    what_we_saw="The site {saw}.",
    what_to_do="Open the link yourself, on another day too if need be: does the page come up?",
    find=_find, looks=_looks)
