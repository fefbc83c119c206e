"""The nouns of a review, all frozen: the register, the facts, the judgements."""

from review_kit.model.facts import Earlier, Facts
from review_kit.model.feedback import Comment
from review_kit.model.finding import RECORD, ContactVerdict, Finding, Rung, Severity, Verdict
from review_kit.model.register import (
    PUBLISHED_COLUMNS,
    REVIEW_COLUMNS,
    Contact,
    ContactKind,
    Link,
    Register,
    Service,
    Written,
)
from review_kit.model.review import Change, ContactVerdictFor, LinkVerdict, Plan, Progress, Receipt, Review
from review_kit.model.settings import Settings
from review_kit.model.visit import (
    EXTRA_LOOKS,
    EXTRA_PURPOSES,
    TEXT_KEPT,
    CanaryRound,
    Certificate,
    Failure,
    Hop,
    Look,
    Page,
    Purpose,
    Visit,
)
from review_kit.model.workbook import Area, Cell, CellText, Sheet, Workbook, column_letters

__all__ = [
    "EXTRA_LOOKS", "EXTRA_PURPOSES", "PUBLISHED_COLUMNS", "RECORD", "REVIEW_COLUMNS", "TEXT_KEPT", "Area",
    "CanaryRound", "Cell", "CellText", "Certificate", "Change", "Comment", "Contact", "ContactKind", "ContactVerdict",
    "ContactVerdictFor", "Earlier", "Facts", "Failure", "Finding", "Hop", "Link", "LinkVerdict", "Look", "Page",
    "Plan", "Progress", "Purpose", "Receipt", "Register", "Review", "Rung", "Service", "Settings", "Severity", "Sheet",
    "Verdict", "Visit", "Workbook", "Written", "column_letters",
]  # fmt: skip
