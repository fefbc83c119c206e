"""What a register or a comment may hold: words that would do harm on a careless page."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from review_kit.place import Place
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form
from review_kit.widgets.register import RegisterForm

from . import places
from .pages import FORMS, Page, shown, some_service
from .places import opened, own, register_of

HOSTILE = (
    "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "javascript:alert(2)", '"><img src=x onerror=alert(3)>',
    "{{ 7 * 7 }}{% raw %}", "</textarea></select><script>alert(4)</script>", "' onfocus='alert(5)", "\u202egnp.exe",
)


def hostile(path: Path) -> Path:
    """A register in which every column holds what would do harm on a careless page."""
    rows = [(f"Section {text}", f"Service {text}", f"Provider {text}\n\nhttps://{number}.example/{text}", text, text)
            for number, text in enumerate(HOSTILE)]
    links = ("javascript:alert(document.domain)", "data:text/html,<script>alert(6)</script>", "vbscript:msgbox(7)",
             "https://a.example/<script>alert(8)</script>", "https://user:pass@b.example/", "https://c.example/\"onload=x")
    rows += [("Links", f"Leads to {link}", f"Somebody\n\n{link}", "Daily", "None") for link in links]
    rows += [("<b>Contacts</b>", "Call <i>me</i>", "<script>@x.example me@<script>.example 0808 157 0123 <b>", "", "")]
    return register_of(path, *rows)


def harmless(html: str) -> None:
    """No element, attribute or address of the page comes from the register."""
    page = Page(html)
    assert not {"script", "img", "iframe", "object", "b", "i", "base", "meta", "style"} & page.elements
    assert page.handlers == set()
    assert all(link.startswith(("http://", "https://")) or re.fullmatch(r"\d_\w+\.ipynb", link) for link in page.links)
    assert "<script" not in html.casefold()
    assert "\u202e" not in html
    assert "Service 49" not in html


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_of_a_register_do_nothing(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Callable[[Current], Form],
) -> None:
    """Not before the check and not after it, neither living nor in the picture; and they are no fault."""
    places.cut_off(monkeypatch)
    current = opened(place, own(hostile(place.home / "register.xlsx")))
    made = form(current)
    harmless(made.html)
    places.ran(current, current.begin)
    for name, values in (("look", {}), ("narrow", {"words": HOSTILE[0]}), ("next", {}), ("write", {})):
        made.press(name, values)
        harmless(made.html)
        harmless(made._repr_mimebundle_()[0]["text/html"])
    assert current.review is not None
    assert len(current.review.register.services) == len(HOSTILE) + 7


def test_hostile_comments_do_nothing(place: Place) -> None:
    """What somebody said stands there as they said it, and is no part of the page; nor is the name of a file."""
    form = FeedbackForm(opened(place, own(hostile(place.home / "register.xlsx"))))
    for text in HOSTILE[:-1]:
        form.press("save", {"service": some_service(form), "said": text})
        assert form.trouble == ""
        harmless(form.html)
    assert all(text in shown(form).text for text in HOSTILE[:-1])
    register = RegisterForm(form.current)
    register.press("open", {"which": "own", "path": "<script>alert(1)</script>.xlsx"})
    assert "alert(1)" in shown(register).text
    harmless(register.html)
