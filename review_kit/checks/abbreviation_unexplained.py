"""Letters that workers know and young people do not, which nothing in the offer explains."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from review_kit.checks import Check
from review_kit.checks._abbreviations import TABLE, Standing, abbreviations, written_small
from review_kit.checks._sentences import READ, words
from review_kit.model import Facts, Finding, Severity

COLUMNS = ("Section", *READ, "Who it is for", "Who it is not for", "Where", "Cost")
NAMED = 6
"""Cells that are listed; a longer list helps nobody."""


def _find(facts: Facts) -> Iterator[Finding]:
    known = {row["abbreviation"]: row for row in facts.known.get(TABLE, ())}
    if not known:
        return
    cells = tuple(words(facts, *COLUMNS))
    small = written_small(cell.text for cell in cells)
    standing: dict[str, list[Standing]] = {}
    for cell in cells:
        for one in abbreviations(cell, known):
            if not one.within_a_name and (one.letters in known or one.letters.casefold() not in small):
                full = _said_in_full(one, known.get(one.letters, {}))
                standing.setdefault(one.letters, []).append(replace(one, explained=True) if full else one)
    for letters, places in standing.items():
        asked = _before_it_is_explained(places)
        if asked and not (letters not in known and all(one.part_of_a_name for one in asked)):
            yield _finding(letters, asked, known.get(letters, {}))


def _said_in_full(one: Standing, row: Mapping[str, str]) -> bool:
    """Whether the entry itself says what letters with one meaning stand for, be it in another cell."""
    meanings = [meaning.strip().casefold() for meaning in row.get("stands_for", "").split(";") if meaning.strip()]
    service = one.words.service
    said = " ".join(service.values.values()).casefold() or f"{service.name} {service.provider}".casefold()
    return len(meanings) == 1 and meanings[0] in " ".join(said.split())


def _before_it_is_explained(places: Sequence[Standing]) -> tuple[Standing, ...]:
    """Those that stand in rows before the first that explains them; an explanation holds for its whole row."""
    first = next((one.words.service.place for one in places if one.explained), None)
    before = []
    for one in places:
        if one.words.service.place == first:
            break
        before.append(one)
    return tuple(before)


def _finding(letters: str, places: Sequence[Standing], row: Mapping[str, str]) -> Finding:
    cells = tuple(dict.fromkeys(str(one.words.cell) for one in places))
    at = places[0].words
    listed = ", ".join(cells[:NAMED]) + (f" and {len(cells) - NAMED} more" if len(cells) > NAMED else "")
    meant = f" It can stand for: {row['stands_for']}." if row.get("stands_for") else ""
    source = f" Source: {row['source']}." if row else " No table of ours knows it."
    return Finding(
        check=CHECK.name, severity=CHECK.severity, cell=at.cell, service=at.service, basis=(("text", letters),),
        what_we_saw=CHECK.what_we_saw.format(
            letters=letters, cells="1 cell" if len(cells) == 1 else f"{len(cells)} cells"),
        what_to_do=CHECK.what_to_do.format(do=_do(letters, row.get("stands_for", ""))),
        evidence=f"It stands in {listed}.{meant}{source}")


def _do(letters: str, stands_for: str) -> str:
    meanings = [meaning.strip() for meaning in stands_for.split(";") if meaning.strip()]
    if not meanings:
        return "Find out what it stands for, and write that in full where it first stands"
    if len(meanings) == 1:
        return f"Write “{meanings[0]} ({letters})” where it first stands, or say it in full each time"
    either = " or ".join(f"“{meaning}”" for meaning in meanings[:2])
    return f"Say which is meant, {either}, and write it in full where it first stands"


CHECK = Check(
    name="abbreviation-unexplained", severity=Severity.NOTE, basis=("text",),
    what_we_saw="“{letters}” stands in {cells}, and nothing before it says what it means.",
    what_to_do="{do}.", find=_find)
