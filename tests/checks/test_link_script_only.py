"""link-script-only: the page is drawn by scripts, which our checker does not run."""

import pytest

from review_kit.checks.link_script_only import CHECK
from review_kit.model import Verdict

from . import facts as make
from . import walls
from .walls import html, seen

SHELLS = {
    "React": html('<noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div>'),
    "Vue": html("<noscript><strong>We're sorry but this app doesn't work properly without JavaScript enabled.</strong>"
                '</noscript><div id="app"></div><script src="/js/app.js"></script>'),
    "Next": html('<div id="__next"></div><script src="/_next/static/main.js"></script>', title=""),
    "Nuxt": html('<div id="__nuxt"><div class="loader">Loading…</div></div>'),
    "Angular": html("<app-root></app-root><noscript>Please enable JavaScript to continue using this application."
                    "</noscript>"),
    "Gatsby": html('<div id="___gatsby"></div>'),
    "in plain sight": html("<p>JavaScript is required to view this page.</p>"),
    "a form's maker": html("<h1>Loading</h1><p>Sorry, you need to turn on JavaScript.</p>"),
}


@pytest.mark.parametrize("name", SHELLS)
def test_a_page_that_scripts_draw_is_for_a_person(name: str) -> None:
    """Nothing of it was seen, so nothing is said of it."""
    of = walls.facts(seen(SHELLS[name]))
    assert CHECK.name in {finding.check for finding in make.judge(of)}
    finding, = make.found(CHECK, of)
    assert (finding.verdict, "What we saw of it: " in finding.evidence) == (Verdict.BY_HAND, True)


def test_the_evidence_quotes_what_the_page_says_to_programs() -> None:
    """A person can look for it in the page's source."""
    finding, = make.found(CHECK, walls.facts(seen(SHELLS["React"])))
    assert "it says to programs like ours “You need to enable JavaScript to run this app.”" in finding.evidence


@pytest.mark.parametrize("source", [
    html('<div id="root"></div>', title="Borsetshire Harmony"),
    html('<div id="root"></div>', title="Home", head='<meta property="og:title" content="Borsetshire Harmony">'),
    html('<div id="app"></div>', title="Home", head='<meta name="description" content="With Borsetshire Harmony">'),
])
def test_a_title_that_tells_of_the_service_proves_nothing(source: str) -> None:
    """A page that scripts draw says the same of itself at every address, lost ones too."""
    services = [make.service(make.link(), name="Borsetshire Harmony")]
    assert make.told(walls.facts(seen(source), services=services)) == (Verdict.BY_HAND, CHECK.name)


@pytest.mark.parametrize("name", walls.ORDINARY)
def test_an_ordinary_page_was_drawn_already(name: str) -> None:
    """Words of its own, or a heading on a short page, show that it came whole."""
    assert make.found(CHECK, walls.facts(walls.ORDINARY[name])) == []


def test_a_longer_page_that_asks_for_scripts_came_all_the_same() -> None:
    """Many sites ask for JavaScript and show their words without it."""
    page = html(f'<div id="root"><p>Please enable JavaScript for the map.</p><p>{walls.PROSE}</p></div>')
    assert make.found(CHECK, walls.facts(seen(page))) == []


@pytest.mark.parametrize("status", [403, 404, 503])
def test_other_answers_are_other_complaints(status: int) -> None:
    """An error page that scripts draw is an error."""
    assert make.found(CHECK, walls.facts(seen(SHELLS["React"], status=status))) == []


def test_a_guards_page_is_the_guards() -> None:
    """A guard asks for JavaScript too."""
    page = html("<noscript>Enable JavaScript and cookies to continue</noscript>", title="Just a moment...")
    assert make.found(CHECK, walls.facts(seen(page))) == []


@pytest.mark.parametrize("words", [
    "Loading...", "Open Clubs Loading...", "Loading, please wait…", "Please wait", "Loading"])
def test_a_page_that_says_only_that_it_loads_is_drawn_by_scripts(words: str) -> None:
    """Whatever its maker calls the box that the script fills."""
    services = [make.service(make.link())]
    page = html(f"<app-root>{words}</app-root>", title="Open Clubs")
    assert make.found(CHECK, walls.facts(seen(page), services=services))


@pytest.mark.parametrize("words", ["Loading bay at the back", "Wait and see club", "Please wait here for the nurse"])
def test_words_that_only_begin_so_are_words(words: str) -> None:
    """A page about a loading bay is a page."""
    services = [make.service(make.link())]
    assert make.found(CHECK, walls.facts(seen(html(f"<p>{words}</p>", title="Club")), services=services)) == []


def test_scripts_and_not_a_word_are_for_a_person() -> None:
    """A title may name the service on a page that a person sees empty."""
    page = html("<script src='/main.dart.js'></script>", title="Open Clubs")
    finding, = make.found(CHECK, walls.facts(seen(page), services=[make.service(make.link())]))
    assert "it holds scripts and not a word" in finding.evidence
