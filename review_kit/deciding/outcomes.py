"""Each finding with what was decided about it: what is left, what came back, and what needs no decision."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from review_kit.deciding.matching import Matching, fits, headers_by_number, key_of
from review_kit.model import (
    LEFT,
    Action,
    Contact,
    Decided,
    Decision,
    Finding,
    Key,
    Link,
    Outcome,
    Register,
    Severity,
    State,
    Vouched,
    Vouching,
)

ENTRY_CHECK = "service-overdue"
"""The check whose finding asks for somebody's word on the whole entry."""
REPLACING = frozenset({Action.SUGGESTION, Action.OTHER, Action.TAKE_OUT})
WORD = frozenset({Action.FINE, Action.CONFIRMED})
"""With these somebody says that they looked themselves, or that the provider said so: it vouches."""
STATES: Mapping[Action, State] = {Action.LATER: State.PUT_OFF, Action.ASK: State.WAITING}

NOTE_ONLY = "Worth knowing; it needs no decision."
RETIRED = "The entry is retired."
TO_BE_RETIRED = "The entry is to be retired."
TO_BE_REPLACED = "The words in question are to be replaced or taken out."
WILL_BE_ASSURED = "Somebody or something vouches for the entry; it is assured once all else in it is settled."


def entry_key(service_key: str) -> Key:
    """What a decision on a whole entry is about."""
    return service_key, ENTRY_CHECK, ""


def needs_decision(finding: Finding) -> bool:
    """Whether somebody must decide: all but notes that argue for no verdict."""
    return finding.severity >= Severity.CAUTION or finding.verdict is not None or finding.check == ENTRY_CHECK


def outcomes(findings: Sequence[Finding], register: Register, decided: Decided, vouching: Vouching,
             today: date) -> tuple[Outcome, ...]:
    """One outcome for each finding, in the findings' order.

    Args:
        findings: of the review.
        register: as reviewed.
        decided: what the store holds, the newest first.
        vouching: what was seen that vouches for entries.
        today: the review's day.
    """
    columns, matching = headers_by_number(register), Matching(register, decided.decisions, today)
    keys = [key_of(finding, columns) for finding in findings]
    alike: dict[Key, list[Finding]] = defaultdict(list)
    for key, finding in zip(keys, findings, strict=True):
        alike[key].append(finding)
    suggestions = _suggestions(findings)
    made = [_own(matching, key, finding, alike[key], suggestions) for key, finding in zip(keys, findings, strict=True)]
    return tuple(_settled(made, matching, vouching))


def _suggestions(findings: Sequence[Finding]) -> Mapping[tuple[str, Link | Contact], str]:
    """The first suggestion of any check for a link or contact: who complains need not know where the page is now."""
    found: dict[tuple[str, Link | Contact], str] = {}
    for finding in findings:
        if finding.suggestion and finding.service is not None and finding.about is not None:
            found.setdefault((finding.service.key, finding.about), finding.suggestion)
    return found


def _own(matching: Matching, key: Key, finding: Finding, alike: Sequence[Finding],
         suggestions: Mapping[tuple[str, Link | Contact], str]) -> Outcome:
    """What was decided about a finding itself."""
    def is_others(decision: Decision) -> bool:
        return any(other is not finding and fits(decision, other) for other in alike)

    decision, why = matching.match(key, finding, is_others)
    state = State.OPEN
    if decision is not None:
        state = State.CAME_BACK if why else STATES.get(decision.action, State.DECIDED)
    elif not needs_decision(finding):
        state, why = State.SETTLED, NOTE_ONLY
    if state is State.CAME_BACK and not needs_decision(finding):
        state, decision, why = State.SETTLED, None, NOTE_ONLY
    service, about = finding.service, finding.about
    suggestion = finding.suggestion or (
        suggestions.get((service.key, about), "") if service is not None and about is not None else "")
    return Outcome(finding, key, state, decision, why, suggestion)


def _settled(made: Sequence[Outcome], matching: Matching, vouching: Vouching) -> Iterator[Outcome]:
    """The outcomes again, where a decision on something else leaves nothing to decide."""
    replaced = replacements(made)
    said = {o.finding.service.place for o in made if o.finding.service is not None and vouches(o)
            and (o.key[0], o.finding.about) not in replaced}
    for outcome in made:
        service = outcome.finding.service
        retiring = matching.retired(service) if service is not None else None
        if service is None or (outcome.state is State.DECIDED and retiring is None):
            yield outcome
        elif service.retired:
            yield replace(outcome, state=State.SETTLED, why=RETIRED)
        elif retiring is not None:
            own = outcome.decision is retiring
            yield replace(outcome, state=State.DECIDED if own else State.SETTLED, decision=retiring, why=TO_BE_RETIRED)
        elif outcome.state in LEFT | {State.WAITING} and (outcome.key[0], outcome.finding.about) in replaced:
            yield replace(outcome, state=State.SETTLED, why=TO_BE_REPLACED)
        elif (outcome.finding.check == ENTRY_CHECK and outcome.state in LEFT
              and (service.place in said or still_vouching(vouching.get(service.place, ()), service.key, replaced))):
            yield replace(outcome, state=State.SETTLED, why=WILL_BE_ASSURED)
        else:
            yield outcome


def replacements(made: Iterable[Outcome]) -> Mapping[tuple[str, Link | Contact], Decision]:
    """The links and contacts in whose place something else is to stand, by their service, with the decision."""
    return {(o.key[0], o.finding.about): o.decision for o in made
            if o.finding.about is not None and o.decision is not None and replaces(o)}


def still_vouching(seen: Iterable[Vouched], service_key: str,
                   replaced: Mapping[tuple[str, Link | Contact], Decision]) -> tuple[Vouched, ...]:
    """What vouches still: not a page or a call whose words are to go, unless they stay as the new address."""
    return tuple(each for each in seen if each.about is None or (service_key, each.about) not in replaced
                 or (each.url and replaced[service_key, each.about].text == each.url))


def replaces(outcome: Outcome) -> bool:
    """Whether a decision that holds puts something else in the place of the words in question."""
    decision = outcome.decision
    return outcome.state is State.DECIDED and decision is not None and decision.action in REPLACING


def vouches(outcome: Outcome) -> bool:
    """Whether somebody gave their word on a link, a contact or the whole entry, and it holds."""
    decision, finding = outcome.decision, outcome.finding
    on_something = finding.about is not None or finding.check == ENTRY_CHECK
    return outcome.state is State.DECIDED and decision is not None and decision.action in WORD and on_something
