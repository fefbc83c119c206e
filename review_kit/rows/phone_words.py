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
WHATSAPP = frozenset({"wa.me", "www.wa.me", "api.whatsapp.com", "web.whatsapp.com", "www.whatsapp.com"})
"""Hosts of links that hold a number: it is written to, and need not be one that is rung."""

# Words that say, within 25 characters before it, that a short run of digits is to be called or texted. Whoever calls
# at a house, or rings its bell, does not telephone.
_TO_CALL = (
    r"call(?! (?:at|in|by|round)\b)|calling|ring(?! (?:the |our )?(?:bell|doorbell|buzzer))|ringing|dial|dialling|"
    "dialing|text|texting|txt|sms|phone|telephone|tel|whatsapp|textphone|minicom"
)
_LINES = (
    "samaritans|shout|childline|nspcc|missing people|victim support|hopeline|papyrus|helpline|hotline|lifeline|"
    "crisis line"
)
_CALLED = (
    f"{_LINES}|emergency|police|ambulance|fire service|fire brigade|coastguard|life[ -]threatening|in danger|relay|"
    "out[ -]of[ -]hours"
)
CALLING = re.compile(
    rf"(?i)\b(?:{_TO_CALL}|{_CALLED}|nhs|a ?& ?e ?(?:or|/|,)|mental health option|option \d|press \d)(?!\w)"
)
CALLING_WITHIN = 25
# A whole clause may stand between: "the police, if it is not urgent, are on 101". Longer codes are like nothing else.
CALLING_IN_CLAUSE = re.compile(rf"{CALLING.pattern}[^\n.!?]*\b(?:on|use)\W{{0,3}}$")
CALLING_IN_SENTENCE = re.compile(rf"{CALLING.pattern}[^\n.!?]*$")
CLAUSE_WITHIN = 75
CALLING_STRAIGHT = re.compile(rf"{CALLING.pattern}[/\-–]$")

# After the digits only words for who answers say so: "101 Green Lane, tel 0808 …" has a verb for the next number.
CALLED = re.compile(
    rf"(?i)(?:\b(?:{_CALLED}|for (?:the )?nhs|mental health option|option \d|press \d)|[(:–-] ?nhs)\b"
    rf"|^ ?[(:–-] ?(?:by |please )?(?:{_TO_CALL})\b(?![^\n]{{0,9}}\d)"
)

# A number for texts: "text SHOUT to", also with a whole clause between, "send SHOUT to", and "85258 by text".
TEXTING = re.compile(
    r"(?i)(?:\b(?:text|texting|txt|sms)\b(?:(?!\d{4})(?s:.)){0,25}"
    r"|\b(?:text|texting|txt|sms)\b[^\n.!?]{0,60}\b(?:to|on|at) ?"
    r"|\b(?:send|message)\b\W{0,3}(?-i:[A-Z]{2,}\b)[^\n.!?]{0,30}\b(?:to|on|at) ?)$"
)
TEXTED = re.compile(r"(?i) ?[(:,–-]? ?(?:by |via |for )?(?:text|txt|sms)s?\b")

# Words before digits that make them a count, an age, a place or a sum, whatever stands around.
NO_CODE_BEFORE = re.compile(
    r"(?i)\b(?:room|rooms|flat|unit|suite|page|pages|pp|section|form|ward|bus|buses|route|aged|age|over|about|of|block|"
    r"floor|bay|box|level|plot|row|rows|table|figure|step|top|under|nearly|almost|some|least|than|up to|between|"
    r"from \d+ to|(?:rose|fell|grew|increased|dropped|went|come|came|up|down)(?: \w+)? to"
    r"|(?<!tel )(?<!tel\. )(?<!phone )(?<!text )(?<!contact )no)\.? ?$"
    # "Phone calls: 111", "2023: 101" and "we answered 999", but not "emergency calls: 999".
    r"|\b(?:(?<!emergency )(?<!urgent )(?<!hours )(?:calls|contacts)|referrals|responses|visits|cases|sessions|"
    r"incidents|admissions|call-?outs|appointments|assessments|attendances|enquiries|volume|total|answered|handled|"
    r"received|took|saw|trained|supported|helped|averaged|sent|(?:19|20)\d\d)(?: ?[:=–-])? ?$"
)
# Signs before digits that do the same, except where a calling word stands before the sign ("NHS-111").
SIGN_BEFORE = re.compile(r"(?:[£$€#+]|\b0\d{2,4}[ \-]?|\d ?[/\-–]) ?$|\d[.,]$|[^\W\d_][/\-–]$")
# Words after digits that do the same: "111 Burton Road", "101 young people", "112 %".
_STREETS = (
    "Street|Road|Lane|Avenue|Way|Close|Drive|Court|Hill|Place|Square|Terrace|House|Gate|Crescent|Gardens|Grove|Parade|"
    r"Mews|Wharf|Rd|Ln|Ave|Cres|Sq|(?:St|Dr)(?!\.? [A-Z])"  # "999, or Ring St John" and "Ask For Dr Who" are no streets
)
_COUNTED = (
    "people|persons|children|young|adults|leavers|families|members|staff|calls|texts|messages|referrals|responses|"
    "visits|cases|sessions|services|places|beds|pages|days|hours|minutes|times|occasions|miles|pounds|am|pm|clients|"
    "patients|users|carers|pupils|students|men|women|boys|girls|teenagers|parents|homes|schools|practices|appointments|"
    "assessments|attendances|contacts|letters|kits|nights|weeks|months|years|callers|participants|respondents|"
    "volunteers|workers|nurses|others|km|kg"
)
_WHICH = (
    "young|new|different|care|experienced|nhs|local|more|other|extra|paid|trained|vulnerable|homeless|disabled|teenage|"
    "looked|after"
)
NO_CODE_AFTER = re.compile(
    r"(?:[,.]\d|[/:\-–]\d| ?%| to \d| (?:a|per) (?:day|night|week|month|quarter|year)\b|"
    rf" ?(?:[A-Z][\w'’]+ ){{1,3}}(?:{_STREETS})\b|"
    rf" ?(?i:(?:(?:{_WHICH})[ -])*(?:{_COUNTED})\b))"
)

