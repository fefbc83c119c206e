"""Notebook 5: every change of the register, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit import steps
from review_kit.model import Change, Plan
from review_kit.reports.words import counted
from review_kit.widgets.form import Form

FEW = 8
"""So many cells of a column are shown at once, and the rest on asking: the button must not be pages away."""


@dataclass(frozen=True, slots=True)
class Column:
    """The changes of one column; `why` is their reason where all have the same."""

    name: str
    changes: tuple[Change, ...]
    why: str = ""


class PlannedChanges(Form):
    """The cells that writing would change: what stands there, what will, and why."""

    called = "Planned changes"
    template = "changes.html.j2"

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        review = self.current.review
        if review is None:
            return {}
        plan = steps.plan(review)
        return {"plan": plan, "columns": _columns(plan), "few": FEW, "in_words": _in_words(plan)}

    def state(self) -> str:
        """See `Form.state`."""
        review = self.current.review
        return f"{len(steps.plan(review).changes)} cells" if review else super().state()


def _columns(plan: Plan) -> tuple[Column, ...]:
    named: dict[str, list[Change]] = {}
    for change in plan.changes:
        named.setdefault(change.column, []).append(change)
    return tuple(Column(name, tuple(changes), changes[0].why if len({c.why for c in changes}) == 1 else "")
                 for name, changes in named.items())


def _in_words(plan: Plan) -> str:
    if not plan.changes:
        return "No cell of the register will change. The reports are written all the same."
    return (f"{counted(len(plan.changes), 'cell')} will change, and the sheet Change log gets a row for each. "
            "No other cell is touched, and nothing that you publish changes.")
