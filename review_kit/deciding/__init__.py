"""Decisions beside findings: which holds, which came back and why, what stands in the way of an assurance."""

from review_kit.deciding.matching import due_of, key_of
from review_kit.deciding.offers import decision, offered
from review_kit.deciding.outcomes import outcomes
from review_kit.deciding.standing import Standing, standings
from review_kit.deciding.vouching import vouching

__all__ = ["Standing", "decision", "due_of", "key_of", "offered", "outcomes", "standings", "vouching"]  # fmt: skip
