"""The findings as rows of a workbook, for those who like to decide in Excel; and what its rows say when read back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from review_kit.dates import read_date
from review_kit.deciding.names import name_of
from review_kit.deciding.offers import decision, no_danger, offered
from review_kit.errors import DecisionError
from review_kit.model import Action, Contact, Decision, Finding, Link, Outcome, Review, State

DECISION, TEXT, NOTE, ROLE, KEY = "Decision", "New text", "Reason", "Role", "Key (leave as it is)"
COLUMNS = ("How serious", "Service", "What we saw", "What to do", "Link or contact", "Suggestion", DECISION, TEXT, NOTE,
           ROLE, "Evidence", "Cell", "State", KEY)  # fmt: skip
NEEDED = (DECISION, TEXT, NOTE, ROLE, KEY)
LONGEST_KEPT = 31
"""Days that a filled-in workbook may lie before it is read back."""
EVIDENCE_SHOWN = 240
"""Characters."""
HIDDEN_STATES = frozenset({State.SETTLED})


def in_cell(action: Action) -> str:
    """A decision as the drop-down has it."""
    return action.value.capitalize()


def to_rows(review: Review, findings: Iterable[Finding]) -> tuple[tuple[Mapping[str, str], tuple[str, ...]], ...]:
    """One row for each finding that is not settled, with the decisions that fit it.

    Args:
        review: with its outcomes.
        findings: in the order in which they are to stand.

    Returns:
        For each row its texts by column, and the choices of its drop-down.
    """
    outcomes = dict(zip(map(id, review.findings), review.outcomes, strict=True))
    wanted = (outcomes[id(finding)] for finding in findings)
    return tuple((_row(outcome, review.today), tuple(map(in_cell, offered(outcome)))) for outcome in wanted
                 if outcome.state not in HIDDEN_STATES)


def key_in_row(outcome: Outcome, today: date) -> str:
    """What a row is known by: the finding, the newest decision about it, and the day on which it was written."""
    return f"{name_of(outcome)} {outcome.decision.number if outcome.decision else 0} {today.isoformat()}"


def _row(outcome: Outcome, today: date) -> Mapping[str, str]:
    finding, made = outcome.finding, outcome.decision
    stands = made if outcome.state in {State.DECIDED, State.WAITING, State.PUT_OFF} else None
    values = (finding.severity.word, finding.service.name if finding.service else "The register as a whole",
              finding.what_we_saw, finding.what_to_do, _about(finding), outcome.suggestion,
              in_cell(stands.action) if stands else "", _text(stands), stands.note if stands else "",
              stands.who if stands else "", _short(finding.evidence), str(finding.cell),
              f"{outcome.state.capitalize()}: {outcome.why}" if outcome.why else outcome.state.capitalize(),
              key_in_row(outcome, today))
    return dict(zip(COLUMNS, values, strict=True))


def _short(evidence: str) -> str:
    """The beginning of the evidence: rows must stay low enough to work through; desk and report have all of it."""
    return evidence if len(evidence) <= EVIDENCE_SHOWN else f"{evidence[:EVIDENCE_SHOWN].rsplit(' ', 1)[0]}…"


def _about(finding: Finding) -> str:
    if isinstance(finding.about, Link):
        return finding.about.url or finding.about.as_written
    return finding.about.as_written if isinstance(finding.about, Contact) else ""


def _text(made: Decision | None) -> str:
    return made.text if made is not None and made.action is Action.OTHER else ""


@dataclass(frozen=True, slots=True)
class RowRead:
    """What one row of the workbook asks for: a new decision, or why it cannot be kept; neither where nothing is new."""

    number: int
    outcome: Outcome | None = None
    decision: Decision | None = None
    problem: str = ""


def from_rows(rows: Iterable[tuple[int, Mapping[str, str]]], review: Review, today: date,
              dangerous: Callable[[str], bool] = no_danger) -> tuple[RowRead, ...]:
    """What each row asks for that is not decided so already. Blank decisions ask for nothing.

    Args:
        rows: the number of each row in its sheet, and its texts by column.
        review: as it stands now; a row whose finding has changed since the workbook was written is a problem.
        today: the day of the decisions.
        dangerous: whether an address belongs to a site that this review found dangerous.
    """
    named = {name_of(outcome): outcome for outcome in review.outcomes}
    return _once([_read(number, values, named, review, today, dangerous) for number, values in rows
                  if values.get(DECISION, "").strip() or _words_without_decision(values)])


def _words_without_decision(values: Mapping[str, str]) -> bool:
    return any(values.get(column, "").strip() for column in (TEXT, NOTE))


def _read(number: int, values: Mapping[str, str], named: Mapping[str, Outcome], review: Review, today: date,
          dangerous: Callable[[str], bool]) -> RowRead:
    said = {column: values.get(column, "").strip() for column in NEEDED}
    if not said[KEY]:
        return RowRead(number, problem=f"Its cell under “{KEY}” is empty, so we cannot tell which finding it is about. "
                       "Copy the row again from a new workbook.")
    name, _, written = said[KEY].partition(" ")
    outcome = named.get(name)
    if outcome is None:
        return RowRead(number, problem="Its finding is not there any more, or has changed since this workbook was "
                       "written. Look at it again on the desk.")
    action = next((each for each in Action if in_cell(each).casefold() == said[DECISION].casefold()), None)
    if action is None:
        what = f"“{said[DECISION]}” is no decision" if said[DECISION] else "There are words and no decision"
        return RowRead(number, outcome, problem=f"{what}. Choose one from the list in the column {DECISION}.")
    if said[TEXT] and action is not Action.OTHER:
        return RowRead(number, outcome, problem=f"There is a new text, and the decision is not “{in_cell(Action.OTHER)}"
                       "”. Choose that one, or take the text away.")
    try:
        made = decision(outcome, action, who=said[ROLE] or review.decided.by, today=today, text=said[TEXT],
                        note=said[NOTE], dangerous=dangerous)
    except DecisionError as error:
        return RowRead(number, outcome, problem=str(error))
    if stands_already(made, outcome):
        return RowRead(number, outcome)
    why = _overtaken(outcome, written, today)
    return RowRead(number, outcome, problem=why) if why else RowRead(number, outcome, made)


def _overtaken(outcome: Outcome, written: str, today: date) -> str:
    """Why a row is not taken although its finding is as it was: too old, or decided since in another place."""
    decided, _, on = written.partition(" ")
    day = read_date(on)
    if day is None or (today - day).days > LONGEST_KEPT:
        return "This workbook was written too long ago for its decisions to be of today. Write a new one."
    now = outcome.decision.number if outcome.decision else 0
    return "" if decided == str(now) else (
        "It was decided on the desk, or in another workbook, since this one was written. Decide it there.")


def stands_already(new: Decision, outcome: Outcome) -> bool:
    """Whether the very same is decided already and still holds: a button pressed twice, a row that was not touched."""
    old = outcome.decision
    if old is None or outcome.state is State.CAME_BACK:
        return False
    return all(getattr(old, name) == getattr(new, name) for name in ("action", "text", "note", "who", "key", "basis"))


def _once(found: Sequence[RowRead]) -> tuple[RowRead, ...]:
    """The rows again; of two that ask for different things of one finding, neither can be kept."""
    asked: dict[str, set[tuple[str, str, str]]] = {}
    for row in found:
        if row.decision is not None and row.outcome is not None:
            asked.setdefault(name_of(row.outcome), set()).add(
                (row.decision.action, row.decision.text, row.decision.note))
    return tuple(
        RowRead(row.number, row.outcome, problem="Another row decides the same finding in another way. Leave one.")
        if row.decision is not None and row.outcome is not None and len(asked[name_of(row.outcome)]) > 1 else row
        for row in found)
