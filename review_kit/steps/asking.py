"""Ask providers to confirm their entries: drafts and pages to send, for the kit sends nothing itself."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from review_kit import asking, disk, excel
from review_kit.asked_words import words_digest
from review_kit.asking import Provider, Stand, Standing
from review_kit.checks.email_of_one_person import CHECK as ONE_PERSONS
from review_kit.dates import months_after
from review_kit.errors import DecisionError
from review_kit.model import Contact, Request, Review
from review_kit.reports.addresses import dangers_of
from review_kit.steps.folders import review_folder

TO_WRITE = frozenset({Stand.NOT_ASKED})
"""Providers that get a message."""
LONGEST_WAIT = 12
"""Months that a provider may have to answer: a slip of the hand in the year would put the reminder off for ever."""
_OTHER_ENDING = {".eml": ".html", ".html": ".eml"}


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and the requests that the store is to keep."""

    files: tuple[Path, ...]
    requests: tuple[Request, ...] = ()
    instead_of: tuple[Request, ...] = ()
    """Requests that were not sent, in whose stead the new ones stand."""


def provider_standings(review: Review) -> tuple[Standing, ...]:
    """Where each provider of the register stands: who is to be asked, waited for, reminded."""
    register, decided = review.register, review.decided
    return asking.standing(asking.providers(register), decided.requests, decided.answers, today=review.today,
                           settings=register.settings)


def write_requests(review: Review, out: str | Path | None = None, *, who: str, reply_by: date | None = None,
                   again: bool = False) -> Written:
    """Write a message for each provider that was not asked yet: a draft where its mailbox is known, a page otherwise.

    Args:
        review: with what was asked and answered so far.
        out: the review's folder; the files go into its folder `confirm`.
        who: the role that asks.
        reply_by: the day to answer by, four weeks from the review's day by default.
        again: write those anew as well that were written and not sent: the register has changed since, or they stand
            in the folder of an earlier review.

    Raises:
        DecisionError: the day to answer by has passed, or is too far away.
        ReviewFolderError: the folder cannot be written.
    """
    by, to_write = day_to_answer_by(review, reply_by), TO_WRITE | ({Stand.NOT_SENT} if again else set())
    asked = [each for each in provider_standings(review) if each.stand in to_write]
    wanted = [_open_entries(each) for each in asked]
    made = asking.files(wanted, review.register, today=review.today, reply_by=by, printed=dangers_of(review).printed,
                        personal=_personal(review))
    requests = (Request(0, "", each.name, each.to, tuple(service.key for service in each.services),
                        review.today.isoformat(), by.isoformat(), who, asked=tuple(map(words_digest, each.services)))
                for each in wanted)
    before = {request.id: request for each in asked for request in each.requests}
    return Written(_write(review, out, made), tuple(requests), tuple(before.values()))


def reminded(standing: Standing) -> tuple[Request, ...]:
    """The requests of a provider that was reminded, with the words as they stand now: the reminder quotes those."""
    now = {service.key: words_digest(service) for service in standing.open}
    return tuple(replace(each, asked=tuple(now.get(key, each.asked_of(key)) for key in each.service_keys))
                 for each in standing.requests)


def day_to_answer_by(review: Review, day: date | None = None) -> date:
    """The day by which providers are asked to answer: four weeks from the review's day where nobody says another.

    Raises:
        DecisionError: it has passed, or is too far away.
    """
    by = day or asking.reply_day(review.today)
    if by <= review.today:
        raise DecisionError("Nothing was kept or written: the day to answer by must be one that is still to come.")
    if by > months_after(review.today, LONGEST_WAIT):
        raise DecisionError("Nothing was kept or written: the day to answer by is more than a year away. "
                            "Write a nearer one.")
    return by


def write_reminders(review: Review, out: str | Path | None = None, *, reply_by: date | None = None) -> Written:
    """Write the list of providers to remind today, and a message for each of them.

    Raises:
        DecisionError: the day to answer by has passed, or is too far away.
        ReviewFolderError: the folder cannot be written.
    """
    by = day_to_answer_by(review, reply_by)
    made = asking.reminder_files(provider_standings(review), review.register, today=review.today, reply_by=by,
                                 printed=dangers_of(review).printed, personal=_personal(review))
    return Written(_write(review, out, made))


def _open_entries(standing: Standing) -> Provider:
    """The provider with the entries that nobody has answered for yet."""
    return Provider(standing.provider.name, standing.provider.to, standing.open)


def _personal(review: Review) -> frozenset[str]:
    """The mailboxes that seem to be one person's: a shared one is asked for."""
    return frozenset(finding.about.normalised for finding in review.findings
                     if finding.check == ONE_PERSONS.name and isinstance(finding.about, Contact))


def _write(review: Review, out: str | Path | None, made: Mapping[str, bytes]) -> tuple[Path, ...]:
    folder = review_folder(out, today=review.today)
    paths = tuple(folder / name for name in made)
    for path in _folders(paths):
        disk.make_folder(path)
    for path, content in zip(paths, made.values(), strict=True):
        excel.save_whole(content, path)
        _clear_other(path)
    return paths


def _clear_other(path: Path) -> None:
    """Take away the page of a provider that now gets a draft, or the other way round: only one is to be sent."""
    if path.suffix in _OTHER_ENDING:
        with suppress(OSError):
            path.with_suffix(_OTHER_ENDING[path.suffix]).unlink(missing_ok=True)


def _folders(paths: Iterable[Path]) -> Iterable[Path]:
    return dict.fromkeys(path.parent for path in paths)
