"""One JupyterLab for one person on this machine: on loopback, behind a token, apart from any other of theirs."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from review_kit.errors import LabError
from review_kit.place import Place

LOOPBACK = "127.0.0.1"
START_SECONDS = 90.0
"""A cold start on a slow laptop behind a virus scanner."""
END_SECONDS = 10.0
PAUSE = 0.1


class LabServer:
    """Starts JupyterLab when its `with` begins, and ends it with all its kernels when it ends.

    Args:
        place: where the kit's folders are.
        folder: laid out by `lay_out`.
        port: the port to answer at; 0 takes one that is free.
    """

    def __init__(self, place: Place, folder: Path, *, port: int = 0) -> None:
        self._place, self._folder, self._port = place, folder, port
        self._token = secrets.token_urlsafe(24)
        self._runtime = folder / "runtime" / secrets.token_hex(4)
        self.log = folder / "jupyterlab.log"
        self._process: subprocess.Popen[bytes] | None = None
        self._base = ""

    def url(self, notebook: str) -> str:
        """The address of a notebook, with the token that lets its holder in."""
        return f"{self._base}doc/tree/{notebook}?token={self._token}"

    def wait(self) -> None:
        """Wait until JupyterLab ends by itself.

        Raises:
            LabError: it ended with a fault.
        """
        if self._process is not None and self._process.wait():
            raise LabError(
                f"JupyterLab ended with a fault. Start the kit again; if it stays, report it with {self.log}.")

    def _command(self) -> list[str]:
        options = {
            "ServerApp.ip": LOOPBACK, "ServerApp.port": self._port, "ServerApp.port_retries": 0,
            "ServerApp.open_browser": False, "ServerApp.root_dir": self._folder / "notebooks",
            "ServerApp.terminals_enabled": False, "ServerApp.allow_root": True, "ServerApp.answer_yes": True,
            "LabApp.app_settings_dir": self._folder / "settings",
            "LabApp.extra_labextensions_path": Path(__file__).with_name("extension"),
            "LabApp.extension_manager": "readonly", "LabApp.news_url": None,
            "LabApp.check_for_updates_class": "jupyterlab.NeverCheckForUpdate",
            "LabApp.expose_app_in_browser": bool(os.environ.get("REVIEW_KIT_EXPOSE_LAB")),
        }  # fmt: skip
        return [sys.executable, "-m", "review_kit.lab.child", *(f"--{name}={value}" for name, value in options.items())]

    def _environment(self) -> dict[str, str]:
        """The person's own, less what is meant for another Jupyter of theirs."""
        own = {name: value for name, value in os.environ.items()
               if not name.startswith(("JUPYTER", "JPY_", "IPYTHON", "REVIEW_KIT_ALONE"))}
        folders = {"JUPYTER_DATA_DIR": "data", "JUPYTERLAB_SETTINGS_DIR": "user-settings",
                   "JUPYTERLAB_WORKSPACES_DIR": "workspaces", "IPYTHONDIR": "ipython"}
        if (store := own.get("REVIEW_KIT_STORE")) and "://" not in store:
            own["REVIEW_KIT_STORE"] = str(Path(store).expanduser().resolve())  # kernels begin in another folder
        return own | {name: str(self._folder / folder) for name, folder in folders.items()} | {
            "JUPYTER_RUNTIME_DIR": str(self._runtime), "JUPYTER_NO_CONFIG": "1", "JUPYTER_PLATFORM_DIRS": "1",
            "JUPYTER_TOKEN": self._token, "PYTHONUTF8": "1", "REVIEW_KIT_HOME": str(self._place.home.resolve()),
            "REVIEW_KIT_STATE": str(self._place.state.resolve()),
            **({"REVIEW_KIT_ALONE": "1"} if self._place.alone else {})}

    def __enter__(self) -> Self:
        self._runtime.mkdir(parents=True, exist_ok=True)
        with self.log.open("wb") as log:
            # Apart from this terminal: Ctrl+C reaches us alone, and we end it in order.
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and options of our own
                self._command(), env=self._environment(), cwd=self._folder, stdin=subprocess.PIPE, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=sys.platform != "win32",
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0))
        try:
            self._base = self._await()
        except BaseException:
            self._end()
            raise
        return self

    def _await(self) -> str:
        """The address at which it answers, once it does."""
        until = time.monotonic() + START_SECONDS
        while time.monotonic() < until:
            if self._process is None or self._process.poll() is not None:
                raise self._not_started()
            # By whatever number: on Windows a virtual environment's Python starts another one.
            for notes in self._runtime.glob("jpserver-*.json"):
                if (base := _base_of(notes)) and _asked(f"{base}api"):
                    return base
            time.sleep(PAUSE)
        raise LabError(f"JupyterLab did not answer within {START_SECONDS:.0f} seconds. Try again; if it stays, "
                       f"report it with {self.log}.")

    def _not_started(self) -> LabError:
        said = self.log.read_text(encoding="utf-8", errors="replace")
        if self._port and ("already in use" in said or "ermission denied" in said):
            return LabError(f"Port {self._port} is not free: another program uses it. Give another with --port, or "
                            "leave --port out and the kit takes one that is free.")
        return LabError(f"JupyterLab could not be started. Report it with {self.log}.")

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._end()

    def _end(self) -> None:
        """In order, so that no kernel is left behind; by force where it does not hear."""
        if self._process is not None and self._process.poll() is None:
            if self._base:
                _asked(f"{self._base}api/shutdown", method="POST", headers={"Authorization": f"token {self._token}"})
            else:
                self._process.terminate()  # it does not listen yet, and has begun no kernel
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.close()
        shutil.rmtree(self._runtime, ignore_errors=True)  # it holds the token; both are worth nothing now


def _base_of(notes: Path) -> str:
    """The address that a server wrote down when it began to listen; empty before."""
    try:
        return str(json.loads(notes.read_text(encoding="utf-8"))["url"])
    except (OSError, ValueError, KeyError):
        return ""


def _asked(url: str, **request: Any) -> bool:
    """Whether our own server answered; it stands on loopback, so no proxy is asked."""
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({})).open
    try:
        with ask(urllib.request.Request(url, **request), timeout=5):  # noqa: S310 - our own loopback address
            return True
    except OSError:
        return False
