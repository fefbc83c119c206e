"""What a report says of people's part, of the providers that have answered, and of mail domains."""

from dataclasses import replace
from datetime import date

import pytest

from review_kit import asking, steps
from review_kit.answering import of_a_call, of_a_reply
from review_kit.model import Answer, Decided, MailDomain, MailLook, MailRound, Reply, Request, Review, Says
from review_kit.reports.parts.method import method
from review_kit.reports.parts.summary import in_words

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks, which use it most

TEAM = "Leaving Care team"
CHOIR = replace(make.service(name="Choir", contacts=[make.phone()]), provider="Green Paths")
BAND = replace(make.service(name="Band", row=3), provider="Turning Tide")


def review(*answers: Answer, requests: tuple[Request, ...] = (), today: date = make.TODAY,
           mail: tuple[MailLook, ...] = ()) -> Review:
    """A review of two entries of two providers."""
    facts = replace(make.facts(services=[CHOIR, BAND], today=today), mail=mail)
    return steps.check(facts, decided=Decided(answers=answers, requests=requests))


def asked(sent_on: str = "2026-11-01") -> Request:
    """Both providers were asked to answer by the tenth of December."""
    return Request(1, "id", "both", (), ("svc-2", "svc-3"), "2026-11-01", "2026-12-10", TEAM, sent_on=sent_on)


def reply(says: Says = Says.RIGHT) -> Answer:
    """What the choir's provider answered today."""
    one, = of_a_reply([CHOIR], says, who=TEAM, today=make.TODAY, settings=make.SETTINGS,
                      text="Tuesdays" if says is Says.CHANGED else "")
    return one


def test_nothing_is_said_of_providers_before_anybody_was_asked() -> None:
    """A council that does not use it is told nothing of it."""
    assert not any("provider" in sentence for sentence in in_words(review()))


@pytest.mark.parametrize(("answers", "today", "told"), [
    ((), make.TODAY, "0 of 2 providers have answered for all their entries, 2 waited for."),
    ((reply(),), make.TODAY, "1 of 2 providers has answered for all their entries, 1 waited for."),
    ((reply(Says.CHANGED),), make.TODAY, "1 of 2 providers has answered for all their entries, 1 waited for."),
    ((reply(),), date(2026, 12, 11), "1 of 2 providers has answered for all their entries, 1 late with the answer."),
])
def test_the_summary_counts_the_providers_that_have_answered(answers: tuple[Answer, ...], today: date,
                                                             told: str) -> None:
    """With those that are waited for, and those that are late."""
    assert told in in_words(review(*answers, requests=(asked(),), today=today))


def test_the_method_says_what_people_took_down() -> None:
    """A call and a reply are people's work, and are counted as such."""
    call, = of_a_call([(CHOIR, CHOIR.contacts[0])], Says.RIGHT, who=TEAM, today=make.TODAY, settings=make.SETTINGS)
    assert any(sentence.endswith(
        "People took down 1 answer by telephone or e-mail and 1 reply of a provider.")
        for sentence in method(review(call, reply())))
    assert not any("People took down" in sentence for sentence in method(review()))


def look(*domains: str, good: bool = True) -> MailLook:
    """One look at mail domains, between two rounds of canaries that can be believed, or not."""
    seen = MailRound("2026-11-21T10:00:00Z", found=("a", "b") if good else (),
                     lost=() if good else ("a (no such name)",), taking=("nhs.net",) if good else (),
                     refusing=() if good else ("nhs.net (no such name)",), false_name=Reply.NO_SUCH_NAME)
    return MailLook(make.RUN, "2026-11-21T10:01:00Z", seen, seen, tuple(
        MailDomain(name, "2026-11-21T10:00:30Z") for name in domains))


def test_the_method_says_what_mail_was_asked_about() -> None:
    """How many domains, and whether the answers could be believed."""
    said = method(review(mail=(look("club.example", "band.example"), look("club.example"))))
    assert "We asked a name server whether 2 mail domains take mail, and never a mailbox." in said
    doubted = method(review(mail=(look("club.example", good=False),)))
    assert any(sentence.startswith("We asked a name server whether 1 mail domain takes mail") and sentence.endswith(
        "The answers could not be believed from here, so no mail domain is called dead because of them.")
        for sentence in doubted)


def test_without_a_name_server_that_can_be_believed_no_domain_was_asked() -> None:
    """The method says so, and not how many it would have been."""
    away = replace(look(good=False), after=None)
    assert "No mail domain was asked about: no name server could be believed from here." in method(review(mail=(away,)))


def test_every_provider_is_counted_once() -> None:
    """Two entries of two providers are two, however many requests there were."""
    assert len(asking.providers(review().register)) == 2