# Words just before ten digits that say that they are a telephone number whose leading zero is missing.
_PHONES = "phone|telephone|tel|mobile|mob|helpline|freephone|landline|fax|whatsapp|sms"
PHONE_WORDS = re.compile(rf"(?i)\b(?:{_PHONES}|{_LINES}|{_TO_CALL}|contact|(?:our|my|their|her|his) number)s?\b")
# A column that holds telephone numbers; "Phone calls" and "NHS number" hold counts and records.
_PHONE_HEADER = re.compile(
    rf"(?i)\b(?:{_PHONES}|hotline|textline)s?\b"
    r"|\b(?:contact|text|call|ring|crisis|emergency|out of hours)s? (?:number|no)s?\b"
    r"|\bwho to (?:call|ring|text)\b"
)
_COUNT_HEADER = re.compile(
    r"(?i)\b(?:calls|texts sent|phone contacts|count|total|how many|(?:number|no\.?) of|per|cost|nhs|id)\b|%"
)


# One that may hold them, where ten digits stand alone in the cell. "Contacts" may also hold counts.
_MAYBE_HEADER = re.compile(r"(?i)^\W*(?:contact|call|ring|dial|text|number)s?\W*$")
ALONE = re.compile(r"[\d .\-–/,;&()+E\n]*(?:(?:or|and)[\d .\-–/,;&()\n]*)?")


def names_phones(header: str) -> bool:
    """Whether the name of a column says that digits in it are telephone numbers, short ones too."""
    return bool(_PHONE_HEADER.search(header)) and not _COUNT_HEADER.search(header)


def lets_phones(header: str, text: str) -> bool:
    """Whether digits of a whole number's length in a cell of the column are a telephone's."""
    return names_phones(header) or bool(_MAYBE_HEADER.search(header) and ALONE.fullmatch(text))


# Words that run into the number after them: "Tel01332 640777", "SHOUT to85258", "Safe Haven01332 640777", and a
# postcode or an hour that does so. A letter T or M may be a record's, as may a word in front of digits that are no
# whole number.
_WHOLE = r"\(?(?:\+44|0\d{2,4}[ )\-]+\d{3}|0\d{9,10}(?![\w.])|08001111)"
GLUED = re.compile(
    rf"(?<![\w@.\-])(?:(?i:{_TO_CALL}|{_PHONES}|{_CALLED}|nhs|on|at|or|and|to|ph)"
    r"(?=\(?(?:\+\d|0\d\d|1\d\d|999|[678]\d{4}))"
    rf"|(?!(?i:ref|case|file|form|acc|inv|doc|img|scan|cust)[a-z]*\d)[A-Za-z][a-z]{{2,}}(?={_WHOLE})"
    rf"|[TtMm](?={_WHOLE}))"
    rf"|(?<=\d)(?:[A-Z]{{2}}|[ap]m)(?={_WHOLE})"
)

