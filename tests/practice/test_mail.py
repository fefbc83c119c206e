"""The practice review's name server: a table, so that nobody outside is asked, and the same answers on every run."""

import asyncio
from pathlib import Path

import pytest

from review_kit import steps
from review_kit.mail import Mail, told
from review_kit.model import ContactVerdict, Facts, LookUp, Reply
from review_kit.practice import PRACTICE_DAY, practice_review
from review_kit.practice.mail import TableOfMail

TABLE = TableOfMail({"club.example": {"MX": ["10 mx.club.example"]}, "mx.club.example": {"A": ["192.0.2.1"]}},
                    {"site.example": (8001, 8002)}.get)
DEAD = {"kestrel-skills.example": Mail.GONE, "volunteer-kestrelshire.example": Mail.REFUSES}


def look_up(name: str, kind: str) -> LookUp:
    """What a small table says."""
    return asyncio.run(TABLE.look_up(name, kind))


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Facts:
    """One practice review."""
    with practice_review() as practice:
        return steps.visit(steps.open_register(practice.register), tmp_path_factory.mktemp("review"),
                           today=PRACTICE_DAY, network=practice.network)


def test_what_the_table_holds_is_said() -> None:
    """Records of the kind; the name alone for another kind; no such name for what is in no table."""
    assert look_up("club.example", "MX") == LookUp("club.example", "MX", Reply.RECORDS, ("10 mx.club.example",))
    assert look_up("club.example", "A").reply is Reply.NONE
    assert look_up("gone.example", "MX").reply is Reply.NO_SUCH_NAME


def test_a_host_of_the_web_has_an_address() -> None:
    """One that stands for all of them, and is kept for examples; of mail it knows nothing by itself."""
    assert look_up("site.example", "A") == LookUp("site.example", "A", Reply.RECORDS, ("192.0.2.80",))
    assert look_up("site.example", "MX").reply is Reply.NONE


def test_two_of_the_registers_addresses_can_take_no_mail(facts: Facts) -> None:
    """Somebody who learns on it meets a domain that is gone and one that takes no mail; all others take it."""
    came_to = {each.domain: told(each) for look in facts.mail for each in look.domains}
    assert {name: state for name, state in came_to.items() if state is not Mail.ACCEPTS} == DEAD
    broken = {each.contact.normalised.partition("@")[2] for each in steps.check(facts).contacts
              if each.finding and each.finding.check.startswith(("email-domain", "email-takes"))
              and each.verdict is ContactVerdict.BROKEN}
    assert broken == set(DEAD)


def test_the_facts_are_the_same_on_every_run(facts: Facts, tmp_path: Path) -> None:
    """One look, believed, with the practice review's own time in it and no chance."""
    with practice_review() as practice:
        again = steps.visit(steps.open_register(practice.register), tmp_path, today=PRACTICE_DAY,
                            network=practice.network)
    assert again.mail == facts.mail
    look, = facts.mail
    assert look.good
    assert {look.run, look.at, look.before.at, *(each.at for each in look.domains)} == {"2026-03-02T10:00:00.000Z"}


def test_no_real_domain_is_asked_about(facts: Facts) -> None:
    """Every name ends in .example, which nobody can own; nothing is invented of a real organisation."""
    look, = facts.mail
    names = {*look.before.found, *look.before.taking, *(each.name for domain in look.domains
                                                         for asking in domain.askings for each in asking)}
    assert all(name.endswith(".example") for name in names)
    assert (look.before.lost, look.before.refusing) == ((), ())
