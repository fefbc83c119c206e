"""link-sells-links: a page that speaks as sellers of links do, under a provider's name."""

import pytest

from review_kit.checks.link_sells_links import CHECK
from review_kit.disk import known_tables
from review_kit.model import Verdict

from . import facts as make
from . import pages


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p><p>Guest posts from $40. Affiliate disclosure.</p>",
               title="Wednesday Choir"),
    pages.html("<h1>Wednesday Choir</h1><p>We are a team of passionate writers. Net worth of singers.</p>",
               title="Wednesday Choir"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p><p>Try the best casino and a no deposit bonus.</p>",
               title="Wednesday Choir"),
])
def test_a_ghost_of_the_providers_site_is_for_a_person(page: bytes) -> None:
    """Its old words may still stand there, so they prove nothing; the words found are told."""
    of = pages.facts(pages.seen(page))
    assert make.told(of) == (Verdict.BY_HAND, CHECK.name)
    assert "Words found: “" in make.found(CHECK, of)[0].evidence


@pytest.mark.parametrize("page", [
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p>", title="Wednesday Choir"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE} Write for us: young people run our blog.</p>",
               title="Wednesday Choir"),
    pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p><a href='/a'>Casino night for our funds</a>",
               title="Wednesday Choir"),
])
def test_one_such_word_is_nothing(page: bytes) -> None:
    """A charity has a blog, and plays at casinos for an evening."""
    assert make.found(CHECK, pages.facts(pages.seen(page))) == []


@pytest.mark.parametrize("table", ["subjects", "other_subjects", "ending_words"])
def test_every_row_says_where_it_comes_from(table: str) -> None:
    """A word that nobody can trace cannot be mended; none stands there twice."""
    rows = known_tables()[table]
    assert all(all(row.values()) for row in rows)
    assert len({tuple(row.values()) for row in rows}) == len(rows)
