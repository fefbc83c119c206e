"""The one way out: resolves, checks and pins every address, and decides whom to trust.

Practice and tests hand it another table of names and another certificate authority; nothing else changes.
"""

import contextlib
import os
import ssl
import urllib.request
from collections.abc import Iterable
from pathlib import Path

import anyio
import httpcore
import httpx
import truststore

from review_kit.web.names import Names
from review_kit.web.proxies import check_behind_proxy, proxy_of, through

CONNECTIONS = 64
KEPT_OPEN = 16
"""As many as hosts are asked at once: the pool looks at each idle connection again for every request. Over 984 hosts on
loopback a run took 27 seconds with 64 of them, and 23 with 24."""
ADDRESSES_TRIED = 3
"""Of a host's addresses, how many are tried before it counts as not answering."""


class _Stream(httpcore.AsyncNetworkStream):
    """A connection that is closed when a handshake is given up half-way; httpcore leaves it to the collector."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self.read, self.write, self.aclose = inner.read, inner.write, inner.aclose  # type: ignore[method-assign]
        self.get_extra_info = inner.get_extra_info  # type: ignore[method-assign]

    async def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None,
                        timeout: float | None = None) -> httpcore.AsyncNetworkStream:  # noqa: ASYNC109
        """Begin the secure connection."""
        try:
            return await self._inner.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            with anyio.CancelScope(shield=True):
                await self._inner.aclose()
            raise


class PinnedBackend(httpcore.AsyncNetworkBackend):
    """Connects to the addresses that were resolved and checked, never to whatever a second look-up would give."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,  # noqa: ASYNC109
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first address of `host` that takes the connection."""
        try:
            addresses = await self._names.addresses(host, port)
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        failed: Exception = httpcore.ConnectError(f"{host} has no address")
        for address, its_port in addresses[:ADDRESSES_TRIED]:
            try:
                return _Stream(
                    await self._inner.connect_tcp(address, its_port, timeout, local_address, socket_options))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
        raise failed

    async def sleep(self, seconds: float) -> None:
        """Wait, as httpcore asks between its own attempts."""
        await anyio.sleep(seconds)


def trusting_context(authority: ssl.SSLContext | None = None) -> ssl.SSLContext:
    """What this machine's browsers trust, and the certificates that SSL_CERT_FILE names besides."""
    if authority is not None:
        return authority
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    extra = os.environ.get("SSL_CERT_FILE", "")
    if extra and Path(extra).is_file():
        with contextlib.suppress(OSError):  # no certificates in it, or not ours to read; `review-kit doctor` says so
            context.load_verify_locations(cafile=extra)
    return context


def unverifying_context() -> ssl.SSLContext:
    """Trusts anything, old ciphers too: only to read what a site with a bad certificate shows, for diagnosis."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    context.set_ciphers("DEFAULT@SECLEVEL=1")
    return context


class Connector:
    """Transports by need: verified or not, direct and pinned, or through the environment's proxy."""

    def __init__(self, names: Names, *, authority: ssl.SSLContext | None = None, own_hosts: Iterable[str] = (),
                 use_proxies: bool = True) -> None:
        self._names = names
        self._own = tuple(own_hosts)
        self._contexts = {True: trusting_context(authority), False: unverifying_context()}
        self._proxies = urllib.request.getproxies() if use_proxies else {}
        self._transports: dict[tuple[bool, str], httpx.AsyncHTTPTransport] = {}

    def proxy_for(self, url: str) -> str:
        """The proxy that the environment (on Windows: the system's settings) names for an address, or ''."""
        return proxy_of(url, self._proxies)

    def check_behind_proxy(self, host: str) -> None:
        """Refuse what can be seen to be private without a look-up, unless it is the council's own.

        Raises:
            NotPublicError: it is.
        """
        check_behind_proxy(host, self._own)

    def transport(self, url: str, *, verify: bool) -> httpx.AsyncHTTPTransport:
        """The transport for an address; kept, so that connections are used again."""
        key = (verify, self.proxy_for(url))
        if key not in self._transports:
            self._transports[key] = self._made(*key)
        return self._transports[key]

    def _made(self, verify: bool, proxy: str) -> httpx.AsyncHTTPTransport:
        context = self._contexts[verify]
        if proxy:
            return through(proxy, context)
        transport = httpx.AsyncHTTPTransport(verify=context)
        # httpx has no public way to hand over a network backend; a test fails if this stops pinning.
        transport._pool = httpcore.AsyncConnectionPool(  # noqa: SLF001
            ssl_context=context, max_connections=CONNECTIONS, max_keepalive_connections=KEPT_OPEN,
            keepalive_expiry=5.0, network_backend=PinnedBackend(self._names))
        return transport

    async def aclose(self) -> None:
        """Close every connection."""
        for transport in self._transports.values():
            await transport.aclose()
        self._names.close()
