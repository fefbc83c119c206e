"""One look at one address: what is asked, what is written down, and what is never asked."""

import pytest

from review_kit.model import Failure, Hop, Look, Purpose, Visit
from review_kit.practice.names import TableOfNames
from review_kit.web import Clock, StoppedClock, SystemNames
from review_kit.web.ask import headers_for, user_agent

from . import looking
from .rawserver import RawServer, Script, Visitor, answer, by_path, says

HERE = "http://site.example"


def seen(script: Script, path: str = "/", *, purpose: Purpose = Purpose.REGISTERED,
         clock: Clock | None = None) -> Visit:
    """What one look at a page of a server with this script shows."""
    with RawServer(script) as server:
        return looking.look(HERE + path, looking.names_of(server.ports), purpose=purpose, clock=clock)


def to(location: str, status: str = "302 Found", **headers: str) -> bytes:
    """An answer that sends the visitor on."""
    return answer(b"", status=status, headers={"location": location.encode().decode("latin-1")} | headers)


def only(server: RawServer) -> TableOfNames:
    """A table of names in which a server has the one name of these tests."""
    return looking.names_of(lambda host: server.ports(host) if host == "site.example" else None)


@pytest.mark.parametrize("status", [
    "200 OK", "404 Not Found", "410 Gone", "401 Unauthorized", "403 Forbidden", "429 Too Many Requests",
    "451 Unavailable For Legal Reasons", "500 Internal Server Error", "503 Service Unavailable", "999 Request denied",
])
def test_a_status_is_a_fact_with_its_page(status: str) -> None:
    """Whatever the answer, it is an answer: no failure, one hop, and what the page says, also on an error page."""
    visit = seen(says(answer(b"<title>What it says</title>", status=status)), "/page?q=1")
    number = int(status[:3])
    assert (visit.status, visit.failure, visit.cause, visit.failed_at) == (number, None, "", "")
    assert visit.hops == (Hop(f"{HERE}/page?q=1", number),)
    assert (visit.url, visit.final_url, visit.page.title) == (f"{HERE}/page?q=1", f"{HERE}/page?q=1", "What it says")
    assert (visit.server_address, visit.via_proxy, visit.attempts) == ("127.0.0.1", False, 1)


def test_the_question_is_a_get_that_says_who_asks() -> None:
    """Never HEAD, which many servers refuse or answer falsely; the site's name, our name, and nothing that tracks."""
    with RawServer(says(answer(b"ok"))) as server:
        looking.look(f"{HERE}/a%20b?c=d#part", looking.names_of(server.ports), contact="https://council.example/checks")
        assert server.heads[0].startswith(b"GET /a%20b?c=d HTTP/1.1\r\n")
        sent = server.headers()
        assert sent["host"] == "site.example"
        assert sent["user-agent"].startswith("Mozilla/5.0 (compatible; OfferReview/")
        assert sent["user-agent"].endswith("; +https://council.example/checks)")
        assert sent["accept-encoding"] == "gzip, deflate"
        assert not {"cookie", "referer", "authorization"} & set(sent)


def test_a_server_that_refuses_head_is_none_the_wiser() -> None:
    """The practice web answers 405 to HEAD, as many real servers do; we get the page."""
    with looking.web_of({"site.example": looking.site()}) as web:
        assert looking.look(f"{HERE}/", looking.names_of(web.ports)).status == 200


@pytest.mark.parametrize("contact", [
    "", "https://council.example/", "links@council.example", "https://x.example/Link-list", "Children’s services",
    "a\r\nx-injected: yes", "ünïcode (and brackets)", "\x00",
])
def test_no_name_that_we_give_holds_the_word_link(contact: str) -> None:
    """A stock rule of many servers refuses agents with that word in their name, whatever the lead wrote as contact."""
    for purpose in Purpose:
        sent = headers_for(purpose, contact)["User-Agent"]
        assert "link" not in sent.casefold()
        assert "OfferReview/" in sent
        assert sent.isascii()
        assert sent.isprintable()


def test_a_contact_that_no_header_can_hold_stops_no_look() -> None:
    """A curly quotation mark in Settings must not make every site look dead."""
    with RawServer(says(answer(b"ok"))) as server:
        names = looking.names_of(server.ports)
        assert looking.look(f"{HERE}/", names, contact="Children’s team\n01332 000000").status == 200
        assert server.headers()["user-agent"].endswith("; +Childrens team01332 000000)")
    assert user_agent("").endswith(")")


