"""Does the domain of an e-mail address take mail? What the look-ups come to; nothing here asks anybody.

RFC 5321 section 5.1: mail goes to the hosts that the domain's MX records name; where there are none, to the domain's
own address. RFC 7505: one MX record that names nothing says that the domain takes no mail. That a domain takes mail
says nothing of the mailbox: no mailbox is ever asked.
"""

import ipaddress
from collections.abc import Iterable
from enum import StrEnum

from review_kit.assurance import is_due
from review_kit.dates import prose_day
from review_kit.model import Contact, ContactKind, Facts, LookUp, MailDomain, Reply, Service

NULL = "."
"""The host that a null MX names (RFC 7505)."""
INSIDE = tuple(map(ipaddress.ip_network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16",
    "::/127", "fc00::/7", "fe80::/10")))  # fmt: skip
"""Addresses inside a private network, and those that filters give for what they block: nobody outside sends there."""
Asking = tuple[LookUp, ...]
"""The look-ups of one asking: the domain's MX first."""


class Mail(StrEnum):
    """What the look-ups of a domain come to."""

    ACCEPTS = "accepts mail"
    ADDRESS = "an address and no mail server"   # mail would go to the address (RFC 5321 5.1), which may not take it
    GONE = "no such domain"
    REFUSES = "takes no mail"                   # a null MX
    NOWHERE = "neither mail server nor address"
    LOST = "mail servers without address"
    UNKNOWN = "could not tell"


TAKES_NONE = frozenset({Mail.REFUSES, Mail.NOWHERE, Mail.LOST})
"""The domain is there, and no mail can be delivered to it."""
DEAD = TAKES_NONE | {Mail.GONE}


# What is asked


def domain_of(contact: Contact) -> str:
    """The domain of a well-formed e-mail address; '' of anything else."""
    return contact.normalised.rpartition("@")[2] if contact.kind is ContactKind.EMAIL else ""


def wanted_domains(facts: Facts, *, due: bool = False, again: bool = False) -> tuple[str, ...]:
    """The domains that are still to be asked, each once, in the register's order.

    One that has an answer which can be believed is not asked again in the same review.

    Args:
        facts: what is known so far.
        due: only those of entries that are due for review.
        again: also those of which nobody could tell.
    """
    wanted = dict.fromkeys(domain_of(contact) for service, contact in facts.register.contacts
                           if not service.retired and (not due or _is_due(facts, service)))
    return tuple(domain for domain in wanted if domain and _is_open(facts, domain, again=again))


def _is_due(facts: Facts, service: Service) -> bool:
    return is_due(service, facts.register.settings, facts.today)


def _is_open(facts: Facts, domain: str, *, again: bool) -> bool:
    known = facts.mail_of(domain)
    return known is None or (again and told(known) is Mail.UNKNOWN)


def exchanges(mx: LookUp) -> tuple[str, ...]:
    """The hosts that a domain's MX records name, the most preferred first; the nothing of a null MX is no host."""
    pairs = (record.partition(" ") for record in mx.records)
    ordered = sorted((int(preference), host) for preference, _, host in pairs if preference.isdecimal())
    return tuple(dict.fromkeys(host for _, host in ordered if host != NULL))


def has_address(look_up: LookUp) -> bool:
    """Whether a look-up gave an address that mail from outside could go to."""
    return look_up.kind != "MX" and any(map(_outside, look_up.records))


def _outside(address: str) -> bool:
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:  # a record that somebody has tampered with
        return False
    plain = (ip.ipv4_mapped or ip) if isinstance(ip, ipaddress.IPv6Address) else ip
    return not any(plain in net for net in INSIDE)


# What it comes to


def told(domain: MailDomain) -> Mail:
    """What all that was asked about a domain comes to.

    It takes mail if one asking showed so. Nothing is called dead that was not found so by two askings, and by all.
    """
    found = [state_of(asking) for asking in domain.askings if asking]
    for state in (Mail.ACCEPTS, Mail.ADDRESS):
        if state in found:
            return state
    return found[-1] if len(found) > 1 and DEAD.issuperset(found) else Mail.UNKNOWN


def state_of(asking: Asking) -> Mail:
    """What one asking shows. What the name server says out of a zone of its own makes nothing dead."""
    mx, addresses = asking[0], asking[1:]
    if mx.reply is Reply.RECORDS:
        return _of_exchanges(mx, addresses)
    if mx.reply is Reply.NO_SUCH_NAME:
        # There are servers that say so of a kind they do not know, while the name is there (RFC 4074).
        sure = len(addresses) > 0 and all(each.reply is Reply.NO_SUCH_NAME and not each.own_zone for each in asking)
        return Mail.UNKNOWN if not sure else Mail.NOWHERE if mx.alias else Mail.GONE
    if mx.reply is Reply.NONE and any(map(has_address, addresses)):
        return Mail.ADDRESS
    nowhere = mx.reply is Reply.NONE and not mx.own_zone and _no_address((mx.name,), addresses)
    return Mail.NOWHERE if nowhere else Mail.UNKNOWN


def _of_exchanges(mx: LookUp, addresses: Asking) -> Mail:
    hosts = exchanges(mx)
    if any(map(has_address, addresses)):
        return Mail.ACCEPTS
    if mx.own_zone:
        return Mail.UNKNOWN
    if not hosts:
        return Mail.REFUSES
    return Mail.LOST if _no_address(hosts, addresses) else Mail.UNKNOWN


def _no_address(hosts: Iterable[str], look_ups: Asking) -> bool:
    """Whether each of these hosts was looked for, and has no address of either family: not even a private one."""
    return all(_has_none(tuple(each for each in look_ups if each.name == host)) for host in hosts)


def _has_none(look_ups: Asking) -> bool:
    replies = {each.kind: each.reply for each in look_ups}
    if any(each.own_zone for each in look_ups) or {Reply.RECORDS, Reply.TROUBLE} & set(replies.values()):
        return False
    return Reply.NO_SUCH_NAME in replies.values() or {"A", "AAAA"} <= replies.keys()


# In words


def is_dead(facts: Facts, contact: Contact) -> bool:
    """Whether a contact is an e-mail address whose domain takes no mail, as two askings showed."""
    known = facts.mail_of(domain_of(contact))
    return known is not None and told(known) in DEAD


def said_of(facts: Facts, email: str) -> str:
    """What is to be said of an address's domain, in a sentence; '' where it was not asked, or a finding calls it dead.

    Args:
        facts: what was gathered.
        email: the address, normalised.
    """
    known = facts.mail_of(email.rpartition("@")[2])
    if known is None:
        spoilt = any(not look.good for look in facts.mail)
        return "Whether its domain accepts mail could not be told from here." if spoilt else ""
    return {
        Mail.ACCEPTS: "The domain accepts mail (MX {servers}, looked up on {day}).",
        Mail.ADDRESS: ("The domain names no mail server, so mail would go to its own address, which may not take it "
                       "(looked up on {day})."),
        Mail.UNKNOWN: "Whether the domain accepts mail could not be told (looked up on {day}).",
    }.get(told(known), "").format(servers=", ".join(_servers(known)), day=prose_day(known.at))


def _servers(domain: MailDomain) -> tuple[str, ...]:
    """Mail servers that have an address, the most preferred first; large providers have five, so two are enough."""
    asking = next((each for each in domain.askings if state_of(each) is Mail.ACCEPTS), ())
    return tuple(dict.fromkeys(each.name for each in asking if has_address(each)))[:2]
