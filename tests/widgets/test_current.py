"""The review in hand: what is open, what was gathered, and what another notebook or person does meanwhile.

Two `Current` objects over one place stand for the kernels of two notebooks.
"""

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from review_kit import faults, steps
from review_kit.disk import FACTS_FILE
from review_kit.errors import ReviewFolderError, ReviewKitError
from review_kit.model import Facts
from review_kit.practice import PRACTICE_DAY
from review_kit.steps import SHIPPED_REGISTER
from review_kit.store import STORE_FILE
from review_kit.widgets.background import Background
from review_kit.widgets.choice import CHOICE_FILE, Choice, Which, keep_upload, read_choice
from review_kit.widgets.current import Current
from review_kit.widgets.place import Place, this_place

from . import places
from .places import PRACTICE, drop_in, opened, own


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A machine on which nothing was done yet."""
    return places.place_in(tmp_path)


@pytest.fixture(autouse=True)
def plain_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the real machine counts, and no fault is written to it."""
    for name in ("STORE", "HOME", "STATE", "PRACTICE"):
        monkeypatch.delenv(f"REVIEW_KIT_{name}", raising=False)
    monkeypatch.setattr(faults, "user_log_path", lambda _: tmp_path / "log")


def told(current: Current) -> list[int]:
    """Grows by one each time that the forms are told to draw themselves anew."""
    times: list[int] = []
    current.watch(lambda: times.append(len(times)))
    return times


# Which register


def test_at_first_nothing_is_open(place: Place) -> None:
    """There is no register, review or trouble, and to look makes no file."""
    current = Current(place)
    assert (current.choice, current.register, current.facts, current.review, current.folder) == (None,) * 5
    assert current.trouble == ""
    assert not current.running
    assert not place.state.exists()


def test_the_practice_review_is_made_when_it_is_opened(place: Place) -> None:
    """In the kit's own folder; nothing is made beside anything real."""
    current = opened(place)
    assert current.practice
    assert current.today == PRACTICE_DAY
    assert current.register is not None
    assert len(current.register.services) > 10
    assert current.review is None
    assert (place.practice / "practice_register.xlsx").is_file()
    assert list(place.home.iterdir()) == []


def test_the_register_in_the_kits_folder_can_be_opened(place: Place) -> None:
    """It is the one called offer_register.xlsx, and its review's day is today."""
    drop_in(place.shipped)
    current = opened(place, Choice(Which.SHIPPED))
    assert not current.practice
    assert current.register is not None
    assert current.register.path == str(place.home / SHIPPED_REGISTER)
    assert current.folder == place.home / "link_reports" / steps.this_day().isoformat()


def test_a_choice_is_known_to_the_other_notebooks(place: Place) -> None:
    """A kernel that starts later has it open at once; one that was there before, when it looks."""
    before = Current(place)
    opened(place)
    assert before.register is None
    before.look()
    assert before.register == Current(place).register is not None


def not_there(folder: Path) -> Path:
    """A path that leads nowhere."""
    return folder / "no such folder" / "register.xlsx"


def a_folder(folder: Path) -> Path:
    """A folder."""
    return folder


def text(folder: Path) -> Path:
    """A letter whose name says that it is a workbook."""
    (folder / "letter.xlsx").write_text("Dear council,\nplease find enclosed", encoding="utf-8")
    return folder / "letter.xlsx"


