"""What the lead sets in the sheet Settings: plain names and values, each with a default that works."""

from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from typing import Any


def named(host: str, own_hosts: Iterable[str]) -> bool:
    """Whether a host is among the council's own: `intranet.example` itself, or `*.example` for all below it."""
    host = host.casefold().rstrip(".")
    for own in (entry.casefold().strip().rstrip(".") for entry in own_hosts):
        if host == own or (own.startswith("*.") and host.endswith(own[1:])):
            return True
    return False


LARGEST = 600
"""Months or minutes; more is a slip of the hand."""


def _setting(label: str, default: Any, note: str, *, least: int = 1, most: int = LARGEST) -> Any:
    """A field that knows the words the sheet uses for it, so that the sheet, the code and the guide agree.

    `least` and `most` hold for whole numbers.
    """
    return field(default=default, metadata={"label": label, "note": note, "least": least, "most": most})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a review. `KNOWN` pairs each label of the sheet with its field."""

    council: str = _setting("Council", "", "The council's name, as reports should print it.")
    words_for_young_people: str = _setting(
        "Words for young people", "care experienced young people", "How your young people wish to be called.")
    review_cycle_months: int = _setting(
        "Review cycle in months", 12, "How long an entry stays assured. The offer promises a review each year.")
    crisis_cycle_months: int = _setting(
        "Review cycle for crisis services in months", 3, "A year is too long for a crisis line.")
    safeguarding_children: str = _setting(
        "Safeguarding contact, children", "", "Whom to call when a young person under 18 may not be safe.")
    safeguarding_adults: str = _setting(
        "Safeguarding contact, adults", "", "Whom to call when a young person aged 18 or over may not be safe.")
    contact_address: str = _setting(
        "Contact for website owners", "",
        "A page or mailbox that tells website owners who is asking. It is sent with each request.")
    own_hosts: tuple[str, ...] = _setting(
        "Council's own hosts", (), "Host names inside the council's network that may be checked, with ; between them.")
    canary_addresses: tuple[str, ...] = _setting(
        "Canary addresses", ("https://www.gov.uk/", "https://www.nhs.uk/", "https://www.w3.org/"),
        "Addresses that always answer: while they do not, our network is to blame and no link is.")
    canary_portal: str = _setting(
        "Canary for sign-in pages", "http://www.msftconnecttest.com/connecttest.txt Microsoft Connect Test",
        "An address and the exact words it answers with: other words mean that a network's sign-in page answered.")
    canary_false_name: str = _setting(
        "Canary name that must not exist", "", "A host name nobody has; blank makes one up for each day.")
    run_minutes: int = _setting(
        "Longest run in minutes", 60, "After this the run ends; the rest are marked as not checked.")
    assured_by: str = _setting(
        "Assured by", "", "The role or team mailbox in whose name entries are assured; never a person's name.")
    own_tables: tuple[str, ...] = _setting(
        "Your own tables", (),
        "CSV files beside the register that add to the kit's tables or switch rows off, with ; between them.")
    small_numbers: int = _setting(
        "Small numbers up to", 5,
        "Numbers of views from 1 to this are printed as c, so that nobody can be told by them. From 2 to 20; 5, 7 and "
        "10 are usual.", least=2, most=20)
    keep_views_months: int = _setting(
        "Keep views for months", 24, "How long what forums said is kept before the kit offers to remove it.")

    def false_name(self, at: str) -> str:
        """A host name that nobody has: the one that is set, or one made up for the day of an ISO date and time."""
        return self.canary_false_name or f"offer-review-no-such-name-{at[:10].replace('-', '')}.org.uk"

    def __repr__(self) -> str:
        return f"<Settings of {self.council or 'a council not named'}>"


KNOWN = {f.metadata["label"]: f for f in fields(Settings)}
"""The label in the sheet Settings -> the field it sets."""
