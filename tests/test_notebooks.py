"""The five notebooks as files: one call a cell, run from top to bottom, and nothing in them that chance could change.

`REVIEW_KIT_RENEW=1` runs them anew on the practice review; then read the difference. That the results are right is
nbval's to say: `pytest` compares every cell.
"""

import ast
import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import pytest

import review_kit

NOTEBOOKS = Path(__file__).parents[1] / "notebooks"
NAMES = ("1_open_register", "2_check_links_and_contacts", "3_record_feedback", "4_decide",
         "5_write_register_and_report")  # fmt: skip
UNSTEADY = ("clear_output", "display_id", "Output(", "asyncio", "print(", "%", "!")
"""What nbval cannot compare, or what a cell of one call has no use for."""

each_notebook = pytest.mark.parametrize("name", NAMES)


def read(name: str) -> dict[str, Any]:
    """A notebook's JSON."""
    book: dict[str, Any] = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8"))
    return book


def code_cells(name: str) -> list[dict[str, Any]]:
    """The cells that are run."""
    return [cell for cell in read(name)["cells"] if cell["cell_type"] == "code"]


@pytest.fixture(scope="module", autouse=True)
def renewed() -> None:
    """With REVIEW_KIT_RENEW=1, each notebook is run on the practice review and kept with what came out."""
    if not os.environ.get("REVIEW_KIT_RENEW"):
        return
    import nbformat
    from nbclient import NotebookClient
    spec = importlib.util.spec_from_file_location("notebooks_conftest", NOTEBOOKS / "conftest.py")
    assert spec is not None
    assert spec.loader is not None
    practice = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(practice)
    for name in NAMES:
        book = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
        with practice.on_the_practice_review():
            NotebookClient(book, kernel_name="python3", store_widget_state=False, record_timing=False,
                           resources={"metadata": {"path": str(NOTEBOOKS)}}).execute()
        for cell in book.cells:
            for output in cell.get("outputs", ()):
                # The number of a widget is made by chance, means nothing without its kernel, and nbval passes it over.
                output["data"].get("application/vnd.jupyter.widget-view+json", {})["model_id"] = "0" * 32
        book.metadata["language_info"] = {"name": "python"}
        nbformat.write(book, NOTEBOOKS / f"{name}.ipynb")


def test_there_are_five() -> None:
    """The folder holds the five notebooks of a review, and what pytest needs for them."""
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == set(NAMES)


@each_notebook
def test_each_cell_was_run_from_top_to_bottom(name: str) -> None:
    """A cell that was never run is not compared by nbval, without a word: so there is none."""
    cells = code_cells(name)
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert all(cell["outputs"] for cell in cells)


@each_notebook
def test_each_cell_is_one_call_of_a_public_name(name: str) -> None:
    """No `def`, class, loop or assignment: a cell imports the kit and calls one form."""
    for cell in code_cells(name):
        source = "".join(cell["source"])
        statements = ast.parse(source).body
        assert [type(s) for s in statements] == [ast.Import, ast.Expr]
        call = statements[1].value  # type: ignore[attr-defined]
        assert isinstance(call, ast.Call)
        assert ast.unparse(call.func).removeprefix("rk.") in review_kit.__all__
        assert not call.args
        assert not [word for word in UNSTEADY if word in source]


@each_notebook
def test_no_code_shows(name: str) -> None:
    """Each code cell is folded, begins with words for those who unfold it, and cannot be changed by accident."""
    for cell in code_cells(name):
        assert cell["metadata"]["jupyter"] == {"source_hidden": True}
        assert "".join(cell["source"]).startswith("# ")
    for cell in read(name)["cells"]:
        assert cell["metadata"]["editable"] is False
        assert cell["metadata"]["deletable"] is False


@each_notebook
def test_nothing_is_kept_in_a_notebook(name: str) -> None:
    """No widget state, which could hold what somebody typed; no path of the machine that made it; no moment."""
    text = (NOTEBOOKS / f"{name}.ipynb").read_text(encoding="utf-8")
    assert "widgets" not in read(name)["metadata"]
    assert "widget-state" not in text
    for word in (str(Path.home()), str(NOTEBOOKS.parent), "/tmp", "iopub", "Traceback"):  # noqa: S108 - looked for
        assert word not in text


@each_notebook
def test_the_results_say_that_they_are_practice(name: str) -> None:
    """Whoever meets a notebook in the repository reads that everything in it is invented."""
    pictures = ["".join(output["data"]["text/html"]) for cell in code_cells(name) for output in cell["outputs"]]
    assert any("everything here is invented" in picture for picture in pictures)
    assert "everything in it is invented" in "".join("".join(cell["source"]) for cell in read(name)["cells"])


@each_notebook
def test_each_step_leads_to_all_others(name: str) -> None:
    """The line of steps names all five, with a link to each but the one that is open."""
    first = "".join(read(name)["cells"][0]["source"])
    assert {other for other in NAMES if f"({other}.ipynb)" in first} == set(NAMES) - {name}
