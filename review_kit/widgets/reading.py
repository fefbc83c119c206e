"""What was read of a register and its newest review; thrown away whole when a file has changed."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from review_kit import steps
from review_kit.looks import next_looks
from review_kit.model import Decided, Facts, Hearing, Plan, Register, Review
from review_kit.reports.addresses import Dangers, dangers_of


class Reading:
    """A register with the facts of its newest review, judged when somebody asks."""

    def __init__(self, register: Register, folder: Path, today: date, decided: Decided, hearing: Hearing, *,
                 practice: bool) -> None:  # fmt: skip
        self.register, self.folder, self.today, self.practice = register, folder, today, practice
        self.decided, self.hearing = decided, hearing

    @cached_property
    def facts(self) -> Facts:
        """What was gathered so far."""
        return steps.facts_of(self.register, self.folder, today=self.today)

    @cached_property
    def review(self) -> Review | None:
        """The review as judged, with what was decided; None where nothing was checked yet."""
        if not self.facts.canaries:
            return None
        return steps.check(self.facts, practice=self.practice, decided=self.decided, hearing=self.hearing)

    @cached_property
    def plan(self) -> Plan | None:
        """What writing would change; None where nothing was checked yet."""
        return steps.plan(self.review) if self.review is not None else None

    @cached_property
    def dangers(self) -> Dangers:
        """The hosts that no form may make a link of; worked out once, for a page is drawn often."""
        return dangers_of(self.review) if self.review else Dangers()

    @cached_property
    def wants_more(self) -> bool:
        """Whether a run would find something to ask."""
        return self.facts.ended == "stopped" or bool(next_looks(self.facts))

    def redecide(self, decided: Decided) -> None:
        """Take in what was decided meanwhile; nothing is judged anew."""
        self.decided = decided
        judged, _ = self.__dict__.pop("review", None), self.__dict__.pop("plan", None)
        if judged is not None:
            self.__dict__["review"] = steps.decide(judged, decided)

    def rehear(self, hearing: Hearing) -> None:
        """Take in what forums said meanwhile; no judgement rests on it, and neither does what will be written."""
        self.hearing = hearing
        if (judged := self.__dict__.get("review")) is not None:
            self.__dict__["review"] = replace(judged, hearing=hearing)


def stamp(path: Path) -> tuple[int, int] | None:
    """What changes when a file does; None where there is none."""
    try:
        found = path.stat()
    except (OSError, ValueError):  # not there, or no path that a system could have
        return None
    return found.st_mtime_ns, found.st_size
