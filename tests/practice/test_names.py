"""The practice web's table of names stands in for a resolver, and is as strict as one."""

import asyncio
import socket

import pytest

from review_kit.practice.names import TableOfNames
from review_kit.web import NotPublicError

TABLE = TableOfNames({"here.example": (8001, 8002)}.get)


def found(host: str, port: int) -> tuple[tuple[str, int], ...]:
    """What the table gives."""
    return asyncio.run(TABLE.addresses(host, port))


def test_a_name_leads_to_its_port_on_loopback() -> None:
    """Plain and secure have each their own."""
    assert found("here.example", 80) == (("127.0.0.1", 8001),)
    assert found("here.example", 443) == (("127.0.0.1", 8002),)


def test_what_is_not_in_the_table_does_not_exist() -> None:
    """The same error as a resolver's; a public address is not in the table either, so nothing is asked outside."""
    for host in ("gone.example", "8.8.8.8", "www.gov.uk"):
        with pytest.raises(socket.gaierror) as refused:
            found(host, 80)
        assert refused.value.errno == socket.EAI_NONAME


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "[::1]", "10.0.0.1", "169.254.169.254", "::ffff:127.0.0.1"])
def test_a_private_address_is_refused_as_ever(host: str) -> None:
    """The practice web is on loopback, and a page that sends visitors to loopback is refused all the same."""
    with pytest.raises(NotPublicError):
        found(host, 80)


def test_closing_takes_nothing_away() -> None:
    """The table can be closed and used again."""
    TABLE.close()
    assert found("here.example", 80)
