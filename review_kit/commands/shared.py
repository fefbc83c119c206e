"""What commands share: a day as it is typed, what was decided on this machine, and the two ways to end well."""

import argparse
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from review_kit.model import Decided
    from review_kit.store import Store

DONE, FAILED_ON = 0, 1
LAST_PORT = 65535


def day(text: str) -> date:
    """A day as it is typed on the command line; what is none is said in a sentence."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not a day; write it as 2026-11-21") from None


def port(text: str) -> int:
    """A port as it is typed on the command line."""
    if not text.isdecimal() or not 0 < int(text) <= LAST_PORT:
        raise argparse.ArgumentTypeError(f"“{text}” is no port; give a number from 1 to {LAST_PORT}")
    return int(text)


def say(sentence: str) -> None:
    """Tell whoever waits at the terminal, at once."""
    print(sentence, flush=True)


def store() -> "Store":
    """Where decisions are kept on this machine."""
    from review_kit.place import this_place
    from review_kit.store import Store, default_path
    return Store(default_path(this_place().state))


def decided() -> "Decided":
    """What was decided on this machine, on the desk or in a workbook."""
    return store().decided()
