"""Named persons: few cues, and none invented."""

import pytest

from review_kit.model import ContactKind
from review_kit.rows import find_contacts

from .build import cell


def people(text: str) -> list[str]:
    """The persons of a cell."""
    return [contact.normalised for contact in find_contacts(cell(text)) if contact.kind is ContactKind.PERSON]


@pytest.mark.parametrize(("text", "names"), [
    ("Dr Ana Roe", ["Ana Roe"]), ("Mrs. O'Brien-Smith will call", ["O'Brien-Smith"]), ("Mr J. Patel", ["J. Patel"]),
    ("Ms Green", ["Green"]), ("Prof Siân Łukasz", ["Siân Łukasz"]), ("Miss Ana Roe", ["Ana Roe"]),
    ("Contact Jo Bloggs on 01332 640777", ["Jo Bloggs"]), ("ask for Jo Bloggs", ["Jo Bloggs"]),
    ("speak to Mary Jane Watson", ["Mary Jane Watson"]), ("Team manager: Siân McDonald", ["Siân McDonald"]),
    ("Family support worker - Jo Bloggs", ["Jo Bloggs"]), ("c/o Jo Bloggs", ["Jo Bloggs"]),
    ("led by Jo Bloggs", ["Jo Bloggs"]), ("Karen Wilson karen.wilson71@nhs.net", ["Karen Wilson"]),
    ("Charlie Fields\nCharlieFields@example.org", ["Charlie Fields"]),
    ("Dr Ana Roe and Mr Bo Li", ["Ana Roe", "Bo Li"]), ("Dr Ana Roe Team", ["Ana Roe"]),
])
def test_a_person_is_found_by_a_cue(text: str, names: list[str]) -> None:
    """An honorific, a cue such as "ask for", or an e-mail address that repeats the name vouch for it."""
    assert people(text) == names


@pytest.mark.parametrize("text", [
    "Designated Nurse for Looked After Children & Trauma Navigator", "Principal Social Worker", "PA or TM",
    "Contact Derby City Council", "Call Mental Health Helpline on 0800 0280077", "call NHS 111",
    "Contact Citizens Advice",
    "speak to your Personal Advisor", "Do not Miss Out", "Dr Surgery", "Affinity Trust", "Lead: Trauma Navigator",
    "Contact Family Hubs", "email Safe Haven", "via Local Area Coordination", "Derbyshire Federation for Mental Health",
    "contact Talking Therapies", "Ask for Support Worker", "Contact: Monday Tuesday", "Karen Wilson", "call Us Now",
    "Contact Derby Theatre",
    "12 Hilltop Dr Derby", "Access to Plus One scheme", "Sister Circle", "contact Kooth",
    "Safe Haven info@example.org", "Derby Hub derbyhub2@example.nhs.uk", "Worker, Housing Options", "text SHOUT",
])
def test_bodies_roles_and_places_are_no_persons(text: str) -> None:
    """Two capitalised words are no person without a cue, nor with one where a word is a body's."""
    assert people(text) == []
