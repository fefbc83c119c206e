"""JupyterLab's settings for the kit's pages, held against the JupyterLab that is installed."""

import json
from pathlib import Path
from typing import Any

import pytest
from jupyterlab.commands import get_app_dir

from review_kit.lab.settings import NOT_NEEDED, OVERRIDES, overrides, page_config, plain_keys_off

SCHEMAS = Path(get_app_dir(), "schemas")
HELD = {"Accel", "Ctrl", "Alt", "Cmd"}


def schema(plugin: str) -> dict[str, Any]:
    """What JupyterLab says of a plugin's settings."""
    package, _, name = plugin.partition(":")
    found: dict[str, Any] = json.loads((SCHEMAS / package / f"{name}.json").read_text(encoding="utf-8"))
    return found


def shortcuts() -> list[dict[str, Any]]:
    """Every shortcut of the installed JupyterLab, whichever part brings it."""
    return [shortcut for path in sorted(SCHEMAS.rglob("*.json"))
            for shortcut in json.loads(path.read_text(encoding="utf-8")).get("jupyter.lab.shortcuts", ())]


def is_plain(shortcut: dict[str, Any]) -> bool:
    """Whether one key does it, or one after another, with nothing held but Shift."""
    keys = [key for key in shortcut["keys"] if key]
    return bool(keys) and not any(HELD & set(key.split()) for key in keys)


def place_of(shortcut: dict[str, Any]) -> tuple[Any, ...]:
    """What JupyterLab takes for the same shortcut: the keys, where they count, and what they do."""
    return tuple(shortcut["keys"]), shortcut["selector"], shortcut["command"], json.dumps(shortcut.get("args"))


def test_every_plain_key_of_a_notebook_is_off() -> None:
    """A letter typed beside a form cuts no cell, deletes none and restarts nothing, whoever brings the shortcut."""
    wanted = {place_of(s) for s in shortcuts() if is_plain(s) and (
        "jp-mod-commandMode" in s["selector"] or all(len(key) == 1 for key in s["keys"]))}
    assert {place_of(s) for s in plain_keys_off()} == wanted
    assert all(s["disabled"] is True for s in plain_keys_off())


@pytest.mark.parametrize(("keys", "command"), [
    (["D", "D"], "notebook:delete-cell"), (["X"], "notebook:cut-cell"), (["V"], "notebook:paste-cell-below"),
    (["Z"], "notebook:undo-cell-action"), (["A"], "notebook:insert-cell-above"),
    (["Shift M"], "notebook:merge-cells"), (["Y"], "notebook:change-cell-to-code"),
    (["Enter"], "notebook:enter-edit-mode"), (["0", "0"], "kernelmenu:restart"), (["I", "I"], "kernelmenu:interrupt"),
])
def test_the_keys_that_do_most_harm_are_among_them(keys: list[str], command: str) -> None:
    """Named one by one, so that another spelling of JupyterLab's own would be noticed."""
    assert (keys, command) in [(s["keys"], s["command"]) for s in plain_keys_off()]


def test_what_needs_a_held_key_stays() -> None:
    """To save, to copy and to find work as they do everywhere."""
    for shortcut in plain_keys_off():
        assert not HELD & {part for key in shortcut["keys"] for part in key.split()}


def test_a_shortcut_is_switched_off_as_jupyterlab_writes_it() -> None:
    """By its command, keys, selector and arguments, and nothing else; JupyterLab would pass over any other."""
    for shortcut in plain_keys_off():
        assert set(shortcut) - {"args"} == {"command", "keys", "selector", "disabled"}
    assert overrides()["@jupyterlab/shortcuts-extension:shortcuts"] == {"shortcuts": plain_keys_off()}


def test_news_and_updates_are_off() -> None:
    """Nothing is asked of the web when the notebooks open, and nothing pops up."""
    assert overrides()["@jupyterlab/apputils-extension:notification"] == {
        "fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}


@pytest.mark.parametrize("plugin", sorted(OVERRIDES))
def test_each_setting_is_one_that_jupyterlab_knows(plugin: str) -> None:
    """Its name, and its value where there is a choice: a setting that a release renamed is noticed here."""
    known = schema(plugin)["properties"]
    for name, value in OVERRIDES[plugin].items():
        assert name in known
        assert value in known[name].get("enum", [value])
        kind = {bool: "boolean", str: "string"}[type(value)]
        assert kind in (known[name].get("type", kind), *[one.get("type") for one in known[name].get("oneOf", ())])


def test_autosave_is_off() -> None:
    """A notebook keeps nothing of a review, so there is nothing to save."""
    assert overrides()["@jupyterlab/docmanager-extension:plugin"] == {"autosave": False}


def test_what_is_not_needed_is_a_part_of_jupyterlab() -> None:
    """Each part that is left out is one that the installed JupyterLab would load, by that name."""
    assert page_config("review-kit lab") == {
        "disabledExtensions": dict.fromkeys(NOT_NEEDED, True), "reviewKitCommand": "review-kit lab"}
    parts = json.loads((SCHEMAS.parent / "static" / "package.json").read_text(encoding="utf-8"))["jupyterlab"]
    loaded = {**parts["extensions"], **parts["mimeExtensions"]}
    assert {name.partition(":")[0] for name in NOT_NEEDED} <= set(loaded)
