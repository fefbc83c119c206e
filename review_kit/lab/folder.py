"""The folder that JupyterLab works in: the five notebooks, fresh at each start, and settings of its own."""

import json
from pathlib import Path

from review_kit.disk import make_folder, make_private_folder
from review_kit.errors import LabError
from review_kit.lab.settings import overrides, page_config

PACKAGE = Path(__file__).parents[1]
FIRST = "1_open_register.ipynb"


def shipped_notebooks() -> tuple[Path, ...]:
    """The notebooks as they came: inside an installed package, or beside it in a checkout.

    Raises:
        LabError: they are in neither place.
    """
    for folder in (PACKAGE / "notebooks", PACKAGE.parent / "notebooks"):
        if (folder / FIRST).is_file():
            return tuple(sorted(folder.glob("?_*.ipynb")))
    raise LabError("The notebooks of the review kit are not where they belong. Install the kit again.")


def lay_out(folder: Path) -> Path:
    """Write what JupyterLab needs into a folder, and return the folder of the notebooks.

    The notebooks are copies without results: those in the shipped ones are the practice review's. Nothing of a
    review is kept in them, so each start lays them out anew.

    Raises:
        LabError: the notebooks are missing.
        ReviewFolderError: the folder cannot be written.
    """
    make_private_folder(folder.parent)
    notebooks = make_folder(folder / "notebooks")
    for source in shipped_notebooks():
        book = json.loads(source.read_text(encoding="utf-8"))
        for cell in book["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
        book["cells"] = [cell for cell in book["cells"] if "how" not in cell["metadata"].get("tags", ())]
        (notebooks / source.name).write_text(json.dumps(book), encoding="utf-8")
    settings = make_folder(folder / "settings")
    (settings / "overrides.json").write_text(json.dumps(overrides(), indent=1), encoding="utf-8")
    (settings / "page_config.json").write_text(json.dumps(page_config(), indent=1), encoding="utf-8")
    return notebooks
