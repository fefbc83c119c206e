"""From the bytes of a page to facts. No signature is matched here: that is for checks."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from review_kit.model import MAIN_KEPT, TEXT_KEPT, Page
from review_kit.web.charset import decoded
from review_kit.web.contacts import emails_of, phones_of
from review_kit.web.main_text import main_text

UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object")
HEADINGS, MARKS, FRAGMENTS, LINKS, HOSTS = 20, 200, 20, 150, 100
FRAGMENT_LENGTH = 200
TAGS = 20_000
"""A page is read up to this tag, far beyond any that people write: the parser's time grows by the square of nesting."""
SITEMAP_LINKS = 1_000
_LOC = re.compile(rb"<loc>([^<]{1,2000})</loc>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z]")
_WBR = re.compile(r"<wbr ?/?>", re.IGNORECASE)
"""Where a long word may be broken: nothing stands there, least of all a space in the middle of an address."""
_REVIEWED = re.compile(
    r"(page last reviewed|last reviewed|next review due|review date|last updated|date published|withdrawn on)"
    r"\s*:?\s*(\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}|[A-Z][a-z]{2,8}\s+\d{4})",
    re.IGNORECASE)
_DATES_IN_DATA = ("datePublished", "dateModified", "lastReviewed", "expires")
_DATES_IN_META = ("article:modified_time", "article:published_time", "dcterms.modified", "last-modified")


def read_page(body: bytes, *, content_type: str, url: str, truncated: bool = False) -> Page:
    """The facts of a body. Anything but HTML or plain text gives its size and hash alone.

    Args:
        body: the bytes read, decompressed.
        content_type: the Content-Type header; '' is taken for HTML where the body looks like it.
        url: the address it came from, for links without a host.
        truncated: whether reading was stopped before the end.
    """
    kind = content_type.partition(";")[0].strip().casefold()
    digest = hashlib.sha256(body).hexdigest()
    if kind.startswith("text/plain") or not _is_html(kind, body):
        text = _lines(decoded(body, content_type)[0]) if kind.startswith("text/") else ""
        listed = tuple(_listed(body)) if kind.endswith(("/xml", "+xml")) else ()
        return Page(content_type=kind, text=text[:TEXT_KEPT], words=len(text.split()), links=listed,
                    bytes_read=len(body), truncated=truncated, body_hash=digest)
    whole, charset = decoded(body, content_type)
    text = _up_to_tag(whole, TAGS)
    page = _html(LexborHTMLParser(_WBR.sub("", text)), url)
    return replace(page, content_type=kind, charset=charset, bytes_read=len(body),
                   truncated=truncated or len(text) < len(whole), body_hash=digest)


def _listed(body: bytes) -> Iterator[tuple[str, str]]:
    """The pages that a sitemap lists (sitemaps.org)."""
    for found in islice(_LOC.finditer(body), SITEMAP_LINKS):
        yield unescape(found[1].decode("utf-8", "replace").strip())[:2000], ""


def _up_to_tag(text: str, number: int) -> str:
    beyond = next(islice(_TAG.finditer(text), number, None), None)
    return text[:beyond.start()] if beyond else text


def _is_html(kind: str, body: bytes) -> bool:
    return "html" in kind or (not kind and b"<" in body[:512] and b"\x00" not in body[:512])


def _html(tree: LexborHTMLParser, url: str) -> Page:
    meta = dict(_meta(tree))
    scripts = tree.css("script")
    data = list(_structured_data(scripts))
    links = list(_links(tree, url))
    own = (link for link in links if urlsplit(link[0]).netloc == urlsplit(url).netloc)
    own_links = tuple((address, _text_of(node)[:120]) for address, node in islice(own, LINKS))
    addresses = [address for address, _ in links]
    fragments = tuple(text[:FRAGMENT_LENGTH] for text in islice(_fragments(tree, scripts), FRAGMENTS))
    marks, passwords = tuple(_marks(tree))[:MARKS], len(tree.css("input[type=password]"))
    script_hosts = _hosts(_address(url, src) for node in scripts if (src := node.attributes.get("src")))
    title, headings = _text_of(tree.css_first("title")), tuple(_headings(tree))
    language = (tree.root.attributes.get("lang") if tree.root else "") or ""
    text = _visible(tree)
    page = Page(
        language=language.casefold(), title=title[:300],
        headings=headings, text=text[:TEXT_KEPT], words=len(text.split()), meta=meta, marks=marks, fragments=fragments,
        link_hosts=_hosts(addresses), script_hosts=script_hosts, links=own_links, password_fields=passwords,
        phones=phones_of(tree, addresses, data, text), emails=emails_of(tree, addresses, data, text),
        dates=_dates(data, meta, text))
    return replace(page, main=main_text(tree)[:MAIN_KEPT])  # it takes the tree apart


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    """Plain text with its lines, which mean something there; empty ones left out."""
    return "\n".join(line for line in map(_squeezed, text.splitlines()) if line)


