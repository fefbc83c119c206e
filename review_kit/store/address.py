"""The address of a PostgreSQL database: read without asking anybody, and told without its password."""

import os
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote

from review_kit.errors import StoreError

FORM = re.compile(r"postgres(?:ql)?://(?:[^@/?#]*@)?(?P<hosts>[^@/?#]*)(?:/(?P<name>[^@/?#]*))?(?:\?(?P<more>[^@#]*))?",
                  re.IGNORECASE)
HOST = re.compile(r"(?:\[[0-9A-Fa-f:.%]+\]|[\w.%-]*)(?::\d*)?")
NEAR = re.compile(r"localhost|127\.[\d.]+|\[::1\]|/.*", re.IGNORECASE)
"""This computer itself: nothing goes over a network."""
BAD = ("REVIEW_KIT_STORE holds no address of a PostgreSQL database. Write it as "
       "postgresql://user:password@server/database, with each sign of the password that is neither letter nor digit as "
       "% and its code, such as %40 for @; or name a file.")


@dataclass(frozen=True, slots=True)
class Address:
    """A database on a server. `hosts` and `name` may be empty: then the server's own rules say which."""

    url: str = field(repr=False)
    hosts: str
    name: str

    def __str__(self) -> str:
        hosts = "this computer" if not self.hosts or self.hosts.startswith("/") else self.hosts
        return f"the database {f'“{self.name}” ' if self.name else ''}on {hosts}"

    @property
    def is_near(self) -> bool:
        """Whether the server is this computer, so that nothing goes over a network."""
        hosts = self.hosts or os.environ.get("PGHOST", "") or "/"
        return all(NEAR.fullmatch(re.sub(r":\d*$", "", host)) for host in hosts.split(","))


def address_of(url: str) -> Address:
    """Read an address.

    Raises:
        StoreError: it is none, or could be read in two ways: then a part of the password might be taken for the host.
    """
    found = FORM.fullmatch(url)
    if not found or not all(HOST.fullmatch(host) for host in found["hosts"].split(",")):
        raise StoreError(BAD)
    options = parse_qs(found["more"] or "")
    host, name = (options.get(key, [""])[0] for key in ("host", "dbname"))
    address = Address(url, unquote(found["hosts"]) or host, unquote(found["name"] or "") or name)
    if not str(address).isprintable():
        raise StoreError(BAD)
    return address
