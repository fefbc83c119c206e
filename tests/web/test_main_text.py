"""What a page itself says, between what stands around it on each page of a site."""

import pytest

from review_kit.web.page import read_page

WORDS = "Young people meet here on Tuesdays to cook and talk, and anybody aged 16 to 25 may come along."


def main_of(body: str) -> str:
    """The main text of a page with this body."""
    return read_page(f"<html><body>{body}</body></html>".encode(), content_type="text/html", url="https://a.example/").main


@pytest.mark.parametrize("body", [
    f"<nav><a href='/x'>Counselling</a></nav><p>{WORDS}</p><footer>Charity 1</footer>",
    f"<header>Name <a href='/x'>Shop</a></header><div>{WORDS}</div><aside>News</aside>",
    f"<div>Menu</div><main><p>{WORDS}</p></main><div>Related</div>",
    f"<div role='navigation'>Help</div><p>{WORDS}</p><div role='contentinfo'>Privacy</div>",
    f"<div id='cookie-banner'>We use cookies</div><p>{WORDS}</p>",
    f"<ul><li><a href='/1'>One</a><li><a href='/2'>Two</a><li><a href='/3'>Three</a></ul><p>{WORDS}</p>",
    f"<main><nav>On this page</nav><p>{WORDS}</p></main>",
])
def test_menus_banners_and_footers_are_left_out(body: str) -> None:
    """Whether they are told by their element, their role, their name, or by being all links."""
    assert main_of(body) == WORDS


@pytest.mark.parametrize("body", ["<nav>Home About Contact</nav>", "", "<main>Hello</main><p>Two words</p>"])
def test_a_page_with_nothing_between_has_no_text_of_its_own(body: str) -> None:
    """Then whoever asks reads the whole text."""
    assert main_of(body) == ""


def test_a_list_with_links_in_its_sentences_is_no_menu() -> None:
    """What stands beside the links counts."""
    body = ("<ul><li>Ring <a href='/a'>us</a> for counselling on any day<li>Come to <a href='/b'>the hub</a> on "
            f"Mondays for tea<li>Write to <a href='/c'>Ann</a> about housing</ul><p>{WORDS}</p>")
    assert main_of(body).startswith("Ring us for counselling")


def test_an_articles_own_header_is_part_of_it() -> None:
    """Only the site's header stands around."""
    assert main_of(f"<main><header><h1>Cook-along</h1></header><p>{WORDS}</p></main>") == f"Cook-along {WORDS}"


def test_the_text_of_the_page_is_whole() -> None:
    """The main part is taken last: what else is read of the page keeps its menus."""
    page = read_page(f"<body><nav>Counselling</nav><p>{WORDS}</p><a href='tel:0800123'>Ring</a></body>".encode(),
                     content_type="text/html", url="https://a.example/")
    assert page.text.startswith("Counselling Young people")
    assert page.main.startswith("Young people")
