"""Words that age: the cues of `known/ageing_words.csv`, and whether one of them has aged.

A cue is a regular expression in lower case with words in capitals: SERVICE stands for what an offer consists of, DATE
for a date with its year, OFTEN for “monthly” and its like, PLACE for the words that follow up to a comma, and “NOW ”
for “now still”. A row of the kind `stop` names words in which a cue of its class means something else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from review_kit.assurance import assured_on, cycle_months
from review_kit.checks._named_days import DATE, span
from review_kit.dates import months_after
from review_kit.model import Facts, Service, Severity

TABLE = "ageing_words"
NOT_KNOWN = 12
"""Months that words count as old where nobody has assured the entry."""
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_STANDS_FOR = {
    "SERVICE": r"(?:services?|teams?|offers?|groups?|schemes?|projects?|programmes?|clinics?|hubs?|centres?|"
               r"helplines?|lines?|pathways?|provision|sessions?|websites?|drop[- ]ins?|contracts?|courses?|workshops?|"
               r"app)",
    "OFTEN": r"(?:daily|(?:bi-?|twice[- ]|tri-?)?(?:weekly|monthly|annually)|fortnightly|quarterly|termly|yearly|"
             r"annual|every (?:\w+ )?(?:day|week|fortnight|month|term|year)s?|"
             r"(?:once|twice) (?:a|per) (?:week|month|term|year))",
    "PLACE": r"(?P<place>[^.;:,()–\n]{2,50}\b)",
    "DATE": DATE,
    "YEARS": rf"(?P<years>[1-9]|{'|'.join(_NUMBERS)})",
    "NOW ": r"(?:(?:now|currently|still|all|also|just|presently|soon|then|shortly|gradually|eventually|temporarily|"
            r"actively|fully|only|recently|already) ){0,2}",
}


@dataclass(frozen=True, slots=True)
class Aged:
    """Words that were found to have aged: which, by what rule, and the question that they leave."""

    row: Mapping[str, str]
    start: int
    end: int
    saw: str
    asks: str
    why: str

    @property
    def severity(self) -> Severity:
        """As the table has it."""
        return Severity.CAUTION if self.row["severity"] == "caution" else Severity.NOTE


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of the table, ready to be looked for."""

    row: Mapping[str, str]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The cues and the stops of the table, each in its order."""

    cues: tuple[Cue, ...]
    stops: tuple[Cue, ...]

    def means_something_else(self, cue: Cue, match: re.Match[str]) -> bool:
        """Whether the words that a cue was found in are those of a stop of its class."""
        return any(_overlap(other.span(), match.span()) for stop in self.stops
                   if stop.row["class"] in {"", cue.row["class"]} for other in stop.pattern.finditer(match.string))


def aged(facts: Facts, table: Table, service: Service, sentence: str) -> Aged | None:
    """The first cue in the table's order that stands in a sentence and has aged; None where none has."""
    for cue in table.cues:
        for match in cue.pattern.finditer(sentence):
            if not table.means_something_else(cue, match) and (told := _judged(facts, service, cue, match)):
                return told
    return None


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def table_of(facts: Facts) -> Table:
    """The table, ready to be looked for; without it, nothing is found."""
    return _compiled(tuple(tuple(row.items()) for row in facts.known.get(TABLE, ())))


@lru_cache(maxsize=4)
def _compiled(rows: tuple[tuple[tuple[str, str], ...], ...]) -> Table:
    made = [Cue(dict(row), compiled(dict(row)["cue"])) for row in rows]
    return Table(*(tuple(cue for cue in made if cue.row["kind"] == kind) for kind in ("cue", "stop")))


def compiled(cue: str) -> re.Pattern[str]:
    """A cue as a pattern; a slip of the person who edits the table is read as plain words, and a test points at it."""
    form = cue
    for word, stands_for in _STANDS_FOR.items():
        form = form.replace(word, stands_for)
    try:
        return re.compile(rf"(?<![\w’'-])(?:{form})(?![\w’-])", re.IGNORECASE)
    except re.error:
        return re.compile(re.escape(cue), re.IGNORECASE)


def _judged(facts: Facts, service: Service, cue: Cue, match: re.Match[str]) -> Aged | None:
    counts = {"end": _by_its_end, "start": _by_its_start}.get(cue.row["counts_from"], _by_assurance)
    return counts(facts, service, cue.row, match)


def _by_assurance(facts: Facts, service: Service, row: Mapping[str, str], match: re.Match[str]) -> Aged | None:
    """Words that hold for some months after somebody assured the entry."""
    limit, last = _months(row), assured_on(service)
    if last is None or last > facts.today:
        old = limit <= NOT_KNOWN
        why = f"“Assured on” names no day in the past, so the words count as {NOT_KNOWN} months old"
    else:
        old, why = months_after(last, limit) <= facts.today, f"The entry was assured on {last.isoformat()}"
    after = f"after {limit} months" if limit else "whatever their age"
    return _aged(row, match, row["saw"], f"{why}; words like these are asked about {after}") if old else None


def _by_its_end(facts: Facts, service: Service, row: Mapping[str, str], match: re.Match[str]) -> Aged | None:
    """Words that name a day: it has passed, or it will before the entry's next review."""
    last = _end(match)
    review = months_after(facts.today, cycle_months(service, facts.register.settings))
    if last is None or last >= review:
        return None
    when = "that has passed" if last < facts.today else "that comes before the next review"
    return _aged(row, match, f"{row['saw']} {when}", f"We read its last day as {last.isoformat()}")


def _by_its_start(facts: Facts, _: Service, row: Mapping[str, str], match: re.Match[str]) -> Aged | None:
    """Words that name the day from which they hold, and hold for some months after it."""
    begun, limit = _days(match), _months(row)
    if begun is None or months_after(begun[1], limit) > facts.today:
        return None
    return _aged(row, match, row["saw"], f"Words like these are asked about {limit} months after the day they name")


def _months(row: Mapping[str, str]) -> int:
    return int(row["months"]) if row["months"].isdigit() else 0


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    return span(match.groupdict().get("date") or "")


def _end(match: re.Match[str]) -> date | None:
    days, years = _days(match), match.groupdict().get("years")
    if days is None or not years:
        return days[1] if days else None
    number = int(years) if years.isdigit() else _NUMBERS.index(years.casefold()) + 1
    return months_after(days[0], 12 * number)


def _aged(row: Mapping[str, str], match: re.Match[str], saw: str, why: str) -> Aged:
    blanks = {name: (text or "").strip() for name, text in match.groupdict().items()}
    asks = row["asks"]
    for name, text in blanks.items():
        asks = asks.replace(f"{{{name}}}", text)
    return Aged(row, *match.span(), saw, asks, f"{why}. Cue: {row['class']}, “{match[0]}”. Source: {row['source']}")
