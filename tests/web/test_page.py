"""From bytes to facts: what a page shows, and that no page, however made, stops the review."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.model import TEXT_KEPT, Page
from review_kit.web.page import HEADINGS, LINKS, MARKS, TAGS, read_page

from . import looking

URL = "https://www.service.example/young-people/"
WHOLE = """<!doctype html><html lang="en-GB"><head><title> Safe  Haven
 – Calm </title><meta name="Description" content="Somewhere to go"><meta property="og:title" content="Haven">
<meta http-equiv="refresh" content="5; url=/new"><link rel="canonical" href="https://www.service.example/haven">
<script src="https://cdn.parking.example/guard.js"></script><script>window._cf_chl_opt = 1;</script>
<script type="application/ld+json">{"@graph": [{"telephone": "01332 000 000", "email": "mailto:Hello@Service.Example",
 "dateModified": "2025-11-03T10:00:00Z"}]}</script></head>
<body class="home page-7"><h1 id="top">Safe Haven</h1><h2></h2><h2>When we are open</h2><noscript>Please switch on
JavaScript</noscript><p>Call 0114 496 0123 or <a href="tel:0808%20157%200123">our line</a>, or
<a href="mailto:help@service.example?subject=Hi">write</a>.</p><a href="/contact">Contact us</a>
<a href="https://other.example/x">Other</a><form><input type="password"></form><style>p {color: red}</style>
<p>Page last reviewed: 3 March 2024</p></body></html>"""


def read(text: str, content_type: str = "text/html; charset=utf-8") -> Page:
    """The facts of a page of these words."""
    return read_page(text.encode(), content_type=content_type, url=URL)


def test_a_page_gives_its_facts() -> None:
    """Title, headings, words, marks, scripts, hosts, contacts and dates: everything that a judgement may look at."""
    page = read(WHOLE)
    assert page.title == "Safe Haven – Calm"
    assert (page.content_type, page.charset, page.language) == ("text/html", "utf-8", "en-gb")
    assert page.headings == ("Safe Haven", "When we are open")
    assert page.text.startswith("Safe Haven When we are open Call 0114 496 0123 or our line")
    assert "JavaScript" not in page.text
    assert "color" not in page.text
    assert page.words == len(page.text.split())
    assert page.meta == {"description": "Somewhere to go", "og:title": "Haven", "refresh": "5; url=/new",
                         "canonical": "https://www.service.example/haven"}
    assert set(page.marks) == {".home", ".page-7", "#top"}
    assert page.fragments[0] == "window._cf_chl_opt = 1;"
    assert page.fragments[-1] == "Please switch on JavaScript"
    assert page.link_hosts == ("www.service.example", "other.example")
    assert page.script_hosts == ("cdn.parking.example",)
    assert page.links == (("https://www.service.example/contact", "Contact us"),)
    assert page.password_fields == 1
    assert page.phones == ("0808 157 0123", "01332 000 000", "0114 496 0123")
    assert page.emails == ("help@service.example", "hello@service.example")
    assert page.dates == (("page last reviewed", "3 March 2024"), ("dateModified", "2025-11-03T10:00:00Z"))
    assert (page.bytes_read, page.body_hash) == (len(WHOLE.encode()), looking.digest(WHOLE.encode()))
    assert not page.truncated


def test_plain_text_is_text_and_nothing_else() -> None:
    """Words without markup keep their signs of less-than, and have no title."""
    page = read("<title>Not a title</title>  1 < 2", "text/plain; charset=utf-8")
    assert (page.text, page.title, page.words) == ("<title>Not a title</title> 1 < 2", "", 6)


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "font/woff2"])
def test_another_kind_of_file_gives_size_and_hash(kind: str) -> None:
    """Nothing is read out of a file that is no page."""
    page = read("<title>x</title>", kind)
    assert page == Page(content_type=kind, bytes_read=16, body_hash=looking.digest(b"<title>x</title>"))


def test_without_a_content_type_a_page_is_known_by_its_looks() -> None:
    """Markup near the start makes a page; bytes of nought make something else."""
    assert read("  <!doctype html><title>Found</title>", "").title == "Found"
    assert read_page(b"\x00\x00<title>x</title>", content_type="", url=URL).title == ""
    assert read("just words", "").text == ""


def test_what_is_kept_is_bounded() -> None:
    """However much a page shows, its record stays small; the number of words is that of the whole page."""
    page = read("".join(f"<h2>Heading {n}</h2><p id='i{n}' class='c{n}'><a href='/{n}'>Link {n} {'x' * 300}</a></p>"
                        f"<script>{'s' * 900}</script>" for n in range(400)))
    assert len(page.text) == TEXT_KEPT
    assert page.words == 400 * 5
    assert (len(page.headings), len(page.marks), len(page.links)) == (HEADINGS, MARKS, LINKS)
    assert len(page.fragments) == 20
    assert all(len(fragment) == 200 for fragment in page.fragments)
    assert all(len(words) <= 120 for _, words in page.links)


DEEP = {
    "divs": "<div>" * 250_000,
    "headings": "<h1><div>" * 120_000,
    "links": "<a href=x><div>" * 80_000,
    "bold": "<b>" * 400_000,
    "full headings": "<h1><div>words " * 5_000 + "more words " * 100_000,
    "full links": "<a href=x><div>words " * 5_000 + "more words " * 100_000,
    "lists": '<script type="application/ld+json">' + "[" * 700_000,
    "quotes": "<p class='" + "c " * 500_000,
}


@pytest.mark.parametrize("name", DEEP)
def test_a_page_of_endless_nesting_is_read_in_time(name: str) -> None:
    """The parser's time grows by the square of nesting, so a page is read to a number of tags that nobody reaches."""
    assert read("<title>Deep</title>" + DEEP[name]).title == "Deep"


