"""Ask whether the domains of the register's e-mail addresses take mail."""

from collections.abc import Callable
from urllib.parse import urlsplit

from review_kit import mail_dns, web
from review_kit.mail import wanted_domains
from review_kit.model import Facts, MailLook, Progress
from review_kit.web.names import literal

CANARIES = "mail_canaries"
"""The table of domains that surely take mail."""


def ask_mail_domains(facts: Facts, network: web.Network, *, due: bool, recheck: bool,
                     on_progress: Callable[[Progress], None], should_stop: Callable[[], bool]) -> MailLook | None:
    """Ask about each domain that has no answer which can be believed; None where nobody is to be asked.

    Args:
        facts: what the folder held before this run.
        network: brings name servers of its own, or a table of names instead of them; else the system's are asked.
        due: only domains of entries that are due.
        recheck: also those of which nobody could tell.
        on_progress: told of each domain.
        should_stop: asked several times a second.
    """
    domains, settings = wanted_domains(facts, due=due, again=recheck), facts.register.settings
    servers = _servers(facts, network) if domains else None
    if servers is None or should_stop():
        return None
    named = (urlsplit(url).hostname or "" for url in settings.canary_addresses)
    hosts = tuple(dict.fromkeys(host for host in named if host and not literal(host)))
    return web.aside(lambda: mail_dns.gather(
        domains, servers, hosts=hosts, false_name=settings.false_name(network.clock.now()), now=network.clock.now,
        pause=network.pace.second_pass, on_progress=on_progress, should_stop=should_stop))


def _servers(facts: Facts, network: web.Network) -> mail_dns.NameServers | None:
    if network.mail is None and network.names is None:
        canaries = tuple(row["domain"] for row in facts.known.get(CANARIES, ()))
        return mail_dns.NameServers(mail_dns.system_servers(), canaries)
    return network.mail if network.mail and network.mail.servers else None
