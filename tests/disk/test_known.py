"""A council's own rows for the tables of `known/`: how a file is known, what its rows do, and what they cannot do."""

import csv
import io
import re
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from review_kit.checks import Check, _ageing, _promises, all_checks, staff_only_row
from review_kit.disk import known_tables
from review_kit.disk.known import COLUMNS, KEYS, unreadable_tables
from review_kit.disk.own.faults import WAYS
from review_kit.disk.own.rows import LONGEST, MOST_ROWS, TOLD
from review_kit.disk.own.tables import TABLES
from review_kit.model import Finding

from ..checks import facts as make  # noqa: TID252 - the builders stand beside the checks, which use them most
from ..checks.entries import entry, facts  # noqa: TID252 - as above

GUIDE = Path(__file__).parents[2] / "docs" / "guide.md"
OURS = known_tables()
LEFT_ALONE = set(OURS) - set(TABLES)
CHECKS = {check.name: check for check in all_checks()}

ROWS: Mapping[str, Mapping[str, str]] = {
    "changes": {"old_name": "Old Choir", "new_name": "New Choir", "since": "2024-05", "kind": "renamed",
                "scope": "national", "confidence": "sure"},
    "helplines": {"name": "Moonrise", "phone": "0808 157 0123"},
    "ageing_words": {"cue": "in the old library", "asks": "Is it still there?"},
    "promises": {"cue": "see the (red|blue) leaflet", "kept_by": "link", "missing": "no leaflet",
                 "to_do": "Put a link to the leaflet in."},
    "staff_words": {"cue": "team huddle", "where": "name"},
    "abbreviations": {"abbreviation": "BLT", "stands_for": "Borchester Leaving Team"},
    "contract_ends": {"service": "Turning Tide", "names": "Turning Tide", "ends": "31/03/2027"},
    "number_ranges": {"begins": "0845", "kind": "costs", "what": "seven pence a minute"},
    "shared_mailboxes": {"name": "ann.smith"},
    "mailboxes_for_others": {"name": "parish.clerk", "note": "the parish council"},
    "contact_ended_words": {"words": "was given to the museum", "stands": "after"},
    "hours_words": {"word": "market day", "kind": "day", "means": "Thu"},
}
"""A row of each table that a council could write, with no column that it could do without."""
TOLD_BY: Mapping[str, tuple[str, dict[str, str]]] = {
    "changes": ("name-outdated", {"Provider": "Old Choir"}),
    "ageing_words": ("wording-ages", {"Impact": "We meet in the old library"}),
    "promises": ("promise-not-kept", {"Impact": "Please see the blue leaflet"}),
    "staff_words": ("staff-only-row", {"Area_of_support": "Weekly team huddle"}),
    "abbreviations": ("abbreviation-unexplained", {"Impact": "Ask the BLT"}),
    "contract_ends": ("contract-ends", {"Area_of_support": "Turning Tide"}),
    "number_ranges": ("phone-costs-caller", {"Provider": "Call 0845 988 0123"}),
}
"""The check that tells of the row, and an entry in which it does."""
NEEDED = {"changes": COLUMNS["changes"]}
"""Columns that a file must have, where they are more than those of the row."""


def written(folder: Path, name: str, *rows: Mapping[str, str], columns: tuple[str, ...] = (), **dialect: str) -> Path:
    """A file of these rows, with the columns that they need."""
    text = io.StringIO()
    wanted = dict.fromkeys([*columns, *(column for row in rows for column in row)])
    sheet = csv.DictWriter(text, list(wanted), **dialect)  # type: ignore[arg-type]
    sheet.writeheader()
    sheet.writerows(rows)
    path = folder / name
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def own(folder: Path, table: str, **more: str) -> Path:
    """A file with the one row of a table, called so that only its columns say which table it extends."""
    name = f"{table}.csv" if table == "shared_mailboxes" else "ours.csv"
    return written(folder, name, {**ROWS[table], **more}, columns=NEEDED.get(table, ()))


def told(check: str, said: Mapping[str, str], *paths: Path) -> list[Finding]:
    """What a check tells of an entry, with a council's own files."""
    return make.found(CHECKS[check], replace(facts(entry(**said)), known=known_tables(paths)))


