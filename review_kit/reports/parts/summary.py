"""The summary: what was read, what it came to, and a count for each verdict with its plain meaning."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from review_kit.asking import Stand, providers, standing
from review_kit.model import ContactKind, ContactVerdict, Review, Severity, Verdict, Way
from review_kit.reports.words import CONTACT_VERDICTS, KINDS, SEVERITIES, VERDICTS, counted, listed

K = TypeVar("K", bound=Enum)


@dataclass(frozen=True, slots=True)
class Count:
    """One line of a summary table."""

    key: str
    label: str
    number: int
    means: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A summary table: its caption and its lines."""

    caption: str
    heading: str
    counts: tuple[Count, ...]


def _counts(words: Mapping[K, tuple[str, str]], numbers: Mapping[K, int]) -> tuple[Count, ...]:
    return tuple(Count(key.name.lower(), label, numbers.get(key, 0), means) for key, (label, means) in words.items())


def tallies(review: Review) -> tuple[Tally, ...]:
    """What we found by severity, links by verdict, contacts by verdict."""
    found = Counter[Severity](finding.severity for finding in review.findings)
    links = Counter[Verdict](told.verdict for told in review.links)
    contacts = Counter[ContactVerdict](told.verdict for told in review.contacts)
    return (
        Tally("Findings by how serious they are", "How serious", _counts(SEVERITIES, found)),
        Tally("Links by verdict", "Verdict", _counts(VERDICTS, links)),
        Tally("Contacts by verdict", "Verdict", _counts(CONTACT_VERDICTS, contacts)),
    )


def what_was_read(review: Review) -> str:
    """What the register holds: how many services, links, phone numbers, email addresses and named people."""
    kinds = Counter[ContactKind](told.contact.kind for told in review.contacts)
    held = [counted(len(review.links), "link")]
    held += [counted(kinds[kind], one, many) for kind, (one, many) in KINDS.items() if kinds[kind]]
    return f"The register holds {counted(len(review.register.services), 'service')}, with {listed(held)}."


def _danger_told(review: Review) -> str:
    dangers = sum(finding.severity is Severity.DANGER for finding in review.findings)
    return f"{counted(dangers, 'finding')} could harm a young person: act today." if dangers else ""


def _links_told(review: Review) -> str:
    if not review.links:
        return "There is no link to check."
    if review.count(Verdict.NOT_CHECKED) == len(review.links):
        return "No link could be checked."
    works, moved = review.count(Verdict.WORKING), review.count(Verdict.MOVED)
    wrong = review.count(Verdict.BROKEN) + review.count(Verdict.CHANGED)
    unknown = review.count(Verdict.BY_HAND) + review.count(Verdict.NOT_CHECKED)
    told = ((works, "works", "work"), (moved, "works at a new address", "work at a new address"),
            (wrong, "no longer leads to its service", "no longer lead to their service"),
            (unknown, "still needs a person to look", "still need a person to look"))  # fmt: skip
    parts = [f"{number:,} {one if number == 1 else many}" for number, one, many in told if number]
    return f"Of the {counted(len(review.links), 'link')}, {listed(parts)}."


def _contacts_told(review: Review) -> str:
    if not review.contacts:
        return ""
    vouched = sum(told.verdict is ContactVerdict.OK for told in review.contacts)
    return (f"{vouched:,} of the {counted(len(review.contacts), 'contact')} "
            f"{'is' if vouched == 1 else 'are'} vouched for by a page, a list or a person.")


def _providers_told(review: Review) -> str:
    """How many providers have answered, where any was asked or any has."""
    decided = review.decided
    if not decided.requests and not any(answer.way is Way.REPLY for answer in decided.answers):
        return ""
    found = Counter(each.stand for each in standing(
        providers(review.register), decided.requests, decided.answers, today=review.today,
        settings=review.register.settings))
    have = "has" if found[Stand.ANSWERED] == 1 else "have"
    asked = counted(sum(found.values()), "provider")
    told = [f"{found[Stand.ANSWERED]:,} of {asked} {have} answered for all their entries"]
    told += [f"{found[stand]:,} {words}" for stand, words in (
        (Stand.WAITING, "waited for"), (Stand.OVERDUE, "late with the answer")) if found[stand]]
    return f"{', '.join(told)}."


def in_words(review: Review) -> tuple[str, ...]:
    """The summary as sentences, each of which can stand alone."""
    told = (_danger_told(review), what_was_read(review), _links_told(review), _contacts_told(review),
            _providers_told(review))
    return tuple(filter(None, told))
