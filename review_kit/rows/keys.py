"""The key that names a service for good."""

import hashlib
from collections.abc import Container

from review_kit.rows.text import squeezed


def derived_key(section: str, name: str, provider: str) -> str:
    """A key made from what a service is: `svc-` and ten hexadecimal digits.

    It is the same on every reading, whatever the row, so that decisions and comments stay with a service when rows
    move; and it is what the first save writes as the Service ID, after which it stays even when the words change.
    White space and capitals make no difference. Ten digits are a million million keys: two of a thousand services
    share one about once in two million registers, and are then told apart by `unique`.
    """
    said = "\x1f".join(squeezed(part).casefold() for part in (section, name, provider))
    return "svc-" + hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:10]


def unique(key: str, taken: Container[str]) -> str:
    """The key, or with -2, -3… where others have it already."""
    number, free = 1, key
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    return free
