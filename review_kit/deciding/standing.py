"""What stands in the way of each entry's assurance, and what vouches for it.

An entry is assured when everything in its row is working, answered or decided, and somebody vouches for it: a page
that still describes it, its provider, or a named role who checked. Silence never assures.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from review_kit import heard
from review_kit.assurance import assured_now, assured_on, cycle_months
from review_kit.dates import months_after, prose_date, read_date
from review_kit.deciding.matching import Matching
from review_kit.deciding.outcomes import (
    ENTRY_CHECK,
    WORD,
    entry_key,
    replacements,
    replaces,
    still_vouching,
    vouches,
)
from review_kit.model import (
    CLEAR,
    Action,
    Contact,
    ContactVerdict,
    Decision,
    Link,
    Outcome,
    Place,
    Review,
    Service,
    State,
    Verdict,
    Vouched,
)

NOBODY = "Nobody vouches for it yet: no page that we saw describes it, and nobody has said that they checked it."
UNSEEN = "What is to be written in has not been checked yet: write the register, check again, and look at it then."
NO_WAY_IN = "Nothing is left by which a young person could reach it."
NO_ROLE = "No role is named in whose name it is assured."
WAYS: dict[State, tuple[str, str]] = {
    State.OPEN: ("1 finding is not decided yet.", "{n} findings are not decided yet."),
    State.CAME_BACK: ("1 decision came back.", "{n} decisions came back."),
    State.PUT_OFF: ("1 finding is put off.", "{n} findings are put off."),
    State.WAITING: ("The provider was asked, and has not answered yet.", "The provider was asked {n} things."),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How an entry stands: what is in the way of its assurance, or the day, the role and the reason of it."""

    service: Service
    obstacles: tuple[str, ...] = ()
    on: date | None = None
    """The oldest day among all that the assurance rests on."""
    by: str = ""
    why: str = ""
    due: date | None = None

    @property
    def assured(self) -> bool:
        """Whether nothing is in the way."""
        return not self.obstacles


def standings(review: Review, services: Iterable[Service] | None = None) -> tuple[Standing, ...]:
    """How each entry of a review that is not retired stands, or each of those that are asked for."""
    matching = Matching(review.register, review.decided.decisions, review.today)
    wanted = tuple(review.register.services if services is None else services)
    by_place: dict[Place, list[Outcome]] = defaultdict(list)
    places = {service.place for service in wanted}
    for outcome in review.outcomes:
        if outcome.finding.service is not None and outcome.finding.service.place in places:
            by_place[outcome.finding.service.place].append(outcome)
    looked = _looked(review, places)
    return tuple(_standing(review, matching, service, by_place[service.place], looked[service.place])
                 for service in wanted
                 if not service.retired and matching.retired(service) is None)


def _standing(review: Review, matching: Matching, service: Service, made: Sequence[Outcome],
              looked: Sequence[date]) -> Standing:
    obstacles = list(_obstacles(made))
    going = replacements(made)
    word = _word(matching, service, [o for o in made if (service.key, o.finding.about) not in going])
    seen = still_vouching(review.vouching.get(service.place, ()), service.key, going)
    if word is None and not seen:
        return Standing(service, (*obstacles, NOBODY))
    vouched = _as_vouched(word) if word is not None else max(seen, key=lambda each: each.on)
    by = word.who if word is not None else review.decided.by
    if not by:
        obstacles.append(NO_ROLE)
    if _nothing_left(service, going):
        obstacles.append(NO_WAY_IN)
    if any(_unseen(review, o) for o in made if replaces(o)):
        obstacles.append(UNSEEN)
    if obstacles:
        return Standing(service, tuple(obstacles))
    decided = (_day(o.decision) for o in made if o.decision is not None and o.state is State.DECIDED)
    day = min(vouched.on, review.today, *looked, *decided)
    return Standing(service, (), day, by, vouched.why,
                    months_after(day, cycle_months(service, review.register.settings)))


def _unseen(review: Review, outcome: Outcome) -> bool:
    """Whether a decision puts in what nobody has looked at: not a page that we saw, and not words that only go."""
    text = outcome.decision.text if outcome.decision is not None else ""
    if not text or outcome.finding.about is None:
        return False
    return not any(told.link == outcome.finding.about and told.visit is not None and told.visit.final_url == text
                   and told.verdict in {Verdict.WORKING, Verdict.MOVED} for told in review.links)


def _nothing_left(service: Service, going: Mapping[tuple[str, Link | Contact], Decision]) -> bool:
    """Whether everything by which people could reach the entry is to be taken out."""
    held = service.links_and_contacts
    return bool(held) and not any(service.value(column) for column in ("How to get it", "Where")) and all(
        (service.key, each) in going and not going[service.key, each].text for each in held)


def _obstacles(made: Sequence[Outcome]) -> Iterator[str]:
    """What is not settled, in sentences. That nobody vouches for the whole entry yet is said in other words."""
    states = Counter(o.state for o in made if o.state not in CLEAR and (
        o.finding.check != ENTRY_CHECK or o.state is State.WAITING))
    for state, (one, many) in WAYS.items():
        if states[state]:
            yield one if states[state] == 1 else many.format(n=states[state])


def _looked(review: Review, places: Collection[Place]) -> defaultdict[Place, list[date]]:
    """The days on which each entry's links were seen working, and its contacts vouched for: no assurance is newer."""
    days: defaultdict[Place, list[date]] = defaultdict(list)
    for told in review.links:
        if told.service.place in places and told.visit is not None and told.verdict in {Verdict.WORKING, Verdict.MOVED}:
            days[told.service.place].append(datetime.fromisoformat(told.visit.at).date())
    for contact in review.contacts:
        service = contact.service
        if service.place in places and contact.verdict is ContactVerdict.OK:
            days[service.place] += _vouched_on(review, service, contact.contact)
    return days


def _vouched_on(review: Review, service: Service, contact: Contact) -> Iterator[date]:
    """The day on which a person vouched for a contact; what a page showed has the day of its link."""
    answer, before = heard.confirmed(review.facts, service, contact), assured_on(service)
    if answer is not None:
        yield date.fromisoformat(answer.on)
    elif before is not None and assured_now(service, review.register.settings, review.today):
        yield before


def _word(matching: Matching, service: Service, made: Sequence[Outcome]) -> Decision | None:
    """The newest word that somebody gave on the entry or on something in it, and that still holds."""
    entry = matching.holding(entry_key(service.key), service)
    given = [o.decision for o in made if o.decision is not None and vouches(o)]
    if entry is not None and entry.action in WORD:
        given.append(entry)
    return max(given, key=lambda decision: decision.number, default=None)


def _as_vouched(decision: Decision) -> Vouched:
    on = _day(decision)
    said = "The provider confirmed it" if decision.action is Action.CONFIRMED else f"{decision.who} checked it"
    note = f": {decision.note.rstrip('.')}" if decision.note else ""
    return Vouched(f"{said} on {prose_date(on)}{note}.", on)


def _day(decision: Decision) -> date:
    return read_date(decision.decided_on) or date.min
