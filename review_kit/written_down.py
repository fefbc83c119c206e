"""What a facilitator wrote down, read: a session or a view from a form's fields, or a sentence that says what is wrong.

The rules for a view hold when it is finished. While it is typed, anything is kept as it stands.
"""

import re
from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from review_kit.dates import prose_date, read_date
from review_kit.errors import HearingError
from review_kit.model import About, Consent, Helped, Present, Register, Session, View
from review_kit.reports.clean import clean
from review_kit.reports.words import service_title
from review_kit.screening import Personal, personal

LONGEST_WORDS = 4000
"""Characters in one box."""
LONGEST_LINE = 200
OLDEST_SESSION = 366
"""Days back: an older day is a slip of the hand."""
MISSING = "Something missing from the offer"
NOT_FINISHED = "This view is not finished:"
OF_ROLES = frozenset({Personal.ADDRESS, Personal.AGE})
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+[A-Z][a-z]")
E = TypeVar("E", bound=StrEnum)


def session_of(values: Mapping[str, str], *, name: str, today: date,
               names: Collection[Mapping[str, str]] = ()) -> Session:
    """A session from the fields of its form.

    Args:
        values: the fields by name: held_on, forum, role, present, consent, audience, answer_by.
        name: the session's id.
        today: the day, which no session can be after.
        names: the rows of `known/first_names.csv`, by which a person's name in the place of a role is noticed.

    Raises:
        HearingError: a field is blank or cannot be so; the sentence says which, and how to write it.
    """
    held = typed_day(values, "held_on", "on which you meet")
    answer = typed_day(values, "answer_by", "on which young people get an answer")
    if held > today:
        raise HearingError(f"Nothing was kept: {prose_date(held)} is still to come. Write the day on which you meet.")
    if (today - held).days > OLDEST_SESSION:
        raise HearingError(f"Nothing was kept: {prose_date(held)} is more than a year ago. Look at the year.")
    if answer <= held:
        raise HearingError("Nothing was kept: the day of the answer must be after the day on which you meet.")
    role = line_of(values, "role", "your role, such as “participation worker”")
    if somebody := _somebody_in(role, names):
        raise HearingError(f"Nothing was kept: {somebody}. Write your role alone, in small letters, such as "
                           "“participation worker”.")
    return Session(
        name, held.isoformat(), line_of(values, "forum", "which forum it is"), role,
        one_of(Present, values.get("present", ""), "how many young people are there"),
        line_of(values, "consent", "how you explained consent"), line_of(values, "audience", "who will hear the views"),
        answer.isoformat())


def _somebody_in(role: str, names: Collection[Mapping[str, str]]) -> str:
    """What in a role may show who somebody is, as words of a sentence; '' for a role alone.

    A place or an age may belong to a role ("Virtual School Head", "18+ team"). A first name that is a word as well is
    one where it stands alone: "Sam, youth worker".
    """
    found = next((each for each in personal(role, names=names) if each.kind not in OF_ROLES), None)
    if found is not None:
        return f"“{found.words}” in your role may be {found.kind}"
    first_names = {row["first_name"] for row in names}
    alone = (part.strip() for part in re.split(r"[,;:()/]| [-–] ", role))
    name = next((part for part in alone if part.casefold() in first_names or _INITIALS.match(part)), "")
    return f"“{name}” in your role may be {Personal.NAME}" if name else ""


def view_of(values: Mapping[str, str], register: Register, *, name: str, session: Session, code: str,
            barriers: Collection[str]) -> View:
    """A view as it stands in the form's fields, finished or not.

    Args:
        values: the fields by name: about, helped, said, better, delivery, consent, and `barrier:CODE` for each tick.
        register: holds what it can be about.
        name: the view's id.
        session: in which it was said.
        code: the digest of the code by which it can be withdrawn.
        barriers: the codes that there are.
    """
    about, key, title = subject_of(values.get("about", ""), register)
    ticked = tuple(each for each in barriers if values.get(f"barrier:{each}"))
    return View(
        name, session.id, about, key, title, _found(Helped, values.get("helped", "")) or Helped.NOT_SAID,
        _words(values, "said"), _words(values, "better"), _words(values, "delivery"), ticked,
        _found(Consent, values.get("consent", "")) or Consent.SUMMARY, code, session.held_on, draft=True)


def _words(values: Mapping[str, str], field: str) -> str:
    """What stands in a box, with a space at its end while somebody types on; spaces alone are nothing."""
    said = clean(values.get(field, ""))
    return said if said.strip() else ""


def missing_in(view: View) -> str:
    """What keeps a view from being finished, as a sentence; '' where it can be."""
    if not view.title:
        return f"{NOT_FINISHED} choose what it is about first."
    if view.is_blank:
        return f"{NOT_FINISHED} tick whether it helped, or write what was said."
    for words in (view.said, view.better, view.delivery):
        if len(words) > LONGEST_WORDS:
            return (f"{NOT_FINISHED} one box has {len(words):,} characters, and it may have "
                    f"{LONGEST_WORDS:,}. Put the rest into a second view.")
    return ""


def subject_of(chosen: str, register: Register) -> tuple[About, str, str]:
    """What a view is about, its key and its title today; no title where nothing was chosen that the register holds."""
    kind, _, key = chosen.partition(":")
    about = _found(About, kind)
    if about is About.MISSING:
        return About.MISSING, "", MISSING
    if about is About.SECTION and any(service.section == key for service in register.current):
        return About.SECTION, key, f"The section “{key}”" if key else "The services without a section"
    for service in register.current:
        if about is About.SERVICE and service.key == key:
            return About.SERVICE, key, service_title(service)
    return About.SERVICE, "", ""


def chosen_of(view: View) -> str:
    """The value under which the form holds what a view is about; '' where nothing was chosen yet."""
    return f"{view.about}:{view.key}" if view.title else ""


def is_in(register: Register, view: View) -> bool:
    """Whether what a view is about can be chosen in today's offer."""
    return bool(subject_of(chosen_of(view), register)[2])


def line_of(values: Mapping[str, str], field: str, what: str) -> str:
    """One line from a field.

    Raises:
        HearingError: it is blank or too long; `what` says in the sentence what is to be written.
    """
    said = " ".join(clean(values.get(field, "")).split())
    if not said:
        raise HearingError(f"Nothing was kept: write {what}.")
    if len(said) > LONGEST_LINE:
        raise HearingError(f"Nothing was kept: {what.partition(',')[0]} has {len(said)} characters, and may have "
                           f"{LONGEST_LINE}.")
    return said


def typed_day(values: Mapping[str, str], field: str, what: str) -> date:
    """A day from a field.

    Raises:
        HearingError: it is blank or no day; `what` says in the sentence which day is to be written.
    """
    said = clean(values.get(field, "")).strip()
    if not said:
        raise HearingError(f"Nothing was kept: write the day {what}, such as 21/11/2026.")
    found = read_date(said)
    if found is None:
        raise HearingError(f"Nothing was kept: “{said[:40]}” is not a day that we can read. Write it as 21/11/2026.")
    return found


def one_of(kind: type[E], said: str, what: str) -> E:
    """One of the values of a closed set.

    Raises:
        HearingError: it is none of them; `what` says in the sentence what is to be said.
    """
    found = _found(kind, said)
    if found is None:
        raise HearingError(f"Nothing was kept: say {what}.")
    return found


def _found(kind: type[E], said: str) -> E | None:
    return next((each for each in kind if each.value == said), None)
