"""The words around numbers: what makes digits a telephone number, and what makes them something else."""

import re

# Three- to six-digit numbers that reach a service from any UK phone (Ofcom's national numbering plan, part A; the
# operators' own pages for text numbers). Digits this short are seen as contacts only beside words that say so.
SHORT_CODES = (
    "999", "112",        # emergency
    "111", "119",        # NHS
    "101", "105",        # police; power cuts
    "159",               # banks, against fraud
    "116000", "116006", "116111", "116117", "116123",  # Europe's helplines: missing children … Samaritans
    "18000", "18001", "18002",  # Relay UK
    "85258",             # Shout, by text
)  # fmt: skip

# Words that say, within 25 characters, that a short run of digits is to be called or texted.
CALLING = re.compile(
    r"(?i)\b(?:call|calling|ring|ringing|dial|dialling|dialing|text|texting|txt|sms|phone|telephone|tel|nhs|samaritans|"
    r"shout|childline|hopeline|helpline|emergency|police|ambulance|relay|minicom|textphone|whatsapp|"
    r"mental health option|option \d|press \d)\b"
)
TEXTING = re.compile(r"(?i)\b(?:text|texting|txt|sms)\b")
CALLING_WITHIN = 25

# Words before digits that make them a count, an age, a place or a sum, whatever stands around.
NO_CODE_BEFORE = re.compile(
    r"(?i)(?:[£$€#+.,/\-]|\b(?:room|flat|unit|suite|page|section|form|ward|bus|route|no|aged|age|over|about|of))\.? ?$"
)
# Words after digits that do the same: "111 Burton Road", "101 young people", "112 %".
NO_CODE_AFTER = re.compile(
    r"(?:[,.]\d|[/:\-–]\d| ?%|"
    r" ?[A-Z][a-z]+ (?:Street|Road|Lane|Avenue|Way|Close|Drive|Court|Hill|Place|Square|Terrace|House|Gate)\b|"
    r" ?(?i:(?:young |new |different |care )*(?:people|persons|children|young|adults|leavers|families|members|staff|"
    r"calls|texts|messages|referrals|responses|visits|cases|sessions|services|places|beds|pages|days|hours|minutes|times|"
    r"miles|pounds|am|pm)\b))"
)

# A column, or words just before, that hold telephone numbers: there a missing leading zero is plain.
PHONE_WORDS = re.compile(
    r"(?i)\b(?:phone|telephone|tel|mobile|mob|call|ring|dial|text|helpline|freephone|landline|number|contact|fax|"
    r"whatsapp|sms)s?\b"
)

# Numbers that name a body or a record, not a telephone: the words, then perhaps "number", "no." or a colon.
_NUMBERED = (
    "charity|company|registered|registration|reg|companies house|limited|vat|utr|ukprn|urn|uprn|isbn|issn|crn|ref|"
    "reference|account|acct|invoice"
)
# These need the word "number" after them, for "NHS 111" and "hospital 01332 …" are telephones.
_NUMBERED_IF_SAID = (
    "nhs|case|record|policy|order|contract|licence|license|serial|staff|student|member|"
    "membership|ofsted|cqc|provider|location|passport|insurance|sort|unique|document|job|vacancy|asset"
)
_FILLER = (
    r"(?:[ :(.#\-]|and|in|england|wales|scotland|registration|registered|charity|company|numbers?|no|nos|ref|id|code)"
)
REFERENCE = re.compile(
    rf"(?i)\b(?:(?:{_NUMBERED})\b{_FILLER}{{0,12}}"
    rf"|(?:{_NUMBERED_IF_SAID}) ?(?:number|no|nos|ref|id|code|#)\b{_FILLER}{{0,6}})"
    r"(?=[A-Z]{0,3} ?\d)[A-Z]{0,3} ?\d(?:[ \-/]?\d){3,19}(?!\d)"
)

# Dates, times of day, opening hours, spans of time, sums of money and percentages: never telephones.
NO_NUMBER = re.compile(
    r"(?i)(?<![\d+(])\d{4}-\d{2}-\d{2}(?:T[\d:.]+)?(?!\d)"                            # 2025-03-31
    r"|(?<![\d+(])\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})(?![\d/.\-]\d|\d)"          # 31/03/2025, 31.3.25
    r"|(?<![\d+(.])\d{1,2}[.:]\d{2} ?(?:am|pm|hrs?|hours)?\b ?(?:-|–|—|to|until|till) ?"
    r"\d{1,2}[.:]\d{2}(?: ?(?:am|pm))?(?![.\d])"                                       # 09.00 - 17.00
    r"|(?<![\d+(.])\d{1,2}:\d{2}(?![\d:])"                                            # 17:30
    r"|(?<![\d+(])\d{1,2} ?/ ?7\b(?! ?\d)"                                            # 24/7
    r"|(?<![\d+(])(?:\d{1,2}|365) ?(?:hours?|hrs?|days?|weeks?|months?|years?|yrs?|mins?|minutes?|am|pm)\b"
    r"|[£$€] ?\d[\d,. ]{0,12}\d"
    r"|\d[\d.,]{0,8} ?%"
)
