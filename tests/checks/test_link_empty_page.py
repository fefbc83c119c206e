"""link-empty-page: the page came, and there is nothing on it."""

import pytest

from review_kit.checks.link_empty_page import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import pages


@pytest.mark.parametrize("page", [
    b"", b"<html></html>", b"<!doctype html><html><head></head><body>  \n </body></html>", b"<p>&nbsp;</p>",
    b"<html><head><meta charset='utf-8'></head><body><div class='page'></div></body></html>",
])
def test_a_page_without_a_word_is_for_a_person(page: bytes) -> None:
    """A server that broke in the middle sends nothing and says that all is well; so does a page that was emptied."""
    assert pages.told(page) == (Verdict.BY_HAND, CHECK.name)
    assert f"{len(page)} bytes long" in make.found(CHECK, pages.facts(pages.seen(page)))[0].evidence


@pytest.mark.parametrize("kind", ["", "application/pdf", "text/plain", "image/png"])
def test_nothing_at_all_is_empty_whatever_it_calls_itself(kind: str) -> None:
    """A file of no bytes is no file."""
    assert len(make.found(CHECK, pages.facts(pages.seen(b"", content_type=kind)))) == 1


@pytest.mark.parametrize(("body", "kind"), [
    (b"%PDF-1.7 ...", "application/pdf"), (b"\x89PNG", "image/png"), (b"PK", "application/vnd.ms-excel"), (b"words",
                                                                                                           ""),
    (b"<p>Hello</p>", "text/html"), (b"Hello", "text/plain"), (b"<title>Choir</title>", "text/html"),
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
