"""What forums said as one JSON file: the same bytes for the same content, and nothing believed that is read back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import msgspec

from review_kit.errors import ExchangeError
from review_kit.model import Exchange, Hearing, Response, Session, Tombstone, View
from review_kit.reports.clean import clean

FORMAT = "review-kit forum exchange"
VERSION = 1
"""Counts the kinds of file: a later kit reads earlier ones, an earlier kit refuses later ones."""
LARGEST = 64 << 20
"""Bytes: a view may have some 50,000, and a council hears some hundreds of views a year."""
LONGEST = 100_000
"""Characters of one text: far more than a form takes or a cell of a workbook holds."""
MOST_BARRIERS = 1000
MOST_EDITS = 1_000_000_000

_NAME = re.compile(r"[\w.:-]{1,100}", re.ASCII)
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MARKED = f'"{FORMAT}"'.encode()


@dataclass(frozen=True, slots=True)
class _Head:
    format: str
    version: int


@dataclass(frozen=True, slots=True)
class _File:
    format: str
    version: int
    hearing: Hearing
    tombstones: tuple[Tombstone, ...]


def exchange_bytes(exchange: Exchange) -> bytes:
    """The file's bytes, each thing in the order of its name; no draft and no stopped words are among them."""
    heard = exchange.hearing
    views = (view for view in heard.views if not (view.draft or view.stopped))
    ordered = Hearing(tuple(sorted(heard.sessions, key=lambda each: each.id)),
                      tuple(sorted(views, key=lambda each: each.id)),
                      tuple(sorted(heard.responses, key=lambda each: each.theme)))
    tombstones = tuple(sorted(exchange.tombstones, key=lambda each: each.mark))
    return msgspec.json.format(msgspec.json.encode(_File(FORMAT, VERSION, ordered, tombstones)), indent=1) + b"\n"


def read_exchange(path: Path) -> Exchange:
    """What a file of views holds, cleaned of signs that nobody sees. Nothing in the file is believed.

    Raises:
        ExchangeError: it is not there, no such file, too large, damaged, or written by a newer kit.
    """
    name = clean(path.name).replace("\n", " ")
    return exchange_of(_bytes(path, name), name)


def exchange_of(data: bytes, name: str) -> Exchange:
    """The same of a file's bytes; `name` is what the sentence calls the file.

    Raises:
        ExchangeError: see `read_exchange`.
    """
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise _damaged(name) if _MARKED in data[:200] else _other(name) from None
    if head.format != FORMAT:
        raise _other(name)
    if head.version > VERSION:
        raise ExchangeError(f"{name} was written by a newer review kit. Nothing was taken in: install that one.")
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        raise _damaged(name) from None
    exchange: Exchange = _cleaned(Exchange(file.hearing, file.tombstones))
    wrong = next(_wrong(exchange), "")
    if wrong:
        raise _damaged(name, f" ({wrong})")
    return exchange


def _bytes(path: Path, name: str) -> bytes:
    try:
        if path.is_dir():
            raise ExchangeError(f"{name} is a folder. Choose the file of views inside it.")
        if not path.is_file():
            raise ExchangeError(f"There is no file {name} in that place. Check its name and folder.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # a name that no file can have is a ValueError
        why = getattr(error, "strerror", None) or "its name is not one that this computer can use"
        raise ExchangeError(f"{name} cannot be read ({why.lower()}). Copy it to this computer and use the copy, then "
                            "delete the copy.") from None
    if len(data) > LARGEST:
        raise ExchangeError(f"{name} is larger than any file of views can be. Nothing was taken in: choose the file "
                            "that the other laptop exported.")
    return data


def _other(name: str) -> ExchangeError:
    return ExchangeError(f"{name} is no file of views. Nothing was taken in: choose one that this kit exported or kept "
                         "as a backup.")


def _damaged(name: str, which: str = "") -> ExchangeError:
    """The sentence says nothing of the content: words of a view would stand in it."""
    return ExchangeError(f"{name} was damaged or changed after it was written{which}. Nothing was taken in: have it "
                         "exported again.")


def _cleaned(thing: Any) -> Any:
    """The same with every text cleaned, in whatever it stands."""
    if isinstance(thing, Enum):
        return thing
    if isinstance(thing, str):
        return clean(thing)
    if isinstance(thing, tuple):
        return tuple(map(_cleaned, thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{each.name: _cleaned(getattr(thing, each.name)) for each in fields(thing)})
    return thing


def _wrong(exchange: Exchange) -> Iterator[str]:
    """What cannot be so, each in a few words that quote nothing."""
    heard = exchange.hearing
    yield from _bad("a session", (why for each in heard.sessions for why in _session(each)))
    yield from _bad("a view", (why for each in heard.views for why in _view(each)))
    yield from _bad("an answer", (why for each in heard.responses for why in _response(each)))
    yield from _bad("a withdrawal", (why for each in exchange.tombstones for why in (
        *_digest(each.mark), *_day(each.on))))


def _bad(of: str, reasons: Iterable[str]) -> Iterator[str]:
    return (f"{why} of {of} cannot be so" for why in reasons)


def _session(each: Session) -> Iterator[str]:
    yield from _named(each.id)
    yield from _day(each.held_on)
    for day in filter(None, (each.answer_by, each.closed_on)):
        yield from _day(day)
    yield from _digest(each.code) if each.code else ()
    yield from _texts(each.forum, each.role, each.consent, each.audience)
    yield from _edit(each.edit)
    if not (each.forum.strip() and each.role.strip()):
        yield "the forum or the role"


def _view(each: View) -> Iterator[str]:
    yield from _named(each.id)
    yield from _named(each.session) if each.session else ()
    yield from _day(each.recorded_on) if each.recorded_on else ()
    yield from _digest(each.code) if each.code else ()
    yield from _texts(each.key, each.title, each.said, each.better, each.delivery, each.theme, *each.barriers)
    yield from _edit(each.edit)
    if len(each.barriers) > MOST_BARRIERS:
        yield "the length"


def _response(each: Response) -> Iterator[str]:
    yield from _day(each.by_on) if each.by_on else ()
    yield from _texts(each.theme, each.audience, each.text, each.owner)
    yield from _edit(each.edit)
    if not (each.theme.strip() and each.text.strip()):
        yield "the theme or the words"


def _named(text: str) -> Iterator[str]:
    if not _NAME.fullmatch(text):
        yield "the name"


def _day(text: str) -> Iterator[str]:
    try:
        date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        yield "a day"


def _digest(text: str) -> Iterator[str]:
    if not _DIGEST.fullmatch(text):
        yield "a code"


def _texts(*texts: str) -> Iterator[str]:
    if any(len(text) > LONGEST for text in texts):
        yield "the length"


def _edit(number: int) -> Iterator[str]:
    if not 0 <= number <= MOST_EDITS:
        yield "the number of changes"
