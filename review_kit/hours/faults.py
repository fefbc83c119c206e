"""What can be at fault with opening hours, in words that a person can act on."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What is at fault with hours; `says` follows the words in which it is."""

    IMPOSSIBLE = "impossible"
    BACKWARDS = "backwards"
    SAME = "same"
    NOON = "noon"
    UNTOLD = "untold"
    CONTRADICTS = "contradicts"
    NOWHERE = "nowhere"
    MISSPELT = "misspelt"
    DAY = "day"

    @property
    def says(self) -> str:
        """As it is told."""
        return _SAYS[self]


_SAYS = {
    Kind.IMPOSSIBLE: "is no time that a clock shows", Kind.BACKWARDS: "ends before it begins",
    Kind.SAME: "ends when it begins", Kind.NOON: "says midnight, where noon may be meant",
    Kind.UNTOLD: "may be morning or evening", Kind.CONTRADICTS: "cannot both be right",
    Kind.NOWHERE: "begins and ends on one day", Kind.MISSPELT: "is no day of the week",
    Kind.DAY: "is a day of the year, and no hour",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is at fault, with the words in which it is."""

    kind: Kind
    words: tuple[str, ...]

    @property
    def why(self) -> str:
        """In a few words: “25:00” is no time that a clock shows."""
        return f"{' and '.join(f'“{words}”' for words in self.words)} {self.kind.says}"
