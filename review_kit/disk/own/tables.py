"""The tables that a council can extend: their columns, how a file is known for one of them, what a row must hold."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from review_kit.disk.own import faults
from review_kit.disk.own.files import Sheet, UnreadableError
from review_kit.hours.words import KINDS, SINGLE
from review_kit.model.register import DATE_COLUMNS, PUBLISHED_COLUMNS, REVIEW_COLUMNS

USE = "use"
"""The column in which “no” switches a row off."""
SOURCED = ("source", "checked_on")
NO_DAY = "a day not written down"
ANSWERS = frozenset((*PUBLISHED_COLUMNS, *REVIEW_COLUMNS)) - {*DATE_COLUMNS, "Service ID", "Status", "Assured by"}
"""Columns that an answer can be written in."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of `known/` that a council can extend.

    `key` is the column that says what a row is about. A file is known for this table by the columns `told_by`, one of
    each group; a row that is in use needs words in those of `needs`. `defaults` stand where a row says nothing, and a
    column of `allowed` holds one of a few words. `cue` is whether the key is words to look for in an entry, in which
    the words of `stands_for` mean more than they say.
    """

    key: str
    columns: tuple[str, ...]
    told_by: tuple[tuple[str, ...], ...]
    must_have: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    defaults: Mapping[str, str] = field(default_factory=dict)
    allowed: Mapping[str, Collection[str]] = field(default_factory=dict)
    cue: bool = False
    stands_for: tuple[str, ...] = ()
    several: bool = False
    """Whether a key holds several names, with | between them."""
    fault: faults.Fault = faults.nothing
    """What else is wrong with a row, in a few words; '' where nothing is."""
    new: faults.Fault = faults.nothing
    """What is wrong with a row whose key is none of ours."""


_NOTE_OR_CAUTION = {"severity": ("note", "caution")}
TABLES: Mapping[str, Table] = {
    "changes": Table(
        "old_name", ("old_name", "old_contact", "new_name", "new_contact", "since", "kind", "scope", "write", *SOURCED,
                     "confidence"), (("old_name",),), several=True, new=faults.name_in("old_name"),
        must_have=("old_contact", "new_name", "new_contact", "since", "kind", "scope", "write"),
        fault=faults.all_of(faults.since, faults.no_words("old_name", "new_name", "scope"))),
    "helplines": Table(
        "name", ("name", "phone", "text", "email", "hours", "ages", "free", *SOURCED, "confidence"),
        (("name",), ("phone", "text", "email")), several=True, fault=faults.no_words("name"),
        new=faults.all_of(faults.name_in("name"), faults.reached)),
    "ageing_words": Table(
        "cue", ("class", "kind", "cue", "months", "counts_from", "severity", "saw", "asks", "reason", *SOURCED),
        (("cue",), ("asks",)), needs=("asks",), cue=True, fault=faults.months,
        stands_for=("SERVICE", "OFTEN", "PLACE", "DATE", "YEARS", "NOW"),
        defaults={"kind": "cue", "months": "12", "counts_from": "assured", "severity": "note",
                  "saw": "may not hold any more", "class": "the council's own"},
        allowed={"kind": ("cue", "stop"), "counts_from": ("assured", "start", "end"), **_NOTE_OR_CAUTION}),
    "promises": Table(
        "cue", ("kind", "promise", "cue", "kept_by", "answer_in", "severity", "missing", "to_do", "reason", *SOURCED),
        (("cue",), ("missing",)), needs=("kept_by", "missing", "to_do"), cue=True, fault=faults.kept_by,
        defaults={"kind": "cue", "severity": "caution"},
        allowed={"kind": ("cue", "stop"), "answer_in": ANSWERS, **_NOTE_OR_CAUTION}),
    "staff_words": Table(
        "cue", ("kind", "where", "cue", "reason", *SOURCED), (("cue",), ("where",)), cue=True, stands_for=("WORKERS",),
        defaults={"kind": "cue", "where": "anywhere"},
        allowed={"kind": ("cue", "stop"), "where": ("name", "section", "anywhere")}),
    "abbreviations": Table(
        "abbreviation", ("abbreviation", "stands_for", "known_by", *SOURCED), (("abbreviation",),), new=faults.letters,
        defaults={"known_by": "workers"}, allowed={"known_by": ("workers", "everyone", "a name", "a word")}),
    "contract_ends": Table(
        "service", ("service", "names", "needs", "provider", "area", "ends", "extension_until", "notice", *SOURCED,
                    "confidence", "note"), (("service",), ("ends",)), needs=("names", "ends"),
        defaults={"confidence": "medium", "notice": "no notice named"},
        allowed={"confidence": ("high", "medium", "low")},
        fault=faults.all_of(faults.name_in("names", ";"), faults.no_day("ends", "extension_until"))),
    "number_ranges": Table(
        "begins", ("begins", "kind", "what", *SOURCED), (("begins",),), needs=("kind",),
        allowed={"kind": ("costs", "drama")}, fault=faults.all_of(faults.begins, faults.costs)),
    "shared_mailboxes": Table("name", ("name", *SOURCED), (), fault=faults.mailbox),
    "mailboxes_for_others": Table(
        "name", ("name", "note", *SOURCED), (("name",), ("note",)), fault=faults.mailbox),
    "contact_ended_words": Table(
        "words", ("words", "stands", "note", *SOURCED), (("words",), ("stands",)), defaults={"stands": "after"},
        allowed={"stands": ("after", "before")}, fault=faults.ending),
    "hours_words": Table(
        "word", ("word", "kind", "means", *SOURCED), (("word",), ("means",)), needs=("kind",), fault=faults.means,
        new=faults.word, allowed={"kind": (*KINDS, *SINGLE)}),
}


def table_of(sheet: Sheet, stem: str) -> str:
    """Which table a file extends: what its columns say, else what it is called.

    Raises:
        UnreadableError: neither says it.
    """
    headers = set(sheet.headers)
    fits = [name for name, table in TABLES.items() if table.told_by and all(headers & set(any_of)
                                                                            for any_of in table.told_by)]
    called = _called(stem)
    if len(fits) == 1 or called in fits:
        return called if called in fits else fits[0]
    if called and TABLES[called].key in headers:
        return called
    if not fits and "name" in headers and headers <= {*TABLES["shared_mailboxes"].columns, USE, ""}:
        return "shared_mailboxes"
    if fits or "cue" in headers:
        tables = fits or [name for name, table in TABLES.items() if table.cue]
        raise UnreadableError(f"{sheet.name} may extend {' or '.join(tables)}, so give it one of these names")
    raise UnreadableError(f"{sheet.name} has neither a column old_name nor a column name with a phone beside it, nor "
                          "the columns of another table that you can extend")


def _called(stem: str) -> str:
    """The one table whose name a file's name holds: `abbreviations`, `Derby abbreviations (2)`; '' for none or two."""
    words = "_" + "_".join("".join(sign if sign.isalnum() else " " for sign in stem.casefold()).split()) + "_"
    named = [name for name in TABLES if f"_{name}_" in words]
    return named[0] if len(named) == 1 else ""
