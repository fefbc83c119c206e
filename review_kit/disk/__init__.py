"""OUTSIDE: facts as JSON Lines in the review's folder, what earlier reviews hand on, and the tables of `known/`."""

from review_kit.disk.alone import hold_alone
from review_kit.disk.earlier import earlier_review
from review_kit.disk.facts import FACTS_FILE, FactFile, Read, read_facts
from review_kit.disk.folders import make_folder, make_private_folder, write_text_log
from review_kit.disk.known import known_tables

__all__ = ["FACTS_FILE", "FactFile", "Read", "earlier_review", "hold_alone", "known_tables", "make_folder",
           "make_private_folder", "read_facts", "write_text_log"]  # fmt: skip
