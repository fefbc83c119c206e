"""Whose a number or address of a page is, by the words beside it.

Beside a service's own number a page gives those of other teams, of the press office, or of the firm that built it. Only
words that plainly say so count: a number with none beside it is taken for the page's own.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from review_kit.about import COMMON
from review_kit.labels import Labelled, labelled
from review_kit.model import Contact, ContactKind, Purpose, Service, Visit
from review_kit.rows.text import squeezed
from review_kit.spellings import searchable
from review_kit.stems import stem

NEAR = 60
"""Characters between words that say whose a number is, and the number."""
DEPARTMENTS = 3
"""Numbers with labels of their own that make a page about contact a list of departments."""
_ADDRESS = re.compile(r"\S+@\S+|\S+://\S+|\bwww\.\S+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LINES = re.compile(r"[\n,;|()/]| [-–—] ")
_SAY_NOTHING = frozenset(map(stem, (*COMMON, *"""
    the and for you our his her can may use who how any all new not was are has its via per ext nhs
    telephone telephones phone phones tel mobile mob text texts ring call calls dial line lines helpline freephone fax
    email emails mail minicom textphone voicemail answerphone whatsapp switchboard reception enquiries enquiry details
    address road street lane avenue close house building floor hall unit postcode map hours opening times
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun weekdays weekends
    january february march april june july august september october november december noon midday
    please main general office direct speak book booking bookings find talk write leave message
""".split())))  # noqa: SIM905 - a list of words is read more easily without its quotes
"""Stems that name nobody: words of the field, and those that stand before any number."""

# For whom a number is that is not for people who need the service. Menus hold these words too: they must lead up to it.
_FOR_OTHERS = re.compile(
    r"\b(?:press (?:office|team|enquiries|contact)s?|media (?:office|team|enquiries|contact|relations)s?|journalists?|"
    r"donat(?:e|es|ion|ions|ing)|fundrais(?:er|ers|ing)|legac(?:y|ies)|(?-i:GIVE)\d*|"
    r"(?:room|hall|venue|pitch|minibus|studio|equipment) hire|hire (?:a|the|our) (?:room|hall|venue|pitch)|"
    r"complain(?:t|ts|ing)?|(?-i:PALS)|patient advice|compliments|"
    r"vacanc(?:y|ies)|recruitment|human resources|(?-i:HR)|about (?:this|the) (?:job|post|role)|(?-i:CVs?)|"
    r"work with us|web ?master|parking|data protection|freedom of information|subject access|invoices|accounts payable|"
    r"procurement|suppliers|social care|safeguarding|worried about a child|volunteer(?:s|ing)?|taxis?|cabs|traveline|"
    r"(?-i:Ofsted|CQC)|care quality commission|ombudsman|charity commission|regulator|information commissioner)\b",
    re.IGNORECASE)
_LEADS_UP = re.compile(
    r"(?:[\s:,–(-]*(?:office|team|line|enquiries|enquiry|manager|officer|department|lead|and|tel|telephone|phone|"
    r"mobile|call|ring|contact|e-?mail|on|at|is|number|please|to)\b\.?)*[\s:,–(-]*|(?-i:[a-z ,]{0,20}):[^:]*|"
    r".*\b(?:call|ring|phone|contact|e-?mail|text|speak to|write to|send)\b[^.]{0,50}\b(?:on|at|to|via)\s*",
    re.IGNORECASE)
"""What stands between such words and a number that is theirs: small words, a colon, or “… call Sam on”."""
_OF_A_LABEL = re.compile(r"[:,]|\s(?:on|at|to)\s", re.IGNORECASE)
_BUILT_BY = re.compile(
    r"\b(?:(?:web)?site|web ?pages?) (?:(?:was|is) )?(?:designed|built|made|developed|hosted)? ?by\b|"
    r"\bweb ?design(?:ed)? by\b", re.IGNORECASE)
_BEHIND = re.compile(r"[\s,)]*to (?:donate|give (?:£|a |\d))|\s*\((?:press|media|journalists?)\b", re.IGNORECASE)
_COMPANY = re.compile(r"\bcookies?\b.{0,120}\b(?:ltd|limited|inc|llc|gmbh|plc)\b.{0,60}$", re.IGNORECASE | re.DOTALL)
_OURS = re.compile(r"\b(?:us|our|we)\b", re.IGNORECASE)
_RUNG = re.compile(r"\b(?:call|ring|phone|telephone|tel|dial|speak)\b", re.IGNORECASE)
_TEXTED = re.compile(r"\b(?:text(?:s|ing)?|sms|whats ?app)\b", re.IGNORECASE)
_FAXED = re.compile(r"\b(?:fax|facsimile)\b", re.IGNORECASE)
_HOUSE = re.compile(r"\b(?:switchboard|head ?quarters|head office|customer services?|contact centre)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"\b(?:out[- ]of[- ](?:office[- ])?hours|emergency duty|box office|tickets?|minicom|textphone|text relay|"
    r"(?:other|another|different) languages?|large print|braille|interpreters?)\b", re.IGNORECASE)
_STRANGERS = re.compile(
    r"\b(?:other|more) (?:(?:local|useful|helpful|support|national) )*"
    r"(?:services|organisations|contacts|numbers|helplines|charities|agencies|support)\b|"
    r"\buseful (?:contacts|numbers|links|organisations|websites)\b|"
    r"\b(?:from|about) our (?:neighbours|partners|friends)\b|"
    r"\bour (?:neighbours|partner (?:organisations|charities))\b", re.IGNORECASE)
"""A heading over what other bodies offer."""
_NEWS = re.compile(r"(?:(?:latest|recent|our|local) )*news\b", re.IGNORECASE)
_TO_WHOM = re.compile(r"\b(?i:ring|call|phone|contact|text|email|ask|by|from)\s(?:the\s)?((?:[A-Z][\w'’]+[\s,]+){2,4})")
"""A name of several words; one word is more often a person's of the service's own."""
_BODY = re.compile(
    r"\b(?:Service|Foundation|Fund|Trust|Council|Centre|Pharmacy|Surgery|Clinic|Hospital|Nursery|School|Church|Society|"
    r"Association|Charity|Library|Shop|Bank|Company|Ltd|Police|Care)s?\b")


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page says of the numbers, or of the addresses, that stand in its text, as contacts are compared.

    `others` are somebody else's, with the words that say so. `named` stand beside the entry's own name. `house` are
    the whole organisation's; `aside` are for some hours or people, or those of a body that a sentence names; `texted`
    are for messages alone; `shown` are all.
    """

    others: Mapping[str, str]
    named: frozenset[str]
    house: frozenset[str]
    aside: frozenset[str]
    texted: frozenset[str]
    shown: frozenset[str]

    @property
    def plain(self) -> frozenset[str]:
        """Those that nothing keeps from being the service's own, for everybody and by day."""
        return self.shown - self.others.keys() - self.house - self.aside


