"""Links in the words of a cell and behind them."""

import pytest

from review_kit.model import Link, Written
from review_kit.rows import find_links

from .build import cell

FULL, BARE, MISTYPED, TITLED = Written.IN_FULL, Written.NO_SCHEME, Written.MISTYPED, Written.TITLE_AND_HOST


def links(text: str, *targets: str) -> tuple[Link, ...]:
    """The links of a cell with this text and these targets."""
    return find_links(cell(text, targets=targets))


@pytest.mark.parametrize(("text", "written", "shown", "url"), [
    ("see https://www.example.org/a for more", FULL, "https://www.example.org/a", "https://www.example.org/a"),
    ("https://www.example.org.uk.", FULL, "https://www.example.org.uk", "https://www.example.org.uk/"),
    ("“https://example.org/a,”", FULL, "https://example.org/a", "https://example.org/a"),
    ("'https://example.org/a'", FULL, "https://example.org/a", "https://example.org/a"),
    ("«https://example.org/a»", FULL, "https://example.org/a", "https://example.org/a"),
    ("https://example.org/a…", FULL, "https://example.org/a", "https://example.org/a"),
    ("<https://example.org/a>", FULL, "https://example.org/a", "https://example.org/a"),
    ("(https://example.org/wiki/Foo_(bar))", FULL, "https://example.org/wiki/Foo_(bar)", "https://example.org/wiki/Foo_(bar)"),
    ("https://example.org/a(see below)", FULL, "https://example.org/a", "https://example.org/a"),
    ("HTTPS://Example.ORG", FULL, "HTTPS://Example.ORG", "https://example.org/"),
    ("http://example.org:8080/a?b=c#d", FULL, "http://example.org:8080/a?b=c#d", "http://example.org:8080/a?b=c#d"),
    ("https://user:pw@example.org/", FULL, "https://user:pw@example.org/", "https://user:pw@example.org/"),
    ("https://münchen.example/straße", FULL, "https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
    ("https://xn--mnchen-3ya.example", FULL, "https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example/"),
    ("https://[2001:db8::1]/a", FULL, "https://[2001:db8::1]/a", "https://[2001:db8::1]/a"),
    ("https://intranet/page", FULL, "https://intranet/page", "https://intranet/page"),
    ("Websitehttps://example.org", FULL, "https://example.org", "https://example.org/"),
    ("https://example.org/a?to=https://b.example/c", FULL, "https://example.org/a?to=https://b.example/c",
     "https://example.org/a?to=https://b.example/c"),
    ("https://web.archive.org/web/2020/https://b.example/", FULL, "https://web.archive.org/web/2020/https://b.example/",
     "https://web.archive.org/web/2020/https://b.example/"),
    ("https://www.example.org/a\u200bb\u00a0now", FULL, "https://www.example.org/a\u200bb", "https://www.example.org/ab"),
    ("file:///C:/offer.docx", FULL, "file:///C:/offer.docx", "file:///C:/offer.docx"),
    ("\\\\server\\share\\offer.docx", FULL, "\\\\server\\share\\offer.docx", "\\\\server\\share\\offer.docx"),
    ("www.example.org/a.", BARE, "www.example.org/a", "https://www.example.org/a"),
    ("www.example.anything", BARE, "www.example.anything", "https://www.example.anything/"),
    ("Website:www.example.org", BARE, "www.example.org", "https://www.example.org/"),
    ("Visitwww.example.org", BARE, "www.example.org", "https://www.example.org/"),
    ("derby.gov.uk/offer", BARE, "derby.gov.uk/offer", "https://derby.gov.uk/offer"),
    ("Visit our website (derby.gov.uk)", BARE, "derby.gov.uk", "https://derby.gov.uk/"),
    ("DERBY.GOV.UK", BARE, "DERBY.GOV.UK", "https://derby.gov.uk/"),
    ("go to nhs.uk.Call us", BARE, "nhs.uk", "https://nhs.uk/"),
    ("example.nhs.uk", BARE, "example.nhs.uk", "https://example.nhs.uk/"),
    ("example.care", BARE, "example.care", "https://example.care/"),
    ("youtu.be/abc", BARE, "youtu.be/abc", "https://youtu.be/abc"),
    ("www.youtube.com/@example", BARE, "www.youtube.com/@example", "https://www.youtube.com/@example"),
    ("xn--mnchen-3ya.de", BARE, "xn--mnchen-3ya.de", "https://xn--mnchen-3ya.de/"),
])  # fmt: skip
def test_one_address_is_found_as_written(text: str, written: Written, shown: str, url: str) -> None:
    """An address is found whole, without the sentence's punctuation, and in the one spelling in which it is asked."""
    assert [(link.written, link.as_written, link.url) for link in links(text)] == [(written, shown, url)]


@pytest.mark.parametrize(("text", "shown", "mended"), [
    ("https//example.org/a", "https//example.org/a", "https://example.org/a"),
    ("https//somewhere.de/a", "https//somewhere.de/a", "https://somewhere.de/a"),
    ("http//somewhere.example", "http//somewhere.example", "http://somewhere.example/"),
    ("https:/example.org", "https:/example.org", "https://example.org/"),
    ("htps://example.org", "htps://example.org", "https://example.org/"),
    ("htttp://example.org", "htttp://example.org", "http://example.org/"),
    ("hhttps://example.org", "hhttps://example.org", "https://example.org/"),
    ("http;//example.org", "http;//example.org", "http://example.org/"),
    ("http//:example.org", "http//:example.org", "http://example.org/"),
    ("https:///example.org", "https:///example.org", "https://example.org/"),
    ("https:\\\\example.org", "https:\\\\example.org", "https://example.org/"),
    ("http:www.example.org", "http:www.example.org", "http://www.example.org/"),
    ("https:// www.example.org/a", "https:// www.example.org/a", "https://www.example.org/a"),
    ("https://wwww.example.org", "https://wwww.example.org", "https://www.example.org/"),
    ("https://www,example.org.uk", "https://www,example.org.uk", "https://www.example.org.uk/"),
    ("https://www.example..org", "https://www.example..org", "https://www.example.org/"),
    ("see www,example.org now", "www,example.org", "https://www.example.org/"),
    ("www.example,org.uk/a", "www.example,org.uk/a", "https://www.example.org.uk/a"),
    ("www.example org.uk is", "www.example org.uk", "https://www.example.org.uk/"),
    ("www. example.org.uk", "www. example.org.uk", "https://www.example.org.uk/"),
    ("www example.org.uk", "www example.org.uk", "https://www.example.org.uk/"),
    ("wwww.example.org", "wwww.example.org", "https://www.example.org/"),
    ("ww.example.org.uk", "ww.example.org.uk", "https://www.example.org.uk/"),
    ("http:example.org", "http:example.org", "http://example.org/"),
    ("https://derby.gov,uk", "https://derby.gov,uk", "https://derby.gov.uk/"),
    ("http://https://example.org/a", "http://https://example.org/a", "https://example.org/a"),
    ("http://example.org\\a", "http://example.org\\a", "http://example.org/a"),
    ("example.org\\a", "example.org\\a", "https://example.org/a"),
    ("http:/x", "http:/x", ""),
    ("https://", "https://", ""),
    ("https://www", "https://www", ""),
    ("https://example.org:99999/", "https://example.org:99999/", ""),
    ("https://[zz]/a", "https://[zz]/a", ""),
])
def test_a_mistyped_address_is_told_with_its_mending(text: str, shown: str, mended: str) -> None:
    """A slip of the hand is no address to ask; what was probably meant stands beside it."""
    assert [(link.written, link.as_written, link.url, link.mended) for link in links(text)] == [
        (MISTYPED, shown, "", mended)]


@pytest.mark.parametrize("text", [
    "", "a form (leaflet.pdf)", "(p.m.)", "some prose (e.g. this)", "(lantern.house) is a place",
    "e.g. and/or i.e. etc.", "open 9.30am to 4.30pm, No.10, Ph.D", "Sun.Closed", "We help.Care is given", "v2.0.1",
    "offer.docx and Offer.Final.xlsx", "TPs/PAs, LD/ASC and EHCP", "HTTP/1.1 and http/2", "an nhs.net account",
    "as GOV.UK or Gov.uk says", "jane@example.org", "jane (at) example.org", "@derby.gov.uk", "tell.me", "Node.js",
    "St.John's",
    "the U.K. and the E.U.", "12.5% of 3.14", "www is short for world wide web", "ww. and w.w", "Mon | Tue | Wed",
    "9am | 5pm", "Home - based support", "Home visits | 2 a week", "Welcome to the offer", "home", "A | B",
    "one | two | three | four | five", "Monthly | Weekly", "PAs do this.Where need is identified",
    "Counselling/Talking Therapy", "1.Talk 2.Listen", "Tel:01332 640777", "C: drive", "ratio 3:1", "https is safe",
    "Text YES to 12345", "Mr.Smith", "a.b.c", "and...more",
])  # fmt: skip
def test_prose_holds_no_links(text: str) -> None:
    """Stops, slashes and bars of ordinary writing are no addresses."""
    assert links(text) == ()


@pytest.mark.parametrize(("text", "urls"), [
    ("http://a.example/https://b.example", ["http://a.example/", "https://b.example/"]),
    ("https://a.org;https://b.org", ["https://a.org/", "https://b.org/"]),
    ("https://a.org, www.b.org; c.org.uk", ["https://a.org/", "https://www.b.org/", "https://c.org.uk/"]),
    ("https://a.org,https://b.org|www.c.org", ["https://a.org/", "https://b.org/", "https://www.c.org/"]),
    ("https://a.org/x,www.b.org/y", ["https://a.org/x", "https://www.b.org/y"]),
    ("a.org.uk\nb.org.uk\r\nc.org.uk", ["https://a.org.uk/", "https://b.org.uk/", "https://c.org.uk/"]),
    ("https://a.org https://a.org", ["https://a.org/", "https://a.org/"]),
])
def test_several_addresses_are_told_apart(text: str, urls: list[str]) -> None:
    """Commas, semicolons, bars, line breaks or nothing at all may stand between two addresses."""
    assert [link.url for link in links(text)] == urls


@pytest.mark.parametrize(("text", "title", "url"), [
    ("HOME | Mysite (dfmh.co.uk)", "HOME | Mysite", "https://dfmh.co.uk/"),
    ("Beratung | Haus Nord (haus-nord.de)", "Beratung | Haus Nord", "https://haus-nord.de/"),
    ("• Talking Therapies: Somewhere NHS Trust (example.nhs.uk) ", "Talking Therapies: Somewhere NHS Trust",
     "https://example.nhs.uk/"),
    ("Helpline\n\nSupport for people in distress (www.example.org)", "Support for people in distress",
     "https://www.example.org/"),
])
def test_a_title_with_its_host_is_one_link(text: str, title: str, url: str) -> None:
    """A page title with a host in brackets, as browsers paste it, is one link that keeps the title."""
    [link] = links(text)
    assert (link.written, link.title, link.url) == (TITLED, title, url)
    assert link.as_written.startswith(title)
    assert link.as_written.endswith(")")


@pytest.mark.parametrize("text", ["Home - Kooth", "HOME | Something", "Foo | Bar", "Welcome – Aquarius",
                                  "Kooth\n\nHome - Kooth\n", "Homepage | The Centre", "Support | Advice | The Trust"])
def test_a_lone_page_title_is_a_link_without_an_address(text: str) -> None:
    """A line that is plainly a pasted page title has lost its address."""
    [link] = links(text)
    assert (link.written, link.url) == (Written.TITLE_ONLY, "")
    assert link.title == link.as_written
    assert link.as_written in text


def test_a_title_with_a_target_is_a_link_behind_text() -> None:
    """The address of a pasted title still stands behind the cell."""
    [link] = links("Kooth\n\nHome - Kooth", "https://www.kooth.com")
    assert (link.written, link.as_written, link.url) == (Written.BEHIND_TEXT, "Home - Kooth", "https://www.kooth.com/")


def test_a_title_and_host_takes_the_whole_address_behind_it() -> None:
    """Where title, host and target agree, the target is the whole address, with www. or without."""
    [link] = links("HOME | Mysite (dfmh.co.uk)", "https://www.dfmh.co.uk/young-people")
    assert (link.written, link.url, link.title) == (
        Written.BEHIND_TEXT, "https://www.dfmh.co.uk/young-people", "HOME | Mysite")


@pytest.mark.parametrize("target", ["https://www.example.org/", "http://www.example.org", "https://WWW.example.org"])
def test_a_target_that_repeats_the_words_is_no_second_link(target: str) -> None:
    """Spreadsheets lay the address behind its own words; that is one link."""
    [link] = links("www.example.org", target)
    assert link.written is BARE


def test_words_and_target_that_differ_are_two_links() -> None:
    """A reader sees one address and lands on another: both are kept."""
    shown, behind = links("https://a.example", "https://b.example")
    assert (shown.written, behind.written) == (FULL, Written.BEHIND_TEXT)
    assert (behind.as_written, behind.url) == ("https://a.example", "https://b.example/")


def test_a_mistyped_address_stays_told_though_its_target_works() -> None:
    """Who types what the page shows gets nowhere, even if a click works."""
    assert [link.written for link in links("www,example.org", "https://www.example.org/")] == [
        MISTYPED, Written.BEHIND_TEXT]


@pytest.mark.parametrize("target", ["#Sheet2!A1", "mailto:jane@example.org", "tel:+441332640777", ""])
def test_places_in_the_workbook_and_contacts_are_no_links(target: str) -> None:
    """Mail, telephones and the workbook's own cells lead to no page."""
    assert links("see here", target) == ()


@pytest.mark.parametrize("target", ["file:///C:/offer.docx", "offer.docx", "../2024/offer.pdf",
                                    "\\\\server\\share\\offer.docx"])
def test_a_file_behind_a_cell_keeps_its_own_words(target: str) -> None:
    """A path into the council's own drives is shown as it is, so that a check can say what it is."""
    [link] = links("The offer", target)
    assert (link.written, link.as_written, link.url) == (Written.BEHIND_TEXT, "The offer", target)


def test_a_target_that_nobody_could_ask_is_mistyped() -> None:
    """A port that is no number is told, and never asked."""
    [link] = links("here", "http://example.org:abc/")
    assert (link.written, link.url, link.as_written) == (MISTYPED, "", "http://example.org:abc/")


def test_a_link_behind_an_empty_cell_shows_its_target() -> None:
    """Where the cell shows no words, the target stands for them."""
    [link] = links("", "https://example.org/a")
    assert link.as_written == link.url == "https://example.org/a"
