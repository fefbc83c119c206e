"""Names by chance for what the store keeps, so that two laptops never give the same one."""

import re
import secrets

_ATTEMPT = re.compile(r"[0-9a-f-]{16,40}")


def name_of(attempt: str) -> str:
    """The name of a try to save, or a new one: the same try is then kept once, however often it is asked for."""
    return attempt if _ATTEMPT.fullmatch(attempt) else secrets.token_hex(8)