def why(*paths: Path) -> list[str]:
    """What cannot be used of these files."""
    return [reason for _, reason in unreadable_tables(paths)]


NO_ABBREVIATION = "holds no abbreviation that we look for: up to 8 letters, with a capital at each end"
NEITHER = ("ours.csv has neither a column old_name nor a column name with a phone beside it, nor the columns of "
           "another table that you can extend")


# Which table a file extends


def test_every_table_has_its_shipped_columns() -> None:
    """And its key is one of them; a council writes what our own table shows."""
    for name, table in TABLES.items():
        assert set(OURS[name][0]) == set(table.columns), name
        assert KEYS[name] in table.columns
        assert {*table.needs, *table.must_have, *table.defaults, *table.allowed} <= set(table.columns)


@pytest.mark.parametrize("table", TABLES)
def test_a_file_is_known_by_its_columns(tmp_path: Path, table: str) -> None:
    """Our own columns, or as few as a row can do with: each file extends its own table and no other."""
    path = own(tmp_path, table)
    full = written(tmp_path, "full.csv", {**ROWS[table], "source": "us"}, columns=COLUMNS[table])
    for one in (path, full):
        assert why(one) == []
        now = known_tables([one])
        assert [name for name in now if now[name] != OURS[name]] == [table]
        assert set(now[table][-1]) == set(COLUMNS[table])


@pytest.mark.parametrize("table", sorted(OURS))
def test_no_table_is_taken_for_another(tmp_path: Path, table: str) -> None:
    """A copy of a table of ours under another name extends that table and changes nothing, or is told and left out."""
    path = written(tmp_path, "copy.csv", *OURS[table])
    now = known_tables([path])
    assert [name for name in now if name != table and now[name] != OURS[name]] == []
    if table in TABLES:
        assert why(path) == []
        assert sorted(map(str, now[table])) == sorted(map(str, OURS[table]))
    else:
        assert len(why(path)) == 1
        assert now == OURS


@pytest.mark.parametrize("name", ["promises.csv", "Our promises.csv", "promises (2).csv", "PROMISES-2026.csv"])
def test_a_file_may_be_known_by_its_name(tmp_path: Path, name: str) -> None:
    """Where its columns are those of several tables."""
    path = written(tmp_path, name, {"cue": "see the red leaflet", "use": "no"})
    assert why(path) == []
    assert known_tables([path])["promises"][-1]["kind"] == "stop"


@pytest.mark.parametrize(("name", "header", "reason"), [
    ("ours.csv", "cue,use",
     "ours.csv may extend ageing_words or promises or staff_words, so give it one of these names"),
    ("ours.csv", "cue,asks,missing", "ours.csv may extend ageing_words or promises, so give it one of these names"),
    ("helplines.csv", "name,source", "helplines.csv lacks the column phone"),
    ("ours.csv", "name,number", NEITHER),
    ("promises.csv", "cue,missing", "promises.csv lacks the column kept_by, to_do"),
    ("contract_ends.csv", "service,ends", "contract_ends.csv lacks the column names"),
])
def test_a_file_that_could_be_any_is_told(tmp_path: Path, name: str, header: str, reason: str) -> None:
    """With what to do: no row lands in a table that nobody meant."""
    path = tmp_path / name
    path.write_text(f"{header}\n{','.join('something' for _ in header.split(','))}\n", encoding="utf-8")
    assert why(path) == [reason]
    assert known_tables([path]) == OURS


# As spreadsheets save it

SAVED = {
    "with a byte order mark": lambda text: text.encode("utf-8-sig"),
    "in Windows' letters": lambda text: text.encode("cp1252"),
    "as Unicode text, with tabs": lambda text: text.replace(",", "\t").encode("utf-16"),
    "with semicolons": lambda text: text.replace(",", ";").encode(),
    "with a line that names the separator": lambda text: ("sep=;\r\n" + text.replace(",", ";")).encode(),
    "by an old Mac": lambda text: text.replace("\r\n", "\r").encode(),
    "with other capitals and spaces": lambda text: text.replace("stands_for", " Stands For ").encode(),
    "with blank lines between": lambda text: ("\r\n,,\r\n" + text.replace("\r\n", "\r\n,,,\r\n\r\n")).encode(),
    "with odd spaces": lambda text: text.replace("BLT", "\u00a0BLT \u200b").encode(),
    "with more cells than the header": lambda text: text.replace("Team\r\n", "Team,,,\r\n").encode(),
}  # fmt: skip


