"""The draft: what any mail program makes of it."""

import email
import re
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from review_kit.asking import Letter, eml, letter, providers

from . import made

TO = ("team@kind.example", "o'brien+offer@kind.example")


def opened(draft: bytes) -> EmailMessage:
    """The draft as the standard library reads it."""
    return email.message_from_bytes(draft, policy=policy.default)


def test_a_draft_says_only_what_a_draft_can_know() -> None:
    """There is no sender, day or number, and nothing went anywhere: Outlook opens it ready to be sent."""
    message = opened(eml(Letter("Please check", "Hello\n"), TO))
    assert list(message.keys()) == ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type",
                                    "Content-Transfer-Encoding"]  # fmt: skip
    assert (message["X-Unsent"], message.get_content_type(), message.get_content_charset()) == (
        "1", "text/plain", "utf-8")
    assert [one.addr_spec for one in message["To"].addresses] == list(TO)
    assert message.defects == []


@given(st.text(max_size=300), st.text(max_size=1_000))
def test_subject_and_text_arrive_as_they_were_written(subject: str, text: str) -> None:
    """Every letter and space of them, on lines that no mail server cuts."""
    text = "".join(text.splitlines(keepends=False))
    draft = eml(Letter(f"Please {subject}", f"{text}\n {text}\n"), TO)
    message = opened(draft)
    assert message.get_content().replace("\r\n", "\n") == f"{text}\n {text}\n".replace("\r", "")
    assert len(list(message.keys())) == 6
    assert message["To"].addresses[1].addr_spec == TO[1]
    assert all(len(line) <= 998 for line in draft.split(b"\r\n"))
    assert b"\n" not in draft.replace(b"\r\n", b"")


@pytest.mark.parametrize("subject", [
    "Reminder: please check your 2 entries by 30 March 2026: Cyngor Gŵynedd – Council of the “Long” Name health offer",
    "Zoë", "x" * 200, "a\nBcc: x@evil.example", "=?utf-8?q?hidden?=",
])  # fmt: skip
def test_a_subject_is_one_line_whatever_it_holds(subject: str) -> None:
    """Spaces beside letters with accents stay where they are, and no second header comes of it."""
    message = opened(eml(Letter(subject, "Hello\n"), TO))
    assert message["Bcc"] is None
    if "=?" not in subject:
        assert message["Subject"] == " ".join(subject.split())


def test_a_long_address_ends_no_header() -> None:
    """However long a host's name is, all that follows is still there."""
    to = (f"team@{'long-' * 12}name.{'long-' * 12}name.example",) * 3
    message = opened(eml(Letter("Please check", "Hello\n"), to))
    assert [one.addr_spec for one in message["To"].addresses] == list(to)
    assert message["Subject"] == "Please check"


@pytest.mark.parametrize("address", ["", "nobody", "a@b", "a@b.org\nBcc: x@y.org", "a@b.org, c@d.org", "a b@c.org",
                                     "jösé@kind.example", "Ann <a@b.org>", "a@b.org\r\n"])  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    """A draft goes to those that it names and to nobody else, or is not made."""
    with pytest.raises(ValueError, match="no e-mail address"):
        eml(Letter("Please check", "Hello\n"), (address,))


def test_a_draft_to_nobody_has_no_empty_header() -> None:
    """It can be addressed in the mail program."""
    assert "To" not in opened(eml(Letter("Please check", "Hello\n"), ()))


def test_a_real_letter_arrives_whole_and_the_bytes_are_stable() -> None:
    """The longest letter of the shipped register, and the hostile one."""
    for register in (made.shipped(), made.hostile()):
        told = letter(providers(register)[0], register, today=made.TODAY, reply_by=made.REPLY_BY)
        draft = eml(told, TO)
        assert opened(draft).get_content().replace("\r\n", "\n") == told.text
        assert draft == eml(told, TO)
        assert re.fullmatch(rb"[\r\n -~]*", draft)
