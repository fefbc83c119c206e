"""What on a page speaks for a service beside its words: its contacts, its address, the name of its site."""

import re
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import unquote, urlsplit

from review_kit.model import ContactKind, Page, Service
from review_kit.stems import stem

SHORTEST_BRAND = 5
"""Letters of a host's own label that cannot stand on a page by chance."""
_NOBODYS = frozenset("gov nhs co org ac sch police ltd plc me net com uk www".split())  # noqa: SIM905 - easier to read
"""Labels of a host that belong to nobody in particular."""
_SAYS_NOTHING = frozenset("home index default page pages html aspx service services node view about".split())  # noqa: SIM905
_SMALL = frozenset({"and", "for", "of", "the", "in"})
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.IGNORECASE)
_LEAST_DIGITS = 10
"""Short codes such as 116 123 stand at the foot of many pages and say nothing."""


def contacts_on(page: Page, service: Service) -> Iterator[str]:
    """The phone numbers and e-mail addresses of a service that the page publishes too."""
    phones = {"".join(filter(str.isdigit, phone))[-_LEAST_DIGITS:] for phone in page.phones}
    for contact in service.contacts:
        digits = contact.normalised.lstrip("+")[-_LEAST_DIGITS:] if contact.kind is ContactKind.PHONE else ""
        if (len(digits) == _LEAST_DIGITS and digits in phones) or contact.normalised in page.emails:
            yield contact.normalised


def address_words(url: str, page: Page, council: Collection[str]) -> tuple[str, ...]:
    """The words of an address's last two parts that stand in title and headings; of a part, half must or none do."""
    shown = {stem(word) for word in _WORD.findall(" ".join((page.title, *page.headings)).casefold())}
    parts = [part for part in urlsplit(url).path.split("/") if part][-2:]
    return tuple(word for part in parts for word in _shown_of(part, shown, _SAYS_NOTHING | set(council)))


def path_words(url: str) -> frozenset[str]:
    """The words of an address's path that say what its page is about."""
    parts = urlsplit(url).path.casefold().split("/")
    return frozenset(word for part in parts for word in _WORD.findall(unquote(part))) - _SAYS_NOTHING


def _shown_of(part: str, shown: Collection[str], nothing: Collection[str]) -> list[str]:
    said = sorted(set(_WORD.findall(unquote(part).casefold())).difference(nothing))
    found = [word for word in said if stem(word) in shown]
    return found if len(found) * 2 >= len(said) else []


def brand(url: str) -> str:
    """A host's own label: trentpts of www.trentpts.co.uk; '' for hosts of the public sector at large (nhs.uk)."""
    labels = [label for label in (urlsplit(url).hostname or "").split(".")[:-1] if label not in _NOBODYS]
    return labels[-1].replace("-", "") if labels else ""


def own_site(url: str, names: Iterable[str]) -> str:
    """The host's label where it is one of the names, or its initials; hosts are spelt without spaces."""
    label = brand(url)
    return label if len(label) >= 3 and any(label in {squeezed(name), _initials(name)} for name in names) else ""


def brand_on(shown: str, url: str) -> str:
    """The host's label where the page shows it in words, be they spaced; not where it only prints its address."""
    label = brand(url)
    on_page = len(label) >= SHORTEST_BRAND and label in squeezed(_ADDRESS.sub(" ", shown))
    return label if on_page else ""


def squeezed(text: str) -> str:
    """Letters and digits alone, in lower case: how a host would be spelt."""
    return "".join(filter(str.isalnum, text.casefold()))


def _initials(name: str) -> str:
    return "".join(word[0] for word in _LETTERS.findall(name.casefold()) if word not in _SMALL)
