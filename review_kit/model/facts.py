"""Everything a judgement may look at, gathered beforehand: a check sees this and nothing else."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TypeVar, cast
from urllib.parse import urlsplit

from review_kit.model.answer import Answer
from review_kit.model.mail import MailDomain, MailLook
from review_kit.model.register import Register
from review_kit.model.settings import named
from review_kit.model.visit import CanaryRound, Purpose, Visit
from review_kit.model.workbook import Cell

T = TypeVar("T")


def _newest_of(visits: Iterable[Visit]) -> dict[tuple[str, Purpose], Visit]:
    """The newest visit for each address and purpose; a later line of `visits.jsonl` wins a tie."""
    newest: dict[tuple[str, Purpose], Visit] = {}
    for visit in visits:
        key = (visit.url, visit.purpose)
        if key not in newest or visit.at >= newest[key].at:
            newest[key] = visit
    return newest


@dataclass(frozen=True, slots=True)
class Earlier:
    """What earlier reviews were told: the newest one's day and verdicts, and each address's last good visit."""

    on: str = ""
    verdicts: Mapping[str, str] = field(default_factory=dict)
    baseline: Mapping[str, Visit] = field(default_factory=dict)


@dataclass(frozen=True)
class Facts:
    """The register, what looking showed, and the day; made by `steps`, read by checks.

    `known` holds the tables of `review_kit/known/` by name, each a tuple of rows (header -> text).
    """

    register: Register
    today: date
    visits: tuple[Visit, ...] = ()
    canaries: tuple[CanaryRound, ...] = ()
    earlier: Earlier = field(default_factory=Earlier)
    known: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    ended: str = "done"
    """How the newest run ended: `done`, `no network`, `stopped` by a person, `unfinished`, or `out of time`."""
    practice: bool = False
    """Whether everything in them is invented, for learning."""
    unread: int = 0
    """Records of earlier runs that could not be read: a run was killed in the middle of a line."""
    answers: tuple[Answer, ...] = ()
    """What people heard: calls and providers' replies, the newest first."""
    own_pages: Mapping[tuple[str, Cell], tuple[Visit, ...]] = field(default_factory=dict)
    """The pages that speak for each entry, by its place; known once the links have been told (`verdicts.judge`)."""
    mail: tuple[MailLook, ...] = ()
    """What name servers said of the domains of e-mail addresses, run by run."""

    @cached_property
    def _attempts(self) -> dict[tuple[str, Purpose], tuple[Visit, ...]]:
        found: dict[tuple[str, Purpose], list[Visit]] = {}
        for visit in self.visits:
            found.setdefault((visit.url, visit.purpose), []).append(visit)
        return {key: tuple(sorted(visits, key=lambda v: v.at)) for key, visits in found.items()}

    @cached_property
    def _newest(self) -> dict[tuple[str, Purpose], Visit]:
        return _newest_of(self.visits)

    @cached_property
    def _newest_believed(self) -> dict[tuple[str, Purpose], Visit]:
        return _newest_of(visit for visit in self.visits if self.network_good(visit))

    @cached_property
    def _rounds_by_run(self) -> dict[str, tuple[CanaryRound, ...]]:
        runs: dict[str, list[CanaryRound]] = {}
        for round_ in self.canaries:
            runs.setdefault(round_.run, []).append(round_)
        return {run: tuple(sorted(rounds, key=lambda r: r.at)) for run, rounds in runs.items()}

    def visit(self, url: str, purpose: Purpose = Purpose.REGISTERED) -> Visit | None:
        """The newest visit of an address for a purpose, or None where there was none."""
        return self._newest.get((url, purpose))

    def believed(self, url: str, purpose: Purpose = Purpose.REGISTERED) -> Visit | None:
        """The newest visit of an address for a purpose that can be believed, or None.

        A look that a dead network spoilt does not take away what an earlier one showed. A second look that is older
        than the registered look at the same address says nothing of what that one showed.
        """
        believed = self._newest_believed
        visit, registered = believed.get((url, purpose)), believed.get((url, Purpose.REGISTERED))
        if visit is None or (registered is not None and visit.at < registered.at):
            return None
        return visit

    @cached_property
    def _rows(self) -> dict[tuple[str, ...], tuple[Mapping[str, str], ...]]:
        return {}

    def rows(self, table: str, **columns: str) -> tuple[Mapping[str, str], ...]:
        """The rows of a table of `known/` that hold these values; looked for once, however many pages ask."""
        key = (table, *(word for column in sorted(columns.items()) for word in column))
        if key not in self._rows:
            self._rows[key] = tuple(row for row in self.known.get(table, ())
                                    if all(row[name] == value for name, value in columns.items()))
        return self._rows[key]

    @cached_property
    def _worked_out(self) -> dict[tuple[object, ...], object]:
        return {}

    def once(self, key: tuple[object, ...], work: Callable[[], T]) -> T:
        """What a pure piece of work gives, done once for these facts however many checks ask.

        Args:
            key: names the work and what it is done with; the same key must mean the same result.
            work: done when nobody has asked yet.
        """
        if key not in self._worked_out:
            self._worked_out[key] = work()
        return cast("T", self._worked_out[key])

    @cached_property
    def _answers_by_key(self) -> dict[str, tuple[Answer, ...]]:
        found: dict[str, list[Answer]] = {}
        for answer in self.answers:
            found.setdefault(answer.service_key, []).append(answer)
        return {key: tuple(answers) for key, answers in found.items()}

    def answers_about(self, service_key: str) -> tuple[Answer, ...]:
        """What people heard about an entry, the newest first; answers that were undone or are old are among them."""
        return self._answers_by_key.get(service_key, ())

    @cached_property
    def _mail(self) -> dict[str, tuple[MailLook, MailDomain]]:
        believed = sorted((look for look in self.mail if look.good), key=lambda look: look.at)
        return {each.domain: (look, each) for look in believed for each in look.domains}

    def mail_look_of(self, domain: str) -> tuple[MailLook, MailDomain] | None:
        """The newest answer about a mail domain that can be believed, with the look that it belongs to; or None."""
        return self._mail.get(domain)

    def mail_of(self, domain: str) -> MailDomain | None:
        """The newest answer about a mail domain that can be believed, or None."""
        found = self.mail_look_of(domain)
        return found[1] if found else None

    @property
    def baseline(self) -> Mapping[str, Visit]:
        """An address -> its newest earlier visit that was judged working, or that a person accepted."""
        return self.earlier.baseline

    def attempts(self, url: str, purpose: Purpose = Purpose.REGISTERED) -> tuple[Visit, ...]:
        """Every visit of an address for a purpose, oldest first: failures count by their own dates."""
        return self._attempts.get((url, purpose), ())

    def around(self, visit: Visit) -> tuple[CanaryRound | None, CanaryRound | None]:
        """The canary rounds of the visit's own run before and after it; None where there was none."""
        rounds = self._rounds_by_run.get(visit.run, ())
        before = [r for r in rounds if r.at <= visit.at]
        after = [r for r in rounds if r.at >= visit.at]
        return (before[-1] if before else None), (after[0] if after else None)

    def network_good(self, visit: Visit) -> bool:
        """Whether the network can be believed for this visit.

        A failure, be it half-way through an answer, is believed only between two good rounds; an answer needs a good
        round before it and none bad after it, for a run that was stopped has no round after (docs/assumptions.md). An
        answer of the council's own host needs no internet, so no canary speaks against it, unless a sign-in page
        answers for everybody.
        """
        before, after = self.around(visit)
        if self._answered_by_our_own(visit) and before is not None and before.portal != "altered":
            return True
        if before is None or not before.good:
            return False
        if visit.status is None or visit.failure is not None:
            return after is not None and after.good
        return after is None or after.good

    def _answered_by_our_own(self, visit: Visit) -> bool:
        whole = visit.status is not None and visit.failure is None
        return whole and named(urlsplit(visit.final_url).hostname or "", self.register.settings.own_hosts)

    @property
    def network_state(self) -> str:
        """`good`, `bad`, `unsteady` or `not asked`, for the newest run.

        No link is asked before the newest round that is called `before`: earlier ones were a network waking up.
        """
        if not self.canaries:
            return "not asked"
        newest = self._rounds_by_run[max(self.canaries, key=lambda r: r.at).run]
        waking = [r for r in newest if r.when == "before"][:-1]
        rounds = {r.good for r in newest if r not in waking}
        return "unsteady" if len(rounds) > 1 else "good" if True in rounds else "bad"

    def __repr__(self) -> str:
        return f"<Facts of {self.today}: {len(self.visits)} visits, network {self.network_state}>"