def test_a_browser_like_look_sends_what_browsers_send() -> None:
    """The second opinion looks like a browser and still says, at the end, who it is."""
    with RawServer(says(answer(b"ok"))) as server:
        looking.look(f"{HERE}/", looking.names_of(server.ports), purpose=Purpose.BROWSER_LIKE)
        sent = server.headers()
        assert "Chrome/" in sent["user-agent"]
        assert "OfferReview/" in sent["user-agent"]
        assert sent["sec-fetch-mode"] == "navigate"


def test_redirects_are_written_down_hop_by_hop() -> None:
    """Permanent and temporary, relative and whole, over to another host: each with its own code and where it led."""
    here = by_path({"/old": to("/older", "301 Moved Permanently"), "/older": to("new/page", "308 Permanent Redirect"),
                    "/new/page": to("//other.example/today?x=1", "307 Temporary Redirect")})
    other = {"other.example": looking.site(**{"today?x=1": looking.page()})}
    with RawServer(here) as server, looking.web_of(other) as web:
        visit = looking.look(f"{HERE}/old", looking.names_of(web.ports, server.ports))
    assert visit.hops == (
        Hop(f"{HERE}/old", 301, f"{HERE}/older"), Hop(f"{HERE}/older", 308, f"{HERE}/new/page"),
        Hop(f"{HERE}/new/page", 307, "http://other.example/today?x=1"), Hop("http://other.example/today?x=1", 200))
    assert [hop.permanent for hop in visit.hops] == [True, True, False, False]
    assert (visit.url, visit.final_url, visit.status) == (f"{HERE}/old", "http://other.example/today?x=1", 200)


def test_a_redirect_keeps_the_part_of_the_page() -> None:
    """The fragment of the link goes along where the redirect names none (RFC 9110 section 10.2.2)."""
    script = by_path({"/a": to("/b"), "/b": to("/c#own"), "/c": answer(b"ok")})
    visit = seen(script, "/a#part")
    assert [hop.url for hop in visit.hops] == [f"{HERE}/a#part", f"{HERE}/b#part", f"{HERE}/c#own"]


def test_a_redirect_without_a_place_is_the_last_answer() -> None:
    """302 with no Location, 304 and 300 lead nowhere: the page that came with them is read."""
    for status in ("302 Found", "300 Multiple Choices", "304 Not Modified"):
        visit = seen(says(answer(b"<title>Stay</title>" if status[2] != "4" else b"", status=status)))
        assert (visit.status, visit.failure, len(visit.hops)) == (int(status[:3]), None, 1)


def test_a_circle_ends() -> None:
    """Pages that send the visitor to each other are asked a few times, for a cookie may end it, and then no more."""
    visit = seen(by_path({"/a": to("/b"), "/b": to("/a")}), "/a")
    assert (visit.failure, visit.status, len(visit.hops)) == (Failure.REDIRECT_LOOP, None, 6)
    assert visit.failed_at == f"{HERE}/a"
    itself = seen(says(to("/")))
    assert (itself.failure, len(itself.hops)) == (Failure.REDIRECT_LOOP, 3)


def test_ten_redirects_are_followed_and_eleven_are_not() -> None:
    """The limit is where browsers and search engines lose patience too; what led there is kept."""
    pages = {f"/{n}": to(f"/{n + 1}") for n in range(11)}
    whole = seen(by_path(pages | {"/10": answer(b"<title>End</title>")}), "/0")
    assert (whole.status, whole.failure, len(whole.hops)) == (200, None, 11)
    too_many = seen(by_path(pages | {"/11": answer(b"<title>End</title>")}), "/0")
    assert (too_many.status, too_many.failure, len(too_many.hops)) == (None, Failure.TOO_MANY_REDIRECTS, 11)
    assert too_many.page.title == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "2130706433", "0x7f.1", "localhost", "[::ffff:127.0.0.1]",
                                  "127.1", "someone@127.0.0.1", "127\u30020.0.1"])
