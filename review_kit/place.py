"""Where things are on this machine: the register's folder, and the kit's own."""

import os
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from review_kit.steps import REVIEWS, SHIPPED_REGISTER


@dataclass(frozen=True, slots=True)
class Place:
    """The folders that the notebooks work in.

    `home` holds the shipped register; `state` is the kit's own folder for this person: which register is open, the
    practice review, comments. `practice_only` is for CI and for learning: no other register is opened then. `alone` is
    for the facilitator's form without the notebooks: there is no other page that it could lead to.
    """

    home: Path
    state: Path
    practice_only: bool = False
    alone: bool = False

    @property
    def shipped(self) -> Path:
        """The register that came with the kit, or that the council keeps in its place."""
        return self.home / SHIPPED_REGISTER

    @property
    def practice(self) -> Path:
        """The practice review's folder, apart from everything real; it may be thrown away at any time."""
        return self.state / "practice"

    @property
    def uploads(self) -> Path:
        """Where registers are kept that were handed over in the browser: a folder for each name."""
        return self.home / "uploads"

    def handed_over(self, register: Path) -> bool:
        """Whether a register came through the browser, so that the person's own file is out of reach."""
        return self.uploads in register.parents

    def reviews_of(self, register: Path) -> Path:
        """The folder of a register's reviews: beside it, and apart from those of another register there."""
        reviews = register.parent / REVIEWS
        of_the_kit = self.handed_over(register) or self.practice in register.parents
        return reviews if of_the_kit or register.name == SHIPPED_REGISTER.name else reviews / register.stem


def this_place() -> Place:
    """The place as the environment names it: REVIEW_KIT_HOME and _STATE, REVIEW_KIT_PRACTICE=1, REVIEW_KIT_ALONE=1."""
    home, state = os.environ.get("REVIEW_KIT_HOME"), os.environ.get("REVIEW_KIT_STATE")
    return Place(Path(home) if home else _home_of(Path.cwd()), Path(state) if state else user_data_path("review-kit"),
                 practice_only=os.environ.get("REVIEW_KIT_PRACTICE") == "1",
                 alone=os.environ.get("REVIEW_KIT_ALONE") == "1")


def _home_of(folder: Path) -> Path:
    """The folder, or the nearest one above it that holds the register: notebooks stand one folder further down."""
    return next((f for f in (folder, *folder.parents) if (f / SHIPPED_REGISTER).is_file()), folder)
