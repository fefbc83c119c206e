"""Pages as their servers send them: ordinary ones with everything that looks like a wall, and what stands around."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from review_kit.disk import known_tables
from review_kit.model import Facts, Page, Visit
from review_kit.web.page import read_page

from . import facts as make

TABLES = known_tables()
PROSE = ("We meet every week to sing together, with tea and a chat before we begin. You need no experience and no "
         "instrument. Come along on your own or bring a friend; somebody will be at the door to meet you. ")
MENU = ('<nav><a href="/">Home</a> <a href="/about">About us</a> <a href="/news">News</a> '
        '<a href="/contact">Contact</a></nav>')
CLOUDFLARE = {"server": "cloudflare", "cf-ray": "8f1c2d3e4f5a6b7c-LHR", "set-cookie-names": "__cf_bm cf_clearance"}
JSD = ("<script>(function(){function c(){var b=a.contentDocument;var d=b.createElement('script');d.innerHTML="
       "\"window.__CF$cv$params={r:'8f1',t:'MTc='};var a=document.createElement('script');a.nonce='';"
       "a.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js';\"}})();</script>")
BANNER = ('<div id="cookie-banner"><p>We use cookies to make this site work and, with your consent, for analytics. '
          '<a href="/privacy">Privacy policy</a></p><button>Accept all</button><button>Reject all</button></div>')


def html(body: str, *, title: str = "The club", head: str = "") -> str:
    """A whole page."""
    return f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title>{head}</head><body>{body}</body></html>'


def seen(source: str, url: str = make.URL, status: int = 200, *hops: tuple[int, str], **more: Any) -> Visit:
    """A look that got this HTML, read as the run reads it."""
    visit = make.visit(url, status, *hops, **more)
    page = read_page(source.encode(), content_type="text/html; charset=utf-8", url=visit.final_url or url)
    return replace(visit, page=page)


def facts(*visits: Visit, **more: Any) -> Facts:
    """The facts of a review, with the tables of known/ as they are shipped."""
    return replace(make.facts(*visits, **more), known=TABLES)


ORDINARY = {
    "a page behind Cloudflare, with its script of watching": seen(
        html(f"{MENU}<h1>Choir</h1><p>{PROSE}</p>{JSD}"), headers=CLOUDFLARE),
    "a page behind Imperva, with its script and cookies": seen(
        html(f"<h1>Choir</h1><p>{PROSE}</p>", head='<script src="/_Incapsula_Resource?SWJIYLWA=719d34d3"></script>'),
        headers={"x-iinfo": "9-1-0", "x-cdn": "Imperva", "set-cookie-names": "incap_ses_1 visid_incap_2 nlbi_3"}),
    "a page that AWS's and HUMAN's scripts watch": seen(
        html(f"<h1>Choir</h1><p>{PROSE}</p>", head='<script src="https://x.token.awswaf.com/challenge.js"></script>'
             '<script src="https://client.perimeterx.net/PX1/main.min.js"></script>'
             '<script src="https://js.datadome.co/tags.js"></script>'),
        headers={"x-datadome": "protected", "set-cookie-names": "_abck bm_sz ak_bmsc TS01a2b3c4 datadome"}),
    "a contact form with a captcha": seen(html(
        f"{MENU}<h1>Contact us</h1><form><label>Name</label><input><label>Message</label><textarea></textarea>"
        "<div class='g-recaptcha'></div><p>Please verify you are human</p><button>Send</button></form>"
        "<p>Or call 03069 990123</p>", head='<script src="https://challenges.cloudflare.com/turnstile/v0/api.js">'
                                            "</script>", title="Contact us | The club")),
    "an article about robots": seen(html(
        "<h1>“Are you a robot?” Why websites ask</h1><p>" + "Some sites ask you to verify you are human, or say that "
        "they are checking your browser before they let you in. " * 12 + "</p>", title="Are you a robot?")),
    "mindfulness for busy people": seen(html(
        f"{MENU}<h1>Just a moment</h1><p>{PROSE}</p>", title="Just a moment… mindfulness for young people")),
    "an access statement": seen(html(
        f"{MENU}<h1>Access denied?</h1><p>If you have been refused a service, we can help. {PROSE * 3}</p>",
        title="Access denied: your rights")),
    "a page with a small sign-in at its top": seen(html(
        f"<form><input name=u><input type=password name=p><a href='/login'>Log in</a></form>{MENU}<h1>Choir</h1>"
        f"<p>{PROSE * 5}</p>")),
    "a page about a BSL session": seen(html(
        f"{MENU}<h1>Sign in for our BSL session</h1><p>Sign up here. {PROSE}</p>", title="Sign in for our BSL")),
    "a short page": seen(html("<h1>Choir</h1><p>Thursdays at six, in the hall.</p>")),
    "a short page that a framework drew on the server": seen(html(
        '<div id="__next"><main><h1>Choir</h1><p>Thursdays at six, in the hall.</p></main></div>'
        "<noscript>You need to enable JavaScript to run this app.</noscript>")),
    "a page with a cookie banner": seen(html(f"{BANNER}{MENU}<h1>Choir</h1><p>{PROSE * 2}</p>")),
    "a page whose text is in a consent tool's own words": seen(html(
        f"<h1>Your consent to treatment</h1><p>{PROSE * 2} At sixteen you can consent to treatment yourself. Ask us "
        "about your choices; consent is never assumed.</p>")),
    "a parents' page about web filters": seen(html(
        "<h1>Setting up a web filter at home</h1><p>" + "Your provider's filter may say that a website is blocked due "
        "to content filtering, or that a web page is blocked because it violates network policy. " * 20 + "</p>",
        title="Web filters for parents")),
    "a page with a tag manager": seen(html(
        f"<noscript><iframe src='https://www.googletagmanager.com/ns.html?id=1'></iframe></noscript><p>{PROSE}</p>")),
    "a page that Cisco's and Squid's caches passed on": seen(
        html(f"<h1>Choir</h1><p>{PROSE}</p>"), via_proxy=True,
        headers={"via": "1.1 wsa01.borchester.example:80 (Cisco-WSA/14.5), 1.1 cache (squid/6.6)"}),
}
"""Live pages that show something that a wall shows too; each works, and no check of walls says a word of it."""


def bearing(row: Mapping[str, str], status: int = 200) -> Visit:
    """A look that shows the value of a table's row in the row's place, and nothing else."""
    value, place = row["value"], row["where"]
    name, _, content = value.partition(": ")
    page = Page(title=value if "title" in place else "", text=value if place == "text" else "",
                fragments=(value,) if place == "fragment" else (), marks=(value,) if place == "mark" else (),
                script_hosts=(f"x.{value}",) if place == "script-host" else (),
                link_hosts=(value,) if place == "link-host" else (),
                meta={"refresh": f"0;{value}"} if place == "refresh" else {})
    way = {"host": f"https://{value}/x", "final-url": f"https://{value.strip('/')}/",
           "address": f"https://{value}" if value[0].isalpha() else f"https://in.between.example{value}"}.get(place)
    headers = {name.strip(": "): content or "yes"} if place == "header" else {}
    visit = make.visit(make.URL, status, *([(302, way)] if way else []), headers=headers)
    return replace(visit, page=page, server_address=value if place == "server-address" else "")
