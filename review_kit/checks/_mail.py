"""What the checks of mail domains share: whose domain came to what, and the evidence in words."""

from collections.abc import Collection, Iterator

from review_kit.dates import prose_moment
from review_kit.mail import NULL, Asking, Mail, domain_of, told
from review_kit.model import Contact, Facts, LookUp, MailDomain, MailLook, MailRound, Reply, Service

Judged = tuple[Service, Contact, Mail, str]
"""An e-mail address, what its domain came to, and the evidence."""


def judged(facts: Facts, states: Collection[Mail]) -> Iterator[Judged]:
    """The well-formed addresses whose domain came to one of these."""
    for service, contact in facts.register.contacts:
        found = facts.mail_look_of(domain_of(contact))
        if found and (state := told(found[1])) in states:
            yield service, contact, state, evidence_of(*found)


def evidence_of(look: MailLook, domain: MailDomain) -> str:
    """What was asked about a domain, what came back, when, and whether the name server could be believed."""
    first, *again = [_asking(each) for each in domain.askings]
    said = [f"Looked up on {prose_moment(domain.at)}: {first}."]
    said += [f"Again at the end: {'the same' if each == first else each}." for each in again]
    rounds = dict.fromkeys(_round(each) for each in (look.before, look.after) if each)
    when = ("Before and after",) if len(rounds) == 1 else ("Before", "After")
    said += [f"{moment}, {words}." for moment, words in zip(when, rounds, strict=True)]
    return " ".join(said)


def _asking(asking: Asking) -> str:
    return "; ".join(f"{each.kind} of {each.name}: {_reply(each)}" for each in asking)


def _reply(look_up: LookUp) -> str:
    records = (f"{each} (a null MX)" if each.endswith(f" {NULL}") else each for each in look_up.records)
    said = ", ".join(records) if look_up.reply is Reply.RECORDS else look_up.reply.value
    return said + (f" (an alias of {look_up.alias})" if look_up.alias else "")


def _round(round_: MailRound) -> str:
    hosts, domains = len(round_.found) + len(round_.lost), len(round_.taking) + len(round_.refusing)
    return (f"{len(round_.found)} of {hosts} hosts that must be found were found, {len(round_.taking)} of {domains} "
            f"domains that must take mail did, and for a name that nobody has the answer was “{round_.false_name}”")
