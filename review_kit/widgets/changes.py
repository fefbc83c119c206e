"""Notebook 5: every change of the register, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from review_kit.model import PUBLISHED_COLUMNS, Change, Plan
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
        plan = self.current.plan
        if plan is None:
            return {}
        return {"plan": plan, "columns": _columns(plan), "few": FEW, "in_words": _in_words(plan)}

    def state(self) -> str:
        """See `Form.state`."""
        plan = self.current.plan
        return f"{len(plan.changes)} cells" if plan else super().state()


def _columns(plan: Plan) -> tuple[Column, ...]:
    named: dict[str, list[Change]] = {}
    for change in plan.changes:
        named.setdefault(change.column, []).append(change)
    return tuple(Column(name, tuple(changes), changes[0].why if len({c.why for c in changes}) == 1 else "")
                 for name, changes in named.items())


def _in_words(plan: Plan) -> str:
    if not plan.changes:
        return "No cell of the register will change. The reports are written all the same."
    published = sum(change.column in PUBLISHED_COLUMNS for change in plan.changes)
    yours = (f"{counted(published, 'of them is', 'of them are')} in columns that you publish, as you decided"
             if published else "nothing that you publish changes")
    return (f"{counted(len(plan.changes), 'change')} will be made, and the sheet Change log gets a row for each: "
            f"{yours}. No other cell is touched.")
