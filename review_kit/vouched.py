"""Who or what vouches for a contact: `ok` is earned, for a well-formed number says nothing of who answers."""

from review_kit import heard, helplines
from review_kit.assurance import assured_now
from review_kit.dates import prose_date
from review_kit.model import Contact, Facts, Service
from review_kit.own_pages import seen_on_own_page


def vouched_by(facts: Facts, service: Service, contact: Contact) -> str:
    """Who or what vouches for a contact, in a sentence; '' where nobody does, for silence is nobody's word.

    A person who tried it or the provider's reply, an assurance of the entry within its cycle, the sourced helplines, or
    a page that speaks for the entry and publishes it.
    """
    answer = heard.confirmed(facts, service, contact)
    if answer is not None:
        return heard.in_words(answer)
    if assured_now(service, facts.register.settings, facts.today):
        return f"Assured on {service.value('Assured on')} by {service.value('Assured by')}."
    return helplines.vouched_by(facts, service, contact) or _seen(facts, service, contact)


def _seen(facts: Facts, service: Service, contact: Contact) -> str:
    seen = seen_on_own_page(facts, service, contact)
    return f"It stands on {seen.url}, seen on {prose_date(seen.on)}." if seen is not None else ""
