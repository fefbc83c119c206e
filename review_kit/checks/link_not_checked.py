"""A link that was not asked, or was asked while our own network could not be believed."""

from collections.abc import Iterator

from review_kit.assurance import assured_now, due_on
from review_kit.checks import Check
from review_kit.checks._asked import askable, evidence_of
from review_kit.dates import prose_date, prose_moment
from review_kit.model import Facts, Finding, Rung, Service, Severity, Verdict, Visit

AGAIN = "Run the review again from a network that reaches the internet; nothing here says that the link is broken."
ON = "Run the review again: it goes on where it ended."
REASONS = {
    "bad": ("Our network did not reach the internet, so this link was not checked.", AGAIN),
    "unsteady": ("Our network failed during this review, before this link was asked.", AGAIN),
    "good": ("This review ended before this link was asked.", ON),
    "not asked": ("This link has not been asked yet.", "Run the review with a network to have it checked."),
}
"""State of the network in the newest run -> what we saw, what to do, of a link that was not asked."""
NOT_DUE = ("This link was not asked in this review; its entry is assured until {day}.", ON)
RETIRED = ("This entry is retired, so its link was not checked.", "Nothing; take the row out when nobody needs it.")
DISBELIEVED = ("Our network failed while this link was being checked, so what came back is not believed.", AGAIN)
UNPROVEN = ("No answer came, and the review ended before we could tell whether our own network was to blame.", ON)


def _find(facts: Facts) -> Iterator[Finding]:
    for service, link in facts.register.links:
        if not askable(link):
            continue
        if service.retired:
            yield CHECK.finding(service, link, saw=RETIRED[0], do=RETIRED[1], severity=Severity.NOTE)
            continue
        visit = facts.visit(link.url)
        if facts.believed(link.url) is None:
            saw, do = _reason(facts, visit) if visit else _not_due(facts, service) or REASONS[facts.network_state]
            yield CHECK.finding(service, link, saw=saw, do=do, evidence=_evidence(facts, visit))


def _not_due(facts: Facts, service: Service) -> tuple[str, str] | None:
    """An entry that is assured is left alone by a review of what is due; None where that is not the reason."""
    settings = facts.register.settings
    due = due_on(service, settings)
    if due is None or facts.network_state != "good" or not assured_now(service, settings, facts.today):
        return None
    return NOT_DUE[0].format(day=prose_date(due)), NOT_DUE[1]


def _reason(facts: Facts, visit: Visit) -> tuple[str, str]:
    """Why what a visit showed is not believed."""
    return UNPROVEN if all(r is None or r.good for r in facts.around(visit)) else DISBELIEVED


def _evidence(facts: Facts, visit: Visit | None) -> str:
    said = [evidence_of(visit)] if visit else []
    if facts.canaries:
        newest = max(facts.canaries, key=lambda r: r.at)
        silent = "; ".join(newest.silent) or "none"
        said.append(f"Addresses that must answer and did not, on {prose_moment(newest.at)}: {silent}.")
    return " ".join(said)


CHECK = Check(
    name="link-not-checked", severity=Severity.CAUTION, verdict=Verdict.NOT_CHECKED, rung=Rung.NETWORK,
    what_we_saw="{saw}", what_to_do="{do}", find=_find, of_retired=True)
