"""Notebook 4: every finding with its evidence, service by service, in the order of harm, and a decision for each."""

from collections.abc import Iterable, Mapping, Sequence

from review_kit.deciding import decision, standings
from review_kit.deciding.in_rows import stands_already
from review_kit.deciding.names import name_of
from review_kit.deciding.together import together
from review_kit.errors import DecisionError
from review_kit.model import LEFT, Action, Decision, Outcome, Review, Service, State
from review_kit.reports.parts.groups import Group
from review_kit.reports.words import KEPT, counted, decided_words
from review_kit.widgets.desk_list import EVERYTHING, LEFT_TO_DECIDE, DeskList, Narrowing, in_words
from review_kit.widgets.desk_ways import at_hand, bulk_name, entry_words, instead, main_way, other_ways
from review_kit.widgets.listing import Listing

MOST_TOGETHER = 8


class DecisionDesk(Listing):
    """Lists the findings and keeps what is decided about each, at once and with who, when and what was seen."""

    called, lists, does = "Decision desk", "finding", "decide"
    template = "decide.html.j2"
    unchecked = "Nothing was checked yet. Check links and contacts first, in notebook 2."

    _wanted = Narrowing()
    _list: DeskList | None = None
    _of: Review | None = None
    _kept: frozenset[str] = frozenset()
    """Findings decided since the list was narrowed: they stay in their place, with a way to undo."""

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None:
            return {"review": None}
        desk = self._desk(review)
        matching = tuple(desk.matching(self._wanted, self._kept))
        always, shown = self.list_parts(review, matching), self.on_page(matching)
        return {
            **always, "review": review, "wanted": self._wanted,
            "show_choices": desk.show_choices(), "severity_choices": desk.severity_choices(self._wanted.show),
            "groups": shown, "shown_words": _shown_words(matching),
            "outcome_of": desk.outcome, "name_of": name_of, "title_of": desk.title, "left": LEFT, "states": State,
            "at_hand": at_hand, "main_way": main_way, "other_ways": other_ways, "progress": _progress(desk),
            "standings": {s.service.place: s for s in standings(review, _services(shown))},
            "together": together(review.outcomes)[:MOST_TOGETHER], "bulk_name": bulk_name,
            "newest": len(_newest_press(review)), "instead": instead, "entry_words": entry_words,
        }

    def _desk(self, review: Review) -> DeskList:
        """The list of a review; grouped once, for it is asked for at each letter that is typed."""
        if self._list is None or self._list.findings is not review.findings:
            self._list, self._kept = DeskList(review), frozenset()
        elif self._of is not review:
            self._list.take_in(review)
        self._of = review
        return self._list

    # Finding one's way

    def press_narrow(self, values: Mapping[str, str], _files: object) -> None:
        """Show only what is in such a state, so serious, and holds these words."""
        self._wanted = Narrowing(values.get("show", LEFT_TO_DECIDE), values.get("severity", EVERYTHING),
                                 values.get("words", ""))
        self._page, self._kept = 1, frozenset()

    # Deciding

    def press_decide(self, values: Mapping[str, str], _files: object) -> None:
        """Keep one decision.

        Raises:
            DecisionError: it lacks something, or the finding is not there any more as it was shown.
            StoreError: it could not be kept.
        """
        outcome = self._named(values.get("finding", ""))
        action = Action(values.get("chosen", ""))
        self._keep((outcome,), action, values)

    def press_same(self, values: Mapping[str, str], _files: object) -> None:
        """Decide again what was decided before it came back.

        Raises:
            DecisionError: that does not fit any more.
            StoreError: it could not be kept.
        """
        outcome = self._named(values.get("finding", ""))
        if outcome.decision is None:
            raise DecisionError("Nothing was decided about this before.")
        self._keep((outcome,), outcome.decision.action, {"text": outcome.decision.text, "note": outcome.decision.note})

    def press_all(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the same decision about each finding of a group.

        Raises:
            DecisionError: it lacks something, or the group is not there any more as it was shown.
            StoreError: nothing of it could be kept.
        """
        review = self._review()
        group = next((each for each in together(review.outcomes) if bulk_name(each) == values.get("group")), None)
        if group is None:
            raise DecisionError("These findings have changed meanwhile. Look at them again, then decide.")
        self._keep(group.outcomes, Action(values.get("chosen", "")), values)

    def press_undo(self, values: Mapping[str, str], _files: object) -> None:
        """Undo one decision, or everything that the newest press decided.

        Raises:
            StoreError: it could not be kept.
        """
        review = self._review()
        ids = [values["decision"]] if values.get("decision") else [each.id for each in _newest_press(review)]
        outcome = next((o for o in review.outcomes if o.decision is not None and o.decision.id in ids[:1]), None)
        if self.current.keeping.decisions.undo(ids, today=self.current.today):
            self.current.took()
            self.done = f"Undone: {counted(len(ids), 'decision')}."
        if outcome is not None:
            self._kept |= {name_of(outcome)}
            self._go_to = name_of(outcome)

    def _keep(self, outcomes: Sequence[Outcome], action: Action, values: Mapping[str, str]) -> None:
        store = self.current.keeping
        review, said = self._review(), {"text": values.get("text", ""), "note": values.get("note", "")}
        made = [decision(each, action, who=review.decided.by, today=self.current.today,
                         dangerous=self.current.dangers.concern, **said) for each in outcomes]
        fresh = [each for each, outcome in zip(made, outcomes, strict=True) if not stands_already(each, outcome)]
        if fresh:
            store.decisions.add(fresh)
        self._kept |= {name_of(each) for each in outcomes}
        self.current.took()
        self._go_to = self._next_left(outcomes[-1])
        self.done = (f"Kept: {decided_words(made[0])}." if len(made) == 1
                     else f"Kept for {len(made)} findings: {KEPT[action]}.")

    def _next_left(self, done: Outcome) -> str:
        """The next finding on this page that is left to decide; '' where there is none."""
        desk = self._desk(self._review())
        on_page = self.on_page(tuple(desk.matching(self._wanted, self._kept)))
        shown = [desk.outcome(item.finding) for group in on_page for item in group.found]
        place = next((n for n, each in enumerate(shown) if each.finding is done.finding), -1)
        return next((name_of(each) for each in (*shown[place + 1:], *shown[:place + 1]) if each.state in LEFT), "")

    def _named(self, name: str) -> Outcome:
        outcome = self._desk(self._review()).named(name)
        if outcome is None:
            raise DecisionError("This finding has changed meanwhile. Look at it again, then decide.")
        return outcome

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        if review is None:
            return super().state()
        counts = self._desk(review).counts()
        return f"{sum(counts[state] for state in LEFT)} of {len(review.findings)} findings left to decide"


def _newest_press(review: Review) -> tuple[Decision, ...]:
    """What the newest press of today decided about this register, the newest first."""
    keys, today = {service.key for service in review.register.services} | {""}, review.today.isoformat()
    todays = [d for d in review.decided.decisions if d.service_key in keys and d.decided_on == today]
    return tuple(d for d in todays if _press(d) == _press(todays[0]))


def _press(made: Decision) -> str:
    """What the decisions of one press have in common."""
    return made.id.rpartition(".")[0]


def _services(shown: Iterable[Group]) -> tuple[Service, ...]:
    return tuple(group.service for group in shown if group.service is not None)


def _progress(desk: DeskList) -> str:
    counts = desk.counts()
    left, waiting = sum(counts[state] for state in LEFT), counts[State.WAITING]
    told = f"{counted(left, 'finding')} left to decide" if left else "Nothing is left to decide"
    return f"{told}, {counted(counts[State.DECIDED], 'finding')} decided" + (
        f", {waiting} waiting for a provider" if waiting else "") + "."


def _shown_words(matching: tuple[Group, ...]) -> str:
    if not matching:
        return "Nothing to show."
    return f"Showing {in_words(matching)}."
