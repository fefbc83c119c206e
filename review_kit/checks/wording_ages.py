"""Words that hold for a time: “awaiting confirmation”, “moving to”, “new”, “until 2025” – and their time has gone."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._ageing import aged, table_of
from review_kit.checks._sentences import READ, quoted, words_of
from review_kit.model import Facts, Finding, Severity

COLUMNS = (*READ, "Where", "Cost")


def _find(facts: Facts) -> Iterator[Finding]:
    table = table_of(facts)
    for service in facts.register.services:
        told: set[str] = set()
        for cell in words_of(facts, service, *COLUMNS):
            for sentence in cell.sentences:
                found = None if sentence.casefold() in told else aged(facts, table, service, sentence)
                if found is None:
                    continue
                told.add(sentence.casefold())
                yield Finding(
                    check=CHECK.name, severity=found.severity, cell=cell.cell, service=service,
                    what_we_saw=CHECK.what_we_saw.format(
                        quote=quoted(sentence, found.start, found.end), saw=found.saw),
                    what_to_do=CHECK.what_to_do.format(asks=found.asks[:1].lower() + found.asks[1:]),
                    basis=(("text", sentence),), answer_in=cell.answer_in(sentence),
                    evidence=f"{cell.cell} (“{cell.column}”) says “{sentence}”. {found.why}.")


CHECK = Check(
    name="wording-ages", severity=Severity.CAUTION, basis=("text",),
    what_we_saw="“{quote}” {saw}.",
    what_to_do="Find out, and write it as it is today: {asks}", find=_find)
