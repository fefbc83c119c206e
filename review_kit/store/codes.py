"""Codes on slips: made by chance, told to nobody but the young person, and kept here as a digest only."""

import hashlib
import re
import secrets

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Capitals and digits that nobody takes for one another in a hurry: no 0 and O, no 1, I and L."""
LENGTH = 12
"""Signs of a code: 31 to the twelfth is more than 59 bits, which no one guesses."""
GROUP = 4


def new_code() -> str:
    """A code as a slip shows it: `K7PM-3XQD-W2RT`."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    return "-".join(signs[at:at + GROUP] for at in range(0, LENGTH, GROUP))


def digest_of(code: str) -> str:
    """The digest of a code as somebody typed it, in small letters or without its lines; '' where it is none.

    The same on every laptop, so that a withdrawal on one reaches what another holds.
    """
    bare = re.sub(r"[^0-9A-Z]", "", code.upper())
    if len(bare) != LENGTH or not set(bare) <= set(SIGNS):
        return ""
    return hashlib.sha256(f"review-kit slip {bare}".encode()).hexdigest()


def mark_of(view_id: str) -> str:
    """The digest under which a view that was removed is remembered."""
    return hashlib.sha256(f"review-kit view {view_id}".encode()).hexdigest()
