"""The invented web as data: it says what it means, and a slip in it is found at once."""

import tomllib
from importlib.resources import files

import pytest

from review_kit.practice.authority import KINDS
from review_kit.practice.sites import NOT_FOUND, Answer, Site, read_sites, shipped_sites

SITES = {site.host: site for site in shipped_sites()}


def test_every_host_is_invented() -> None:
    """Names end in .example, which nobody can own (RFC 2606), and lead nowhere else; no page names a real site."""
    for site in SITES.values():
        assert site.host.endswith(".example")
        for path, answers in site.pages.items():
            assert path.startswith("/")
            for answer in answers:
                target = answer.location.partition("://")[2].partition("/")[0]
                assert target.endswith(".example") or target in {"", "127.0.0.1"}


def test_every_kind_of_certificate_and_behaviour_is_shown() -> None:
    """Somebody who learns on the practice web meets them all."""
    assert {site.certificate for site in SITES.values()} == set(KINDS)
    assert {site.behaviour for site in SITES.values()} == {"answers", "silent", "refuses"}


def test_answers_come_in_turn_and_the_last_one_stays() -> None:
    """Two faults and then the page, for whoever asks three times or thirty."""
    line = SITES["moonrise.example"]
    assert [line.answer("/crisis-line", times).status for times in range(5)] == [503, 503, 200, 200, 200]


def test_a_path_that_nobody_named_is_not_found() -> None:
    """Also for a site that has no page at all."""
    assert SITES["moonrise.example"].answer("/nowhere", 0) is NOT_FOUND
    assert Site("empty.example").answer("/", 3).status == 404


def test_a_page_is_html_with_its_words_escaped() -> None:
    """What is written in the table is text, never markup."""
    content = Answer(title="<b>Bold</b> & more", body="1 < 2").content().decode()
    assert "<title>&lt;b&gt;Bold&lt;/b&gt; &amp; more</title>" in content
    assert "<p>1 &lt; 2</p>" in content
    assert Answer(title="x").content_type == "text/html; charset=utf-8"


def test_an_answer_of_words_alone_is_plain_text() -> None:
    """As the page of known words is; a redirect has no body."""
    words = Answer(text="Known words")
    assert (words.content_type, words.content()) == ("text/plain; charset=utf-8", b"Known words")
    assert Answer(status=301, location="/x").content() == b""


@pytest.mark.parametrize("entry", [{"certificate": "splendid"}, {"behaviour": "sulks"}, {"certificate": ""}])
def test_a_slip_in_the_table_is_found(entry: dict[str, str]) -> None:
    """A certificate or behaviour that there is none of is named, with its host."""
    with pytest.raises(ValueError, match=r"odd\.example"):
        read_sites({"odd.example": entry})


def test_a_word_that_no_answer_has_is_found() -> None:
    """A misspelt key in a page of the table does not pass in silence."""
    with pytest.raises(TypeError):
        read_sites({"odd.example": {"pages": {"/": [{"titel": "x"}]}}})


def test_the_shipped_table_is_read_whole() -> None:
    """Every table of `web.toml` is a site; nothing in it has no effect."""
    table = tomllib.loads(files("review_kit.practice").joinpath("web.toml").read_text(encoding="utf-8"))
    assert set(table) == set(SITES)
    assert {key for entry in table.values() for key in entry} <= {"certificate", "behaviour", "pages"}
