"""phone-written-differently: one number, several forms."""

from dataclasses import replace

from review_kit.checks.phone_written_differently import CHECK

from . import facts as make
from .reach import entry, facts_of


def test_two_forms_of_one_number_are_told_once_with_their_cells() -> None:
    """Across entries; the number stands in the evidence in its one spelling."""
    finding, = make.found(CHECK, facts_of(entry("0800 0280077"), entry("Call 0800 028 0077", row=3)))
    assert finding.what_we_saw == "This number stands in the register in 2 different ways."
    assert "Services!C2 says “0800 0280077”; Services!C3 says “0800 028 0077”" in finding.evidence
    assert finding.basis == (("forms", "0800 0280077 | 0800 028 0077"),)


def test_one_form_is_not_told() -> None:
    """Nor two numbers, a second space, nor a retired entry's form."""
    same = facts_of(entry("0800 028 0077"), entry("0800 028  0077", row=3), entry("0300 330 5454", row=4))
    assert make.found(CHECK, same) == []
    retired = replace(entry("08000280077", row=3), values={"Status": "retired"})
    assert make.found(CHECK, facts_of(entry("0800 028 0077"), retired)) == []