@pytest.mark.parametrize("how", SAVED)
def test_a_file_is_read_as_it_was_saved(tmp_path: Path, how: str) -> None:
    """Whatever Excel and its like make of a CSV file."""
    path = tmp_path / "ours.csv"
    path.write_bytes(SAVED[how]("abbreviation,stands_for\r\nBLT,Café – Team\r\n"))
    assert why(path) == []
    row = known_tables([path])["abbreviations"][-1]
    assert (row["abbreviation"], row["stands_for"], row["known_by"]) == ("BLT", "Café – Team", "workers")
    assert (row["source"], row["checked_on"]) == ("the council's own ours.csv", "a day not written down")


def test_a_row_is_told_by_its_number_in_excel(tmp_path: Path) -> None:
    """Blank rows count, and a cell with a line break is one row."""
    path = tmp_path / "ours.csv"
    path.write_bytes(b'abbreviation,stands_for\r\nBLT,"two\r\nlines"\r\n\r\nblt,x\r\n')
    assert why(path) == [f"row 4 of ours.csv {NO_ABBREVIATION}"]


# What a row does


@pytest.mark.parametrize("table", TOLD_BY)
def test_a_councils_row_is_told_by_its_check(tmp_path: Path, table: str) -> None:
    """As one of ours would be, with where it comes from."""
    check, said = TOLD_BY[table]
    assert not any("ours.csv" in finding.evidence for finding in told(check, said))
    finding, = told(check, said, own(tmp_path, table))
    assert "the council's own ours.csv" in finding.evidence


def test_a_mailbox_that_the_council_calls_shared_is_nobodys_own(tmp_path: Path) -> None:
    """Its name may be written with its domain."""
    said = {"Provider": "ann.smith@club.example"}
    assert told("email-of-one-person", said)
    assert not told("email-of-one-person", said, own(tmp_path, "shared_mailboxes"))
    assert not told("email-of-one-person", said, own(tmp_path, "shared_mailboxes", name="Ann.Smith@club.example"))


def test_a_helpline_of_the_councils_is_looked_for(tmp_path: Path) -> None:
    """Another number beside its name is asked about."""
    said = {"Provider": "Moonrise: 0800 111 222 3"}
    path = own(tmp_path, "helplines", phone="0808 800 5000")
    assert known_tables([path])["helplines"][-1]["confidence"] == "question"
    assert told("helpline-wrong-number", {"Provider": "Moonrise 0800 028 0077"}, path)
    assert not told("helpline-wrong-number", said)


def test_a_word_of_opening_hours_is_learned(tmp_path: Path) -> None:
    """So that what follows it is read as hours."""
    said = {"Hours": "Market day 5-9"}
    assert not told("hours-not-readable", said)
    assert told("hours-not-readable", said, own(tmp_path, "hours_words"))


@pytest.mark.parametrize("table", TABLES)
def test_a_row_replaces_ours_of_the_same_name(tmp_path: Path, table: str) -> None:
    """Whatever the case and the spaces; the later of two files counts."""
    key, ours = KEYS[table], dict(OURS[table][0])
    first = written(tmp_path, "one.csv", {**ours, "source": "first"})
    second = written(tmp_path, "two.csv", {**ours, "source": "second", key: f" {ours[key]} "})
    rows = known_tables([first, second])[table]
    assert why(first, second) == []
    assert [row["source"] for row in rows if row[key] == ours[key]] == ["second"]
    same_name = [row for row in OURS[table] if row[key] == ours[key]]
    assert len(rows) == len(OURS[table]) - len(same_name) + 1


# Switching off


@pytest.mark.parametrize("no", ["no", "No ", "FALSE", "0", "off", "n"])
@pytest.mark.parametrize("table", [name for name in TABLES if name != "abbreviations"])
def test_no_under_use_switches_one_of_ours_off(tmp_path: Path, table: str, no: str) -> None:
    """A file of two columns is enough, called after its table where that is not plain."""
    key = KEYS[table]
    path = written(tmp_path, f"{table}.csv", {key: OURS[table][0][key], "use": no})
    assert why(path) == []
    assert known_tables([path])[table] == tuple(row for row in OURS[table] if row[key] != OURS[table][0][key])


