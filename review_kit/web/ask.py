"""One look at one address: hop by hop, body streamed and capped, everything written down, nothing judged."""

import asyncio
import warnings
from dataclasses import dataclass, field, replace
from typing import Any

import httpx

from review_kit import __version__
from review_kit.model import Certificate, Failure, Hop, Look, Page, Purpose, Visit
from review_kit.web.body import read_body
from review_kit.web.certificates import certificate_of
from review_kit.web.clock import Clock
from review_kit.web.connector import Connector
from review_kit.web.failures import certificate_problem, failure_of
from review_kit.web.pace import Pace
from review_kit.web.page import read_page

HEADERS_KEPT = (
    "server", "via", "date", "last-modified", "content-type", "content-length", "content-language", "retry-after",
    "www-authenticate", "location", "refresh", "x-robots-tag", "x-cache", "cf-ray", "cf-mitigated",
    "x-amzn-waf-action",
    "x-blocked-by-waf", "x-vercel-mitigated", "x-datadome", "x-dd-b", "x-sucuri-id", "x-sucuri-block", "x-iinfo",
    "x-cdn", "server-timing", "x-powered-by", "x-squid-error", "rimon", "x-akamai-transformed",
)  # fmt: skip
"""The headers that tell of guards, filters, age and moves; the rest is nobody's business."""
_BROWSER = ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 "
            "Safari/537.36")
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def user_agent(contact: str) -> str:
    """Who asks. The word `link` in an agent's name is refused by a stock rule of many servers, so it is not there.

    A header holds plain letters only: what else stands in the contact is left out, and no request fails for it.
    """
    plain = "".join(c for c in contact if " " <= c <= "~" and c not in "()").strip()
    named = f"; +{plain}" if plain and "link" not in plain.casefold() else ""
    return f"Mozilla/5.0 (compatible; OfferReview/{__version__}{named})"


def headers_for(purpose: Purpose, contact: str) -> dict[str, str]:
    """The headers of a request; a browser-like look still says who asks, at the end."""
    plain = {"Accept": _ACCEPT, "Accept-Language": "en-GB,en;q=0.9", "Accept-Encoding": "gzip, deflate"}
    if purpose is not Purpose.BROWSER_LIKE:
        return {"User-Agent": user_agent(contact), **plain}
    return {"User-Agent": f"{_BROWSER} OfferReview/{__version__}", **plain, "Upgrade-Insecure-Requests": "1",
            "Sec-Fetch-Dest": "document", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Site": "none",
            "Sec-Fetch-User": "?1"}


@dataclass
class _Seen:
    """What a look has seen so far; it survives a failure half-way."""

    url: str
    hops: list[Hop] = field(default_factory=list)
    at: str = ""
    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)
    truncated: bool = False
    certificate: Certificate | None = None
    server_address: str = ""
    retry_after: float | None = None
    via_proxy: bool = False


