"""Asking providers to confirm their entries: whom to ask, the message or page, and where each provider stands.

Nothing here sends anything, and nothing asks what day it is. A person sends the drafts and takes the replies down.
"""

from review_kit.asking.eml import eml
from review_kit.asking.files import FOLDER, files, reminder_files
from review_kit.asking.letter import Letter, letter
from review_kit.asking.page import page
from review_kit.asking.providers import Provider, providers
from review_kit.asking.standing import EntryStanding, Stand, Standing, standing
from review_kit.asking.words import ANSWERS, reply_day

__all__ = [
    "ANSWERS", "FOLDER", "EntryStanding", "Letter", "Provider", "Stand", "Standing", "eml",
    "files", "letter", "page", "providers", "reminder_files", "reply_day", "standing",
]  # fmt: skip