@pytest.mark.parametrize("letters", ["PFA", "QXZ"])
def test_an_abbreviation_that_is_switched_off_is_never_told(tmp_path: Path, letters: str) -> None:
    """Be it one of ours or one that no table knows: it is taken for one that everyone knows."""
    said = {"Impact": f"Ask the {letters}"}
    assert told("abbreviation-unexplained", said)
    path = written(tmp_path, "ours.csv", {"abbreviation": letters, "use": "no"})
    assert not told("abbreviation-unexplained", said, path)


@pytest.mark.parametrize(("table", "check", "said", "words"), [
    ("ageing_words", "wording-ages", {"Impact": "New offer (TBC) [see us]"}, "“New offer (TBC) [see us]”"),
    ("ageing_words", "wording-ages", {"Frequency": "Monthly moving to bi-monthly"}, "…moving to Bi-Monthly"),
    ("promises", "promise-not-kept", {"Impact": "Referral form attached"}, "form attached"),
    ("staff_words", "staff-only-row", {"Area_of_support": "Reflective practice"}, "reflective practice"),
])
def test_words_of_a_finding_can_be_switched_off(tmp_path: Path, table: str, check: str, said: dict[str, str],
                                                words: str) -> None:
    """Copied from it as they stand, with the signs around them: they are never told again, and others are."""
    assert told(check, said)
    path = written(tmp_path, f"{table}.csv", {"cue": words, "use": "no"})
    assert why(path) == []
    assert not told(check, said, path)
    other, elsewhere = TOLD_BY[table]
    assert told(other, elsewhere, path, own(tmp_path, table))


def test_what_is_switched_off_and_is_not_there_is_told(tmp_path: Path) -> None:
    """A slip of the hand would change nothing, and say nothing."""
    path = written(tmp_path, "ours.csv", {"old_name": "No such body", "use": "no"})
    assert why(path) == ["row 2 of ours.csv switches off “No such body”, and we have no row of that name"]


# What cannot be used

PLAIN = "where only plain words, (one|other), ? and ... can stand"
NOT_LOOKED_FOR = "cannot be looked for: its cue"
EVERYWHERE = "is so short that it would be found everywhere"
BAD = {
    ("changes", "since", "May-24"): "says “May-24” under since, which is no day or month such as 2026-04",
    ("changes", "old_name", "Old Choir | a"): f"names “a” under old_name, which {EVERYWHERE}",
    ("changes", "new_name", "a - - b"): "has several signs with no word between them under new_name",
    ("helplines", "name", "Moon - - rise"): "has several signs with no word between them under name",
    ("helplines", "phone", ""): "has no phone, text or email",
    ("contract_ends", "names", "Turning Tide; -"): f"names “-” under names, which {EVERYWHERE}",
    ("ageing_words", "asks", ""): "says nothing under asks",
    ("ageing_words", "months", "²"): "says “²” under months, which is no number of months",
    ("ageing_words", "months", "9" * 900): f"says “{'9' * 900}” under months, which is no number of months",
    ("ageing_words", "counts_from", "end"): "counts from the end of a DATE, and its cue names none",
    ("ageing_words", "severity", "danger"): "says “danger” under severity, and we know only caution, note",
    ("ageing_words", "cue", "ab"): f"{NOT_LOOKED_FOR} {EVERYWHERE}",
    ("ageing_words", "cue", "(a+)+$"): f"{NOT_LOOKED_FOR} holds “$”, {PLAIN}",
    ("promises", "cue", r"\w+ leaflet"): f"{NOT_LOOKED_FOR} holds “\\”, {PLAIN}",
    ("promises", "cue", "see (the leaflet"): f"{NOT_LOOKED_FOR} has a ( without its )",
    ("promises", "cue", "see the) leaflet"): f"{NOT_LOOKED_FOR} has a ) without its (",
    ("promises", "cue", "(a|b)" * 7): f"{NOT_LOOKED_FOR} stands for more than 50 wordings, so write it in several rows",
    ("promises", "cue", "(" * 40 + "leaflet" + ")" * 40):
        f"{NOT_LOOKED_FOR} has too many brackets in brackets",
    ("promises", "cue", "leaflet " * 60): f"{NOT_LOOKED_FOR} is longer than 300 characters",
    ("promises", "kept_by", "a link"):
        "says “a” under kept_by, and we know only around, contact, criteria, label, link, nothing, way",
    ("promises", "answer_in", "Assured on"):
        "says “Assured on” under answer_in, and we know only Age from, Age to, Area, Area of support and others",
    ("staff_words", "where", "title"): "says “title” under where, and we know only anywhere, name, section",
    ("staff_words", "cue", "a ... b ... c ... d"): f"{NOT_LOOKED_FOR} has more than 2 gaps",
    ("abbreviations", "abbreviation", "camhs"): NO_ABBREVIATION,
    ("contract_ends", "ends", "next spring"): "says “next spring” under ends, which is no day such as 31/03/2027",
    ("number_ranges", "begins", "845"): "says “845” under begins, which is not the beginning of a number, such as 0845",
    ("number_ranges", "begins", "+44"): "says “+44” under begins, which is not the beginning of a number, such as 0845",
    ("number_ranges", "kind", "free"): "says “free” under kind, and we know only costs, drama",
    ("number_ranges", "what", ""): "says nothing under what",
    ("shared_mailboxes", "name", "the duty desk"):
        "says “the duty desk” under name, where one word belongs that stands before an @",
    ("contact_ended_words", "words", "is gone"):
        "says “is gone” under words, which is too short to say that a number has ended",
    ("contact_ended_words", "stands", "near"): "says “near” under stands, and we know only after, before",
    ("hours_words", "means", "Market"): "says “Market” under means, which a row of the kind day cannot mean",
    ("hours_words", "kind", "weather"):
        "says “weather” under kind, and we know only all day, all week, answer after, answer within and others",
    ("abbreviations", "use", "perhaps"): "says “perhaps” under use, and we know only yes and no",
    ("abbreviations", "stands_for", "x" * (LONGEST + 1)): f"has more than {LONGEST} characters under stands_for",
}
"""A table, a column and what stands there -> what is told of the row."""


