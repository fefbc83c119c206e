"""A council's own rows, made fit for a table of ours: each with our columns, and what it does to the rows there."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from review_kit.disk.own.cues import CueError, cue_of, literal
from review_kit.disk.own.files import Sheet, UnreadableError, read_sheet
from review_kit.disk.own.tables import NO_DAY, TABLES, USE, table_of

Row = Mapping[str, str]

LONGEST, MOST_ROWS, MOST_FORMS = 1_000, 2_000, 2_000
"""Characters of a cell, rows of a file and wordings that a file looks for: ten times as many as a full table has."""
TOLD = 5
"""Rows of a file that are told of; a longer list helps nobody."""
_YES, _NO = frozenset({"", "yes", "y", "true", "1", "on"}), frozenset({"no", "n", "false", "0", "off"})


class _RowError(ValueError):
    """A row cannot be used; `str()` says why, in words that follow “row 3 of mine.csv”."""


@dataclass(frozen=True, slots=True)
class OwnTable:
    """What a council's file does to a table: the rows that it adds, the keys that it switches off, what is wrong."""

    name: str
    rows: tuple[Row, ...]
    off: tuple[tuple[int, str], ...]
    wrong: tuple[str, ...]
    file: str

    @property
    def told(self) -> tuple[str, ...]:
        """The rows that could not be used, as they are told."""
        more = len(self.wrong) - TOLD
        return (*self.wrong[:TOLD], *((f"{more} more rows of {self.file} cannot be used",) if more > 0 else ()))


def own_table(path: Path, ours: Mapping[str, Sequence[Row]]) -> OwnTable:
    """Read a council's file.

    Args:
        path: the file.
        ours: the tables that it may extend.

    Raises:
        UnreadableError: nothing of it can be used.
    """
    sheet = read_sheet(path)
    name = table_of(sheet, path.stem)
    maker = _Maker(name, sheet, ours.get(name, ()))
    _ask_for_columns(sheet, name, maker)
    rows, off, wrong = [], [], []
    for number, said in sheet.rows[:MOST_ROWS]:
        try:
            made, is_off = maker.row(said)
        except _RowError as error:
            wrong.append(f"row {number} of {sheet.name} {error}")
            continue
        if made is not None:
            rows.append(made)
        elif is_off:
            off.append((number, is_off))
    if len(sheet.rows) > MOST_ROWS:
        wrong.insert(0, f"{sheet.name} has more than {MOST_ROWS} rows, and we used the first of them")
    return OwnTable(name, tuple(rows), tuple(off), tuple(wrong), sheet.name)


def _ask_for_columns(sheet: Sheet, name: str, maker: "_Maker") -> None:
    """A file that only switches rows off needs no column but the key."""
    table = TABLES[name]
    wanted = [column for column in table.columns if column in {table.key, *table.must_have, *table.needs}
              or (table.told_by and any(column == any_of[0] for any_of in table.told_by))]
    missing = [column for column in wanted if column not in sheet.headers]
    if missing and any(maker.is_used(said) for _, said in sheet.rows or ((0, {}),)):
        raise UnreadableError(f"{sheet.name} lacks the column {', '.join(missing)}")


