"""OUTSIDE: mail domains to facts, through the name servers that this machine is set up to ask. No mailbox is asked."""

from review_kit.mail_dns.run import gather
from review_kit.mail_dns.servers import NameServer, NameServers, system_servers

__all__ = ["NameServer", "NameServers", "gather", "system_servers"]
