"""The buttons beside a finding: which are at hand, which stand behind “Something else”, and what they say."""

from collections.abc import Mapping

from review_kit.deciding import offered
from review_kit.deciding.names import name_of
from review_kit.deciding.outcomes import ENTRY_CHECK
from review_kit.deciding.together import Together
from review_kit.model import Action, Contact, Finding, Link, Outcome, Severity, State
from review_kit.reports.words import ACTIONS, KINDS

AT_HAND = frozenset({Action.SUGGESTION, Action.FINE, Action.ASK, Action.LATER})
"""What one press does; the other decisions want words or a second thought."""
WHOLE_ENTRY: Mapping[Action, str] = {
    Action.FINE: "I checked the whole entry: it is right",
    Action.CONFIRMED: "The provider confirmed the whole entry",
}


def at_hand(outcome: Outcome) -> tuple[Action, ...]:
    """The decisions that one press makes, the likeliest first."""
    return tuple(action for action in offered(outcome) if _at_hand(outcome, action))


def _at_hand(outcome: Outcome, action: Action) -> bool:
    severity = outcome.finding.severity
    if action is Action.TAKE_OUT:  # what harms or leads nowhere must be quick to get rid of
        return severity >= Severity.BROKEN and not outcome.suggestion
    if action is Action.FINE:
        return severity < Severity.DANGER
    waits_already = (action, outcome.state) in {(Action.ASK, State.WAITING), (Action.LATER, State.PUT_OFF)}
    return action in AT_HAND and not waits_already


def other_ways(outcome: Outcome) -> tuple[Action, ...]:
    """The decisions that want words or a second thought, and a check by hand with a remark."""
    return tuple(action for action in offered(outcome) if action is Action.FINE or (
        action not in AT_HAND and not _at_hand(outcome, action)))


def main_way(outcome: Outcome) -> Action | None:
    """The decision that the finding itself asks for, where it asks for one."""
    if outcome.state is State.CAME_BACK:
        return None
    if outcome.finding.severity is Severity.DANGER and Action.TAKE_OUT in at_hand(outcome):
        return Action.TAKE_OUT
    return Action.SUGGESTION if Action.SUGGESTION in at_hand(outcome) else None


def entry_words(action: Action, finding: Finding) -> str:
    """A decision as it is pressed about one finding: about a whole entry some say more."""
    whole = finding.check == ENTRY_CHECK
    if whole and action in WHOLE_ENTRY:
        return WHOLE_ENTRY[action]
    return ACTIONS[action]


def instead(finding: Finding) -> str:
    """What is asked for when something else is to be written."""
    if isinstance(finding.about, Link):
        return "The right web address"
    if isinstance(finding.about, Contact):
        return f"The right {KINDS[finding.about.kind][0]}"
    return f"What to write under “{finding.answer_in}”"


def bulk_name(group: Together) -> str:
    """By what the form speaks of a group: the same as long as the same findings are in it."""
    return "-".join((group.check, group.site, *(name_of(each) for each in group.outcomes)))
