"""link-blocks-robots: the site turned our checker away; people may well get in."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit.checks.link_blocks_robots import CHECK, REFUSALS
from review_kit.model import Purpose, Verdict

from . import facts as make
from . import walls
from .walls import html, seen

CHALLENGE = {"cf-mitigated": "challenge"}


@pytest.mark.parametrize("status", sorted(REFUSALS))
def test_a_refusal_is_for_a_person(status: int) -> None:
    """A refused program says nothing of the page, even when a browser-like look is refused too."""
    assert make.told(make.facts(make.visit(status=status))) == (Verdict.BY_HAND, CHECK.name)
    assert make.told(make.facts(make.visit(status=status), make.browser_like(status))) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("status", [403, 405, 406])
def test_what_a_browser_gets_counts(status: int) -> None:
    """A site that lets a browser-like look in is judged by what that look got."""
    assert make.told(make.facts(make.visit(status=status), make.browser_like(200))) == (Verdict.WORKING, "")


def test_a_second_look_is_wanted_once() -> None:
    """A refusal asks for one browser-like look; a working page, a wait and a sign-in do not."""
    of = make.facts(make.visit(status=403), *(make.visit(f"https://s{s}.example/", s) for s in (200, 401, 429, 503)))
    assert [(look.url, look.purpose) for look in make.wanted(CHECK, of)] == [(make.URL, Purpose.BROWSER_LIKE)]


def test_a_guard_that_challenged_us_is_not_asked_again() -> None:
    """Trying to slip past a guard would prove it right."""
    assert make.wanted(CHECK, make.facts(make.visit(status=403, headers=CHALLENGE))) == []


@pytest.mark.parametrize("status", [200, 202, 403, 404, 429, 503])
def test_a_guard_that_acted_is_seen_whatever_the_status(status: int) -> None:
    """The guard's own page is not the site's, so neither “found” nor “not found” is believed of it."""
    of = make.facts(make.visit(status=status, headers=CHALLENGE), make.front_page())
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "the mark of Cloudflare's check for robots" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("headers", [
    {"cf-ray": "8a1", "server": "cloudflare"}, {"x-iinfo": "1-2"}, {"cf-mitigated": ""},
])
def test_the_mere_presence_of_a_guard_means_nothing(headers: dict[str, str]) -> None:
    """Half of the web stands behind a guard; a page that came is a page that came."""
    assert make.told(make.facts(make.visit(headers=headers))) == (Verdict.WORKING, "")


@pytest.mark.parametrize("status", sorted(REFUSALS - {429}))
def test_a_refusal_that_names_a_time_is_still_a_refusal(status: int) -> None:
    """Retry-After beside any answer but “too many requests” and “unavailable” hides nothing."""
    assert make.told(make.facts(make.visit(status=status, retry_after=60.0))) == (Verdict.BY_HAND, CHECK.name)


def test_a_guards_wait_is_a_wait() -> None:
    """A guard that asks us to come back later is asked later, not passed to a person."""
    of = make.facts(make.visit(status=429, headers=CHALLENGE, retry_after=3600.0))
    assert make.told(of) == (Verdict.NOT_CHECKED, "link-told-to-wait")


def test_a_browser_like_look_through_a_portal_does_not_count() -> None:
    """A page that a failing network showed the second time is not the site's."""
    rounds = (make.good(0, "before"), make.good(5), make.bad(8), make.good(30, "after"))
    of = make.facts(make.visit(status=403), make.browser_like(200, minute=7), canaries=rounds)
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


def test_a_browser_like_look_from_an_earlier_day_does_not_count() -> None:
    """A site that let a browser in last week and refuses us today may refuse browsers today."""
    of = make.facts(
        make.visit(status=403, day=14, run="first"), make.browser_like(200, day=14, run="first"),
        make.visit(status=403),
        canaries=(make.good(0, "before", day=14, run="first"), *make.STEADY))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)




