"""The message to a provider, as plain text that any mail program shows and that can be answered as it stands."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from review_kit.asking.drawing import environment, parts
from review_kit.asking.providers import Provider
from review_kit.model import Register
from review_kit.reports.clean import clean

_GAPS = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says: one line of subject, and its text with plain line ends."""

    subject: str
    text: str


def letter(provider: Provider, register: Register, *, today: date, reply_by: date, reminder: bool = False,
           printed: Callable[[str], str] = clean, personal: Collection[str] = ()) -> Letter:
    """Ask a provider to confirm its entries.

    Args:
        provider: from `providers`; for a reminder, with the entries alone that are still open.
        register: says who asks, how young people are called and how often the offer is reviewed.
        today: the day on which the entries stand as they are quoted.
        reply_by: the day to answer by.
        reminder: whether it was asked before.
        printed: what each value passes through, once or twice: `Dangers.printed` of the review where there is one.
        personal: normalised contacts that seem to be one person's; a shared mailbox is asked for in their place.
    """
    reader = environment(printed)
    told = parts(provider, register, today=today, reply_by=reply_by, reminder=reminder, printed=printed,
                 personal=personal)
    subject, _, text = reader.get_template("letter.txt.j2").render(told).partition("\n")
    return Letter(" ".join(subject.split()), _GAPS.sub("\n\n", text).strip() + "\n")
