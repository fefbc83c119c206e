"""Notebook 3: what is noticed in words while they are typed, for the page to ask about. Nothing of it is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from review_kit.model import Register
from review_kit.screening import Noticed, at_risk, personal
from review_kit.written_down import LONGEST_WORDS

MOST_NOTICED = 5
Tables = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True, slots=True)
class Screened:
    """What may show who somebody is, and words that may mean that somebody is not safe."""

    details: tuple[Noticed, ...] = ()
    risk: str = ""


def words_of(register: Register) -> list[str]:
    """The words of a register's services, which are nobody's name here."""
    return [word for service in register.services for word in (service.section, service.name, service.provider)]


def screened(values: Mapping[str, str], register: Register | None, tables: Tables) -> Screened:
    """What is noticed in the boxes of a form.

    Args:
        values: the fields by name.
        register: its words are nobody's name.
        tables: the known tables by name, those of names and of words of risk among them.
    """
    said = "\n".join(values.get(field, "") for field in ("said", "better", "delivery"))
    if register is None or not said.strip():
        return Screened()
    known = [register.settings.council, *words_of(register)]
    found = personal(said[:3 * LONGEST_WORDS], names=tables.get("first_names", ()), known=known)
    return Screened(found[:MOST_NOTICED], at_risk(said, tables.get("risk_words", ())))
