"""Says what is wrong with a telephone number, in a few words, and what it was probably meant to be."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

LETTERS_FOR_DIGITS = "OolI"
"""Letters that hands and scanners put for digits: O for zero, l and I for one."""
_AS_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})

NATIONAL_LENGTH = 10
"""Digits of a UK number after its leading zero; a few old ones have nine, and the library knows which."""

# Ofcom keeps these for drama: no subscriber has them (ofcom.org.uk, "Telephone numbers for use in TV and radio drama").
_DRAMA = re.compile(r"1632960|7700900|1[1-6]1496|11[3-8]496|1914980|2079460|2890180|2920180|3069990|8081570|9098790")

_LETTER = re.compile(r"[^\W\d_]")
_EXTENSION = re.compile(r"(?i)(?:;?ext|x)[.:=]? ?\d{1,7}$")


def possible(words: str) -> str:
    """A number in E.164 where it is valid in Ofcom's plan (or its own country's), else nothing."""
    if _LETTER.search(_EXTENSION.sub("", words)):  # the library would read letters as keys of a telephone, or drop them
        return ""
    try:
        number = phonenumbers.parse(words, "GB")
    except NumberParseException:
        return ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if phonenumbers.is_valid_number(number) else ""


def national(words: str) -> str:
    """A valid number as people at home write it, else nothing."""
    if not possible(words):
        return ""
    return phonenumbers.format_number(phonenumbers.parse(words, "GB"), PhoneNumberFormat.NATIONAL)


def fault(words: str) -> tuple[str, str]:
    """What is wrong with a run that is no valid UK number, and its mending where that is clear.

    Args:
        words: the run as written, at least nine digits or letters typed for them.

    Returns:
        The problem in a few words, and the mended number or nothing.
    """
    digits = words.translate(_AS_DIGITS)
    if digits != words:
        letter = next(sign for sign in words if sign in LETTERS_FOR_DIGITS)
        meant = "zero" if letter in "Oo" else "one"
        return f"letter {letter} for {meant}", national(digits)
    if re.match(r"\+ ?0", words) and national(words.lstrip("+ ")):
        return "a plus before the zero", national(words.lstrip("+ "))
    return _fault_of(significant(words))


def significant(words: str) -> str:
    """The digits after the leading zero or the country's code, letters read as the digits they stand for."""
    return re.sub(r"^(?:(?:00)?44)?0?", "", re.sub(r"\D", "", words.translate(_AS_DIGITS)))


def for_drama(rest: str) -> bool:
    """Whether the digits after the leading zero are of a range that Ofcom gives to nobody."""
    return len(rest) == NATIONAL_LENGTH and _DRAMA.match(rest) is not None


def _fault_of(rest: str) -> tuple[str, str]:
    """The same for the digits after the leading zero."""
    if re.fullmatch(r"500\d{6}", rest):  # withdrawn by Ofcom on 3 June 2017, each moved to 0808 5
        return "in the 0500 range, withdrawn in 2017", national(f"08085{rest[3:]}")
    if rest.startswith("0"):
        return "a zero too many at the front", national(f"0{rest.lstrip('0')}")
    if for_drama(rest):
        return "in a range that Ofcom keeps for drama", ""
    if len(rest) < NATIONAL_LENGTH:
        return f"too short by {_digits(NATIONAL_LENGTH - len(rest))}", ""
    if len(rest) > NATIONAL_LENGTH:
        return f"too long by {_digits(len(rest) - NATIONAL_LENGTH)}", ""
    return "not in Ofcom's number plan", ""


def _digits(count: int) -> str:
    return "one digit" if count == 1 else f"{count} digits"
