"""The files that ask: their names on every system, their kinds, and the list of reminders."""

import csv
import io
import re
from datetime import date
from pathlib import PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_kit.asking import Provider, files, providers, reminder_files, standing
from review_kit.asking.files import file_name
from review_kit.reports.addresses import Dangers

from . import made

DAYS = {"today": made.TODAY, "reply_by": made.REPLY_BY}


def test_a_known_mailbox_gets_a_draft_and_all_others_a_page() -> None:
    """Numbered in the order of the providers."""
    whole = made.register(
        made.service(2, "Art", provider="Kooth", Confirm_with="team@kooth.example"),
        made.service(3, "Walks", provider="Green Paths"), made.service(4, "Talks", provider="Kooth"))
    written = files(providers(whole), whole, **DAYS)
    assert list(written) == ["confirm/1 Kooth.eml", "confirm/2 Green Paths.html", "confirm/3 Kooth.html"]
    assert b"\r\nTo: team@kooth.example\r\n" in written["confirm/1 Kooth.eml"]
    assert written["confirm/2 Green Paths.html"].startswith(b"<!DOCTYPE html>")


def test_a_mailbox_at_a_dangerous_site_gets_no_draft() -> None:
    """Whoever holds the site may read its mail: there is a page instead, to be handed over."""
    whole = made.register(made.service(2, "Art", provider="Kooth", Confirm_with="team@evil.example"))
    assert list(files(providers(whole), whole, **DAYS, printed=Dangers(frozenset({"evil.example"})).printed)) == [
        "confirm/1 Kooth.html"]


@pytest.mark.parametrize(("name", "expected"), [
    ("Kooth", "Kooth"), ("St. John's & Co (Derby)", "St John's & Co (Derby)"), ("Zoë’s Café", "Zoë’s Café"),
    ("../../etc/passwd", "etc passwd"), ("C:\\Windows\\x", "C Windows x"), ("a/b|c?d*e<f>g\"h", "a b c d e f g h"),
    ("Kooth.exe.", "Kooth exe"), ("abc\u202etxt.exe", "abctxt exe"), ("\x00\n\t", "Provider"), ("…", "Provider"),
    ("", "Provider"), ("%PATH%", "PATH"), ("~$lock", "lock"), ("- - -", "Provider"), ("🙂", "Provider"),
    ("中文", "中文"), ("e\u0301cole", "école"), ("CON", "CON"),
])  # fmt: skip
def test_a_name_is_safe_in_every_file_system(name: str, expected: str) -> None:
    """No folder, no device, no hidden ending; letters of every script stay."""
    assert file_name(name) == expected


@pytest.mark.parametrize("name", ["CON", "nul.txt", "x" * 500, "中" * 500, "a\u0301" * 500, "𝔘" * 300, "aux ", "LPT1."])
def test_no_name_is_reserved_or_too_long(name: str) -> None:
    """With its number and ending it is no device of Windows, ends in no dot or space, and stays below 255 bytes."""
    one = made.service(2, "Art")
    (path,) = files([Provider(name, (), (one,))], made.register(one), **DAYS, reminder=True)
    _, _, file = path.partition("/")
    assert not PureWindowsPath(file).is_reserved()
    assert len(file.encode()) < 255
    assert len(file) < 90
    assert re.fullmatch(r"1 .*\S - reminder\.html", file)


@given(st.text(st.characters(codec=None), max_size=120))
def test_any_name_at_all_is_safe(name: str) -> None:
    """What nobody thought of."""
    safe = file_name(name)
    assert safe == safe.strip()
    assert not set(safe) & set('\\/:*?"<>|.%~$\x00\x7f')
    assert not re.search("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", safe)
    assert 0 < len(safe) <= 60
    assert len(safe.encode()) <= 180


def test_two_providers_of_one_name_get_two_files() -> None:
    """On systems too that take capitals for small letters."""
    one, other = made.service(2, "Art"), made.service(3, "Walks")
    same = [Provider("Kooth", (), (one,)), Provider("KOOTH", (), (other,))]
    assert len({name.casefold() for name in files(same, made.register(one, other), **DAYS)}) == 2


def test_the_reminders_are_a_list_and_a_message_for_each() -> None:
    """Only those who are overdue are in it, and only with the entries that are open."""
    art = made.service(2, "=cmd|' /C calc'!A0\nArt", provider="Kooth", Confirm_with="team@kooth.example")
    walks = made.service(3, "Walks", provider="Kooth", Confirm_with="team@kooth.example")
    other = made.service(4, "Talks", provider="Green Paths")
    whole, today = made.register(art, walks, other), date(2026, 4, 3)
    told = standing(providers(whole), [made.request(1, "svc-2", "svc-3", sent="2026-03-04")],
                    [made.reply(1, walks, "2026-03-05")], today=today)
    written = reminder_files(told, whole, today=today, reply_by=date(2026, 5, 1))
    assert list(written) == ["confirm/reminders.csv", "confirm/1 Kooth - reminder.eml"]
    assert list(csv.reader(io.StringIO(written["confirm/reminders.csv"].decode()))) == [
        ["provider", "to", "entries", "asked_on", "reply_by", "days_overdue", "reminded_on"],
        ["Kooth", "team@kooth.example", "'=cmd|' /C calc'!A0", "2026-03-04", "2026-03-30", "4", ""]]
    assert b"Subject: Reminder: please check your entry by 1 May 2026" in written["confirm/1 Kooth - reminder.eml"]
    assert b"Walks" not in written["confirm/1 Kooth - reminder.eml"]


def test_nobody_to_remind_is_an_empty_list() -> None:
    """The file is there, so that last month's is not taken for today's."""
    assert dict(reminder_files([], made.register(), **DAYS)) == {
        "confirm/reminders.csv": b"provider,to,entries,asked_on,reply_by,days_overdue,reminded_on\n"}


def test_a_hostile_register_gives_files_all_the_same() -> None:
    """Nothing in a cell stops the others from being asked."""
    assert list(files(providers(made.hostile()), made.hostile(), **DAYS)) == ["confirm/1 Bcc.eml"]


def test_the_shipped_register_is_asked_in_26_files() -> None:
    """Quickly, and the same every time."""
    whole = made.shipped()
    assert len(files(providers(whole), whole, **DAYS)) == 26
    assert files(providers(whole), whole, **DAYS) == files(providers(whole), whole, **DAYS)