def old(folder: Path) -> Path:
    """Microsoft's container of the 1990s."""
    (folder / "old.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096))
    return folder / "old.xlsx"


def locked(folder: Path) -> Path:
    """The same, as Excel writes a workbook that has a password."""
    (folder / "locked.xlsx").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le") + bytes(4096))
    return folder / "locked.xlsx"


def empty(folder: Path) -> Path:
    """Nothing at all."""
    (folder / "empty.xlsx").write_bytes(b"")
    return folder / "empty.xlsx"


def no_register(folder: Path) -> Path:
    """A real workbook about something else."""
    book = openpyxl.Workbook()
    book.active.append(["Month", "Rain"])
    book.save(folder / "rain.xlsx")
    return folder / "rain.xlsx"


each_bad_file = pytest.mark.parametrize(("made", "words"), [
    (not_there, "There is no file"), (a_folder, "is a folder"), (text, "is not an Excel workbook"),
    (old, "Excel 97-2003"), (locked, "password"), (empty, "is empty"), (no_register, "rain.xlsx"),
])


@each_bad_file
def test_what_was_open_stays_open_where_the_next_cannot_be_read(
    place: Place, tmp_path: Path, made: Callable[[Path], Path], words: str,
) -> None:
    """One sentence; and the other notebooks have what was open before as well."""
    current = opened(place)
    register = current.register
    with pytest.raises(ReviewKitError, match=words) as refused:
        current.open(own(made(tmp_path)))
    assert "\n" not in str(refused.value)
    assert current.register is register
    current.look()
    assert current.register is register
    assert Current(place).choice == PRACTICE


@each_bad_file
def test_a_register_that_is_no_longer_one_is_a_sentence(
    place: Place, tmp_path: Path, made: Callable[[Path], Path], words: str,
) -> None:
    """Somebody put something else in its place, or took it away: the next look says so, in every notebook."""
    bad = made(tmp_path)
    place.state.mkdir()
    (place.state / CHOICE_FILE).write_text(json.dumps({"which": "own", "path": str(bad)}), encoding="utf-8")
    current = Current(place)
    assert words in current.trouble
    assert "\n" not in current.trouble
    assert (current.register, current.facts, current.review, current.folder) == (None,) * 4
    current.begin()
    assert current.background is None


def test_a_register_that_is_back_is_open_again(place: Place, tmp_path: Path) -> None:
    """Deleted, then put back: the trouble comes and goes, and no choice has to be made again."""
    path = drop_in(tmp_path / "register.xlsx")
    kept = path.read_bytes()
    current = opened(place, own(path))
    path.unlink()
    current.look()
    assert current.register is None
    assert "There is no file" in current.trouble
    path.write_bytes(kept)
    current.look()
    assert current.register is not None
    assert current.trouble == ""


def test_a_register_that_was_saved_meanwhile_is_read_anew(place: Place, tmp_path: Path) -> None:
    """A person changed it in Excel: the next look shows the new words, and tells the forms once."""
    path = drop_in(tmp_path / "register.xlsx")
    current = opened(place, own(path))
    times = told(current)
    current.look()
    assert times == []
    drop_in(path, name="Drop-in, now on Tuesdays only")
    current.look()
    current.look()
    assert current.register is not None
    assert current.register.services[0].name == "Drop-in, now on Tuesdays only"
    assert times == [0]


def test_facts_of_another_notebook_are_taken_in(place: Place) -> None:
    """A run in notebook 2 ends, and notebook 4, once it looks, has its review."""
    current = opened(place)
    assert current.review is None
    places.begun(place)
    current.look()
    assert current.review is not None
    assert current.review.practice
    assert (current.review.today, current.facts) == (PRACTICE_DAY, current.review.facts)
    assert not current.begun_earlier


def test_the_newest_review_beside_the_register_is_gone_on_with(place: Place, tmp_path: Path) -> None:
    """A day's folder without facts does not count, and neither does one by another name."""
    path = drop_in(tmp_path / "register.xlsx")
    for name in ("2024-05-01", "2025-11-21"):
        folder = path.parent / "link_reports" / name
        folder.mkdir(parents=True)
        (folder / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
    (path.parent / "link_reports" / "2025-12-24").mkdir()
    (path.parent / "link_reports" / "notes").mkdir()
    current = opened(place, own(path))
    assert current.folder == path.parent / "link_reports" / "2025-11-21"
    assert current.begun_earlier


@pytest.mark.parametrize("content", [
    b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"which": "nonsense"}', b'{"which": "own", "path": 5}', b'{"path": "a"}',
    b'{"which": "practice"} and more', b"[" * 5000,
])
def test_a_spoilt_note_of_the_choice_means_that_nothing_is_chosen(place: Place, content: bytes) -> None:
    """The person chooses again, and that is kept; nothing else is lost."""
    place.state.mkdir()
    (place.state / CHOICE_FILE).write_bytes(content)
    current = Current(place)
    assert (current.choice, current.register, current.trouble) == (None, None, "")
    current.open(PRACTICE)
    assert Current(place).register is not None


def test_practice_only_opens_nothing_else(place: Place, tmp_path: Path) -> None:
    """CI and a lesson see the practice review, whatever was chosen on the machine before, and that choice stays."""
    chosen = own(drop_in(tmp_path / "register.xlsx"))
    opened(place, chosen)
    lesson = Current(Place(place.home, place.state, practice_only=True))
    assert lesson.practice
    assert lesson.register is not None
    assert lesson.register.path == str(place.practice / "practice_register.xlsx")
    assert read_choice(place) == chosen


def test_a_kits_folder_that_cannot_be_made_is_a_sentence(place: Place) -> None:
    """A file stands in its place: the kit's own error, and nothing is open."""
    place.state.write_text("a file", encoding="utf-8")
    current = Current(place)
    with pytest.raises(ReviewFolderError):
        current.open(PRACTICE)
    assert current.register is None


def test_the_place_is_the_environments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """REVIEW_KIT_HOME and _STATE name the folders; else home is the nearest folder above that holds the register."""
    monkeypatch.setenv("REVIEW_KIT_HOME", str(tmp_path / "a"))
    monkeypatch.setenv("REVIEW_KIT_STATE", str(tmp_path / "b"))
    assert this_place() == Place(tmp_path / "a", tmp_path / "b")
    monkeypatch.setenv("REVIEW_KIT_PRACTICE", "1")
    assert this_place().practice_only
    monkeypatch.delenv("REVIEW_KIT_HOME")
    below = tmp_path / "kit" / "notebooks"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert this_place().home == below
    drop_in(tmp_path / "kit" / SHIPPED_REGISTER)
    assert this_place().home == tmp_path / "kit"


# What is handed over in the browser


def test_an_upload_never_overwrites_another(place: Place, tmp_path: Path) -> None:
    """The same name with other content is another file; with the same content, it is the one that is there."""
    one, two = (drop_in(tmp_path / f"{name}.xlsx", name=name).read_bytes() for name in ("one", "two"))
    current = Current(place)
    paths = [current.open_upload("register.xlsx", content).path for content in (one, two, one, two)]
    assert [Path(path).name for path in paths] == ["register.xlsx", "register 2.xlsx"] * 2
    assert [Path(path).read_bytes() for path in paths] == [one, two, one, two]
    assert sorted(path.name for path in place.uploads.iterdir()) == ["register 2.xlsx", "register.xlsx"]
    assert current.choice == own(place.uploads / "register 2.xlsx")


@pytest.mark.parametrize("name", [
    "../../evil.xlsx", "..\\..\\evil.xlsx", "/evil.xlsx", "C:\\Windows\\evil.xlsx", "\\\\server\\share\\evil.xlsx",
    "a/../../evil.xlsx", "./evil.xlsx", "~/evil.xlsx", "evil.xlsx",
])
def test_an_upload_stays_in_its_folder(place: Place, tmp_path: Path, name: str) -> None:
    """Whatever its name says about other folders."""
    kept = keep_upload(place, name, b"content")
    assert kept.resolve() == (place.uploads / "evil.xlsx").resolve()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]


