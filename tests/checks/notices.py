"""Real HTML for checks that read what a page says: an invented youth service, its site and its row of the register."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from review_kit.disk import known_tables
from review_kit.model import Contact, Facts, Link, Page, Service, Visit, Written
from review_kit.model.facts import Earlier
from review_kit.web.page import read_page

from . import facts as make

URL = "https://riverside.example/step-up"
NAV = ("Home", "About us", "Our services", "Get involved", "Donate", "News", "Contact us", "Find support near you",
       "Shops", "Volunteer", "Careers", "Search this site")
FILLING = (
    "Young people aged 16 to 25 come to talk, cook and learn. Our workers listen, help with forms and go along to "
    "appointments. You can drop in or ask your personal adviser to refer you. Everything you tell us stays between us "
    "unless somebody is in danger. We meet near the bus station, and tea is free. ")
KNOWN = known_tables()


def html(*body: str, title: str = "Step Up | Riverside", heading: str = "Step Up", lang: str = "en-GB",
         nav: Iterable[str] = NAV) -> bytes:
    """A page as builders make them: a menu, a heading, paragraphs, a foot. Each `body` is a paragraph or markup."""
    menu = "".join(f'<li><a href="/{n}">{escape(words)}</a></li>' for n, words in enumerate(nav))
    inner = "".join(part if part.startswith("<") else f"<p>{escape(part)}</p>" for part in body)
    top = f"<h1>{escape(heading)}</h1>" if heading else ""
    return (f'<!doctype html><html lang="{lang}"><head><title>{escape(title)}</title></head><body>'
            f'<a href="#main">Skip to main content</a><nav><ul>{menu}</ul></nav><main id="main">{top}{inner}</main>'
            "<footer>Registered charity 1234567. Privacy. Cookies. Accessibility.</footer></body></html>").encode()


def page(*body: str, url: str = URL, content_type: str = "text/html; charset=utf-8", title: str = "Step Up | Riverside",
         heading: str = "Step Up", lang: str = "en-GB", nav: Iterable[str] = NAV) -> Page:
    """The facts of such a page, read as the web part reads them."""
    return read_page(html(*body, title=title, heading=heading, lang=lang, nav=nav), content_type=content_type, url=url)


def looked(shown: Page, url: str = URL, *hops: tuple[int, str]) -> Visit:
    """A look at which a page came."""
    return replace(make.visit(url, 200, *hops), page=shown)


def row(link: Link | None = None, *, name: str = "Step Up mentoring", provider: str = "Riverside Youth Trust",
        number: int = 2, contacts: tuple[Contact, ...] = ()) -> Service:
    """The row of the register that holds the link."""
    link = link or make.link(URL, row=number)
    return replace(make.service(link, row=number, name=name, contacts=contacts), provider=provider)


def pasted(title: str, url: str = URL) -> Link:
    """A link that was pasted with the page's title."""
    return replace(make.link(url, written=Written.TITLE_AND_HOST), title=title)


def facts(*visits: Visit, services: Iterable[Service] = (), baseline: Mapping[str, Visit] | None = None) -> Facts:
    """The facts of a review with every table of `known/`; one row, of one link, if nothing else is said."""
    plain = make.facts(*visits, services=tuple(services) or (row(),))
    return replace(plain, known=KNOWN, earlier=Earlier(baseline=baseline or {}))


def of(*body: str, provider: str = "Riverside Youth Trust", name: str = "Step Up mentoring",
       title: str = "Step Up | Riverside", heading: str = "Step Up") -> Facts:
    """The facts of a review in which the only link showed such a page."""
    return facts(looked(page(*body, title=title, heading=heading)), services=[row(provider=provider, name=name)])
