"""Addresses as they are asked: what a host may look like, and one spelling for each address."""

import re
from urllib.parse import quote, urlsplit

import idna

# Endings of the hosts that UK registers hold. Only a host that ends in one of these is seen without a scheme or
# www. before it, for prose is full of words with a stop between them ("9.30am", "Ph.D", "Sun.Closed").
# Source: the endings in the five documents that the kit was made from, GOV.UK's and the NHS's own, and the newer
# ones that charities and care services take (icann.org/resources/pages/registry-agreements).
ENDINGS = frozenset({
    "uk", "com", "org", "net", "info", "biz", "eu", "ie", "int", "io", "co", "tv", "app", "dev", "mobi",
    "charity", "health", "care", "support", "help", "community", "foundation", "online", "life", "ngo", "ong",
    "wales", "cymru", "scot", "london",
})  # fmt: skip

# Endings that are also English words: written with a capital they are more likely the next sentence ("help.Care").
WORDS_TOO = frozenset({
    "info", "int", "co", "app", "charity", "health", "care", "support", "help", "community", "foundation", "online",
    "life", "wales", "london",
})  # fmt: skip

# Endings that only count with a path behind them: youtu.be/…, bit.ly/…, forms.gle/…, wa.me/…; other countries'; and
# the two that can belong to nobody (RFC 2606), with which invented registers are written.
ENDINGS_WITH_PATH = frozenset({
    "be", "gl", "gle", "ly", "me", "page",
    "au", "ca", "ch", "cz", "de", "dk", "es", "fr", "nl", "nz", "pl", "pt", "se", "us",
    "example", "test",
})  # fmt: skip

# What ends the name of a file, not of a site: "(leaflet.pdf)".
FILE_ENDINGS = frozenset({
    "bmp", "csv", "doc", "docx", "eml", "gif", "htm", "html", "jpeg", "jpg", "md", "msg", "odt", "pdf", "png", "ppt",
    "pptx", "rtf", "txt", "xls", "xlsm", "xlsx", "xml", "zip",
})  # fmt: skip

# Two-part endings that stand under .uk (nominet.uk).
UK_ENDINGS = ("ac.uk", "co.uk", "gov.uk", "ltd.uk", "me.uk", "net.uk", "nhs.uk", "org.uk", "plc.uk", "police.uk",
              "sch.uk")

# Those of them that are websites as well; with a capital they name the body ("as GOV.UK says").
SITES_TOO = frozenset({"gov.uk", "nhs.uk", "police.uk"})

# Known for mail alone: "write from your nhs.net account" names no page.
MAIL_DOMAINS = frozenset({
    "nhs.net", "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "outlook.com", "live.co.uk", "yahoo.com",
    "yahoo.co.uk", "icloud.com", "cjsm.net", "btinternet.com",
})  # fmt: skip

# Archives whose own addresses hold another address whole.
ARCHIVES = ("web.archive.org", "webarchive.nationalarchives.gov.uk", "archive.org", "archive.ph", "archive.today")

HOST_SIGN = r"[\w\u0300-\u036f.\-]"
"""What a host is made of, letters of any language included; a decomposed ü brings a combining mark."""

# scheme, authority, path, query, fragment (RFC 3986, appendix B)
_PARTS = re.compile(r"(?is)(https?)://([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?")
# Another scheme than a web page's; `host:8080` is none.
_OTHER_SCHEME = re.compile(r"(?i)(?!https?:)[a-z][a-z0-9+-]*:(?!\d)")
_NO_WEB_ADDRESS = re.compile(r"(?i)\\\\|[a-z]:\\|#|\.\.?[/\\]")
_PATH_SAFE = "%/:@!$&'()*+,;=-._~[]|?#"


def host_of(url: str) -> str:
    """The host of an address, with or without its scheme, in small letters; empty where there is none."""
    rest = re.sub(r"(?i)^[a-z][a-z0-9+.-]*:/{2,}", "", url.strip())
    authority = re.split(r"[/?#\\]", rest, maxsplit=1)[0].rpartition("@")[2]
    if authority.startswith("["):
        return authority.partition("]")[0].lstrip("[").lower()
    return authority.partition(":")[0].lower().rstrip(".")


def known_ending(host: str) -> bool:
    """Whether a host ends as hosts in UK registers do, and is more than its ending."""
    host = host.casefold().rstrip(".")
    whole = host not in UK_ENDINGS or host in SITES_TOO
    return "." in host and whole and (host.rpartition(".")[2] in ENDINGS or "xn--" in host)


def proper_host(host: str) -> bool:
    """Whether a host could be one at all: no empty label, none over 63 signs, 253 together (RFC 1035)."""
    labels = host.rstrip(".").split(".")
    return len(host) <= 253 and all(0 < len(label) <= 63 and label[0] != "-" != label[-1] for label in labels)


def ascii_host(host: str) -> str:
    """A host as machines ask for it: small letters, other alphabets as `xn--…` (UTS 46, as browsers do)."""
    host = host.lower().rstrip(".")
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii").rstrip(".")
    except (idna.IDNAError, UnicodeError):
        return quote(host, safe=".-_", errors="replace").lower()


def _encoded(text: str) -> str:
    return quote(text, safe=_PATH_SAFE, errors="replace")


def _authority(text: str, scheme: str) -> str:
    user, at, place = text.rpartition("@")
    if place.startswith("["):
        return user + at + place.lower()
    host, _, port = place.partition(":")
    keep = port and port != {"http": "80", "https": "443"}[scheme]
    return _encoded(user) + at + ascii_host(host) + (f":{port}" if keep else "")


def normalised(url: str) -> str:
    """An address in the one spelling in which it is asked and compared.

    Small letters in scheme and host, `https://` where no scheme stands, `/` for an empty path, other alphabets and
    spaces encoded; the query and the fragment stay. What is no web address at all (a `file:` path, a network
    drive, `mailto:`) comes back as it is, so that a check can say what it is.
    """
    url = url.strip()
    if not url or _OTHER_SCHEME.match(url) or _NO_WEB_ADDRESS.match(url):
        return url
    parts = _PARTS.fullmatch(url) or _PARTS.fullmatch(f"https://{url.lstrip('/')}")
    if parts is None:  # not reached: the second form always fits
        return url
    scheme, authority, path, query, fragment = (part or "" for part in parts.groups())
    tail = _encoded(path or "/") + _encoded(query + fragment)
    return f"{scheme.lower()}://{_authority(authority, scheme.lower())}{tail}"


def sound(url: str) -> bool:
    """Whether an address can be taken apart at all: a port is a number up to 65535, brackets hold an IPv6 address."""
    try:
        parts = urlsplit(url)
        return parts.port is None or bool(parts.hostname)
    except ValueError:
        return False


def same_address(one: str, other: str) -> bool:
    """Whether two addresses lead to one place: the scheme and a closing slash make no difference."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.sub(r"^https?://", "", normalised(url)).rstrip("/")
