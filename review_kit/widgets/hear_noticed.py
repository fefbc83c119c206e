"""Notebook 3: what is noticed in words while they are typed, for the page to ask about. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.model import Facts, Register
from review_kit.screening import Noticed, at_risk, personal
from review_kit.written_down import LONGEST_WORDS

MOST_NOTICED = 5


@dataclass(frozen=True, slots=True)
class Screened:
    """What may show who somebody is, and words that may mean that somebody is not safe."""

    details: tuple[Noticed, ...] = ()
    risk: str = ""


def screened(values: Mapping[str, str], register: Register | None, facts: Facts | None) -> Screened:
    """What is noticed in the boxes of a form.

    Args:
        values: the fields by name.
        register: its words are nobody's name.
        facts: with the known tables of names and of words of risk.
    """
    said = "\n".join(values.get(field, "") for field in ("said", "better", "delivery"))
    if register is None or not said.strip():
        return Screened()
    tables = facts.known if facts is not None else {}
    known = [register.settings.council, *(word for service in register.services for word in (
        service.section, service.name, service.provider))]
    found = personal(said[:3 * LONGEST_WORDS], names=tables.get("first_names", ()), known=known)
    return Screened(found[:MOST_NOTICED], at_risk(said, tables.get("risk_words", ())))
