"""The environment's proxy: which addresses go through it, and what must not be asked of it.

Behind a proxy nothing can be resolved or pinned by us; what is plainly not public is still refused.
"""

import socket
import ssl
import urllib.request
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

import httpx

from review_kit.model.settings import named
from review_kit.web.names import NotPublicError, is_public, literal


def proxy_of(url: str, proxies: Mapping[str, str]) -> str:
    """Which of these proxies an address goes through, or '' where the system's exceptions let it go directly."""
    parts = urlsplit(url)
    proxy = proxies.get(parts.scheme) or proxies.get("all", "")
    if not proxy or urllib.request.proxy_bypass(parts.netloc.rpartition("@")[2]):
        return ""
    return proxy if "://" in proxy else f"http://{proxy}"


def through(proxy: str, context: ssl.SSLContext) -> httpx.AsyncHTTPTransport:
    """A transport through a proxy.

    Raises:
        httpx.ProxyError: it is of a kind that we do not speak, or no address.
    """
    try:
        return httpx.AsyncHTTPTransport(verify=context, proxy=httpx.Proxy(proxy))
    except (ValueError, ImportError, httpx.InvalidURL) as error:
        kind = proxy.partition("://")[0]
        raise httpx.ProxyError(f"the system names a proxy that cannot be used, of the kind {kind}") from error


def check_behind_proxy(host: str, own_hosts: Iterable[str]) -> None:
    """Refuse what can be seen to be private without a look-up.

    Raises:
        NotPublicError: the host is a private address, or a name without a dot.
    """
    if named(host, own_hosts):
        return
    plain = host.casefold().strip("[]").rstrip(".")
    address = _written_out(plain)
    private = not is_public(address) if address else "." not in plain
    if private or plain.endswith((".localhost", ".local", ".internal")):
        raise NotPublicError(f"{host} is inside a private network")


def _written_out(host: str) -> str:
    """The IP address that a host stands for without a look-up, in the old forms too (`0x7f.1`, `2130706433`); or ''."""
    if literal(host):
        return host
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        return ""
