"""Who is asked about which entries: one provider, one message."""

import re
from dataclasses import dataclass, replace

import idna

from review_kit.about import names
from review_kit.model import Register, Service
from review_kit.reports.order import places
from review_kit.reports.words import counted, service_title, shortened
from review_kit.rows import emails, schemes
from review_kit.rows.found import spans
from review_kit.rows.text import blanked, clean, squeezed

CONFIRM_WITH = "Confirm with"
LONGEST_LINE = 300
"""No name is longer, and looking for addresses in a line without spaces takes the square of its length."""
_LONGEST_NAME = 8
_ADDRESS = re.compile(r"\S+://\S+|\bwww\.\S+|\S+@\S+|\([^()\s]+\.[a-z.]{2,}\)", re.IGNORECASE)
NOBODY = frozenset({
    "", "all", "any", "as above", "multiple", "n a", "na", "nil", "none", "not known", "online", "other", "see above",
    "several", "tba", "tbc", "unknown", "various", "website",
})  # fmt: skip
"""What people write where they name nobody: two such entries are not one provider's."""
_SENTENCE = re.compile(r"\b(?:do|does|will|is|are|can|where|if|this|who|when|to|supports? with)\b", re.IGNORECASE)
"""Words of an instruction: “Trauma Navigator will support if needed” names nobody who could be asked."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Somebody who is asked: a name to print, the mailboxes (none where none is known), and its entries."""

    name: str
    to: tuple[str, ...]
    services: tuple[Service, ...]


def providers(register: Register) -> tuple[Provider, ...]:
    """Everybody who is to be asked, crisis services first, then in the register's order; retired entries left out.

    Entries with the same mailboxes in `Confirm with` are one provider: never does a mailbox get an entry beside
    which it does not stand. Without a mailbox, entries whose provider cell names the same organisation are one. An
    entry that names nobody is asked about by itself, under its own name.
    """
    ranks = places(register)
    together: dict[tuple[str, ...], list[Service]] = {}
    for service in sorted(register.services, key=lambda one: ranks[one.place]):
        if not service.retired:
            together.setdefault(_who(service), []).append(service)
    return tuple(_provider(services) for services in together.values())


def _who(service: Service) -> tuple[str, ...]:
    if to := mailboxes(service):
        return ("to", *sorted(to))
    if name := organisation(service):
        return "name", _folded(name)
    return "entry", service.key, str(service.cell)


def _provider(services: list[Service]) -> Provider:
    """A provider by the name of its first entry; where one mailbox answers for several, their number is said."""
    named = dict.fromkeys(_folded(name) for one in services if (name := organisation(one)))
    first = organisation(services[0]) or title(services[0])
    name = f"{first} and {counted(len(named) - 1, 'other')}" if len(named) > 1 else first
    return Provider(name, mailboxes(services[0]), tuple(services))


def title(service: Service) -> str:
    """What an entry is called: the first line of its area of support, which may go on for paragraphs."""
    return shortened(service.value("Area of support")) or service_title(service)


def mailboxes(service: Service) -> tuple[str, ...]:
    """The well-formed addresses in `Confirm with`, in its order and in ASCII; nothing else of the cell is used."""
    text = clean(service.value(CONFIRM_WITH)).text
    found = emails.scan(blanked(text, spans(schemes.scan(text))))
    return tuple(dict.fromkeys(address for one in found if (address := _in_ascii(one.normalised))))


def _in_ascii(address: str) -> str:
    """The address as every mail program takes it: its host as the network spells it; '' where that cannot be."""
    local, _, host = address.rpartition("@")
    try:
        host = idna.encode(host).decode() if host else ""
    except idna.IDNAError:
        return ""
    return f"{local}@{host}" if local.isascii() and local and host else ""


def organisation(service: Service) -> str:
    """The organisation that the first line of the provider cell names; '' where it names nobody."""
    line = _first_line(service.provider)
    found = next(iter(names(replace(service, name="", provider=line))), "")
    if found and _folded(line) != _folded(found):
        return found
    return line if _is_name(line) else ""


def _folded(name: str) -> str:
    """A name as it is compared: capitals, signs and a “The” before it make no difference."""
    return squeezed(re.sub(r"[^\w\s]", " ", name)).casefold().removeprefix("the ")


def _first_line(text: str) -> str:
    """The first line that holds more than an address, and without it."""
    lines = (shortened(_ADDRESS.sub(" ", line[:LONGEST_LINE])).strip(" ,.:;-–|")
             for line in clean(text).text.splitlines())
    return next(filter(None, lines), "")


def _is_name(line: str) -> bool:
    """Whether it could be what people call a team, such as “Leaving Care Service”: no sentence, no instruction."""
    return (len(line.split()) <= _LONGEST_NAME and not _SENTENCE.search(line)
            and _folded(line) not in NOBODY and any(sign.isalpha() for sign in line))
