"""A value in another column than its own: an instruction for a provider, a criterion for a frequency."""

import re
from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._columns import for_whom, hours_in, how_often, is_instruction, no_hours, who_inside
from review_kit.checks._sentences import Words, quoted, words_of
from review_kit.model import Facts, Finding, Service, Severity
from review_kit.rows.text import squeezed

LONG = 120
"""Characters from which an area of support is read no more, but searched."""
QUOTED = 60
_LABEL = re.compile(r"(?:web(?:site)?|tel|phone|e-?mail|link) ?:?", re.IGNORECASE)


def _find(facts: Facts) -> Iterator[Finding]:
    for service in facts.register.services:
        for cell in words_of(facts, service, *_LOOKS):
            if told := _LOOKS[cell.column](facts, service, cell):
                saw, do = told
                yield Finding(
                    check=CHECK.name, severity=CHECK.severity, cell=cell.cell, service=service,
                    what_we_saw=CHECK.what_we_saw.format(column=cell.column, quote=_quoted(cell), saw=saw),
                    what_to_do=CHECK.what_to_do.format(do=do), basis=(("text", cell.whole),),
                    answer_in=cell.column if cell.column != "Area of support" and cell.text == cell.whole else "",
                    evidence=f"{cell.cell} (“{cell.column}”) says “{squeezed(cell.whole)}”.")


def _quoted(cell: Words) -> str:
    """The first sentence: a longer quotation would hide what is wrong with it."""
    first, *more = cell.sentences or (squeezed(cell.whole),)  # a dash alone is no sentence
    quote = quoted(first, most=QUOTED)
    return f"{quote}…" if more and not quote.endswith("…") else quote


def _names_what_changed(facts: Facts, text: str) -> bool:
    """Whether a body stands there that is known to have changed: name-outdated says what to write instead."""
    names = (name.partition("[")[0].strip() for row in facts.known.get("changes", ())
             for name in row["old_name"].split("|"))
    return any(len(name) > 3 and name in text for name in names)


def _provider(facts: Facts, _: Service, cell: Words) -> tuple[str, str] | None:
    lines = [line for line in cell.sentences if not _LABEL.fullmatch(line)]
    if not lines or not all(is_instruction(line) for line in lines) or _names_what_changed(facts, cell.text):
        return None
    return ("tells what to do and names no provider",
            "Write who provides it under “Provider”, and the way in under “How to get it”.")


def _frequency(facts: Facts, service: Service, cell: Words) -> tuple[str, str] | None:
    text = squeezed(cell.text)
    if how_often(text):
        return None
    columns = facts.register.columns  # where no other column is, a lead put the words in the best that there was
    if for_whom(text) and "Who it is for" in columns and not _says(service, "Who it is for", "Age from", "Age to"):
        return "tells for whom, and not how often", "Put it under “Who it is for”, and write how often here."
    if hours_in(text) and "Hours" in columns and not _says(service, "Hours"):
        return "tells the hours, and not how often", "Put the hours under “Hours”, and write how often here."
    return None


def _area(_: Facts, service: Service, cell: Words) -> tuple[str, str] | None:
    text = squeezed(cell.text)
    columns = [column for column, hidden in (("Hours", hours_in(text)), ("Who it is for", who_inside(text)))
               if hidden and not _says(service, column, *(("Age from", "Age to") if column != "Hours" else ()))]
    if len(text) < LONG or not columns:
        return None
    named = " and ".join(f"“{column}”" for column in columns)
    return f"is long, and holds what belongs under {named}", f"Copy it to {named}, and keep the name here."


def _hours(_: Facts, __: Service, cell: Words) -> tuple[str, str] | None:
    why = no_hours(squeezed(cell.text))
    return (why, "Write the days and the hours, such as Monday to Friday, 9am to 5pm.") if why else None


def _says(service: Service, *columns: str) -> bool:
    return any(service.value(column) for column in columns)


_LOOKS = {"Area of support": _area, "Provider": _provider, "Frequency": _frequency, "Hours": _hours}

CHECK = Check(
    name="value-misplaced", severity=Severity.NOTE, basis=("text",),
    what_we_saw="“{column}” says “{quote}”, which {saw}.", what_to_do="{do}", find=_find)
