"""Invented forums: sessions, views and the files that they are handed on in."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from review_kit.model import About, Consent, Done, Helped, Present, Response, Session, View
from review_kit.store import STORE_FILE, Store
from review_kit.store.codes import digest_of, new_code

TODAY = date(2026, 11, 21)
PHRASE = "the-heron-at-the-weir-told-nobody"
"""Words that stand in no file by chance."""


def laptop(folder: Path, name: str = "a") -> Store:
    """A laptop with a store of its own."""
    return Store(folder / name / "kept" / STORE_FILE)


def held(store: Store, name: str = "s1", *, on: str = "2026-11-20") -> Session:
    """A session that a store keeps."""
    return store.sessions.keep(Session(name, on, "Monday forum", "participation worker", Present.SOME, "by the card",
                                       "the health lead", "2026-12-20"))


def slip(store: Store, session: str = "s1", number: int = 1) -> str:
    """A code on a slip that was handed out."""
    code = new_code()
    store.sessions.hand_out(session, {number: digest_of(code)})
    return code


def said(store: Store, words: str, *, name: str, code: str = "", session: str = "s1", on: str = "2026-11-20",
         draft: bool = False) -> View:
    """A view that a store keeps."""
    return store.views.keep(View(
        name, session, About.SERVICE, "boathouse", "The Boathouse", Helped.PARTLY, words, "open later", "", ("far",),
        Consent.QUOTE, digest_of(code) if code else "", on, "Opening hours", draft))


def stopped(store: Store, view: View) -> View:
    """The same view, set apart because somebody may not be safe."""
    return store.views.keep(replace(view, stopped=True))


def answered(store: Store) -> Response:
    """An answer to the theme of all views."""
    return store.responses.keep(Response("Opening hours", "the health lead", Done.WILL, "Late on Thursdays.",
                                         "the commissioner", "2027-01-31"))


def report(store: Store, folder: Path, words: str = PHRASE) -> Path:
    """A report that quotes, as step 5 writes and remembers it."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "you_said_we_did.html"
    path.write_text(f"<p>“{words}”</p>", encoding="utf-8")
    store.exchange.wrote(str(path), "report", today=TODAY)
    return path


def bytes_below(folder: Path) -> bytes:
    """The bytes of every file of a folder, one after another."""
    return b"\n".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def is_anywhere(words: str, folder: Path) -> bool:
    """Whether any file below a folder holds the words: journals, drafts and copies too."""
    return words.encode() in bytes_below(folder)