def test_an_upload_without_a_name_gets_one(place: Place) -> None:
    """Nobody loses a register because a browser kept its name to itself."""
    assert {keep_upload(place, name, b"content").name for name in ("", ".", "/", "folder/")} <= {
        "register.xlsx", "folder"}


def test_an_upload_that_is_no_register_leaves_the_open_one(place: Place) -> None:
    """One sentence that names it."""
    current = opened(place)
    with pytest.raises(ReviewKitError, match=r"letter\.xlsx"):
        current.open_upload("letter.xlsx", b"Dear council")
    assert current.choice == PRACTICE
    assert current.register is not None


# A run


def test_a_run_is_stopped_goes_on_and_ends(place: Place) -> None:
    """What was found is kept, nothing is asked twice, and another kernel sees each end when it looks."""
    current, other = opened(place), opened(place)

    def stop_after_a_few(background: Background) -> int:
        while background.running and len(background.so_far().visits) < 3:
            background.wait(0.02)
        current.stop()
        assert background.stopping
        background.wait(60)
        return len(background.so_far().visits)

    current.begin()
    first = current.background
    assert first is not None
    current.begin(recheck=True, afresh=True)
    assert current.background is first, "a second run began beside the first"
    found = stop_after_a_few(first)
    assert not current.running
    assert first.trouble == ""
    other.look()
    assert other.facts is not None
    assert other.facts.ended != "done"
    assert len(other.facts.visits) == found
    assert 3 <= found < 25
    kept = other.facts.visits

    places.ran(other, other.begin)
    assert other.background is not None
    assert other.background.trouble == ""
    current.look()
    for kernel in (current, other):
        assert kernel.facts is not None
        assert (kernel.facts.ended, kernel.facts.visits[:found]) == ("done", kept)
    assert other.background.so_far().visits == other.facts.visits
    assert other.background.progress.done == other.background.progress.total > 0
    review = steps.check(places.checked(Place(place.home, place.state.with_name("kept"))).facts or never())
    assert current.review is not None
    assert [told.verdict for told in current.review.links] == [told.verdict for told in review.links]


