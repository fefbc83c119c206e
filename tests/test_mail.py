"""What is asked of mail domains, and what is said of one in a sentence."""

import pytest

from review_kit.mail import Mail, domain_of, exchanges, said_of, told, wanted_domains
from review_kit.model import Facts, MailDomain

from .checks import facts as make
from .checks import mail

ASSURED = {"Assured on": "2026-11-01", "Assured by": "Leaving Care team"}


def wanted(*looks: mail.MailLook, due: bool = False, again: bool = False) -> tuple[str, ...]:
    """What is still to be asked of a register with four entries."""
    services = [
        make.service(row=2, contacts=[make.email("a@one.example", row=2), make.phone(row=2)]),
        make.service(row=3, contacts=[make.email("b@two.example", row=3), make.email("c@one.example", row=3)],
                     values=ASSURED),
        make.service(row=4, contacts=[make.email("d@retired.example", row=4)], values={"Status": "Retired"}),
        make.service(row=5, contacts=[make.email("e@@bad.example", row=5, problem="two @ signs"), make.person(row=5)]),
    ]
    of = make.facts(services=services)
    return wanted_domains(Facts(of.register, of.today, mail=looks), due=due, again=again)


def test_each_domain_is_wanted_once_in_the_registers_order() -> None:
    """Retired entries, malformed addresses, numbers and names want nothing."""
    assert wanted() == ("one.example", "two.example")


def test_only_entries_that_are_due_want_theirs_if_so_asked() -> None:
    """A domain that stands in an entry which is due is asked, wherever else it stands."""
    assert wanted(due=True) == ("one.example",)


@pytest.mark.parametrize("asking", [mail.TAKES, mail.GONE, mail.NULL, mail.TROUBLE])
def test_what_has_an_answer_that_can_be_believed_is_not_asked_again(asking: mail.Asking) -> None:
    """A stopped run so goes on where it ended; what could not be told is asked again only if somebody wants it."""
    look = mail.look(asking, domain="one.example")
    assert wanted(look) == ("two.example",)
    assert wanted(look, again=True) == (("one.example", "two.example") if asking is mail.TROUBLE else ("two.example",))


def test_what_cannot_be_believed_is_asked_again() -> None:
    """A look through a dead name server is none."""
    assert wanted(mail.look(mail.GONE, domain="one.example", after=mail.BAD_ROUNDS["offline"]))[0] == "one.example"


def test_a_register_without_addresses_wants_nothing() -> None:
    """No e-mail address, no question."""
    of = make.facts(services=[make.service(make.link(), contacts=[make.phone()])])
    assert wanted_domains(of) == ()


@pytest.mark.parametrize(("contact", "domain"), [
    (make.email("a.b@c.example"), "c.example"), (make.email('"a@b"@c.example'), "c.example"), (make.phone(), ""),
    (make.person(), ""), (make.email("x", problem="no @"), ""), (make.email("jo@bücher.example"), "bücher.example"),
])
def test_the_domain_stands_behind_the_last_at(contact: make.Contact, domain: str) -> None:
    """Of a well-formed address; of nothing else."""
    assert domain_of(contact) == domain


def test_exchanges_stand_in_their_order_of_preference() -> None:
    """As numbers, not as words; each once; the nothing of a null MX and nonsense left out."""
    mx = mail.records("MX", "10 b.example", "9 a.example", "100 c.example", "20 a.example", "0 .", "x y", "")
    assert exchanges(mx) == ("a.example", "b.example", "c.example")


def test_a_domain_of_which_nothing_was_asked_cannot_be_told() -> None:
    """No asking, or an empty one."""
    assert told(MailDomain("a.example", "")) is Mail.UNKNOWN
    assert told(MailDomain("a.example", "", ((), ()))) is Mail.UNKNOWN


def said(*looks: mail.MailLook) -> str:
    """The sentence."""
    return said_of(mail.facts(*looks), mail.EMAIL)


def test_a_domain_that_takes_mail_is_said_with_its_servers_and_the_day() -> None:
    """Those that have an address, two at most; of the mailbox nothing is said."""
    assert said(mail.look(mail.TAKES)) == "The domain accepts mail (MX mx.club.example, looked up on 21 November 2026)."
    five = (mail.records("MX", *(f"{n} mx{n}.example" for n in range(5))), mail.no_name("A", "mx0.example"),
            *(mail.records("A", "192.0.2.1", name=f"mx{n}.example") for n in range(1, 5)))
    assert "(MX mx1.example, mx2.example, looked" in said(mail.look(five))
    assert "mailbox" not in said(mail.look(mail.TAKES))


def test_an_address_without_mail_server_is_said_as_what_it_is() -> None:
    """Mail would go there, which is less than to accept it."""
    assert said(mail.look(mail.ADDRESS)) == (
        "The domain names no mail server, so mail would go to its own address, which may not take it "
        "(looked up on 21 November 2026).")


def test_doubt_is_said_as_doubt() -> None:
    """A domain of which nobody could tell, and a name server that could not be believed."""
    assert said(mail.look(mail.TROUBLE)).startswith("Whether the domain accepts mail could not be told (looked up on")
    spoilt = mail.look(mail.GONE, after=mail.BAD_ROUNDS["offline"])
    assert said(spoilt) == "Whether its domain accepts mail could not be told from here."


@pytest.mark.parametrize("asking", [mail.GONE, mail.NULL, mail.NOWHERE, mail.LOST])
def test_of_a_dead_domain_the_finding_speaks(asking: mail.Asking) -> None:
    """It is not said twice; and nothing is said where nothing was asked."""
    assert said(mail.look(asking)) == said() == said(mail.look(asking, domain="other.example")) == ""


def test_a_later_look_that_is_spoilt_takes_nothing_away() -> None:
    """What was believed once in this review still stands."""
    spoilt = mail.look(mail.GONE, minute=25, before=mail.BAD_ROUNDS["offline"])
    assert said(mail.look(mail.TAKES), spoilt).startswith("The domain accepts mail")
