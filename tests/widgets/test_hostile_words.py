"""What a register, a session or a view may hold: words that would do harm on a careless page."""

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from review_kit.place import Place
from review_kit.widgets.answers import AnswerViews
from review_kit.widgets.current import Current
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.form import Form
from review_kit.widgets.register import RegisterForm

from . import places
from .meeting import begin, fields, services, typed
from .pages import ALL_FORMS, Page, shown
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


def with_contacts(path: Path) -> Path:
    """The same register with safeguarding contacts, so that a session can begin."""
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("Settings")
    for who in ("children", "adults"):
        sheet.append([f"Safeguarding contact, {who}", HOSTILE[0]])
    book.save(path)
    return path


def harmless(html: str) -> None:
    """No element, attribute or address of the page comes from the register."""
    page = Page(html)
    assert not {"script", "img", "iframe", "object", "b", "i", "base", "meta", "style"} & page.elements
    assert page.handlers == set()
    assert all(link.startswith(("http://", "https://")) or re.fullmatch(r"\d_\w+\.ipynb", link) for link in page.links)
    assert "<script" not in html.casefold()
    assert "\u202e" not in html
    assert "Service 49" not in html


@pytest.mark.parametrize("form", ALL_FORMS)
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


def test_hostile_views_do_nothing(place: Place) -> None:
    """What somebody said stands there as they said it, and is no part of the page."""
    form = FeedbackForm(opened(place, own(with_contacts(hostile(place.home / "register.xlsx")))))
    today = form.current.today
    for number, text in enumerate(HOSTILE[:-1]):
        begin(form, held_on=today.isoformat(), answer_by="1/1/2099",
              **dict.fromkeys(("forum", "consent", "audience", "role"), f"{text} worker"))
        assert form.trouble == ""
        about = services(form)[number]
        typed(form, said=text, better=text, delivery=text, about=about)
        harmless(form.html)
        form.press("save", {**fields(form), **dict.fromkeys(("said", "better", "delivery"), text), "about": about})
        assert form.trouble == ""
        kept = form.current.store.views.all()[0]
        assert text in shown(form).text
        for press in (f"ask_remove:{kept.id}", f"correct:{kept.id}", "leave", "slips", "change", "back",
                      "withdraw_page", "stop", "go_on", f"correct:{kept.id}", "stop", "show", "go_on", "end"):
            form.press(press)
            assert form.trouble == ""
            harmless(form.html)
        harmless(AnswerViews(form.current).html)
    assert {view.said for view in form.current.store.views.all()} == set(HOSTILE[:-1])
    for values in ({"code": HOSTILE[0]}, {"code": HOSTILE[5]}):
        form.press("withdraw", values)
        harmless(form.html)


def test_a_hostile_path_does_nothing(place: Place) -> None:
    """The name of a file that somebody typed is text."""
    register = RegisterForm(Current(place))
    register.press("open", {"which": "own", "path": "<script>alert(1)</script>.xlsx"})
    assert "alert(1)" in shown(register).text
    harmless(register.html)
