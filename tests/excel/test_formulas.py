"""Addresses inside formulas."""

import pytest

from review_kit.excel.formulas import formula_links

CELLS = {(2, 1): "https://a.example", (2, 2): "page"}


@pytest.mark.parametrize(("formula", "targets"), [
    ('HYPERLINK("https://a.example","words")', ("https://a.example",)),
    ('hyperlink( "https://a.example" )', ("https://a.example",)),
    ('HYPERLINK("https://a.example/?q=""x"", (y)","words, more")', ('https://a.example/?q="x", (y)',)),
    ('IF(B1="","",HYPERLINK("https://a.example","x"))', ("https://a.example",)),
    ('HYPERLINK("https://a.example","x")&HYPERLINK("https://b.example","y")', ("https://a.example", "https://b.example")),
    ('HYPERLINK("mailto:" & "jo@a.example","x")', ("mailto:jo@a.example",)),
    ('HYPERLINK($A$2&"/"&B2,"x")', ("https://a.example/page",)),
    ('HYPERLINK("","x")', ()),
])
def test_an_address_of_literals_and_cells_is_found(formula: str, targets: tuple[str, ...]) -> None:
    """Quotes, brackets and commas inside the address do not end it."""
    found = formula_links(formula, "words", CELLS.get)
    assert found is not None
    assert (found.targets, found.problem) == (targets, "")


def test_an_address_that_is_worked_out_is_a_problem_with_a_guess() -> None:
    """What looks like an address is still given, so that it can be looked at."""
    found = formula_links('HYPERLINK(LOWER("HTTPS://A.example")&Sheet2!A1,"x")', "x", CELLS.get)
    assert found is not None
    assert found.targets == ("HTTPS://A.example",)
    assert "worked out" in found.problem


def test_the_saved_result_may_be_the_address() -> None:
    """With one argument a person sees the address itself."""
    found = formula_links("HYPERLINK(Links!A1)", "https://c.example", CELLS.get)
    assert found is not None
    assert found.targets == ("https://c.example",)


@pytest.mark.parametrize("formula", ["A1+1", '"HYPERLINK(""x"")"', "MYHYPERLINK(A2)"])
def test_other_formulas_make_no_link(formula: str) -> None:
    """The name inside a quoted text or another name is no call."""
    assert formula_links(formula, "", CELLS.get) is None
