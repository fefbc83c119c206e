"""Whom to turn to: reading about bad times can bring them back, so every page of what was said ends with this list."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from review_kit.dates import months_after, read_date
from review_kit.harm import harm
from review_kit.helplines import EVERYBODYS, contact_key
from review_kit.model import ContactKind, ContactVerdict, Review, Severity
from review_kit.reports.parts.calls import readable
from review_kit.reports.words import service_title

FOR_ALL = ("", "all")


@dataclass(frozen=True, slots=True)
class Support:
    """Somebody to turn to. `phone` is to be called; `text` is to be sent to, where there is nothing to call."""

    name: str
    phone: str = ""
    text: str = ""
    about: tuple[str, ...] = ()

    @property
    def dial(self) -> str:
        """The number without what people put between its digits."""
        return "".join(sign for sign in self.phone if sign.isdigit())

    @property
    def how_to_text(self) -> str:
        """`Text SHOUT to 85258`, or `Text 88247`."""
        *word, number = self.text.split()
        return f"Text {' '.join(word)} to {number}" if word else f"Text {number}"


def support(review: Review) -> tuple[Support, ...]:
    """The helplines that somebody checked within the cycle, then the register's crisis services that are vouched for.

    A helpline that nobody has checked for longer is left out; 999 and 111 never are. So is a service of which a check
    found danger: whoever turns to this list must reach somebody.
    """
    known = dict(_helplines(review))
    return (*known.values(), *(each for key, each in _own(review).items() if key not in known))


def _helplines(review: Review) -> Iterator[tuple[str, Support]]:
    months = review.register.settings.review_cycle_months
    for row in review.facts.known.get("helplines", ()):
        phone, text = row.get("phone", "").strip(), row.get("text", "").strip()
        if (phone or text) and _holds(row, review.today, months):
            yield contact_key(phone or text), Support(_name(row["name"]), phone, text, tuple(_about(row)))


def _holds(row: Mapping[str, str], today: date, months: int) -> bool:
    day = read_date(row.get("checked_on", ""))
    checked = row.get("confidence", "").strip().casefold() == "sure" and day is not None
    return row.get("phone", "").strip() in EVERYBODYS or (
        checked and day is not None and today <= months_after(day, months))


def _name(cell: str) -> str:
    """The first spelling that is a name and not the number itself."""
    spelled = [part.strip() for part in cell.split("|")]
    name = next((each for each in spelled if each and not each.isdigit()), spelled[0])
    return name[:1].upper() + name[1:]


def _about(row: Mapping[str, str]) -> Iterator[str]:
    if hours := row.get("hours", "").strip():
        yield hours
    if (ages := row.get("ages", "").strip()) not in FOR_ALL:
        yield f"for people {ages}"
    if row.get("free", "").strip() == "yes":
        yield "free"


def _own(review: Review) -> Mapping[str, Support]:
    dangers = {finding.service.place for finding in review.findings
               if finding.service and finding.severity is Severity.DANGER}
    found = (told for told in review.contacts if told.contact.kind is ContactKind.PHONE and harm(told.service)
             and told.verdict is ContactVerdict.OK and not told.service.retired and told.service.place not in dangers)
    return {told.contact.normalised: Support(service_title(told.service), readable(told.contact)) for told in found}
