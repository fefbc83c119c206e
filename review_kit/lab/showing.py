"""Shows a page of the kit's own JupyterLab in a browser, until the person ends it."""

import signal
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from review_kit.lab.server import LabServer
from review_kit.place import Place


def show(place: Place, folder: Path, page: str, *, port: int, say: Callable[[str], None],
         open_with: Callable[[str], bool] | None) -> None:
    """Start JupyterLab in a folder that was laid out, show one of its pages, and wait until it is ended.

    Args:
        place: where the kit's folders are.
        folder: laid out for this page.
        page: the notebook's name.
        port: the port on this machine; 0 takes a free one.
        say: told each sentence for the person.
        open_with: opens an address in a browser and says whether it could; None opens none.

    Raises:
        LabError: JupyterLab could not be started.
        KeyboardInterrupt: the person ended it, or the system did; everything that was begun has ended.
    """
    with _ended_by_signals(), LabServer(place, folder, port=port) as server:
        _say_where(server.url(page), say, open_with)
        say("Leave this window open while you work. To end, press Ctrl+C here.")
        server.wait()


def _say_where(url: str, say: Callable[[str], None], open_with: Callable[[str], bool] | None) -> None:
    if open_with is not None and _opened(url, open_with):
        say(f"Your browser shows it now. If it does not, open this address: {url}")
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
    """A closed terminal, or a system that shuts down, ends it in order as well."""
    def end(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    names = [name for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), end) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)
