"""The review in hand: what is open, what was gathered, and what another notebook or person does meanwhile.

Two `Current` objects over one place stand for the kernels of two notebooks.
"""

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from review_kit import steps
from review_kit.errors import ReviewFolderError, ReviewKitError
from review_kit.place import Place, this_place
from review_kit.practice import PRACTICE_DAY
from review_kit.steps import SHIPPED_REGISTER
from review_kit.widgets.choice import CHOICE_FILE, Choice, Which, keep_upload, read_choice
from review_kit.widgets.current import Current

from . import places
from .places import PRACTICE, drop_in, opened, own


def told(current: Current) -> list[int]:
    """Grows by one each time that the forms are told to draw themselves anew."""
    times: list[int] = []
    current.watchers.add("a test", lambda: times.append(len(times)))
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
    assert current.folder == place.home / steps.REVIEWS / steps.this_day().isoformat()


def test_a_choice_is_known_to_the_other_notebooks(place: Place) -> None:
    """A kernel that starts later has it open at once; one that was there before, when it looks."""
    before = Current(place)
    wanted = opened(place).register
    assert (before.choice, before.register) == (None, None)
    before.look()
    assert (before.choice, before.register) == (PRACTICE, wanted)
    assert Current(place).register == wanted


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
    register = current.register
    path.unlink()
    current.look()
    assert "There is no file" in current.trouble
    assert (current.register, current.choice) == (None, own(path))
    path.write_bytes(kept)
    current.look()
    assert (current.register, current.trouble) == (register, "")


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
    before = current.review
    places.begun(place)
    current.look()
    review = current.review
    assert before is None
    assert review is not None
    assert review.practice
    assert (review.today, review.facts.visits) == (PRACTICE_DAY, current.facts.visits)
    assert not current.begun_earlier


def test_the_newest_review_beside_the_register_is_gone_on_with(place: Place, tmp_path: Path) -> None:
    """A day's folder without facts does not count, and neither does one by another name."""
    path = drop_in(tmp_path / "register.xlsx")
    for day in ("2024-05-01", "2025-11-21"):
        newest = places.earlier_review(path, day)
    for name in ("2025-12-24", "notes"):
        (newest.parent / name).mkdir()
    current = opened(place, own(path))
    assert current.folder == newest
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
    assert sorted(path.name for path in place.uploads.rglob("*.xlsx")) == ["register 2.xlsx", "register.xlsx"]
    assert current.choice == own(Path(paths[1]))


def test_two_uploads_have_reviews_of_their_own(place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found for one register is never taken for the other's, and its folder is left alone."""
    places.cut_off(monkeypatch)
    current = Current(place)
    current.open_upload("one.xlsx", drop_in(tmp_path / "one.xlsx", name="one").read_bytes())
    places.ran(current, current.begin)
    first = current.folder
    current.open_upload("two.xlsx", drop_in(tmp_path / "two.xlsx", name="two").read_bytes())
    assert (current.review, current.folder == first) == (None, False)


def test_two_registers_in_one_folder_have_reviews_of_their_own(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The same, where both stand in one folder of a person's own."""
    places.cut_off(monkeypatch)
    current = opened(place, own(drop_in(tmp_path / "one.xlsx")))
    places.ran(current, current.begin)
    first = current.folder
    current.open(own(drop_in(tmp_path / "two.xlsx")))
    assert (current.review, current.folder == first) == (None, False)


@pytest.mark.parametrize("name", [
    "../../evil.xlsx", "..\\..\\evil.xlsx", "/evil.xlsx", "C:\\Windows\\evil.xlsx", "\\\\server\\share\\evil.xlsx",
    "a/../../evil.xlsx", "./evil.xlsx", "~/evil.xlsx", "evil.xlsx",
])
def test_an_upload_stays_in_its_folder(place: Place, tmp_path: Path, name: str) -> None:
    """Whatever its name says about other folders."""
    kept, new = keep_upload(place, name, b"content")
    assert new
    assert place.uploads.resolve() in kept.resolve().parents
    assert kept.name == "evil.xlsx"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [kept]


def test_an_upload_without_a_name_gets_one(place: Place) -> None:
    """Nobody loses a register because a browser kept its name to itself."""
    assert {keep_upload(place, name, b"content")[0].name for name in ("", ".", "/", "folder/")} <= {
        "register.xlsx", "folder"}


def test_an_upload_that_is_no_register_leaves_the_open_one(place: Place) -> None:
    """One sentence that names it; what is no register is not kept."""
    current = opened(place)
    with pytest.raises(ReviewKitError, match=r"letter\.xlsx"):
        current.open_upload("letter.xlsx", b"Dear council")
    assert not list(place.home.rglob("letter.xlsx"))
    assert current.choice == PRACTICE
    assert current.register is not None
