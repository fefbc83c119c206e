"""The nouns of a review, all frozen: the register, the facts, the judgements."""

from review_kit.model.answer import OF_A_CALL, OF_A_REPLY, Answer, Request, Says, Way
from review_kit.model.decision import (
    CLEAR,
    LEFT,
    Action,
    Candidate,
    Decided,
    Decision,
    Key,
    Outcome,
    Source,
    State,
)
from review_kit.model.facts import Earlier, Facts
from review_kit.model.finding import RECORD, ContactVerdict, Finding, Rung, Severity, Verdict
from review_kit.model.hearing import (
    About,
    Consent,
    Done,
    Exchange,
    Hearing,
    Helped,
    Present,
    Response,
    Session,
    Tombstone,
    View,
)
from review_kit.model.mail import LookUp, MailDomain, MailLook, MailRound, Reply
from review_kit.model.register import (
    DATE_COLUMNS,
    PUBLISHED_COLUMNS,
    REVIEW_COLUMNS,
    Contact,
    ContactKind,
    Link,
    Register,
    Service,
    Written,
)
from review_kit.model.review import (
    Change,
    ContactVerdictFor,
    LinkVerdict,
    Place,
    Plan,
    Progress,
    Receipt,
    Review,
    Vouched,
    Vouching,
)
from review_kit.model.settings import Settings
from review_kit.model.visit import (
    EXTRA_LOOKS,
    EXTRA_PURPOSES,
    MAIN_KEPT,
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

Fact = Visit | CanaryRound | MailLook
"""What looking brings in, and `visits.jsonl` holds, one a line."""

__all__ = [
    "CLEAR", "DATE_COLUMNS", "EXTRA_LOOKS", "EXTRA_PURPOSES", "LEFT", "MAIN_KEPT", "OF_A_CALL", "OF_A_REPLY",
    "PUBLISHED_COLUMNS", "RECORD", "REVIEW_COLUMNS", "TEXT_KEPT", "About", "Action", "Answer", "Area",
    "CanaryRound", "Candidate", "Cell", "CellText", "Certificate", "Change", "Consent", "Contact", "ContactKind",
    "ContactVerdict", "ContactVerdictFor", "Decided", "Decision", "Done", "Earlier", "Exchange", "Fact", "Facts",
    "Failure", "Finding", "Hearing", "Helped", "Hop", "Key", "Link", "LinkVerdict", "Look", "LookUp", "MailDomain",
    "MailLook", "MailRound", "Outcome", "Page", "Place", "Plan", "Present", "Progress", "Purpose", "Receipt",
    "Register", "Reply", "Request", "Response", "Review", "Rung", "Says", "Service", "Session", "Settings",
    "Severity", "Sheet", "Source", "State", "Tombstone", "Verdict", "View", "Visit", "Vouched", "Vouching", "Way",
    "Workbook", "Written", "column_letters",
]  # fmt: skip
