"""The forms that show a review: told when it has changed, so that none shows what is no longer so."""

from collections import deque
from collections.abc import Callable

TABS = 4
"""So many forms of one kind are kept up to date: each run of a cell makes one, and a tab may still show the last."""


class Watchers:
    """Who wants to know, by the kind of form."""

    def __init__(self) -> None:
        self._watching: dict[str, deque[tuple[Callable[[], None], Callable[[], None] | None]]] = {}

    def add(self, kind: str, renew: Callable[[], None], follow_run: Callable[[], None] | None = None) -> None:
        """Call `renew` when the review has changed, and `follow_run` again and again while a run goes on."""
        self._watching.setdefault(kind, deque(maxlen=TABS)).append((renew, follow_run))

    def tell(self, *, runs: bool = False) -> None:
        """Have every form drawn anew; with `runs`, those alone that follow a run."""
        for renew, follow_run in [pair for pairs in self._watching.values() for pair in pairs]:
            if not runs:
                renew()
            elif follow_run is not None:
                follow_run()
