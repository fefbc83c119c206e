"""Is a page about a service? By the names, rare words and contacts of its row, its address, and its pasted title.

Measured on old and new versions of real pages (docs/assumptions.md): names and rare words survive a redesign, and
runs of words do not. A page that shows none of them is not proved to be another's: that is for a person.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz

from review_kit.model import Link, Page, Register, Service
from review_kit.stems import stem
from review_kit.traces import address_words, brand_on, contacts_on, own_site

NAME_LIKE, TITLE_SAME, TITLE_OTHER = 88, 70, 35
"""rapidfuzz scores: a name is found from 88, a title is the same page's from 70, and another page's below 35."""
TEXT_READ = 4_000
RARE_IN = 2
"""A word is rare when it stands in at most so many rows of the register."""
COMMON = frozenset("""
    about access activities adult adults advice advisor advisors aged agencies allowance already also appointment
    area areas attend available based been being board bookable care case cases centre centres charity child
    children city clinic community contact council county criteria drop early emotional england evening experienced
    families family first foundation free general group groups have health healthcare help helps home hours house
    immediate increase information into issues kingdom leaving less limited line link links local make making meet
    mental monthly more mysite national need needed needs nhs number nurse offer online open organisation other out page
    people person personal physical place point practice programme project promote provide provided provider
    providers public reach refer referral referrals register registered relationships required safe scheme self send
    service services session sessions site social staff support supported supporting team teams than that their them
    then they this those through time training trust united universal used very visit visits website weekly welcome
    well wellbeing what when where which will with without work worker workers working young your youth
