"""Notebook 4: every finding stands on some page, and the list can be narrowed."""

import re

import pytest

from review_kit.place import Place
from review_kit.widgets.decide import DecisionDesk
from review_kit.widgets.form import Form

from . import places
from .pages import shown, still


def on_page(form: Form) -> list[str]:
    """The numbers of the findings that stand on the page."""
    return re.findall(r'id="finding-(\d+)"', form.html)


def test_every_finding_stands_on_some_page_once(place: Place) -> None:
    """From the first page to the last, in the order of the report, and back again."""
    form = DecisionDesk(places.checked(place))
    form.press("narrow", {"show": "everything"})
    first, seen = on_page(form), on_page(form)
    assert "previous" not in shown(form).buttons
    turned = 0
    while "next" in shown(form).buttons:
        form.press("next")
        turned += 1
        seen += on_page(form)
    assert turned > 0
    assert seen == [str(number) for number in range(1, len(seen) + 1)]
    assert f"{len(seen)} findings about" in shown(form).words
    last = on_page(form)
    form.press("next")
    assert on_page(form) == last
    for _ in range(turned + 2):
        form.press("previous")
    assert on_page(form) == first


@pytest.mark.parametrize("severity", ["danger", "broken", "caution", "note"])
def test_findings_are_narrowed_by_how_serious_they_are(place: Place, severity: str) -> None:
    """Only such findings stand there, as many as the choice says, and the sentence says of how many."""
    form = DecisionDesk(places.checked(place))
    form.press("narrow", {"severity": severity, "words": ""})
    number = re.search(rf'<option value="{severity}" selected>\w+ \((\d+)\)', form.html)
    assert number is not None
    found = re.findall(r'class="finding (\w+)"', form.html)
    while "next" in shown(form).buttons:
        form.press("next")
        found += re.findall(r'class="finding (\w+)"', form.html)
    assert found == [severity] * int(number[1])
    assert re.search(rf"Showing {number[1]} findings? about", shown(form).words)


def test_findings_are_narrowed_by_words(place: Place) -> None:
    """All the words, whatever their case, in the entry or in what was seen; no words is everything again."""
    form = DecisionDesk(places.checked(place))
    everything = shown(form).words
    form.press("narrow", {"severity": "everything", "words": "WALKING  group"})
    assert on_page(form)
    assert len(re.findall('<article class="group">', form.html)) == 1
    assert "Walking group" in shown(form).words
    form.press("narrow", {"severity": "everything", "words": "no-such-word-anywhere"})
    assert on_page(form) == []
    assert "Nothing to show" in shown(form).words
    form.press("narrow", {"severity": "everything", "words": "  "})
    assert len(on_page(form)) > 1
    form.press("narrow", {"severity": "nonsense", "words": ""})
    assert on_page(form) == []
    form.press("narrow", {})
    assert shown(form).words == everything


def test_narrowing_begins_at_the_first_page(place: Place) -> None:
    """Who stood on the second page sees the best of what is left."""
    form = DecisionDesk(places.checked(place))
    first = on_page(form)
    form.press("next")
    form.press("narrow", {"severity": "everything", "words": ""})
    assert on_page(form) == first


def test_narrowing_words_come_back_unarmed(place: Place) -> None:
    """What was typed stands in its field again, escaped, and not in the picture."""
    form = DecisionDesk(places.checked(place))
    form.press("narrow", {"severity": "everything", "words": '"><script>alert(1)</script>'})
    assert "script" not in shown(form).elements
    assert "&lt;script&gt;" in form.html
    assert "alert(1)" not in still(form).text
