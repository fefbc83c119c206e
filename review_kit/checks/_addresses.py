"""When two addresses are the same, and which addresses are a site's front page."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

FRONT_PAGE = re.compile(r"(?:/(?:en(?:-gb)?|home|index\.[a-z]{3,5}|default\.aspx?|home\.[a-z]{3,5}))?/?", re.IGNORECASE)

MARKS = frozenset({"404", "error", "from", "msg", "notfound", "not-found", "not_found", "redirect", "redirected", "ref",
                   "referrer", "source", "src", "fbclid", "gclid"})
"""Names in a query that name no page."""


@lru_cache(maxsize=20_000)  # each check asks it of each link
def site(url: str) -> str:
    """The host without www., in lower case."""
    return (urlsplit(url).hostname or "").removeprefix("www.").rstrip(".")


def is_front_page(url: str) -> bool:
    """Whether the address is a site's front page: no path or one of the usual names, and no page in its query."""
    parts = urlsplit(url)
    return FRONT_PAGE.fullmatch(parts.path) is not None and _only_marks(parts.query)


def _only_marks(query: str) -> bool:
    """Whether a query only says where a visitor comes from, or why: `/?redirect=404` is the front page, `/?p=1` not."""
    names = [part.partition("=")[0].casefold() for part in query.split("&") if part]
    return all(name in MARKS or name.startswith("utm_") for name in names)


def same_address(one: str, other: str) -> bool:
    """Whether two addresses are one to a person.

    www., scheme, case, closing slash and fragment do not count, nor which of its names a site's front page goes by.
    """
    return _plain(one) == _plain(other)


def _plain(url: str) -> tuple[str, int | None, str, str]:
    parts = urlsplit(url)
    port = None if parts.port in {80, 443} else parts.port
    path = "" if is_front_page(url) else parts.path.rstrip("/").casefold()
    return site(url), port, path, parts.query


def other_form(url: str) -> str:
    """The twin of an address: with www. where it has none, without where it has."""
    parts = urlsplit(url)
    host = parts.netloc
    twin = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
    return parts._replace(netloc=twin).geturl()