class _Maker:
    """Makes rows of one file."""

    def __init__(self, name: str, sheet: Sheet, ours: Sequence[Row]) -> None:
        self._name, self._table, self._sheet = name, TABLES[name], sheet
        self._ours = {same(row[self._table.key], name): row[self._table.key] for row in ours}
        self._whole = {tuple(value.strip() for value in row.values()): row for row in ours}
        self._forms = 0

    def is_used(self, said: Row) -> bool:
        """Whether a row is not switched off."""
        return said.get(USE, "").casefold() not in _NO

    def row(self, said: Row) -> tuple[Row | None, str]:
        """A row with our columns; or None and the key that it switches off, '' where there is nothing to it."""
        key = said.get(self._table.key, "")
        if too_long := next((column for column, value in said.items() if len(value) > LONGEST), ""):
            raise _RowError(f"has more than {LONGEST} characters under {too_long}")
        if not self.is_used(said):
            return self._switched_off(key)
        if said.get(USE, "").casefold() not in _YES:
            raise _RowError(f"says “{said[USE]}” under {USE}, and we know only yes and no")
        return (self._made(said), "") if key else (None, "")

    def _switched_off(self, key: str) -> tuple[Row | None, str]:
        """An abbreviation that is never told is one that everyone knows; words that are never told are a stop."""
        if self._name == "abbreviations" and key:
            return self._filled({"abbreviation": key, "known_by": "everyone"}), ""
        words = key.strip(" “”\"…")
        if self._table.cue and words and same(key, self._name) not in self._ours:
            return self._filled({"cue": self._literal(words), "kind": "stop", "reason": "switched off"}), ""
        return None, self._filled({self._table.key: key})[self._table.key] if key else ""

    def _literal(self, words: str) -> str:
        try:
            return literal(words)
        except CueError as error:
            raise _RowError(f"cannot be switched off: its cue {error}") from error

    def _made(self, said: Row) -> Row:
        whole = self._whole.get(tuple(said.get(column, "") for column in self._table.columns))
        if whole is not None:  # a copy of our table in which only some rows were changed
            return whole
        row = self._filled(said)
        for column, words in self._table.allowed.items():
            row[column] = self._one_of(column, row[column], words)
        is_stop = self._table.cue and row["kind"] == "stop"
        if missing := [column for column in self._table.needs if not row[column] and not is_stop]:
            raise _RowError(f"says nothing under {', '.join(missing)}")
        new = "" if same(row[self._table.key], self._name) in self._ours else self._table.new(row)
        if why := "" if is_stop else self._table.fault(row) or new:
            raise _RowError(why)
        if self._table.cue:
            row[self._table.key] = self._cue(row[self._table.key])
        return row

    def _filled(self, said: Row) -> dict[str, str]:
        defaults = {} if said.get("kind", "").casefold() == "stop" else self._table.defaults
        row = {column: said.get(column, "") or defaults.get(column, "") for column in self._table.columns}
        row |= {column: row[column] or words for column, words in self._sourced().items()}
        return row | (_TIDY[self._name](row) if self._name in _TIDY else {})

    def _sourced(self) -> dict[str, str]:
        return {"source": f"the council's own {self._sheet.name}", "checked_on": NO_DAY}

    def _one_of(self, column: str, value: str, words: Collection[str]) -> str:
        known = next((word for word in words if word.casefold() == value.casefold()), None)
        if known is None and value:
            listed = ", ".join(sorted(words)[:4]) + (" and others" if len(words) > 4 else "")
            raise _RowError(f"says “{value[:40]}” under {column}, and we know only {listed}")
        return known or ""

    def _cue(self, words: str) -> str:
        """One of our own cues as it stands, or plain words made safe."""
        if known := self._ours.get(same(words, self._name)):
            return known
        try:
            cue, forms = cue_of(words, self._table.stands_for)
        except CueError as error:
            raise _RowError(f"cannot be looked for: its cue {error}") from error
        self._forms += forms
        if self._forms > MOST_FORMS:
            raise _RowError(f"comes after {MOST_FORMS} wordings, and a file can hold no more")
        return cue


def same(key: str, table: str) -> str:
    """A key as two of them are compared: in small letters, but “AIDS” and “aids” are two words."""
    return " ".join((key if table == "abbreviations" else key.casefold()).split())


def _number(row: Mapping[str, str]) -> dict[str, str]:
    """The beginning of a number as numbers are compared: 0845, 44845 and +44 845 are one."""
    digits = "".join(sign for sign in row["begins"] if sign.isascii() and sign.isdecimal())
    home = digits.removeprefix("0044") if digits.startswith("0044") else digits.removeprefix("44")
    return {"begins": f"+44{home.removeprefix('0')}"} if digits.startswith(("0", "44")) else {}


_TIDY: Mapping[str, Callable[[Mapping[str, str]], dict[str, str]]] = {
    "number_ranges": _number,
    "shared_mailboxes": lambda row: {"name": row["name"].partition("@")[0].casefold()},
    "hours_words": lambda row: {"word": same(row["word"], "hours_words")},
    "helplines": lambda row: {"confidence": row["confidence"].casefold() or "question"},
    "promises": lambda row: {
        "kept_by": row["kept_by"].casefold(), "promise": row["promise"] or (row["cue"] if row["kept_by"] else "")},
}
"""What people write in more ways than one, as the checks compare it."""
