"""Where a chosen register and its reviews are on this machine."""

import shutil
from datetime import date
from pathlib import Path

from review_kit import disk, steps
from review_kit.errors import RegisterError, ReviewFolderError
from review_kit.place import Place
from review_kit.practice import PRACTICE_DAY
from review_kit.practice.workbook import write_practice_register
from review_kit.store import STORE_FILE, Store, default_path
from review_kit.widgets.choice import Choice, Which, last_real_choice
from review_kit.widgets.reading import stamp

PRACTICE_ONLY = "This kit is set to the practice review alone (REVIEW_KIT_PRACTICE)."


def asked_for(place: Place, path: Path | None, *, practice: bool = False) -> Choice:
    """The register that a command names by its path; without one, the real one that was chosen last.

    Raises:
        RegisterError: only the practice review may be opened.
    """
    if place.practice_only and path is not None:
        raise RegisterError(PRACTICE_ONLY)
    if practice or place.practice_only:
        return Choice(Which.PRACTICE)
    if path is None:
        return last_real_choice(place)
    own = path.expanduser().resolve()
    return Choice(Which.SHIPPED) if own == place.shipped.resolve() else Choice(Which.OWN, str(own))


def day_of(choice: Choice | None) -> date:
    """The review's day: the practice review has one of its own."""
    return PRACTICE_DAY if choice is not None and choice.which is Which.PRACTICE else steps.this_day()


def path_of(place: Place, choice: Choice) -> Path:
    """Where a chosen register is."""
    return {Which.PRACTICE: place.practice / "practice_register.xlsx", Which.SHIPPED: place.shipped,
            Which.OWN: place.home / choice.path}[choice.which]


def ready(place: Place, choice: Choice) -> Path:
    """The same, with the practice register laid out where it is chosen and not there yet."""
    path = path_of(place, choice)
    if choice.which is Which.PRACTICE and not path.exists():
        disk.make_folder(path.parent)
        write_practice_register(path)
    return path


def folder_of(place: Place, choice: Choice) -> Path:
    """The newest review's folder beside the register, or today's where there is none."""
    reviews = place.reviews_of(path_of(place, choice))
    try:
        newest = steps.newest_folder(reviews)
    except (OSError, ValueError):  # no place that this system can look into: opening it says so
        newest = None
    return newest or reviews / day_of(choice).isoformat()


def store_of(place: Place, choice: Choice | None) -> Store:
    """Where comments and decisions are kept; the practice review has a store of its own.

    Raises:
        StoreError: REVIEW_KIT_STORE names what this version does not know.
    """
    practising = choice is not None and choice.which is Which.PRACTICE
    return Store(place.practice / STORE_FILE if practising else default_path(place.state))


def stamps(place: Place, choice: Choice | None) -> tuple[object, ...]:
    """What changes when the register or the facts of its newest review do."""
    if choice is None:
        return ()
    return tuple(stamp(path) for path in (path_of(place, choice), folder_of(place, choice) / disk.FACTS_FILE))


def throw_practice_away(place: Place) -> None:
    """Delete the practice review, comments and decisions and all.

    Raises:
        ReviewFolderError: a file of it is in use.
    """
    try:
        if place.practice.exists():
            shutil.rmtree(place.practice)
    except OSError as error:
        raise ReviewFolderError(
            f"The practice review could not be begun again: {error.filename} is in use. "
            "Stop its check in notebook 2, close its files, and try again.") from error
