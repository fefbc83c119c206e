"""OUTSIDE: the forms of the five notebooks, over one review in hand. Each call below is a notebook's cell."""

from collections.abc import Callable
from typing import TypeVar

from review_kit.widgets.answers import AnswerViews
from review_kit.widgets.asking import AskProviders
from review_kit.widgets.calls import CallSheet
from review_kit.widgets.changes import PlannedChanges
from review_kit.widgets.check import CheckForm
from review_kit.widgets.contents import RegisterContents
from review_kit.widgets.current import Current, current
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.feedback import FeedbackForm
from review_kit.widgets.in_excel import DecideInExcel
from review_kit.widgets.missing import MissingServices
from review_kit.widgets.register import RegisterForm
from review_kit.widgets.results import CheckResults
from review_kit.widgets.write import WriteForm

F = TypeVar("F")


def _in_hand(form: Callable[[Current], F]) -> F:
    return form(current())


def register_form() -> RegisterForm:
    """Notebook 1: choose a register and open it."""
    return _in_hand(RegisterForm)


def register_contents() -> RegisterContents:
    """Notebook 1: what the register holds, and what could not be read."""
    return _in_hand(RegisterContents)


def check_form() -> CheckForm:
    """Notebook 2: start and stop the check of links and contacts."""
    return _in_hand(CheckForm)


def check_results() -> CheckResults:
    """Notebook 2: what the check told."""
    return _in_hand(CheckResults)


def call_sheet() -> CallSheet:
    """Notebook 2: the numbers and addresses that nobody vouches for, and what came of trying them."""
    return _in_hand(CallSheet)


def ask_providers() -> AskProviders:
    """Notebook 2: ask providers to confirm their entries, and take down what they answer."""
    return _in_hand(AskProviders)


def feedback_form() -> FeedbackForm:
    """Notebook 3: record what young people say about a service."""
    return _in_hand(FeedbackForm)


def decision_desk() -> DecisionDesk:
    """Notebook 4: go through the findings."""
    return _in_hand(DecisionDesk)


def answer_views() -> AnswerViews:
    """Notebook 4: answer what young people said, theme by theme."""
    return _in_hand(AnswerViews)


def decide_in_excel() -> DecideInExcel:
    """Notebook 4: the findings as a workbook, and its decisions read back."""
    return _in_hand(DecideInExcel)


def missing_services() -> MissingServices:
    """Notebook 4: services that the offer does not hold yet."""
    return _in_hand(MissingServices)


def planned_changes() -> PlannedChanges:
    """Notebook 5: every change before anything is written."""
    return _in_hand(PlannedChanges)


def write_form() -> WriteForm:
    """Notebook 5: write the register and the reports."""
    return _in_hand(WriteForm)
