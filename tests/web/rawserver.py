"""A server that says whatever bytes a test likes, on loopback: for everything that no decent server would do."""

import socket
import ssl
import struct
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

LOOPBACK = "127.0.0.1"
OK = b"HTTP/1.1 200 OK\r\n"
LINGER = "hh" if sys.platform == "win32" else "ii"
HTML = b"content-type: text/html\r\n"


class Visitor:
    """One connection: what was asked on it, and the ways to answer."""

    def __init__(self, server: "RawServer", connection: socket.socket, number: int) -> None:
        self._server, self.connection = server, connection
        self.number = number
        """How many connections the server had taken before this one."""
        self.head = b""

    def read(self) -> bool:
        """Read one request, up to the empty line; False where the visitor left first."""
        self.head = b""
        while not self.head.endswith(b"\r\n\r\n"):
            byte = self.connection.recv(1)
            if not byte:
                return False
            self.head += byte
        self._server.note(self.head)
        return True

    def send(self, *parts: bytes) -> None:
        """Send these bytes as they are."""
        self.connection.sendall(b"".join(parts))

    def hold(self, seconds: float = 30.0) -> bool:
        """Say nothing until the visitor leaves, the test is over or the time is up; True where the time was up."""
        self.connection.settimeout(0.02)
        for _ in range(int(seconds / 0.02)):
            if self._server.over.is_set():
                return False
            try:
                if not self.connection.recv(65536):
                    return False
            except TimeoutError:
                continue
        return True

    def drip(self, part: bytes, every: float) -> None:
        """Send the same bytes again and again until the visitor leaves or the test is over."""
        while not self._server.over.wait(every):
            self.send(part)

    def reset(self) -> None:
        """Break the connection off: the visitor's system says “connection reset by peer”."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(LINGER, 1, 0))
        # A TLS socket would say goodbye first; the plain one below it does not.
        socket.socket(fileno=self.connection.detach()).close()


Script = Callable[[Visitor], None]


class RawServer:
    """Plays a script to each connection, in a thread of its own, for as long as its `with` lasts."""

    def __init__(self, script: Script, *, tls: ssl.SSLContext | None = None, address: str = LOOPBACK, port: int = 0,
                 talks: bool = True) -> None:
        self._script, self._tls, self._talks = script, tls, talks
        self._listening = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
        self._listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listening.bind((address, port))
        self._listening.listen(128)
        self._lock, self._threads = Lock(), list[Thread]()
        self.over = Event()
        self.port: int = self._listening.getsockname()[1]
        self.connections = 0
        self.heads: list[bytes] = []

    @property
    def paths(self) -> list[str]:
        """The path of each request, in order."""
        return [head.split(b" ", 2)[1].decode() for head in self.heads]

    def headers(self, number: int = 0) -> dict[str, str]:
        """The headers of a request, lower-case."""
        lines = self.heads[number].decode("latin-1").split("\r\n")[1:-2]
        return {name.casefold(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    def note(self, head: bytes) -> None:
        """Remember a request."""
        with self._lock:
            self.heads.append(head)

    def play(self, script: Script) -> None:
        """Play another script from now on."""
        self._script = script

    def ports(self, host: str) -> tuple[int, int] | None:
        """The one port for http and https: the table of names of a server that has every name."""
        del host
        return self.port, self.port

    def __enter__(self) -> Self:
        self._threads.append(Thread(target=self._accept, daemon=True))
        self._threads[0].start()
        return self

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            if self.over.is_set():
                connection.close()
                return
            with self._lock:
                number, self.connections = self.connections, self.connections + 1
            thread = Thread(target=self._play, args=(connection, number), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _play(self, connection: socket.socket, number: int) -> None:
        connection.settimeout(20)
        with suppress(OSError):
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            visitor = Visitor(self, connection, number)
            if not self._talks or visitor.read():
                self._script(visitor)
        connection.close()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.over.set()
        with suppress(OSError), socket.socket(self._listening.family) as waking:  # wakes the thread that accepts
            waking.settimeout(1)
            waking.connect(self._listening.getsockname())
        self._listening.close()
        for thread in self._threads:
            thread.join(5)


def answer(body: bytes = b"", *, status: str = "200 OK", headers: Mapping[str, str] | None = None) -> bytes:
    """A whole, well-formed answer that ends the connection."""
    named = {"content-type": "text/html; charset=utf-8", "content-length": str(len(body)), "connection": "close"}
    lines = [f"{name}: {value}" for name, value in (named | dict(headers or {})).items()]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + body


def says(*answers: bytes) -> Script:
    """A script that gives these answers in turn, to one connection after another; the last one stays."""
    def script(visitor: Visitor) -> None:
        visitor.send(answers[min(visitor.number, len(answers) - 1)])
    return script


def by_path(pages: Mapping[str, bytes]) -> Script:
    """A script that answers by path, and 404 for all else."""
    def script(visitor: Visitor) -> None:
        path = visitor.head.split(b" ", 2)[1].decode()
        visitor.send(pages.get(path, answer(b"No such page", status="404 Not Found")))
    return script
