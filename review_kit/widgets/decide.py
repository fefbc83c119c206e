"""Notebook 4: every finding with its evidence, service by service, in the order of harm."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from review_kit.model import Finding, Review
from review_kit.reports.parts.groups import Group, Shared, groups, only_unchecked, shared
from review_kit.reports.words import SEVERITIES, counted
from review_kit.widgets.form import Form

A_PAGE = 10
"""Services on one page."""
EVERYTHING = "everything"


class DecisionDesk(Form):
    """Lists the findings; narrows them by how serious they are and by words."""

    called = "Decision desk"
    template = "decide.html.j2"

    _severity, _words, _page, _turned = EVERYTHING, "", 1, False
    _grouped: tuple[Review | None, tuple[Group, ...], tuple[Shared, ...]] = (None, (), ())

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None:
            return {"review": None}
        matching = tuple(self._matching(review))
        pages = max(1, -(-len(matching) // A_PAGE))
        self._page = min(self._page, pages)
        first = (self._page - 1) * A_PAGE
        return {
            "review": review, "severity": self._severity, "words": self._words, "page": self._page, "pages": pages,
            "turned": self._turned,
            "severity_choices": _severity_choices(self._all(review)), "groups": matching[first:first + A_PAGE],
            "shown_words": _shown_words(matching, self._all(review)), "shared": self._grouped[2],
            "everything": self._severity == EVERYTHING and not self._words,
            "elsewhere": _elsewhere(review, self._grouped[2]),
        }

    def _all(self, review: Review) -> tuple[Group, ...]:
        """Every group of a review; grouped once, for it is asked for at each letter that is typed."""
        if self._grouped[0] is not review:
            self._grouped = (review, groups(review), shared(review))
        return self._grouped[1]

    def _matching(self, review: Review) -> Iterator[Group]:
        words = self._words.casefold().split()
        for group in self._all(review):
            found = tuple(item for item in group.found if self._severity in (EVERYTHING, item.finding.severity.word)
                          and _speaks_of(item.finding, words))
            if found:
                yield replace(group, found=found)

    def press_narrow(self, values: Mapping[str, str], _files: object) -> None:
        """Show only what is so serious and holds these words."""
        self._severity, self._words, self._page = values.get("severity", EVERYTHING), values.get("words", ""), 1
        self._turned = False

    def press_next(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the next page."""
        self._page, self._turned = self._page + 1, True

    def press_previous(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the page before."""
        self._page, self._turned = max(1, self._page - 1), True

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        return f"{len(self._all(review))} services with findings" if review else super().state()


def _speaks_of(finding: Finding, words: list[str]) -> bool:
    """Whether all the words stand in a finding or in its service's entry."""
    service = finding.service
    entry = (service.name, service.provider, service.section) if service else ()
    text = " ".join((*entry, str(finding.cell), finding.what_we_saw, finding.what_to_do, finding.suggestion))
    return all(word in text.casefold() for word in words)


def _severity_choices(every: tuple[Group, ...]) -> list[tuple[str, str]]:
    numbers = Counter(item.finding.severity for group in every for item in group.found)
    return [(EVERYTHING, f"Everything ({sum(numbers.values())})"),
            *((severity.word, f"{label} ({numbers[severity]})") for severity, (label, _) in SEVERITIES.items())]


def _shown_words(shown: tuple[Group, ...], every: tuple[Group, ...]) -> str:
    def told(groups_: tuple[Group, ...]) -> str:
        number = sum(len(group.found) for group in groups_)
        return f"{counted(number, 'finding')} about {counted(len(groups_), 'entry', 'entries')}"
    return f"{told(every)}." if len(shown) == len(every) and told(shown) == told(every) else (
        f"Showing {told(shown)}, of {told(every)}.")


def _elsewhere(review: Review, said_once: tuple[Shared, ...]) -> str:
    """What is no finding of one service's own, so that no number is a riddle beside the report's."""
    notes = sum(len(item.findings) for item in said_once)
    unchecked = sum(map(only_unchecked, review.findings))
    told = [f"{counted(notes, 'note')} that hold for many services alike stand at the end of the list"] if notes else []
    told += [f"{counted(unchecked, 'link')} that could not be checked stand in step 2"] if unchecked else []
    return f"{'; '.join(told)}.".capitalize() if told else ""
