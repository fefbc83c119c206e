"""The sheet that somebody takes to the telephone: what stands on it, and that it says nothing of its own."""

from dataclasses import replace

import pytest

from review_kit.model import Answer, Decided, Review, Says, Way
from review_kit.practice import PRACTICE_DAY
from review_kit.reports.call_sheet_html import REPORT
from review_kit.reports.parts.calls import who_answers
from review_kit.steps import check, facts_of

from ..asking import made  # noqa: TID252 - the builders stand beside the package's own tests
from ..widgets.places import KEPT  # noqa: TID252 - and where the practice review was committed


def practice(*answers: Answer) -> Review:
    """The practice review as it was committed, with what was heard so far."""
    return check(facts_of(made.practice(), KEPT, today=PRACTICE_DAY), practice=True, decided=Decided(answers=answers))


def sheet(*answers: Answer) -> str:
    """The practice review's sheet."""
    return REPORT.render(practice(*answers)).decode()


def test_each_number_says_who_should_answer_and_when() -> None:
    """Somebody who never saw the register rings: each entry's provider and hours stand beside that entry."""
    told = sheet()
    assert told.count('<li class="try">') == told.count("Role of who tried it:") > 1
    assert "Frequency: Tuesdays</span></li>" in told


@pytest.mark.parametrize(("provider", "columns", "told"), [
    ("Kooth", {"Hours": "Noon to 10pm"}, "Kooth; Hours: Noon to 10pm; Frequency: Weekly"),
    ("https://kooth.example/", {"Frequency": ""}, ""),
    ("", {"Frequency": "Any time"}, "Frequency: Any time"),
])
def test_an_address_is_nobody_who_answers(provider: str, columns: dict[str, str], told: str) -> None:
    """A provider cell may begin with a link."""
    assert who_answers(made.service(2, "Art", provider=provider, **columns)) == told


def test_what_was_tried_before_stands_beside_the_number() -> None:
    """With the role and the day, so that the next person rings at another hour; what was undone does not."""
    review = practice()
    told = next(told for told in review.contacts if told.contact.normalised == "+443069990155")
    answer = Answer(1, "a.0", told.service.key, "+443069990155", Way.CALL, Says.NOBODY, "Leaving Care team",
                    review.today.isoformat(), note="<b>It rang</b>")
    assert "Leaving Care team, 2 March 2026: Nobody answered – &lt;b&gt;It rang&lt;/b&gt;" in sheet(answer)
    assert "Nobody answered –" not in sheet(replace(answer, undone_on="2026-03-02"))


def test_it_speaks_to_whoever_it_is_handed_to() -> None:
    """It fetches nothing, and says whom not to speak about."""
    told = sheet()
    assert "Do not speak about any young person." in told
    assert "nothing about any young person, and no names" in told
    assert "default-src 'none'" in told
    assert "<script" not in told
    assert "E-mail addresses to write to (1)" in told


def test_where_there_is_nothing_to_ring_it_says_so() -> None:
    """No empty headings."""
    told = REPORT.render(replace(practice(), contacts=())).decode()
    assert "There is nothing to ring" in told
    assert "<h2" not in told
