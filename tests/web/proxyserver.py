"""A proxy on loopback, as a council has one: CONNECT for https, whole addresses for http; it looks names up itself."""

import select
import socket
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from .rawserver import LOOPBACK, RawServer, Visitor, answer

Ports = Callable[[str], tuple[int, int] | None]


class ProxyServer(RawServer):
    """Passes on to a table of names; `refusing` is a status line that it gives to everything instead."""

    def __init__(self, ports: Ports, *, refusing: str = "") -> None:
        super().__init__(self._pass_on)
        self._ports, self._refusing = ports, refusing

    @property
    def asked(self) -> list[str]:
        """`CONNECT host:port` or `GET http://…` for each request, in order."""
        return [head.split(b" HTTP/", 1)[0].decode() for head in self.heads]

    @property
    def address(self) -> str:
        """As it stands in HTTPS_PROXY."""
        return f"http://{LOOPBACK}:{self.port}"

    def _pass_on(self, visitor: Visitor) -> None:
        method, target, _ = visitor.head.decode().split(" ", 2)
        if self._refusing:
            visitor.send(answer(b"The proxy says no", status=self._refusing))
            return
        parts = urlsplit(target if method != "CONNECT" else f"//{target}")
        found = self._ports(parts.hostname or "")
        if found is None:
            visitor.send(answer(b"No such host", status="502 Bad Gateway"))
            return
        with socket.create_connection((LOOPBACK, found[method == "CONNECT"]), 5) as beyond:
            if method == "CONNECT":
                visitor.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            else:
                beyond.sendall(visitor.head.replace(target.encode(), (parts.path or "/").encode(), 1))
            self._relay(visitor.connection, beyond)

    def _relay(self, near: socket.socket, far: socket.socket) -> None:
        other = {near: far, far: near}
        with suppress(OSError):
            while not self.over.is_set():
                for ready in select.select([near, far], [], [], 0.02)[0]:
                    said = ready.recv(65536)
                    if not said:
                        return
                    other[ready].sendall(said)