def beside(visit: Visit, service: Service, kind: ContactKind, helplines: frozenset[str]) -> Beside:
    """What a page that speaks for an entry says of the numbers, or of the addresses, in its text.

    Args:
        visit: the look that showed the page.
        service: the entry.
        kind: numbers or addresses.
        helplines: numbers that any page may give at its foot; of them nothing is said.
    """
    places = tuple(one for one in labelled(visit.page, kind) if one.key not in helplines)
    return _beside(places, visit.page.title, visit.page.headings, visit.purpose is Purpose.CONTACT_PAGE,
                   (service.section, service.name, service.provider))


@lru_cache(maxsize=2_000)  # several checks ask for the same contact
def _beside(places: tuple[Labelled, ...], title: str, headings: tuple[str, ...], about_contact: bool,
            entry: tuple[str, str, str]) -> Beside:
    words = "\n".join(entry).casefold()
    own, about = _stems(f"{words} {title}"), _stems(title)
    teams = {*_of_other_teams(places, about, headings, _names(*entry[1:], about)),
             *(_of_departments(places, about, own) if about_contact else ())}
    others = _everywhere(places, lambda one: one in teams or _for_others(one, words) or _of_strangers(one, own))
    return Beside(
        {one.key: squeezed(one.label)[-NEAR:] for one in reversed(places) if one.key in others},
        frozenset(one.key for one in places if _is_named(one, _names(*entry[1:], about))),
        _everywhere(places, lambda one: _near(_HOUSE, one.clause) is not None),
        _everywhere(places, lambda one: _near(_ASIDE, one.clause) is not None or _of_a_body(one, own)),
        _everywhere(places, lambda one: _is_texted(one.clause)), frozenset(one.key for one in places))


def is_for_texts(service: Service, contact: Contact) -> bool:
    """Whether the entry says of its number that it is for messages: “Text 07…”."""
    cells = (service.provider, *service.values.values())
    before = (cell.partition(contact.as_written)[0] for cell in cells if contact.as_written in cell)
    return any(_is_texted(words.rpartition("\n")[2]) for words in before)


