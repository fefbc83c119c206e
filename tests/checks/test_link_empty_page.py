"""link-empty-page: the page came, and there is nothing on it."""

import pytest

from review_kit.checks.link_empty_page import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import pages


@pytest.mark.parametrize("page", [
    b"", b"<html></html>", b"<!doctype html><html><head></head><body>  \n </body></html>", b"<p>&nbsp;</p>",
    b"<html><head><meta charset='utf-8'></head><body><div class='page'></div></body></html>",
    b"<title>Wednesday Choir</title><body class='page'></body>", b"<title>poster</title><img src='poster.jpg'>",
])
def test_a_page_without_a_word_is_for_a_person(page: bytes) -> None:
    """A server that broke in the middle sends nothing and says that all is well; so does a page that was emptied.

    A title says nothing of what a young person would find, and the words of a picture cannot be read.
    """
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)
    assert f"{len(page)} bytes long" in make.found(CHECK, pages.facts(pages.seen(page)))[0].evidence


@pytest.mark.parametrize("kind", ["", "application/pdf", "text/plain", "image/png"])
def test_nothing_at_all_is_empty_whatever_it_calls_itself(kind: str) -> None:
    """A file of no bytes is no file."""
    assert len(make.found(CHECK, pages.facts(pages.seen(b"", content_type=kind)))) == 1


@pytest.mark.parametrize(("body", "kind"), [
    (b"%PDF-1.7 ...", "application/pdf"), (b"\x89PNG", "image/png"), (b"PK", "application/vnd.ms-excel"), (b"words",
                                                                                                           ""),
    (b"<p>Hello</p>", "text/html"), (b"Hello", "text/plain"),
    (b"<script src='/app.js'></script><div id='root'></div>", "text/html"), (b"<script>draw()</script>", "text/html"),
    (b"<noscript>Please turn on JavaScript</noscript>", "text/html"),
    (b"<meta http-equiv='refresh' content='0; url=/new'>", "text/html"),
])
def test_a_file_a_short_page_and_one_that_a_script_fills_are_not_empty(body: bytes, kind: str) -> None:
    """Our checker reads no file's words and runs no script, so it cannot say that there are none."""
    assert make.found(CHECK, pages.facts(pages.seen(body, content_type=kind))) == []


@pytest.mark.parametrize("status", [204, 205, 404, 500])
def test_an_answer_that_is_to_be_empty_is_another_matter(status: int) -> None:
    """Only a page that was said to come counts."""
    assert make.found(CHECK, pages.facts(pages.seen(b"", status=status))) == []


def test_a_look_of_which_no_body_was_kept_says_nothing() -> None:
    """Facts that hold no page are no proof of an empty one."""
    assert make.found(CHECK, make.facts(make.visit())) == []


FOOT = "<p>© 2026 Borchester Singers. All rights reserved.</p>"


def framed(middle: str, menu: str = pages.MENU) -> str:
    """A site's header and foot around a page's own words."""
    body = f"<a href='#main'>Skip to content</a>{menu}<main>{middle}</main>{FOOT}"
    return pages.html(body, title="Borchester Singers")


@pytest.mark.parametrize("middle", ["", "&nbsp;", "<h1>Borchester Singers</h1>", "<a href='/join'>Join</a>"])
def test_a_menu_and_a_foot_alone_are_for_a_person(middle: str) -> None:
    """The words of the page were taken out and its frame was left, or they stand in a picture."""
    finding, = make.found(CHECK, pages.facts(pages.seen(framed(middle))))
    assert "we found no words on it" in finding.evidence
    assert make.told(pages.facts(pages.seen(framed(middle))))[0] is Verdict.BY_HAND


@pytest.mark.parametrize("page", [
    framed("<p>Drop in on Tuesdays, 2pm to 6pm.</p>"), framed(f"<p>{pages.PROSE}</p>"),
    framed("", menu=pages.MENU + "".join(f"<a href='/song/{n}'>Song {n}</a>" for n in range(20))),
    pages.html("<p>Borchester Singers</p>", title="Borchester Singers"),
    framed("<div id='root'></div>", menu=""),
])
def test_few_words_a_list_of_links_and_a_page_without_a_menu_are_not_empty(page: str) -> None:
    """A short page is a page; many links may be what it is for; and without a menu it may be a card."""
    assert make.found(CHECK, pages.facts(pages.seen(page))) == []