class Asker:
    """Makes looks through a connector, at a pace, by a clock."""

    def __init__(self, connector: Connector, pace: Pace, clock: Clock, *, run: str, contact: str = "") -> None:
        self._connector, self._pace, self._clock, self._run, self._contact = connector, pace, clock, run, contact

    async def look(self, look: Look) -> Visit:
        """Look once, following redirects; whatever happens becomes a Visit."""
        seen, began = _Seen(look.url, at=look.url), self._clock.seconds()
        failure, cause = None, ""
        try:
            async with asyncio.timeout(self._pace.longest_look):
                await self._follow(look, seen)
        except _Gave as stopped:
            failure, cause = stopped.failure, stopped.cause
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            failure, cause = failure_of(error)
            if failure is Failure.CERTIFICATE:
                problem, detail = certificate_problem(error)
                seen.certificate = Certificate(problem=problem, detail=detail)
        visit = self.visit_of(look, failure, cause)
        return replace(
            visit, seconds=round(self._clock.seconds() - began, 3), hops=tuple(seen.hops), status=seen.status,
            final_url=seen.at if seen.status is not None else "", failed_at=seen.at if failure else "",
            headers=seen.headers, page=_page(seen), certificate=seen.certificate, retry_after=seen.retry_after,
            server_address=seen.server_address, via_proxy=seen.via_proxy)

    def visit_of(self, look: Look, failure: Failure | None, cause: str) -> Visit:
        """A visit with nothing in it but its reason."""
        return Visit(look.url, look.purpose, look.asked_because, self._run, self._clock.now(), attempts=1,
                     failure=failure, cause=cause[:300])

    async def _follow(self, look: Look, seen: _Seen) -> None:
        """Ask, and go where the answer sends us, until an answer is the last."""
        cookies = httpx.Cookies()
        asked: list[str] = []
        while True:
            self._allow(seen)
            asked.append(seen.at)
            if asked.count(seen.at) > self._pace.same_address:
                raise _Gave(Failure.REDIRECT_LOOP, f"{seen.at} was reached {len(asked)} times")
            location = await self._ask(look, seen, cookies)
            if not location:
                return
            seen.status, seen.retry_after, seen.at = None, None, location
            if len(seen.hops) > self._pace.redirects:
                raise _Gave(Failure.TOO_MANY_REDIRECTS, f"more than {self._pace.redirects} redirects")

    def _allow(self, seen: _Seen) -> None:
        address = httpx.URL(seen.at)  # as it will be asked: a host may be written in more than one way
        if address.scheme not in {"http", "https"} or not address.host:
            raise _Gave(Failure.NOT_ASKED, f"{address.scheme or 'no'} addresses are not asked")
        if self._connector.proxy_for(seen.at):
            seen.via_proxy = True
            self._connector.check_behind_proxy(address.host)

    async def _ask(self, look: Look, seen: _Seen, cookies: httpx.Cookies) -> str:
        """One request. Returns the address that the answer redirects to, or '' where it is the last."""
        # Not through a client of httpx, which would read a redirect itself and stumble over one that is no address.
        transport = self._connector.transport(seen.at, verify=look.purpose is not Purpose.UNVERIFIED)
        request = httpx.Request("GET", seen.at, headers=headers_for(look.purpose, self._contact),
                                extensions={"timeout": self._pace.timeout.as_dict()})
        request.headers.encoding = "utf-8"  # a cookie may hold any letter
        cookies.set_cookie_header(request)
        answer = await transport.handle_async_request(request)
        try:
            answer.request = request
            with warnings.catch_warnings():  # of a cookie with an odd date the standard library prints a traceback
                warnings.simplefilter("ignore")
                cookies.extract_cookies(answer)
            self._write_down(answer, seen)
            location = _location(answer)
            seen.hops.append(Hop(seen.at, answer.status_code, location))
            if not location:
                seen.truncated = await read_body(answer, seen.body)
        finally:
            await answer.aclose()
        return location

    def _write_down(self, answer: httpx.Response, seen: _Seen) -> None:
        seen.status = answer.status_code
        seen.headers = {name: answer.headers[name][:500] for name in HEADERS_KEPT if name in answer.headers}
        pairs = [cookie.partition(";")[0] for cookie in answer.headers.get_list("set-cookie")]
        # A cookie without an = is all value, and has no name to be written down.
        if names := sorted({pair.partition("=")[0].strip() for pair in pairs if "=" in pair}):
            seen.headers["set-cookie-names"] = " ".join(names)[:500]
        seen.retry_after = self._clock.wait_asked_for(answer.headers.get("retry-after", ""))
        stream: Any = answer.extensions.get("network_stream")
        if stream is not None:
            # A redirect to plain http must not hide the certificate of the registered address itself.
            seen.certificate = certificate_of(stream.get_extra_info("ssl_object")) or seen.certificate
            seen.server_address = str((stream.get_extra_info("server_addr") or ("",))[0])


class _Gave(Exception):
    """The look ends here for a reason that no library knows."""

    def __init__(self, failure: Failure, cause: str) -> None:
        super().__init__(cause)
        self.failure, self.cause = failure, cause


def _location(answer: httpx.Response) -> str:
    """Where a redirect leads, in full; '' where the answer is no redirect or names no place."""
    target = str(answer.headers.get("location", ""))
    if answer.status_code not in {301, 302, 303, 307, 308} or not target:
        return ""
    try:
        joined = answer.request.url.join(target)
    except httpx.InvalidURL:
        return target  # the next step says that it is not an address
    if not joined.fragment and answer.request.url.fragment:  # RFC 9110 section 10.2.2: the fragment is inherited
        joined = joined.copy_with(fragment=answer.request.url.fragment)
    return str(joined)


def _page(seen: _Seen) -> Page:
    if seen.status is None:
        return Page()
    return read_page(bytes(seen.body), content_type=seen.headers.get("content-type", ""), url=seen.at,
                     truncated=seen.truncated)
