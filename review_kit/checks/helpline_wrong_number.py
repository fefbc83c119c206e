"""A number beside a helpline's name that is none of that helpline's: whoever rings it in need reaches somebody else."""

from collections.abc import Iterator
from dataclasses import replace

from review_kit.checks import Check
from review_kit.checks._beside_helplines import Wrong, wrong_numbers
from review_kit.checks._number_owners import Listed
from review_kit.model import ContactVerdict, Facts, Finding, Service, Severity


def _find(facts: Facts) -> Iterator[Finding]:
    listed = Listed(facts)
    for service in facts.register.services:
        if not service.retired:
            yield from (_finding(facts, service, wrong) for wrong in wrong_numbers(facts, service, listed))


def _finding(facts: Facts, service: Service, wrong: Wrong) -> Finding:
    right = wrong.right.written if wrong.right else ""
    found = CHECK.finding(
        service, wrong.contact, suggestion=right, saw=_saw(facts, wrong), do=_do(wrong),
        severity=Severity.DANGER if wrong.sure else Severity.CAUTION,
        basis={"normalised": wrong.contact.normalised, "suggestion": right}, evidence=_evidence(wrong))
    found = replace(found, verdict=ContactVerdict.BROKEN if wrong.sure else ContactVerdict.CAUTION)
    return found if wrong.read else replace(found, about=None, suggestion="")


def _saw(facts: Facts, wrong: Wrong) -> str:
    if wrong.change is not None:
        return wrong.change.what(wrong.contact.as_written, facts.today, number=True, sure=wrong.change.sure)
    if wrong.sure:
        return f"This is not the number that our list of helplines gives for {wrong.helpline.name}."
    return f"Our list of helplines does not hold this number for {wrong.helpline.name}."


def _do(wrong: Wrong) -> str:
    if wrong.change is not None:
        return wrong.change.what_to_do(sure=wrong.change.sure)
    right = wrong.right.written if wrong.right else ""
    if right and wrong.right is not None and wrong.right.is_text and wrong.helpline.keyword:
        right = f"“text {wrong.helpline.keyword} to {right}”"
    if wrong.sure and right:
        return f"Write {right} instead, for somebody in need may ring this one."
    if right:
        return f"Is it a branch's or another service's number, or should {right} stand here?"
    return f"Is it a branch's or another service's number, or not what {wrong.helpline.name} gives on its own page?"


def _evidence(wrong: Wrong) -> str:
    said = f"The cell says “{wrong.where}”."
    if wrong.change is not None:
        return f"{said} {wrong.change.where_from()}"
    listed = "; ".join(f"{known.written} ({known.source}, checked on {known.checked_on})"
                       for known in wrong.helpline.numbers.values())
    return f"{said} The list of helplines gives for {wrong.helpline.name}: {listed}."


CHECK = Check(
    name="helpline-wrong-number", severity=Severity.DANGER, verdict=ContactVerdict.BROKEN,
    basis=("normalised", "suggestion"), what_we_saw="{saw}", what_to_do="{do}", find=_find)