@pytest.mark.parametrize(("table", "column", "value"), BAD)
def test_a_row_that_cannot_be_used_is_told_with_file_and_row(tmp_path: Path, table: str, column: str,
                                                             value: str) -> None:
    """In one sentence that says what to change; it is left out, and the other rows count."""
    name = f"{table}.csv"
    good = {**ROWS[table], "source": "the good row"}
    path = written(tmp_path, name, {**ROWS[table], column: value}, good, columns=NEEDED.get(table, ()))
    assert why(path) == [f"row 2 of {name} {BAD[table, column, value]}"]
    added = [row for row in known_tables([path])[table] if row not in OURS[table]]
    assert [row["source"] for row in added] == ["the good row"]


def test_a_short_word_is_never_switched_off(tmp_path: Path) -> None:
    """It would silence a table."""
    path = written(tmp_path, "promises.csv", {"cue": "a", "use": "no"})
    assert why(path) == [f"row 2 of promises.csv cannot be switched off: its cue {EVERYWHERE}"]
    assert known_tables([path]) == OURS


def test_a_long_list_of_faults_is_cut(tmp_path: Path) -> None:
    """Nobody reads a hundred."""
    path = written(tmp_path, "ours.csv", *({"abbreviation": "x"} for _ in range(100)))
    assert len(why(path)) == TOLD + 1
    assert why(path)[-1] == f"{100 - TOLD} more rows of ours.csv cannot be used"


def test_a_file_can_hold_only_so_much(tmp_path: Path) -> None:
    """Rows and wordings: what is beyond is told and left out."""
    letters = [f"{a}{b}{c}" for a in "ABCDEFGHIJKLMN" for b in "ABCDEFGHIJKLMN" for c in "ABCDEFGHIJKLMN"]
    path = written(tmp_path, "ours.csv", *({"abbreviation": one} for one in letters))
    assert why(path) == [f"ours.csv has more than {MOST_ROWS} rows, and we used the first of them"]
    cues = [{**ROWS["promises"], "cue": f"leaflet {n} (a|b)(a|b)(a|b)(a|b)(a|b)"} for n in range(100)]
    wordy = why(written(tmp_path, "promises.csv", *cues))
    assert wordy[0] == "row 64 of promises.csv comes after 2000 wordings, and a file can hold no more"


