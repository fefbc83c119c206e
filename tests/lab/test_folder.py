"""The folder that JupyterLab works in: notebooks without results, and settings of its own."""

import json
from pathlib import Path

import pytest

from review_kit.errors import ReviewKitError
from review_kit.lab.folder import FIRST, FORM, lay_out, lay_out_form, shipped_notebooks
from review_kit.lab.settings import overrides, page_config


def books(folder: Path) -> dict[str, dict[str, object]]:
    """Each notebook of a folder by its name."""
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.ipynb")}


def cells(book: dict[str, object]) -> list[dict[str, object]]:
    """A notebook's cells."""
    found = book["cells"]
    assert isinstance(found, list)
    return found


def test_all_five_are_laid_out(tmp_path: Path) -> None:
    """Under the names by which they lead to one another, the first among them."""
    notebooks = lay_out(tmp_path / "lab")
    assert notebooks == tmp_path / "lab" / "notebooks"
    assert sorted(books(notebooks)) == [path.name for path in shipped_notebooks()]
    assert len(books(notebooks)) == 5
    assert FIRST in books(notebooks)


def test_the_copies_have_no_results(tmp_path: Path) -> None:
    """The shipped ones show the practice review; what a lead opens shows nothing before it was run."""
    shipped = books(shipped_notebooks()[0].parent)
    assert any(cell.get("outputs") for book in shipped.values() for cell in cells(book))
    for name, book in books(lay_out(tmp_path)).items():
        for cell in cells(book):
            if cell["cell_type"] == "code":
                assert (cell["outputs"], cell["execution_count"]) == ([], None)
            else:
                assert "outputs" not in cell
        assert "invented" not in json.dumps([cell.get("outputs") for cell in cells(book)]), name


def test_all_else_of_a_notebook_is_as_it_came(tmp_path: Path) -> None:
    """Its words, its calls and what it says of itself; only the words for readers of the shipped one are left out."""
    shipped = books(shipped_notebooks()[0].parent)
    for name, book in books(lay_out(tmp_path)).items():
        kept = [cell for cell in cells(shipped[name]) if "how" not in cell["metadata"].get("tags", ())]  # type: ignore[attr-defined]
        assert [cell["source"] for cell in cells(book)] == [cell["source"] for cell in kept]
        assert [cell["metadata"] for cell in cells(book)] == [cell["metadata"] for cell in kept]
        assert {part: book[part] for part in book if part != "cells"} == {
            part: shipped[name][part] for part in shipped[name] if part != "cells"}
        assert book["metadata"]["review_kit"]["autorun"] is True  # type: ignore[index, call-overload]


def test_the_shipped_notebooks_are_left_as_they_were(tmp_path: Path) -> None:
    """To lay out is to copy."""
    before = {path: path.read_bytes() for path in shipped_notebooks()}
    lay_out(tmp_path)
    assert {path: path.read_bytes() for path in shipped_notebooks()} == before


def test_each_start_lays_them_out_anew(tmp_path: Path) -> None:
    """What somebody changed or spoilt in a copy is as new at the next start; what else stands there stays."""
    notebooks = lay_out(tmp_path)
    fresh = (notebooks / FIRST).read_bytes()
    (notebooks / FIRST).write_text("rubbish", encoding="utf-8")
    (notebooks / "mine.txt").write_text("mine", encoding="utf-8")
    (tmp_path / "settings" / "overrides.json").unlink()
    lay_out(tmp_path)
    assert (notebooks / FIRST).read_bytes() == fresh
    assert (notebooks / "mine.txt").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "settings" / "overrides.json").is_file()


def test_the_settings_are_laid_out(tmp_path: Path) -> None:
    """As JSON, where JupyterLab looks for them."""
    for lay, command in ((lay_out, "review-kit lab"), (lay_out_form, "review-kit forum")):
        lay(tmp_path)
        for name, wanted in (("overrides.json", overrides()), ("page_config.json", page_config(command))):
            assert json.loads((tmp_path / "settings" / name).read_text(encoding="utf-8")) == wanted


def test_the_form_stands_alone(tmp_path: Path) -> None:
    """One page: a title, and the cell of the notebook that can stand alone, which leads nowhere else."""
    laid_out = books(lay_out_form(tmp_path))
    assert list(laid_out) == [FORM]
    title, form = cells(laid_out[FORM])
    assert title["source"] == ["# What young people say"]
    assert "".join(form["source"]).endswith("rk.feedback_form()")  # type: ignore[arg-type]
    assert (form["outputs"], form["execution_count"]) == ([], None)
    assert all(cell["metadata"]["editable"] is False for cell in (title, form))  # type: ignore[index, call-overload]
    assert laid_out[FORM]["metadata"]["review_kit"]["autorun"] is True  # type: ignore[index, call-overload]
    assert ".ipynb" not in json.dumps(laid_out[FORM])


def test_the_title_of_the_form_is_the_notebooks_own(tmp_path: Path) -> None:
    """One notebook says that it can stand alone, and under which title; there is no second copy of it."""
    shipped = books(shipped_notebooks()[0].parent)
    alone = [name for name, book in shipped.items() if "alone" in book["metadata"]["review_kit"]]  # type: ignore[index, call-overload]
    assert alone == ["3_record_feedback.ipynb"]


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    """The kit's own error, and what stands in the way stays."""
    (tmp_path / "lab").write_text("a file", encoding="utf-8")
    with pytest.raises(ReviewKitError, match="lab"):
        lay_out(tmp_path / "lab")
    assert (tmp_path / "lab").read_text(encoding="utf-8") == "a file"
