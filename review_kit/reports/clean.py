"""Text that strangers wrote, made safe to print: what is not seen must not be there."""

import re

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"             # controls, but for tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # marks that turn the direction of what follows
    "\u200b\u2060\ufeff\ufffe\uffff"           # spaces without width, and no characters at all
    "\ud800-\udfff\U000e0000-\U000e007f]"      # halves of characters, and invisible tags
)  # fmt: skip
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """The text with one kind of line end and no control, direction or zero-width characters."""
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))
