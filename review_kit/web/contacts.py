"""The telephone numbers and e-mail addresses that a page publishes, wherever in it they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import parse_qsl, unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from review_kit.rows import emails, phones
from review_kit.rows.phone_faults import possible
from review_kit.rows.phone_words import WHATSAPP
from review_kit.rows.text import clean
from review_kit.web.fax import is_fax

KEPT = 50
"""Of each kind; a page with more is a directory."""
FIRST, LAST = 30_000, 20_000
"""Characters of a long text that are searched at its two ends: numbers stand at the top of a page, or at its foot."""
_CALLED = ("tel:", "callto:", "sms:")
_DIALLED_ON = re.compile(r"[?;]|(?<=\d)[pw](?=\d)", re.IGNORECASE)
"""What follows a number in a link: parameters, or digits that are dialled after a wait (RFC 3601)."""
_ADDRESS = re.compile(r"[a-z][a-z0-9+.\-]{1,30}://\S+", re.IGNORECASE)
_PROTECTED = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-fA-F]{4,512})$")
_SENT_TO = re.compile(r"(?:^[^?]*/|[?&]phone=)(?:\+|%2B|%20| )?(\d{9,15})(?!\d)", re.IGNORECASE)
_MAILBOXES = re.compile(r"[;,]|&(?=\w+=)")
_LONGEST = 500
"""Characters of a link or of data in which addresses are looked for."""
_SPACES = re.compile(r"\s+")
_SPELT = re.compile(
    r"(?<![\w.+\-])([\w.+\-]{1,64})\s?[\[({]\s?at\s?[\])}]\s?"
    r"([\w\-]{1,63}(?:\s?(?:\.|[\[({]\s?dot\s?[\])}])\s?[\w\-]{1,63}){1,4})", re.IGNORECASE)
"""`team [at] club [dot] example`: hidden from robots, and plain to people."""
_DOT = re.compile(r"\s?(?:\.|[\[({]\s?dot\s?[\])}])\s?", re.IGNORECASE)

Data = Iterable[tuple[str, str]]
"""(key, text) pairs of the page's structured data."""


def searched(text: str) -> str:
    """The part of a page's visible text in which contacts are looked for."""
    return text if len(text) <= FIRST + LAST else f"{text[:FIRST]}\n{text[-LAST:]}"


def phones_of(tree: LexborHTMLParser, links: Iterable[str], data: Data, text: str) -> tuple[str, ...]:
    """Every number that a page publishes, as written; a number to send faxes to is none.

    Args:
        tree: the page.
        links: the addresses of its links.
        data: its structured data.
        text: what of it is visible.
    """
    seen, none = _seen(text)
    struck = _struck(tree, seen)
    none |= struck
    linked = (number for number in _linked(links) if possible(number) not in none)
    return _kept([*linked, *_named(data, "telephone"), *_marked(tree, "telephone"),
                  *(number for number in seen if possible(number) not in struck)], 40)


def _struck(tree: LexborHTMLParser, seen: Iterable[str]) -> frozenset[str]:
    """The numbers that stand struck through, and nowhere else in the text."""
    through = Counter(possible(number) for node in tree.css("del, s, strike")[:KEPT]
                      for number in _seen((node.text(separator=" ") or "")[:_LONGEST])[0])
    shown = Counter(map(possible, seen))
    return frozenset(key for key, times in through.items() if key and shown[key] <= times)


def _linked(links: Iterable[str]) -> Iterator[str]:
    for address in links:
        scheme = next((each for each in _CALLED if address.casefold().startswith(each)), "")
        if scheme:
            yield _DIALLED_ON.split(unquote(address[len(scheme):]))[0]
        elif _is_whatsapp(address) and (sent_to := _SENT_TO.search(address)):
            yield f"+{sent_to[1]}"


def _is_whatsapp(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "whatsapp" or parts.hostname in WHATSAPP


def _seen(text: str) -> tuple[list[str], frozenset[str]]:
    """The numbers of the visible text as written, and those that it gives as fax numbers alone.

    Short codes count where their words stand beside them.
    """
    text = clean(searched(text)).text
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    rung: list[str] = []
    keys: dict[bool, set[str]] = {True: set(), False: set()}
    done = 0
    for start, here in groupby(phones.scan(text), key=lambda one: one.start):
        numbers = list(here)
        end = max(one.end for one in numbers)
        fax = is_fax(text, done, start, end)
        keys[fax].update(one.normalised for one in numbers)
        rung += [text[start:one.end] for one in numbers if one.normalised and not fax]
        done = end
    return rung, frozenset(keys[True] - keys[False])


def emails_of(tree: LexborHTMLParser, links: Iterable[str], data: Data, text: str) -> tuple[str, ...]:
    """Every e-mail address that a page publishes, in small letters; those that it hides from robots too.

    Args:
        tree: the page.
        links: the addresses of its links.
        data: its structured data.
        text: what of it is visible.
    """
    links = list(links)
    codes = [*(match[1] for a in links if (match := _PROTECTED.search(a))),
             *(node.attributes.get("data-cfemail") or "" for node in tree.css("[data-cfemail]")[:KEPT])]
    told = (*(a for a in links if a.casefold().startswith("mailto:")), *_named(data, "email"), *_marked(tree, "email"),
            *map(_uncovered, codes))
    shown = _SPELT.sub(_in_signs, _ADDRESS.sub(" ", clean(searched(text)).text))
    seen = (one.normalised for one in emails.scan(shown))
    return _kept([*(address for each in told for address in _addresses(each)), *seen], 254)


def _addresses(written: str) -> Iterator[str]:
    """The addresses of a link or of data: one or several, with names, subjects and escapes around them."""
    while written[:7].casefold() == "mailto:":
        written = written[7:]
    to, _, asked = written[:_LONGEST].partition("?")
    also = (value for name, value in parse_qsl(asked) if name.casefold() == "to")
    for words in (unquote(to), *also):
        for part in _MAILBOXES.split(words):
            found = [one.normalised for one in emails.scan(clean(part).text) if one.normalised]
            yield from found or [emails.possible(part.strip())]


def _in_signs(spelt: re.Match[str]) -> str:
    return f"{spelt[1]}@{_DOT.sub('.', spelt[2])}"


def _uncovered(code: str) -> str:
    """An address that Cloudflare covered up: the first byte is mixed into each of the others."""
    try:
        key, *signs = bytes.fromhex(code)
    except ValueError:
        return ""
    return bytes(sign ^ key for sign in signs).decode("utf-8", "replace")


def _named(data: Data, name: str) -> Iterator[str]:
    """What structured data calls by a name, with or without the vocabulary's."""
    return (value for key, value in data if key.casefold().rpartition(":")[2] == name)


def _marked(tree: LexborHTMLParser, name: str) -> Iterator[str]:
    """What microdata calls by a name."""
    for node in tree.css(f"[itemprop={name}]")[:KEPT]:
        yield node.attributes.get("content") or node.text(separator=" ") or ""


def _kept(found: Iterable[str], longest: int) -> tuple[str, ...]:
    said = (_SPACES.sub(" ", each).strip()[:longest] for each in found)
    return tuple(dict.fromkeys(each for each in said if each))[:KEPT]
