"""Deciding in Excel and deciding on the desk are one thing: the same decisions make the same register."""

import socket
from collections.abc import Callable, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from review_kit import steps
from review_kit.__main__ import main
from review_kit.commands.shared import store as store_of_the_command_line
from review_kit.deciding.in_rows import DECISION, KEY, NOTE, ROLE, TEXT, RowRead, in_cell
from review_kit.deciding.names import name_of
from review_kit.disk import FACTS_FILE
from review_kit.model import Action, Outcome, Review
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.workbook import write_practice_register
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk

from .widgets import places
from .widgets.pages import write_form

TEAM, DAY = "Leaving Care team", PRACTICE_DAY.isoformat()
DECIDED = (
    ("Walking group", "link-moved", Action.SUGGESTION, "", ""),
    ("Allotment mornings", "link-moved", Action.FINE, "", "It is the right page."),
    ("Worry Line", "link-taken-over", Action.TAKE_OUT, "", ""),
    ("Money advice", "phone-not-uk", Action.OTHER, "0808 157 0145", ""),
    ("Health passport", "service-unreachable", Action.OTHER, "+44 3069 990145, “the nurse” – or drop in", ""),
    ("Music studio", "link-service-closed", Action.RETIRE, "", "It closed in May; the provider wrote to us."),
    ("Talking therapy", "domain-gone", Action.CONFIRMED, "", "Their site is being rebuilt."),
    ("Free online counselling", "service-unreachable", Action.NO_PROBLEM, "", "Personal advisers open it with them."),
    ("Drop-in with a youth worker", "link-not-found", Action.ASK, "", ""),
    ("Somewhere to stay tonight", "link-not-secure", Action.LATER, "", ""),
)
"""The ten decisions: of which service, on the finding of which check, what, the new text, the reason."""

Cells = Mapping[str, list[list[object]]]
ASSURANCE = {"Assured on", "Assured by", "Next review due"}


def outcome_of(review: Review, name: str, check: str) -> Outcome:
    """How the finding of a check about a service stands."""
    found, = [o for o in review.outcomes if o.finding.check == check and o.finding.service is not None
              and o.finding.service.name.startswith(name)]
    return found


def review_of(current: Current) -> Review:
    """The review in hand."""
    assert current.review is not None
    return current.review


class FormsOf(HTMLParser):
    """Every form of a page: the values that stand in its fields, and its buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[tuple[dict[str, str], list[str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """One element."""
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(({}, []))
        elif tag == "input" and self.forms:
            self.forms[-1][0][named["name"]] = named.get("value", "")
        elif tag == "button" and self.forms:
            self.forms[-1][1].append(named["value"])


def decide_on_desk(current: Current) -> None:
    """Press the buttons of notebook 4, with the values that their forms send, and nothing else."""
    desk = DecisionDesk(current)
    desk.press("role", {"role": TEAM})
    for name, check, action, text, note in DECIDED:
        press_on(desk, outcome_of(review_of(current), name, check), action, {"text": text, "note": note})


def press_on(desk: DecisionDesk, outcome: Outcome, action: Action, said: Mapping[str, str]) -> None:
    """Find a finding by the words of its service, fill in the form that has the button, and press it."""
    assert outcome.finding.service is not None
    desk.press("narrow", {"show": "everything", "words": outcome.finding.service.name})
    filled = {field: words for field, words in said.items() if words}
    fields = next(fields for fields, buttons in FormsOf(desk.html).forms if fields.get("finding") == name_of(outcome)
                  and f"decide:{action}" in buttons and filled.keys() <= fields.keys())
    desk.press(f"decide:{action}", {**fields, **filled})
    assert (desk.trouble, desk.done[:4]) == ("", "Kept")


def fill_in(path: Path, review: Review, *, role: str = TEAM) -> Path:
    """Fill in a workbook of findings as a person would: by its headings, in the rows of the ten findings."""
    rows = {}
    for name, check, action, text, note in DECIDED:
        rows[name_of(outcome_of(review, name, check))] = {DECISION: in_cell(action), TEXT: text, NOTE: note, ROLE: role}
    assert len(type_into(path, rows)) == len(DECIDED)
    return path


def type_into(path: Path, rows: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
    """Type texts into rows of a workbook of findings, known by their keys; tells the number of each row."""
    book = openpyxl.load_workbook(path)
    sheet = book["Findings"]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    numbers = {str(row[columns[KEY] - 1].value).partition(" ")[0]: row[0].row for row in sheet.iter_rows(min_row=2)}
    for key, texts in rows.items():
        for column, text in texts.items():
            if text:
                sheet.cell(numbers[key], columns[column]).value = text
    book.save(path)
    return {key: numbers[key] for key in rows}


def cells_by_openpyxl(path: Path) -> Cells:
    """Every cell of every sheet."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book}


