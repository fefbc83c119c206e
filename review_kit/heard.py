"""What people heard that still counts: the newest call about a contact, and the provider's newest reply.

An answer counts for as long as an assurance of its entry would, from its own day (`assurance.cycle_months`): a crisis
line that answered in spring may be silent by autumn.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile

from review_kit.asked_words import asked_texts, words_digest
from review_kit.assurance import cycle_months
from review_kit.dates import months_after, prose_date
from review_kit.model import Answer, Contact, Facts, Says, Service, Settings, Way
from review_kit.rows.text import squeezed

QUOTED = 300
"""Signs of a provider's words that stand in a sentence."""
SILENT_DAYS = 3
"""Days without an answer after which a young person would not get one either."""


def counting(facts: Facts, service: Service) -> Iterator[Answer]:
    """The answers about an entry that still count, the newest first."""
    for answer in facts.answers_about(service.key):
        if still_counts(answer, service, facts.register.settings, today=facts.today):
            yield answer


def still_counts(answer: Answer, service: Service, settings: Settings, *, today: date) -> bool:
    """Whether an answer about an entry was not undone, and its day is within the entry's review cycle."""
    day = _day(answer.on)
    return (not answer.undone_on and day is not None
            and day <= today <= months_after(day, cycle_months(service, settings)))


def _day(on: str) -> date | None:
    """An ISO day; of an answer without one nobody can say whether it still counts."""
    try:
        return date.fromisoformat(on)
    except ValueError:
        return None


def calls(facts: Facts, service: Service, contact: Contact) -> tuple[Answer, ...]:
    """What came of ringing a contact, the newest first; a number that was mended since is another one."""
    about = contact.normalised or contact.as_written
    return tuple(a for a in counting(facts, service) if a.way is Way.CALL and a.about == about)


def said_last(facts: Facts, service: Service, contact: Contact) -> Answer | None:
    """The newest call that told something.

    That nobody answered takes nothing back of what was heard before, unless several days since then were silent: then
    that it answered once says nothing of today.
    """
    made = calls(facts, service, contact)
    silent = silent_since(made)
    told = next(iter(made[len(silent):]), None)
    if told is not None and not (told.says is Says.RIGHT and len({call.on for call in silent}) >= SILENT_DAYS):
        return told
    return made[0] if made else None


def silent_since(made: Iterable[Answer]) -> tuple[Answer, ...]:
    """Those of the calls, the newest first, at which nobody has answered since somebody last did."""
    return tuple(takewhile(lambda call: call.says is Says.NOBODY, made))


def reply(facts: Facts, service: Service) -> Answer | None:
    """The provider's newest reply about the entry, if its published words are those that were asked about."""
    newest = next((a for a in counting(facts, service) if a.way is Way.REPLY), None)
    return newest if newest is not None and newest.asked == words_digest(service) else None


def confirmed(facts: Facts, service: Service, contact: Contact) -> Answer | None:
    """The answer by which a person confirmed a contact.

    A provider that ticks “correct” may not have rung its own number: its reply says nothing against a call, and nothing
    of what its letter did not show.
    """
    call = said_last(facts, service, contact)
    if call is not None:
        return call if call.says is Says.RIGHT else None
    replied = reply(facts, service)
    right = replied is not None and replied.says is Says.RIGHT and _was_shown(facts, service, contact)
    return replied if right else None


def _was_shown(facts: Facts, service: Service, contact: Contact) -> bool:
    """Whether a contact stands among the words that a provider is asked about: not in our notes, nor behind words."""
    columns = facts.register.columns
    column = next((name for name, number in columns.items() if number == contact.cell.column), "")
    return not columns or squeezed(contact.as_written) in squeezed(dict(asked_texts(service)).get(column, ""))


def in_words(answer: Answer) -> str:
    """Who heard it and when, as a sentence; the remark that was kept with it stands behind."""
    day = _day(answer.on)
    on = prose_date(day) if day else answer.on
    heard = f"{answer.who} tried it on {on}" if answer.way is Way.CALL else f"The provider answered on {on}"
    quoted = squeezed(answer.text)[:QUOTED].rstrip(".") if answer.says in {Says.PAUSED, Says.CLOSED} else ""
    more = f", “{quoted}”" if quoted else ""  # what has changed is quoted by a finding of its own
    note = f" ({answer.note.rstrip('.')})" if answer.note else ""
    return f"{heard}: {answer.says}{more}{note}."


def heard_of(facts: Facts, says: Says) -> Iterator[tuple[Service, Contact, Answer]]:
    """Every contact of which the newest call that told something says this."""
    for service, contact in facts.register.contacts:
        answer = said_last(facts, service, contact) if not service.retired else None
        if answer is not None and answer.says is says:
            yield service, contact, answer


def replied(facts: Facts, says: Says) -> Iterator[tuple[Service, Answer]]:
    """Every entry of which the provider's newest reply says this, while its words are those that were asked about."""
    for service in facts.register.services:
        answer = reply(facts, service)
        if answer is not None and answer.says is says:
            yield service, answer


def newest_contract_end(facts: Facts, service: Service) -> Answer | None:
    """The provider's newest reply that names the end of its contract, whatever became of the entry's words since."""
    return next((answer for answer in counting(facts, service) if answer.contract_ends), None)
