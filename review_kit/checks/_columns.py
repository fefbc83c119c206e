"""What kind of thing a cell's words are: an instruction, how often, at what hours, for whom.

The rules rest on how councils fill such tables; where words can be read in two ways they say nothing.
"""

import re


def _any(*forms: str, before: str = r"\b") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{'|'.join(forms)})\b", re.IGNORECASE)


_BEGINS = _any(
    r"(?:self[- ])?referrals? (?:to|via|through|by|from|made|required|needed|only|form)",
    r"refer(?: yourself| directly| in)? (?:to|via|through|by|online|using)",
    r"escalat(?:ion|e|ed) (?:to|via|through)", r"use of [\w ]*(?:pathway|protocol|process|form)",
    r"support(?:ed)? (?:to|with) (?:make|making|register|access|attend|refer|complete|apply|book)\w*",
    r"(?:speak|talk) (?:to|with) (?:your|the|a|any|their)", r"ask (?:your|the|for|their)",
    r"contact (?:your|us|their|the (?:team|service|provider|hub|office|duty|school|council|leaving))",
    r"(?:via|through) (?:your|the|a|an|their|gp|pa|school|self|referral|social worker|personal advis|111)\w*",
    r"(?:call|ring|text|phone|e-?mail) (?:us|your|the|on|0|111|999|this)",
    r"(?:book|apply|register|sign up|self[- ]refer|access(?:ed)?) (?:online|via|through|by|with|at|on|directly|here)",
    r"(?:complete|fill in|download|see|visit|go to) (?:a|an|the|our|your|this)", "click", before="")
_SOMEBODY = (
    r"\b(?:PAs?|PA['’]s|[Pp]ersonal [Aa]dvis[eo]rs?|[Ss]ocial [Ww]orkers?|[Kk]ey ?[Ww]orkers?|[Ww]orkers?|[Ss]taff|"
    r"[Nn]avigators?|[Cc]o-?ordinators?|[Nn]urses?|[Aa]dvis[eo]rs?|[Mm]entors?|[Tt]eam)")
_SENDS_ON = re.compile(
    rf"{_SOMEBODY} (?:(?:will|can|could|should|must|may|to) )?(?:(?:do|does) (?:this|so|it|the)\b|"
    r"makes? (?:a |the |these )?referr?|(?:refers?|completes?|arranges?|appl(?:y|ies)|books?|signposts?|asks?)\b)")
"""Who supports or helps is a provider of sorts; who only sends people on is not."""
_OFTEN = _any(
    r"daily|weekly|fortnightly|monthly|quarterly|termly|yearly|annual(?:ly)?|bi-?(?:weekly|monthly|annual)\w*|hourly",
    r"once|twice|regular(?:ly)?|ongoing|continu\w+|always|any ?time|every|each|per",
    r"a (?:day|week|month|year|term)|when|whenever|on request|on demand|as (?:needed|required|agreed|often)",
    r"bookable|by appointment|drop[- ]in|weekdays?|weekends?|evenings?|mornings?|afternoons?|nights?|24/7|24 hours?",
    r"round the clock|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?|term[- ]time|holidays?",
    r"sessions?|weeks?|months?|years?|prior to|before|until|flexible|varies|variable|ad[- ]hoc|one[- ]off|starts?")
_FOR_WHOM = _any(
    r"(?:where|if) (?:yp|young people|young person|we|they|you|there|needs?|the young|a young)",
    r"(?:for|all|any|only for|only|open to|available to) (?:all |any )?(?:yp|young people|care leavers?|those|anyone|"
    r"anybody|people|care experienced|adults|women|men|parents|residents)",
    r"must (?:be|have|live)", before="")
_WHO_INSIDE = _any(
    r"open to (?:anyone|anybody|all|everyone|people|young|those)", r"aged? \d\d", r"(?:over|under) \d\ds?",
    r"\d\d (?:years )?(?:or|and) (?:above|over|under)",
    r"for (?:people|adults|young people|anyone|those) (?:aged|over|under|who|with|living)")
_TIME = r"\d{1,2}(?:[.:]\d\d)? ?(?:[ap]\.?m|noon)|\d{1,2}[.:]\d\d|noon|midday|midnight"
_HOURS = _any(_TIME)
_BARE_HOURS = _any(r"\d{1,2} ?(?:-|–|to|till|until) ?\d{1,2}")
_NO_CLOCK = _any(
    r"24 ?(?:hours?|hrs?|/ ?7)|a?round the clock|any ?time|always (?:open|available)|all day|day (?:and|or) night",
    r"by (?:appointment|arrangement)|bookable|flexible|appointments?|no (?:set|fixed) hours|var(?:y|ies)|shop hours",
    r"(?:as|to be) agreed|on request|when needed|online|20[1-4]\d")
"""Words that need no hour, and days with their year, which the check of ageing words looks at."""
_IMPOSSIBLE = _any(
    r"(?:2[5-9]|[3-9]\d)[.:]\d\d|\d{1,2}[.:][6-9]\d|(?:1[3-9]|2\d) ?[ap]\.?m|0 ?[ap]m")


def is_instruction(line: str) -> bool:
    """Whether a line is no name, and tells what to do or who sends people on: “PA do this where …”."""
    return bool(_BEGINS.match(line) or _SENDS_ON.search(line))


def how_often(text: str) -> bool:
    """Whether words say how often, when or until when."""
    return bool(_OFTEN.search(text))


def hours_in(text: str) -> bool:
    """Whether words name an hour of the day."""
    return bool(_HOURS.search(text))


def for_whom(text: str) -> bool:
    """Whether words begin with whom a service is for, or in what case."""
    return bool(_FOR_WHOM.match(text))


def who_inside(text: str) -> bool:
    """Whether a long text states somewhere who may come."""
    return bool(_WHO_INSIDE.search(text))


def no_hours(text: str) -> str:
    """Why opening hours cannot be read; '' where they can."""
    if not text or _NO_CLOCK.search(text):
        return ""
    if _IMPOSSIBLE.search(text):
        return "is no time that a clock shows"
    return "" if _HOURS.search(text) or _BARE_HOURS.search(text) else "names no hour"
