"""What in somebody's words may show who they are, and what may mean that somebody is not safe.

It asks and never decides: a name may be a service's, and what it does not see may still be personal. Nothing of the
words is kept, counted or written down here.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from review_kit.rows import emails, phones
from review_kit.rows.people_words import HONORIFICS, NEVER_HONOURED, NOT_NAMES
from review_kit.rows.text import clean, squeezed


class Personal(StrEnum):
    """What kind of detail it may be, in the words of the question."""

    NAME = "a name"
    PHONE = "a phone number"
    EMAIL = "an email address"
    HANDLE = "a name on social media"
    POSTCODE = "a postcode"
    ADDRESS = "an address"
    NHS = "an NHS number"
    INSURANCE = "a National Insurance number"
    BIRTH = "a date of birth"
    AGE = "an age"


@dataclass(frozen=True, slots=True)
class Noticed:
    """Words that may be personal, and as what."""

    kind: Personal
    words: str
    start: int


# Words that are no part of a name, a place's name or a name on social media, however somebody types them.
_COMMON = frozenset("""
a about accommodation actually after again all also always am an and another any anyone anything anytime around art as
asap asked at away awful babe back bad banned barely be because been before being better big blocked boarding book
boring both brill brilliant bus buses but by bye calls can cant card care careful case childrens class clear cool cos
could council crap currently darling day days dead decent did didnt different do does doesnt doing done dont down
drama each else empty even ever every everyone everything fine first fit five for forgot found four free from full
fully funny gave gets getting give go goes going gone good got great had half halfway happy hard has hasnt have havent
he hell help helped her here high him his horrible hour hours how i if ill im in independent instead into is isnt it
its ive just keep kept kids kind kinda know last late later least left less let like likes local lol long look lot
lots loud love mad made main make mate mates maybe me mean men middle might miles min mine minging mins minutes month
months more most mostly much mums must my nans need never new next nice night no nobody nor not nothing now of off
often ok okay old on once one only open opera or other our out over own people per phone please poor pounds pretty
primary private proper properly put quick quid quiet quite rang rather ready really right ring rings rough rubbish
rude said same says secondary see seemed semi send sent session sessions shared she should shut sick six sixth so some
someone sometimes soon sorry sort sorted sound special still such summer supported take takes talk tbh tell telling
ten text texts than that thats the their them then there theres these they theyre thing things think this tho those
though thought three thru til till time times to today told tomorrow too took tried try trying turned twice two until
up us use used useful useless using usually very via wait waited waiting want wanted wants was wasnt way we week weeks
weird well went were what whatever whats when where whether which while who whole whos why will with without wont work
worked working worse would wouldnt yeah year years yes yesterday yet you your youre yours
""".split())  # noqa: SIM905
_NO_NAME = NOT_NAMES | _COMMON
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATE = (rf"(?:\d{{1,4}}(?:st|nd|rd|th)?|{_MONTH})"
         rf"(?:[ ,./\-]{{1,2}}(?:of )?(?:the )?(?:\d{{1,4}}(?:st|nd|rd|th)?\b|{_MONTH}\b)){{0,2}}")
_NO_AGE = (r"(?! ?(?:%|\+|plus|[\-–/.:]\d|(?:to|or|and) \d|or over|pm\b|am\b|st\b|th\b|months?|weeks?|wks?|days?|"
           rf"miles?|min|hours?|hrs?|of\b|times|people|quid|pounds?|percent|per\b|goes|{_MONTH}\b))")
_NUMBER = "zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|treble|triple"
_AGES = "1[0-9]|2[0-5]|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty"
_STREETS = ("road|rd|street|st|lane|ln|avenue|ave|close|drive|crescent|cres|court|terrace|gardens|grove|way|row|mews|"
            "place|hill|walk|view|rise|croft|square|parade|mount")
_HOUSES = "house|lodge|villa|cottage|court|hall|manor|grange|unit"
_LIVES = (r"(?:(?:liv(?:e|es|ed|ing)|mov(?:e|ed|es|ing)|plac(?:ed|ement|ing)|stay(?:s|ed|ing)?|based)"
          r"(?: is| back| out| me| him| her| us)? "
          r"(?:at|in|on|to|down|off|near|round|up)(?: the)?|(?:my|his|her|their|our|mum['’]?s|nan['’]?s|dad['’]?s) "
          r"(?:flat|house|place|home)(?: is|['’]?s)? (?:at|in|on|off|near|round)(?: the)?)")
_APPS = ("snapchat|snap|instagram|insta|ig|tiktok|tik tok|discord|facebook|fb|twitter|whatsapp|telegram|gamertag|"
         "gamer tag|psn|xbox|roblox|steam|twitch|bereal|reddit|tumblr|kik|yubo|username|user name")
_SIGN = r"(?P<sign>(?=[\w.#\-]{0,40}(?:\d|[a-z]\.[a-z]|_|#))\w[\w.#\-]{2,40})"
"""What looks like a name on social media by itself: it holds a digit, a dot or a sign."""

_PATTERNS: Mapping[Personal, tuple[re.Pattern[str], ...]] = {
    Personal.POSTCODE: (
        re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE),),
    Personal.NHS: (re.compile(r"(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)"),),
    Personal.INSURANCE: (re.compile(r"\b[A-Z]{2}(?: ?\d{2}){3} ?[A-D]\b", re.IGNORECASE),),
    Personal.PHONE: (
        re.compile(r"(?<![\d+])0(?:[ .\-]{0,2}\d){9,10}(?!\d)"),
        re.compile(rf"\b(?:{_NUMBER})(?:[ ,\-]{{1,2}}(?:{_NUMBER})){{6,14}}\b", re.IGNORECASE)),
    Personal.BIRTH: (
        re.compile(rf"\b(?:\d{{1,2}}[/.\-]\d{{1,2}}[/.\-](?:\d{{4}}|\d{{2}})\b|(?:19|20)\d\d-\d\d-\d\d\b|"
                   rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? \d{{4}}\b|(?:19|20)?\d\d baby\b)", re.IGNORECASE),
        re.compile(r"\b(?:born|birthday|birthdate|date of birth|b-?day|dob|d\.o\.b\.?)(?:['’]?s)?"
                   rf"(?:[ :=\-]{{1,2}}(?:is|was|on|in|the|its|back)){{0,3}}[ :=\-]{{1,3}}{_DATE}", re.IGNORECASE)),
    Personal.AGE: (
        re.compile(r"\b(?:i['’]?m|i am|i was|aged?|is|was|(?<!you )turn(?:ed|ing|s)|"
                   r"(?<!you )(?:will|gonna|going to) be|"
                   r"nearly|almost|s?he['’]?s|"
                   rf"they['’]?re) (?:only |now |just |nearly |almost |about |like )?(?:{_AGES})(?: years? old)?\b"
                   rf"{_NO_AGE}", re.IGNORECASE),
        re.compile(r"(?<![\w\-–])\d{1,2}[ \-]?(?:yo|y/o|(?:years?|yrs?)[ \-]old)\b", re.IGNORECASE),
        re.compile(rf"(?:^|(?<=[.!?\n])) ?(?:{_AGES}) (?=(?:and|n|but) (?!\d|over|under|up|below|above))",
                   re.IGNORECASE)),
    Personal.ADDRESS: (
        re.compile(r"\b(?:flat |room |number |no\.? )?\d{1,4}[a-z]?,? (?P<of>(?:[a-z]+ ){1,3})"
                   rf"(?:{_STREETS}|{_HOUSES})\b", re.IGNORECASE),
        re.compile(rf"\b{_LIVES} (?P<of>(?:[a-z]+ ){{1,2}})(?:{_STREETS}|{_HOUSES})\b", re.IGNORECASE),
        re.compile(rf"\b(?:at|from|in) (?:the )?(?P<of>(?:[a-z]+ ){{1,2}})(?:{_HOUSES})\b", re.IGNORECASE),
        re.compile(r"\b(?P<of>(?:[A-Z][a-z]+ ){1,2})(?:House|Lodge|Villa|Cottage|Manor|Grange)\b"),
        re.compile(r"\b(?:the )?(?P<of>[a-z]+ )(?:(?:children|kid)['’]?s['’]?|care|residential) home\b", re.IGNORECASE),
        re.compile(r"\b(?P<of>(?:(?!St )[A-Z][a-z'’]+ ){1,2})(?:Academy|School|College|Sixth Form)\b"),
        re.compile(r"\b(?:st\.?|saint) (?P<of>[a-z'’]+ )(?:[a-z]+ )?"
                   r"(?:school|academy|college|sixth form|primary|high)\b", re.IGNORECASE),
        re.compile(r"\b(?:goes|go|went|attends?|at|from)(?: to)? (?P<of>[a-z'’]+ )"
                   r"(?:(?:high|primary|secondary|community) )?(?:school|academy|college)\b", re.IGNORECASE)),
    Personal.HANDLE: (
        re.compile(r"(?<![\w.@])@[A-Za-z][\w.]{2,}"),
        re.compile(rf"\b(?:{_APPS})\b(?: (?:name|user|username|handle|id|tag))?"
                   rf"(?: (?:is|as|its|it['’]s|at)\b|['’]?s\b| ?[:=]| ?-)? @?{_SIGN}", re.IGNORECASE),
        re.compile(rf"(?<![\w.]){_SIGN} on (?:my )?(?:{_APPS})\b", re.IGNORECASE),
        re.compile(rf"\b(?i:{_APPS})\b(?i: (?:is|as)| ?[:=]) (?P<sign>[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}})\b"),
        re.compile(rf"\b(?i:(?:my|his|her|their) (?:{_APPS})) (?P<sign>[A-Z][a-z]+(?: [A-Z][a-z]+){{1,2}})\b"),
        re.compile(rf"\b(?:(?:my|his|her|their|\w+['’]s) (?:{_APPS})(?: (?:is|as)|['’]?s| ?[:=])|(?:{_APPS}):|"
                   r"(?:gamer ?tag|user ?name)(?: is| ?[:=])?) (?P<sign>[a-z][\w.#\-]{2,40})", re.IGNORECASE)),
}
_EMAIL_BEFORE = re.compile(r"(?:\w{1,30} (?:dot|underscore|dash) ){1,3}$", re.IGNORECASE)
_EVERYBODYS_MAIL = re.compile(r"(?:info|hello|enquir(?:y|ies)|contact(?:us)?|help|support|admin|office|reception|team|"
                              r"feedback|referrals?)[\w.\-]*@", re.IGNORECASE)
_EVERYBODYS_PHONE = re.compile(r"(?:\+44|0)(?:3|80[08])")
"""0300 and 0800: numbers that only bodies have."""
_NOBODY = re.compile(
    r"\b[^\W\d_]{1,20}['’]?s (?:law|rule)\b|\bask (?:for )?(?:angela|ani)\b(?! on\b| at\b| in\b| from\b|,? she)|"
    r"\b(?:mary seacole|marie curie|marie stopes|anna freud|terrence higgins|oliver mcgowan|"
    r"(?:duke|duchess) of \w+|prince['’]?s trust)\b",
    re.IGNORECASE)
"""Laws, schemes and bodies that are called after people."""
_SPEAKS = (r"(?:said|says|told|tells|thinks|thought|reckons|wants|wanted|hates|hated|loves|loved|likes|liked|"
           r"didn['’]?t|doesn['’]?t|don['’]?t|won['’]?t|can['’]?t|couldn['’]?t|wouldn['’]?t|felt|feels|asked|uses|cried|"
           r"got (?:told|sent|put|kicked|refused|turned))\b")
"""What only people do; the next line holds what a gas bill may do as well."""
_SAYS = rf"(?:{_SPEAKS}|(?:went|gave|got|came|sorted|listened|rang|rung|phoned|texted|left|moved)\b)"
_SPOKE_AFTER = re.compile(rf" (?:just |never |also |only )?{_SPEAKS}", re.IGNORECASE)
_SAID_AFTER = re.compile(rf" (?:just |never |also |only )?{_SAYS}", re.IGNORECASE)
_THEIRS_AFTER = re.compile(
    r" (?:pa|sw|social worker|mum|dad|nan|carers?|foster|key ?worker|worker|gp|mate|brother|sister|phone|birthday|flat|"
    r"room|passport|baby|1\d|2[0-5])\b", re.IGNORECASE)
_ROLES = (
    "pas?|sw|social workers?|key ?workers?|support workers?|worker|nurse|counsellor|therapist|mentor|carers?|mum|dad|"
    "auntie|aunty|aunt|uncle|nan|grandad|sister|brother|mate|friend|ex|bf|gf|boyfriend|girlfriend|cousin|midwife|"
    "manager|teacher|advis[eo]r|psychologist|psychiatrist|son|daughter|partner|lad|girl|dentist|"
    "receptionist|lady|woman|man|guy|bloke|doctor|iro")
_ROLE_BEFORE = re.compile(
    rf"\b(?:{_ROLES}|ask(?:ed)? for|speak to|spoke to|ask(?:ed)?|told|met|with|saw|me and|me n),? $", re.IGNORECASE)
_PAIR_BEFORE = re.compile(r"(?P<other>[^\W\d_]+) (?:and|n|&|or) $", re.IGNORECASE)
_PAIR_AFTER = re.compile(r" (?:and|n|&|or) (?P<other>[^\W\d_]+)", re.IGNORECASE)
_FROM_AFTER = re.compile(r" (?:from|off) (?:the |my )?\w+", re.IGNORECASE)
_WITH_ME = frozenset({"i", "me", "my"})
_NUMBER_AFTER = re.compile(r"(?:,| ?\() ?(?:1[0-9]|2[0-5])\b" + _NO_AGE)
_CAPITAL_BEFORE = re.compile(r"\b(?P<other>[A-Z][a-z]+) $")
_CAPITAL_AFTER = re.compile(r" (?P<other>[A-Z][a-z]+)\b")
_THING_AFTER = re.compile(
    r"['’]?s? (?:group|period|law|rule|centre|center|team|line|project|house|lodge|trust|foundation|service|garden|"
    r"church|academy|school|college|hall|half term|holidays?|sessions?|forms?|cohort)\b", re.IGNORECASE)
_MONTHS = frozenset({"april", "august", "autumn", "frank", "june", "may", "summer", "will"})
"""With a capital these are a month, a verb or the helpline: they need a person's words beside them."""
_SPEAKING = frozenset("""
app apps bloke doctors dentists everybody form forms girls guy guys kids lads lady leaflet letter letters lot man men
mum mums dad dads nurse page people poster receptionist sign site some staff teacher teachers website woman women worker
""".split())  # noqa: SIM905
"""Those who say and want things, and are nobody by name."""
_ACRONYMS = frozenset("""
aa ae ai ca dr ed eh ep fb gp he hi hr hv id ig im is it iv la me mh my na ni no of ok om ot pa pc pe pm pr rm so sw
ta tm to tv uc uk up us we ya yp
""".split())  # noqa: SIM905
_NAME = r"(?P<name>[^\W\d_]+(?:['’\-][^\W\d_]+)*)"
_INTRODUCED = (
    re.compile(
        r"(?i:\b(?:my name is|my name['’]s|i am called|i['’]m called|called|named|it['’]s|this is|from|initials)) "
        r"(?P<name>[A-Z][a-z]+|[A-Z](?:\.? ?[A-Z])\b\.?)"),
    re.compile(
        r"\b(?:(?:my|his|her|their) name(?: is|['’]?s)|(?:calls|call|called) (?:him|her|them|me)|aka|"
        r"a\.k\.a\.?|goes by|nicknamed|initials|"
        rf"(?:{_ROLES}|s?he(?:['’]?s)?|i['’]?m|i am|who['’]?s|someone|somebody|bloke|guy|lady|woman|man)(?: is|['’]s)? "
        rf"(?:called|named)) {_NAME}", re.IGNORECASE),
    re.compile(rf"\b(?:{'|'.join(one for one in HONORIFICS if one != 'Miss')})\.? {_NAME}(?! out\b)", re.IGNORECASE),
    re.compile(r"\b(?i:miss|nurse|sir|sister) (?P<name>[A-Z](?:[a-z]+)?)\b(?! [A-Z]\b)"),
    re.compile(r"(?:^|[.!?,\n] ?|\b(?i:and|with|me n|ask) )(?P<name>[B-HJ-Z]|[A-Z]{2}) "
               rf"(?:from\b|{_SAYS}|(?:is|was|has|had)\b)"),
    re.compile(r"(?<![\w.])(?P<name>(?:[A-Z]\.){1,2}[A-Z]\.?)(?!\w)(?!\.?[A-Z])"),
    re.compile(rf"\b(?:my|his|her|their|our|new|old) (?:{_ROLES}),? (?!\w+(?:s|ed|ing|ly)\b){_NAME} "
               rf"(?:is|was|has|had|and|n|&|who|"
               rf"sorts|gets|does|makes|takes|helps|rings|knows|keeps|comes|goes|texts|lives|works|"
               rf"{_SAYS})", re.IGNORECASE),
    re.compile(rf"\b(?:text|ring|call|phone|message|contact) {_NAME} on (?=[+(\do])", re.IGNORECASE),
    re.compile(rf"(?<![\w'’\-]){_NAME} ?\((?=(?:1\d|2[0-5])\))"),
    re.compile(rf"(?:^|[.!?\n] ?)(?P<name>[A-Z][a-z]+)(?= {_SPEAKS})"),
    re.compile(r"(?:^|[.!?\n] ?)(?P<name>[a-z]{2}) (?:said|says|told|thinks|reckons|wants)\b"),
)
"""Words that say that a name follows: after these, words that no list holds are names too."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE = re.compile(r"(?:^|[.!?:\n“\"]\s*|[-–] )$")
_AGE_AFTER = re.compile(r"['’]?s? ?(?:,|\(|is|aged?)? ?(?P<age>1[0-9]|2[0-5])\b" + _NO_AGE)
_NEVER = frozenset("i i'm i'd i'll i've i’m i’d i’ll i’ve ok gp pa pas nhs camhs a&e english british".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class _Book:
    """First names as they are told: always, only where the words beside them show a person, and never."""

    plain: frozenset[str]
    also: frozenset[str]
    ours: frozenset[str]


def personal(text: str, *, names: Iterable[Mapping[str, str]] = (), known: Iterable[str] = ()) -> tuple[Noticed, ...]:
    """What in the words may show who somebody is, in their order.

    Args:
        text: as it was typed.
        names: the rows of `known/first_names.csv`.
        known: words that are nobody's name here: the services, providers and places of the register.
    """
    plain = clean(text)
    book = _book(names, known)
    found = [*_contacts(plain.text)]
    found += _apart(_patterns(plain.text, book), found)
    people = _apart(_names(plain.text, book), found)
    found += people + _apart(_ages(plain.text, people), found)
    first = {(one.kind, one.words.casefold()): one for one in sorted(found, key=lambda one: -one.start)}
    return tuple(Noticed(one.kind, plain.as_written(one.start, one.start + len(one.words)), plain.places[one.start])
                 for one in sorted(first.values(), key=lambda one: one.start))


def at_risk(text: str, rows: Iterable[Mapping[str, str]]) -> str:
    """The first words that may mean that somebody is not safe; '' where there are none.

    Args:
        text: as it was typed.
        rows: of `known/risk_words.csv`. `*` in their words stands for any letters, `…` for at most three
            words; those that begin with `not:` are harmless, whatever they hold.
    """
    words = tuple(row["words"] for row in rows)
    harmless = _risk(tuple(one.removeprefix("not:") for one in words if one.startswith("not:")))
    risky = _risk(tuple(one for one in words if not one.startswith("not:")))
    bare = _bare(text)
    safe = [match.span() for match in harmless.finditer(bare)]
    return next((match[0] for match in risky.finditer(bare) if not any(
        start <= match.start() and match.end() <= end for start, end in safe)), "")


@lru_cache(maxsize=4)
def _risk(words: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((_bare(one) for one in words if _bare(one)), key=len, reverse=True)
    told = "|".join(
        re.escape(one).replace(r"\*", r"[a-z]*").replace(r"\ …\ ", r"(?: \S+){0,3} ") for one in longest)
    return re.compile(rf"\b(?:{told})(?!\w)" if told else r"(?!)")


def _bare(text: str) -> str:
    """Small letters without apostrophes and hyphens, which hurried people leave out."""
    return squeezed(re.sub(r"['’‘]", "", text.casefold()).replace("-", " "))


def _book(rows: Iterable[Mapping[str, str]], known: Iterable[str]) -> _Book:
    rows = tuple(rows)
    said = (re.sub(r"\S+@\S+|https?://\S+", " ", one) for one in known)
    also = frozenset(row["first_name"] for row in rows if row["also"])
    ours = {word.casefold() for one in said for word in _WORD.findall(one) if word not in also}  # "PAs will complete"
    return _Book(frozenset(row["first_name"] for row in rows if not row["also"]), also,
                 frozenset(ours | {re.sub(r"['’]", "", word) for word in ours}))


def _apart(those: Iterable[Noticed], found: Iterable[Noticed]) -> list[Noticed]:
    """Those that do not meet what was found before them, nor each other."""
    taken = {place for one in found for place in range(one.start, one.start + len(one.words))}
    apart = []
    for one in those:
        places = range(one.start, one.start + len(one.words))
        if taken.isdisjoint(places):
            taken.update(places)
            apart.append(one)
    return apart


def _patterns(text: str, book: _Book) -> Iterator[Noticed]:
    for kind, patterns in _PATTERNS.items():
        for match in (match for pattern in patterns for match in pattern.finditer(text)):
            if _stands(kind, match, book):
                group = "sign" if kind is Personal.HANDLE and "sign" in match.re.groupindex else 0
                yield Noticed(kind, match[group].rstrip(" .-"), match.start(group))


def _stands(kind: Personal, match: re.Match[str], book: _Book) -> bool:
    """Whether what a pattern found is what it looks like."""
    groups = match.groupdict()
    if kind is Personal.NHS:
        return _is_nhs_number(match[0])
    if kind is Personal.PHONE:
        return not _EVERYBODYS_PHONE.match(match[0])
    if kind is Personal.ADDRESS:
        words = {word.casefold() for word in groups["of"].split()}
        return not words & _COMMON and not words - book.ours <= NOT_NAMES
    sign = groups.get("sign", "").casefold()
    return sign not in _NO_NAME and sign not in book.ours


def _is_nhs_number(words: str) -> bool:
    """Whether ten digits end with the check digit of an NHS number (NHS Data Dictionary: modulus 11)."""
    digits = [int(sign) for sign in words if sign.isdigit()]
    check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check % 11 == digits[9] and check != 10


def _contacts(text: str) -> Iterator[Noticed]:
    for mail in emails.scan(text):
        before = _EMAIL_BEFORE.search(text[max(0, mail.start - 100):mail.start])
        start = mail.start - len(before[0]) if before else mail.start
        if not _EVERYBODYS_MAIL.match(text[start:mail.end]):
            yield Noticed(Personal.EMAIL, text[start:mail.end], start)
    for one in phones.scan(text):
        # 111 and 116 123 are everybody's
        if (len(one.normalised) > 6 or one.problem) and not _EVERYBODYS_PHONE.match(one.normalised):
            yield Noticed(Personal.PHONE, text[one.start:one.end], one.start)


def _ages(text: str, people: Iterable[Noticed]) -> Iterator[Noticed]:
    """A number just after a person: "Jordan, 17"."""
    for one in people:
        end = one.start + len(one.words)
        if match := _AGE_AFTER.match(text[end:end + 24]):
            yield Noticed(Personal.AGE, match["age"], end + match.start("age"))


def _names(text: str, book: _Book) -> Iterator[Noticed]:
    nobody = [match.span() for match in _NOBODY.finditer(text)]
    nameless = book.ours | _NO_NAME | NEVER_HONOURED | _ACRONYMS | _SPEAKING | _NEVER
    for match in (match for pattern in _INTRODUCED for match in pattern.finditer(text)):
        if match["name"].casefold() not in nameless:
            yield Noticed(Personal.NAME, match["name"], match.start("name"))
    for match in _WORD.finditer(text):
        if any(start <= match.start() < end for start, end in nobody):
            continue
        if _is_name(match[0], text[max(0, match.start() - 40):match.start()], text[match.end():match.end() + 30], book):
            yield Noticed(Personal.NAME, re.sub(r"['’]s$", "", match[0]), match.start())


def _is_name(said: str, before: str, after: str, book: _Book) -> bool:
    """Whether a word is told as a name, by the lists, its capital and the words beside it."""
    word = re.sub(r"['’]s$", "", said)
    low = word.casefold()
    if {low, said.casefold(), re.sub(r"['’]", "", said.casefold())} & book.ours or low in _NEVER:
        return False
    if low in book.plain or any(part in book.plain for part in low.split("-")[:-1]):
        return True
    if low.endswith("s") and (low[:-1] in book.plain or low[:-1] in book.also) and _THEIRS_AFTER.match(after):
        return True
    titled = _is_titled(word, before) and not _is_bodys(before, after)
    if low in book.also:
        return _is_beside(low, before, after, book) or (
            titled and low not in _MONTHS and not _THING_AFTER.match(after))
    if low in _NO_NAME:
        return False
    return titled or (bool(_SAID_AFTER.match(after)) and _is_nearly(low, book))


def _is_titled(word: str, before: str) -> bool:
    """Whether a word has a capital that no beginning of a sentence gave it."""
    return word[:1].isupper() and not word.isupper() and _SENTENCE.search(before) is None


def _is_bodys(before: str, after: str) -> bool:
    """Whether a word with a capital stands beside another that is no part of a person's name: Red Cross."""
    beside = (_CAPITAL_BEFORE.search(before), _CAPITAL_AFTER.match(after))
    return not _ROLE_BEFORE.search(before) and any(one["other"].casefold() in NOT_NAMES for one in beside if one)


def _is_beside(low: str, before: str, after: str, book: _Book) -> bool:
    """Whether the words beside a word show that it is a person."""
    if _ROLE_BEFORE.search(before) and not _THING_AFTER.match(after):
        return low not in _MONTHS or not after.strip() or bool(_SPOKE_AFTER.match(after))
    if _SPOKE_AFTER.match(after) or _NUMBER_AFTER.match(after):
        return True
    if _SENTENCE.search(before) and _FROM_AFTER.match(after):
        return True
    pairs = (_PAIR_BEFORE.search(before), _PAIR_AFTER.match(after))
    others = (one["other"].casefold() for one in pairs if one)
    return any(other in _WITH_ME or other in book.plain for other in others)


def _is_nearly(low: str, book: _Book) -> bool:
    """Whether a word is a longer name with one slip of the hand in it."""
    near = (name for name in book.plain if name[0] == low[0] and len(name) > 5)
    return len(low) > 5 and any(Levenshtein.distance(low, name, score_cutoff=1) <= 1 for name in near)
