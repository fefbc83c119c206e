"""A helpline's right number under a name that it no longer goes by: a young person looks for the name they know."""

from collections.abc import Iterator
from dataclasses import replace

from review_kit.checks import Check
from review_kit.checks._known_changes import known_changes
from review_kit.checks._named_before import Meanings, Named, named_before
from review_kit.checks._number_owners import is_about
from review_kit.helplines import helplines
from review_kit.model import Contact, Facts, Finding, Service, Severity
from review_kit.rows.text import squeezed


def _find(facts: Facts) -> Iterator[Finding]:
    meanings = Meanings(facts.register)
    for service in facts.register.services:
        if not service.retired:
            yield from (_finding(service, *found) for found in old_names(facts, service, meanings))


def old_names(facts: Facts, service: Service, meanings: Meanings) -> tuple[tuple[Named, Contact], ...]:
    """The old names of helplines in an entry that also gives the helpline's right number, with that number."""
    mine = [one for one in helplines(facts) if any(contact.normalised in one.reached for contact in service.contacts)]
    if not mine:
        return ()
    changes = [change for change in known_changes(facts) if change.sure and change.kind == "renamed"
               and any(is_about(change, one) for one in mine)]
    found = named_before(facts, service, changes, meanings, with_section=False)
    return tuple((named, next(
        contact for one in mine if is_about(named.change, one) for contact in service.contacts
        if contact.normalised in one.reached)) for named in found)


def _finding(service: Service, named: Named, contact: Contact) -> Finding:
    change = named.change
    found = CHECK.finding(
        service, new=change.new[0].words, old=named.words, number=squeezed(contact.as_written),
        basis={"old_name": change.name, "since": change.since, "normalised": contact.normalised},
        evidence=f"The cell says “{named.text.sentence(named.start, named.end)}”. {change.where_from()}")
    return replace(found, cell=named.text.cell)


CHECK = Check(
    name="helpline-old-name", severity=Severity.CAUTION, basis=("old_name", "since", "normalised"),
    what_we_saw="{number} is right, but {old} is called {new} now.",
    what_to_do="Write {new} as its name; the number stays.", find=_find)
