"""Keeps a health offer for care experienced young people true: `import review_kit as rk`.

The verbs, in the order of a review: `open_register`, `visit`, `check`, `write_register`, `write_reports`. The forms of
the notebooks: `register_form`, `check_form`, `feedback_form`, `decision_desk`, `write_form`, and what stands beside.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from review_kit.errors import ReviewKitError
    from review_kit.model import Facts, Finding, Link, Register, Review, Service, Verdict, Visit
    from review_kit.practice import practice_review
    from review_kit.steps import check, open_register, visit, write_register, write_reports
    from review_kit.widgets import (
        answer_views,
        ask_providers,
        call_sheet,
        check_form,
        check_results,
        decide_in_excel,
        decision_desk,
        feedback_form,
        missing_services,
        planned_changes,
        register_contents,
        register_form,
        write_form,
    )

_HOMES = {
    "Facts": "model", "Finding": "model", "Link": "model", "Register": "model", "Review": "model",
    "ReviewKitError": "errors", "Service": "model", "Verdict": "model", "Visit": "model", "answer_views": "widgets",
    "ask_providers": "widgets", "call_sheet": "widgets", "check": "steps", "check_form": "widgets",
    "check_results": "widgets", "decide_in_excel": "widgets", "decision_desk": "widgets", "feedback_form": "widgets",
    "missing_services": "widgets", "open_register": "steps", "planned_changes": "widgets",
    "practice_review": "practice", "register_contents": "widgets", "register_form": "widgets", "visit": "steps",
    "write_form": "widgets", "write_register": "steps", "write_reports": "steps",
}  # fmt: skip

__all__ = [
    "Facts", "Finding", "Link", "Register", "Review", "ReviewKitError", "Service", "Verdict", "Visit", "answer_views",
    "ask_providers", "call_sheet", "check", "check_form", "check_results", "decide_in_excel", "decision_desk",
    "feedback_form", "missing_services", "open_register", "planned_changes", "practice_review", "register_contents",
    "register_form", "visit", "write_form", "write_register", "write_reports",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a name when it is first used: `import review_kit` and `review-kit --help` stay quick."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"review_kit.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
