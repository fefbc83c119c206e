"""A short name for each finding, by which a form or a workbook speaks of it."""

import hashlib

from review_kit.model import Outcome


def name_of(outcome: Outcome) -> str:
    """Twelve hexadecimal digits: the same as long as what is complained of, its column and its basis are the same.

    A decision on something that has changed since the page was drawn or the workbook was written finds nothing, and
    so cannot land on something that nobody has seen.
    """
    said = "\x1f".join((*outcome.key, str(outcome.finding.cell.column), outcome.suggestion,
                        *(part for pair in outcome.finding.basis for part in pair)))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]
