"""The environment's proxy: used where it is named, never asked for what is private, and always said."""

import pytest

from review_kit.model import Failure
from review_kit.practice.server import LoopbackWeb
from review_kit.web import NotPublicError
from review_kit.web.proxies import check_behind_proxy, proxy_of

from . import looking
from .proxyserver import ProxyServer

NOWHERE = looking.names_of(lambda _: None)
"""A table of names that is empty: behind a proxy, nothing is looked up here."""


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy of the machine that runs the tests plays a part in them."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def web() -> LoopbackWeb:
    """A web with one site for all these tests."""
    with looking.web_of({"site.example": looking.site(), "www.site.example": looking.site()}) as served:
        yield served


def test_https_goes_through_a_tunnel(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTPS_PROXY is asked for a tunnel by name; the certificate is still the site's, and the visit says the way."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        visit = looking.look("https://site.example/", NOWHERE, authority=web.authority, use_proxies=True)
        assert (visit.status, visit.via_proxy) == (200, True)
        assert visit.certificate is not None
        assert visit.certificate.names == ("site.example",)
        assert proxy.asked == ["CONNECT site.example:443"]


def test_http_goes_through_as_a_whole_address(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """HTTP_PROXY, in small letters too and without its scheme, as people write it."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("http_proxy", proxy.address.removeprefix("http://"))
        visit = looking.look("http://site.example/", NOWHERE, use_proxies=True)
        assert (visit.status, visit.via_proxy, visit.page.title) == (200, True, "Page")
        assert proxy.asked == ["GET http://site.example/"]


def test_no_proxy_is_honoured(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that NO_PROXY names is asked directly, with or without a name before an @, and the visit says so."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NO_PROXY", "other.example, site.example")
        names = looking.names_of(web.ports)
        for url in ("http://site.example/", "http://someone@site.example/"):
            visit = looking.look(url, names, use_proxies=True)
            assert (visit.status, visit.via_proxy) == (200, False)
        assert proxy.asked == []


def test_a_redirect_into_the_proxy_is_said(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """A look that began directly and ended behind the proxy was asked through a proxy."""
    to_site = {"pages": {"/": [{"status": 302, "location": "http://site.example/"}]}}
    with looking.web_of({"inside.example": to_site}) as inside, ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        monkeypatch.setenv("NO_PROXY", "inside.example")
        visit = looking.look("http://inside.example/", looking.names_of(inside.ports), use_proxies=True)
        assert (visit.status, visit.via_proxy) == (200, True)


def test_a_proxy_that_asks_who_we_are_is_the_proxys_refusal(
    web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """407 for a tunnel is the proxy's refusal, and says nothing of the site; for plain http the 407 itself is kept."""
    with ProxyServer(web.ports, refusing="407 Proxy Authentication Required") as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        secure = looking.look("https://site.example/", NOWHERE, use_proxies=True)
        assert (secure.failure, secure.status, secure.via_proxy) == (Failure.PROXY, None, True)
        assert "407" in secure.cause
        plain = looking.look("http://site.example/", NOWHERE, use_proxies=True)
        assert (plain.status, plain.via_proxy) == (407, True)


def test_a_host_that_the_proxy_cannot_find_is_the_proxys_word(
    web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A proxy that answers 502 to a tunnel refused it; it is not taken for a name that does not exist."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.address)
        visit = looking.look("https://gone.example/", NOWHERE, use_proxies=True)
        assert (visit.failure, visit.via_proxy) == (Failure.PROXY, True)


@pytest.mark.parametrize("url", [
    "http://127.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest/", "http://2130706433/", "http://0x7f.1/",
    "http://0177.0.0.1/", "http://127.1/", "http://localhost/", "http://printer/", "http://nas.local/",
    "http://vault.internal./", "http://169.254.169.254./", "http://127\u30020.0.1/", "http://[::ffff:10.0.0.1]/",
    "http://someone@127.0.0.1/",
])
def test_what_is_plainly_private_is_not_asked_of_the_proxy(
    url: str, web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Behind a proxy nothing can be resolved here; a private address, however it is written, is still refused."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("ALL_PROXY", proxy.address)
        visit = looking.look(url, NOWHERE, use_proxies=True)
        assert visit.failure in {Failure.NOT_PUBLIC, Failure.NOT_ASKED}
        assert proxy.connections == 0


def test_a_redirect_to_a_private_address_is_not_asked_of_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule holds for every hop: the proxy is asked for the public page and for nothing else."""
    trap = {"pages": {"/": [{"status": 302, "location": "http://169.254.169.254/latest/meta-data/"}]}}
    with looking.web_of({"trap.example": trap}) as web, ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        visit = looking.look("http://trap.example/", NOWHERE, use_proxies=True)
        assert visit.failure is Failure.NOT_PUBLIC
        assert proxy.asked == ["GET http://trap.example/"]


def test_a_councils_own_host_may_be_asked_of_the_proxy() -> None:
    """What Settings name is allowed; a public name and a public address always are."""
    check_behind_proxy("intranet", ("intranet",))
    check_behind_proxy("10.0.0.5", ("10.0.0.5",))
    check_behind_proxy("www.gov.uk", ())
    check_behind_proxy("151.101.0.144", ())
    check_behind_proxy("1password.com", ())
    with pytest.raises(NotPublicError):
        check_behind_proxy("10.0.0.6", ("10.0.0.5",))


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "socks://127.0.0.1:1080", "ftp://127.0.0.1:1",
                                   "http://127.0.0.1:notaport", "http://[::1"])
def test_a_proxy_of_another_kind_is_no_crash(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that we cannot speak to is named as the reason, on each link; the run goes on."""
    monkeypatch.setenv("ALL_PROXY", proxy)
    visit = looking.look("http://site.example/", NOWHERE, use_proxies=True)
    assert (visit.failure, visit.via_proxy) == (Failure.PROXY, True)


def test_a_proxys_password_is_not_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong, the credentials of the proxy do not get into the facts."""
    for proxy in ("socks5://me:secret@127.0.0.1:1080", "http://me:secret@127.0.0.1:1", "http://me:secret@127.0.0.1:x"):
        monkeypatch.setenv("ALL_PROXY", proxy)
        visit = looking.look("https://site.example/", NOWHERE, use_proxies=True)
        assert visit.failure is not None
        assert "secret" not in str(looking.record_of(visit))


def test_the_canaries_go_the_same_way(web: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    """A canary asked directly would vouch for a network that the links never use; the round says the way it went."""
    with ProxyServer(web.ports) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.address)
        found = looking.gathered(["http://site.example/"], NOWHERE, use_proxies=True)
        assert found.outcome.via_proxy
        assert all(round_.good and round_.via_proxy and not round_.false_name_found for round_ in found.rounds)
        assert set(proxy.asked) == {"GET http://canary.example/", "GET http://site.example/"}


def test_the_scheme_chooses_the_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each scheme has its own proxy; ALL_PROXY is for those that have none."""
    proxies = {"http": "http://one.example:80", "all": "two.example:3128"}
    assert proxy_of("http://a.example/", proxies) == "http://one.example:80"
    assert proxy_of("https://a.example/", proxies) == "http://two.example:3128"
    assert proxy_of("https://a.example/", {"http": "http://one.example:80"}) == ""
    monkeypatch.setenv("NO_PROXY", "a.example:8080")
    assert proxy_of("http://a.example:8080/", proxies) == ""
    assert proxy_of("http://a.example/", proxies) == "http://one.example:80"
