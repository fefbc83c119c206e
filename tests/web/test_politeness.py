"""One gate for each host: alone at first, two at once, a pause between, and what silence teaches."""

import asyncio
import itertools
import time
from collections.abc import Callable
from dataclasses import replace
from threading import Barrier, Lock

import pytest

from review_kit.model import Failure, Hop, Look, Purpose, Visit
from review_kit.web import Clock
from review_kit.web.politeness import Gate, host_key

from . import looking
from .rawserver import RawServer, Visitor, answer, says


@pytest.mark.parametrize(("url", "key"), [
    ("http://www.a.example/x", "a.example"), ("https://a.example", "a.example"), ("https://A.example/", "a.example"),
    ("http://a.example:8080/", "a.example:8080"), ("http://[::1]:80/", "::1:80"),
    ("http://www2.a.example/", "www2.a.example"), ("http://a:99999/", "http://a:99999/"),
    ("http://[bad/", "http://[bad/"), ("", ""),
])
def test_a_host_has_one_gate_with_or_without_www(url: str, key: str) -> None:
    """Plain, secure and www. are one machine more often than not; an address that is none has a gate of its own."""
    assert host_key(url) == key


class Busy:
    """A script that answers, and counts how many it answers at the same time."""

    def __init__(self, holding: Callable[[], object] = lambda: time.sleep(0.02)) -> None:
        self._holding, self._lock, self._now = holding, Lock(), 0
        self.most, self.at = 0, list[float]()

    def __call__(self, visitor: Visitor) -> None:
        """See `rawserver.Script`."""
        with self._lock:
            self.at.append(time.monotonic())
            self._now += 1
            self.most = max(self.most, self._now)
        self._holding()
        with self._lock:
            self._now -= 1
        visitor.send(answer(b"ok"))


def test_no_host_is_asked_more_than_two_things_at_once() -> None:
    """Ten links of one host, under its two names: the server itself never sees three at work."""
    busy = Busy()
    with RawServer(busy) as server, looking.Canary() as web:
        urls = [f"http://{www}busy.example/{n}" for n in range(5) for www in ("", "www.")]
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports))
        assert [visit.status for visit in found.visits] == [200] * 10
    assert busy.most == 2


def test_the_first_link_of_a_host_goes_alone() -> None:
    """Until the host has answered once, the others wait: if it is silent, that is learned once."""
    begun: list[str] = []

    def first(visitor: Visitor) -> None:
        begun.append(visitor.head.split(b" ", 2)[1].decode())
        if visitor.number == 0:
            visitor.hold(0.2)
            assert begun == ["/0"]
        visitor.send(answer(b"ok"))
    with RawServer(first) as server, looking.Canary() as web:
        urls = [f"http://new.example/{n}" for n in range(4)]
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports))
        assert {visit.url: visit.status for visit in found.visits} == dict.fromkeys(urls, 200)
        assert begun[0] == "/0"


def test_there_is_a_pause_between_two_requests_to_a_host() -> None:
    """By the server's own record, the requests are spread over the time that the pauses make."""
    busy = Busy(lambda: None)
    with RawServer(busy) as server, looking.Canary() as web:
        urls = [f"http://calm.example/{n}" for n in range(6)]
        looking.gathered(urls, looking.names_of(web.ports, server.ports), pause=0.1)
    assert len(busy.at) == 6
    assert busy.at[-1] - busy.at[0] > 0.3  # five pauses; the first request may have been held up by this machine


def test_the_pause_holds_where_places_are_scarce() -> None:
    """Two links that waited for a place among all hosts do not set off together when one comes free."""
    async def starts() -> list[float]:
        clock, everywhere = Clock(), asyncio.Semaphore(1)
        gate, begun = Gate(looking.quick(pause=0.1), clock), list[float]()

        async def one() -> None:
            async with gate.place(everywhere):
                begun.append(clock.seconds())
        await everywhere.acquire()
        tasks = [asyncio.create_task(one()) for _ in range(3)]
        await asyncio.sleep(0.3)
        everywhere.release()
        await asyncio.gather(*tasks)
        return begun
    begun = asyncio.run(starts())
    assert all(later - earlier > 0.08 for earlier, later in itertools.pairwise(begun))


def test_many_hosts_are_asked_at_once() -> None:
    """Twelve hosts, each of which answers only when all twelve have been asked: nobody waits for anybody."""
    meeting = Barrier(12)

    def meets(visitor: Visitor) -> None:
        meeting.wait(10)
        visitor.send(answer(b"ok"))
    with RawServer(meets) as server, looking.Canary() as web:
        urls = [f"http://host{n}.example/" for n in range(12)]
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports), read=10.0, longest_look=15.0)
        assert [visit.status for visit in found.visits] == [200] * 12


def test_all_hosts_together_have_their_limit() -> None:
    """A laptop and its proxy are spared too: never more looks under way than `at_once`."""
    busy = Busy()
    with RawServer(busy) as server, looking.Canary() as web:
        urls = [f"http://host{n}.example/" for n in range(12)]
        looking.gathered(urls, looking.names_of(web.ports, server.ports), at_once=3)
    assert len(busy.at) == 12
    assert busy.most <= 3


