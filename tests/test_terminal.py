"""The live line: in a terminal it shows how far the review is, elsewhere it is silent."""

import io
import re
import sys

import pytest

from review_kit.model import Progress
from review_kit.terminal import ProgressLine


class Screen(io.StringIO):
    """A terminal that remembers what was written to it."""

    def isatty(self) -> bool:
        """Yes."""
        return True

    @property
    def lines(self) -> list[str]:
        """Every state that the line was in, without the control characters."""
        plain = re.sub(r"\x1b\[[A-Z0-9;]*[A-Za-z]", "", self.getvalue())
        return [line.strip() for line in re.split(r"[\r\n]", plain) if line.strip()]


def terminal(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A terminal in the place of this one; no fixture, for pytest sets its own anew before each test."""
    made = Screen()
    monkeypatch.setattr(sys, "stderr", made)
    return made


def test_elsewhere_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    """Output that goes to a file or another program is not cluttered with bars."""
    with ProgressLine() as line:
        for done in range(3):
            line.show(Progress(done, 3, "https://a.example/"))
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "")


def test_the_line_says_how_many_of_how_many_and_which_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Done, of how many, what is asked now: and not on standard output, which holds the results."""
    screen = terminal(monkeypatch)
    with ProgressLine() as line:
        for done in range(13):
            line.show(Progress(done, 12, f"https://site{done}.example/page"))
    assert any("Checking links: 5 of 12" in shown and "site5.example/page" in shown for shown in screen.lines)
    assert any("12 of 12" in shown for shown in screen.lines)
    assert all("://" not in shown for shown in screen.lines)


def test_the_line_goes_away_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed after it begins on a clean line."""
    screen = terminal(monkeypatch)
    with ProgressLine() as line:
        line.show(Progress(1, 2, "https://a.example/"))
    assert screen.getvalue().endswith("\r")


def test_a_new_stage_begins_a_new_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second pass says that it is one."""
    screen = terminal(monkeypatch)
    with ProgressLine() as line:
        line.show(Progress(2, 2, "https://a.example/"))
        line.show(Progress(1, 2, "https://a.example/", stage="Asking again what failed"))
        line.show(Progress(0, 7, "https://b.example/", stage="Looking closer"))
    stages = {shown.partition(":")[0] for shown in screen.lines}
    assert stages == {"Checking links", "Asking again what failed", "Looking closer"}


@pytest.mark.parametrize("now", ["", "https://" + "x" * 500, "https://{0}{desc}%s%(x)s/", "no scheme", "https://\x00/"])
def test_no_address_can_break_the_line(monkeypatch: pytest.MonkeyPatch, now: str) -> None:
    """Long addresses are cut, braces and percent signs are only signs."""
    screen = terminal(monkeypatch)
    with ProgressLine() as line:
        line.show(Progress(0, 0, now))
        line.show(Progress(1, 3, now, seconds_left=3.0))
    assert all(len(shown) < 300 for shown in screen.lines)


def test_an_address_cannot_write_on_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control characters in an address would move the cursor, colour the screen or hide what was said."""
    screen = terminal(monkeypatch)
    with ProgressLine() as line:
        line.show(Progress(1, 3, "https://a\x1b[2J\x1b[31m\nb\r.example/"))
    assert "\x1b[2J" not in screen.getvalue()
    assert "\x1b[31m" not in screen.getvalue()


def test_a_fault_inside_leaves_a_clean_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever ends the run, the line is closed."""
    screen = terminal(monkeypatch)
    line = ProgressLine()

    def fails() -> None:
        with line:
            line.show(Progress(1, 3, "https://a.example/"))
            raise ZeroDivisionError
    with pytest.raises(ZeroDivisionError):
        fails()
    assert screen.getvalue().endswith("\r")
    assert line._bar is None


def test_a_program_without_a_standard_error_is_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Started without a console, as by pythonw on Windows, there is nothing to draw on."""
    monkeypatch.setattr(sys, "stderr", None)
    with ProgressLine() as line:
        line.show(Progress(1, 3, "https://a.example/"))
