"""Checks: one file for each. A module of this folder that holds `CHECK` is a check; nothing else registers it.

A check is a pure function of `Facts` to findings, with its own words. It may also name the looks that would settle
its doubts; `steps` has them made and asks again.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from review_kit._discover import constants
from review_kit.model import Contact, ContactVerdict, Facts, Finding, Link, Look, Rung, Service, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """One complaint: its name, its words, what it argues for, and how it is found.

    `what_we_saw` and `what_to_do` are one short sentence each; `{names}` in them are filled by the finding.
    `basis` names the facts on which a decision rests: when one of them changes, the decision lapses.
    """

    name: str
    severity: Severity
    what_we_saw: str
    what_to_do: str
    find: Callable[[Facts], Iterable[Finding]]
    verdict: Verdict | ContactVerdict | None = None
    rung: Rung | None = None
    basis: tuple[str, ...] = ()
    answer_in: str = ""
    """The column that an answer goes to, for a check of whole entries."""
    of_retired: bool = False
    """Whether it speaks of entries that are retired, of which nothing else is asked any more."""
    of_answers: bool = False
    """Whether it rests on what people answered, or on the pages that speak for an entry: it is then judged once the
    links have been told, and again whenever somebody answers."""
    looks: Callable[[Facts], Iterable[Look]] | None = None

    def finding(self, service: Service, about: Link | Contact | None = None, *, suggestion: str = "",
                evidence: str = "", severity: Severity | None = None, basis: Mapping[str, str] | None = None,
                **words: str) -> Finding:
        """A finding of this check about a link, a contact or (with neither) the service itself."""
        return Finding(
            check=self.name, severity=severity or self.severity, cell=about.cell if about else service.cell,
            what_we_saw=self.what_we_saw.format(**words), what_to_do=self.what_to_do.format(**words),
            service=service, about=about, suggestion=suggestion, evidence=evidence, verdict=self.verdict,
            rung=self.rung, basis=tuple((name, (basis or {}).get(name, "")) for name in self.basis),
            answer_in=self.answer_in)


@cache
def all_checks() -> tuple[Check, ...]:
    """Every check of the folder, by name."""
    return tuple(sorted(constants(__name__, "CHECK", Check), key=lambda check: check.name))


def findings(facts: Facts, *, of_answers: bool) -> tuple[Finding, ...]:
    """What the checks of one of the two kinds find, in the order of their names (see `Check.of_answers`)."""
    return tuple(finding for check in all_checks() if check.of_answers is of_answers for finding in check.find(facts)
                 if check.of_retired or finding.service is None or not finding.service.retired)
