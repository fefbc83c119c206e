"""What every page that the kit draws has in common: its words, and that each value in it is made harmless."""

from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from review_kit.model import Link
from review_kit.reports.addresses import Dangers
from review_kit.reports.parts import calls
from review_kit.reports.words import (
    ACTIONS,
    CONTACT_VERDICTS,
    KINDS,
    SEVERITIES,
    VERDICTS,
    contact_saw,
    counted,
    decided_words,
    link_saw,
    prose_day_of,
    service_title,
    shortened,
)

WORDS: dict[str, Any] = {
    "actions": ACTIONS, "decided_words": decided_words,
    "contact_saw": contact_saw, "contact_verdicts": CONTACT_VERDICTS, "counted": counted, "day_of": prose_day_of,
    "is_link": lambda about: isinstance(about, Link), "kinds": KINDS, "link_saw": link_saw,
    "readable": calls.readable, "service_title": service_title, "severities": SEVERITIES, "shortened": shortened,
    "verdicts": VERDICTS,
}  # fmt: skip
"""What the templates may call."""


def environment(dangers: Dangers, *packages: str) -> Environment:
    """A reader of templates. Every value that one prints passes through `Dangers.printed` and is then escaped.

    Args:
        dangers: the hosts that must not be made into links.
        packages: whose templates are looked through before the reports' own.
    """

    def printed(value: object) -> object:
        return value if isinstance(value, Markup) else dangers.printed(str(value))

    loader = ChoiceLoader([PackageLoader(package) for package in (*packages, "review_kit.reports")])
    reader = Environment(loader=loader, autoescape=True, finalize=printed, undefined=StrictUndefined,
                         trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    reader.globals.update(WORDS, live=dangers.live, concern=dangers.concern)
    return reader
