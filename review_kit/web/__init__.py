"""OUTSIDE: addresses to Visits. Politeness, budgets, canaries and the one way out live here; judgements do not."""

from review_kit.web.clock import Clock, StoppedClock
from review_kit.web.connector import Connector
from review_kit.web.gather import Network, Outcome, aside, examine, gather
from review_kit.web.names import Names, NotPublicError, SystemNames
from review_kit.web.pace import PRACTICE, Pace

__all__ = ["PRACTICE", "Clock", "Connector", "Names", "Network", "NotPublicError", "Outcome", "Pace", "StoppedClock",
           "SystemNames", "aside", "examine", "gather"]
