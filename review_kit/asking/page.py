"""The page for a provider whose mailbox is not known: to fill in on a screen, or with a pen once it is printed."""

import base64
import hashlib
from collections.abc import Callable, Collection
from datetime import date

from markupsafe import Markup

from review_kit.asking.drawing import environment, parts
from review_kit.asking.providers import Provider
from review_kit.model import Register
from review_kit.reports.clean import clean


def page(provider: Provider, register: Register, *, today: date, reply_by: date, reminder: bool = False,
         printed: Callable[[str], str] = clean, personal: Collection[str] = ()) -> bytes:
    """One HTML page that asks a provider to confirm its entries; it fetches nothing, sends nothing and keeps nothing.

    Its one script puts the answers into words for a message: without it all can still be read, filled in and printed.
    The arguments are those of `letter`. The same arguments give the same bytes.
    """
    reader = environment(printed)
    told = parts(provider, register, today=today, reply_by=reply_by, reminder=reminder, printed=printed,
                 personal=personal)
    script = reader.get_template("page.js").render()
    return reader.get_template("page.html.j2").render(
        told, script=Markup(script), script_hash=Markup(_hash_of(script))).encode("utf-8", "replace")  # noqa: S704 - ours


def _hash_of(script: str) -> str:
    """The name by which the page's own policy lets this script run and no other."""
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
