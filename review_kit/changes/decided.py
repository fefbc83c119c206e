"""What decisions write: a new link, number or address, words taken out, an answer in its column, a retired service."""

import re
from collections.abc import Iterator, Mapping

from review_kit.changes.places import cell_of
from review_kit.deciding.matching import Matching
from review_kit.deciding.outcomes import replacements, replaces
from review_kit.model import (
    DATE_COLUMNS,
    Action,
    Cell,
    Change,
    Contact,
    ContactKind,
    Decision,
    Finding,
    Link,
    Outcome,
    Review,
    Service,
    Written,
)

_LAST_BRACKETS = re.compile(r"\([^()]*\)(?=[^()]*$)")
_SCHEMES: Mapping[ContactKind, str] = {ContactKind.EMAIL: "mailto:", ContactKind.PHONE: "tel:"}


def changes(review: Review) -> Iterator[Change]:
    """One for each decision that holds and writes something; of several about the same words the newest counts."""
    newest: dict[object, Outcome] = {}
    for outcome in filter(replaces, review.outcomes):
        place = _place(outcome.finding)
        before = newest.get(place)
        if before is None or _number(before) < _number(outcome):
            newest[place] = outcome
    for outcome in newest.values():
        yield from _written(review, outcome)
    yield from _retired(review)


def conflicts(review: Review) -> Mapping[Cell, str]:
    """The cells that several services share, and about which they do not want the same, with a sentence for each."""
    wanted = {(key, about): (decision.action, decision.text)
              for (key, about), decision in replacements(review.outcomes).items()}
    shared: dict[tuple[Cell, str], set[object]] = {}
    for service in review.register.services:
        for about in service.links_and_contacts:
            shared.setdefault((about.cell, about.as_written), set()).add(wanted.get((service.key, about)))
    return {cell: f"{cell} was left as it was: services share “{words}” there, and not the same was decided for each. "
            "Decide the same for all of them." for (cell, words), wishes in shared.items() if len(wishes) > 1}


def _number(outcome: Outcome) -> int:
    return outcome.decision.number if outcome.decision is not None else 0


def _place(finding: Finding) -> object:
    """What is written: the same words in two cells, or for two services, are two places."""
    service, about = finding.service, finding.about
    of = service.place if service is not None else ""
    return (of, about.cell, about) if about is not None else (of, finding.cell, finding.answer_in)


def _written(review: Review, outcome: Outcome) -> Iterator[Change]:
    finding, decision = outcome.finding, outcome.decision
    if decision is None or finding.service is None:
        return
    if finding.about is None:
        yield Change(finding.service, cell_of(review.register, finding.service, finding.answer_in), finding.answer_in,
                     finding.service.value(finding.answer_in), decision.text, why=_why(decision), by=decision.who,
                     evidence=_evidence(decision), day=finding.answer_in in DATE_COLUMNS)
        return
    columns = {number: name for name, number in review.register.columns.items()}
    old, new, behind = _words(finding.about, decision)
    yield Change(finding.service, finding.about.cell, columns.get(finding.about.cell.column, ""), old, new,
                 why=_why(decision), by=decision.who, evidence=_evidence(decision),
                 part=not _hidden(finding.about), behind=behind)


def _words(about: Link | Contact, decision: Decision) -> tuple[str, str, str]:
    """The words that go, the words that come, and the address that may stand behind the cell as well."""
    if isinstance(about, Contact):
        scheme = _SCHEMES.get(about.kind, "")
        return about.as_written, decision.text, f"{scheme}{about.normalised or about.as_written}" if scheme else ""
    if _hidden(about):
        return about.url, decision.text, about.url
    return about.as_written, _link_words(about, decision), about.url


def _hidden(about: Link | Contact) -> bool:
    """Whether an address stands only behind other words, which stay."""
    return isinstance(about, Link) and about.written is Written.BEHIND_TEXT


def _link_words(link: Link, decision: Decision) -> str:
    """The words of a link with its new address: a page title that was pasted with it stays."""
    if decision.action is Action.TAKE_OUT:
        return ""
    if link.written is Written.TITLE_AND_HOST:
        return _LAST_BRACKETS.sub(lambda _: f"({decision.text})", link.as_written)
    return f"{link.as_written} ({decision.text})" if link.written is Written.TITLE_ONLY else decision.text


def _why(decision: Decision) -> str:
    return f"Decided: {decision.action}." + (f" {decision.note}" if decision.note else "")


def _evidence(decision: Decision) -> str:
    return " ".join(filter(None, (decision.seen, decision.evidence)))


def _retired(review: Review) -> Iterator[Change]:
    """`retired` in `Status` for each service that is to be; its row stays."""
    matching = Matching(review.register, review.decided.decisions, review.today)
    for service in review.register.services:
        decision = matching.retired(service)
        if decision is not None and not service.retired:
            yield _status(review, service, decision)


def _status(review: Review, service: Service, decision: Decision) -> Change:
    return Change(service, cell_of(review.register, service, "Status"), "Status", service.value("Status"), "retired",
                  why=_why(decision), by=decision.who, evidence=_evidence(decision))
