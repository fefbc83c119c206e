"""The invented web on its sockets: it serves what `web.toml` says, and nothing outlives it."""

import http.client
import socket
import ssl
from collections.abc import Iterator

import pytest

from review_kit.model import Failure, Purpose, Visit
from review_kit.practice.server import LoopbackWeb
from review_kit.practice.sites import Answer, Site, shipped_sites

from ..web import looking  # noqa: TID252 - the tests are no package that could be named from its root

PAGES = [(site.host, path) for site in shipped_sites() for path in site.pages if site.behaviour == "answers"]


@pytest.fixture(scope="module")
def web() -> Iterator[LoopbackWeb]:
    """The practice review's own web."""
    with LoopbackWeb(shipped_sites()) as served:
        yield served


def first_hop(web: LoopbackWeb, url: str) -> Visit:
    """A look that does not follow redirects: what the page itself answers."""
    return looking.look(url, looking.names_of(web.ports), pace=looking.quick(redirects=0), purpose=Purpose.UNVERIFIED)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_every_page_answers_what_the_table_says(scheme: str) -> None:
    """Status, place, headers and title of each page, in turn when it is asked again, plain and secure."""
    sites = {site.host: site for site in shipped_sites()}
    with LoopbackWeb(sites.values()) as web:
        for host, path in PAGES:
            for expected in sites[host].pages[path]:
                visit = first_hop(web, f"{scheme}://{host}{path}")
                assert visit.hops[0].status == expected.status, (host, path)
                assert bool(visit.hops[0].location) == bool(expected.location), (host, path)
                assert visit.hops[0].location.endswith(expected.location), (host, path)
                assert expected.headers.items() <= visit.headers.items(), (host, path)
                if not expected.location:
                    same = visit.page.title in expected.html if expected.html else visit.page.title == expected.title
                    assert same, (host, path)


@pytest.mark.parametrize(("kind", "problem"), [
    ("good", ""), ("expired", "expired"), ("wrong-name", "wrong name"), ("self-signed", "self-signed"),
    ("incomplete", "incomplete chain"),
])
def test_each_site_shows_the_certificate_that_the_table_gives_it(web: LoopbackWeb, kind: str, problem: str) -> None:
    """One port for all: the name in the greeting chooses."""
    hosts = [site.host for site in shipped_sites() if site.certificate == kind and site.behaviour == "answers"]
    assert hosts
    for host in hosts[:3]:
        visit = looking.look(f"https://{host}/", looking.names_of(web.ports), authority=web.authority,
                             pace=looking.quick(redirects=0))
        assert visit.certificate is not None
        assert visit.certificate.problem == problem
        assert (visit.failure is Failure.CERTIFICATE) is bool(problem)


def test_a_silent_site_takes_the_connection_and_says_nothing(web: LoopbackWeb) -> None:
    """It is there, and that is all; one that refuses is not even there."""
    names, pace = looking.names_of(web.ports), looking.quick(connect=0.3, read=0.3)
    assert looking.look("http://clear-air.example/", names, pace=pace).failure is Failure.TIMEOUT
    assert looking.look("https://clear-air.example/", names, pace=pace).failure is Failure.TIMEOUT
    assert looking.look("http://leisure-kestrelshire.example/", names, pace=pace).failure is Failure.REFUSED


def test_what_was_asked_is_kept(web: LoopbackWeb) -> None:
    """Tests can prove what was asked and what was not."""
    before = len(web.requests)
    looking.look("http://bridgewell.example/key-workers?x=1", looking.names_of(web.ports))
    assert web.requests[before:] == [("bridgewell.example", "/key-workers?x=1")]


def raw(web: LoopbackWeb, method: str, host: str) -> http.client.HTTPResponse:
    """One request by another client, which shares no code with ours."""
    ports = web.ports("bridgewell.example")
    assert ports is not None
    connection = http.client.HTTPConnection("127.0.0.1", ports[0], timeout=5)
    try:
        connection.request(method, "/", headers={"Host": host})
        return connection.getresponse()
    finally:
        connection.close()


def test_head_is_refused(web: LoopbackWeb) -> None:
    """As on many real servers: whoever asks with HEAD learns nothing of the page."""
    assert raw(web, "HEAD", "bridgewell.example").status == 405


def test_a_host_that_is_not_in_the_table_is_not_found(web: LoopbackWeb) -> None:
    """Nobody has the name; whoever comes to the port with it gets the plain page for nothing."""
    assert web.ports("nobody.example") is None
    assert raw(web, "GET", "nobody.example").status == 404


def test_no_date_is_said(web: LoopbackWeb) -> None:
    """The records of a practice review are the same on every run."""
    assert raw(web, "GET", "bridgewell.example").getheader("date") is None
    assert raw(web, "GET", "bridgewell.example").getheader("server") is None


def test_a_visitor_who_says_nothing_holds_up_nobody(web: LoopbackWeb) -> None:
    """A connection whose handshake never comes does not stop the next one."""
    ports = web.ports("bridgewell.example")
    assert ports is not None
    with socket.create_connection(("127.0.0.1", ports[1])), socket.create_connection(("127.0.0.1", ports[0])):
        visit = looking.look("https://bridgewell.example/key-workers", looking.names_of(web.ports),
                             authority=web.authority)
        assert visit.status == 200


def test_nothing_listens_after_the_end() -> None:
    """The ports are given back; the web can be served again."""
    with LoopbackWeb([Site("a.example", pages={"/": (Answer(title="A"),)})]) as web:
        ports = web.ports("a.example")
        assert ports is not None
    for port in ports:
        with pytest.raises(OSError, match="refused"):
            socket.create_connection(("127.0.0.1", port), 2)


def test_nobody_else_trusts_the_practice_certificates(web: LoopbackWeb) -> None:
    """The authority is made anew for each web, and is in no store."""
    with LoopbackWeb([]) as other:
        visit = looking.look("https://bridgewell.example/", looking.names_of(web.ports), authority=other.authority)
    assert visit.failure is Failure.CERTIFICATE
    assert isinstance(web.authority, ssl.SSLContext)
