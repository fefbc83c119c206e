"""A whole look at mail domains, through a real name server: what each comes to, and what is believed."""

import asyncio
import time
from collections.abc import Callable
from threading import Event

import dns.message
import dns.rrset
import pytest

from review_kit.mail import DEAD, Mail
from review_kit.mail_dns import run as run_module
from review_kit.mail_dns.servers import NoNameServer
from review_kit.model import MailLook, Progress

from . import nameserver
from .looking import HOSTS, TAKING, clock, look, server_at, states
from .nameserver import CANARIES, DOMAINS, DnsOnLoopback

ILLS = {"ill.example": nameserver.servfail, "refused.example": nameserver.refused, "mute.example": nameserver.silent}
CAME_TO = {
    "one.example": Mail.ACCEPTS, "two.example": Mail.ACCEPTS, "half.example": Mail.ACCEPTS, "six.example": Mail.ACCEPTS,
    "alias.example": Mail.ACCEPTS, "bücher.example": Mail.ACCEPTS, "BÜCHER.example": Mail.ACCEPTS,
    "address.example": Mail.ADDRESS, "address6.example": Mail.ADDRESS,
    "null.example": Mail.REFUSES, "empty.example": Mail.NOWHERE, "alias-to-nowhere.example": Mail.NOWHERE,
    "lost.example": Mail.LOST, "gone.example": Mail.GONE, "gone.one.example": Mail.GONE,
    "ill.example": Mail.UNKNOWN, "refused.example": Mail.UNKNOWN, "mute.example": Mail.UNKNOWN,
    "circle.example": Mail.UNKNOWN, "inside.example": Mail.UNKNOWN, "blocked.example": Mail.UNKNOWN,
    "\u2603\ufffd.example": Mail.UNKNOWN,
}  # fmt: skip


@pytest.fixture(scope="module")
def found() -> MailLook:
    """One look at a domain of every kind."""
    with DnsOnLoopback(ills=ILLS) as served:
        return look(list(CAME_TO), served)


@pytest.mark.parametrize("domain", CAME_TO)
def test_what_a_domain_comes_to(found: MailLook, domain: str) -> None:
    """MX, two MX, one of which is gone, a null MX, an address alone, nothing, no name, and every kind of trouble."""
    assert found.good
    assert states(found)[domain] is CAME_TO[domain]


def test_domains_stand_in_the_order_in_which_they_were_given(found: MailLook) -> None:
    """However fast each answered."""
    assert [domain.domain for domain in found.domains] == list(CAME_TO)
    assert (found.left, found.stopped) == (0, False)


def test_a_domain_that_takes_mail_is_asked_once_and_all_others_twice(found: MailLook) -> None:
    """Nothing is called dead, and nothing given up, after one asking."""
    for domain in found.domains:
        once = CAME_TO[domain.domain] is Mail.ACCEPTS
        assert len(domain.askings) == (1 if once else 2), domain.domain


def test_times_lie_between_the_rounds(found: MailLook) -> None:
    """Each domain bears the moment at which it was asked last."""
    assert found.after is not None
    moments = [domain.at for domain in found.domains]
    assert found.run < found.before.at < min(moments) <= max(moments) < found.after.at < found.at


def test_the_canaries_are_counted(found: MailLook) -> None:
    """Hosts with an address of either family, domains that take mail, and the name that nobody has."""
    assert (found.before.found, found.before.taking) == (HOSTS, TAKING)
    assert (found.before.lost, found.before.refusing, found.before.false_name) == ((), (), "no such name")


# Name servers that cannot be believed


def everything(ill: nameserver.Ill) -> Callable[[], DnsOnLoopback]:
    """A server that does this for every name."""
    return lambda: DnsOnLoopback(instead=ill)


def invented(query: dns.message.QueryMessage) -> dns.message.Message:
    """An address for every name, as networks give that sell advertisements or want a sign-in."""
    response = dns.message.make_response(query)
    name, kind = query.question[0].name, query.question[0].rdtype
    if kind.name == "A":
        response.answer.append(dns.rrset.from_text(name, 60, "IN", "A", "203.0.113.9"))
    return response


