"""What decisions write: a new link, number or address, words taken out, an answer in its column, a retired service."""

import re
from collections.abc import Iterator

from review_kit.changes.places import cell_of
from review_kit.deciding.outcomes import replaces
from review_kit.model import Action, Change, Decision, Link, Outcome, Review, Service, State, Written

_LAST_BRACKETS = re.compile(r"\([^()]*\)(?=[^()]*$)")


def changes(review: Review) -> Iterator[Change]:
    """One for each decision that holds and writes something; of several about the same words the newest counts."""
    newest: dict[object, Outcome] = {}
    for outcome in review.outcomes:
        if not replaces(outcome) or outcome.decision is None:
            continue
        place = _place(outcome)
        before = newest.get(place)
        if before is None or before.decision is None or before.decision.number < outcome.decision.number:
            newest[place] = outcome
    for outcome in newest.values():
        yield from _written(review, outcome)
    yield from _retired(review)


def _place(outcome: Outcome) -> object:
    """What is written: the same words in two cells are two places."""
    finding = outcome.finding
    return (finding.about.cell, finding.about.as_written, getattr(finding.about, "url", "")) if finding.about else (
        finding.cell, finding.answer_in)


def _written(review: Review, outcome: Outcome) -> Iterator[Change]:
    finding, decision = outcome.finding, outcome.decision
    if decision is None or finding.service is None:
        return
    evidence = " ".join(filter(None, (decision.seen, decision.evidence)))
    if finding.about is None:
        yield Change(finding.service, cell_of(review.register, finding.service, finding.answer_in), finding.answer_in,
                     finding.service.value(finding.answer_in), decision.text, why=_why(decision), by=decision.who,
                     evidence=evidence)
        return
    columns = {number: name for name, number in review.register.columns.items()}
    old = finding.about.as_written
    behind = isinstance(finding.about, Link) and finding.about.written is Written.BEHIND_TEXT
    if isinstance(finding.about, Link):
        old = finding.about.url if behind else old
        new = decision.text if behind else _link_words(finding.about, decision)
    else:
        new = decision.text
    yield Change(finding.service, finding.about.cell, columns.get(finding.about.cell.column, ""), old, new,
                 why=_why(decision), by=decision.who, evidence=evidence, part=not behind)


def _link_words(link: Link, decision: Decision) -> str:
    """The words of a link with its new address: a page title that was pasted with it stays."""
    if decision.action is Action.TAKE_OUT:
        return ""
    if link.written is Written.TITLE_AND_HOST:
        return _LAST_BRACKETS.sub(lambda _: f"({decision.text})", link.as_written)
    return f"{link.as_written} ({decision.text})" if link.written is Written.TITLE_ONLY else decision.text


def _why(decision: Decision) -> str:
    return f"Decided: {decision.action}." + (f" {decision.note}" if decision.note else "")


def _retired(review: Review) -> Iterator[Change]:
    """`retired` in `Status`, once for each service that is to be; its row stays."""
    done: set[tuple[str, object]] = set()
    for outcome in review.outcomes:
        decision, service = outcome.decision, outcome.finding.service
        if decision is None or service is None or decision.action is not Action.RETIRE or service.place in done:
            continue
        if outcome.state in {State.DECIDED, State.SETTLED} and not service.retired:
            done.add(service.place)
            yield _status(review, service, decision)


def _status(review: Review, service: Service, decision: Decision) -> Change:
    return Change(service, cell_of(review.register, service, "Status"), "Status", service.value("Status"), "retired",
                  why=_why(decision), by=decision.who, evidence=" ".join(filter(None, (decision.seen,
                                                                                       decision.evidence))))