""".split())  # noqa: SIM905 - a list of words is read more easily without its quotes
"""Words of the field that any page of it may hold; with the council's own name they say nothing of one service."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTERS = re.compile(r"\b(?!(?:NHS|LAC|CIC|LTD|ICB|SEN|GPS)\b)[A-Z]{3,6}\b")
"""Bodies known by their letters, such as DECC and PTS; those that half of the field bears say nothing."""
_ADDRESS = re.compile(r"\S+://\S+|\bwww\.\S+|\S+@\S+|\([^()\s]+\.[a-z.]{2,}\)", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:\b(?:tel|telephone|phone|freephone|ring|call|text)\b[.:]?\s*)?(?:\+|\(|\b)\d[\d ()]{5,}\d", re.IGNORECASE)
"""A phone number beside a name is no part of it."""
_LONGEST_NAME = 8
"""Words of a line that may be a name; a longer line is an instruction."""
_TOLD_TO = re.compile(
    r"(?:(?:(?:self-)?referrals?|refer|access|support|escalation|signposting|help|use|mak(?:e|ing)|attend|register|to|"
    r"with|for|of|from|the|via|through|using)\b\s*)+", re.IGNORECASE)
"""What a line tells people to do before it names anybody: “Support to make referral to Trent PTS”."""
_SENTENCE = re.compile(r"\b(?:do|does|will|is|are|can|where|if|this|who|when|support with)\b")


class About(IntEnum):
    """How plainly a page is about a service."""

    NOTHING = 0
    SOMETHING = 1
    PLAINLY = 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """What of a service was found on a page."""

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    title: float | None = None
    """How like today's title is to the one pasted in the register, 0 to 100; None where none was pasted."""
    contacts: tuple[str, ...] = ()
    """Phone numbers and e-mail addresses of the row that the page publishes too."""
    address: tuple[str, ...] = ()
    """Words of the registered address that the page shows: it is what its address says it is."""
    site: str = ""
    """The host's own label, where a name of the row is spelt like it, or its initials: the provider's own site."""
    brand: str = ""
    """The host's own label, where the page shows it in words: the site is still what its address says."""

    @property
    def level(self) -> About:
        """A name, two rare words or the pasted title make it plain; one rare word or contact is something.

        The address and the site say nothing here: whoever takes a host over takes its name too.
        """
        if self.names or len(self.words) >= 2 or (self.title or 0) >= TITLE_SAME:
            return About.PLAINLY
        found = self.words or self.contacts or (self.title or 0) >= TITLE_OTHER
        return About.SOMETHING if found else About.NOTHING

    @property
    def shown(self) -> bool:
        """Whether anything speaks for the service: what the page shows, its own address, or the provider's own site."""
        return self.level is not About.NOTHING or bool(self.address or self.site)

    @property
    def in_words(self) -> str:
        """What was found, as evidence."""
        found = [f"the name “{name}”" for name in self.names] + [f"the word “{word}”" for word in self.words]
        found += [f"the contact {contact}" for contact in self.contacts]
        found += [f"the word “{word}” of its address" for word in self.address]
        if self.title is not None:
            found.append(f"a title {self.title:.0f} % like the one in the register")
        if self.site or self.brand:
            found.append(f"the site's name “{self.site or self.brand}”")
        return ", ".join(found) or "neither its name nor its provider's nor any rare word of its entry"


def likeness(register: Register, service: Service, link: Link, page: Page, *, url: str = "") -> Likeness:
    """What of a service a page shows, in its title, headings and first words; `url` is where the page was found."""
    shown = " ".join((page.title, *page.headings, page.text[:TEXT_READ]))
    stems = {stem(word) for word in _WORD.findall(shown.casefold())}
    title = fuzz.token_set_ratio(link.title.casefold(), page.title.casefold()) if link.title and page.title else None
    return Likeness(
        tuple(name for name in own_names(register, service) if _stands_in(name, shown)),
        tuple(word for word in rare_words(register, service) if stem(word) in stems)[:5], title,
        tuple(contacts_on(page, service)), address_words(link.url, page, _council(register)),
        own_site(url or link.url, names(service)), brand_on(shown, url or link.url))


def _stands_in(name: str, shown: str) -> bool:
    if name.isupper() and len(name) <= 6:  # letters are a name only in capitals: ACT is not “act”
        return re.search(rf"\b{re.escape(name)}\b", shown) is not None
    plain, shown = name.casefold(), shown.casefold()
    if re.search(rf"\b{re.escape(plain)}\b", shown):
        return True
    return 8 <= len(plain) <= len(shown) and fuzz.partial_ratio(plain, shown) >= NAME_LIKE


def names(service: Service) -> tuple[str, ...]:
    """The names by which a page could call the service or its provider: short lines with something of their own."""
    found = (name for text in (service.provider, service.name) for name in _names_in(text))
    return tuple(dict.fromkeys(found))


def provider_words(service: Service) -> str:
    """What the register says of a provider: without addresses, and without the titles of pages pasted beside them.

    The words of an address or of a page's title are that page's own, and do not stand on each page of a site.
    """
    text = service.provider
    for title in {link.title for link in service.links if link.title}:
        text = text.replace(title, " ")
    return without_addresses(text)


def without_addresses(text: str) -> str:
    """A text without addresses of pages and mailboxes, however they are written."""
    return _ADDRESS.sub(" ", text)


def own_names(register: Register, service: Service) -> tuple[str, ...]:
    """Those of `names` that are more than the council's own name, which stands on every page of its site."""
    council = _council(register)
    return tuple(name for name in names(service) if _own(name) - council)


def _names_in(text: str) -> Iterator[str]:
    for line in re.split(r"[\n;|•/()]| [-–—] |,\s*(?=\d)", _NUMBER.sub("\n", _ADDRESS.sub("\n", text))):
        words = " ".join(line.split()).strip(" ,.:-–")
        name = words[told.end():] if (told := _TOLD_TO.match(words)) else words
        told_to = told is not None and told[0].casefold().strip() != "the"
        alone = told_to and " " not in name and not name.isupper()  # “register with Dentist” names nobody
        if (_own(name) and not alone and name[:1].isupper() and len(name.split()) <= _LONGEST_NAME
                and not _SENTENCE.search(name)):
            yield name


def _own(name: str) -> set[str]:
    """The words of a name that are its own: no word of the field, or letters by which a body is known."""
    letters = [] if name.isupper() and " " in name else _LETTERS.findall(name.replace("HOME", ""))
    return {word for word in _WORD.findall(name.casefold()) if word not in COMMON} | set(letters)


def rare_words(register: Register, service: Service) -> tuple[str, ...]:
    """The words of a row that few other rows hold, longest first: they are its own subject."""
    counts = _counts(register)
    council = _council(register)
    own = {word for word in _words(service) if counts[word] <= RARE_IN and word not in council}
    return tuple(sorted(own, key=lambda word: (-len(word), word)))


def _council(register: Register) -> set[str]:
    return set(_WORD.findall(register.settings.council.casefold()))


def _words(service: Service) -> set[str]:
    text = _ADDRESS.sub(" ", f"{service.name} {service.provider}".casefold())
    return {word for word in _WORD.findall(text) if word not in COMMON}


def _counts(register: Register) -> Counter[str]:
    """In how many rows of a register each word stands; counted once for a register, not once for a page."""
    return _counted(_Itself(register))


class _Itself:
    """A register as a key: equal to itself alone, for its rows hold what has no hash. It keeps the register alive."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def __hash__(self) -> int:
        return id(self.register)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.register is self.register


@lru_cache(maxsize=4)
def _counted(key: _Itself) -> Counter[str]:
    return Counter(word for service in key.register.services for word in _words(service))