CHALLENGES = {
    "Cloudflare, today": (403, html(
        "<noscript><span id='challenge-error-text'>Enable JavaScript and cookies to continue</span></noscript>"
        "<script>(function(){window._cf_chl_opt = {cvId: '3',cZone: 'club.example'};})();</script>",
        title="Just a moment...")),
    "Cloudflare, under attack": (503, html(
        "<h1>Checking your browser before accessing club.example.</h1><p>This process is automatic. Your browser will "
        "redirect to your requested content shortly.</p>", title="Just a moment...")),
    "Cloudflare, refused": (403, html(
        "<h1>Sorry, you have been blocked</h1><p>You are unable to access club.example</p><p>This website is using a "
        "security service to protect itself from online attacks.</p><p>Cloudflare Ray ID: 8f1c</p>",
        title="Attention Required! | Cloudflare")),
    "AWS WAF": (202, html(
        "<div id='challenge-container'></div><script>AwsWafIntegration.checkForceRefresh()</script><noscript><h1>"
        "JavaScript is disabled</h1>In order to continue, we need to verify that you’re not a robot.</noscript>",
        title="", head="<script>window.gokuProps = {'key':'A'};</script>")),
    "Akamai": (403, html(
        "<h1>Access Denied</h1>You don't have permission to access \"http&#58;&#47;&#47;club&#46;example\" on this "
        "server.<p>Reference&#32;&#35;18&#46;1a2b<p>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18</p>",
        title="Access Denied")),
    "Imperva": (200, html(
        '<iframe id="main-iframe" src="/_Incapsula_Resource?SWUDNSAI=31&incident_id=1">Request unsuccessful. Incapsula '
        "incident ID: 1</iframe>", title="")),
    "Imperva, in words": (200, html(
        "<h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a "
        "bot.</p>", title="Pardon Our Interruption")),
    "DataDome": (403, html(
        "<p id='cmsg'>Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c'}</script>"
        '<script src="https://ct.captcha-delivery.com/c.js"></script>', title="club.example")),
    "HUMAN": (200, html(
        "<div id='px-captcha'></div><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1>",
        title="Access to this page has been denied")),
    "Sucuri": (200, html(
        "<noscript>Javascript is required. Please enable javascript before you are allowed to see this page.</noscript>"
        "<script>var s={},u,c,U,r,i,l=0,a,e=eval,w=String.fromCharCode,sucuri_cloudproxy_js='',S='cz0';</script>",
        title="You are being redirected...")),
    "Vercel": (429, html("<p>We're verifying your browser</p>", title="Vercel Security Checkpoint")),
    "Fastly": (200, html(
        "<noscript>JavaScript is disabled in your browser. Please enable JavaScript to proceed.</noscript><div>A "
        "required part of this site couldn’t load. This may be due to a browser extension.</div>",
        title="Client Challenge")),
    "Anubis": (200, html(
        "<h1>Making sure you're not a bot!</h1><p>You are seeing this because the administrator of this website has "
        "set up Anubis.</p><script id='anubis_challenge' type='application/json'>{}</script>",
        title="Making sure you're not a bot!")),
    "F5": (200, html(
        "The requested URL was rejected. Please consult with your administrator.<br>Your support ID is: 1",
        title="Request Rejected")),
    "ModSecurity": (406, html("<h1>Not Acceptable!</h1><p>An appropriate representation of the requested resource "
                              "could not be found on this server. This error was generated by Mod_Security.</p>")),
    "Wordfence": (503, html("<h1>Your access to this site has been limited by the site owner</h1><p>Generated by "
                            "Wordfence at Sat, 21 Nov 2026</p>")),
    "SiteGround": (202, html("", title="", head=(
        '<meta http-equiv="refresh" content="0;/.well-known/sgcaptcha/?r=%2Fchoir&y=ipc:192.0.2.1:1">'))),
    "Imunify360": (200, html("<h1>Please wait while your request is being verified...</h1>",
                             title="One moment, please...")),
    "DDoS-Guard": (403, html("<h1>Checking your browser before accessing club.example</h1>", title="DDoS-Guard")),
    "no name at all": (200, html("<h1>Before you go on</h1><p>Please confirm you are not a robot.</p>",
                                 title="One more step")),
    "a guard that says not found": (404, html(
        "<h1>Checking your browser before accessing club.example.</h1>", title="Just a moment...")),
}


