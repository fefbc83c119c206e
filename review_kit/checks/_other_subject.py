"""Is the page still about its service? Against last year's page where there is one, else by what the register holds.

Positive evidence is needed to call it another subject; that nothing of the service was found is only a doubt.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from rapidfuzz import fuzz

from review_kit.about import COMMON, TITLE_OTHER, About, Likeness, likeness, own_names, provider_words, rare_words
from review_kit.checks._addresses import is_front_page
from review_kit.checks._asked import Asked
from review_kit.checks._audience import other_audience, other_country
from review_kit.checks._drift import drift
from review_kit.checks._page_kind import page_kind
from review_kit.checks._placeholders import placeholder
from review_kit.checks._subjects import hardly_of_help, of_its_field, other_subject, silent
from review_kit.checks.link_moved import works
from review_kit.checks.link_short import shortener_of
from review_kit.model import Page, Visit
from review_kit.spellings import searchable
from review_kit.stems import stem
from review_kit.traces import brand, contacts_on, path_words, squeezed

THIN = 200
"""Characters of text below which a page says too little to be judged by its words."""
_WELSH = frozenset({"yn", "ydy", "mae", "gan", "gyda", "chi", "ein", "eich", "gwasanaeth", "pobl", "ifanc", "cymorth",
                    "neu", "cymru", "gwybodaeth"})
_ENGLISH = frozenset("the and of to a in is for you we our your with are or".split())  # noqa: SIM905 - easier to read
LATIN = 0x24F
"""The last of the letters with which the languages of western Europe are written (Unicode, Latin Extended-B)."""
FAR = ("HIRAGANA", "KATAKANA", "HANGUL", "THAI", "CJK")
"""How the letters of the far east begin in Unicode's names."""
ENGLISH = 0.08
"""Share of these words in an English text: it is seldom below 0.2, and a menu thins it."""
NEITHER = "Not one word of its address or of its area of support stands on the page."
SILENT = "Not one of its words speaks of the service, of its provider, or of any help."
NO_HELP = "Of all its words hardly one speaks of help, or of what the entry is about."
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAYS_NOTHING = frozenset({"home", "welcome", "index", "mysite", "untitled", "page", "site", "website", "new", "tab"})


class Subject(Enum):
    """What the page is about."""

    SAME = "this service, or nothing speaks against it"
    DOUBT = "perhaps another"
    OTHER = "another"


@dataclass(frozen=True, slots=True)
class Judged:
    """What the page is about, and why, as evidence."""

    subject: Subject
    why: str = ""


SAME = Judged(Subject.SAME)


def judged(a: Asked) -> Judged:
    """What a link's page is about; two checks ask, and it is worked out once."""
    return a.facts.once(("subject", a.service.place, a.link), lambda: _judged(a))


def _judged(a: Asked) -> Judged:
    if not works(a.visit):
        return SAME
    page, old = a.visit.page, a.facts.earlier.baseline.get(a.link.url)
    if not _too_little(page):
        now = likeness(a.facts.register, a.service, a.link, page, url=a.visit.final_url)
        if old is not None and not _too_little(old.page):
            return _since_last_year(a, old, now)
        first = _first_year(a, now)
        if first.subject is not Subject.SAME:
            return first
    if old is not None and old.page.title == page.title:
        return SAME
    if _readable(page) and placeholder(a) is None and silent(a):
        return Judged(Subject.DOUBT, SILENT)
    if others := _for_others(a):
        return Judged(Subject.DOUBT, others)
    if told := other_subject(a) or page_kind(a):
        return Judged(Subject.DOUBT, told.in_words)
    return Judged(Subject.DOUBT, NO_HELP) if _no_word_of_help(a) else SAME


def _for_others(a: Asked) -> str:
    """Whom the page is for, in words, where that is nobody the register is for; '' where it does not say so."""
    if told := other_audience(a):
        return f"It says that it is for others (“{told}”), and speaks of no young person."
    if marks := other_country(a):
        return f"It speaks of another country: {', '.join(f'“{mark}”' for mark in marks[:6])}."
    return ""


def _no_word_of_help(a: Asked) -> bool:
    page = a.visit.page
    return _in_english(page) and hardly_of_help(a) and not _too_little(page) and not any(contacts_on(page, a.service))


def _too_little(page: Page) -> bool:
    """PDFs, thin and script-only pages, and pages in Welsh or other letters, whose words the register does not hold."""
    words = page.text[:2_000].casefold().split()
    welsh = page.language.startswith("cy") or len(_WELSH & set(words)) >= 4
    return len(page.text) < THIN or welsh or _in_other_letters(page)


