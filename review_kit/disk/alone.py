"""One run at a time on a review."""

import hashlib
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from review_kit.disk.folders import make_folder, unusable
from review_kit.errors import BusyError


def hold_alone(folder: Path) -> FileLock:
    """Hold a review for one run: two would ask every host twice, and each would believe the other's links unasked.

    The lock stands among this person's temporary files, so that a review's folder holds nothing but the review. The
    system lets go of it when the run's process ends, however that comes about.

    Raises:
        BusyError: another run has it.
        ReviewFolderError: there is no place for the lock.
    """
    name = hashlib.sha256(str(folder.resolve()).casefold().encode()).hexdigest()[:16]
    locks = make_folder(user_cache_path("review-kit"))
    lock = FileLock(locks / f"{name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BusyError(f"The review in {folder} is being checked now, by another window or program. "
                        "Wait for its end, or stop it there, and try again.") from None
    except OSError as error:
        raise unusable(locks, error) from error
    return lock