@pytest.mark.parametrize("name", CHALLENGES)
def test_a_guards_own_page_is_known_by_its_marks(name: str) -> None:
    """Whatever its status, a guard's page is for a person: never broken, changed or working."""
    status, source = CHALLENGES[name]
    of = walls.facts(seen(source, make.URL, status))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "check for robots: " in make.found(CHECK, of)[0].evidence


def test_the_evidence_quotes_what_gave_the_guard_away() -> None:
    """A person can look for the very words on the page."""
    finding, = make.found(CHECK, walls.facts(seen(CHALLENGES["F5"][1])))
    assert "the mark of F5's check for robots: the page's words, “the requested url was rejected." in finding.evidence


@pytest.mark.parametrize("name", walls.ORDINARY)
def test_an_ordinary_page_is_no_guards(name: str) -> None:
    """A guard's headers, cookies and scripts stand on every page behind it; captchas stand in forms."""
    assert make.found(CHECK, walls.facts(walls.ORDINARY[name])) == []


@pytest.mark.parametrize("status", [520, 521, 522, 523, 524, 525, 526, 527, 530])
def test_a_guard_whose_site_is_ill_did_not_act(status: int) -> None:
    """Cloudflare's own faults mean that the site behind it gave no answer."""
    page = html("<h1>Connection timed out</h1><p>What happened? The server is not responding.</p>"
                "<p>Cloudflare Ray ID: 8f1c Performance &amp; security by Cloudflare</p>",
                title=f"club.example | {status}: Connection timed out")
    of = walls.facts(seen(page, make.URL, status, headers=walls.CLOUDFLARE))
    assert make.told(of) == (Verdict.BY_HAND, "link-server-ill")


@pytest.mark.parametrize("status", [502, 504])
def test_a_gateways_fault_is_the_servers(status: int) -> None:
    """Azure's gateway signs its faults with the same name as its refusals."""
    page = html("<center><h1>Bad Gateway</h1></center><center>Microsoft-Azure-Application-Gateway/v2</center>")
    assert make.told(walls.facts(seen(page, make.URL, status))) == (Verdict.BY_HAND, "link-server-ill")


def test_a_guard_that_answers_the_second_look_is_believed_of_the_first() -> None:
    """“Not found” twice is no loss of the page if a guard said it the second time."""
    second = seen(CHALLENGES["a guard that says not found"][1], make.URL, 404, purpose=Purpose.BROWSER_LIKE, minute=6)
    of = walls.facts(make.visit(status=404), second, make.front_page())
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize(("name", "again"), [
    ("Akamai", 1), ("ModSecurity", 1), ("Cloudflare, today", 0), ("DataDome", 0),
])
def test_a_block_is_asked_about_once_more_and_a_test_is_not(name: str, again: int) -> None:
    """A refusal may be of programs alone; a guard that put us to the test is left in peace."""
    status, source = CHALLENGES[name]
    assert len(make.wanted(CHECK, walls.facts(seen(source, make.URL, status)))) == again


def test_a_guards_words_on_a_long_page_are_prose() -> None:
    """An article about a guard quotes it."""
    page = html(f"<p>Then it said: checking your browser before accessing the site. {walls.PROSE * 8}</p>")
    assert make.found(CHECK, walls.facts(seen(page))) == []


def test_an_empty_table_leaves_the_statuses() -> None:
    """Without known/guards.csv a refusal is still a refusal, and a page is a page."""
    of = replace(walls.facts(seen(CHALLENGES["F5"][1])), known={})
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("row", walls.TABLES["guards"], ids=lambda row: f"{row['where']}-{row['value']}")
def test_every_guard_of_the_table_is_known(row: dict[str, str]) -> None:
    """Each row of known/guards.csv is enough to see that guard, where it may be seen; each has its source and day."""
    of = walls.facts(walls.bearing(row, 403 if "refused" in row["needs"] else 200))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert row["does"] in {"challenge", "block"}
    assert row["source"]
    assert date.fromisoformat(row["checked_on"])