def _text_of(node: LexborNode | None) -> str:
    return _squeezed(node.text(separator=" ")) if node is not None else ""


def _headings(tree: LexborHTMLParser) -> Iterator[str]:
    """The first headings that hold words. Not every one is asked for its text: a hostile page nests thousands."""
    found = (_text_of(node)[:200] for node in tree.css("h1, h2, h3")[:5 * HEADINGS])
    return islice(filter(None, found), HEADINGS)


def _visible(tree: LexborHTMLParser) -> str:
    """The text a person sees; changes the tree, so it comes last."""
    tree.strip_tags(list(UNSEEN))
    return _squeezed(tree.body.text(separator=" ")) if tree.body is not None else ""


def _meta(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta")[:80]:
        of = node.attributes
        name = of.get("name") or of.get("property") or of.get("http-equiv")
        if name and of.get("content"):
            yield name.casefold()[:60], _squeezed(of["content"] or "")[:500]
    canonical = tree.css_first("link[rel=canonical]")
    if canonical is not None and canonical.attributes.get("href"):
        yield "canonical", (canonical.attributes["href"] or "")[:2000]


def _marks(tree: LexborHTMLParser) -> Iterator[str]:
    seen: set[str] = set()
    for node in tree.css("[id], [class]"):
        found = [f"#{node.attributes['id']}"] if node.attributes.get("id") else []
        found += [f".{name}" for name in (node.attributes.get("class") or "").split()]
        for mark in found:
            if mark not in seen:
                seen.add(mark)
                yield mark[:80]
        if len(seen) > MARKS:
            return


def _fragments(tree: LexborHTMLParser, scripts: list[LexborNode]) -> Iterator[str]:
    for node in [*scripts, *tree.css("noscript")]:
        if text := _squeezed(node.text() or ""):
            yield text


def _links(tree: LexborHTMLParser, url: str) -> Iterator[tuple[str, LexborNode]]:
    for node in tree.css("a[href]")[:2000]:
        if address := _address(url, node.attributes.get("href") or ""):
            yield address, node


def _address(url: str, written: str | None) -> str:
    """The address in full; '' for one that cannot be taken apart."""
    try:
        address = urljoin(url, (written or "").strip())[:2000]
        urlsplit(address).port  # noqa: B018 - raises ValueError for an address that is none
    except ValueError:
        return ""
    return address


def _hosts(addresses: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(host for a in addresses if (host := urlsplit(a).hostname)))[:HOSTS]


def _structured_data(scripts: list[LexborNode]) -> Iterator[tuple[str, str]]:
    """(key, text) pairs of JSON-LD at any depth; broken JSON is somebody else's fault and holds no facts."""
    for node in scripts:
        if "ld+json" not in (node.attributes.get("type") or ""):
            continue
        try:
            yield from _pairs(json.loads(node.text() or ""))
        except (ValueError, RecursionError):
            continue


def _pairs(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _pairs(inner, key if name == "@value" else str(name))
    elif isinstance(value, list):
        for inner in value:
            yield from _pairs(inner, key)
    elif isinstance(value, str):
        yield key, value.encode("utf-8", "replace").decode("utf-8")  # JSON may write half a character, a file may not
    elif isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10 ** 15:
        yield key, str(value)  # a telephone number that somebody typed as one


def _dates(data: list[tuple[str, str]], meta: dict[str, str], text: str) -> tuple[tuple[str, str], ...]:
    said = [(match[1].casefold(), match[2]) for match in _REVIEWED.finditer(text)]
    inside = [(key, value[:40]) for key, value in data if key in _DATES_IN_DATA]
    in_meta = [(key, meta[key][:40]) for key in _DATES_IN_META if key in meta]
    return tuple(dict.fromkeys([*said, *inside, *in_meta]))[:20]