def beside(kept: nameserver.Zone) -> Callable[[], DnsOnLoopback]:
    """A server that knows this and nothing else."""
    return lambda: DnsOnLoopback(kept)


def only_a(query: dns.message.QueryMessage) -> dns.message.Message:
    """A box at home that knows addresses, and says of all other kinds that there are none."""
    served = DnsOnLoopback()
    address = query.question[0].rdtype.name in {"A", "AAAA"}
    return served._by_zone(query) if address else dns.message.make_response(query)


INNER = {"intranet.borchester.example": {"A": ["10.0.0.1"]}}
HOSTS_ONLY = {name: held for name, held in CANARIES.items() if name.startswith("www.")}
MAIL_ONLY = {name: held for name, held in CANARIES.items() if not name.startswith("www.")}
LIARS = {
    "offline": everything(nameserver.no_such_name), "mute": everything(nameserver.silent),
    "ill": everything(nameserver.servfail), "refusing": everything(nameserver.refused),
    "inventing": everything(invented),
    "inside alone": beside(INNER), "hosts alone": beside(HOSTS_ONLY), "mail alone": beside(MAIL_ONLY),
    "addresses alone": everything(only_a), "no such false name": lambda: DnsOnLoopback(
        CANARIES, DOMAINS, {"nobody.example": {"TXT": ["here"]}}),
    "inventing on top": lambda: DnsOnLoopback(CANARIES, DOMAINS, {"nobody.example": {"A": ["203.0.113.9"]}}),
    "ill false name": lambda: DnsOnLoopback(ills={"nobody.example": nameserver.servfail}),
}  # fmt: skip


@pytest.mark.parametrize("liar", LIARS)
def test_of_a_name_server_that_cannot_be_believed_no_domain_is_asked(liar: str) -> None:
    """Each of the ways in which one may be wrong shows at the canaries, and the register's domains stay unasked."""
    with LIARS[liar]() as served:
        found = look(["gone.example", "null.example"], served)
        assert not served.names_asked() & {"gone.example", "null.example"}
    assert not found.good
    assert (found.domains, found.after, found.left) == ((), None, 2)
    assert found.before.lost or found.before.refusing or found.before.false_name != "no such name"


def test_without_any_name_server_it_is_said_why() -> None:
    """A machine that has none: a look that is not believed, with the reason at each canary."""
    found = look(["one.example"], NoNameServer("this system names no name server"))
    assert not found.good
    assert found.before.refusing[0] == "post.example (this system names no name server)"


@pytest.mark.parametrize("ill", [nameserver.no_such_name, nameserver.silent, nameserver.servfail])
def test_a_name_server_that_dies_in_the_middle_is_not_believed(ill: nameserver.Ill) -> None:
    """The round after the domains tells, whatever the server said of them before."""
    def dying(query: dns.message.QueryMessage) -> dns.message.Message | None:
        alive = len(served.asked) <= 14
        return served._by_zone(query) if alive else ill(query)
    with DnsOnLoopback(instead=dying) as served:
        found = look(["one.example", "two.example", "gone.example", "lost.example"], server_at(served, lifetime=0.8))
    assert found.before.good
    assert found.after is not None
    assert not found.after.good
    assert not found.good


def test_a_canary_that_is_ill_itself_spoils_nothing() -> None:
    """Most of them are enough; what is wrong with the others is kept."""
    more = {"www.third.example": {"A": ["192.0.2.9"]}}
    with DnsOnLoopback(CANARIES, DOMAINS, more, ills={"www.canary.example": nameserver.servfail}) as served:
        canaries = run_module.Canaries((*HOSTS, "www.third.example"), TAKING, "nobody.example")
        answers = asyncio.run(all_of(canaries.questions(server_at(served).look_up)))
    round_ = canaries.round(answers, "")
    assert round_.good
    assert round_.lost == ("www.canary.example (the name server answered SERVFAIL)",)


