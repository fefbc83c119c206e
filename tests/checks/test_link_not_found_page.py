"""link-not-found-page: the page says “not found”, and the answer says that all is well."""

import pytest

from review_kit.checks.link_not_found_page import CHECK
from review_kit.disk import known_tables
from review_kit.model import Verdict

from . import facts as make
from . import pages

MANY = pages.MENU + "<p>" + pages.PROSE * 6 + "</p>"

NOT_FOUND = {
    "a council's": pages.html(pages.MENU + "<main><h1>Page not found</h1><p>If you typed the web address, check it is"
                                           " correct. If you pasted the web address, check you copied the entire"
                                           " address.</p></main>",
                              title="Page not found - Borchester Council"),
    "a blog's": pages.html("<h1>Oops! That page can&rsquo;t be found.</h1><p>It looks like nothing was found at this"
                           " location. Maybe try a search?</p>", title="Page not found &#8211; Felpersham Youth",
                           attributes='class="error404"'),
    "an old server's": pages.html("<h1>Server Error</h1><h2>404 - File or directory not found.</h2><p>The resource"
                                  " you are looking for might have been removed, had its name changed, or is"
                                  " temporarily unavailable.</p>",
                                  title="404 - File or directory not found."),
    "a bare server's": pages.html("<h1>Not Found</h1><p>The requested URL /choir was not found on this server.</p>",
                                  title="404 Not Found"),
    "a framework's": pages.html("<div id='__next_error__'></div><h1>404</h1><h2>This page could not be found.</h2>",
                                title="404: This page could not be found."),
    "a builder's": pages.html("<h1>We couldn't find the page you were looking for.</h1><p>This is either because"
                              " there is an error in the URL or the page you are looking for has been moved or"
                              " deleted.</p>",
                              title="Felpersham Youth"),
    "one with a long menu": pages.html(MANY + "<h1>Sorry, we can't find that page</h1><p>It may have moved.</p>",
                                       title="Page not found | Felpersham Youth"),
    "a shop's, of a removed item": pages.html("<h1>404</h1><p>The page you requested does not exist.</p>",
                                              title="404 Not Found – Felpersham Youth"),
    "one of words alone": pages.html("<h1>This page isn't available</h1><p>The link you followed may be broken, or"
                                     " the page may have been removed.</p>", title="Page not available"),
    "one that a social network shows": pages.html("<h2>Sorry, this page isn't available.</h2><p>The link you followed"
                                                  " may be broken, or the page may have been removed.</p>",
                                                  title="Page not found • Pictures"),
    "Welsh": pages.html("<h1>Ni ddaethpwyd o hyd i'r dudalen</h1><p>Gwiriwch y cyfeiriad.</p>", lang="cy",
                        title="Tudalen heb ei chanfod | Cyngor Borchester"),
    "bilingual": pages.html("<h1>Page not found</h1><h2>Nid yw’r dudalen ar gael</h2>", title="Gwall 404 | Error 404"),
    "Polish": pages.html("<h1>Nie znaleziono strony</h1>", lang="pl", title="Nie znaleziono strony - Klub"),
    "Chinese": pages.html("<h1>页面不存在</h1>", lang="zh", title="页面不存在"),
    "Arabic": pages.html("<h1>الصفحة غير موجودة</h1>", lang="ar", title="الصفحة غير موجودة | نادي"),
    "a page that was taken down": pages.html("<h1>This page no longer exists</h1><p>The page has been moved or"
                                             " deleted.</p>",
                                             title="This page no longer exists"),
}
LIVE = {
    "a helpline that is called 404": pages.html(
        "<h1>404</h1><p>Call 404 at any hour. 404 is free from every phone, and 404 never shows on a bill. 404 is run"
        " by Borchester Singers.</p>", title="404 | The 404 helpline"),
    "a parent who was not found": pages.html(
        "<h1>Not found: my search for my dad</h1><p>He was not found. I looked for him for nine years, with help.</p>",
        title="Not found: my search for my dad | Stories"),
    "a short page": pages.html("<h1>Choir</h1><p>Wednesdays at seven.</p>", title="Choir"),
    "lost and found": pages.html("<h1>Lost and found</h1><p>If your coat is not found by Friday, ask at the desk.</p>",
                                 title="Lost and found | Club"),
    "missing people": pages.html("<h1>When someone goes missing</h1><p>Most are found within a day. If they are not"
                                 " found, call us.</p>", title="Missing - Club"),
    "a page about our website": pages.html(f"<h1>Using this site</h1><p>{pages.PROSE}If a page cannot be found, tell"
                                           f" us.</p>",
                                           title="Help with this website"),
    "a room with a number": pages.html(f"<h1>Room 404</h1><p>{pages.PROSE}</p>", title="Room 404 | Club"),
    "a title that a system got wrong": pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE * 6}</p>",
                                                  title="Page not found"),
    "a search that found nothing": pages.html(f"<h1>Wednesday Choir</h1><p>{pages.PROSE}</p><h2>Nothing found</h2>",
                                              title="Wednesday Choir"),
    "a page for care leavers whose records were lost": pages.html(
        f"<h1>Records not found</h1><p>Your file could not be found? {pages.PROSE}</p>",
        title="Access to records: not found?"),
}


@pytest.mark.parametrize("page", NOT_FOUND.values(), ids=NOT_FOUND)
def test_a_page_that_says_it_was_not_found_is_changed(page: str) -> None:
    """Whatever system made it and whatever language it speaks, it is seen for what it is."""
    assert pages.told(page) == (Verdict.CHANGED, CHECK.name)


