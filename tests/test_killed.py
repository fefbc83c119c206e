"""`kill -9` at a hundred moments of deciding and writing: what was kept is there, and no register is half a one."""

import os
import re
import shutil
import signal
import sqlite3
import sys
import time
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import count
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.deciding import decision
from review_kit.disk import FACTS_FILE
from review_kit.model import Action, Decision, Review
from review_kit.practice import PRACTICE_DAY, REGISTER_NAME
from review_kit.practice.workbook import write_practice_register
from review_kit.store import STORE_FILE, Store

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="a hundred warm processes need fork, which this system lacks"),
    # The child ends in itself: it never goes on with what other threads of the tests held when it was made.
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
    pytest.mark.timeout(300),  # half a minute by itself; a busy machine may take several times as long
]

KEPT = Path(__file__).parents[1] / "link_reports" / "practice"
TEAM = "Leaving Care team"
TRIES, MEASURED, EVERY = 100, 5, 5
"""How often we kill, how often the loop is measured before, and after how many decisions the register is written."""
BEGUN, ADDING, ADDED, WRITING, WRITTEN, TROUBLE = "begun", "adding", "added", "writing", "written", "trouble"
ELSEWHERE = "elsewhere"
TOUCHES = frozenset({"open", "os.rename", "os.remove", "os.chmod"})
"""What Python tells of before it touches a file: https://docs.python.org/3/library/audit_events.html"""

DECIDED = (
    ("link-moved", "wednesday-walk", Action.SUGGESTION, ""), ("link-moved", "allotment", Action.SUGGESTION, ""),
    ("link-mistyped", "stepping-stones", Action.SUGGESTION, ""), ("email-malformed", "help@", Action.SUGGESTION, ""),
    ("link-taken-over", "worry-line", Action.TAKE_OUT, ""),
    ("domain-gone", "talking", Action.TAKE_OUT, ""), ("link-not-found", "boathouse", Action.TAKE_OUT, ""),
    ("phone-not-uk", "0808", Action.OTHER, "0808 157 0145"), ("link-service-closed", "studio-nine", Action.RETIRE, ""),
    ("link-sent-to-front-page", "turning-tide", Action.OTHER, "https://www.turning-tide.example/kestrelshire"),
    ("link-not-found-page", "good-food", Action.TAKE_OUT, ""), ("link-no-answer", "clear-air", Action.TAKE_OUT, ""),
    ("link-not-secure", "open-door", Action.OTHER, "https://open-door.example/beds"),
    ("link-connection-refused", "leisure", Action.OTHER, "https://leisure-kestrelshire.example/swim"),
    ("link-server-ill", "council", Action.TAKE_OUT, ""),
    ("link-redirect-without-end", "hands-up", Action.TAKE_OUT, ""),
)
"""What is decided, in this order: each writes one thing. The last is left for the time after the kill."""


@dataclass(frozen=True)
class Desk:
    """A folder with the register, its review and the store: the same one for every try, laid out anew."""

    folder: Path

    @property
    def register(self) -> Path:
        """The lead's own file."""
        return self.folder / REGISTER_NAME

    @property
    def out(self) -> Path:
        """The review's folder."""
        return self.folder / "link_reports" / PRACTICE_DAY.isoformat()

    @property
    def store(self) -> Store:
        """What was decided, by a kit that has just been started."""
        return Store(self.folder / STORE_FILE)

    def lay_out(self, register: bytes) -> None:
        """As if nothing had been decided or written yet."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.out.mkdir(parents=True)
        shutil.copyfile(KEPT / FACTS_FILE, self.out / FACTS_FILE)
        self.register.write_bytes(register)

    def judged(self) -> Review:
        """A review of the register as it stands there; nobody is asked."""
        register = steps.open_register(self.register)
        return steps.check(steps.facts_of(register, self.out, today=PRACTICE_DAY), practice=True)

    def write(self, review: Review) -> None:
        """Write what was decided so far into the lead's own file."""
        steps.write_register(steps.decide(review, self.store.decided()), self.out, in_place=True)

    def files(self) -> dict[str, bytes]:
        """Every file in the lead's folder and in the review's, but for the facts."""
        there = (*self.folder.iterdir(), *self.out.iterdir())
        return {path.name: path.read_bytes() for path in there if path.is_file() and path.name != FACTS_FILE}


@dataclass(frozen=True)
class Whole:
    """The loop when nobody kills it: the register before it and after each write, all of them judged."""

    decisions: tuple[Decision, ...]
    registers: tuple[bytes, ...]
    reviews: tuple[Review, ...]