async def all_of(work: list[object]) -> list[object]:
    """Everything at once."""
    return list(await asyncio.gather(*work))  # type: ignore[arg-type]


def test_the_first_name_server_that_can_be_believed_is_asked() -> None:
    """One that is out of use holds nobody up, one that knows no outside name does not answer for the other."""
    with DnsOnLoopback(instead=nameserver.silent) as mute, beside(INNER)() as inner, DnsOnLoopback() as good:
        began = time.monotonic()
        found = look(["one.example", "gone.example"], server_at(mute, lifetime=30.0), inner, good)
        assert time.monotonic() - began < run_module.ROUND_SECONDS
        assert not (mute.names_asked() | inner.names_asked()) & {"one.example", "gone.example"}
    assert found.good
    assert states(found) == {"one.example": Mail.ACCEPTS, "gone.example": Mail.GONE}


def test_a_name_that_comes_back_is_not_gone() -> None:
    """Names come and go while they are moved: the second asking, at the end, decides for the domain."""
    first = Event()

    def moving(query: dns.message.QueryMessage) -> dns.message.Message:
        response = served._by_zone(query) if first.is_set() else nameserver.no_such_name(query)
        first.set()
        return response
    with DnsOnLoopback(ills={"one.example": moving, "null.example": moving}) as served:
        assert states(look(["one.example"], served)) == {"one.example": Mail.ACCEPTS}


def test_a_zone_of_the_name_servers_own_makes_nothing_dead() -> None:
    """A council's own zone inside may lack the mail servers that the world sees (split DNS); what it has is there."""
    with DnsOnLoopback(own_zone=True) as served:
        came_to = states(look(["gone.example", "empty.example", "lost.example", "null.example", "one.example"], served))
    assert set(came_to.values()) == {Mail.UNKNOWN, Mail.ACCEPTS}
    assert came_to["one.example"] is Mail.ACCEPTS


def test_a_name_that_is_missing_for_one_kind_alone_is_in_doubt() -> None:
    """Some servers say "no such name" of kinds that they do not know (RFC 4074): the name may well be there."""
    def no_mx(query: dns.message.QueryMessage) -> dns.message.Message:
        mx = query.question[0].rdtype.name == "MX"
        return nameserver.no_such_name(query) if mx else served._by_zone(query)
    with DnsOnLoopback(ills={"one.example": no_mx, "address.example": no_mx}) as served:
        came_to = states(look(["one.example", "address.example"], served))
    assert set(came_to.values()) == {Mail.UNKNOWN}


# Time, and people who stop it


def test_a_stop_is_heard_within_two_seconds() -> None:
    """What answered is kept and believed, for the canaries are looked at once more; the rest is for the next run."""
    mute = {f"mute{n}.example": nameserver.silent for n in range(40)}
    done: list[Progress] = []
    with DnsOnLoopback(ills=mute) as served:
        began = time.monotonic()
        found = look(["one.example", "two.example", *mute], server_at(served, lifetime=30.0, patience=10.0),
                     on_progress=done.append, should_stop=lambda: max((p.done for p in done), default=0) > 1)
        assert time.monotonic() - began < 2
    assert found.good
    assert found.stopped
    assert states(found) == {"one.example": Mail.ACCEPTS, "two.example": Mail.ACCEPTS}
    assert found.left == len(mute)


def test_a_stop_before_the_domains_asks_none() -> None:
    """A person who changes their mind while a silent name server is waited for is heard as quickly."""
    with DnsOnLoopback(instead=nameserver.silent) as served:
        began = time.monotonic()
        found = look(["one.example"], server_at(served, lifetime=30.0),
                     should_stop=lambda: time.monotonic() > began + 0.3)
        assert time.monotonic() - began < 2
    assert (found.good, found.stopped, found.left) == (False, True, 1)