@pytest.mark.parametrize("page", LIVE.values(), ids=LIVE)
def test_a_live_page_is_never_called_so(page: str) -> None:
    """Words that only look like it do not make a page one that was not found."""
    assert pages.found(CHECK, page) == []


@pytest.mark.parametrize("page", NOT_FOUND.values(), ids=NOT_FOUND)
def test_a_providers_own_not_found_page_bears_its_name(page: str) -> None:
    """A site's name in its menu, title and foot does not turn its not-found page into the service's page."""
    named = page.replace("</title>", " - Borchester Singers</title>").replace("</body>", "<p>© Borchester"
                                                                                         " Singers</p></body>")
    assert pages.told(named)[0] in {Verdict.CHANGED, Verdict.BY_HAND}
    clear = [name for name, seen in NOT_FOUND.items() if seen == page]
    if "builder" not in clear[0]:
        assert pages.told(named) == (Verdict.CHANGED, CHECK.name)


def test_what_says_so_is_quoted() -> None:
    """A person can see in the evidence which words of title, heading and text were taken for it."""
    finding, = pages.found(CHECK, NOT_FOUND["a council's"])
    assert "The title says “Page not found”; a heading says “Page not found”; the text says “" in finding.evidence
    assert "check it is correct" in finding.evidence
    assert "The page is short. Signs of a not-found page: 8, enough is 4." in finding.evidence


def test_being_sent_to_a_not_found_address_is_a_sign() -> None:
    """A redirect that ends at /404.html tells it before the page does."""
    page = pages.html("<p>Something is not quite right.</p>", title="Club")
    of = pages.facts(pages.seen(page, make.URL, (302, "https://club.example/404.html")))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


def test_an_address_that_holds_the_number_itself_is_none() -> None:
    """A page may stand at /services/404 of its own right."""
    assert make.found(CHECK, pages.facts(pages.seen(LIVE["a short page"], "https://club.example/services/404"))) == []


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_only_a_page_that_came_is_read(status: int) -> None:
    """Where the answer itself says that something is wrong, other checks speak."""
    assert make.found(CHECK, pages.facts(pages.seen(NOT_FOUND["a council's"], status=status))) == []


def test_a_front_page_can_be_one_too() -> None:
    """A front page that says “not found” shows no service either."""
    of = pages.facts(pages.seen(NOT_FOUND["a bare server's"], make.FRONT))
    assert make.told(of) == (Verdict.CHANGED, CHECK.name)


def test_a_file_is_no_page() -> None:
    """A PDF has no words that our checker reads, and is not said to be missing."""
    assert make.found(CHECK, pages.facts(pages.seen(b"%PDF-1.7 page not found", content_type="application/pdf"))) == []


@pytest.mark.parametrize("table", ["not_found_phrases", "parking", "placeholders", "takeover_words"])
def test_every_row_says_where_it_comes_from(table: str) -> None:
    """A phrase that nobody can trace cannot be mended; none stands there twice."""
    rows = known_tables()[table]
    assert all(row["source"] and row["checked_on"] for row in rows)
    assert len({tuple(row.values()) for row in rows}) == len(rows)


@pytest.mark.parametrize("row", known_tables()["not_found_phrases"], ids=lambda row: f"{row['where']}: {row['phrase']}")
def test_every_phrase_is_found(row: dict[str, str]) -> None:
    """Each row of known/not_found_phrases.csv does something: beside a clear sign elsewhere, its place is quoted."""
    said = row["phrase"].replace("*", "we have")
    title = {"title": said, "heading": "Error 404"}.get(row["where"], "Error 404")
    marked = {"#": f"id='{said[1:]}'", ".": f"class='{said[1:]}'"}
    attributes = marked.get(said[0], "") if row["where"] == "mark" else ""
    name, _, value = said.partition("=")
    page = pages.html(f"<h1>{said if row['where'] == 'heading' else 'Error 404'}</h1><p>{said} Well.</p>", title=title,
                      head=f"<meta name='{name}' content='{value}'>" if value else "", attributes=attributes)
    end = f"https://club.example/{said}" if row["where"] == "address" else "https://club.example/choir-again"
    end += "?aspxerrorpath=/choir" if said == "aspxerrorpath" else ""
    finding, = make.found(CHECK, pages.facts(pages.seen(page, make.URL, (302, end))))
    assert {"title": "The title says", "heading": "a heading says", "body": "the text says", "opening": "it opens with",
            "mark": "the page is marked", "address": "the address it ended at holds"}[row["where"]] in finding.evidence


def test_a_hostile_page_is_read_in_a_moment() -> None:
    """A page as long as a visit keeps, full of beginnings of phrases, is no harder than any other."""
    page = pages.html("<h1>the page</h1>" + "the page the page you " * 3000, title="the page " * 60)
    assert pages.found(CHECK, page) == []


def test_a_service_that_is_called_so_is_not_lost() -> None:
    """An exhibition under the name “Page not found” is its own page; a lost one of another service is not."""
    page = pages.html(f"<h1>Page not found</h1><p>{pages.PROSE}</p>", title="Page not found")
    assert make.found(CHECK, pages.facts(pages.seen(page), name="Page not found: an exhibition")) == []
    assert make.found(CHECK, pages.facts(pages.seen(page))) != []
