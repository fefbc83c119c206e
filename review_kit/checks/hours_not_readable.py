"""Opening hours that cannot be meant as they stand: a time that no clock shows, an end before its start, 5-9."""

import re
from collections.abc import Callable, Iterator

from review_kit.checks import Check
from review_kit.checks._columns import no_hours
from review_kit.checks._sentences import Words, quoted, words_of
from review_kit.hours import TABLE, Fault, Kind, Reading, hours_reader
from review_kit.model import Facts, Finding, Service, Severity
from review_kit.rows.text import squeezed

COLUMN = "Hours"
PROMISED_IN = ("Frequency", "Area of support")
QUOTED = 50
TO_DO = {
    Kind.IMPOSSIBLE: "Ask the provider for the right time, and write it as 9am or 17:30.",
    Kind.CONTRADICTS: "Ask the provider which of the two holds, and take the other out.",
    Kind.BACKWARDS: "Ask when it opens and closes, and write both with am or pm; say “overnight” if it is.",
    Kind.SAME: "Ask when it opens and closes, and write both; where it never closes, write 24 hours a day.",
    Kind.NOON: "Ask whether noon or midnight is meant, and write that word.",
    Kind.UNTOLD: "Ask whether it is in the morning or the evening, and write am or pm.",
    Kind.NOWHERE: "Ask until which day it runs, and write that day.",
    Kind.DAY: "Write the hours; Excel makes a day of 9-5, so write 9am to 5pm.",
    Kind.MISSPELT: "Write the day that is meant, such as Wednesday.",
}
"""What to do about each fault; the gravest comes first."""
SURE = frozenset({Kind.IMPOSSIBLE, Kind.CONTRADICTS, Kind.BACKWARDS, Kind.SAME})
"""Nobody can act on these; the others are most likely understood, and a note."""
_SEVERAL = re.compile(r"\b(?:and|or|plus)\b|[&,;+\n]")
"""In a name that speaks of several things, “24/7” may be said of one of them."""


def _find(facts: Facts) -> Iterator[Finding]:
    words = facts.known.get(TABLE, ())
    read = hours_reader(words)
    for service in facts.register.services if words else ():
        for cell in words_of(facts, service, COLUMN):
            reading = read(cell.text)
            if faults := _told_here(cell, reading):
                yield _finding(cell, faults)
            elif reading.is_limited and (promise := _promised(facts, service, read)):
                yield _less_than(cell, *promise)


def _told_here(cell: Words, reading: Reading) -> list[Fault]:
    """The faults, the gravest first; an impossible time that value-misplaced tells of is not told twice."""
    told = Kind.IMPOSSIBLE if no_hours(squeezed(cell.text)) == Kind.IMPOSSIBLE.says else None
    return sorted((fault for fault in reading.faults if fault.kind is not told),
                  key=lambda fault: list(TO_DO).index(fault.kind))


def _promised(facts: Facts, service: Service, read: Callable[[str], Reading]) -> tuple[str, str] | None:
    """The column that promises to be there day and night, all week, and its words."""
    for cell in words_of(facts, service, *PROMISED_IN):
        reading = read(cell.text)
        if reading.promises and (reading.is_plain if cell.column == "Frequency" else not _SEVERAL.search(cell.text)):
            return cell.column, reading.promises
    return None


def _finding(cell: Words, faults: list[Fault]) -> Finding:
    first = faults[0]
    saw = f"{' and '.join(f'“{quoted(words, most=QUOTED)}”' for words in first.words)} {first.kind.says}"
    return _made(cell, saw, TO_DO[first.kind], Severity.CAUTION if first.kind in SURE else Severity.NOTE,
                 squeezed(cell.whole), "; ".join(fault.why for fault in faults))


def _less_than(cell: Words, column: str, promise: str) -> Finding:
    hours = squeezed(cell.whole)
    return _made(cell, f"“{quoted(hours, most=QUOTED)}” is less than the “{promise}” of “{column}”",
                 "Ask the provider which of the two holds, and write the same in both.", Severity.CAUTION,
                 f"{hours} | {promise}", f"“{column}” says “{promise}”")


def _made(cell: Words, saw: str, do: str, severity: Severity, basis: str, why: str) -> Finding:
    return Finding(
        check=CHECK.name, severity=severity, cell=cell.cell, service=cell.service,
        what_we_saw=CHECK.what_we_saw.format(saw=saw), what_to_do=CHECK.what_to_do.format(do=do),
        basis=(("text", basis),), answer_in=COLUMN if cell.text == cell.whole else "",
        evidence=f"{cell.cell} (“{cell.column}”) says “{squeezed(cell.whole)}”: {why}.")


CHECK = Check(
    name="hours-not-readable", severity=Severity.CAUTION, basis=("text",), answer_in=COLUMN,
    what_we_saw="In “Hours”, {saw}.", what_to_do="{do}", find=_find)
