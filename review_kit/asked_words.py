"""The words of an entry that its provider is asked to confirm, and the mark by which a reply knows them again.

Beside `asking`, for checks ask here too and a judgement needs no letter.
"""

import re
from collections.abc import Iterator
from hashlib import sha256

from review_kit.model import PUBLISHED_COLUMNS, REVIEW_COLUMNS, Service
from review_kit.published import published
from review_kit.rows.services import NOT_NAMED, NOT_SEARCHED
from review_kit.rows.text import clean, squeezed

_IN_ORDER = (*PUBLISHED_COLUMNS, *(column for column in REVIEW_COLUMNS if column not in NOT_SEARCHED))
_NO_HEADER = re.compile(r"Column [A-Z]{1,3}")
_OURS = re.compile(
    r"\b(?:notes?|comments?|remarks?|internal|private|confidential|actions?|to ?do|quer(?:y|ies)|issues?|concerns?|"
    r"risks?|rag|rating|feedback|complaints?|decisions?|reviewe?[dr]?|checked|updated|owner|lead|status|commissioner|"
    r"commissioned|budget|spend|contract|monitoring)\b", re.IGNORECASE)
"""Headers of a council's own columns that are not meant for the provider's eyes."""


def asked_texts(service: Service) -> tuple[tuple[str, str], ...]:
    """The words that a provider is asked about: each column's name and its text, blank ones left out.

    The five published columns stand first, then the review's columns that the offer publishes, then the council's
    own by name. What stands in a column without a header, or under one such as “Notes” or “Contract lead”, is the
    council's own business: it is in no letter.
    """
    said = published(service) | {column: text for column, text in service.values.items() if text.strip()}
    if said["Area of support"] == NOT_NAMED:
        del said["Area of support"]
    whole = ((column, clean(said[column].replace("\r\n", "\n")).text.strip()) for column in _columns(said))
    return tuple((column, text) for column, text in whole if text)


def _columns(said: dict[str, str]) -> Iterator[str]:
    yield from (column for column in _IN_ORDER if column in said)
    yield from sorted(column for column in said if column not in _IN_ORDER and _is_for_providers(column))


def _is_for_providers(column: str) -> bool:
    return column not in NOT_SEARCHED and not _NO_HEADER.fullmatch(column) and not _OURS.search(column)


def words_digest(service: Service) -> str:
    """A short mark of `asked_texts`: it is another when somebody changes a word of them.

    Spaces, line breaks, invisible signs and the order of the sheet's columns make no difference.
    """
    said = "\x1f".join(f"{column}\x1e{squeezed(text)}" for column, text in asked_texts(service))
    return sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