# Numbers that name a record, never a telephone: the words, then perhaps "number", "no." or a colon.
_NUMBERED = (
    "vat|utr|ukprn|urn|uprn|isbn(?:-?1[03])?|issn|crn|ref|reference|account|acct|invoice|po|purchase order|cost code|"
    "gtin|ean|iban|duns"
)
# Those of a body or a paper, which may also stand before its telephone: "Derby Homes Limited 01332 …".
_NAMES = "charity|company|registered|registration|reg|companies house|limited|certificate|batch"
# These need the word "number" after them, for "NHS 111" and "hospital 01332 …" are telephones.
_NUMBERED_IF_SAID = (
    "nhs|case|record|policy|order|contract|licence|license|serial|student|member|membership|ofsted|cqc|passport|"
    "insurance|sort|unique|document|job|vacancy|asset|dbs|supplier|vendor|customer|client|patient|pupil|lot"
)
# So do these, and "Provider no: 01332 …" may still be a telephone.
_OF_SOMEBODY = "provider|location|staff"
_SAID = r"(?:numbers?|no|nos|ref|id|code|#)"
_FILLER = (
    r"(?:[ :(.#\-]|and|in|england|wales|scotland|registration|registered|charity|company|numbers?|no|nos|ref|id|code)"
)
# Its digits end where a whole telephone number begins: "Charity no. 1143948 020 7946 0123".
_PHONE_BEGINS = r" \(?(?:0[1-35789](?:\)?[ \-]?\d){8,10}(?!\d)|0800 ?11 ?11(?!\d)|\+44)"
_DIGITS = (
    rf"(?P<digits>(?!(?:tel|mob|fax|ph|nhs|or|and)\b)(?-i:[A-Z]{{0,3}}) ?"
    rf"\d(?:(?!{_PHONE_BEGINS})[ \-/]?\d){{3,19}})(?!\d|\) ?\d)"
)
REFERENCE = re.compile(
    rf"(?i)(?<!self[ \-])\b(?:(?:{_NUMBERED})\b{_FILLER}{{0,12}}"
    rf"|(?P<name>{_NAMES})\b(?P<said>{_FILLER}{{0,12}})"
    rf"|(?:{_NUMBERED_IF_SAID}) ?{_SAID}\b{_FILLER}{{0,6}}"
    rf"|(?P<somebody>{_OF_SOMEBODY}) ?{_SAID}\b{_FILLER}{{0,6}})"
    rf"{_DIGITS}"
)
NUMBER_SAID = re.compile(rf"(?i)\b{_SAID}\b|#")

# Dates, times of day, opening hours, spans of time, sums of money and percentages: never telephones.
_DATE = r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:\d{4}|\d{2})"
NO_NUMBER = re.compile(
    r"(?i)(?<![\d+(])(?:19|20)\d{2}-[01]\d-[0-3]\d(?:T[\d:.]+)?(?![\d\-])"           # 2025-03-31
    rf"|(?<![\d+(])(?<!\d[/.\-]){_DATE}(?: ?[-–—] ?{_DATE})?(?![/.\-]\d|\d)"        # 31/03/2025, 1.4.24-31.3.25
    r"|(?<!\d)(?<!\d[ /\-])\d{4,6}[-/]20\d\d(?![\d/\-]| \d)"                       # 062486-2025
    r"|(?<![\d+(.])\d{1,2}[.:]\d{2} ?(?:am|pm|hrs?|hours)?\b ?(?:-|–|—|to|until|till) ?"
    r"\d{1,2}[.:]\d{2}(?: ?(?:am|pm))?(?![.\d])"                                       # 09.00 - 17.00
    r"|(?<![\d+(])(?<!\d[./\-])(?<!02\d )(?<!02\d\) )(?:[01]\d|2[0-4])[0-5][05] ?[-–—] ?(?:[01]\d|2[0-4])[0-5][05]"
    r"(?!\d|-\d| [1-9]\d\d(?!\d))"                                                      # 0900-1700
    r"|(?<![\d+(.])\d{1,2}:\d{2}(?![\d:])"                                            # 17:30
    r"|(?<![\d+(])(?:24|[1-7]) ?/ ?7\b(?! ?\d)"                                        # 24/7
    r"|(?<![\d+(])(?:\d{1,2}|365) ?(?:hours?|hrs?|days?|weeks?|months?|years?|yrs?|mins?|minutes?|am|pm)\b"
    r"|(?<![\d+(])(?<!\d )[0-3]\d [01]\d (?:19|20)\d\d(?! ?\d{3})(?!\d)"                  # 01 04 2024
    r"|(?<![\w+(.])(?:0|[1-9]\d{0,2})\.\d{5,}(?![\dE]|\.\d)"                           # 52.92253
    r"|(?<![\w(])\d\)(?=\s+\(?(?:0|\+44))|(?<![\w.,£])\d\.(?=0[1-9]\d{1,3} \d)"                 # 1) 0808 …, 1.0808 …
    r"|[£$€] ?(?:\d{1,3}(?:,\d{3}| (?:000|[1-9]\d\d))+(?!\d)(?:\.\d+)?|\d+(?:[.,]\d+)*)"  # £1,250.00, £5 000
    r"|\d[\d.,]{0,8} ?%"
    # Hours, ages and places in a list beside a number that lacks a digit must not make it whole: "0300 123 339 9-5".
    r"|(?<![\w+(.\-–/£])\d ?[-–] ?\d(?![\w\-–/]| ?\d)|(?:(?<=\d{3} )|(?<=\d{3}\) ))1\d[-–][12]\d(?![\w\-–/]| ?\d)"
    r"|(?:(?<=\d{3} )|(?<=\d{3}\) ))\d(?:\)(?=\s|\Z)|\.(?= [A-Z]|\s*\Z))"
    # Cards and codes in fours. An area in Britain that could follow 44 within a group of four begins with 2.
    r"|(?<![\d+(])(?<!\d[ \-])(?<!\) )(?:44[013-9]\d|[1-9]\d{3}(?P<gap>[ \-])(?!0800)\d{4})(?(gap)(?P=gap)|[ \-])"
    r"\d{4}(?(gap)(?P=gap)|[ \-])\d{4}(?![ \-]?\d)"
)
