"""A name, number or address that is not what it was: renamed, merged, closed or with another provider."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from review_kit.checks import Check
from review_kit.checks._beside_helplines import wrong_numbers
from review_kit.checks._known_changes import KnownChange, known_changes
from review_kit.checks._named_before import Meanings, Named, named_before
from review_kit.checks._number_owners import Listed
from review_kit.checks.helpline_old_name import old_names
from review_kit.model import Contact, ContactKind, ContactVerdict, Facts, Finding, Link, Service, Severity
from review_kit.published import texts
from review_kit.rows.addresses import host_of
from review_kit.rows.text import squeezed
from review_kit.spellings import places


def _find(facts: Facts) -> Iterator[Finding]:
    changes, meanings, sections = tuple(known_changes(facts)), Meanings(facts.register), set[str]()
    listed, asked = Listed(facts), set[tuple[str, str]]()
    spoken_of = tuple(change for change in changes if _is_spoken_of(facts, change))
    for service in facts.register.services:
        if service.retired:
            continue
        told = {named.change.old_name for named, _ in old_names(facts, service, meanings)}
        here = tuple(change for change in spoken_of if change.old_name not in told)
        for found in named_before(facts, service, here, meanings, with_section=service.section not in sections):
            told.add(found.change.old_name)
            yield _of_name(facts, service, found)
        sections.add(service.section)
        for finding in _of_contacts(facts, service, [one for one in changes if one.old_name not in told], listed):
            # The same question about the same number is asked once, whatever entries give it.
            question = (str(finding.basis), getattr(finding.about, "normalised", "") or str(finding.cell))
            if finding.severity > Severity.NOTE or question not in asked:
                asked.add(question)
                yield finding


def _is_spoken_of(facts: Facts, change: KnownChange) -> bool:
    """Whether the register speaks of the place that a change belongs to: another council's namesake is left alone."""
    return _is_at_home(facts, change) or any(_in_row(facts, service, change) for service in facts.register.services)


def _is_at_home(facts: Facts, change: KnownChange) -> bool:
    """Whether the council is that place's; what has no place is at home everywhere."""
    council = facts.register.settings.council
    return not change.places or any(True for place in change.places for _ in places(council, place))


def _in_row(facts: Facts, service: Service, change: KnownChange) -> bool:
    return any(True for text in texts(facts.register, service) for place in change.places
               for _ in places(text.text, place))


def _of_name(facts: Facts, service: Service, found: Named) -> Finding:
    change = found.change
    # Another council's entry that names no place may mean a namesake.
    of_others = facts.register.settings.council and not (_is_at_home(facts, change) or _in_row(facts, service, change))
    sure = change.sure and not of_others
    whole = squeezed(found.text.whole) == squeezed(found.text.whole[found.start:found.end])
    finding = CHECK.finding(
        service, severity=Severity.CAUTION if sure else Severity.NOTE, basis=_basis(change),
        saw=change.what(found.words, facts.today, sure=sure), do=change.what_to_do(sure=sure),
        evidence=f"The cell says “{found.text.sentence(found.start, found.end)}”. {change.where_from()}")
    column = found.text.column if whole and found.text.column in facts.register.columns else ""
    return replace(finding, cell=found.text.cell, answer_in=column)


def _of_contacts(facts: Facts, service: Service, changes: Collection[KnownChange],
                 listed: Listed) -> Iterator[Finding]:
    """What stands beside a helpline's name is told by helpline-wrong-number."""
    changed = [change for change in changes if _old_contacts(service, change)]
    told = {one.contact for one in wrong_numbers(facts, service, listed)} if changed else set[Contact]()
    for change in changed:
        about = next((one for one in _old_contacts(service, change) if one not in told), None)
        if about is not None:
            yield _of_contact(facts, service, change, about)


def _old_contacts(service: Service, change: KnownChange) -> list[Contact | Link]:
    """The numbers, addresses and links of an entry that belonged to what has changed."""
    old = change.old_contacts
    contacts = [one for one in service.contacts if one.kind is not ContactKind.PERSON and one.normalised
                and old & {one.normalised, one.normalised.partition("@")[2]}]
    return [*contacts, *(link for link in service.links if link.url and host_of(link.url).removeprefix("www.") in old)]


def _of_contact(facts: Facts, service: Service, change: KnownChange, about: Contact | Link) -> Finding:
    of_number = isinstance(about, Contact) and bool(change.new_contact or change.of_a_number)
    alike = isinstance(about, Contact) and ("@" in change.new_contact) is (about.kind is ContactKind.EMAIL)
    finding = CHECK.finding(
        service, about, severity=Severity.CAUTION if change.sure else Severity.NOTE, basis=_basis(change),
        saw=change.what(squeezed(about.as_written) if of_number else change.name, facts.today, number=of_number,
                        sure=change.sure),
        do=change.what_to_do(sure=change.sure), suggestion=change.new_contact if change.sure and alike else "",
        evidence=f"The cell says “{squeezed(about.as_written)}”. {change.where_from()}")
    doubted = change.sure and isinstance(about, Contact)
    return replace(finding, verdict=ContactVerdict.CAUTION if doubted else None)


def _basis(change: KnownChange) -> dict[str, str]:
    return {"old_name": change.name, "since": change.since}


CHECK = Check(
    name="name-outdated", severity=Severity.CAUTION, basis=("old_name", "since"), what_we_saw="{saw}",
    what_to_do="{do}", find=_find)