def test_a_page_cut_for_its_tags_says_so() -> None:
    """What was not read to the end is `truncated`, whoever stopped."""
    assert read("<br>" * (TAGS + 1)).truncated
    assert not read("<br>" * TAGS).truncated
    assert read_page(b"<p>x", content_type="text/html", url=URL, truncated=True).truncated


@pytest.mark.parametrize("markup", [
    "<a href='http://[bad/'>x</a>", "<a href='http://a:99999/'>x</a>", "<a href='//['>x</a>", "<a href>x</a>",
    f"<a href='http://[v1.{'a' * 3000}]/'>x</a>", "<script src='http://[bad/'></script>", "<script src='//['></script>",
    "<script src='http://a:x/'></script>", "<link rel=canonical href='http://[bad/'>", "<meta name content>",
    "<a href='tel:%ff%fe%00'>x</a>", "<a href='mailto:%ed%a0%80@x'>x</a>", "<html lang>", "<title>&#xD800;&#0;</title>",
    "<script type='application/ld+json'>{\"telephone\": \"\\ud800\", \"email\": \"\\udfff@x\"}</script>",
    "<script type='application/ld+json'>{\"telephone\": [{\"email\": 7}, null, true]}</script>",
    "<script type='application/ld+json'>{broken</script>", "<script type='application/ld+json'>[1e999, NaN]</script>",
    f"<script type='application/ld+json'>[{'9' * 5000}]</script>", "<p id='\u202e\x00' class='\u2028 \u00a0'>",
    "<svg><title>x</title><foreignObject><body>", "<frameset><frame>", "<plaintext>", "<![CDATA[", "<!--", "<?php ?>",
    "<template><body><title>inner</title></template>", "<base href='http://[bad/'>",
])
def test_broken_markup_is_no_crash(markup: str) -> None:
    """Addresses that are none, half characters, broken data, odd elements: facts, and a record that can be written."""
    page = read(f"<title>Fine</title>{markup}<p>End")
    assert looking.msgspec.json.decode(looking.msgspec.json.encode(page), type=Page) == page


def test_a_page_without_a_body_is_read() -> None:
    """Nothing, white space, and a frameset have no visible text."""
    for markup in ("", "   ", "<frameset></frameset>", "<html>"):
        assert read(markup).text == ""


PIECES = st.sampled_from([
    "<div>", "</div>", "<a href=", "<a href='tel:", "'>", ">", "<script>", "</script>", "<h1>", "</h2>", "<title>",
    "<script type=application/ld+json>", '{"telephone": "', '"}', "</title>", "<meta charset=", "\x00", "\u202e",
    "<meta name=x content='", "<table>", "<tr>", "<svg>", "<math>", "<template>", "<select>", "<option>", "<iframe>",
    "<body class='", "<html lang=", "<!--", "-->", "<![CDATA[", "&#xD800;", "&amp", "mailto:a@b?", "http://[", "//",
    "%ff", "\\ud800", "<noscript>", "last reviewed 3 March 2024", "0808 157 0123", "<input type=password>",
    "<plaintext>", "<br/>",
])  # fmt: skip


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.lists(PIECES | st.text(max_size=8), max_size=40), st.text(max_size=30))
def test_no_page_can_crash_the_reader(parts: list[str], content_type: str) -> None:
    """Any heap of markup under any Content-Type gives facts, and facts that can be written and read again."""
    body = "".join(parts).encode("utf-8", "surrogatepass")
    for kind in ("text/html", content_type):
        page = read_page(body, content_type=kind, url=URL)
        assert looking.msgspec.json.decode(looking.msgspec.json.encode(page), type=Page) == page
        assert len(page.text) <= TEXT_KEPT


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["text/html", "text/html; charset=hex", "text/plain", "", "image/png"]))
def test_no_bytes_can_crash_the_reader(body: bytes, content_type: str) -> None:
    """Bytes that are no text in any set give facts too, with the size and hash that they have."""
    page = read_page(body, content_type=content_type, url=URL)
    assert (page.bytes_read, page.body_hash) == (len(body), looking.digest(body))
    json.loads(looking.msgspec.json.encode(page))


def test_a_link_inside_a_drawing_is_no_fault() -> None:
    """SVG writes its links as xlink:href: a page that has one is read like any other."""
    page = read_page(b'<html><body><svg><a xlink:href="/x">x</a></svg><a href="/y">y</a></body></html>',
                     content_type="text/html", url="https://site.example/")
    assert [address for address, _ in page.links][-1] == "https://site.example/y"
