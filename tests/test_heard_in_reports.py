"""What forums said, on its way from the store into the reports; and out of them again. Every word is invented."""

import shutil
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from review_kit import excel, steps, web
from review_kit.__main__ import main
from review_kit.disk import FACTS_FILE
from review_kit.errors import StoreError
from review_kit.model import Decided, Facts, Hearing, Register, Settings
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.names import TableOfNames
from review_kit.practice.workbook import write_practice_register
from review_kit.store import STORE_FILE, Store
from review_kit.widgets.current import Current

from . import heard
from .heard import PHRASE, TODAY
from .widgets import places

PAGE = "you_said_we_did.html"
FACTS = Facts(Register("offer_register.xlsx", "0" * 64, "Services", (), Settings()), TODAY)


def test_a_review_carries_what_was_heard(tmp_path: Path) -> None:
    """From the check on; what is decided meanwhile leaves it, and a newer hearing takes its place."""
    store = heard.laptop(tmp_path)
    heard.held(store)
    hearing = store.exchange.hearing()
    review = steps.check(FACTS, hearing=hearing)
    assert review.hearing == hearing
    assert steps.decide(review, Decided()).hearing == hearing
    assert steps.decide(review, Decided(), hearing=Hearing()).hearing == Hearing()
    assert steps.check(FACTS).hearing == Hearing()


def test_the_reports_hold_what_the_store_holds_now(tmp_path: Path) -> None:
    """A view that was withdrawn since the check is in none of them; one that was said since is."""
    store = heard.laptop(tmp_path)
    heard.held(store)
    code = heard.slip(store)
    heard.said(store, PHRASE, name="a1", code=code)
    review = steps.check(FACTS, hearing=store.exchange.hearing())
    steps.withdraw(store, code, today=TODAY)
    heard.said(store, "the kettle in the porch", name="a2")
    steps.write_reports(review, tmp_path / "out", store=store)
    assert not heard.is_anywhere(PHRASE, tmp_path / "out")
    assert "the kettle in the porch" in (tmp_path / "out" / PAGE).read_text(encoding="utf-8")


def test_a_withdrawal_reaches_the_page_that_quotes(tmp_path: Path) -> None:
    """The store remembers where it is; step 5 writes it again, without the words."""
    store = heard.laptop(tmp_path)
    heard.held(store)
    code = heard.slip(store)
    heard.said(store, PHRASE, name="a1", code=code)
    heard.said(store, "the kettle in the porch", name="a2")
    review = steps.check(FACTS, hearing=store.exchange.hearing())
    steps.write_reports(review, tmp_path / "out", store=store)
    assert heard.is_anywhere(PHRASE, tmp_path / "out")
    steps.withdraw(store, code, today=TODAY)
    assert not (tmp_path / "out" / PAGE).exists()
    assert not heard.is_anywhere(PHRASE, tmp_path)
    steps.write_reports(review, tmp_path / "out", store=store)
    assert "the kettle in the porch" in (tmp_path / "out" / PAGE).read_text(encoding="utf-8")


def test_nothing_that_quotes_is_written_unremembered(tmp_path: Path) -> None:
    """Without a store there is no report, and one sentence; where nothing was said, none is needed or asked."""
    store = heard.laptop(tmp_path)
    heard.held(store)
    review = steps.check(FACTS, hearing=store.exchange.hearing())
    steps.write_reports(review, tmp_path / "out")
    steps.write_reports(review, tmp_path / "out", store=store)
    assert store.exchange.written() == ()
    heard.said(store, PHRASE, name="a1")
    with pytest.raises(StoreError, match="No report was written"):
        steps.write_reports(replace(review, hearing=store.exchange.hearing()), tmp_path / "other")
    assert not list((tmp_path / "other").iterdir())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lead's folder on a machine without a network: the practice register as their own, checked."""
    monkeypatch.chdir(tmp_path)
    write_practice_register(tmp_path / "offer_register.xlsx")
    review = tmp_path / "link_reports" / PRACTICE_DAY.isoformat()
    review.mkdir(parents=True)
    shutil.copyfile(places.KEPT / FACTS_FILE, review / FACTS_FILE)
    network = web.Network(names=TableOfNames(lambda _: None), pace=web.PRACTICE, use_proxies=False)
    monkeypatch.setattr(web, "Network", lambda: network)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a test asked the real network"))
    return tmp_path


def said_here(state: Path) -> Store:
    """This machine's store, in which something was said in the practice review's cycle."""
    store = Store(state / STORE_FILE)
    heard.held(store, on="2026-02-20")
    heard.said(store, PHRASE, name="a1", on="2026-02-20")
    return store


def test_the_command_line_hands_over_what_the_store_holds(
        home: Path, own_state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`review-kit review` quotes it in its page, and remembers the page; `decide` and `ask` run with it too."""
    store = said_here(own_state)
    assert main(["review", "--today", PRACTICE_DAY.isoformat()]) == 0
    page = home / "link_reports" / PRACTICE_DAY.isoformat() / PAGE
    assert PHRASE in page.read_text(encoding="utf-8")
    assert [(file.path, file.kind) for file in store.exchange.written()] == [(str(page.resolve()), "report")]
    assert "No forum was heard" not in page.with_name("review.html").read_text(encoding="utf-8")
    assert main(["decide", "--today", PRACTICE_DAY.isoformat()]) == 0
    assert main(["ask", "--today", PRACTICE_DAY.isoformat(), "--role", "Leaving Care team"]) == 0
    others = [path for path in page.parent.rglob("*") if path.is_file() and path != page]
    assert not any(PHRASE.encode() in path.read_bytes() for path in others)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("spoil", [lambda store: store.path.write_bytes(b"no store at all"), lambda _: None],
                         ids=["spoilt", "whole"])  # fmt: skip
def test_the_notebooks_take_in_what_was_said(tmp_path: Path, spoil: Callable[[Store], object]) -> None:
    """While they are open; a store that cannot be read stops no check, and nothing is written from it."""
    current: Current = places.checked(places.place_in(tmp_path))
    assert current.review is not None
    assert current.review.hearing == Hearing()
    findings, plan = current.review.findings, current.plan
    heard.held(current.store, on="2026-02-20")
    heard.said(current.store, PHRASE, name="a1", on="2026-02-20")
    current.look()
    assert [view.said for view in current.review.hearing.views] == [PHRASE]
    assert current.review.findings is findings
    assert current.plan is plan
    spoil(current.store)
    current.look()
    assert current.review.findings
    assert bool(current.store_trouble) is (current.review.hearing == Hearing())


def test_a_view_that_is_withdrawn_while_reports_are_written_stands_in_none(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reports are written again, from what the store holds then."""
    store = heard.laptop(tmp_path)
    heard.held(store)
    code = heard.slip(store)
    heard.said(store, PHRASE, name="a1", code=code)
    review = steps.check(FACTS, hearing=store.exchange.hearing())
    save, saved = excel.save_whole, list[Path]()

    def saving(content: bytes, path: Path) -> None:
        save(content, path)
        saved.append(path)
        if path.name == PAGE and saved.count(path) == 1:
            steps.withdraw(store, code, today=TODAY)

    monkeypatch.setattr(excel, "save_whole", saving)
    steps.write_reports(review, tmp_path / "out", store=store)
    assert saved.count(tmp_path / "out" / PAGE) == 2
    assert not heard.is_anywhere(PHRASE, tmp_path / "out")