def cells_by_calamine(path: Path) -> Cells:
    """The same, by a reader that shares no code with openpyxl."""
    book = CalamineWorkbook.from_path(path)
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def assert_same_cells(one: Path, other: Path) -> None:
    """All values on all sheets."""
    for cells in (cells_by_openpyxl, cells_by_calamine):
        mine, theirs = cells(one), cells(other)
        assert list(mine) == list(theirs)
        for sheet, rows in mine.items():
            assert rows == theirs[sheet], sheet


def unassured(cells: Cells) -> Cells:
    """The same without what says that an entry is assured, in its columns and in the log."""
    header, *rows = cells["Services"]
    kept = [place for place, name in enumerate(header) if name not in ASSURANCE]
    log = [row for row in cells["Change log"] if not ASSURANCE & set(map(str, row))]
    return {**cells, "Services": [[row[place] for place in kept] for row in (header, *rows)], "Change log": log}


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Current, Current]:
    """Two machines with the practice review, checked, and nothing decided."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    return places.checked(places.place_in(tmp_path / "one")), places.checked(places.place_in(tmp_path / "other"))


def written(current: Current) -> Path:
    """The register as notebook 5 writes it."""
    form = write_form(current)
    form.press("write", {"in_place": "no"})
    assert form.trouble == ""
    assert current.folder is not None
    return current.folder / "offer_register.xlsx"


@pytest.fixture
def by_desk(machines: tuple[Current, Current]) -> Path:
    """The register after the ten decisions on the desk."""
    decide_on_desk(machines[0])
    return written(machines[0])


def read_back(current: Current, *, role: str = TEAM) -> tuple[RowRead, ...]:
    """Write the workbook of findings, fill it in, and read it."""
    review = review_of(current)
    path = fill_in(steps.write_decision_workbook(review, current.folder), review, role=role)
    return steps.read_decision_workbook(path, review, today=current.today)


def keep(current: Current, rows: Sequence[RowRead]) -> None:
    """Keep what a workbook asks for, as notebook 4 does."""
    current.store.decisions.add([row.decision for row in rows if row.decision is not None])
    current.took()


def test_the_desk_and_the_workbook_write_the_same_register(machines: tuple[Current, Current], by_desk: Path) -> None:
    """The ten decisions, in another order and with no page between: the same cells on every sheet."""
    other = machines[1]
    other.store.remember_role(TEAM)
    other.took()
    rows = read_back(other)
    assert [row.problem for row in rows] == [""] * len(DECIDED)
    keep(other, rows)
    assert_same_cells(written(other), by_desk)


def test_the_desk_and_the_workbook_keep_the_same(machines: tuple[Current, Current], by_desk: Path) -> None:
    """In the store too, but for numbers and names by chance."""
    keep(machines[1], read_back(machines[1]))

    def kept(current: Current) -> set[tuple[object, ...]]:
        return {(d.key, d.action, d.who, d.decided_on, d.service, d.text, d.note, d.seen, d.evidence, d.basis)
                for d in current.store.decisions.all()}
    assert kept(machines[0]) == kept(machines[1])
    assert len(kept(machines[0])) == len(DECIDED)


def test_the_role_in_the_workbook_is_enough(machines: tuple[Current, Current], by_desk: Path) -> None:
    """Whoever decides in Excel alone says the role there, on each row, and nowhere else."""
    keep(machines[1], read_back(machines[1]))
    assert_same_cells(written(machines[1]), by_desk)


def test_a_blank_role_is_the_one_that_was_said_last(machines: tuple[Current, Current], by_desk: Path) -> None:
    """On the desk; where nobody ever said one, each row says that it is missing."""
    other = machines[1]
    assert {row.problem for row in read_back(other, role="")} == {
        "Say first in which role you decide, such as Leaving Care team."}
    other.store.remember_role(TEAM)
    other.took()
    keep(other, read_back(other, role=""))
    assert_same_cells(written(other), by_desk)


def test_what_was_kept_asks_for_nothing_when_it_is_read_again(machines: tuple[Current, Current]) -> None:
    """The filled-in workbook once more, and a new one that nobody touched."""
    current = machines[0]
    keep(current, read_back(current))
    review = review_of(current)
    filled_in = steps.newest_decision_workbook(current.folder) if current.folder else None
    untouched = steps.write_decision_workbook(review, current.folder)
    for path in (filled_in, untouched):
        assert path is not None
        read = steps.read_decision_workbook(path, review, today=current.today)
        assert [(row.problem, row.decision) for row in read] == [("", None)] * len(DECIDED)


def test_a_reason_that_names_a_danger_stays_as_it_is(machines: tuple[Current, Current]) -> None:
    """A workbook that nobody touched asks for nothing, whatever it shows in the place of a dangerous address."""
    current = machines[0]
    desk = DecisionDesk(current)
    desk.press("role", {"role": TEAM})
    press_on(desk, outcome_of(review_of(current), "Worry Line", "link-taken-over"), Action.FINE,
             {"note": "They have worry-line.example back since noon."})
    untouched = steps.write_decision_workbook(review_of(current), current.folder)
    row, = steps.read_decision_workbook(untouched, review_of(current), today=current.today)
    assert (row.problem, row.decision) == ("", None)


def test_what_the_desk_refuses_the_workbook_refuses(machines: tuple[Current, Current]) -> None:
    """An address of a site that this review found dangerous is kept by neither, in the same words."""
    current, address = machines[0], "https://worry-line.example/help"
    desk = DecisionDesk(current)
    desk.press("role", {"role": TEAM})
    outcome = outcome_of(review_of(current), "Drop-in", "link-not-found")
    desk.press(f"decide:{Action.OTHER}", {"finding": name_of(outcome), "text": address})
    assert "dangerous" in desk.trouble
    review = review_of(current)
    path = steps.write_decision_workbook(review, current.folder)
    type_into(path, {name_of(outcome): {DECISION: in_cell(Action.OTHER), TEXT: address}})
    row, = steps.read_decision_workbook(path, review, today=current.today)
    assert (row.problem, row.decision) == (desk.trouble, None)
    assert current.store.decisions.all() == ()


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The practice register as somebody's own, with its facts where a review of its day left them, and no network."""
    places.cut_off(monkeypatch)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a test asked the real network"))
    monkeypatch.chdir(tmp_path)
    out = tmp_path / steps.REVIEWS / DAY
    out.mkdir(parents=True)
    (out / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
    assert main(["review", str(write_practice_register(tmp_path / "offer.xlsx")), "--today", DAY]) == 0
    return tmp_path / "offer.xlsx"


Run = Callable[..., tuple[int, list[str], list[str]]]


@pytest.fixture
def run(register: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command about the register on the review's day; tells how it ended, and what it said and complained of."""
    capsys.readouterr()

    def command(*arguments: str | Path) -> tuple[int, list[str], list[str]]:
        name, *more = map(str, arguments)
        ended = main([name, str(register), "--today", DAY, *more])
        said = capsys.readouterr()
        return ended, said.out.splitlines(), said.err.splitlines()
    return command


def judged(register: Path) -> Review:
    """The review as the command line sees it."""
    out = register.parent / steps.REVIEWS / DAY
    decided = store_of_the_command_line().decided()
    return steps.check(steps.facts_of(steps.open_register(register), out, today=PRACTICE_DAY), decided=decided)


def workbook(register: Path) -> Path:
    """The workbook of findings that `decide` writes first."""
    return register.parent / steps.REVIEWS / DAY / "decisions.xlsx"


def test_from_review_to_review_on_the_command_line(register: Path, run: Run, by_desk: Path, own_state: Path) -> None:
    """Review, decide in Excel, look, keep, review again: the register is the one that the desk makes.

    But for what is assured: outside the practice review, numbers that Ofcom keeps for drama are told as such.
    """
    ended, said, _ = run("decide")
    assert (ended, len(said)) == (0, 1)
    assert str(workbook(register).relative_to(register.parent)) in said[0]
    store_of_the_command_line().remember_role(TEAM)
    fill_in(workbook(register), judged(register))
    ended, said, _ = run("decide", "--read", workbook(register))
    assert (ended, len(said)) == (0, len(DECIDED) + 1)
    assert said[-1] == "10 decisions would be kept; give the command again with --keep."
    assert all(line.startswith("Row ") and line.endswith(f"({TEAM})") for line in said[:-1])
    assert store_of_the_command_line().decisions.all() == ()
    ended, said, _ = run("decide", "--read", workbook(register), "--keep")
    assert (ended, said[-1]) == (0, "10 decisions kept.")
    assert store_of_the_command_line().path == own_state / "store.sqlite3"
    assert run("review")[0] == 0
    ours = register.parent / steps.REVIEWS / DAY / "offer_register.xlsx"
    assert unassured(cells_by_openpyxl(ours)) == unassured(cells_by_openpyxl(by_desk))
    assert unassured(cells_by_calamine(ours)) == unassured(cells_by_calamine(by_desk))


def test_to_keep_twice_keeps_once(register: Path, run: Run) -> None:
    """The command given again says that nothing is new."""
    run("decide")
    fill_in(workbook(register), judged(register))
    run("decide", "--read", workbook(register), "--keep")
    assert run("decide", "--read", workbook(register), "--keep")[:2] == (0, ["0 decisions kept."])
    assert len(store_of_the_command_line().decisions.all()) == len(DECIDED)


def test_a_workbook_is_never_written_over(register: Path, run: Run) -> None:
    """`decide` again makes the next one, and the answers in the first one stay."""
    run("decide")
    before = fill_in(workbook(register), judged(register)).read_bytes()
    assert "decisions 2.xlsx" in run("decide")[1][0]
    assert workbook(register).read_bytes() == before


def test_rows_that_cannot_be_kept_are_named_by_their_numbers(register: Path, run: Run) -> None:
    """Each says what is wrong with it; the good ones are kept."""
    run("decide")
    review = judged(register)

    def key(name: str, check: str) -> str:
        return name_of(outcome_of(review, name, check))
    bad = {
        key("Walking group", "link-moved"): ({DECISION: "Use the sugestion"}, "“Use the sugestion” is no decision"),
        key("Stop smoking", "link-no-answer"): ({DECISION: "Use the suggestion"}, "does not fit this finding"),
        key("Money advice", "phone-not-uk"): ({DECISION: "Write another"}, "Write what should stand"),
        key("Free online", "service-unreachable"): ({DECISION: "Not a problem"}, "Say why in a few words"),
        key("Worry Line", "link-taken-over"): ({DECISION: "Checked by hand and fine"}, "Say why in a few words"),
        key("Sexual health", "link-blocks-robots"): (
            {DECISION: "Checked by hand and fine", TEXT: "https://harbour-clinic.example/"}, "There is a new text"),
        key("Short breaks", "link-not-found-in-doubt"): ({NOTE: "Ask Hilltop."}, "There are words and no decision"),
        key("Advocacy", "email-malformed"): (
            {DECISION: "Write another", TEXT: "help at speak-out"}, "is not an e-mail"),
        key("Somewhere", "link-not-secure"): (
            {DECISION: "Write another", TEXT: "the front door"}, "is not a web address"),
    }
    good = {key("Allotment mornings", "link-moved"): {DECISION: "use the SUGGESTION", ROLE: TEAM}}
    typed = type_into(workbook(register), {
        **{name: {**texts, ROLE: TEAM} for name, (texts, _) in bad.items()}, **good})
    ended, said, _ = run("decide", "--read", workbook(register), "--keep")
    assert (ended, said[-1], len(said)) == (0, "1 decision kept.", len(typed) + 1)
    for name, (_, complaint) in bad.items():
        line, = [line for line in said if line.startswith(f"Row {typed[name]} cannot be kept: ")]
        assert complaint in line
    assert len(store_of_the_command_line().decisions.all()) == 1


def test_two_rows_that_disagree_are_both_named(register: Path, run: Run) -> None:
    """A row that was copied and decided in another way: neither counts, whichever stands first."""
    run("decide")
    key = name_of(outcome_of(judged(register), "Walking group", "link-moved"))
    number = type_into(workbook(register), {key: {DECISION: "Take it out", ROLE: TEAM}})[key]
    book = openpyxl.load_workbook(workbook(register))
    sheet = book["Findings"]
    sheet.append([cell.value for cell in sheet[number]])
    sheet.cell(sheet.max_row, [cell.value for cell in sheet[1]].index(DECISION) + 1).value = "Use the suggestion"
    book.save(workbook(register))
    _, said, _ = run("decide", "--read", workbook(register), "--keep")
    assert [line.partition(":")[0] for line in said[:-1]] == [
        f"Row {number} cannot be kept", f"Row {sheet.max_row} cannot be kept"]
    assert said[-1] == "0 decisions kept."


def test_a_finding_that_is_not_there_any_more_is_named(register: Path, run: Run) -> None:
    """Its words were changed in the register since the workbook was written."""
    run("decide")
    numbers = type_into(workbook(register), {
        name_of(outcome_of(judged(register), "Walking group", "link-moved")): {DECISION: "Take it out", ROLE: TEAM}})
    book = openpyxl.load_workbook(register)
    book["Services"]["C6"] = "Green Paths\n\nhttps://www.green-paths.example/walks"
    book.save(register)
    ended, said, _ = run("decide", "--read", workbook(register), "--keep")
    assert (ended, said[-1]) == (0, "0 decisions kept.")
    assert said[0].startswith(f"Row {numbers.popitem()[1]} cannot be kept: Its finding is not there any more")


def test_a_workbook_without_its_keys_is_refused(register: Path, run: Run) -> None:
    """The column that the kit knows the rows by was deleted: one sentence, and nothing is kept."""
    run("decide")
    fill_in(workbook(register), judged(register))
    book = openpyxl.load_workbook(workbook(register))
    sheet = book["Findings"]
    sheet.delete_cols([cell.value for cell in sheet[1]].index(KEY) + 1)
    book.save(workbook(register))
    ended, said, complained = run("decide", "--read", workbook(register), "--keep")
    assert (ended, said, len(complained)) == (2, [], 1)
    assert f"lacks the heading {KEY}" in complained[0]
    assert store_of_the_command_line().decisions.all() == ()


def test_a_workbook_whose_keys_were_emptied_is_told(register: Path, run: Run) -> None:
    """The column stands there and holds nothing: decisions that somebody made must not vanish in silence."""
    run("decide")
    fill_in(workbook(register), judged(register))
    book = openpyxl.load_workbook(workbook(register))
    sheet = book["Findings"]
    column = [cell.value for cell in sheet[1]].index(KEY) + 1
    for row in range(2, sheet.max_row + 1):
        sheet.cell(row, column).value = None
    book.save(workbook(register))
    _, said, complained = run("decide", "--read", workbook(register), "--keep")
    assert len([line for line in (*said, *complained) if line.startswith("Row ")]) == len(DECIDED)


def test_a_workbook_of_another_register_keeps_nothing(register: Path, run: Run, tmp_path: Path) -> None:
    """Each of its decisions is named; none lands on a finding of this register."""
    other = places.drop_in(tmp_path / "other" / "offer.xlsx")
    out = tmp_path / "other" / "review"
    assert main(["review", str(other), "--out", str(out), "--today", DAY]) == 0
    assert main(["decide", str(other), "--out", str(out), "--today", DAY]) == 0
    theirs = out / "decisions.xlsx"
    header, *rows = openpyxl.load_workbook(theirs)["Findings"].iter_rows(values_only=True)
    keys = [str(row[header.index(KEY)]).partition(" ")[0] for row in rows]
    numbers = type_into(theirs, {key: {DECISION: "Ask the provider", ROLE: TEAM} for key in keys})
    run("decide")
    ended, said, _ = run("decide", "--read", theirs, "--keep")
    assert (ended, said[-1]) == (0, "0 decisions kept.")
    assert [line.partition(": Its finding is not there")[0] for line in said[:-1]] == [
        f"Row {number} cannot be kept" for number in sorted(numbers.values())]
    assert numbers
    assert store_of_the_command_line().decisions.all() == ()


@pytest.mark.parametrize("what", ["register", "nothing", "text"])
def test_what_is_no_workbook_of_findings_is_one_sentence(register: Path, run: Run, tmp_path: Path, what: str) -> None:
    """The register itself, a file that is not there, and a file of another kind."""
    (tmp_path / "notes.xlsx").write_text("Ring Moonrise.", encoding="utf-8")
    path = {"register": register, "nothing": tmp_path / "no.xlsx", "text": tmp_path / "notes.xlsx"}[what]
    ended, said, complained = run("decide", "--read", path, "--keep")
    assert (ended, said, len(complained)) == (2, [], 1)
    assert path.name in complained[0]


def test_deciding_before_any_review_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                    capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, and exit 2."""
    monkeypatch.chdir(tmp_path)
    path = write_practice_register(tmp_path / "offer.xlsx")
    assert main(["decide", str(path)]) == 2
    assert "Run review-kit review first" in capsys.readouterr().err
    assert not (tmp_path / steps.REVIEWS).exists()
