"""A real JupyterLab by `review-kit lab`, in a real Chromium."""

import os
import shutil
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Error, Page, expect, sync_playwright

from .driving import Lab, Watched, chromium, running

ROOT = Path(__file__).parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
expect.set_options(timeout=30_000)  # four tests share a machine of two cores

LONGEST = 400
"""Seconds: the longest kills twenty kernels, in nearly three minutes alone and four where others share two cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that is cut off in the middle of a press takes all later tests of its browser with it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(LONGEST))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What stood on the page when a test failed is printed with it: that it waited too long says nothing."""
    report = yield
    watched = getattr(item, "funcargs", {}).get("watched")
    if report.when == "call" and report.failed and watched is not None:
        try:
            shown = watched.in_words()
        except Error as error:  # the browser itself is gone
            shown = str(error)
        report.sections.append(("What stood on the page", shown))
    return report


@pytest.fixture(scope="module")
def chromium_type() -> Iterator[tuple[BrowserType, str]]:
    """How to start a Chromium; a test that needs it is skipped where there is none, but never in our own CI.

    Playwright's event loop counts as running for as long as it is open, and `asyncio.run` refuses to run in another:
    left open for the session, it would fail every later file of the same worker that asks the web.
    """
    if sys.platform == "win32":
        pytest.skip("these tests end kernels and the lab by signals that Windows does not have")
    found = chromium()
    if found is None:
        reason = "no Chromium, Chrome or Edge on this machine (REVIEW_KIT_CHROMIUM can name one)"
        if os.environ.get("REVIEW_KIT_ALL_TESTS"):
            pytest.fail(f"{reason}, and REVIEW_KIT_ALL_TESTS asks for every test")
        pytest.skip(reason)
    with sync_playwright() as playwright:
        yield playwright.chromium, found


@pytest.fixture(scope="module")
def browser(chromium_type: tuple[BrowserType, str]) -> Iterator[Browser]:
    """One Chromium for each file, that forgets what each of its contexts saw."""
    kind, program = chromium_type
    with kind.launch(executable_path=program, args=FLAGS) as opened:
        yield opened


@pytest.fixture(scope="module")
def window(
    chromium_type: tuple[BrowserType, str], tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[BrowserContext]:
    """One window for each file, as a person has it: what was read once is kept, which costs a second less each time."""
    kind, program = chromium_type
    with kind.launch_persistent_context(tmp_path_factory.mktemp("profile"), executable_path=program, args=FLAGS,
                                        viewport={"width": 1366, "height": 768}) as opened:
        opened.set_default_timeout(40_000)
        yield opened


@pytest.fixture
def watched(window: BrowserContext) -> Iterator[Watched]:
    """A page at a laptop's size; every request that it makes and every error is noted."""
    before = list(window.pages)
    yield Watched(window.new_page())
    for page in set(window.pages) - set(before):  # those that it opened among them
        page.close()


@pytest.fixture
def page(watched: Watched) -> Page:
    """The page alone."""
    return watched.page


@pytest.fixture(params=[(320, "light"), (1366, "dark"), (1366, "light")], ids=str)
def shown(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A page in a file, the `address` of the test, on a screen of some width, by day or by night."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 768}, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(address)
    yield opened
    context.close()


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the one that the lead works in, with the shipped register."""
    folder = tmp_path_factory.mktemp("home")
    shutil.copyfile(ROOT / "offer_register.xlsx", folder / "offer_register.xlsx")
    return folder


@pytest.fixture(scope="module")
def lab(chromium_type: tuple[BrowserType, str], home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """`review-kit lab`, with nothing done yet."""
    with running(["lab"], home, tmp_path_factory.mktemp("state")) as begun:
        yield begun
