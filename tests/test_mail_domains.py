"""Mail domains in a review: asked after the links, written down, gone on with; never dead without a network."""

import _thread
import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from review_kit import mail_dns, steps, web
from review_kit.checks import Check
from review_kit.checks.email_domain_gone import CHECK as GONE
from review_kit.checks.email_takes_no_mail import CHECK as NO_MAIL
from review_kit.disk import FACTS_FILE
from review_kit.mail import Mail, told
from review_kit.model import ContactVerdict, Fact, Facts, Hearing, MailLook, Progress, Register, Settings, Verdict
from review_kit.practice.names import TableOfNames
from review_kit.web import PRACTICE, Network, StoppedClock

from .checks import facts as make
from .mail_dns import nameserver
from .mail_dns.looking import NOBODY, TAKING, server_at
from .mail_dns.nameserver import CANARIES, DOMAINS, DnsOnLoopback

SETTINGS = Settings(canary_addresses=("https://www.canary.example/", "https://www.other-canary.example/x",
                                      "https://192.0.2.9/"), canary_false_name=NOBODY)
EMAILS = ("a@one.example", "b@gone.example", "c@null.example", "d@lost.example", "e@empty.example", "f@address.example")
WITH_NEW_CLOCK = "2026-11-21T10:00:00.000Z"


def register(*emails: str, settings: Settings = SETTINGS, **values: str) -> Register:
    """One entry for each address, with these review columns."""
    columns = {name.replace("_", " "): value for name, value in values.items()}
    return make.register(*(make.service(row=row, contacts=[make.email(email, row=row)], values=columns)
                           for row, email in enumerate(emails, 2)), settings=settings)


def network(*served: DnsOnLoopback | mail_dns.NameServer, canaries: Sequence[str] = TAKING, **more: object) -> Network:
    """No web at all, and these name servers."""
    servers = tuple(server_at(each) if isinstance(each, DnsOnLoopback) else each for each in served)
    return Network(names=TableOfNames(lambda _: None), pace=PRACTICE, use_proxies=False,
                   mail=mail_dns.NameServers(servers, tuple(canaries)), **more)  # type: ignore[arg-type]


def visit(out: Path, of: Network, *emails: str, **more: object) -> Facts:
    """One run."""
    return steps.visit(register(*(emails or EMAILS)), out, today=make.TODAY, network=of, **more)  # type: ignore[arg-type]


def verdicts(facts: Facts) -> dict[str, ContactVerdict]:
    """What each address is told."""
    return {told.contact.as_written: told.verdict for told in steps.check(facts).contacts}


def test_a_review_tells_which_addresses_can_take_no_mail(tmp_path: Path) -> None:
    """Gone, a null MX, no server, lost servers: broken; what takes mail, and what may, is for a person as before."""
    with DnsOnLoopback() as served:
        facts = visit(tmp_path, network(served))
    assert facts.ended == "done"
    broken = {"b@gone.example", "c@null.example", "d@lost.example", "e@empty.example"}
    assert verdicts(facts) == {email: ContactVerdict.BROKEN if email in broken else ContactVerdict.BY_HAND
                               for email in EMAILS}


def test_what_was_looked_up_is_a_record_of_its_own_kind(tmp_path: Path) -> None:
    """One line of the review's facts, of the same format, that reads again as it was."""
    with DnsOnLoopback() as served:
        facts = visit(tmp_path, network(served))
    records = [json.loads(line) for line in (tmp_path / FACTS_FILE).read_text(encoding="utf-8").splitlines()]
    assert [(record["format"], record["kind"]) for record in records] == [(1, "mail")]
    assert steps.facts_of(facts.register, tmp_path, today=make.TODAY) == facts
    look, = facts.mail
    assert look.good
    assert look.server == nameserver.LOOPBACK
    assert look.before.found == ("www.canary.example", "www.other-canary.example")


def test_it_is_told_like_every_fact(tmp_path: Path) -> None:
    """Whoever watches is handed the look, and told of each domain in a stage of its own."""
    facts: list[Fact] = []
    stages: list[Progress] = []
    with DnsOnLoopback() as served:
        visit(tmp_path, network(served), on_fact=facts.append, on_progress=stages.append)
    assert [type(fact) for fact in facts] == [MailLook]
    assert {progress.stage for progress in stages} == {"Checking mail domains"}
    assert stages[-1].done == stages[-1].total == len(EMAILS)


