"""OUTSIDE: the kit's pages in a browser, ended with everything that was begun: five notebooks, or one form alone."""

import webbrowser
from collections.abc import Callable
from dataclasses import replace

from review_kit.lab.folder import FIRST, lay_out
from review_kit.lab.forum import open_forum
from review_kit.lab.showing import show
from review_kit.place import this_place
from review_kit.widgets.choice import Choice, Which, keep_choice

__all__ = ["open_forum", "open_lab"]


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
    place = replace(this_place(), alone=False)
    folder = place.state / "lab"
    lay_out(folder)
    if practice:
        keep_choice(place, Choice(Which.PRACTICE))
    show(place, folder, FIRST, port=port, say=say, open_with=open_with if browser else None)
