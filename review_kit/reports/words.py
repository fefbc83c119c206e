"""The words that people read for verdicts, severities, numbers and dates: one place, so that reports agree."""

from datetime import datetime

from review_kit.dates import prose_date
from review_kit.model import (
    Action,
    ContactKind,
    ContactVerdict,
    ContactVerdictFor,
    Decision,
    LinkVerdict,
    Service,
    Severity,
    Verdict,
)

VERDICTS: dict[Verdict, tuple[str, str]] = {
    Verdict.BROKEN: ("Does not work", "Leads nowhere."),
    Verdict.CHANGED: ("Changed", "Something answers, but it is not this service."),
    Verdict.MOVED: ("Moved", "Works, but the register should hold the new address."),
    Verdict.BY_HAND: ("Check by hand", "A program cannot tell. Open it yourself."),
    Verdict.NOT_CHECKED: ("Not checked", "We could not look. The reason stands beside it."),
    Verdict.WORKING: ("Works", "Leads to this service today."),
}
"""Each verdict's label and plain meaning, in the order in which a reader should meet them."""

CONTACT_VERDICTS: dict[ContactVerdict, tuple[str, str]] = {
    ContactVerdict.BROKEN: ("Does not work", "Does not reach this service."),
    ContactVerdict.CAUTION: ("Caution", "Something speaks against it."),
    ContactVerdict.BY_HAND: ("Check by hand", "Well formed, but nobody has vouched for it."),
    ContactVerdict.NOT_CHECKED: ("Not checked", "We could not look. The reason stands beside it."),
    ContactVerdict.OK: ("Vouched for", "On the provider's own page, on a helpline list, or confirmed by a person."),
}

SEVERITIES: dict[Severity, tuple[str, str]] = {
    Severity.DANGER: ("Danger", "Could harm a young person. Act today."),
    Severity.BROKEN: ("Broken", "Does not lead a young person to help."),
    Severity.CAUTION: ("Caution", "May be wrong or out of date."),
    Severity.NOTE: ("Note", "Worth knowing, and not urgent."),
}

ACTIONS: dict[Action, str] = {
    Action.SUGGESTION: "Use the suggestion",
    Action.FINE: "I checked it: it is fine",
    Action.OTHER: "Write this instead",
    Action.TAKE_OUT: "Take it out of the register",
    Action.CONFIRMED: "The provider confirmed it",
    Action.ASK: "Ask the provider",
    Action.NO_PROBLEM: "It is not a problem",
    Action.RETIRE: "Retire the whole service",
    Action.LATER: "Later",
}
"""Each decision as a person presses it."""

KEPT: dict[Action, str] = {
    Action.SUGGESTION: "Use the suggestion",
    Action.FINE: "Checked by hand, and fine",
    Action.OTHER: "Write instead",
    Action.TAKE_OUT: "Take it out of the register",
    Action.CONFIRMED: "The provider confirmed it",
    Action.ASK: "The provider is asked; we wait for the answer",
    Action.NO_PROBLEM: "Not a problem",
    Action.RETIRE: "Retire the whole service",
    Action.LATER: "Put off until later",
}
"""Each decision as a reader finds it."""

KINDS: dict[ContactKind, tuple[str, str]] = {
    ContactKind.PHONE: ("phone number", "phone numbers"),
    ContactKind.EMAIL: ("email address", "email addresses"),
    ContactKind.PERSON: ("named person", "named people"),
}

TITLE_LENGTH = 90


def counted(number: int, one: str, many: str = "") -> str:
    """`1 link`, `2 links`, `1,200 links`; `many` where an s does not do."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


def prose_day_of(moment: str) -> str:
    """The day of an ISO date and time, in prose; the text itself where it is none."""
    try:
        return prose_date(datetime.fromisoformat(moment).date())
    except ValueError:
        return moment


def shortened(text: str, length: int = TITLE_LENGTH) -> str:
    """The first line of a text, cut between words where it is longer than a heading should be."""
    line = next((part.strip() for part in text.splitlines() if part.strip()), "")
    line = " ".join(line.split())
    return line if len(line) <= length else f"{line[:length].rsplit(' ', 1)[0].rstrip(' ,;:–-')}…"


def service_title(service: Service) -> str:
    """A service's name as a heading can hold it; registers keep whole paragraphs in that column."""
    return shortened(service.name) or f"Row {service.cell.row} (it names no area of support)"


def link_saw(told: LinkVerdict) -> str:
    """What we saw at a link: the deciding finding's words, or what the visit of a working link showed."""
    if told.finding:
        return told.finding.what_we_saw
    if told.verdict is not Verdict.WORKING or told.visit is None:
        return ""
    title = shortened(told.visit.page.title)
    return f"The page answered, with the title “{title}”." if title else "The page answered."


def contact_saw(told: ContactVerdictFor) -> str:
    """What we saw of a contact: the deciding finding's words, or the verdict's plain meaning."""
    if told.finding:
        return told.finding.what_we_saw
    return told.vouched_by or CONTACT_VERDICTS[told.verdict][1]


def decided_words(decision: Decision) -> str:
    """A decision in one line: what, the new text, the reason; who and when stand beside it."""
    new = f": {decision.text}" if decision.text else ""
    note = f" – {decision.note.rstrip('.')}" if decision.note else ""
    return f"{KEPT[decision.action]}{new}{note}"
