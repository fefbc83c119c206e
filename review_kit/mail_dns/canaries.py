"""Canaries for name servers: while they fail, no domain is to blame.

A resolver without a network may say "no such name" to everything; one behind a council's proxy may know no outside
name at all, although the web is reached; and some invent an address for names that do not exist. So the same server is
asked for hosts that must be there, for domains that must take mail, and for a name that nobody has.
"""

from collections.abc import Coroutine, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from review_kit.mail import Asking, Mail, has_address, state_of
from review_kit.mail_dns.asking import LookUps, ask_addresses, ask_domain, ask_nobody
from review_kit.model import MailRound, Reply

LATE = "no answer in time"


@dataclass(frozen=True, slots=True)
class Canaries:
    """What must be there, what must take mail, and what must not be there."""

    hosts: tuple[str, ...]
    domains: tuple[str, ...]
    false_name: str

    def questions(self, look_up: LookUps) -> list[Coroutine[Any, Any, Asking]]:
        """All that is asked, to be asked at once."""
        return [*(ask_addresses((host,), look_up) for host in self.hosts),
                *(ask_domain(domain, look_up) for domain in self.domains), ask_nobody(self.false_name, look_up)]

    def round(self, answers: Sequence[Asking | None], at: str) -> MailRound:
        """What the answers show; None where one did not come in time."""
        of_hosts, of_domains = answers[:len(self.hosts)], answers[len(self.hosts):-1]
        hosts = [(host, asking, _found(asking)) for host, asking in zip(self.hosts, of_hosts, strict=True)]
        domains = [(name, asking, _takes(asking)) for name, asking in zip(self.domains, of_domains, strict=True)]
        return MailRound(at, _good(hosts), tuple(_bad(hosts)), _good(domains), tuple(_bad(domains)),
                         _of_nobody(answers[-1]))


Judged = tuple[str, Asking | None, bool]


def _found(asking: Asking | None) -> bool:
    return any(map(has_address, asking or ()))


def _takes(asking: Asking | None) -> bool:
    return bool(asking) and state_of(asking or ()) is Mail.ACCEPTS


def _good(judged: Iterable[Judged]) -> tuple[str, ...]:
    return tuple(name for name, _, good in judged if good)


def _bad(judged: Iterable[Judged]) -> Iterator[str]:
    return (f"{name} ({_came_back(asking)})" for name, asking, good in judged if not good)


def _came_back(asking: Asking | None) -> str:
    """The last reply in a few words, with the reason where there is one."""
    if not asking:
        return LATE
    return asking[-1].cause or asking[-1].reply.value


def _of_nobody(asking: Asking | None) -> str:
    """`no such name` where every look-up says so; else what another one says."""
    other = next((each for each in asking or () if each.reply is not Reply.NO_SUCH_NAME), None)
    return _came_back((other,) if other else asking)