def _is_texted(clause: str) -> bool:
    return _near(_TEXTED, clause) is not None and not _RUNG.search(clause)


def _near(words: re.Pattern[str], clause: str) -> re.Match[str] | None:
    """The last such words of a clause that is about to give a number."""
    found = list(words.finditer(clause))
    return found[-1] if found and len(clause) - found[-1].end() <= NEAR else None


def _everywhere(places: Sequence[Labelled], told: Callable[[Labelled], bool]) -> frozenset[str]:
    """The contacts of which something is told wherever they stand."""
    return frozenset(one.key for one in places) - {one.key for one in places if not told(one)}


def _names(name: str, provider: str, about: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The entry's names as stems, without what the page's title says of everything on it."""
    lines = _LINES.split(f"{name}\n{searchable(provider)}")
    return tuple(filter(None, (_stems(line) - about for line in lines)))


def _stems(words: str) -> frozenset[str]:
    return frozenset(map(stem, _WORD.findall(_ADDRESS.sub(" ", words).casefold()))) - _SAY_NOTHING


def _says(words: str, names: Sequence[frozenset[str]]) -> bool:
    stems = _stems(words)
    return any(name <= stems for name in names)


def _is_named(one: Labelled, names: Sequence[frozenset[str]]) -> bool:
    """Whether its heading or its clause says a name of the entry; the sentence before may speak of anything."""
    return _says(one.heading, names) or _says(one.clause, names)


def _of_other_teams(places: Sequence[Labelled], about: frozenset[str], headings: Sequence[str],
                    names: Sequence[frozenset[str]]) -> Iterator[Labelled]:
    """Places whose label names somebody else, on a page that gives the entry a place of its own."""
    own = frozenset[str]().union(*names)
    named = {one.key for one in places if _is_named(one, names)}
    headed = any(_says(heading, names) for heading in headings)
    for one in places:
        apart = bool(named - {one.key}) or (headed and bool(_stems(one.heading) - about))
        if apart and (says := _stems(one.label)) - about and not says & own:
            yield one


def _of_departments(places: Sequence[Labelled], about: frozenset[str], own: frozenset[str]) -> Iterator[Labelled]:
    """Places whose label names somebody else, in a page about contact that lists many."""
    specific = [one for one in places if _stems(one.label) - about]
    if len({one.key for one in specific}) >= DEPARTMENTS:
        yield from (one for one in specific if not _stems(one.label) & own)


def _for_others(one: Labelled, entry: str) -> bool:
    """Whether a number is for journalists, givers and the like; “to give, ring us on …” is the charity's own."""
    if _BEHIND.match(one.behind) or _COMPANY.search(one.before) or _near(_BUILT_BY, one.clause):
        return True
    if _near(_FAXED, one.clause) and not _RUNG.search(one.clause):
        return True
    found = _near(_FOR_OTHERS, one.clause)
    return (found is not None and found[0].casefold() not in entry and not _in_a_menu(found, one)
            and not _OURS.search(one.clause, found.end()) and _LEADS_UP.fullmatch(one.clause, found.end()) is not None)


def _in_a_menu(found: re.Match[str], one: Labelled) -> bool:
    """Whether a word seems to be a menu's: `Stories Donate Tel 0114 …`; what follows a label or a name shows it."""
    alone = found[0].istitle() and found[0].isalpha() and found.start() > 0
    return alone and found[0] not in one.heading and not _OF_A_LABEL.match(one.clause, found.end())


def _of_strangers(one: Labelled, own: frozenset[str]) -> bool:
    """Whether a number stands under a heading about other bodies, or in news that sends people to one by its name."""
    if _OURS.search(one.clause.removeprefix(one.heading)):
        return False
    return any(map(_STRANGERS.search, one.under)) or (
        any(map(_NEWS.match, one.under)) and bool(_to_whom(one, own)))


def _of_a_body(one: Labelled, own: frozenset[str]) -> bool:
    """Whether the words send people to another body by its name: “call the Gas Emergency Service on …”."""
    return _BODY.search(_to_whom(one, own)) is not None


def _to_whom(one: Labelled, own: frozenset[str]) -> str:
    """The name to which a clause sends people, where it shares no word with the entry's and its page's."""
    found = _TO_WHOM.search(one.clause)
    stems = _stems(found[1]) if found else frozenset()
    return found[1] if found and stems and not stems & own else ""
