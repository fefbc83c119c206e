"""Another process that keeps comments, as a second notebook or a second kit would."""

import subprocess
import sys
from pathlib import Path

_WRITER = """
import sys
from datetime import date
from pathlib import Path
from review_kit.store import Store
store, name, many = Store(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for number in range(many):
    kept = store.comments.add(service_key="key", service="Service", said=f"{name} says {number}",
                              today=date(2026, 3, 2))
    print(kept.id, flush=True)
"""


def writer(path: Path, name: str, many: int) -> subprocess.Popen[str]:
    """A process that adds so many comments, one after another, and prints the id of each once `add` has returned."""
    return subprocess.Popen([sys.executable, "-c", _WRITER, str(path), name, str(many)], stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, encoding="utf-8")
