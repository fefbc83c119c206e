"""What can be decided about a finding, and a decision made of what a person chose and wrote.

The desk and the workbook of findings ask here, so that both refuse the same things in the same words.
"""

from collections.abc import Callable, Mapping
from datetime import date
from ipaddress import ip_address
from urllib.parse import urlsplit

from review_kit.checks._asked import askable
from review_kit.dates import read_date
from review_kit.deciding.outcomes import ENTRY_CHECK, needs_decision
from review_kit.errors import DecisionError
from review_kit.model import (
    DATE_COLUMNS,
    Action,
    Cell,
    CellText,
    Contact,
    ContactKind,
    ContactVerdict,
    Decision,
    Finding,
    Link,
    Outcome,
    Rung,
    Severity,
    Written,
)
from review_kit.rows.cell_reading import read_cell
from review_kit.rows.text import INVISIBLE, squeezed

LONGEST_ROLE, LONGEST_NOTE, LONGEST_TEXT = 120, 1_000, 2_048
NEEDS_TEXT = frozenset({Action.OTHER})
NEEDS_NOTE = frozenset({Action.NO_PROBLEM})
_NOWHERE = Cell("", 1, 1)


def offered(outcome: Outcome) -> tuple[Action, ...]:
    """The decisions that make sense for a finding, in the order in which a person should meet them."""
    finding = outcome.finding
    rules: tuple[tuple[Action, bool], ...] = (
        (Action.SUGGESTION, bool(outcome.suggestion and (finding.about is not None or finding.answer_in))),
        (Action.FINE, _can_be_fine(finding)),
        (Action.OTHER, finding.about is not None or bool(finding.answer_in)),
        (Action.TAKE_OUT, finding.about is not None),
        (Action.CONFIRMED, _can_be_fine(finding)),
        (Action.ASK, finding.service is not None),
        (Action.NO_PROBLEM, needs_decision(finding)),
        (Action.RETIRE, finding.service is not None),
        (Action.LATER, needs_decision(finding)),
    )
    return tuple(action for action, makes_sense in rules if makes_sense)


def _can_be_fine(finding: Finding) -> bool:
    """Whether a person can have looked and found it right: not where the words themselves cannot be right."""
    if finding.check == ENTRY_CHECK:
        return True
    wrong_words = finding.rung is Rung.WORDS or finding.verdict is ContactVerdict.BROKEN
    return finding.about is not None and not wrong_words


def no_danger(_: str) -> bool:
    """Nothing is known to be dangerous."""
    return False


def decision(outcome: Outcome, action: Action, *, who: str, today: date, text: str = "", note: str = "",
             dangerous: Callable[[str], bool] = no_danger) -> Decision:
    """A decision ready to be kept; its number and id are the store's to give.

    Args:
        outcome: the finding as it stands on the desk.
        action: what was chosen.
        who: a role or a team's mailbox.
        today: the day of the decision.
        text: what to write, for `write another`.
        note: why, or what was seen.
        dangerous: whether an address belongs to a site that this review found dangerous.

    Raises:
        DecisionError: something is missing, too long or does not fit; the sentence says what and what next.
    """
    finding = outcome.finding
    text, note = _seen_signs(text).strip(), plain(note)
    if action not in offered(outcome):
        raise DecisionError(f"“{action.capitalize()}” does not fit this finding. Choose another decision.")
    who = role(who)
    not_too_long("The reason", note, LONGEST_NOTE)
    if not note and (action in NEEDS_NOTE or (finding.severity is Severity.DANGER and action is Action.FINE)):
        raise DecisionError("Say why in a few words, so that next year's reader understands it.")
    new = outcome.suggestion if action is Action.SUGGESTION else _checked(finding, text) if action in NEEDS_TEXT else ""
    if new and dangerous(new):
        raise DecisionError("That address belongs to a site that this review found dangerous. Choose another one.")
    service = finding.service
    return Decision(0, "", *outcome.key, action, who, today.isoformat(), service=service.name if service else "",
                    text=new, note=note, seen=finding.what_we_saw, evidence=finding.evidence, basis=finding.basis)


