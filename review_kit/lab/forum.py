"""`review-kit forum`: the facilitator's form alone, apart from the notebooks and from the register open in them."""

import webbrowser
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from review_kit import steps
from review_kit.lab.folder import FORM, lay_out_form
from review_kit.lab.showing import show
from review_kit.place import this_place
from review_kit.widgets.choice import keep_choice
from review_kit.widgets.chosen import asked_for, ready


def open_forum(register: Path | None = None, *, port: int = 0, browser: bool = True, practice: bool = False,
               say: Callable[[str], None] = print, open_with: Callable[[str], bool] = webbrowser.open) -> None:
    """Open the form in the browser, and wait until the person ends it with Ctrl+C.

    Args:
        register: the workbook; the real one that was chosen last by default.
        port: the port on this machine; 0 takes a free one.
        browser: open the browser; without, the address is only said.
        practice: open the practice review instead.
        say: told each sentence for the person.
        open_with: opens an address in a browser and says whether it could.

    Raises:
        RegisterError: there is no register that can be read; nothing was started.
        LabError: JupyterLab could not be started.
        ReviewFolderError: the kit's own folder cannot be written.
        KeyboardInterrupt: the person ended it, or the system did; everything that was begun has ended.
    """
    place = replace(this_place(), alone=True)
    choice = asked_for(place, register, practice=practice)
    steps.open_register(ready(place, choice))  # what is no register is said before anything starts
    keep_choice(place, choice)
    folder = place.state / "forum"
    lay_out_form(folder)
    say("The form is opening. This takes a few seconds. Ctrl+C ends it.")
    show(place, folder, FORM, port=port, say=say, open_with=open_with if browser else None)
