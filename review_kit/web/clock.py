"""What time it is, for stamps and waits: `web` may know it, judgements may not."""

import time
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


class Clock:
    """The machine's clock."""

    def now(self) -> str:
        """ISO date and time in UTC, to the millisecond."""
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def seconds(self) -> float:
        """A steady count of seconds."""
        return time.monotonic()

    def wait_asked_for(self, retry_after: str) -> float | None:
        """Seconds that a Retry-After header asks for, given as a number or as a date (RFC 9110 section 10.2.3)."""
        said = retry_after.strip()
        if not said:
            return None
        if said.isascii() and said.isdigit():
            return float(said[:9])
        try:
            until = parsedate_to_datetime(said)
        except (ValueError, OverflowError):
            return None
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - datetime.fromisoformat(self.now())).total_seconds())


class StoppedClock(Clock):
    """Always the same moment: the practice review's records are the same on every run."""

    def __init__(self, moment: str) -> None:
        self._moment = moment

    def now(self) -> str:
        """The one moment."""
        return self._moment

    def seconds(self) -> float:
        """No time passes."""
        return 0.0
