"""The practice review's name server: a table of invented mail domains, so that nobody outside is asked."""

import tomllib
from collections.abc import Callable, Mapping
from importlib.resources import files

from review_kit.mail_dns import NameServers
from review_kit.model import LookUp, Reply

CANARIES = ("always-there.example", "still-there.example")
"""Domains of the table that stand for those which surely take mail."""
WEB_ADDRESS = "192.0.2.80"
"""The address of every host of the practice web, for this server's purposes; kept for examples by RFC 5737."""

Records = Mapping[str, Mapping[str, list[str]]]


class TableOfMail:
    """Answers like a name server out of a table: name -> kind -> records. See `review_kit.mail_dns.NameServer`."""

    address = "practice"

    def __init__(self, records: Records, ports: Callable[[str], tuple[int, int] | None]) -> None:
        self._records, self._ports = records, ports

    async def look_up(self, name: str, kind: str) -> LookUp:
        """See `NameServer`."""
        of_name = self._records.get(name, {})
        on_the_web = self._ports(name) is not None
        found = of_name.get(kind) or ([WEB_ADDRESS] if kind == "A" and on_the_web else [])
        if found:
            return LookUp(name, kind, Reply.RECORDS, tuple(found))
        return LookUp(name, kind, Reply.NONE if of_name or on_the_web else Reply.NO_SUCH_NAME)


def practice_mail(ports: Callable[[str], tuple[int, int] | None]) -> NameServers:
    """The shipped table, beside the web whose hosts have these ports."""
    table = files("review_kit.practice").joinpath("mail.toml").read_text(encoding="utf-8")
    return NameServers((TableOfMail(tomllib.loads(table), ports),), CANARIES)