def test_a_stop_with_a_name_server_that_is_gone_is_heard_too() -> None:
    """The last look at the canaries is given a second and no more; without it nothing is believed."""
    def dying(query: dns.message.QueryMessage) -> dns.message.Message | None:
        return served._by_zone(query) if len(served.asked) <= 12 else None
    begun: list[float] = []
    with DnsOnLoopback(instead=dying) as served:
        found = look(["one.example", "two.example", "gone.example"], server_at(served, lifetime=30.0),
                     on_progress=lambda _: begun.append(time.monotonic()), should_stop=lambda: bool(begun))
        assert time.monotonic() - begun[0] < 2
    assert not found.good


def test_a_thousand_domains_take_seconds() -> None:
    """A handful at once, through one server that takes a millisecond for each."""
    zone = {f"d{n}.example": {"MX": ["10 mx.one.example."]} for n in range(1000)}
    with DnsOnLoopback(CANARIES, DOMAINS, zone) as served:
        began = time.monotonic()
        found = look(list(zone), served)
        assert time.monotonic() - began < 30
    assert found.good
    assert set(states(found).values()) == {Mail.ACCEPTS}
    assert len(found.domains) == 1000


def test_a_thousand_domains_that_never_answer_end_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole has a bound: what was not asked by then is left for the next run, and what was is in doubt."""
    monkeypatch.setattr(run_module, "FIRST_SECONDS", 2.0)
    monkeypatch.setattr(run_module, "AGAIN_SECONDS", 0.6)
    mute = {f"mute{n}.example": nameserver.silent for n in range(1000)}
    with DnsOnLoopback(ills=mute) as served:
        began = time.monotonic()
        found = look(list(mute), server_at(served, lifetime=0.8, patience=0.4))
        assert time.monotonic() - began < 8
    assert found.good
    assert set(states(found).values()) == {Mail.UNKNOWN}
    assert found.left == 1000 - len(found.domains) > 500
    assert not found.stopped


def test_the_bounds_add_up_to_a_minute() -> None:
    """Two rounds, two passes and the pause between them."""
    rounds = 2 * run_module.ROUND_SECONDS
    assert rounds + run_module.FIRST_SECONDS + run_module.PAUSE_SECONDS + run_module.AGAIN_SECONDS == 60


def test_what_was_asked_once_when_time_ran_out_is_not_dead(monkeypatch: pytest.MonkeyPatch) -> None:
    """One asking that finds no such name is a doubt."""
    monkeypatch.setattr(run_module, "AGAIN_SECONDS", 0.0)
    with DnsOnLoopback() as served:
        found = look(["gone.example", "null.example", "one.example"], served)
    assert not DEAD & set(states(found).values())


def test_progress_is_told_domain_by_domain() -> None:
    """How many are done, of how many, which is asked now, and in which stage; it ends with all of them done."""
    told: list[Progress] = []
    with DnsOnLoopback() as served:
        look(["one.example", "gone.example", "two.example"], served, on_progress=told.append)
    assert {progress.stage for progress in told} == {"Checking mail domains"}
    assert {progress.total for progress in told} == {3}
    assert {progress.now for progress in told} == {"dns://one.example", "dns://gone.example", "dns://two.example"}
    assert (told[0].done, told[-1].done, told[-1].seconds_left) == (0, 3, 0.0)


def test_a_fault_of_ours_is_not_swallowed() -> None:
    """A name server that raises what none may raise ends the run with that error, and leaves nothing behind."""
    class Broken:
        address = "broken"

        async def look_up(self, *_: str) -> object:
            raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError):
        look(["one.example"], Broken())  # type: ignore[arg-type]


def test_no_question_goes_elsewhere_than_to_the_name_server() -> None:
    """Domains are looked up by name, and nobody's mailbox or mail server is spoken to."""
    with DnsOnLoopback() as served:
        look(["one.example", "lost.example"], served)
        assert served.names_asked() == {
            *HOSTS, *TAKING, "mx.post.example", "nobody.example", "one.example", "mx.one.example", "lost.example",
            "gone.lost.example", "bare.lost.example"}
        assert {kind for _, kind, _ in served.asked} == {"MX", "A", "AAAA"}


def test_the_clock_of_tests_goes_on() -> None:
    """Each look at it is a second later."""
    now: Callable[[], str] = clock()
    assert now() < now()


