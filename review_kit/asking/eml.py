"""A message as a file that mail programs open as a draft."""

import quopri
import re
from collections.abc import Sequence
from email.header import Header

from review_kit.asking.letter import Letter

_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:[a-z0-9-]+\.)+[a-z0-9-]+", re.IGNORECASE)
_LINE_END = "\r\n"


def eml(letter: Letter, to: Sequence[str]) -> bytes:
    """The draft: RFC 5322, plain text in UTF-8, the same bytes for the same letter.

    It has no sender, day or number, for nobody has sent it. `X-Unsent` makes Outlook open it ready to be sent; other
    programs show it, and “Edit as new” or “Forward” does the rest. The lines are put together here: `EmailMessage`
    ends the headers too early behind a long address, and moves the spaces of a subject that is not ASCII.

    Args:
        letter: what it says.
        to: the mailboxes, as in `Provider.to`; without any the draft is addressed to nobody.

    Raises:
        ValueError: one of `to` is no address, so that the draft would go nowhere or somewhere else.
    """
    headers = ["X-Unsent: 1", *_to(to), f"Subject: {_subject(letter.subject)}", "MIME-Version: 1.0",
               'Content-Type: text/plain; charset="utf-8"', "Content-Transfer-Encoding: quoted-printable"]
    body = quopri.encodestring(letter.text.encode("utf-8", "replace")).decode("ascii")
    return _LINE_END.join([*headers, "", *body.split("\n")]).encode("ascii")


def _to(to: Sequence[str]) -> list[str]:
    for address in to:
        if not _ADDRESS.fullmatch(address):
            raise ValueError(f"“{address}” is no e-mail address")
    return [f"To: {f',{_LINE_END} '.join(to)}"] if to else []


def _subject(text: str) -> str:
    """A subject on one line, or in encoded words (RFC 2047) where it is not ASCII."""
    line = " ".join(text.split())
    return line if line.isascii() and line.isprintable() else Header(line, "utf-8", header_name="Subject").encode(
        linesep=_LINE_END)
