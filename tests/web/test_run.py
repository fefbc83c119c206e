"""A run: what is tried again, how long we wait when told to, and the second pass over what failed."""

import itertools
import time

import pytest

from review_kit.model import Failure, Look, Progress, Purpose
from review_kit.web import StoppedClock

from . import looking
from .rawserver import RawServer, Script, Visitor, answer, says

LINK = "http://site.example/"


def asked(script: Script, **figures: float) -> tuple[looking.Gathered, int]:
    """A run with one link to a server with this script; and how often the server was asked."""
    with RawServer(script) as server, looking.Canary() as web:
        found = looking.gathered([LINK], looking.names_of(web.ports, server.ports), **figures)
        return found, len(server.heads)


def status(line: str, **headers: str) -> bytes:
    """A short answer with this status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return answer(b"<title>Short</title>", status=line, headers=named)


def test_two_503s_and_then_200_is_200() -> None:
    """A server that stumbles twice is not ill: one visit, three attempts, and the page."""
    found, times = asked(says(status("503 Busy"), status("503 Busy"), status("200 OK")))
    assert times == 3
    assert [(visit.status, visit.attempts) for visit in found.visits] == [(200, 3)]


@pytest.mark.parametrize("line", ["500 Error", "502 Bad Gateway", "504 Timeout", "408 Timeout", "522 Cloudflare"])
def test_a_passing_trouble_is_tried_again_and_then_once_more_at_the_end(line: str) -> None:
    """Three tries, and one in the second pass; both records are kept, and the newest counts."""
    found, times = asked(says(status(line)))
    assert times == looking.PACE.tries + 1
    assert [visit.attempts for visit in found.visits] == [3, 1]


@pytest.mark.parametrize("line", ["200 OK", "404 Not Found", "410 Gone", "401 Sign in", "403 Forbidden", "451 Law"])
def test_a_plain_answer_is_not_asked_for_twice(line: str) -> None:
    """What the next second would not change is left alone."""
    found, times = asked(says(status(line)))
    assert (times, len(found.visits)) == (1, 1)


def test_what_recovers_in_the_second_pass_has_both_records() -> None:
    """The trouble is a fact of its own; the answer that came later is the newer one."""
    found, times = asked(says(*[status("503 Busy")] * 3, status("200 OK")))
    assert (times, [visit.status for visit in found.visits]) == (4, [503, 200])
    assert found.visits[0].at <= found.visits[1].at


@pytest.mark.parametrize("script", [
    lambda visitor: visitor.reset() if visitor.number < 2 else visitor.send(answer(b"ok")),
    lambda visitor: None if visitor.number < 2 else visitor.send(answer(b"ok")),
    lambda visitor: visitor.send(b"garbage\r\n\r\n" if visitor.number < 2 else answer(b"ok")),
    lambda visitor: visitor.send(answer(b"ok")[:-1 if visitor.number < 2 else None]),
])
def test_a_broken_connection_is_tried_again(script: Script) -> None:
    """Resets, hang-ups, garbage and half an answer, twice in a row, are survived."""
    found, _ = asked(script)
    assert [(visit.status, visit.failure, visit.attempts) for visit in found.visits] == [(200, None, 3)]


def test_a_wait_of_a_second_is_waited() -> None:
    """429 with Retry-After 1, then 200: we come back when we were told to, and not before."""
    began = time.monotonic()
    found, times = asked(says(status("429 Slow down", retry_after="1"), status("200 OK")))
    assert (times, [(visit.status, visit.attempts) for visit in found.visits]) == (2, [(200, 2)])
    assert time.monotonic() - began >= 1


def test_a_wait_until_a_date_is_waited() -> None:
    """The same for a date, here one that is already past; 503 asks as 429 does."""
    past = {"retry_after": "Mon, 02 Mar 2026 12:00:00 GMT"}
    found, times = asked(says(status("503 Busy", **past), status("200 OK")))
    assert (times, found.visits[0].status) == (2, 200)


def test_a_wait_until_a_far_date_is_not_waited_for() -> None:
    """A date is measured by the clock of the run: an hour ahead is too long."""
    later = says(status("503 Busy", retry_after="Mon, 02 Mar 2026 13:00:00 GMT"))
    with RawServer(later) as server, looking.Canary() as web:
        found = looking.gathered([LINK], looking.names_of(web.ports, server.ports),
                                 clock=StoppedClock("2026-03-02T12:00:00.000Z"))
        assert len(server.heads) == 1
    assert found.visits[0].retry_after == 3600


def test_a_wait_of_an_hour_is_not_waited_for() -> None:
    """The link is asked once, also in the second pass, and the record says how long we were told to wait."""
    found, times = asked(says(status("429 Slow down", retry_after="3600")))
    assert times == 1
    assert [(visit.status, visit.retry_after, visit.attempts) for visit in found.visits] == [(429, 3600.0, 1)]


@pytest.mark.parametrize("headers", [{}, {"retry_after": "0"}, {"retry_after": "soon"}])
def test_a_server_that_always_says_slow_down_is_left(headers: dict[str, str]) -> None:
    """429 for ever, with or without a wait, ends: three tries and one more at the end."""
    found, times = asked(says(status("429 Slow down", **headers)))
    assert times == looking.PACE.tries + 1
    assert {visit.status for visit in found.visits} == {429}


def test_the_waits_of_one_link_together_are_bounded() -> None:
    """A server that asks for one more second each time is not obeyed for ever."""
    found, times = asked(says(status("429 Slow down", retry_after="1")), wait_cap=0.5)
    assert times == 1
    assert found.visits[0].retry_after == 1


def test_a_refused_certificate_is_not_tried_again() -> None:
    """It is the same the next second; so are a circle of redirects and an address that is not public."""
    sites = {"site.example": {"certificate": "expired", **looking.site()},
             "round.example": {"pages": {"/": [{"status": 302, "location": "/"}]}},
             "trap.example": {"pages": {"/": [{"status": 302, "location": "http://127.0.0.1/"}]}}}
    with looking.web_of(sites) as web:
        found = looking.gathered(["https://site.example/", "http://round.example/", "http://trap.example/"], web)
    assert {visit.url: (visit.failure, visit.attempts) for visit in found.visits} == {
        "https://site.example/": (Failure.CERTIFICATE, 1), "http://round.example/": (Failure.REDIRECT_LOOP, 1),
        "http://trap.example/": (Failure.NOT_PUBLIC, 1)}


def test_waiting_holds_no_place() -> None:
    """While one link waits for its next try, the others of its host and of all hosts go on."""
    def script(visitor: Visitor) -> None:
        first = b"GET /busy" in visitor.head
        visitor.send(status("503 Busy") if first else status("200 OK"))
    with RawServer(script) as server, looking.Canary() as web:
        urls = [LINK + "busy", *(f"{LINK}{n}" for n in range(5))]
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports), at_once=1, backoff=(0.2, 0.2))
        assert server.paths.index("/4") < [at for at, path in enumerate(server.paths) if path == "/busy"][1]
    assert [visit.status for visit in found.visits[:5]] == [200] * 5


def test_waits_are_spread_and_the_same_on_every_run() -> None:
    """Tries of many links do not fall together; the spread comes from the run's name, so a test can repeat it."""
    from random import Random

    from review_kit.model import Visit
    from review_kit.web.run import Run
    pace = looking.quick(backoff=(1.0, 4.0), jitter=0.25)
    ill = Visit("http://a.example/", Purpose.REGISTERED, "", "run", "", status=503)

    def waits() -> list[float | None]:
        run = Run(None, None, pace, StoppedClock(""), name="a run", on_fact=lambda _: None,  # type: ignore[arg-type]
                  on_progress=lambda _: None, should_stop=lambda: False)
        return [run._wait_before_next(ill, attempt, 0.0) for attempt in (1, 2, 1, 9)]
    spread = Random("a run")  # noqa: S311
    assert waits() == waits() == [base * (1 + spread.random() * 0.25) for base in (1.0, 4.0, 1.0, 4.0)]