@dataclass(frozen=True)
class Try:
    """What the child said before it was killed, what it left, and what the next decision and write made of it."""

    said: tuple[str, ...]
    stored: tuple[Decision, ...]
    integrity: str
    register: bytes
    left: dict[str, bytes]
    afterwards: dict[str, bytes]

    @property
    def within(self) -> str:
        """What was under way."""
        return self.said[-1] if self.said[-1] in {ADDING, WRITING} else ELSEWHERE

    def __repr__(self) -> str:
        return f"<killed when {self.within}, {self.said.count(ADDED)} added, {self.said.count(WRITTEN)} written>"


def decisions_on(review: Review) -> tuple[Decision, ...]:
    """The fixed list."""
    def made(check: str, about: str, action: Action, text: str) -> Decision:
        outcome = next(o for o in review.outcomes if o.finding.check == check and about in o.key[2])
        return decision(outcome, action, who=TEAM, today=PRACTICE_DAY, text=text)
    return tuple(made(*each) for each in DECIDED)


Say = Callable[[str], None]


@dataclass(frozen=True)
class Moment:
    """So many seconds after a child has said so many things: a busy machine moves it to no other step."""

    after: int
    seconds: float


def work(desk: Desk, reviews: Sequence[Review], decisions: Sequence[Decision], say: Say) -> None:
    """Decide one finding after another, write the register in place after every few, and say each step.

    The registers were judged beforehand: judging writes nothing that a kill could harm.
    """
    store = desk.store
    for number, review in enumerate(reviews):
        for each in decisions[number * EVERY:(number + 1) * EVERY]:
            say(ADDING)
            store.decisions.add([each])
            say(ADDED)
        say(WRITING)
        desk.write(review)
        say(WRITTEN)


def begin(job: Callable[[Say], None]) -> tuple[int, int]:
    """A process that does a job and then waits for its end: its number, and the pipe on which it speaks."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child:
        os.close(mouth)
        return child, ear

    def say(what: str) -> None:
        os.write(mouth, f"{time.monotonic():.6f} {what}\n".encode())
    try:
        say(BEGUN)
        job(say)
        os.close(mouth)
        signal.pause()
    except BaseException as error:  # noqa: BLE001 - nothing of the child goes on with the tests
        say(f"{TROUBLE} {error!r}")
    finally:
        os._exit(1)


def killed(job: Callable[[Say], None], moment: Moment | None = None) -> list[tuple[float, str]]:
    """What a child said, and when, until it was killed at a moment, or else after its end."""
    child, ear = begin(job)
    with os.fdopen(ear) as pipe:
        if moment is None:
            heard = pipe.readlines()
        else:
            heard = [pipe.readline() for _ in range(moment.after)]
            time.sleep(max(0.0, float(heard[-1].split()[0]) + moment.seconds - time.monotonic()))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        heard += pipe.readlines()
    said = [(float(at), what) for at, what in (line.rstrip().split(" ", 1) for line in heard)]
    assert not [what for _, what in said if what.startswith(TROUBLE)], said
    return said


def undisturbed(desk: Desk) -> Whole:
    """Do the work once here, which warms this process and so all its children."""
    original = write_practice_register(desk.folder / REGISTER_NAME).read_bytes()
    desk.lay_out(original)
    registers, reviews = [original], [desk.judged()]
    decisions = decisions_on(reviews[0])
    for first in range(0, len(decisions) - 1, EVERY):
        work(desk, reviews[-1:], decisions[first:first + EVERY], lambda _: None)
        registers.append(desk.register.read_bytes())
        reviews.append(desk.judged())
    return Whole(decisions, tuple(registers), tuple(reviews))


def loop(desk: Desk, whole: Whole) -> Callable[[Say], None]:
    """The job that is killed: everything is decided but the last."""
    return lambda say: work(desk, whole.reviews[:-1], whole.decisions[:-1], say)


def first_write(desk: Desk, whole: Whole, touch: int) -> Callable[[Say], None]:
    """The job that kills itself at a touch of a file, counted from 1, of its first write."""
    def say_until(say: Say) -> Say:
        def until(what: str) -> None:
            say(what)
            if what == WRITING:
                die_at(touch, desk.folder)
        return until
    return lambda say: work(desk, whole.reviews[:1], whole.decisions[:EVERY], say_until(say))


def die_at(touch: int, folder: Path) -> None:
    """Have this process killed before it touches a file in a folder for so many times."""
    left = touch

    def hook(event: str, about: tuple[object, ...]) -> None:
        nonlocal left
        if event in TOUCHES and str(about[0]).startswith(str(folder)):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)


def measured(desk: Desk, whole: Whole) -> tuple[float, ...]:
    """The seconds from a child's first word to each of its words, when nobody kills it."""
    desk.lay_out(whole.registers[0])
    said = killed(loop(desk, whole))
    return tuple(at - said[0][0] for at, _ in said)