def never() -> Facts:
    """What cannot be."""
    raise AssertionError


def test_the_page_is_told_how_far_a_run_is(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a notebook, where a loop runs: those who watch runs hear of it until its end, the others of its two ends."""
    places.cut_off(monkeypatch)
    current = opened(place, own(drop_in(tmp_path / "register.xlsx")))
    all_times, ends = [0], [0]
    current.watch(lambda: all_times.append(0), runs=True)
    current.watch(lambda: ends.append(0))

    async def run() -> None:
        current.begin()
        assert current._following is not None
        await asyncio.wait_for(current._following, 30)
    asyncio.run(run())
    assert not current.running
    assert current.facts is not None
    assert current.facts.ended == "no network"
    assert current.so_far is None
    assert len(ends) == 3
    assert len(all_times) > len(ends)


def test_without_a_network_a_run_ends_well(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The review is there and says so; a later run asks again."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    current = opened(place, own(path))
    for rounds in (1, 2):
        places.ran(current, current.begin)
        assert current.background is not None
        assert current.background.trouble == ""
        assert current.review is not None
        assert "network is unreachable" in current.review.notices[0]
        assert current.facts is not None
        assert len({canaries.run for canaries in current.facts.canaries}) == rounds
    assert not current.begun_earlier
    assert (path.parent / "link_reports" / steps.this_day().isoformat() / FACTS_FILE).is_file()


def test_a_new_review_leaves_the_earlier_one(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To begin anew is to begin in today's folder; to go on is to go on in the earlier one's."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    earlier = path.parent / "link_reports" / "2025-11-21"
    earlier.mkdir(parents=True)
    (earlier / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
    before = (earlier / FACTS_FILE).read_bytes()
    current = opened(place, own(path))
    places.ran(current, lambda: current.begin(new=True))
    assert (earlier / FACTS_FILE).read_bytes() == before
    assert current.folder == path.parent / "link_reports" / steps.this_day().isoformat()
    assert not current.begun_earlier


def test_a_review_that_was_begun_earlier_is_gone_on_with_in_its_folder(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without `new`, no second folder comes to be, and no line of the first is lost."""
    places.cut_off(monkeypatch)
    path = drop_in(tmp_path / "register.xlsx")
    earlier = path.parent / "link_reports" / "2025-11-21"
    earlier.mkdir(parents=True)
    (earlier / FACTS_FILE).write_bytes((places.KEPT / FACTS_FILE).read_bytes())
    before = (earlier / FACTS_FILE).read_bytes()
    current = opened(place, own(path))
    places.ran(current, current.begin)
    assert [folder.name for folder in (path.parent / "link_reports").iterdir()] == ["2025-11-21"]
    assert (earlier / FACTS_FILE).read_bytes().startswith(before)
    assert current.facts is not None
    assert current.facts.earlier.on == ""


def test_where_nothing_is_open_no_run_begins(place: Place) -> None:
    """And to stop what does not run is no fault."""
    current = Current(place)
    current.begin()
    current.stop()
    assert current.background is None
    assert not current.running


def test_a_folder_that_cannot_be_written_is_the_runs_trouble(place: Place) -> None:
    """One sentence that names the folder; the run has ended, and the next one may begin."""
    current = opened(place)
    (place.practice / "link_reports").write_text("a file", encoding="utf-8")
    places.ran(current, current.begin)
    assert current.background is not None
    assert "link_reports" in current.background.trouble
    assert "cannot be written" in current.background.trouble
    (place.practice / "link_reports").unlink()
    current.begin()
    assert current.running
    current.stop()
    current.background.wait(60)


def test_a_fault_in_a_run_is_a_sentence(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread ends, the person reads where the note of it is, and the note holds no words of the error."""
    words = "the heron at the weir"

    def fails(*_: object, **__: object) -> Facts:
        raise ZeroDivisionError(words)
    current = opened(place)
    monkeypatch.setattr(steps, "visit", fails)
    places.ran(current, current.begin)
    assert current.background is not None
    assert current.background.trouble.startswith("A fault in the kit itself stopped this.")
    note = (tmp_path / "log" / faults.FAULT_FILE).read_text(encoding="utf-8")
    assert note.endswith("ZeroDivisionError\n")
    assert words not in note + current.background.trouble


# To practise


def test_practising_again_begins_from_nothing(place: Place) -> None:
    """Facts and comments of the practice review are gone; the practice register is open, and not checked."""
    current = places.checked(place)
    assert current.register is not None
    current.store.add(service_key="k", service="s", said="the-heron-at-the-weir", today=PRACTICE_DAY)
    assert current.store.path == place.practice / STORE_FILE
    assert current.review is not None
    current.begin_practice_again()
    assert current.review is None
    assert current.store.comments() == ()
    assert current.practice
    assert [path.name for path in place.practice.iterdir()] == ["practice_register.xlsx"]
    assert not any(b"heron" in path.read_bytes() for path in place.state.rglob("*") if path.is_file())


def test_practising_again_leaves_real_comments(place: Place, tmp_path: Path) -> None:
    """They are in another file, which only a real register's notebooks see."""
    real = opened(place, own(drop_in(tmp_path / "register.xlsx")))
    kept = real.store.add(service_key="k", service="s", said="real words", today=PRACTICE_DAY)
    practising = opened(place)
    assert practising.store.comments() == ()
    practising.begin_practice_again()
    again = opened(place, own(tmp_path / "register.xlsx"))
    assert again.store.comments() == (kept,)


def test_practising_again_ends_the_run_first(place: Place) -> None:
    """So that nothing of it is written into the new practice review."""
    current = opened(place)
    current.begin()
    assert current.background is not None
    current.begin_practice_again()
    assert not current.running
    assert current.review is None
    assert [path.name for path in place.practice.iterdir()] == ["practice_register.xlsx"]


def test_checking_afresh_forgets_the_facts(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not one line of the earlier run is left, and so far there is nothing to show of it."""
    current = places.checked(place)
    current.begin(afresh=True)
    assert current.background is not None
    current.stop()
    current.background.wait(60)
    current.look()
    assert current.facts is not None
    kept = (places.KEPT / FACTS_FILE).read_bytes().splitlines()
    assert len(current.facts.visits) < len(kept) / 2
    assert current.background.so_far().visits == current.facts.visits
