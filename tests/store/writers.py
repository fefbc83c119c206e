"""Others that keep at the same time: processes, as other laptops would, and threads of this one."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

_WRITER = """
import os, sys
from review_kit.model import About, View
from review_kit.store import Store
place, name, many, edits = os.environ["PLACE"], sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
store = Store(place)
print("ready", flush=True)
sys.stdin.readline()
for number in range(many):
    view = View(f"{name}-{number}", "meeting", About.SERVICE, "key", "Service", draft=True)
    for edit in range(1, edits + 1):
        said = f"{name} says {number}, " * edit
        view = store.views.keep(View(view.id, "meeting", About.SERVICE, "key", "Service", said=said), after=view.edit)
        print(view.id, view.edit, flush=True)
"""


class Writer:
    """Keeps so many views, each edited so many times, and tells of each edit once `keep` has returned."""

    def __init__(self, place: Path | str, name: str, many: int, *, edits: int = 1) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _WRITER, name, str(many), str(edits)], env={**os.environ, "PLACE": str(place)},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stdout is not None
        assert self.process.stdin is not None
        self._out, self._in = self.process.stdout, self.process.stdin
        assert self._out.readline() == "ready\n"

    def go(self) -> None:
        """Begin: when several wait for this, they begin in the same moment."""
        self._in.write("go\n")
        self._in.flush()

    def told(self, lines: int) -> list[tuple[str, int]]:
        """The next acknowledgements: the name of a view and the number of its edit."""
        return [_read(self._out.readline()) for _ in range(lines)]

    def kill(self) -> list[tuple[str, int]]:
        """End it at once, as a power cut would; what it had acknowledged until then."""
        self.process.kill()
        rest = self._out.read().splitlines(keepends=True)
        self.end()
        return [_read(line) for line in rest if line.endswith("\n")]

    def end(self) -> str:
        """Wait for its end; what it complained of."""
        _, trouble = self.process.communicate(timeout=60)
        return trouble


def _read(line: str) -> tuple[str, int]:
    name, edit = line.split()
    return name, int(edit)


def at_once(*work: Callable[[], object]) -> list[BaseException]:
    """Start all of it at the same moment; what went wrong."""
    ready, trouble = threading.Barrier(len(work)), list[BaseException]()

    def run(each: Callable[[], object]) -> None:
        ready.wait()
        try:
            each()
        except BaseException as error:  # noqa: BLE001 - the test tells of any
            trouble.append(error)
    threads = [threading.Thread(target=run, args=(each,)) for each in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return trouble