def tried(desk: Desk, whole: Whole, job: Callable[[Say], None], moment: Moment | None = None) -> Try:
    """Kill at a moment and look at what is there; then open it all anew, decide once more, and write."""
    desk.lay_out(whole.registers[0])
    said = killed(job, moment)
    left, register = desk.files(), desk.register.read_bytes()
    stored = tuple(reversed(desk.store.decisions.all()))
    with closing(sqlite3.connect(desk.store.path)) as database:
        integrity = str(database.execute("PRAGMA integrity_check").fetchone()[0])
    if register in whole.registers:
        desk.store.decisions.add(whole.decisions[-1:])
        desk.write(whole.reviews[whole.registers.index(register)])
    return Try(tuple(what for _, what in said), stored, integrity, register, left, desk.files())


@dataclass(frozen=True)
class Tried:
    """All the tries, by moments and by touches of a file, and how many seconds the loop lasts."""

    whole: Whole
    seconds: float
    moments: tuple[Try, ...]
    touches: tuple[Try, ...]


@pytest.fixture(scope="module")
def tried_all(tmp_path_factory: pytest.TempPathFactory) -> Tried:
    """A hundred kills at moments spread evenly over the loop, and one before each touch of a file in a write."""
    desk = Desk(tmp_path_factory.mktemp("killed") / "desk")
    desk.folder.mkdir()
    whole = undisturbed(desk)
    seconds, moments = at_moments(desk, whole)
    return Tried(whole, seconds, moments, tuple(at_touches(desk, whole)))


def at_moments(desk: Desk, whole: Whole) -> tuple[float, tuple[Try, ...]]:
    """The seconds of the loop when it was quickest, and the hundred kills, spread evenly over it."""
    quickest = min((measured(desk, whole) for _ in range(MEASURED)), key=lambda said: said[-1])
    at = [quickest[-1] * (number + 0.5) / TRIES for number in range(TRIES)]
    moments = [Moment(after := bisect(quickest, each), each - quickest[after - 1]) for each in at]
    return quickest[-1], tuple(tried(desk, whole, loop(desk, whole), each) for each in moments)


def at_touches(desk: Desk, whole: Whole) -> Iterator[Try]:
    """One kill before each touch of a file, until a write comes to its end."""
    for touch in count(1):
        found = tried(desk, whole, first_write(desk, whole, touch))
        if found.within != WRITING:
            return
        yield found


@pytest.fixture
def whole(tried_all: Tried) -> Whole:
    """The loop undisturbed."""
    return tried_all.whole


@pytest.fixture
def tries(tried_all: Tried) -> tuple[Try, ...]:
    """Every kill."""
    return (*tried_all.moments, *tried_all.touches)


def test_the_moments_are_well_chosen(tried_all: Tried) -> None:
    """Many kills fall inside a write, of each of the writes, and many inside an add."""
    within = Counter(each.within for each in tried_all.moments)
    journals = sum(f"{STORE_FILE}-journal" in each.left for each in tried_all.moments)
    began = sum(bool(drafts(each.left)) for each in tried_all.moments)
    print(f"\n{TRIES} kills over {tried_all.seconds:.3f} s: {within[WRITING]} inside a write ({began} left a draft), "  # noqa: T201
          f"{within[ADDING]} inside an add ({journals} left a journal), {within[ELSEWHERE]} elsewhere; "
          f"{len(tried_all.touches)} before a touch of a file")
    assert within[WRITING] >= 20
    assert within[ADDING] >= 5
    writes = {each.said.count(WRITTEN) for each in tried_all.moments if each.within == WRITING}
    assert writes == set(range(len(tried_all.whole.reviews) - 1))


def test_each_stage_of_a_write_is_hit(tried_all: Tried) -> None:
    """Which draft was begun, how many dated copies there are, and whether the new register has its name already."""
    stages = {stage_of(each, tried_all.whole.registers) for each in tried_all.touches}
    assert stages == {
        ("", 0, "before"), (".offer_register", 0, "before"),
        (".practice_register (before review 2026-03-02)", 0, "before"), ("", 1, "before"),
        (".practice_register", 1, "before"), ("", 1, "after")}


def stage_of(each: Try, registers: Sequence[bytes]) -> tuple[str, int, str]:
    """How far the first write was."""
    (draft,) = drafts(each.left) or {""}
    copies = [name for name in each.left if "before review" in name and name != draft]
    return draft.partition(".xlsx")[0], len(copies), "before" if each.register == registers[0] else "after"


