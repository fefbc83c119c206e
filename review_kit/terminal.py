"""OUTSIDE: the live line in a terminal; silent where the output is no terminal."""

import sys
from types import TracebackType
from typing import Any, Self

from review_kit.model import Progress


class ProgressLine:
    """Shows how many links are done, of how many, which one is asked now, and the time left."""

    def __init__(self) -> None:
        self._bar: Any = None

    def show(self, progress: Progress) -> None:
        """Draw one step. A new stage begins a new line."""
        if sys.stderr is None or not sys.stderr.isatty():  # None where a program has no console
            return
        if self._bar is None or self._bar.desc.rstrip(": ") != progress.stage or self._bar.total != progress.total:
            self._end()
            self._bar = self._begin(progress)
        # An address is somebody else's words: nothing in it may move the cursor.
        address = "".join(sign for sign in progress.now.partition("://")[2] if sign.isprintable())
        self._bar.set_postfix_str(address[:40], refresh=False)
        self._bar.n = progress.done
        self._bar.refresh()

    @staticmethod
    def _begin(progress: Progress) -> Any:
        from tqdm import tqdm
        return tqdm(total=progress.total, desc=progress.stage, unit="link", dynamic_ncols=True, leave=False,
                    bar_format="{desc}: {n_fmt} of {total_fmt} |{bar}| {remaining} left{postfix}")

    def _end(self) -> None:
        if self._bar is not None:
            self._bar.close()
            self._bar = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._end()
