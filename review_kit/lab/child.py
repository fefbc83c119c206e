"""JupyterLab, run so that it ends when whoever began it has ended, however that came about."""

import os
import signal
import sys
import threading

from jupyterlab.labapp import main


def _end_with_parent() -> None:
    """Nobody writes to this pipe. It is closed when the other end's process is gone, also one that was killed."""
    os.read(0, 1)  # not through sys.stdin: Python could not close it, at its own end, while this thread reads
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.exit(main())