def test_a_second_run_asks_only_what_is_not_known(tmp_path: Path) -> None:
    """In the same review nothing is asked twice; a new address is, and with `recheck` what could not be told."""
    with DnsOnLoopback(ills={"ill.example": nameserver.servfail}) as served:
        of = network(served)
        visit(tmp_path, of, "a@one.example", "b@gone.example", "c@ill.example")
        served.asked.clear()
        assert len(visit(tmp_path, of, "a@one.example", "b@gone.example", "c@ill.example").mail) == 1
        assert served.asked == []
        facts = visit(tmp_path, of, "a@one.example", "d@two.example", "c@ill.example")
        assert served.names_asked() & set(DOMAINS) == {"two.example", "mx.two.example", "spare.two.example"}
        served.asked.clear()
        served.ills.clear()
        facts = visit(tmp_path, of, "a@one.example", "c@ill.example", recheck=True)
        assert "one.example" not in served.names_asked()
    ill = facts.mail_of("ill.example")
    assert ill is not None
    assert told(ill) is Mail.GONE


def test_only_entries_that_are_due_are_asked(tmp_path: Path) -> None:
    """As with links; retired entries never are."""
    of = register("a@one.example", Assured_on="2026-11-01", Assured_by="Leaving Care team")
    retired = register("a@one.example", Status="retired")
    with DnsOnLoopback() as served:
        for each in (of, retired):
            steps.visit(each, tmp_path, today=make.TODAY, network=network(served), due=True)
        assert served.asked == []
        steps.visit(of, tmp_path, today=make.TODAY, network=network(served))
        assert "one.example" in served.names_asked()


def test_without_an_address_nobody_is_asked(tmp_path: Path) -> None:
    """A register of phone numbers and malformed addresses leaves the name server in peace, canaries and all."""
    contacts = [make.phone(), make.email("x@@y", problem="two @ signs")]
    with DnsOnLoopback() as served:
        facts = steps.visit(make.register(make.service(contacts=contacts), settings=SETTINGS), tmp_path,
                            today=make.TODAY, network=network(served))
        assert served.asked == []
    assert facts.mail == ()


def test_a_table_of_names_without_name_servers_asks_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Practice and tests that bring no name server never fall back on the system's."""
    monkeypatch.setattr(mail_dns, "system_servers", lambda: pytest.fail("the system's name server was asked"))
    bare = Network(names=TableOfNames(lambda _: None), pace=PRACTICE, use_proxies=False)
    assert visit(tmp_path, bare).mail == ()


