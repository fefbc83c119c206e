"""The documentation is true: what it lists is what there is, and its commands are those that are run."""

import argparse
import inspect
import os
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import review_kit
from review_kit.__main__ import _parser
from review_kit.checks import Check, all_checks
from review_kit.model import Severity
from review_kit.model.settings import KNOWN

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def kept(name: str, text: str) -> str:
    """A page of docs/ that is made from the code. REVIEW_KIT_RENEW=1 writes it anew."""
    path = ROOT / "docs" / name
    if os.environ.get("REVIEW_KIT_RENEW"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


def about(check: Check) -> str:
    """The sentence with which the check's own module begins."""
    return " ".join((inspect.getdoc(inspect.getmodule(check.find)) or "").split("\n\n")[0].split())


def said(words: str) -> str:
    """A check's words; … where they are the finding's alone."""
    return "…" if re.fullmatch(r"\{\w+\}", words) else words


def test_every_check_is_in_the_guide_with_its_words() -> None:
    """docs/checks.md holds each check's name, words, verdict and severity, as the code has them."""
    rows = [f"| `{check.name}` | {check.severity.word} | {check.verdict or ''} | {about(check)} | "
            f"{said(check.what_we_saw)} | {said(check.what_to_do)} |"
            for check in sorted(all_checks(), key=lambda c: (-c.severity, c.name))]
    severities = ", ".join(severity.word for severity in sorted(Severity, reverse=True))
    page = "\n".join([
        "# Every check", "",
        "Made from the code. Words in {braces} are filled in by the finding; … stands for words that differ from",
        "case to case. A check with no verdict leaves the link or contact what it is.",
        f"Severities, worst first: {severities}.", "",
        "| check | severity | verdict | what it is | what we saw | what to do |", "|---|---|---|---|---|---|",
        *rows, ""])
    assert kept("checks.md", page) == page


def test_every_setting_is_in_the_guide() -> None:
    """docs/settings.md holds each name of the sheet Settings, what it is for, and what it is where nobody says."""
    rows = []
    for label, setting in KNOWN.items():
        default = "; ".join(setting.default) if isinstance(setting.default, tuple) else str(setting.default)
        rows.append(f"| {label} | {setting.metadata['note']} | {default or 'blank'} |")
    page = "\n".join(["# The sheet Settings", "", "Made from the code. Names may be written in any case.", "",
                      "| setting | what it is for | where nobody says |", "|---|---|---|", *rows, ""])
    assert kept("settings.md", page) == page


def test_every_public_name_is_in_the_readme() -> None:
    """Whoever reads the README meets each name that the package promises."""
    missing = [name for name in review_kit.__all__ if not re.search(rf"\b{name}\b", README)]
    assert missing == []


def test_ci_runs_the_readmes_own_test_command() -> None:
    """What CI runs is what a person is told to run: .ci/run and the workflow hold the README's line."""
    command = next(line for line in README.splitlines() if line.endswith("pytest"))
    for path in (".ci/run", ".github/workflows/tests.yml"):
        assert command in (ROOT / path).read_text(encoding="utf-8"), path


def test_every_dependency_has_its_reason() -> None:
    """Each library of pyproject.toml is in docs/dependencies.md."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [re.split(r"[<>=]", line)[0] for line in
              [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]]
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert [name for name in wanted if name.removesuffix("-stubs") not in page] == []


def test_every_option_of_the_readme_and_guide_is_there() -> None:
    """No option is written of that the command line does not take."""
    pages = README + "".join(p.read_text(encoding="utf-8") for p in (ROOT / "docs").glob("*.md"))
    taken = set(_options(_parser()))
    said = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", pages))
    assert said - taken <= {"--group", "--upgrade", "--help"}


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    """The options of a command, and of the commands below it."""
    for action in parser._actions:
        yield from action.option_strings
        for below in action.choices.values() if isinstance(action, argparse._SubParsersAction) else ():
            yield from _options(below)


def test_links_between_pages_lead_somewhere() -> None:
    """A relative link in any page of the documentation names a file that is there."""
    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "link_reports" / "README.md",
                 *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_version_is_one() -> None:
    """pyproject.toml and the package say the same version, and the changelog knows it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == review_kit.__version__
    assert review_kit.__version__ in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
