"""Dates in cells: a number and a format that shows it as a date.

Serial 1 is 1 January 1900, and Lotus 1-2-3's 29 February 1900, which never was, is serial 60
(ECMA-376 part 1, 18.17.4.1).
"""

import re
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache

_NOT_THE_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LEAP_DAY_THAT_NEVER_WAS = 60
_DAY_0, _DAY_0_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_MINUTES_A_DAY = 24 * 60


class DateKind(Enum):
    """What a number format shows of a moment."""

    NONE = "not a date"
    DAY = "day"
    TIME = "time of day"
    BOTH = "day and time"
    ELAPSED = "time that has passed"


@lru_cache(maxsize=1024)
def date_kind(code: str) -> DateKind:
    """What a number format shows: judged by its first section, without its quoted words and colours."""
    section = _NOT_THE_FORMAT.sub("", code).split(";")[0].lower()
    if _ELAPSED.search(section):
        return DateKind.ELAPSED
    if "general" in section:
        return DateKind.NONE
    has_time = "h" in section or "s" in section
    has_day = "y" in section or "d" in section or ("m" in section and not has_time)
    if has_day:
        return DateKind.BOTH if has_time else DateKind.DAY
    return DateKind.TIME if has_time else DateKind.NONE


def date_text(serial: float, kind: DateKind, *, since_1904: bool) -> str:
    """A serial number as ISO text: `2026-11-21`, `2026-11-21 14:30`, `14:30`.

    Raises:
        ValueError: no such day.
    """
    if kind is DateKind.ELAPSED:
        hours, minutes = divmod(round(serial * _MINUTES_A_DAY), 60)
        return f"{hours}:{minutes:02}"
    if kind is DateKind.TIME:
        hours, minutes = divmod(round(serial % 1 * _MINUTES_A_DAY) % _MINUTES_A_DAY, 60)
        return f"{hours:02}:{minutes:02}"
    moment = _moment(serial, since_1904=since_1904)
    return f"{moment:%Y-%m-%d}" if kind is DateKind.DAY else f"{moment:%Y-%m-%d %H:%M}"


def _moment(serial: float, *, since_1904: bool) -> datetime:
    if serial < 0 or (not since_1904 and int(serial) == _LEAP_DAY_THAT_NEVER_WAS):
        raise ValueError(f"{serial:g} is no day of the calendar")
    if since_1904:
        first = datetime(1904, 1, 1)  # noqa: DTZ001 - a workbook's dates have no time zone
    else:
        day_0 = 31 if serial < _LEAP_DAY_THAT_NEVER_WAS else 30
        first = datetime(1899, 12, day_0)  # noqa: DTZ001 - as above
    try:
        return first + timedelta(minutes=round(serial * _MINUTES_A_DAY, 3))
    except OverflowError as error:
        raise ValueError(f"{serial:g} is no day of the calendar") from error


def day_serial(iso: str, *, since_1904: bool) -> int | None:
    """The serial number of an ISO day such as `2026-11-21`.

    Returns:
        None for what is no such day, and for one that the workbook cannot hold or that programs count differently:
        before 1 March 1900, or before 1904 in the other calendar.
    """
    try:
        day = date.fromisoformat(iso) if _ISO_DAY.fullmatch(iso) else None
    except ValueError:  # the 31st of a month with 30 days
        return None
    if day is None:
        return None
    serial = (day - (_DAY_0_OF_1904 if since_1904 else _DAY_0)).days
    return serial if serial > (-1 if since_1904 else _LEAP_DAY_THAT_NEVER_WAS) else None


def iso_text(value: str) -> str:
    """A date that the file keeps as ISO text, in the same shape: midnight is left out, a duration is left as it is."""
    if not _ISO_DAY.match(value.strip()):
        return value
    day, _, time = value.strip().removesuffix("Z").partition("T")
    return day if time[:5] in ("", "00:00") else f"{day} {time[:5]}"
