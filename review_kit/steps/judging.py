"""Judge what was gathered, and set beside it what was decided."""

from dataclasses import replace

from review_kit.deciding import outcomes, vouching
from review_kit.model import Decided, Facts, Hearing, Review
from review_kit.notices import notices
from review_kit.verdicts import contact_verdicts, hear_again, judge, link_verdicts


def check(
    facts: Facts, *, practice: bool = False, decided: Decided | None = None, hearing: Hearing | None = None
) -> Review:
    """Judge the facts: one verdict for each link and contact, and findings with their evidence. No network.

    Args:
        facts: from `visit`.
        practice: whether everything in them is invented.
        decided: what was decided in this review and in earlier ones, which stands beside the verdicts and alters none;
            and what people answered, which are facts like all others.
        hearing: what forums said and what was answered; no judgement rests on it.
    """
    decided = decided or Decided()
    facts = replace(facts, practice=practice, answers=decided.answers)
    findings = judge(facts)
    links = link_verdicts(facts, findings)
    review = Review(facts, links, contact_verdicts(facts, findings), findings, practice, notices(facts),
                    vouching=vouching(facts, links), hearing=hearing or Hearing())
    return decide(review, decided)


def decide(review: Review, decided: Decided, *, hearing: Hearing | None = None) -> Review:
    """The same review with what was decided and heard meanwhile; only what rests on answers is judged again.

    Args:
        review: from `check`.
        decided: what was decided, and what people answered.
        hearing: what forums said; what the review holds where it is not given.
    """
    if decided.answers != review.facts.answers:
        review = _heard_again(review, decided)
    if not decided.by:
        decided = replace(decided, by=review.register.settings.assured_by)
    return replace(review, decided=decided, hearing=review.hearing if hearing is None else hearing, outcomes=outcomes(
        review.findings, review.register, decided, review.vouching, review.today))


def _heard_again(review: Review, decided: Decided) -> Review:
    facts = replace(review.facts, answers=decided.answers)
    findings = hear_again(facts, review.findings)
    return replace(review, facts=facts, findings=findings, contacts=contact_verdicts(facts, findings),
                   vouching=vouching(facts, review.links))
