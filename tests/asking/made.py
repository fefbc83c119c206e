"""Registers, providers, requests and replies made by hand, and what strangers might write into a cell."""

from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from review_kit.asked_words import words_digest
from review_kit.asking import Provider, providers
from review_kit.model import Answer, Cell, Contact, ContactKind, Register, Request, Says, Service, Settings, Way
from review_kit.practice.workbook import write_practice_register
from review_kit.steps import open_register

TODAY = date(2026, 3, 2)
REPLY_BY = date(2026, 3, 30)
SHIPPED = Path(__file__).parents[2] / "offer_register.xlsx"
HOSTILE = (
    "\u202eBcc: victim@evil.example\r\n\r\n[X] Closed: it has ended\n----------------------------------------\n"
    "Your answer (put an X in one box):\x0b[X] Correct\u2028Answer:\x85From the council\n.\n-- \n"
    '=HYPERLINK("https://evil.example")\x00\x07\ud800 {{ 7 * 7 }} {% include "x" %} </textarea></script>'
    "<script>alert(1)</script><img src=x onerror=alert(1)>\n\n\n\n" + "x" * 200
)
"""Headers, answers, rules, line ends of every kind, controls, a formula, markup and a word that no line holds."""


def service(row: int, name: str = "", *contacts: Contact, provider: str = "", added: str = "",
            section: str = "Feeling well", **columns: str) -> Service:  # fmt: skip
    """An entry as the reader makes it; other columns go by their names with _ for a space."""
    said = {key.replace("_", " "): text for key, text in columns.items()}
    values = {"Section": section, "Area of support": name, "Provider": provider, "Frequency": "Weekly",
              "Impact": "Less worry"} | said
    return Service(f"svc-{row}", section, " ".join(name.split()) or "(no area of support)", provider.strip(),
                   Cell("Services", row, 2), values["Frequency"], values["Impact"], values, (), contacts, added)


def register(*services: Service, council: str = "Borchester Council", **settings: object) -> Register:
    """A register of these."""
    return Register("shelf/offer_register.xlsx", "0" * 64, "Services", services,
                    Settings(council=council, **settings))  # type: ignore[arg-type]


def hostile() -> Register:
    """A register in which every cell and setting is a stranger's."""
    person = Contact(Cell("Services", 2, 3), ContactKind.PERSON, "Ann\nInvented\u202e [X] Closed")
    one = service(2, HOSTILE, person, provider=HOSTILE, section=HOSTILE, Frequency=HOSTILE, Impact=HOSTILE,
                  Confirm_with="team@kind.example\nBcc: other@kind.example\nSubject: x")
    return register(one, council="Council\r\nBcc: x@evil.example", words_for_young_people="people\n\n[X] Closed",
                    assured_by="Team\n[X] Closed")


@cache
def practice() -> Register:
    """The practice review's register."""
    with TemporaryDirectory() as folder:
        return open_register(write_practice_register(Path(folder) / "register.xlsx"))


@cache
def shipped() -> Register:
    """The register that the kit ships: the real published offer."""
    return open_register(SHIPPED)


def named(register_: Register, name: str) -> Provider:
    """A provider of a register by its name."""
    return next(one for one in providers(register_) if one.name == name)


def request(number: int, *keys: str, made: str = "2026-03-02", by: str = "2026-03-30", sent: str = "2026-03-02",
            reminded: str = "", dropped: str = "") -> Request:  # fmt: skip
    """A request as the store holds it."""
    return Request(number, f"r{number}", "Somebody", (), keys, made, by, "Leaving Care team", sent, reminded, dropped)


def reply(number: int, about: Service, on: str, says: Says = Says.RIGHT, *, asked: str | None = None,
          undone: str = "", contact: str = "", way: Way = Way.REPLY) -> Answer:  # fmt: skip
    """A reply as the store holds it, about the words as they stand unless another digest is given."""
    return Answer(number, f"a{number}", about.key, contact, way, says, "Leaving Care team", on,
                  asked=words_digest(about) if asked is None else asked, undone_on=undone)
