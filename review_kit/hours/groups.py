"""Which days and hours of a text belong together, and what they say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from review_kit.hours.clock import DAY, shown
from review_kit.hours.phrases import Phrase
from review_kit.hours.words import ALL_WEEK, DAYS
from review_kit.rows.text import squeezed


@dataclass(frozen=True, slots=True)
class Spell:
    """Days and hours that belong together. Without days, they hold whenever the service runs.

    `begins` and `ends` are minutes after midnight; None where a text leaves that end open, or names days only.
    `until` is the day on which hours end that run over days.
    """

    days: tuple[int, ...] = ()
    begins: int | None = None
    ends: int | None = None
    until: int | None = None
    closed: bool = False

    @property
    def is_all_day(self) -> bool:
        """Whether it is day and night."""
        return (self.begins, self.ends) == (0, DAY)

    @property
    def is_all_week(self) -> bool:
        """Whether it is on every day of the week."""
        return set(self.days) == set(ALL_WEEK)

    def __str__(self) -> str:
        begins, ends = ("" if at is None else shown(at) for at in (self.begins, self.ends))
        last = f"{DAYS[self.until]} " if self.until is not None else ""
        hours = f"{begins}-{last}{ends}" if begins or ends else ""
        return " ".join(filter(None, (_in_words(self.days), hours, "closed" if self.closed else "")))


def _in_words(days: Sequence[int]) -> str:
    """`Mon-Fri`, `Mon,Wed`, `Mon,Fri-Sun`."""
    runs: list[list[int]] = []
    for day in sorted(days):
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ",".join("-".join(dict.fromkeys((DAYS[run[0]], DAYS[run[-1]]))) for run in runs)


@dataclass(slots=True)
class Group:
    """Phrases of days and hours that belong together. `closed` is `C` after “closed”, and `X` after “except”."""

    phrases: list[Phrase] = field(default_factory=list)
    closed: str = ""

    @property
    def days(self) -> tuple[int, ...]:
        """The days that it names, from Monday."""
        return tuple(sorted({day for phrase in self.phrases if phrase.kind in "DW" for day in phrase.days}))

    @property
    def hours(self) -> list[Phrase]:
        """Its phrases of hours."""
        return [phrase for phrase in self.phrases if phrase.kind in "RWA"]

    def give(self, run: Sequence[Phrase]) -> list[Phrase]:
        """The days of a run, taken from it where it keeps others."""
        kept = [phrase for phrase in self.phrases if phrase not in run]
        if not any(phrase.kind == "D" for phrase in kept):
            return []
        self.phrases = kept
        return list(run)

    def words(self, text: str) -> str:
        """From its first word to its last."""
        return squeezed(text[self.phrases[0].start:self.phrases[-1].end])

    def spells(self) -> Iterator[Spell]:
        """What it says."""
        closed = self.closed == "C" or (self.closed == "X" and not self.hours)
        for phrase in self.hours:
            begins, ends = (phrase.begins, phrase.ends) if phrase.kind == "R" else (0, DAY)
            yield Spell(self.days, begins, ends, phrase.until, closed)
        if self.days and not self.hours:
            yield Spell(self.days, closed=closed)


def statements_of(phrases: Iterable[Phrase]) -> list[list[Phrase]]:
    """The phrases between breaks: lines, semicolons and full stops."""
    found: list[list[Phrase]] = [[]]
    for phrase in phrases:
        if phrase.kind == "|":
            found.append([])
        else:
            found[-1].append(phrase)
    return found


def groups_of(statement: Sequence[Phrase]) -> list[Group]:
    """Which days and hours of a statement belong together: `Mon 9-5, Tue 9-4` and `9-5 Mon, 9-4 Tue`."""
    groups = [Group()]
    days_first = next((phrase.kind for phrase in statement if phrase.kind in "DRA"), "D") == "D"
    for number, phrase in enumerate(statement):
        last = groups[-1]
        if phrase.kind in "CX":
            groups += _shut(last, phrase.kind, statement[number + 1:])
        elif phrase.kind == "W" or (phrase.kind == "O" and last.closed):
            groups += [Group([phrase]), Group()] if phrase.kind == "W" else [Group()]
        elif phrase.kind == ("D" if days_first else "R") and (last.hours if days_first else last.days):
            groups.append(Group([*([] if days_first else last.give(_run(statement[:number]))), phrase]))
        elif phrase.kind in "DRA":
            last.phrases.append(phrase)
    return [group for group in groups if group.phrases]


def _shut(last: Group, kind: str, after: Sequence[Phrase]) -> list[Group]:
    """The groups that follow “closed”: it is said of the days before it that have no hours, or of what comes."""
    if kind == "X" and next((phrase.kind for phrase in after if phrase.kind != "n"), "") != "D":
        return []  # “except bank holidays”
    if kind == "C" and last.days and not last.hours:
        last.closed = kind
        return [Group()]
    return [Group(closed=kind)]


def _run(before: Sequence[Phrase]) -> list[Phrase]:
    """The days that stand directly before a place, back to a comma: in `9-5 Mon-Fri, Sat 10-2` Saturday's."""
    return list(takewhile(lambda phrase: phrase.kind == "D", reversed(before)))


def joined(statements: Iterable[Sequence[Group]]) -> list[list[Group]]:
    """The groups of all statements: a line of days goes with the hours below it, and “closed 12-1” with its days."""
    found: list[list[Group]] = []
    for groups in statements:
        lone = found[-1][0] if found and len(found[-1]) == 1 and not found[-1][0].hours else None
        below = list(groups)
        if lone is not None and not lone.closed and groups and not any(group.days for group in groups):
            found[-1] = []
            below = [Group([*lone.phrases, *group.phrases], group.closed) for group in groups]
        for before, group in pairwise(below):
            if group.closed and not group.days:
                group.phrases[:0] = [phrase for phrase in before.phrases if phrase.kind == "D"]
        found.append(below)
    return found
