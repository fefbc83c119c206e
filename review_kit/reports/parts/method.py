"""How this was checked: said so plainly that a reader can judge how far to trust it."""

from collections import Counter
from collections.abc import Iterator

import review_kit
from review_kit.dates import prose_date
from review_kit.model import CanaryRound, Review, Way
from review_kit.reports.words import counted, listed, prose_day_of

NETWORK = {
    "good": "The network could be believed: the addresses that must always answer did.",
    "bad": "The network could not be believed: addresses that must always answer did not, so no link is called broken "
           "because it did not answer.",
    "unsteady": "The network came and went: a failure counts only where the network was good before and after it.",
    "not asked": "The network was not asked: nothing in this report comes from looking at the web.",
}  # fmt: skip

PROGRAM = "A program made this check. It called no number and wrote to nobody. A page that answers can still be wrong."


def _register_words(review: Review) -> str:
    name = review.register.path.replace("\\", "/").rsplit("/", 1)[-1]
    return f"We read the sheet {review.register.sheet} of {name or 'the register'}."


def _looks(review: Review) -> str:
    visits = review.facts.visits
    if not visits:
        return "We looked at no address."
    addresses = len({visit.url for visit in visits})
    days = sorted({visit.at[:10] for visit in visits})
    when = prose_day_of(days[0]) if len(days) == 1 else f"{prose_day_of(days[0])} to {prose_day_of(days[-1])}"
    return f"We made {counted(len(visits), 'visit')} to {counted(addresses, 'address', 'addresses')}: {when}."


def _route(rounds: tuple[CanaryRound, ...]) -> Iterator[str]:
    newest = max(rounds, key=lambda r: r.at)
    if silent := sorted({name for r in rounds if r.run == newest.run for name in r.silent}):
        yield f"These did not answer when they must: {listed(silent)}."
    if any(r.via_proxy for r in rounds):
        yield "We went through a proxy, as the computer is set up to do."
    if inspectors := sorted({r.inspected_by for r in rounds if r.inspected_by}):
        yield f"The network reads secure connections on the way (certificates by {listed(inspectors)})."
    if any(r.false_name_found for r in rounds):
        yield "The network gave an address for a name that does not exist, so a missing name proves nothing here."


def _mail(review: Review) -> Iterator[str]:
    """Which mail domains were asked about, and whether the answers could be believed."""
    if review.facts.mail:
        newest, domains = review.facts.mail[-1], {each.domain for look in review.facts.mail for each in look.domains}
        if not domains:
            yield "No mail domain was asked about: no name server could be believed from here."
            return
        believed = "" if newest.good else (" The answers could not be believed from here, so no mail domain is called "
                                           "dead because of them.")
        yield (f"We asked a name server whether {counted(len(domains), 'mail domain')} "
               f"{'takes' if len(domains) == 1 else 'take'} mail, and never a mailbox.{believed}")


def _nobody(review: Review) -> str:
    """What the program did not do, and what people found out by themselves."""
    keys = {service.key for service in review.register.services}
    heard = Counter(answer.way for answer in review.decided.answers if answer.service_key in keys)
    said = [counted(heard[way], one, many) for way, one, many in (
        (Way.CALL, "answer by telephone or e-mail", "answers by telephone or e-mail"),
        (Way.REPLY, "reply of a provider", "replies of providers")) if heard[way]]
    people = f" People took down {listed(said)}." if said else ""
    return f"{PROGRAM}{people}"


def method(review: Review) -> tuple[str, ...]:
    """One sentence or two a paragraph: the day, the register, the visits, the network, what nobody did, the kit."""
    canaries = review.facts.canaries
    return (
        f"This check was made on {prose_date(review.today)}. {_register_words(review)}",
        f"{_looks(review)} {NETWORK[review.facts.network_state]}",
        *(_route(canaries) if canaries else ()),
        *_mail(review),
        _nobody(review),
        "“Evidence” holds the codes, addresses and times behind a finding, so that somebody else can check it again.",
        f"Made with version {review_kit.__version__} of the offer review kit.",
    )
