"""An entry that promises what it does not hold: “see attached”, “details to follow”, criteria stated nowhere."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._promises import Promise, promises
from review_kit.checks._sentences import quoted, words_of
from review_kit.model import Facts, Finding, Severity

KEPT_BY = {
    "link": "a link", "link contact": "a link, a phone number or an e-mail address", "label": "what follows",
    "contact link": "a way to reach it", "link contact way": "a link, a contact or a way in",
    "criteria": "an age or a criterion", "around": "words, a link or a contact beside it",
    "nothing": "a link in the cell",
}
"""What would keep a promise, in words."""
SEVERITIES = {"caution": Severity.CAUTION, "note": Severity.NOTE}


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        told: set[str] = set()
        for cell in words_of(facts, service):
            for promise in promises(facts, cell):
                if not promise.kept and promise.row["promise"] not in told:
                    told.add(promise.row["promise"])
                    yield _finding(promise)


def _finding(promise: Promise) -> Finding:
    row, cell = promise.row, promise.words
    sought = KEPT_BY.get(row["kept_by"], row["kept_by"])
    return Finding(
        check=CHECK.name, severity=SEVERITIES.get(row["severity"], CHECK.severity),
        cell=cell.cell, service=cell.service,
        what_we_saw=CHECK.what_we_saw.format(
            quote=quoted(promise.sentence, promise.start, promise.end), missing=row["missing"]),
        what_to_do=CHECK.what_to_do.format(do=row["to_do"]), basis=(("text", promise.sentence),),
        answer_in=row["answer_in"] or cell.answer_in(promise.sentence),
        evidence=f"{cell.cell} (“{cell.column}”) says “{promise.sentence}”. We looked for {sought}. "
                 f"Source: {row['source']}.")


CHECK = Check(
    name="promise-not-kept", severity=Severity.CAUTION, basis=("text",),
    what_we_saw="The entry says “{quote}”, and gives {missing}.", what_to_do="{do}", find=_find)
