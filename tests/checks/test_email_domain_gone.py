"""email-domain-gone: what stands behind the @ no longer exists, while names that must exist do."""

import pytest

from review_kit.checks.email_domain_gone import CHECK
from review_kit.model import ContactVerdict, Severity

from . import facts as make
from . import mail


def test_a_domain_that_is_gone_breaks_its_address() -> None:
    """No such name on two askings, between good rounds: broken, whoever assured the entry."""
    of = mail.facts(mail.look(mail.GONE), Assured_on="2026-11-01", Assured_by="Leaving Care team")
    told = make.contact_told(of)
    assert (told.verdict, told.finding and told.finding.check) == (ContactVerdict.BROKEN, "email-domain-gone")
    finding, = make.found(CHECK, of)
    assert finding.severity is Severity.BROKEN
    assert finding.basis == (("normalised", mail.EMAIL), ("mail", "no such domain"))


def test_the_evidence_says_what_was_asked_and_what_came_back() -> None:
    """When, each question with its answer, the canaries and the rule: a person can check it without the kit."""
    finding, = make.found(CHECK, mail.facts(mail.look(mail.GONE)))
    assert finding.evidence == (
        "Looked up on 21 November 2026 at 10:05 UTC: MX of club.example: no such name; A of club.example: no such "
        "name. Again at the end: the same. Before and after, 3 of 3 hosts that must be found were found, 2 of 2 "
        "domains that must take mail did, and for a name that nobody has the answer was “no such name”. Source: RFC "
        "5321, section 5.1.")


def test_every_address_of_the_domain_is_told() -> None:
    """Each at its own cell; one of another domain is not."""
    contacts = [make.email("a@club.example", row=2), make.email("b@club.example", row=3), make.email("c@choir.example")]
    found = make.found(CHECK, mail.facts(mail.look(mail.GONE), contacts=contacts))
    assert [finding.about and finding.about.as_written for finding in found] == ["a@club.example", "b@club.example"]


def test_an_address_with_capitals_is_the_same_address() -> None:
    """The cell's own words stand in the register; what was asked is in small letters."""
    contact = make.Contact(make.email().cell, make.ContactKind.EMAIL, "Team@Club.Example", mail.EMAIL)
    assert make.found(CHECK, mail.facts(mail.look(mail.GONE), contacts=[contact]))


@pytest.mark.parametrize("asking", [mail.TAKES, mail.ADDRESS, mail.NULL, mail.NOWHERE, mail.LOST, mail.ALIAS,
                                    mail.TROUBLE, (mail.no_name("MX"), mail.none("A"), mail.none("AAAA")),
                                    (mail.no_name("MX"), mail.trouble("A"))])
def test_a_domain_that_is_there_or_may_be_is_not_gone(asking: mail.Asking) -> None:
    """Whatever else is wrong with it, or with the name server."""
    assert make.found(CHECK, mail.facts(mail.look(asking))) == []


@pytest.mark.parametrize("bad", mail.BAD_ROUNDS)
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_name_server_that_cannot_be_believed_makes_nothing_gone(bad: str, when: str) -> None:
    """Offline, inside alone, inventing, or dead half-way: nothing is said against the address."""
    of = mail.facts(mail.look(mail.GONE, **{when: mail.BAD_ROUNDS[bad]}))  # type: ignore[arg-type]
    assert make.found(CHECK, of) == []
    assert make.contact_told(of).verdict is ContactVerdict.BY_HAND


def test_one_asking_is_doubt() -> None:
    """A name that was looked for once is not gone, nor one that came back, nor one of which nobody could tell then."""
    for askings in ((mail.GONE, ()), (mail.GONE, mail.TAKES), (mail.TAKES, mail.GONE), (mail.GONE, mail.TROUBLE),
                    (mail.TROUBLE, mail.GONE)):
        assert make.found(CHECK, mail.facts(mail.look(*askings))) == []


def test_a_zone_of_the_name_servers_own_is_doubt() -> None:
    """A council's name server that holds the zone itself may lack what the world's has."""
    asking = tuple(mail.no_name(kind, own_zone=True) for kind in ("MX", "A"))
    assert make.found(CHECK, mail.facts(mail.look(asking))) == []


def test_what_was_never_asked_is_not_gone() -> None:
    """No look at all, a domain that was not reached, a malformed address, a phone number."""
    contacts = [make.email(), make.email("x", problem="it has no @"), make.phone(), make.person()]
    other = mail.look(mail.GONE, domain="choir.example")
    assert make.found(CHECK, mail.facts(contacts=contacts)) == []
    assert make.found(CHECK, mail.facts(other, contacts=contacts)) == []


def test_the_newest_answer_that_can_be_believed_counts() -> None:
    """A provider that mended its name; and a later look through a dead network takes nothing away."""
    gone, mended = mail.look(mail.GONE, minute=5), mail.look(mail.TAKES, minute=15)
    spoilt = mail.look(mail.GONE, minute=25, after=mail.BAD_ROUNDS["offline"])
    assert make.found(CHECK, mail.facts(gone, mended)) == []
    assert make.found(CHECK, mail.facts(mended, gone, spoilt)) == []
    assert len(make.found(CHECK, mail.facts(gone, spoilt))) == 1
