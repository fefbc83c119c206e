"""The page sells gambling or the like beside words of the service: a borrowed name, or a site broken into."""

from collections.abc import Iterator

from review_kit.checks import Check
from review_kit.checks._pages import pages
from review_kit.checks._takeover import headlined, is_sure, lure
from review_kit.model import Facts, Finding, Rung, Severity, Verdict


def _find(facts: Facts) -> Iterator[Finding]:
    for a in pages(facts):
        seen = lure(a)
        said = headlined(a)
        if (seen.plain or said) and not is_sure(a, seen):
            told = seen.in_words if seen.plain else f"Its title sells: {', '.join(f'“{word}”' for word in said)}."
            yield CHECK.finding(a.service, a.link, basis=a.basis, evidence=f"{a.evidence} {told}")


CHECK = Check(
    name="link-perhaps-taken-over", severity=Severity.CAUTION, verdict=Verdict.BY_HAND, rung=Rung.UNSURE,
    basis=("status", "final_url", "title"),
    what_we_saw="The page has words that sellers of gambling, adult pages or pills use.",
    what_to_do="Look at the page before any young person does: is it still the provider's?", find=_find)
