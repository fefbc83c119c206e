"""Slips to cut: each young person takes one, and with its code can have what they said removed."""

from collections.abc import Mapping
from datetime import date

from review_kit.dates import prose_date
from review_kit.model import Settings
from review_kit.reports.addresses import Dangers
from review_kit.reports.drawing import environment


def slips_page(codes: Mapping[int, str], group_code: str, settings: Settings, *, until: date | None = None) -> str:
    """The slips of a meeting, as a page to print; nobody keeps it.

    A slip may be found in a pocket or left on a bus: it says neither which forum met nor what about.

    Args:
        codes: each slip's number and code.
        group_code: the code of what the whole group said; '' where there is none.
        settings: say whom to turn to: `Assured by`, and a mailbox where one is named.
        until: the last day on which words can be taken back before they are in a report; not named where None.
    """
    return environment(Dangers(), "review_kit.paper").get_template("slips.html.j2").render(
        codes=codes, group_code=group_code, who=_role(settings), mailbox=_mailbox(settings),
        until=prose_date(until) if until else "")


def _role(settings: Settings) -> str:
    """The team to ask; '' where the settings name a mailbox in its place, or nobody."""
    return "" if "@" in settings.assured_by else settings.assured_by.strip()


def _mailbox(settings: Settings) -> str:
    """The mailbox to write to; '' where the settings name none."""
    return next((said.strip() for said in (settings.assured_by, settings.contact_address) if "@" in said), "")
