"""OUTSIDE: `review-kit lab` opens the five notebooks in a browser, and ends with everything that it began."""

import signal
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from review_kit.lab.folder import FIRST, lay_out
from review_kit.lab.server import LabServer
from review_kit.place import this_place
from review_kit.widgets.choice import Choice, Which, keep_choice


def open_lab(*, port: int = 0, browser: bool = True, practice: bool = False, say: Callable[[str], None] = print,
             open_with: Callable[[str], bool] = webbrowser.open) -> None:
    """Open notebook 1 in the browser, and wait until the person ends it with Ctrl+C.

    Args:
        port: the port on this machine; 0 takes a free one.
        browser: open the browser; without, the address is only said.
        practice: begin with the practice review open.
        say: told each sentence for the person.
        open_with: opens an address in a browser and says whether it could.

    Raises:
        LabError: JupyterLab could not be started.
        ReviewFolderError: the kit's own folder cannot be written.
        KeyboardInterrupt: the person ended it, or the system did; everything that was begun has ended.
    """
    place = this_place()
    folder = place.state / "lab"
    lay_out(folder)
    if practice:
        keep_choice(place, Choice(Which.PRACTICE))
    with _ended_by_signals(), LabServer(place, folder, port=port) as server:
        _show(server.url(FIRST), say, open_with if browser else None)
        say("Leave this window open while you work. To end, press Ctrl+C here.")
        server.wait()


def _show(url: str, say: Callable[[str], None], open_with: Callable[[str], bool] | None) -> None:
    if open_with is not None and _opened(url, open_with):
        say(f"They are open in your browser. If you do not see them, open this address: {url}")
    elif open_with is not None:
        say(f"No browser could be opened from here. Open this address in Edge, Chrome or Firefox: {url}")
    else:
        say(f"Open this address in Edge, Chrome or Firefox: {url}")


def _opened(url: str, open_with: Callable[[str], bool]) -> bool:
    try:
        return open_with(url)
    except (webbrowser.Error, OSError):
        return False


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A closed terminal, or a system that shuts down, ends the lab in order as well."""
    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