def test_every_decision_that_was_said_to_be_kept_is_kept(whole: Whole, tries: tuple[Try, ...]) -> None:
    """In its order, with all its words; the one that was under way is there whole or not at all."""
    for each in tries:
        kept, said = [replace(one, number=0, id="") for one in each.stored], each.said.count(ADDED)
        assert kept == list(whole.decisions[:len(kept)]), each
        assert len(kept) in {said, said + (each.within == ADDING)}, each
        assert [one.number for one in each.stored] == list(range(1, len(kept) + 1)), each


def test_the_store_is_whole(tries: tuple[Try, ...]) -> None:
    """SQLite finds nothing amiss, and what was cut off is rolled back, with no journal left."""
    assert {each.integrity for each in tries} == {"ok"}
    assert not [each for each in tries if any(name.startswith(f"{STORE_FILE}-") for name in each.afterwards)]


def test_the_register_is_the_one_before_or_the_one_after(whole: Whole, tries: tuple[Try, ...]) -> None:
    """Byte for byte: the one of the last write that ended, or of the one that was under way."""
    for each in tries:
        written = each.said.count(WRITTEN)
        possible = whole.registers[written:written + 1 + (each.within == WRITING)]
        assert each.register in possible, each


def test_every_workbook_that_is_left_is_whole(whole: Whole, tries: tuple[Try, ...], tmp_path: Path) -> None:
    """The register, the one in the review's folder and the dated copies: each opens, and its log agrees with it."""
    left = {data for each in tries for name, data in (each.left | each.afterwards).items() if name.endswith(".xlsx")}
    assert set(whole.registers[:-1]) < left
    for number, data in enumerate(sorted(left)):
        path = tmp_path / f"{number}.xlsx"
        path.write_bytes(data)
        assert len(steps.open_register(path).services) == len(whole.reviews[0].register.services)
        assert list(disagreeing(data, whole.registers[0])) == []


def test_what_is_half_is_never_called_a_register(tries: tuple[Try, ...]) -> None:
    """A draft is hidden and does not end as a workbook does; dated copies and the register are all that do."""
    named = re.compile(r"offer_register\.xlsx|practice_register( \(before review 2026-03-02\)( \d+)?)?\.xlsx|"
                       r"store\.sqlite3(-journal)?|\.(offer|practice)_register[^/]*\.xlsx\.[0-9a-f]{8}\.tmp")
    for each in tries:
        assert [name for name in each.left | each.afterwards if not named.fullmatch(name)] == [], each


def test_the_next_write_succeeds(whole: Whole, tries: tuple[Try, ...]) -> None:
    """All that was kept, and the decision after, stand in the register, each logged once; no new draft is left."""
    for each in tries:
        written = each.afterwards[REGISTER_NAME]
        assert Counter(decided_in(written)) == Counter(words(one) for one in (*each.stored, whole.decisions[-1])), each
        assert drafts(each.afterwards) <= drafts(each.left), each
        assert each.afterwards["offer_register.xlsx"] == written, each


def drafts(files: dict[str, bytes]) -> set[str]:
    """The names of drafts that somebody began and did not end."""
    return {name for name in files if name.endswith(".tmp")}


def words(made: Decision) -> tuple[str, str]:
    """What the log says of a decision: about what service, and what comes."""
    return made.service_key, "retired" if made.action is Action.RETIRE else made.text


def decided_in(register: bytes) -> Iterator[tuple[str, str]]:
    """What the log of a register says that was decided."""
    return ((row["resource_id"], row["replacement_value"]) for row in log_of(register)
            if row["reason"].startswith("Decided:"))


def log_of(register: bytes) -> list[dict[str, str]]:
    """The change log by its columns; nothing where there is none yet."""
    book = openpyxl.load_workbook(BytesIO(register))
    header, *rows = book["Change log"].iter_rows(values_only=True) if "Change log" in book.sheetnames else [()]
    return [dict(zip(header, (text or "" for text in row), strict=True)) for row in rows]


def disagreeing(register: bytes, original: bytes) -> Iterator[str]:
    """Rows of the change log that the cells gainsay, and cells that changed and are in no row."""
    before, cells, logged = texts(original), texts(register), log_of(register)
    for row in logged:
        now, old, new = cells.get(row["cell"], ""), row["previous_value"], row["replacement_value"]
        if new not in now or (old and old not in new and old in now):
            yield f"{row['cell']} says {now!r}, and the log {old!r} -> {new!r}"
    unsaid = {place for place, now in cells.items() if now != before.get(place, "")} - {row["cell"] for row in logged}
    yield from (f"{place} has changed, and the log does not say so" for place in sorted(unsaid))


def texts(register: bytes) -> dict[str, str]:
    """Each cell below the headings of the sheet Services, with its text."""
    sheet = openpyxl.load_workbook(BytesIO(register))["Services"]
    return {f"Services!{cell.coordinate}": str(cell.value or "")
            for row in sheet.iter_rows(min_row=2) for cell in row}