def _readable(page: Page) -> bool:
    """Whether it is a page of the web, which has words or a title, in letters that people here may need.

    In those of the far east, lapsed names are filled; a page in Arabic or Urdu may well be for young refugees.
    """
    html = not page.content_type or "html" in page.content_type
    foreign = _in_other_letters(page) and not _in_letters_of(page, *FAR)
    return html and bool(page.words or page.title) and not foreign


def _in_letters_of(page: Page, *scripts: str) -> bool:
    letters = [unicodedata.name(sign, "") for sign in page.text[:500] if sign.isalpha()]
    return sum(name.startswith(scripts) for name in letters) * 3 > len(letters)


def _in_other_letters(page: Page) -> bool:
    """Whether a page is written in letters other than those of the register: Arabic, Urdu, Ukrainian."""
    letters = [sign for sign in page.text[:2_000] if sign.isalpha()]
    return sum(ord(sign) > LATIN for sign in letters) * 3 > len(letters)


def _since_last_year(a: Asked, old: Visit, now: Likeness) -> Judged:
    page = a.visit.page
    found = drift(old.page.text, page.text)
    then = likeness(a.facts.register, a.service, a.link, old.page, url=old.final_url)
    if found.same or _kept(then, now) or (not found.other and old.page.title == page.title != ""):
        return SAME
    told = f"Compared with the page of {old.at[:10]}, titled “{old.page.title}”: {found.in_words}."
    if found.other and now.level is not About.PLAINLY:
        return Judged(Subject.OTHER, told)
    return Judged(Subject.DOUBT, told)


def _kept(then: Likeness, now: Likeness) -> bool:
    """Whether most of what spoke for the service last year still does: a redesign keeps names and rare words.

    The name of the site itself stands on each of its pages, whatever they are about, so it counts only where nothing
    else spoke for the service.
    """
    before, after = _beyond_the_site(then), _beyond_the_site(now)
    if not before:
        before, after = {*then.names, *then.words}, {*now.names, *now.words}
    return bool(before) and len(before & after) * 2 > len(before)


def _beyond_the_site(found: Likeness) -> set[str]:
    """Names and rare words that are not the site's own name, nor a part of it."""
    label = found.site or found.brand
    return {word for word in (*found.names, *found.words) if squeezed(word) not in label}


def _first_year(a: Asked, now: Likeness) -> Judged:
    pasted, today = a.link.title, a.visit.page.title
    if _nameless(now) and _tells(today):
        return Judged(Subject.DOUBT, "The address is the provider's own, and its name stands nowhere on the page.")
    if not (now.names or now.contacts) and _neither(a):
        return Judged(Subject.DOUBT, NEITHER)
    if now.shown:
        return SAME
    if not now.brand and pasted and _tells(pasted) and _tells(today) and fuzz.token_set_ratio(
            pasted.casefold(), today.casefold()) < TITLE_OTHER:
        return Judged(Subject.OTHER, f"The register holds the title “{pasted}”, and today's is “{today}”.")
    expected = own_names(a.facts.register, a.service) or rare_words(a.facts.register, a.service)
    return Judged(Subject.DOUBT) if expected and _deep(a) and not of_its_field(a) else SAME


def _neither(a: Asked) -> bool:
    """Whether not one word of a page's own address, nor of its entry's area of support, stands on the page.

    The provider's name does not count: it stands on each page of its site, whatever became of this one. A page in
    another language, or without words, says nothing.
    """
    page = a.visit.page
    site = brand(a.visit.final_url)
    provider = {*_WORD.findall(searchable(provider_words(a.service)).casefold())}
    said, asked = ({word for word in words if word not in provider and word not in site} for words in (
        path_words(a.link.url), _WORD.findall(searchable(a.service.name).casefold())))
    asked -= COMMON
    if not said or not asked or not _deep(a) or not _in_english(page):
        return False
    shown = {stem(word) for word in _WORD.findall(" ".join((page.title, *page.headings, page.text)).casefold())}
    return not any(stem(word) in shown for word in (*said, *asked)) and not of_its_field(a)


def _in_english(page: Page) -> bool:
    words = page.text[:2_000].casefold().split()
    return (not page.language or page.language.startswith("en")) and sum(
        word in _ENGLISH for word in words) >= len(words) * ENGLISH


def _nameless(now: Likeness) -> bool:
    """Whether a provider's own site shows nothing of the provider: whoever takes a host over has its address too."""
    return bool(now.site) and not (now.brand or now.address) and now.level is About.NOTHING


def _tells(title: str) -> bool:
    """Whether a title says what a page is about; a builder's own does not."""
    words = set(re.findall(r"[^\W\d_]{3,}", title.casefold()))
    return bool(words - _SAYS_NOTHING - COMMON)


def _deep(a: Asked) -> bool:
    """Whether a page of its own was registered: a front page need not name every service."""
    short = shortener_of(a.link.url, a.facts)
    return not is_front_page(a.visit.final_url) and (bool(short) or not is_front_page(a.link.url))
