"""Opening hours as people in England type them, read word by word: phrases, groups of days, hours."""

from review_kit.hours.faults import Fault, Kind
from review_kit.hours.groups import Spell
from review_kit.hours.reading import LONGEST, Reading, hours_reader
from review_kit.hours.words import TABLE

__all__ = ["LONGEST", "TABLE", "Fault", "Kind", "Reading", "Spell", "hours_reader"]