def test_progress_counts_every_link_once() -> None:
    """Done never goes back within a pass and ends at the total; the address that is asked now is named."""
    with looking.web_of({"site.example": looking.site(**{str(n): looking.page() for n in range(5)})}) as web:
        found = looking.gathered([f"{LINK}{n}" for n in range(5)], web)
    told = [step for step in found.progress if step.stage == "Checking links"]
    assert all(isinstance(step, Progress) and step.total == 5 for step in told)
    assert all(a.done <= b.done for a, b in itertools.pairwise(told))
    assert told[-1].done == 5
    assert told[-1].seconds_left == 0
    assert told[0].seconds_left is None
    assert {step.now for step in told} == {f"{LINK}{n}" for n in range(5)}


def test_the_second_pass_has_its_own_stage() -> None:
    """What is asked again at the end is said to be that, and counts on to the same total."""
    found, _ = asked(says(status("503 Busy")))
    again = [step for step in found.progress if step.stage == "Asking again what failed"]
    assert again[-1].done == again[-1].total == 1


def test_the_second_pass_comes_backwards() -> None:
    """A host whose first link was the slow one is met through another."""
    urls = [f"{LINK}{n}" for n in range(3)]
    with RawServer(says(status("503 Busy"))) as server, looking.Canary() as web:
        looking.gathered(urls, looking.names_of(web.ports, server.ports), tries=1)
        assert (server.paths[0], server.paths[3]) == ("/0", "/2")


def test_looks_for_other_purposes_are_made_alike() -> None:
    """A second opinion is one more look at the same address, with its own record."""
    with looking.web_of({"site.example": looking.site()}) as web:
        found = looking.gathered([LINK, Look(LINK, Purpose.BROWSER_LIKE, "a doubt")], web)
    assert {visit.purpose for visit in found.of(LINK)} == {Purpose.REGISTERED, Purpose.BROWSER_LIKE}