def role(text: str) -> str:
    """The role in which somebody decides, as it is kept.

    Raises:
        DecisionError: it is blank or too long.
    """
    who = plain(text)
    if not who:
        raise DecisionError("Say first in which role you decide, such as Leaving Care team.")
    not_too_long("The role", who, LONGEST_ROLE)
    return who


def plain(text: str) -> str:
    """Words on one line, without signs that nobody sees or that turn the line round."""
    return squeezed(_seen_signs(text))


def _seen_signs(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable() or sign.isspace() or sign in INVISIBLE)


def not_too_long(what: str, words: str, longest: int) -> None:
    """Refuse words that are longer than a person can have meant.

    Raises:
        DecisionError: they are.
    """
    if len(words) > longest:
        raise DecisionError(f"{what} has {len(words):,} characters, and {longest:,} is the most. Shorten it.")


def _checked(finding: Finding, text: str) -> str:
    """What a person wrote in the place of the words in question, if it can stand there."""
    if not text:
        raise DecisionError("Write what should stand in the register instead.")
    not_too_long("The new text", text, LONGEST_TEXT)
    if isinstance(finding.about, Link):
        new = _address(text)
        if new == finding.about.url or text == finding.about.as_written:
            raise DecisionError("That is the address that stands there already. Write the one that should.")
        return new
    if isinstance(finding.about, Contact):
        if text == finding.about.as_written:
            raise DecisionError("That is what stands there already. Write what should.")
        return reach(finding.about.kind, text)
    if finding.answer_in not in DATE_COLUMNS:
        return text
    return typed_day(text).isoformat()


def typed_day(text: str, *, example: str = "21/11/2026") -> date:
    """The day that somebody typed.

    Raises:
        DecisionError: it is none that can be read; the sentence shows one that can.
    """
    day = read_date(text)
    if day is None:
        raise DecisionError(f"“{plain(text)}” is not a day that we can read. Write it as {example}.")
    return day


def _address(text: str) -> str:
    text = squeezed(text)
    links, contacts = read_cell(CellText(_NOWHERE, text))
    whole = len(links) == 1 and not contacts and links[0].as_written == text and askable(links[0])
    if not whole or links[0].written not in {Written.IN_FULL, Written.NO_SCHEME}:
        raise DecisionError(f"“{text}” is not a web address. Copy it whole from your browser's address line.")
    if not _public(links[0].url):
        raise DecisionError(f"“{text}” is not an address that a young person could open from home. Choose another one.")
    return text if links[0].written is Written.IN_FULL else links[0].url


def _public(url: str) -> bool:
    """Whether an address names a host of the public internet, and no user before it."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        return ip_address(host).is_global and not parts.username
    except ValueError:  # a name, as it should be
        inside = host.endswith((".local", ".localhost", ".internal"))
        return "." in host.strip(".") and not inside and not parts.username


def reach(kind: ContactKind, text: str) -> str:
    """A number or address as a person typed it, if it is one.

    Raises:
        DecisionError: nobody could ring it, or write to it.
    """
    check = _KINDS.get(kind)
    if check is not None and not check(text):
        what = "a UK phone number" if kind is ContactKind.PHONE else "an e-mail address"
        raise DecisionError(f"“{text}” is not {what} as it is written. Check it, then type it again.")
    return text


def normalised(kind: ContactKind, text: str) -> str:
    """A number or address as the kit compares it, however somebody wrote it; '' where it is none."""
    found = read_cell(CellText(_NOWHERE, text), header="Phone" if kind is ContactKind.PHONE else "")[1]
    return found[0].normalised if len(found) == 1 and found[0].kind is kind else ""


def _is_one(kind: ContactKind) -> Callable[[str], bool]:
    def check(text: str) -> bool:
        found = read_cell(CellText(_NOWHERE, text), header="Phone" if kind is ContactKind.PHONE else "")[1]
        good = len(found) == 1 and found[0].kind is kind and bool(found[0].normalised) and not found[0].problem
        return good and found[0].as_written == text
    return check


_KINDS: Mapping[ContactKind, Callable[[str], bool]] = {
    kind: _is_one(kind) for kind in (ContactKind.PHONE, ContactKind.EMAIL)}
