"""The folder that JupyterLab works in: the notebooks or one page, fresh at each start, and settings of its own."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from review_kit.disk import make_folder, make_private_folder
from review_kit.errors import LabError
from review_kit.lab.settings import overrides, page_config

PACKAGE = Path(__file__).parents[1]
FIRST, FORM = "1_open_register.ipynb", "forum.ipynb"
ALONE = "alone"
"""In a shipped notebook's own metadata, the title under which its form can stand alone."""
MISSING = "The notebooks of the review kit are not where they belong. Install the kit again."


def shipped_notebooks() -> tuple[Path, ...]:
    """The notebooks as they came: inside an installed package, or beside it in a checkout.

    Raises:
        LabError: they are in neither place.
    """
    for folder in (PACKAGE / "notebooks", PACKAGE.parent / "notebooks"):
        if (folder / FIRST).is_file():
            return tuple(sorted(folder.glob("?_*.ipynb")))
    raise LabError(MISSING)


def lay_out(folder: Path) -> Path:
    """Write what JupyterLab needs for the five notebooks into a folder, and return the folder of the notebooks.

    The notebooks are copies without results: those in the shipped ones are the practice review's. Nothing of a
    review is kept in them, so each start lays them out anew.

    Raises:
        LabError: the notebooks are missing.
        ReviewFolderError: the folder cannot be written.
    """
    return _laid_out(folder, {source.name: _fresh(source) for source in shipped_notebooks()}, "review-kit lab")


def lay_out_form(folder: Path) -> Path:
    """The same for one page, `FORM`: the shipped notebook that can stand alone, under its title, with nothing beside.

    Raises:
        LabError: the notebooks are missing.
        ReviewFolderError: the folder cannot be written.
    """
    form = next((book for book in map(_fresh, shipped_notebooks()) if ALONE in book["metadata"]["review_kit"]), None)
    if form is None:
        raise LabError(MISSING)
    title = {"cell_type": "markdown", "id": ALONE, "metadata": {"deletable": False, "editable": False},
             "source": [f"# {form['metadata']['review_kit'][ALONE]}"]}
    cells = [title, *(cell for cell in form["cells"] if cell["cell_type"] == "code")]
    return _laid_out(folder, {FORM: form | {"cells": cells}}, "review-kit forum")


def _fresh(source: Path) -> dict[str, Any]:
    """A shipped notebook without its results, and without the words for its readers elsewhere."""
    book: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    book["cells"] = [cell for cell in book["cells"] if "how" not in cell["metadata"].get("tags", ())]
    return book


def _laid_out(folder: Path, books: Mapping[str, Mapping[str, Any]], command: str) -> Path:
    make_private_folder(folder.parent)
    notebooks, settings = make_folder(folder / "notebooks"), make_folder(folder / "settings")
    for name, book in books.items():
        (notebooks / name).write_text(json.dumps(book), encoding="utf-8")
    (settings / "overrides.json").write_text(json.dumps(overrides(), indent=1), encoding="utf-8")
    (settings / "page_config.json").write_text(json.dumps(page_config(command), indent=1), encoding="utf-8")
    return notebooks
