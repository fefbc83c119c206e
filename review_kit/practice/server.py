"""The invented web on loopback: real sockets, real HTTP, real TLS; only the names and the words are made up."""

import socket
import ssl
import sys
from collections import Counter
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from types import TracebackType
from typing import Self

from review_kit.practice.authority import Authority
from review_kit.practice.sites import Answer, Site

LOOPBACK = "127.0.0.1"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 20
    disable_nagle_algorithm = True  # head and body go out in two parts; the second would wait for the first's receipt
    server: "_Server"

    def do_GET(self) -> None:
        host = (self.headers.get("Host") or "").partition(":")[0]
        answer = self.server.web.answer(host, self.path)
        # No Date header: the records of a practice review are the same on every run.
        self.send_response_only(answer.status)
        body = answer.content()
        for name, value in ({"content-type": answer.content_type} | dict(answer.headers)).items():
            self.send_header(name, value)
        if answer.location:
            self.send_header("location", answer.location)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_HEAD(self) -> None:
        """Like many real servers, this one does not take HEAD."""
        self.send_response_only(405)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - http.server's own name
        """Nothing is logged: `requests` of the web holds what was asked."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, web: "LoopbackWeb", context: ssl.SSLContext | None) -> None:
        super().__init__((LOOPBACK, 0), _Handler)
        self.web = web
        if context is not None:
            # The handshake is left to the request's own thread, so that one slow visitor holds up nobody.
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def handle_error(self, request: object, client_address: object) -> None:
        """A visitor who refuses a bad certificate, or hangs up, is part of the practice; anything else is a fault."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class LoopbackWeb:
    """Serves sites for as long as its `with` lasts. `requests` holds every (host, path) that was asked."""

    def __init__(self, sites: Iterable[Site]) -> None:
        self._sites = {site.host: site for site in sites}
        self._authority = Authority()
        self._lock, self._asked = Lock(), Counter[tuple[str, str]]()
        self.requests: list[tuple[str, str]] = []
        self._sockets: dict[str, socket.socket] = {}
        self._servers: list[_Server] = []

    @property
    def authority(self) -> ssl.SSLContext:
        """A context that trusts the sites' good certificates."""
        return self._authority.trusting()

    def ports(self, host: str) -> tuple[int, int] | None:
        """Where a host answers on loopback, for http and https; None where nobody has the name."""
        site = self._sites.get(host)
        if site is None:
            return None
        if site.behaviour != "answers":
            port = self._sockets[site.behaviour].getsockname()[1]
            return port, port
        plain, secure = self._servers
        return plain.server_port, secure.server_port

    def answer(self, host: str, path: str) -> Answer:
        """What a host answers for a path this time."""
        with self._lock:
            times = self._asked[host, path]
            self._asked[host, path] += 1
            self.requests.append((host, path))
        return self._sites.get(host, Site(host)).answer(path, times)

    def __enter__(self) -> Self:
        for behaviour in ("silent", "refuses"):
            self._sockets[behaviour] = kept = socket.socket()
            kept.bind((LOOPBACK, 0))
        # A socket that listens takes connections and, with nobody to accept them, never says a word; one that only
        # holds its port refuses them.
        self._sockets["silent"].listen()
        self._servers = [_Server(self, None), _Server(self, self._by_name())]
        for server in self._servers:
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def _by_name(self) -> ssl.SSLContext:
        """One port for all: the name in the visitor's greeting chooses the certificate."""
        contexts = {host: self._authority.serving(host, site.certificate) for host, site in self._sites.items()}

        def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
            connection.context = contexts.get(name or "", connection.context)

        greeting = self._authority.serving("nobody.example", "good")
        greeting.sni_callback = choose
        return greeting

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        for server in self._servers:
            server.shutdown()
            server.server_close()
        for kept in self._sockets.values():
            kept.close()
