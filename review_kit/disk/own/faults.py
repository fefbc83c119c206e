"""What can be wrong with a row of a council's own table: what would be found everywhere, or never, or break a check.

Each function takes a row and says what is wrong, in words that follow “row 3 of mine.csv”; '' where nothing is.
"""

import re
from collections.abc import Callable, Mapping

from review_kit.dates import read_date
from review_kit.hours.words import DAYS

Row = Mapping[str, str]
Fault = Callable[[Row], str]

SHORTEST = 3
"""Letters and figures of a name."""
LEAST_OF_AN_ENDING = 8
"""Letters and figures of words by which a number has ended."""
WAYS = frozenset({"link", "contact", "label", "way", "criteria", "around", "nothing"})
"""What keeps a promise, as `checks/_promises.py` knows it."""
_SIGNS = re.compile("[-‐‑–'’]\\s+[-‐‑–'’]")
"""Such a name would be looked for in so many ways that a row of spaces in a cell could keep a review busy for hours."""


def nothing(_: Row) -> str:
    """Nothing is."""
    return ""


def name_in(column: str, between: str = "|") -> Fault:
    """A name that is found everywhere."""
    def fault(row: Row) -> str:
        names = (part.partition("[")[0].strip() for part in row[column].split(between) if part.strip())
        short = next((name for name in names if len(re.findall(r"[^\W_]", name)) < SHORTEST), None)
        return "" if short is None else (
            f"names “{short[:40]}” under {column}, which is so short that it would be found everywhere")
    return fault


def no_words(*columns: str) -> Fault:
    """A name that is looked for in too many ways."""
    def fault(row: Row) -> str:
        loose = next((column for column in columns if _SIGNS.search(row[column])), "")
        return f"has several signs with no word between them under {loose}" if loose else ""
    return fault


def no_day(*columns: str) -> Fault:
    """Words where a day belongs."""
    def fault(row: Row) -> str:
        wrong = next((column for column in columns if row[column] and read_date(row[column]) is None), "")
        return f"says “{row[wrong]}” under {wrong}, which is no day such as 31/03/2027" if wrong else ""
    return fault


def all_of(*faults: Fault) -> Fault:
    """The first that is wrong of several."""
    return lambda row: next((why for fault in faults if (why := fault(row))), "")


def since(row: Row) -> str:
    """A day of a change that cannot be read: Excel writes 2024-05 as May-24."""
    said = row["since"]
    fits = not said or any(read_date(f"{said}{rest}") for rest in ("", "-1", "-1-1"))
    return "" if fits else f"says “{said}” under since, which is no day or month such as 2026-04"


def reached(row: Row) -> str:
    """A helpline that nothing reaches."""
    return "" if any(row[way] for way in ("phone", "text", "email")) else "has no phone, text or email"


def kept_by(row: Row) -> str:
    """A promise that is kept by what nobody knows would be told of every entry."""
    unknown = [way for way in row["kept_by"].split() if way not in WAYS]
    return f"says “{unknown[0]}” under kept_by, and we know only {', '.join(sorted(WAYS))}" if unknown else ""


def months(row: Row) -> str:
    """No number of months, or months from a day that the cue does not name."""
    if not (row["months"].isascii() and row["months"].isdecimal() and len(row["months"]) < 4):
        return f"says “{row['months']}” under months, which is no number of months"
    dated = row["counts_from"] in {"start", "end"} and "date" not in row["cue"].casefold()
    return f"counts from the {row['counts_from']} of a DATE, and its cue names none" if dated else ""


def letters(row: Row) -> str:
    """Letters that are never looked for."""
    said = row["abbreviation"]
    built = said.isalpha() or (len(said) == 3 and said[1] == "&")
    fits = built and said.isascii() and 2 <= len(said) <= 8 and said[0].isupper() and said[-1].isupper()
    return "" if fits else "holds no abbreviation that we look for: up to 8 letters, with a capital at each end"


def begins(row: Row) -> str:
    """No beginning of a number: Excel writes 0845 as 845."""
    said = row["begins"]
    fits = said.startswith("+") and len(said) >= len("+441")
    return "" if fits else f"says “{said}” under begins, which is not the beginning of a number, such as 0845"


def costs(row: Row) -> str:
    """A range of numbers that cost, with no word on what."""
    return "says nothing under what" if row["kind"] == "costs" and not row["what"] else ""


def mailbox(row: Row) -> str:
    """No name of a mailbox."""
    fits = re.sub(r"[.'-]", "", row["name"]).isalnum()
    return "" if fits else f"says “{row['name']}” under name, where one word belongs that stands before an @"


def word(row: Row) -> str:
    """No word."""
    return "" if any(sign.isalpha() for sign in row["word"]) else "holds no word"


def ending(row: Row) -> str:
    """Words that say too little: beside a number, “is” would have every number called dead."""
    letters = re.findall(r"[^\W_]", row["words"])
    return "" if len(letters) >= LEAST_OF_AN_ENDING else (
        f"says “{row['words'][:40]}” under words, which is too short to say that a number has ended")


def means(row: Row) -> str:
    """A word of opening hours that means what its kind cannot."""
    kind, said = row["kind"], row["means"]
    days = set(said.partition(" ")[0].split("-")) <= set(DAYS)
    fits = {"day": said in DAYS, "slip": said in DAYS, "days": days, "all week": days, "clock": _is_clock(said),
            "half": said in {"am", "pm"}}.get(kind, True)
    return "" if fits else f"says “{said}” under means, which a row of the kind {kind} cannot mean"


def _is_clock(said: str) -> bool:
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", said)
    return found is not None and int(found[1]) < 24 and int(found[2]) < 60
