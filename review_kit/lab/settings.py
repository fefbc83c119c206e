"""JupyterLab's settings for the kit's pages: no news, nothing sent, no key that does something by itself."""

import json
from pathlib import Path
from typing import Any

from jupyterlab.commands import get_app_dir

COMMAND_KEYS = ".jp-mod-commandMode"
"""The selector under which JupyterLab binds plain letters to commands such as "delete this cell"."""
HELD = ("Accel", "Ctrl", "Alt")
"""A shortcut that one of these must be held for does no harm to somebody who types."""

OVERRIDES: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension:notification": {
        "fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True},
    "@jupyterlab/apputils-extension:themes": {"theme": "JupyterLab Light"},
    "@jupyterlab/application-extension:shell": {"startMode": "single"},
    "@jupyterlab/statusbar-extension:plugin": {"visible": False},
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none", "kernelShutdown": False, "scrollPastEnd": False},
    "@jupyterlab/docmanager-extension:plugin": {"autosave": False},
    # One way for every release: a button's message is answered by the kernel's own thread.
    "@jupyterlab/apputils-extension:kernels-settings": {"commsOverSubshells": "disabled"},
}  # fmt: skip

NOT_NEEDED = ("@jupyterlab/extensionmanager-extension", "@jupyterlab/lsp-extension", "@jupyterlab/terminal-extension",
              "@jupyterlab/debugger-extension", "@jupyterlab/notebook-extension:language-server",
              "@jupyterlab/fileeditor-extension:language-server")
"""Parts of JupyterLab that are for people who write code, and ask the server for what it does not have."""


def page_config(command: str) -> dict[str, Any]:
    """What JupyterLab need not load, and what the page says to start the kit again with, for `page_config.json`."""
    return {"disabledExtensions": dict.fromkeys(NOT_NEEDED, True), "reviewKitCommand": command}


def overrides() -> dict[str, dict[str, Any]]:
    """All settings, for `overrides.json`."""
    return OVERRIDES | {"@jupyterlab/shortcuts-extension:shortcuts": {"shortcuts": plain_keys_off()}}


def plain_keys_off() -> list[dict[str, Any]]:
    """Each single-key shortcut, switched off; read from the JupyterLab that is installed.

    A letter typed on a button or a list would otherwise cut a cell, delete it, or restart the kernel (WCAG 2.2, 2.1.4).
    """
    schemas = sorted(Path(get_app_dir(), "schemas").rglob("*.json"))
    shortcuts = [shortcut for schema in schemas
                 for shortcut in json.loads(schema.read_text(encoding="utf-8")).get("jupyter.lab.shortcuts", ())]
    return [{"command": s["command"], "keys": s["keys"], "selector": s["selector"], "disabled": True,
             **({"args": s["args"]} if "args" in s else {})} for s in shortcuts if _plain(s)]


def _plain(shortcut: dict[str, Any]) -> bool:
    """Whether it is pressed without holding a key: anything where cells take commands, letters and digits anywhere."""
    keys = shortcut["keys"]
    if not keys or not keys[0] or any(held in key for key in keys for held in HELD):
        return False
    return COMMAND_KEYS in shortcut["selector"] or all(len(key) == 1 for key in keys)
