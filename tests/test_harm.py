"""How much depends on an entry being right."""

import pytest

from review_kit.harm import harm

from .checks import facts as make


@pytest.mark.parametrize("name", [
    "Crisis team", "Suicide prevention", "Help with self-harm", "A&E and emergency care", "Safe Havens for adults",
    "Mental health helpline", "For immediate needs", "Open 24 hours a day", "24/7 chat", "Out-of-hours service",
    "A 24-hour line", "Urgent mental health help", "CRISIS LINE", "Emergencies only", "For self-harming young people",
    "Urgently needed help", "Round-the-clock support", "Day or night", "Open twenty-four hours", "Crisis: we are here",
])  # fmt: skip
def test_crisis_and_24_hour_services_are_known_by_their_words(name: str) -> None:
    """A service that people in need turn to, or that never closes, is known by its own words."""
    assert harm(make.service(name=name)) > 0


@pytest.mark.parametrize("name", [
    "Support for young people in crisis", "Help in an emergency", "For people in urgent need",
    "When you are in immediate danger",
    "Anyone within crisis services",
])  # fmt: skip
def test_being_in_need_is_need(name: str) -> None:
    """`in crisis` is the plainest word for it; only a span of time is turned by `in` and `within`."""
    assert harm(make.service(name=name)) == 1


@pytest.mark.parametrize("name", [
    "Art group", "Support for non-urgent health needs", "This is not an emergency service", "Pharmacy", "Harmony choir",
    "We answer within 24 hours", "We answer in 24 hours", "Call 01632 960124 7 days", "Not a crisis service",
    "Non-crisis support", "Ring 0306 999 0247", "Ring 0306 247 9901", "Charming walks", "Not\nurgent",
    "Non‑urgent care",    "Within 24 hours",
])  # fmt: skip
def test_other_services_are_not(name: str) -> None:
    """A word inside another word or number, or turned by the word before it, does not make a crisis service."""
    assert harm(make.service(name=name)) == 0


@pytest.mark.parametrize("name", ["Open 24\u00a0hours", "Self‑harm support", "Safe\nhaven", "24–7 chat", "Open 24 7",
                                  "Out\u2010of\u2010hours help"])
def test_what_word_processors_put_between_words_does_not_hide_them(name: str) -> None:
    """No-break spaces, line breaks, no-break hyphens and dashes stand for a space."""
    assert harm(make.service(name=name)) == 1


def test_need_and_hours_count_one_each() -> None:
    """A crisis line that never closes stands before one that does; many words of need are one point."""
    assert harm(make.service(name="Crisis line, 24/7")) == 2
    assert harm(make.service(name="Urgent crisis emergency helpline")) == 1


def test_impact_does_not_count() -> None:
    """A service that prevents crises is not a crisis service."""
    assert harm(make.service(impact="Prevents crisis and harm")) == 0


@pytest.mark.parametrize(("published", "values"), [
    ({"frequency": "24 hours a day"}, {}), ({}, {"Hours": "24/7"}), ({}, {"THRIVE groups": "Getting risk support"}),
    ({}, {"In plain words": "For when you are in crisis"}), ({}, {"How to get it": "Ring the helpline"}),
])  # fmt: skip
def test_published_words_and_four_review_columns_count(published: dict[str, str], values: dict[str, str]) -> None:
    """What the lead has filled in counts like the published words."""
    assert harm(make.service(values=values, **published)) == 1


@pytest.mark.parametrize("column", ["Evidence", "Who it is not for", "Assured by", "Confirm with"])
def test_other_columns_do_not_count(column: str) -> None:
    """Whom a service is not for, and who checked it, say nothing of the need."""
    assert harm(make.service(values={column: "Crisis team, 24/7"})) == 0

