"""What a forum might say, for the tests of the store."""

import traceback
from datetime import date

import pytest

from review_kit.errors import StoreError
from review_kit.model import About, Consent, Done, Helped, Present, Response, Session, View
from review_kit.store import Store
from review_kit.store.codes import digest_of

SECRET, WORDS = "s3cr3t", "the heron told nobody"
"""What no sentence, no log and no traceback may show: a piece of a password, and what somebody said."""
TODAY = date(2026, 11, 21)
CODE, OTHER_CODE = digest_of("K7PM-3XQD-W2RT"), digest_of("K7PM-3XQD-W2RS")
HOSTILE = ["Robert'); DROP TABLE forum_view;--", "=cmd|' /C calc'!A0", "🦆 Ça va?\nTwo lines\r\n\ttabbed",
           "x" * 100_000, "\u202eright to left", "‘’“”\"", "a\u200bb\u00a0c\ufeff", "%_\\ %s %(x)s %% ?", "?",
           "$1 :name @x", "'" * 9, "\\x41\\000", "NULL", "\u0001\u001f\u007f\uffff\U0010ffff"]
"""Words that a careless store would spoil, or obey."""

SESSION = Session("0f8fad5bd9cb469f", "2026-11-20", "Care leavers' forum", "Participation worker", Present.SOME,
                  "Asked aloud, each said yes.", "Corporate parenting board", "2026-12-20", code=CODE)
VIEW = View("7c9e6679-7425-40de-944b-e07fc1f90ae7", SESSION.id, About.SERVICE, "svc-1", "The Boathouse")
WHOLE = View("5d41402a-bc4b-2a76-b971-9d911017c592", SESSION.id, About.SECTION, "Feeling well", "Feeling well",
             Helped.TURNED_AWAY, "They said I was too old.", "Ask me first.", "By the door",
             ("Told to go away", "Too far"), Consent.QUOTE, OTHER_CODE, "2026-11-20", "Doors")
RESPONSE = Response("Doors", "Housing", Done.WILL, "A new form from May.", "Head of service", "2027-05-01")


def told(error: pytest.ExceptionInfo[StoreError]) -> str:
    """The sentence of an error; all that a log could show of it holds neither a password nor what somebody said."""
    shown = "".join(traceback.format_exception(error.value)) + repr(error.value.__cause__)
    assert SECRET not in shown
    assert WORDS not in shown
    assert "\n" not in str(error.value)
    return str(error.value)


def keep(store: Store, said: str, name: str = "", **other: object) -> View:
    """Keep a view, whole unless it is said to be something else."""
    return store.views.keep(View(name or f"view-{said[:20]}", SESSION.id, About.SERVICE, "svc-1", "The Boathouse",
                                 said=said, **other))  # type: ignore[arg-type]
