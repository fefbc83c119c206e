"""The desk's list: which findings are shown, in what order, and how many of each kind there are."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from review_kit.deciding.names import name_of
from review_kit.model import LEFT, Finding, Outcome, Review, State
from review_kit.reports.parts.groups import Group, groups
from review_kit.reports.words import SEVERITIES, counted

EVERYTHING = "everything"
LEFT_TO_DECIDE = "left"
SHOWN: Mapping[str, tuple[str, Callable[[State], bool]]] = {
    LEFT_TO_DECIDE: ("To decide", lambda state: state in LEFT),
    "came_back": ("Came back", lambda state: state is State.CAME_BACK),
    "put_off": ("Put off until later", lambda state: state is State.PUT_OFF),
    "waiting": ("Waiting for the provider", lambda state: state is State.WAITING),
    "decided": ("Decided", lambda state: state is State.DECIDED),
    "settled": ("Needs no decision", lambda state: state is State.SETTLED),
    EVERYTHING: ("Everything", lambda _: True),
}
"""What can be shown: its name -> its words, and which states belong to it."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a person asked to see."""

    show: str = LEFT_TO_DECIDE
    severity: str = EVERYTHING
    words: str = ""


class DeskList:
    """The findings of one judgement, grouped once; what is decided about them changes under it."""

    def __init__(self, review: Review) -> None:
        self.findings = review.findings
        self.groups = groups(review, review.findings)
        self.outcomes: Mapping[int, Outcome] = {}
        self._texts: dict[int, str] = {}
        self._titles = {(told.service.key, told.link): told.visit.page.title for told in review.links if told.visit}
        self.take_in(review)

    def take_in(self, review: Review) -> None:
        """The same findings with what is decided about them now."""
        self.outcomes = dict(zip(map(id, self.findings), review.outcomes, strict=True))

    def outcome(self, finding: Finding) -> Outcome:
        """What was decided about a finding."""
        return self.outcomes[id(finding)]

    def named(self, name: str) -> Outcome | None:
        """The finding that a form speaks of; None where there is none like it any more."""
        return next((outcome for outcome in self.outcomes.values() if name_of(outcome) == name), None)

    def title(self, finding: Finding) -> str:
        """What the page in question is called, as we saw it; '' where none came."""
        service = finding.service
        return self._titles.get((service.key, finding.about), "") if service else ""  # type: ignore[arg-type]

    def matching(self, wanted: Narrowing, kept: AbstractSet[str]) -> Iterator[Group]:
        """The groups that a person asked for; those decided on this page stay in their place.

        Args:
            wanted: what to show.
            kept: the names of findings that stay whatever their state.
        """
        words, fits = wanted.words.casefold().split(), SHOWN.get(wanted.show, SHOWN[LEFT_TO_DECIDE])[1]
        for group in self.groups:
            found = tuple(item for item in group.found if self._fits(item.finding, wanted.severity, words) and (
                fits(self.outcome(item.finding).state) or (kept and name_of(self.outcome(item.finding)) in kept)))
            if found:
                yield replace(group, found=found)

    def _fits(self, finding: Finding, severity: str, words: list[str]) -> bool:
        return severity in (EVERYTHING, finding.severity.word) and all(word in self._text(finding) for word in words)

    def _text(self, finding: Finding) -> str:
        """All that a search looks through; put together once for each finding, for it is asked at every letter."""
        if id(finding) not in self._texts:
            service = finding.service
            entry = (service.name, service.provider, service.section) if service else ()
            self._texts[id(finding)] = " ".join((*entry, str(finding.cell), finding.what_we_saw, finding.what_to_do,
                                                 finding.suggestion)).casefold()
        return self._texts[id(finding)]

    def counts(self) -> Counter[State]:
        """How many findings stand how."""
        return Counter(outcome.state for outcome in self.outcomes.values())

    def show_choices(self) -> list[tuple[str, str]]:
        """What can be shown, each with its number; what holds nothing is left out, but for the first and the last."""
        numbers = self.counts()
        counted_ = {name: sum(number for state, number in numbers.items() if belongs(state))
                    for name, (_, belongs) in SHOWN.items()}
        return [(name, f"{SHOWN[name][0]} ({number})") for name, number in counted_.items()
                if number or name in {LEFT_TO_DECIDE, EVERYTHING}]

    def severity_choices(self, show: str) -> list[tuple[str, str]]:
        """How serious: each with its number among what is shown."""
        belongs = SHOWN.get(show, SHOWN[LEFT_TO_DECIDE])[1]
        numbers = Counter(f.severity for f in self.findings if belongs(self.outcome(f).state))
        return [(EVERYTHING, f"Any ({sum(numbers.values())})"),
                *((severity.word, f"{label} ({numbers[severity]})") for severity, (label, _) in SEVERITIES.items())]


def in_words(shown: tuple[Group, ...]) -> str:
    """How much a list holds."""
    number = sum(len(group.found) for group in shown)
    return f"{counted(number, 'finding')} about {counted(len(shown), 'entry', 'entries')}"
