"""What a page itself says: its text without the parts that stand around it on each page of a site.

Menus name all other services of a provider, and a banner about cookies is nobody's subject. A page is told by what is
between them (the parts are HTML's own, with the roles that WAI-ARIA gives them; the class names are builders' habits).
"""

from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

AROUND = ("nav, footer, aside, dialog, [role=navigation], [role=banner], [role=contentinfo], [role=search], "
          "[role=complementary], [role=dialog], [role=alertdialog], [aria-hidden=true], [hidden]")
"""Elements that stand around what a page says."""
HEADER = "header"
"""Around too, but not inside the page's own part: an article may have a header of its own."""
OWN = "main, [role=main]"
NAMES = ("cookie", "consent", "gdpr", "breadcrumb", "sidebar", "navbar", "nav-menu", "main-menu", "site-menu",
         "site-header", "site-footer", "page-footer", "skip-link", "skip-to", "social-links", "share-buttons",
         "related-posts", "widget-area")
"""Parts of ids and class names of what stands around, as site builders write them."""
LISTS = "ul, ol, p, div"
LINKED, FEWEST = 0.8, 3
"""A list of at least so many links that holds little beside them is a menu."""
TOO_LITTLE = 15
"""Words below which nothing is left, and the whole text is what the page says."""
NODES = 4_000
"""Elements of a page that are looked at for their names, far beyond any that people write."""


def main_text(tree: LexborHTMLParser) -> str:
    """The words of a page between what stands around it; '' where that leaves next to nothing.

    Changes the tree, so it comes last.
    """
    if tree.body is None:
        return ""
    own = tree.css_first(OWN)
    if own is not None and len(_words(own)) >= TOO_LITTLE:
        return _without(own)
    for node in tree.css(HEADER):
        node.decompose()
    return _without(tree.body)


def _without(part: LexborNode) -> str:
    for node in part.css(AROUND):
        node.decompose()
    for node in list(islice(part.css("[id], [class]"), NODES)):
        if _is_around(node):
            node.decompose()
    for node in list(islice(part.css("ul, ol"), NODES)):
        if _is_menu(node):
            node.decompose()
    words = _words(part)
    return " ".join(words) if len(words) >= TOO_LITTLE else ""


def _is_around(node: LexborNode) -> bool:
    of = node.attributes
    named = f"{of.get('id') or ''} {of.get('class') or ''}".casefold()
    return node.tag not in ("body", "main", "article", "html") and any(name in named for name in NAMES)


def _is_menu(node: LexborNode) -> bool:
    links = node.css("a")
    if len(links) < FEWEST:
        return False
    return sum(len(_words(link)) for link in links) >= LINKED * len(_words(node))


def _words(node: LexborNode) -> list[str]:
    return (node.text(separator=" ") or "").split()
