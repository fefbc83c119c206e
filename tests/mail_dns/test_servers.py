"""The name servers that a machine is set up to ask; a machine with none is a fact, and no fault."""

import asyncio
import socket
import sys
from pathlib import Path

import pytest

from review_kit.mail_dns import system_servers
from review_kit.mail_dns.servers import MOST_SERVERS
from review_kit.model import Reply

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps its name servers in the registry")


def set_up(tmp_path: Path, text: str | bytes) -> Path:
    """A resolver configuration."""
    path = tmp_path / "resolv.conf"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_each_name_server_of_the_system_stands_by_itself(tmp_path: Path) -> None:
    """In the system's order, each once; comments, options and search suffixes are no servers."""
    config = set_up(tmp_path, "# a\nnameserver 192.0.2.53\nnameserver 2001:db8::53\nsearch borchester.example\n"
                              "options rotate timeout:30 ndots:3\nnameserver 192.0.2.53\n")
    assert [server.address for server in system_servers(config)] == ["192.0.2.53", "2001:db8::53"]


def test_only_the_first_few_are_tried(tmp_path: Path) -> None:
    """Some systems list those of adapters that are not in use."""
    config = set_up(tmp_path, "".join(f"nameserver 192.0.2.{n}\n" for n in range(20)))
    assert len(system_servers(config)) == MOST_SERVERS


@pytest.mark.parametrize("text", ["", "# nothing\n", "search example\n", "nameserver\n", "nameserver not-an-address\n",
                                  b"\xff\xfe\x00nameserver 192.0.2.1"])
def test_a_configuration_that_names_no_server_can_tell_nothing(tmp_path: Path, text: str | bytes) -> None:
    """Empty, without a server, with words for an address, or no text at all: every question ends in a cause."""
    (server,) = system_servers(set_up(tmp_path, text))
    found = asyncio.run(server.look_up("one.example.", "MX"))
    assert (found.name, found.reply, bool(found.cause)) == ("one.example", Reply.TROUBLE, True)


def test_a_machine_without_a_configuration_can_tell_nothing(tmp_path: Path) -> None:
    """No /etc/resolv.conf at all."""
    (server,) = system_servers(tmp_path / "none")
    assert (server.address, asyncio.run(server.look_up("a.example", "A")).reply) == ("", Reply.TROUBLE)


@pytest.mark.parametrize("name", ["x" * 70 + ".example", "a..b", "\udcff"])
def test_an_odd_name_of_the_machine_ends_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A library looks at what the machine calls itself; where it stumbles, nothing can be told, and that is all."""
    monkeypatch.setattr(socket, "gethostname", lambda: name)
    (server,) = system_servers(set_up(tmp_path, "nameserver 192.0.2.53\n"))
    assert server.address or asyncio.run(server.look_up("a.example", "A")).reply is Reply.TROUBLE
