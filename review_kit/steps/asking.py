"""Ask providers to confirm their entries: drafts and pages to send, for the kit sends nothing itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from review_kit import asking, disk, excel
from review_kit.asking import Provider, Stand, Standing
from review_kit.checks.email_of_one_person import CHECK as ONE_PERSONS
from review_kit.errors import DecisionError
from review_kit.model import Contact, Request, Review
from review_kit.reports.addresses import dangers_of
from review_kit.steps.folders import review_folder

TO_WRITE = frozenset({Stand.NOT_ASKED})
"""Providers that get a message."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and the requests that the store is to keep."""

    files: tuple[Path, ...]
    requests: tuple[Request, ...] = ()


def provider_standings(review: Review) -> tuple[Standing, ...]:
    """Where each provider of the register stands: who is to be asked, waited for, reminded."""
    register, decided = review.register, review.decided
    return asking.standing(asking.providers(register), decided.requests, decided.answers, today=review.today,
                           settings=register.settings)


def write_requests(review: Review, out: str | Path | None = None, *, who: str, reply_by: date | None = None) -> Written:
    """Write a message for each provider that was not asked yet: a draft where its mailbox is known, a page otherwise.

    Args:
        review: with what was asked and answered so far.
        out: the review's folder; the files go into its folder `confirm`.
        who: the role that asks.
        reply_by: the day to answer by, four weeks from the review's day by default.

    Raises:
        DecisionError: the day to answer by has passed.
        ReviewFolderError: the folder cannot be written.
    """
    by = reply_by or asking.reply_day(review.today)
    if by <= review.today:
        raise DecisionError("Nothing was written: the day to answer by must be one that is still to come.")
    wanted = [_open_entries(each) for each in provider_standings(review) if each.stand in TO_WRITE]
    made = asking.files(wanted, review.register, today=review.today, reply_by=by, printed=dangers_of(review).printed,
                        personal=_personal(review))
    requests = (Request(0, "", each.name, each.to, tuple(service.key for service in each.services),
                        review.today.isoformat(), by.isoformat(), who) for each in wanted)
    return Written(_write(review, out, made), tuple(requests))


def write_reminders(review: Review, out: str | Path | None = None, *, reply_by: date | None = None) -> Written:
    """Write the list of providers to remind today, and a message for each of them.

    Raises:
        DecisionError: the day to answer by has passed.
        ReviewFolderError: the folder cannot be written.
    """
    by = reply_by or asking.reply_day(review.today)
    if by <= review.today:
        raise DecisionError("Nothing was written: the day to answer by must be one that is still to come.")
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
    return paths


def _folders(paths: Iterable[Path]) -> Iterable[Path]:
    return dict.fromkeys(path.parent for path in paths)