# Nothing in a file can hang or break a judgement

EVIL = ["(a+)+$", "(a|a)*b", "(.*)*x", "a" * 290, "...  ...  ...", "a ... a ... b", "(a?a?a?)aaa", "DATE DATE", "PLACE",
        "DATE ... PLACE", "(?P<date>x)", "[", "(", "\\", "{0}{place}%s", "a|a|a|a|aaa", "- - - - - b", "abc - - - abd",
        "abc ' ' ' abd", "=1+1", "\u202e", "²²²", "²" * 10, "|", "[a]", "a [b, c", "' - ' - ' - '", "9" * 999,
        "31/02/2027", "+" * 20, "0" * 500]
"""Values that have broken programs of this kind."""
LONG = ["abc" + " " * 2_000 + "xyz abd", "a" * 3_000, "a " * 1_500, "a" + " -" * 1_500, " " * 2_000 + "b",
        "aa 2026 " * 400, "1 " * 1_500]


def judged(*paths: Path) -> float:
    """How long every check takes, in seconds, on entries that hold long and odd texts."""
    cells = (entry(row, Provider=text, Impact=text, Hours=text, Frequency=EVIL[row])
             for row, text in enumerate(LONG, 2))
    of = replace(facts(*cells), known=known_tables(paths))
    began = time.perf_counter()
    for check in CHECKS.values():
        assert isinstance(check, Check)
        list(check.find(of))
    return time.perf_counter() - began


@pytest.mark.parametrize("table", TABLES)
def test_no_value_in_a_file_hangs_or_breaks_a_judgement(tmp_path: Path, table: str) -> None:
    """Each evil value in each column: the row is told or it is harmless, and judging takes no noticeable time more."""
    rows = [{**ROWS[table], column: evil} for column in COLUMNS[table] for evil in EVIL]
    files = [written(tmp_path, f"{n} {table}.csv", *rows[n::4], columns=COLUMNS[table]) for n in range(4)]
    assert judged(*files) < judged() + 10
    unreadable_tables(files)


WORDS = st.text(st.sampled_from(list("ab (|)?.…-'’[]{}\\*+^$<>DATE PLACE SERVICE\u00e9²")), max_size=40)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(words=WORDS)
def test_every_cue_that_is_taken_is_a_pattern_that_its_check_can_use(tmp_path_factory: pytest.TempPathFactory,
                                                                     words: str) -> None:
    """The checks read a cue that they cannot compile as plain words; a council's own is never one of these."""
    folder = tmp_path_factory.mktemp("own")
    for table, compiled in (("ageing_words", _ageing.compiled), ("promises", _promises._pattern),
                            ("staff_words", staff_only_row._pattern)):
        path = written(folder, f"{table}.csv", {**ROWS[table], "cue": words or "x"})
        for row in known_tables([path])[table]:
            if row not in OURS[table]:
                pattern = compiled(row["cue"])
                assert re.escape(row["cue"]) != pattern.pattern
                assert pattern.search("") is None


def test_the_words_that_tables_know_are_those_of_the_checks() -> None:
    """The reading of a council's rows and the checks agree on what a cue and a promise can hold."""
    assert set(TABLES["ageing_words"].stands_for) == {word.strip() for word in _ageing._STANDS_FOR}
    assert set(_promises.KEEPS) == WAYS


# The guide

EXAMPLES = re.findall(r"`(\w+\.csv)`[^\n]*\n(?:[^\n]+\n)*\n```csv\n((?:[^`\n]+\n)+)```",
                      GUIDE.read_text(encoding="utf-8"))


def test_the_guide_has_an_example_for_each_table() -> None:
    """None is left out."""
    assert [name.removesuffix(".csv") for name, _ in EXAMPLES] == list(TABLES)


@pytest.mark.parametrize(("name", "text"), EXAMPLES)
def test_each_example_of_the_guide_works(tmp_path: Path, name: str, text: str) -> None:
    """As it is printed: no row of it is told of, and each does something."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert why(path) == []
    assert known_tables([path])[name.removesuffix(".csv")] != OURS[name.removesuffix(".csv")]