def test_the_systems_name_servers_are_asked_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the shipped table of domains that surely take mail, and the canary hosts of the settings."""
    with DnsOnLoopback({**CANARIES, **DOMAINS, "nhs.net": {"MX": ["10 mx.post.example."]},
                        "gmail.com": {"MX": ["10 mx.post.example."]}}) as served:
        monkeypatch.setattr(mail_dns, "system_servers", lambda: (server_at(served),))
        facts = visit(tmp_path, Network())
    look, = facts.mail
    assert look.good
    assert set(look.before.taking) == {"nhs.net", "gmail.com"}
    assert look.before.refusing == ("outlook.com (no such name)",)


def test_every_canary_of_the_shipped_table_has_a_source() -> None:
    """At least two domains, each with its reason, its source and the day on which it was looked up."""
    rows = steps.facts_of(register(), "nowhere", today=make.TODAY).known["mail_canaries"]
    assert len(rows) >= 2
    assert all(row["domain"] and row["why"] and row["source"].startswith("https://") and row["checked_on"]
               for row in rows)


# A network that cannot be believed


def dying(after: int, ill: nameserver.Ill) -> DnsOnLoopback:
    """A name server that is well for so many questions."""
    served = DnsOnLoopback()
    served.instead = lambda query: served._by_zone(query) if len(served.asked) <= after else ill(query)
    return served


NETWORKS: dict[str, Callable[[], DnsOnLoopback]] = {
    "no such name to everything": lambda: DnsOnLoopback(instead=nameserver.no_such_name),
    "not a word": lambda: DnsOnLoopback(instead=nameserver.silent),
    "in trouble": lambda: DnsOnLoopback(instead=nameserver.servfail),
    "refuses": lambda: DnsOnLoopback(instead=nameserver.refused),
    "knows the council's own names": lambda: DnsOnLoopback({"intranet.example": {"A": ["10.0.0.1"]}}, own_zone=True),
    "dies and is silent": lambda: dying(14, nameserver.silent),
    "dies and says no such name": lambda: dying(14, nameserver.no_such_name),
    "dies at the very end": lambda: dying(36, nameserver.no_such_name),
    "holds every zone itself": lambda: DnsOnLoopback(own_zone=True),
}


@pytest.mark.parametrize("kind", NETWORKS)
def test_with_the_network_gone_no_domain_is_called_dead(tmp_path: Path, kind: str) -> None:
    """Not one address is broken, and no finding says so; the run ends well and says nothing of a fault."""
    with NETWORKS[kind]() as served:
        facts = visit(tmp_path, network(server_at(served, lifetime=0.6, patience=0.3)),
                      *(f"x@gone{n}.example" for n in range(5)), "y@null.example")
    assert facts.ended == "done"
    assert set(verdicts(facts).values()) == {ContactVerdict.BY_HAND}
    assert dead(facts) == []


def dead(facts: Facts) -> list[object]:
    """What the two checks find."""
    checks: tuple[Check, ...] = (GONE, NO_MAIL)
    return [finding for check in checks for finding in check.find(facts)]


def test_a_machine_without_a_name_server_is_a_fact(tmp_path: Path) -> None:
    """No resolver configuration at all: a look that is not believed, with the reason, and the run is done."""
    (none,) = mail_dns.system_servers(tmp_path / "no resolv.conf")
    facts = visit(tmp_path, network(none))
    assert facts.ended == "done"
    assert (dead(facts), facts.mail[0].good) == ([], False)
    assert "resolver configuration" in facts.mail[0].before.refusing[0]


def test_the_next_run_on_a_good_network_tells(tmp_path: Path) -> None:
    """What a dead network left open is asked again, and then told."""
    with DnsOnLoopback(instead=nameserver.no_such_name) as served:
        assert dead(visit(tmp_path, network(served))) == []
    with DnsOnLoopback() as served:
        facts = visit(tmp_path, network(served))
    assert len(dead(facts)) == 4
    assert len(facts.mail) == 2


def test_what_was_known_is_not_taken_away_by_a_dead_network(tmp_path: Path) -> None:
    """A later run, through a name server that says “no such name” to everything, changes no answer."""
    with DnsOnLoopback() as served:
        first = visit(tmp_path, network(served))
    with DnsOnLoopback(instead=nameserver.no_such_name) as served:
        later = visit(tmp_path, network(served), *EMAILS, "new@two.example", recheck=True)
    assert {email: verdict for email, verdict in verdicts(later).items() if email in EMAILS} == verdicts(first)


# People who stop it


def stopping(done: list[Progress], after: int) -> Callable[[], bool]:
    """Says stop once so many domains are done."""
    return lambda: max((progress.done for progress in done), default=0) >= after


def test_a_run_that_is_stopped_goes_on_where_it_ended(tmp_path: Path) -> None:
    """What answered is kept; the review says that it was stopped; the next run asks the rest."""
    mute = [f"m@mute{n}.example" for n in range(20)]
    done: list[Progress] = []
    with DnsOnLoopback(ills={email[2:]: nameserver.silent for email in mute}) as served:
        of = network(server_at(served, lifetime=30.0, patience=20.0))
        facts = visit(tmp_path, of, "a@one.example", *mute, on_progress=done.append, should_stop=stopping(done, 1))
        assert facts.ended == "stopped"
        assert "stopped before the end" in steps.check(facts).notices[0]
        assert steps.facts_of(facts.register, tmp_path, today=make.TODAY) == facts
        assert facts.mail_of("one.example") is not None
        served.asked.clear()
        served.ills.clear()
        facts = visit(tmp_path, of, "a@one.example", *mute)
        assert "one.example" not in served.names_asked()
    assert facts.ended == "done"
    assert steps.facts_of(facts.register, tmp_path, today=make.TODAY) == facts
    assert len(dead(facts)) == len(mute)


def test_a_page_offers_to_go_on_with_a_run_that_was_stopped_at_its_domains(tmp_path: Path) -> None:
    """All links are known, and domains are not; afterwards it offers nothing of the kind."""
    from review_kit.model import Decided
    from review_kit.widgets.reading import Reading
    of, done = register("a@one.example", "m@mute.example"), list[Progress]()
    with DnsOnLoopback(ills={"mute.example": nameserver.silent}) as served:
        slow = network(server_at(served, lifetime=30.0, patience=20.0))
        for stop, more in ((stopping(done, 1), True), (lambda: False, False)):
            steps.visit(of, tmp_path, today=make.TODAY, network=slow, on_progress=done.append, should_stop=stop)
            assert Reading(of, tmp_path, make.TODAY, Decided(), Hearing(), practice=False).wants_more is more
            served.ills.clear()


def test_a_run_that_is_stopped_at_its_links_asks_no_domain(tmp_path: Path) -> None:
    """Whoever stops it wants it to end."""
    with DnsOnLoopback() as served:
        facts = visit(tmp_path, network(served), should_stop=lambda: True)
        assert served.asked == []
    assert facts.mail == ()


def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    """A person at a terminal is not kept waiting for silent name servers; the folder is free afterwards."""
    def interrupt(progress: Progress) -> None:
        if progress.done == 0:
            _thread.interrupt_main()
    with DnsOnLoopback(ills={"mute.example": nameserver.silent}) as served:
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            visit(tmp_path, network(server_at(served, lifetime=30.0, patience=20.0)), "m@mute.example",
                  on_progress=interrupt)
        assert time.monotonic() - began < 2
        facts = visit(tmp_path, network(served), "a@one.example")
    assert facts.ended == "done"


def test_a_run_that_was_killed_is_begun_again(tmp_path: Path) -> None:
    """Without its record nothing is believed of it, so the next run asks everything."""
    with DnsOnLoopback() as served:
        visit(tmp_path, network(served))
        path = tmp_path / FACTS_FILE
        path.write_bytes(path.read_bytes()[:-40])
        facts = visit(tmp_path, network(served))
    assert (facts.unread, len(facts.mail)) == (1, 1)
    assert len(dead(facts)) == 4


# With links beside it


@contextmanager
def one_link() -> Iterator[tuple[Register, Network, DnsOnLoopback]]:
    """A register with a link and an address, a web and a name server for both."""
    from .web import looking
    settings = replace(looking.SETTINGS, canary_false_name=NOBODY)
    zone = {"canary.example": {"A": ["192.0.2.1"]}}
    with looking.web_of({"site0.example": looking.site(**{"": looking.page("Choir")})}) as served, \
            DnsOnLoopback(CANARIES, DOMAINS, zone) as name_server:
        of = make.register(make.service(make.link("http://site0.example/"), contacts=[make.email("a@gone.example")]),
                           settings=settings)
        yield of, Network(names=looking.names_of(served.ports), authority=served.authority, pace=PRACTICE,
                          use_proxies=False, clock=StoppedClock(WITH_NEW_CLOCK),
                          mail=mail_dns.NameServers((server_at(name_server),), TAKING)), name_server


def test_domains_are_asked_after_the_links(tmp_path: Path) -> None:
    """The look stands last in the file, also when the links are known already."""
    with one_link() as (of, both, name_server):
        facts = steps.visit(of, tmp_path, today=make.TODAY, network=both)
        kinds = [json.loads(line)["kind"] for line in (tmp_path / FACTS_FILE).read_text(encoding="utf-8").splitlines()]
        assert kinds == ["canaries", "visit", "canaries", "mail"]
        more = replace(of, services=(*of.services, make.service(row=3, contacts=[make.email("b@null.example", row=3)])))
        name_server.asked.clear()
        again = steps.visit(more, tmp_path, today=make.TODAY, network=both)
        assert "gone.example" not in name_server.names_asked()
    assert (facts.ended, again.ended) == ("done", "done")
    assert len(again.visits) == 1
    assert len(dead(again)) == 2
    assert steps.check(again).links[0].verdict is Verdict.WORKING


def test_the_web_may_be_reached_where_names_are_not(tmp_path: Path) -> None:
    """Behind a council's proxy the inner name server may know no outside name: links are told, no domain is dead."""
    with one_link() as (of, both, name_server):
        name_server.instead = nameserver.no_such_name
        facts = steps.visit(of, tmp_path, today=make.TODAY, network=both)
    assert facts.network_state == "good"
    assert steps.check(facts).links[0].verdict is Verdict.WORKING
    assert dead(facts) == []


def test_the_default_network_brings_no_name_servers() -> None:
    """None stands for the system's, which are looked for when they are needed."""
    assert web.Network().mail is None
