"""The practice web's table of names: what is not in it does not exist, and private addresses are refused as ever."""

import socket
from collections.abc import Callable

from review_kit.web.names import NotPublicError, is_public, literal


class TableOfNames:
    """Invented names to ports on loopback; stands in for the operating system's resolver."""

    def __init__(self, ports: Callable[[str], tuple[int, int] | None]) -> None:
        self._ports = ports

    async def addresses(self, host: str, port: int) -> tuple[tuple[str, int], ...]:
        """See `review_kit.web.names.Names`."""
        if literal(host) and not is_public(host.strip("[]")):
            raise NotPublicError(f"{host} is an address inside a private network")
        found = self._ports(host)
        if found is None:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        plain, secure = found
        return (("127.0.0.1", secure if port == 443 else plain),)

    def close(self) -> None:
        """Nothing was opened."""
