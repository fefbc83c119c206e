"""No answer came, or it broke off: a slow server, a firewall or a passing fault. A program cannot tell which."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._asked import asked
from review_kit.model import Facts, Failure, Finding, Rung, Severity, Verdict

SAW = {
    Failure.TIMEOUT: "gave no answer in the time we waited",
    Failure.RESET: "broke the connection off",
    Failure.UNREACHABLE: "could not be reached",
    Failure.RESOLVER_TROUBLE: "could not be looked up just then",
    Failure.NO_SUCH_NAME: "could not be looked up, and a second opinion is still missing",
    Failure.TLS: "could not make a secure connection with our checker",
    Failure.BAD_ANSWER: "answered in a way that our checker could not read",
    Failure.OTHER: "could not be opened by our checker",
}


def _find(facts: Facts) -> Iterator[Finding]:
    for a in asked(facts):
        if a.visit.failure in SAW:
            days = {visit.at[:10] for visit in facts.attempts(a.link.url) if visit.failure is not None}
            yield CHECK.finding(a.service, a.link, saw=SAW[a.visit.failure], basis=a.basis,
                                evidence=f"{a.evidence} Failed on {len(days)} day{'s' if len(days) != 1 else ''}.")


CHECK = Check(
    name="link-no-answer", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.TRANSPORT, basis=("failure",),
    what_we_saw="The site {saw}.",
    what_to_do="Open the link yourself: does the page come up? If not, try again on another day.", find=_find)