def test_a_silent_host_is_learned_once_and_not_once_a_link() -> None:
    """Ten links cost the timeouts of one, and of one more in the second pass; every one of the ten has its record."""
    urls = [f"http://mute.example/{n}" for n in range(10)]
    with RawServer(lambda visitor: visitor.hold()) as mute, looking.web_of({"quick.example": looking.site()}) as web:
        names = looking.names_of(web.ports, mute.ports)
        found = looking.gathered([*urls, "http://quick.example/"], names, read=0.5)
        assert mute.paths == ["/0"] * looking.PACE.silent_tries + ["/9"]
    assert {visit.failure for visit in found.visits if visit.url in urls} == {Failure.TIMEOUT}
    assert all(len(found.of(url)) == 2 for url in urls)
    copied = found.last("http://mute.example/5")
    assert copied.attempts == 0
    assert copied.cause.startswith("not asked again: its host gave no answer to http://mute.example/9")
    # The other host was there long before: silence delays nobody else.
    order = [visit.url for visit in found.visits]
    assert order[0] == "http://quick.example/"


@pytest.mark.parametrize("behaviour", ["refuses", "no such name"])
def test_a_host_that_is_not_there_is_learned_once(behaviour: str) -> None:
    """A refusal, or a name that does not exist, holds for the other links of the host too."""
    sites = {"gone.example": {"behaviour": "refuses"}} if behaviour == "refuses" else {}
    with looking.web_of(sites) as web:
        found = looking.gathered([f"http://gone.example/{n}" for n in range(5)], web)
    failure = Failure.REFUSED if sites else Failure.NO_SUCH_NAME
    assert {visit.failure for visit in found.visits} == {failure}
    assert [visit.attempts for visit in found.visits].count(0) == 8


def test_a_host_that_wakes_up_between_the_passes_is_met_again() -> None:
    """What was learned in the first pass is forgotten for the second: the links behind the silent one are asked."""
    def wakes(visitor: Visitor) -> None:
        if visitor.number >= looking.PACE.silent_tries or visitor.hold():
            visitor.send(answer(b"ok"))
    urls = [f"http://late.example/{n}" for n in range(4)]
    with RawServer(wakes) as server, looking.Canary() as web:
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports), read=0.4)
    assert [found.last(url).status for url in urls] == [200] * 4


def test_one_slow_page_is_not_taken_for_a_silent_host() -> None:
    """A host that has answered is not silent: its slow page is that page's own trouble, in later rounds too."""
    gate = Gate(looking.PACE, Clock())
    slow = Visit("http://a.example/slow", Purpose.REGISTERED, "", "run", "", failure=Failure.TIMEOUT)
    well = replace(slow, url="http://a.example/", failure=None, hops=(Hop("http://a.example/", 200),), status=200)
    asyncio.run(_learned(gate, well, slow))
    assert gate.known(Look("http://a.example/other"), "", "run") is None


async def _learned(gate: Gate, *visits: Visit) -> None:
    for visit in visits:
        gate.learn(visit)


def test_silence_over_https_says_nothing_of_http() -> None:
    """Each scheme, port and name is learned for itself; the silent address itself is always asked anew."""
    gate = Gate(looking.PACE, Clock())
    silent = Visit("https://a.example/x", Purpose.REGISTERED, "", "run", "", failure=Failure.TIMEOUT, cause="timed out")
    asyncio.run(_learned(gate, silent))
    assert gate.known(Look("http://a.example/x"), "", "run") is None
    assert gate.known(Look("https://www.a.example/x"), "", "run") is None
    assert gate.known(Look("https://a.example:8443/x"), "", "run") is None
    assert gate.known(Look("https://a.example/x"), "", "run") is None
    copied = gate.known(Look("https://A.example/y", Purpose.FRONT_PAGE, "why"), "now", "run 2")
    assert copied is not None
    assert (copied.url, copied.purpose, copied.asked_because) == ("https://A.example/y", Purpose.FRONT_PAGE, "why")
    assert (copied.at, copied.run, copied.attempts, copied.failure) == ("now", "run 2", 0, Failure.TIMEOUT)
    gate.forget()
    assert gate.known(Look("https://a.example/y"), "", "run") is None


def test_a_refused_certificate_is_not_learned_of_the_host() -> None:
    """Only silence and absence are the whole host's; each page with a bad certificate says so itself."""
    sites = {"old.example": {"certificate": "expired", **looking.site(a=looking.page(), b=looking.page())}}
    with looking.web_of(sites) as web:
        found = looking.gathered(["https://old.example/a", "https://old.example/b"], web)
    assert [visit.attempts for visit in found.visits] == [1, 1]
    assert all(visit.certificate and visit.certificate.problem == "expired" for visit in found.visits)


def test_a_place_is_given_back_after_a_fault() -> None:
    """A look that is given up half-way holds nothing: the next one gets both its places."""
    async def run() -> None:
        gate, everywhere = Gate(looking.PACE, Clock()), asyncio.Semaphore(1)
        for _ in range(5):
            with pytest.raises(ZeroDivisionError):
                async with gate.place(everywhere):
                    raise ZeroDivisionError
        async with asyncio.timeout(5), gate.place(everywhere):
            pass
    asyncio.run(run())


def test_the_answer_of_a_host_is_awaited_by_its_own_links_only() -> None:
    """While the first link of a slow host is under way, links of other hosts come and go."""
    def slowly(visitor: Visitor) -> None:
        visitor.hold(0.3)
        visitor.send(answer(b"slow"))
    with RawServer(slowly) as slow, RawServer(says(answer(b"quick"))) as quick, looking.Canary() as web:
        table = looking.names_of(web.ports, lambda host: (slow if "slow" in host else quick).ports(host))
        urls = ["http://slow.example/", *(f"http://quick{n}.example/" for n in range(5))]
        found = looking.gathered(urls, table)
        assert found.visits[-1].url == "http://slow.example/"
