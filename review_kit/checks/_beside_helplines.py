"""Numbers that stand beside a helpline's name and are none of that helpline's.

Only what stands next to a name, with nothing but words such as “call” or “24 hours” between, is sure to be meant as its
number. Helplines share text numbers by keyword, have branches and offices, and are mentioned by other services: there,
a person is asked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from review_kit.checks._known_changes import KnownChange
from review_kit.checks._number_owners import SHORT, Listed, Number, Owners, is_about
from review_kit.helplines import EVERYBODYS, Helpline, Known
from review_kit.model import Contact, Facts, Service
from review_kit.published import Text, texts
from review_kit.rows.text import squeezed

OF_NO_BRANCH = ("+448", "+449")
"""Freephone and service numbers: no branch, office or worker has one."""
SHORTEST = 5
"""Digits of a number in which a slip of the hand can be told from another number."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A number beside a helpline's name that is none of that helpline's; `right` is the one to print, if there is.

    `read` is whether the register's reading knows the contact too.
    """

    contact: Contact
    helpline: Helpline
    sure: bool
    right: Known | None
    where: str
    change: KnownChange | None = None
    read: bool = True


def wrong_numbers(facts: Facts, service: Service, listed: Listed) -> tuple[Wrong, ...]:
    """The numbers of an entry that stand beside the name of a helpline they do not belong to."""
    said = texts(facts.register, service)
    found = (wrong for text in said for wrong in _Cell(service, text, said, listed).wrong())
    return tuple({wrong.contact: wrong for wrong in found}.values())


class _Cell:
    """One cell of an entry, with the rest of the entry around it."""

    def __init__(self, service: Service, text: Text, said: Sequence[Text], listed: Listed) -> None:
        self._service, self._text, self._said, self._listed = service, text, said, listed
        self._owners = Owners(service, text, listed)

    def wrong(self) -> Iterator[Wrong]:
        """Each number of the cell that is not the one it should be."""
        for number in self._owners.numbers:
            if not number.contact.problem and number.code not in EVERYBODYS | self._listed.shared:
                found = self._given_up(number) or self._nearly(number)
                if found is None and number.read:
                    found = self._beside(number) or self._of_the_row(number)
                if found is not None:
                    yield found

    def _found(self, number: Number, helpline: Helpline, *, sure: bool, change: KnownChange | None = None) -> Wrong:
        right = helpline.right(text=self._owners.is_text(number))
        where = self._text.sentence(number.start, number.end)
        return Wrong(number.contact, helpline, sure, right, where, change, number.read)

    def _given_up(self, number: Number) -> Wrong | None:
        """A number that a helpline named in the cell had before."""
        for helpline in (name.helpline for name in self._owners.names):
            change = self._change_of(number, helpline)
            if change is not None:
                return self._found(number, helpline, sure=change.sure, change=change)
        return None

    def _change_of(self, number: Number, helpline: Helpline) -> KnownChange | None:
        return next((change for change in self._listed.changes
                     if number.code in change.old_contacts and is_about(change, helpline)), None)

    def _nearly(self, number: Number) -> Wrong | None:
        """A number that differs by a slip of the hand from that of a helpline named in the cell."""
        if self._listed.holds(number.code):
            return None
        slips = (name.helpline for name in self._owners.names if _is_slip_of(name.helpline, number.code))
        return next((self._found(number, helpline, sure=True) for helpline in slips), None)

    def _beside(self, number: Number) -> Wrong | None:
        """A number that stands beside a name whose numbers are others."""
        name, close = self._owners.owner(number)
        if name is None or not name.helpline.numbers or number.code in name.helpline.numbers:
            return None
        helpline, right_in_row = name.helpline, self._right_in_row(name.helpline)
        if self._right_here(helpline) or (right_in_row and not close) or self._owners.is_mentioned(name):
            return None
        listed = self._listed.holds(number.code)
        of_no_branch = listed or number.code.startswith(OF_NO_BRANCH) or len(number.code) <= SHORT
        sure = (close and of_no_branch and (listed or not right_in_row) and not self._owners.is_in_a_tail(name)
                and helpline.right(text=self._owners.is_text(number)) is not None)
        return self._found(number, helpline, sure=sure)

    def _right_here(self, helpline: Helpline) -> bool:
        """Whether the cell gives a right number of the helpline, and not under another's name."""
        for number in self._owners.numbers:
            if number.code in helpline.numbers:
                name, close = self._owners.owner(number)
                if name is None or name.helpline is helpline or not close:
                    return True
        return False

    def _right_in_row(self, helpline: Helpline) -> bool:
        return any(contact.normalised in helpline.numbers for contact in self._service.contacts)

    def _of_the_row(self, number: Number) -> Wrong | None:
        """A number in an entry that is a helpline's and nobody else's, though the name stands in another cell."""
        whole = {squeezed(one.text.replace("\x00", " ")).strip(" .,:;()")
                 for one in self._said if one.column in {"Area of support", "Provider"}}
        for helpline, spelled in () if self._owners.names else self._listed.named:
            if helpline.numbers and not self._right_in_row(helpline) and any(
                    spelling.pattern.fullmatch(words) for spelling in spelled for words in whole):
                change = self._change_of(number, helpline)
                sure = change.sure if change is not None else _is_slip_of(helpline, number.code)
                return self._found(number, helpline, sure=sure, change=change)
        return None


def _is_slip_of(helpline: Helpline, code: str) -> bool:
    return any(known.sure and _is_slip(key, code) for key, known in helpline.numbers.items())


def _is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one digit, or by two neighbours that changed places."""
    if len(one) != len(other) or len(one) < SHORTEST:
        return False
    differing = [place for place, (here, there) in enumerate(zip(one, other, strict=True)) if here != there]
    swapped = any(second == first + 1 and one[first:second + 1] == other[first:second + 1][::-1]
                  for first, second in pairwise(differing))
    return len(differing) == 1 or (len(differing) == 2 and swapped)
