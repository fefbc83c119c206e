"""The one rule, held: modules named after something outside Python touch it, `steps` joins, all others are pure."""

import ast
import pkgutil
from pathlib import Path

import pytest

import review_kit

ROOT = Path(review_kit.__file__).parent
OUTSIDE = {
    "__main__", "commands", "disk", "doctor", "excel", "faults", "lab", "mail_dns", "place", "practice", "steps",
    "store", "terminal", "web", "widgets",
}
"""The modules and folders at the top of the package that may touch the outside."""
TOUCHES = {
    "asyncio", "anyio", "concurrent", "ctypes", "dns", "httpcore", "httpx", "multiprocessing", "openpyxl", "os",
    "pathlib", "platform", "platformdirs", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl",
    "subprocess", "sys", "tempfile", "threading", "time", "tqdm", "truststore", "trustme", "urllib.request",
    "zipfile",
}  # fmt: skip
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}
FILES = {"open", "print", "input"}


def modules() -> list[str]:
    """Every module of the package, by its path below it."""
    return sorted(path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*.py"))


def is_pure(module: str) -> bool:
    """Whether the rule asks the module to be pure; the package's own face only hands names on."""
    return module != "__init__.py" and module.partition("/")[0].removesuffix(".py") not in OUTSIDE


def imported(tree: ast.AST) -> set[str]:
    """Every module that a source imports, with the packages above it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return {".".join(name.split(".")[:n]) for name in names for n in range(1, name.count(".") + 2)}


def called(tree: ast.AST) -> set[str]:
    """Every name that a source calls: `open`, or the `now` of `datetime.now`."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return {c.id for c in calls if isinstance(c, ast.Name)} | {
        f"{ast.unparse(c.value)}.{c.attr}" for c in calls if isinstance(c, ast.Attribute)}


def breaches(source: str) -> set[str]:
    """What a pure module must not do, and this source does."""
    tree = ast.parse(source)
    calls = called(tree)
    clocks = {f"{of}.{name}" for of in ("date", "datetime", "time") for name in CLOCKS} & calls
    outside = {f"review_kit.{name}" for name in OUTSIDE}
    return (imported(tree) & (TOUCHES | outside)) | (calls & FILES) | clocks


@pytest.mark.parametrize("module", [m for m in modules() if is_pure(m)])
def test_a_pure_module_touches_nothing_outside(module: str) -> None:
    """No file, network, clock or chance is used by a module that judges, reads rows or writes reports."""
    assert breaches((ROOT / module).read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("source", [
    "import httpx", "from pathlib import Path", "import random", "open('x')", "from datetime import date\ndate.today()",
    "from review_kit import web", "from review_kit.excel import read_workbook", "import urllib.request",
])
def test_the_rule_can_fail(source: str) -> None:
    """Each way of touching the outside is seen, so that the test above is worth something."""
    assert breaches(source)


def test_only_steps_asks_what_day_it_is() -> None:
    """`today` is an argument everywhere else; `web` stamps times, `doctor` compares the clock."""
    asking = {m for m in modules() if any(
        call in {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}
        for call in called(ast.parse((ROOT / m).read_text(encoding="utf-8"))))}
    assert asking == {"steps/folders.py", "web/clock.py", "doctor.py"}


def test_every_module_says_what_it_is_for() -> None:
    """Each module begins with a sentence, and each folder of the package is one that the design knows."""
    for module in modules():
        assert ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8"))), module
    folders = {name for _, name, is_package in pkgutil.iter_modules([str(ROOT)]) if is_package}
    assert folders <= {
        "asking", "changes", "checks", "commands", "deciding", "disk", "excel", "feedback", "hours", "known", "lab",
        "mail_dns", "model", "paper", "practice", "reports", "rows", "steps", "store", "web", "widgets"}


def test_files_are_opened_with_their_encoding() -> None:
    """Windows would read UTF-8 as something else, so every text file names it."""
    for module in modules():
        for node in ast.walk(ast.parse((ROOT / module).read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {
                    "read_text", "write_text"}:
                assert any(k.arg == "encoding" for k in node.keywords), f"{module}:{node.lineno}"


def test_the_public_names_are_true() -> None:
    """`__all__` is sorted, each name in it can be had, and nothing else is promised."""
    assert review_kit.__all__ == sorted(review_kit.__all__)
    assert set(review_kit.__all__) == set(review_kit._HOMES)
    for name in review_kit.__all__:
        assert getattr(review_kit, name) is not None