def test_a_redirect_to_this_machine_is_never_followed(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever way a page writes this machine's address, the socket that listens there hears nothing."""
    with RawServer(says(answer(b"secret"))) as private, RawServer(by_path({})) as public:
        target = f"http://{host}:{private.port}/admin"
        public.play(says(to(target)))
        names = looking.SystemOr(public.ports, "site.example")
        visit = looking.look(f"{HERE}/", names)
        assert private.connections == 0
        assert visit.failure in {Failure.NOT_PUBLIC, Failure.NOT_ASKED}
        assert (visit.status, visit.hops[0].status, len(visit.hops)) == (None, 302, 1)
        assert visit.page.bytes_read == 0
        assert host.rpartition("@")[2].strip("[]").replace("\u3002", ".") in visit.failed_at


@pytest.mark.parametrize("target", [
    "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://[fd00::1]/", "http://0.0.0.0/",
    "http://[64:ff9b::a9fe:a9fe]/", "http://[2002:7f00:1::]/",
])
def test_a_redirect_into_a_network_is_never_followed(target: str) -> None:
    """Metadata services and machines of the council's own network are not connected to: the connector refuses first."""
    with RawServer(says(to(target))) as server:
        visit = looking.look(f"{HERE}/", looking.SystemOr(server.ports, "site.example"))
        assert (visit.failure, visit.status, visit.failed_at) == (Failure.NOT_PUBLIC, None, target)
        assert server.connections == 1


@pytest.mark.parametrize("target", [
    "file:///etc/passwd", "ftp://ftp.example/file", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example",
    "gopher://x.example/", "https:", "http://a b.example/", "http://[bad/", "http://x:99999/", "http://x:port/",
    "http://\ud7ff\u2028.example/", "http://" + "a" * 70 + ".example/", "http://..example/", "about:blank", "\x7f://x",
])
def test_a_redirect_to_something_else_is_never_followed(target: str) -> None:
    """Other schemes, and addresses that are none, end the look; the hop that named them is kept."""
    with RawServer(says(to(target))) as server:
        visit = looking.look(f"{HERE}/", only(server))
        assert visit.failure in {Failure.NOT_ASKED, Failure.NO_SUCH_NAME, Failure.OTHER}
        assert (visit.status, [hop.status for hop in visit.hops]) == (None, [302])
        assert visit.hops[0].location
        assert server.connections == 1


@pytest.mark.parametrize("url", ["ftp://site.example/", "file:///etc/passwd", "site.example", "", "http://", "http://[bad/",
                                 "http://site.example:99999/", "mailto:a@b.example", "http://a\x00b.example/", "http://[::1"])
def test_an_address_that_is_none_is_a_failure_and_no_crash(url: str) -> None:
    """Whatever stands in a register, a look at it gives a visit."""
    visit = looking.look(url, looking.names_of(lambda _: None))
    assert visit.failure in {Failure.NOT_ASKED, Failure.NO_SUCH_NAME, Failure.OTHER}
    assert (visit.url, visit.status, visit.hops) == (url, None, ())


def test_a_private_address_in_the_register_is_not_asked() -> None:
    """The rule is for every address, not only for those that pages send us to."""
    with RawServer(says(answer(b"secret"))) as private:
        visit = looking.look(f"http://127.0.0.1:{private.port}/", SystemNames())
        assert (visit.failure, private.connections) == (Failure.NOT_PUBLIC, 0)


def test_a_redirect_may_need_the_cookie_that_it_sets() -> None:
    """Sites that set a cookie and send the visitor back are followed, as a browser would."""
    def wants_cookie(visitor: Visitor) -> None:
        has = b"cookie: been=here" in visitor.head.lower()
        visitor.send(answer(b"<title>In</title>") if has else to("/", **{"set-cookie": "been=here; Path=/; HttpOnly"}))
    visit = seen(wants_cookie)
    assert (visit.status, visit.page.title, [hop.status for hop in visit.hops]) == (200, "In", [302, 200])


def test_a_cookie_is_for_one_look_and_its_value_is_never_written() -> None:
    """The next look comes without it; of a cookie only the name is a fact, and one without a name is none."""
    kinds = ["session=s3cr3t; Path=/", "zebra=s3cr3t", "s3cr3t-alone; Path=/", "b=1=s3cr3t"]
    cookies = "\r\nset-cookie: ".join(kinds)
    with RawServer(says(answer(b"ok", headers={"set-cookie": cookies}))) as server:
        names = looking.names_of(server.ports)
        first, _ = looking.looks([Look(f"{HERE}/a"), Look(f"{HERE}/b")], names)
        assert "cookie" not in server.headers(0) | server.headers(1)
        assert first.headers["set-cookie-names"] == "b session zebra"
        assert "s3cr3t" not in str(looking.record_of(first))


@pytest.mark.parametrize("cookie", [
    "a=b; Expires=Mon, 01 Jan 99999999999999 00:00:00 GMT", "a=b; Max-Age=99999999999999999999", "=; =; ;", "\xe9\x01",
    "name=Jos\xc3\xa9; Path=/",
    'a="; Version=9; Port="80,x"', "a=b; Domain=..; Expires=Thu, 32 Foo 1 99:99:99", "x" * 50_000,
])
def test_an_odd_cookie_is_no_crash_and_no_warning(cookie: str) -> None:
    """The standard library answers some cookies with a traceback on the screen; a lead must never meet one."""
    visit = seen(by_path({"/": to("/next", **{"set-cookie": cookie}), "/next": answer(b"<title>Next</title>")}))
    assert (visit.status, visit.page.title) == (200, "Next")


def test_a_cookie_stays_with_its_host() -> None:
    """What one host sets is not carried to another by a redirect."""
    leaving = to("http://other.example/", **{"set-cookie": "a=b"})
    with RawServer(says(answer(b"ok"))) as other, RawServer(says(leaving)) as one:
        table = {"site.example": one, "other.example": other}
        looking.look(f"{HERE}/", looking.names_of(lambda host: table[host].ports(host)))
        assert "cookie" not in other.headers()


def test_the_headers_that_matter_are_kept_and_no_others() -> None:
    """Signs of guards, filters and age, lower-case and bounded; what identifies visitors is nobody's business."""
    headers = {"Server": "cloudflare", "CF-Mitigated": "challenge", "Last-Modified": "Mon, 02 Mar 2026 12:00:00 GMT",
               "X-User": "s3cr3t", "Via": "v" * 2000, "ETag": '"tracked"'}
    visit = seen(says(answer(b"ok", headers=headers)))
    assert (visit.headers["server"], visit.headers["cf-mitigated"]) == ("cloudflare", "challenge")
    assert len(visit.headers["via"]) == 500
    assert not {"x-user", "etag", "connection"} & set(visit.headers)


def test_a_wait_that_the_last_answer_asked_for_is_kept() -> None:
    """As seconds, whether it came as a number or as a date."""
    clock = StoppedClock("2026-03-02T12:00:00.000Z")
    busy = {"status": "503 Service Unavailable"}
    assert seen(says(answer(**busy, headers={"retry-after": "7"}))).retry_after == 7
    dated = {"retry-after": "Mon, 02 Mar 2026 12:01:30 GMT"}
    assert seen(says(answer(**busy, headers=dated)), clock=clock).retry_after == 90
    assert seen(says(answer(**busy, headers={"retry-after": "\u00b2"}))).retry_after is None


def test_a_wait_that_a_redirect_asked_for_is_over_with_it() -> None:
    """Retry-After on a hop is not the last answer's: what comes next may be tried again as usual."""
    with RawServer(says(to("http://shut.example/", **{"retry-after": "3600"}))) as server:
        visit = looking.look(f"{HERE}/", only(server))
        assert (visit.failure, visit.retry_after) == (Failure.NO_SUCH_NAME, None)


def test_what_failed_after_a_redirect_says_where() -> None:
    """The registered address answered; the one it led to did not: both are in the record."""
    with RawServer(says(to("http://gone.example/x"))) as server:
        visit = looking.look(f"{HERE}/", only(server))
        assert (visit.failure, visit.status, visit.final_url) == (Failure.NO_SUCH_NAME, None, "")
        assert (visit.failed_at, len(visit.hops)) == ("http://gone.example/x", 1)


def test_a_look_says_what_it_was_for() -> None:
    """Purpose, reason, run and time go along into the record."""
    with RawServer(says(answer(b"ok"))) as server:
        look = Look(f"{HERE}/", Purpose.FRONT_PAGE, "to see whether the site itself is there")
        visit = looking.looks([look], looking.names_of(server.ports), clock=StoppedClock("2026-03-02T12:00:00.000Z"))[0]
        assert (visit.purpose, visit.asked_because) == (look.purpose, look.asked_because)
        assert (visit.run, visit.at) == ("a run", "2026-03-02T12:00:00.000Z")
        assert repr(visit) == f"<Visit {HERE}/: 200>"


def test_an_international_name_is_asked_as_browsers_ask_it() -> None:
    """The host goes out in its ASCII form; the address in the record stays as it was written."""
    with RawServer(says(answer(b"ok"))) as server:
        visit = looking.look("http://bücher.example/straße", looking.names_of(server.ports))
        assert server.headers()["host"] == "xn--bcher-kva.example"
        assert server.paths == ["/stra%C3%9Fe"]
        assert visit.url == "http://bücher.example/straße"
