"""email-takes-no-mail: the domain of an address is there, and no message can be delivered to it."""

import pytest

from review_kit.checks.email_takes_no_mail import CHECK
from review_kit.model import ContactVerdict, Severity

from . import facts as make
from . import mail

FAMILIES = ("A", "AAAA")
HOST = f"mx.{mail.DOMAIN}"
NO_MAIL = {
    "a null MX": (mail.NULL, "says itself that it takes no mail", "RFC 7505"),
    "neither server nor address": (mail.NOWHERE, "names no mail server, and has no address", "RFC 5321"),
    "an alias of nothing": (mail.ALIAS, "names no mail server, and has no address", "RFC 5321"),
    "a server that is gone": (mail.LOST, "names mail servers that are not there", "RFC 5321"),
    "a server without address": (
        (mail.MX, *(mail.none(kind, HOST) for kind in FAMILIES)), "names mail servers that are not there", "RFC 5321"),
    "two servers that are gone": (
        (mail.records("MX", f"10 {HOST}", "20 b.example"), mail.no_name("A", HOST), mail.no_name("A", "b.example")),
        "names mail servers that are not there", "RFC 5321"),
}  # fmt: skip
MAY_TAKE = {
    "a server with an address": mail.TAKES,
    "an address alone": mail.ADDRESS,
    "a null MX beside a server": (mail.records("MX", "0 .", f"10 {HOST}"), mail.records("A", "192.0.2.1", name=HOST)),
    "one of two servers": (mail.records("MX", f"10 {HOST}", "20 b.example"), mail.no_name("A", HOST),
                           mail.records("A", "192.0.2.1", name="b.example")),
    "an IPv6 address alone": (mail.MX, mail.none("A", HOST), mail.records("AAAA", "2001:db8::1", name=HOST)),
    "a name that is gone": mail.GONE,
    "trouble": mail.TROUBLE,
    "trouble with the server's address": (mail.MX, mail.trouble("A", HOST), mail.none("AAAA", HOST)),
    "trouble with its own address": (mail.none("MX"), mail.trouble("A"), mail.none("AAAA")),
    "a server that was not looked for": (mail.records("MX", f"10 {HOST}", "20 b.example"), mail.no_name("A", HOST)),
    "one family that was not looked for": (mail.MX, mail.none("A", HOST)),
    "a server inside": (mail.MX, mail.records("A", "10.0.0.1", name=HOST), mail.none("AAAA", HOST)),
    "an address inside": (mail.none("MX"), mail.records("A", "192.168.0.1"), mail.none("AAAA")),
    "what a filter gives": (mail.MX, mail.records("A", "0.0.0.0", name=HOST), mail.records("AAAA", "::", name=HOST)),  # noqa: S104
    "an own zone without server": tuple(mail.none(kind, own_zone=True) for kind in ("MX", *FAMILIES)),
    "an own zone with a lost server": (mail.records("MX", f"10 {HOST}", own_zone=True), mail.no_name("A", HOST)),
    "an own zone of the server's name": (mail.MX, mail.no_name("A", HOST, own_zone=True)),
    "an own null MX": (mail.records("MX", "0 .", own_zone=True),),
    "records that are none": (mail.records("MX", "ten mx", "mx"), mail.records("A", "not an address", name="mx")),
}  # fmt: skip


@pytest.mark.parametrize("case", list(NO_MAIL))
def test_a_domain_that_takes_no_mail_breaks_its_address(case: str) -> None:
    """Found so twice, between good rounds: broken, in words that say which of the three it is."""
    asking, saw, source = NO_MAIL[case]
    of = mail.facts(mail.look(asking))
    told = make.contact_told(of)
    assert (told.verdict, told.finding and told.finding.check) == (ContactVerdict.BROKEN, "email-takes-no-mail")
    finding, = make.found(CHECK, of)
    assert finding.severity is Severity.BROKEN
    assert finding.what_we_saw.startswith(f"What stands behind the @ {saw}")
    assert f"Source: {source}" in finding.evidence
    assert dict(finding.basis)["mail"]


@pytest.mark.parametrize("case", [case for case in MAY_TAKE if case != "records that are none"])
def test_a_domain_that_takes_mail_or_may_is_left_alone(case: str) -> None:
    """Doubt makes no finding: the address stays one that a person must try."""
    assert make.found(CHECK, mail.facts(mail.look(MAY_TAKE[case]))) == []


def test_records_that_somebody_has_tampered_with_raise_nothing() -> None:
    """A facts file is a text file: nonsense in it judges nobody wrongly and stops no review."""
    make.found(CHECK, mail.facts(mail.look(MAY_TAKE["records that are none"])))


def test_the_evidence_names_each_question_and_answer() -> None:
    """Mail servers by name, an alias by what it stands for, and a second asking where it differs."""
    def evidence(asking: mail.Asking) -> str:
        return make.found(CHECK, mail.facts(mail.look(asking)))[0].evidence
    assert ("MX of club.example: 10 mx.club.example; A of mx.club.example: no such name. Again at the end: the same."
            in evidence(mail.LOST))
    assert "MX of club.example: no such name (an alias of gone.example)" in evidence(mail.ALIAS)
    differs, = make.found(CHECK, mail.facts(mail.look(mail.LOST, mail.NULL)))
    assert "Again at the end: MX of club.example: 0 . (a null MX)." in differs.evidence
    assert differs.what_we_saw.endswith("says itself that it takes no mail.")


def test_the_canaries_of_both_rounds_stand_in_the_evidence() -> None:
    """Where they differ, each has its own sentence."""
    other = mail.MailRound(make.moment(9), mail.HOSTS[:2], mail.HOSTS[2:], mail.TAKING, (), "no such name")
    finding, = make.found(CHECK, mail.facts(mail.look(mail.NULL, after=other)))
    assert "Before, 3 of 3 hosts that must be found were found" in finding.evidence
    assert "After, 2 of 3 hosts that must be found were found" in finding.evidence


@pytest.mark.parametrize("asking", [mail.NULL, mail.NOWHERE, mail.LOST])
@pytest.mark.parametrize("bad", mail.BAD_ROUNDS)
def test_a_name_server_that_cannot_be_believed_breaks_nothing(asking: mail.Asking, bad: str) -> None:
    """Whichever of the two rounds was bad, and in whatever way."""
    for rounds in ({"before": mail.BAD_ROUNDS[bad]}, {"after": mail.BAD_ROUNDS[bad]}):
        of = mail.facts(mail.look(asking, **rounds))  # type: ignore[arg-type]
        assert make.found(CHECK, of) == []
        assert make.contact_told(of).verdict is ContactVerdict.BY_HAND


@pytest.mark.parametrize("askings", [(mail.NULL, ()), (mail.NOWHERE, mail.TAKES), (mail.LOST, mail.TROUBLE),
                                     (mail.TROUBLE, mail.NULL), (mail.NOWHERE, mail.ADDRESS)])
def test_what_was_not_found_twice_is_doubt(askings: tuple[mail.Asking, ...]) -> None:
    """One asking, or a second one that says otherwise or cannot tell."""
    assert make.found(CHECK, mail.facts(mail.look(*askings))) == []
