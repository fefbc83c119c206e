"""Which numbers of a page are for faxes alone: whoever rings one hears a machine."""

import re

# The words by which a page says what a number is for: `T: … F: …` too, where the letter stands alone.
_FAX = r"(?:tele|e-?)?fax(?:es|ed|ing|line)?|facsimile|(?P<letter>(?-i:F))(?=[.:]? ?$)"
_RUNG = (r"tel|telephones?|phones?|calls?|ring|dial|mobile|mob|landline|helpline|hotline|freephone|minicom|textphone|"
         r"text|sms|whatsapp|voice|voicemail|switchboard|speak|(?-i:[TPM](?=[.:/ ]))")
_LABEL = re.compile(rf"(?<![^\W_])(?:(?P<fax>{_FAX})|{_RUNG})(?![^\W_])", re.IGNORECASE)
LABELLED, LABEL_ENDS = 60, 25
"""Characters before a number in which its label begins, and in which it ends."""
_ALONE = re.compile(r"(?:^|[|/,;:)•·–\-.]) ?$")
_AND = re.compile(r"\s*(?:(?:no|number)s?\.?)?[\s/&,+|(–-]*(?:and|or)?[\s/]*", re.IGNORECASE)
_NEXT_SENTENCE = re.compile(r"[.!?;]\s+[^\W\d]")
_BRACKET = re.compile(r"\s?\([^()]{0,30}\)")
_RUNG_BEHIND = re.compile(r"\s?\([^()]{0,20}\b(?:tel|telephone|phone|calls?|mobile|voice|switchboard)\b", re.IGNORECASE)
_FAX_BEHIND = re.compile(
    r"\s?\([^()]{0,10}\b(?:fax|facsimile)\b|\s?[-–]\s?fax\b(?!\W{0,3}(?:\d|no|number))", re.IGNORECASE)


def is_fax(text: str, done: int, start: int, end: int) -> bool:
    """Whether a number is one to send faxes to and nothing else, by the words beside it.

    One number for calls and faxes answers calls: `Tel/Fax`.

    Args:
        text: where it stands.
        done: where the number before it ended, whose own words may stand in brackets behind it.
        start: where it starts.
        end: where it ends.
    """
    if _RUNG_BEHIND.match(text, end):
        return False
    if _FAX_BEHIND.match(text, end):
        return True
    others = _BRACKET.match(text, done, start) if done else None
    return _says_fax(text[max(others.end() if others else done, start - LABELLED):start])


def _says_fax(before: str) -> bool:
    labels = list(_LABEL.finditer(before))
    if not labels or not labels[-1]["fax"]:
        return False
    last = labels[-1]
    if last["letter"] and not _ALONE.search(before, 0, last.start()):
        return False
    if len(before) - last.end() > LABEL_ENDS or _NEXT_SENTENCE.search(before, last.end()):
        return False
    return len(labels) == 1 or bool(labels[-2]["fax"]) or not _AND.fullmatch(before, labels[-2].end(), last.start())
