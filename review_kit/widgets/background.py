"""The links of a review, looked at in a thread of their own, so that the page stays alive and can stop it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from review_kit import steps, web
from review_kit.errors import ReviewKitError
from review_kit.faults import fault
from review_kit.model import CanaryRound, Fact, Facts, MailLook, Progress, Register, Visit
from review_kit.practice import practice_review

Serve = Callable[[], AbstractContextManager[web.Network]]
"""Opens the network for as long as it is used: the real one, or the practice web."""


class Background:
    """One run. `progress`, `running` and `so_far()` may be read at any time, from any thread."""

    def __init__(self, register: Register, folder: Path, *, today: date, serve: Serve, recheck: bool = False,
                 afresh: bool = False) -> None:
        self.progress, self.trouble = Progress(0, 0), ""
        self.folder = folder
        self._register, self._today, self._serve = register, today, serve
        self._how = {"recheck": recheck, "afresh": afresh}
        self._stop = threading.Event()
        before = steps.facts_of(register, folder, today=today)
        self._before = replace(before, visits=(), canaries=(), mail=()) if afresh else before
        self._new: list[Fact] = []
        self._thread = threading.Thread(target=self._work, name="review-kit-check", daemon=True)

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end: what is under way is dropped, and what was learned is kept."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether a person has asked it to end."""
        return self._stop.is_set()

    @property
    def running(self) -> bool:
        """Whether it is still at work."""
        return self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> None:
        """Wait for its end; for tests and scripts."""
        self._thread.join(seconds)

    def so_far(self) -> Facts:
        """The facts as they stand now; links that are still to be asked have none."""
        new = tuple(self._new)
        before = self._before
        return replace(before, visits=(*before.visits, *(f for f in new if isinstance(f, Visit))),
                       canaries=(*before.canaries, *(f for f in new if isinstance(f, CanaryRound))),
                       mail=(*before.mail, *(f for f in new if isinstance(f, MailLook))))

    def _work(self) -> None:
        try:
            with self._serve() as network:
                steps.visit(self._register, self.folder, today=self._today, network=network, on_fact=self._new.append,
                            on_progress=self._show, should_stop=self._stop.is_set, **self._how)
        except ReviewKitError as error:
            self.trouble = str(error)
        except Exception as error:  # noqa: BLE001 - the page shows a sentence; the thread has nobody else to tell
            self.trouble = fault(error)

    def _show(self, progress: Progress) -> None:
        self.progress = progress


@contextmanager
def practice_network() -> Iterator[web.Network]:
    """The practice web, served for as long as it is used."""
    with practice_review() as practice:
        yield practice.network
