"""link-asks-sign-in: the page asks for a name and a password before it shows anything."""

from datetime import date

import pytest

from review_kit.checks.link_asks_sign_in import CHECK
from review_kit.model import Failure, Verdict, Visit

from . import facts as make
from . import walls
from .walls import html, seen

TOLD = (Verdict.BY_HAND, CHECK.name)
FORM = "<form><label>Username</label><input><label>Password</label><input type=password><button>Sign in</button></form>"
WALLS: dict[str, Visit] = {
    "Microsoft's": seen(html("<p>Sign in</p>", title="Sign in to your account"), "https://x.sharepoint.com/s/x", 200, (
        302, "https://login.microsoftonline.com/common/oauth2/authorize?client_id=1&redirect_uri=x")),
    "Google's": seen(html("<p>Use your Google Account</p>"), "https://docs.google.com/document/d/1", 200, (
        302, "https://accounts.google.com/v3/signin/identifier?continue=x")),
    "the council's own": seen(html(walls.PROSE), make.URL, 200, (302, "https://adfs.borchester.example/adfs/ls/?wa=1")),
    "NHS login": seen(html(""), make.URL, 200, (302, "https://access.login.nhs.uk/enter-email")),
    "WordPress's": seen(html(FORM, title="Log In ‹ The club — WordPress"), make.URL, 200, (
        302, "https://club.example/wp-login.php?redirect_to=x")),
    "SharePoint's": seen(html(FORM), make.URL, 200, (302, "https://club.example/_layouts/15/Authenticate.aspx?Source=x")),
    "a network for the well connected": seen(html(f"<h1>Join</h1><p>{walls.PROSE * 6}</p>"), make.URL, 200, (
        302, "https://club.example/accounts/login/?next=/choir")),
    "in place": seen(html(f"<h1>Member log in</h1>{FORM}<a href='/forgot'>Forgotten it?</a>", title="Members")),
    "in place, without a word": seen(html("<form><input><input type=password><button>Go</button></form>", title="Hi")),
    "one step before the password": seen(html("<h1>Continue with NHS login</h1><p>Prove who you are.</p><a href=/n>Go"
                                              "</a>", title="Continue with NHS login - The club")),
    "for members": seen(html("<h1>Meetups</h1><h2>Membership required</h2><p>Ask us to join.</p>", title="Meetups")),
    "by the answer itself": make.visit(status=403, headers={"www-authenticate": 'Basic realm="Staff"'}),
}


def test_a_sign_in_is_for_a_person() -> None:
    """A page that wants a password may be open to young people by another way."""
    assert make.told(make.facts(make.visit(status=401))) == TOLD


def test_after_a_redirect_too() -> None:
    """It is the last answer that counts."""
    assert make.told(make.facts(make.visit(make.URL, 401, (302, "https://id.example/")))) == TOLD


@pytest.mark.parametrize("name", WALLS)
def test_a_wall_is_known_by_where_it_stands_and_what_it_asks(name: str) -> None:
    """A redirect to a sign-in, or a password on a page with little else; the evidence says which."""
    of = walls.facts(WALLS[name])
    finding, = make.found(CHECK, of)
    assert "What showed it: " in finding.evidence
    assert make.told(of)[0] is Verdict.BY_HAND


@pytest.mark.parametrize("status", [200, 403, 404, 407])
def test_other_answers_are_no_sign_in(status: int) -> None:
    """A refusal is not a sign-in; nor is our own proxy's."""
    assert make.found(CHECK, walls.facts(make.visit(status=status))) == []


def test_an_answer_that_broke_off_is_doubt() -> None:
    """Half an answer asks for nothing."""
    assert make.told(make.facts(make.visit(status=401, failure=Failure.TIMEOUT))) == (Verdict.BY_HAND, "link-no-answer")


@pytest.mark.parametrize("name", walls.ORDINARY)
def test_an_ordinary_page_lets_everybody_in(name: str) -> None:
    """A small sign-in at the top of a page, and the words “sign in” or “sign up”, hide nothing."""
    assert make.found(CHECK, walls.facts(walls.ORDINARY[name])) == []


OPEN: dict[str, Visit] = {
    "a path alone": seen(html(f"<h1>Login and passwords</h1><p>{walls.PROSE * 6}</p>"), make.URL, 200, (
        301, "https://club.example/help/login")),
    "a sign-in that let us pass": seen(html(walls.PROSE), make.URL, 200, (302, "https://login.example/silent?next=x"), (
        302, make.URL)),
    "a session": seen(html(walls.PROSE), make.URL, 200, (301, "https://club.example/sign-in-for-bsl")),
    "a home page with a members' corner": seen(html(f"{walls.MENU}<h1>Welcome</h1><p>{walls.PROSE * 2}</p>{FORM}")),
    "a registered sign-in": seen(html(FORM, title="Log in"), "https://club.example/login"),
    "a registered sign-in that moved": seen(html(FORM, title="Log in"), "https://club.example/login", 200, (
        301, "https://club.example/account/sign-in")),
    "a registered way to join": seen(html(FORM, title="Join: choose a password"), "https://club.example/register"),
    "a host that is called so": seen(html(walls.PROSE), "https://auth.club.example/choir"),
}


@pytest.mark.parametrize("name", OPEN)
def test_a_page_that_is_open_or_is_meant_to_ask_is_no_wall(name: str) -> None:
    """A path is no proof, a round trip ends where it began, and a registered sign-in is what the register means."""
    assert make.found(CHECK, walls.facts(OPEN[name])) == []


def test_a_sign_in_that_is_not_there_is_not_found() -> None:
    """A redirect to a sign-in page that does not exist asks nobody for anything."""
    of = walls.facts(seen(html(""), make.URL, 404, (302, "https://club.example/login")))
    assert make.found(CHECK, of) == []


@pytest.mark.parametrize("row", walls.TABLES["sign_in"], ids=lambda row: f"{row['kind']}-{row['value']}")
def test_every_row_of_the_table_is_of_a_known_kind(row: dict[str, str]) -> None:
    """Each row of known/sign_in.csv is in lower case, of a kind that the check reads, with its source and day."""
    assert row["kind"] in {"host", "label", "path", "purpose", "query", "title", "words"}
    assert row["value"] == row["value"].casefold()
    assert row["source"]
    assert date.fromisoformat(row["checked_on"])
