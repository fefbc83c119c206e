"""An address written without a scheme: browsers try https first, and plain http where that gives no answer."""

from urllib.parse import urlsplit

from review_kit.model import Facts, Failure, Link, Purpose, Visit, Written

WITHOUT_SCHEME = frozenset({Written.NO_SCHEME, Written.TITLE_AND_HOST})
NO_SECURE_ANSWER = frozenset({Failure.REFUSED, Failure.TIMEOUT, Failure.TLS, Failure.RESET})


def plain(url: str) -> str:
    """The same address over plain http."""
    return urlsplit(url)._replace(scheme="http").geturl()


def may_be_plain(link: Link, visit: Visit) -> bool:
    """Whether the link names no scheme, and https gave no answer at all."""
    return link.written in WITHOUT_SCHEME and visit.failure in NO_SECURE_ANSWER and not visit.hops


def plain_visit(facts: Facts, link: Link, visit: Visit) -> Visit | None:
    """What the address showed over plain http, where a browser would show that; else None."""
    second = facts.believed(plain(link.url), Purpose.PLAIN_HTTP) if may_be_plain(link, visit) else None
    return second if second is not None and second.hops else None
