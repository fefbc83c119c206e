"""OUTSIDE: a fault of the kit's own, kept in a file for whoever mends it; a person sees one sentence."""

import traceback
from types import TracebackType

from platformdirs import user_log_path

from review_kit.disk import write_text_log

FAULT_FILE = "last_fault.txt"


def fault(error: BaseException) -> str:
    """Keep where a fault happened, and say in a sentence that it did.

    The error's own words are left out of the file: they may hold what somebody typed.
    """
    name, where = type(error).__name__, _where(error.__traceback__)
    try:
        kept = write_text_log(user_log_path("review-kit"), FAULT_FILE, f"{where}{name}\n")
    except OSError:
        return f"A fault in the kit itself stopped this ({name}). Please report it."
    return f"A fault in the kit itself stopped this. Your register was left as it was. Please report it with {kept}."


def _where(trace: TracebackType | None) -> str:
    return "".join(traceback.format_tb(trace))
