"""How long judging takes, for small and large registers, with a page of 1,400 words behind each link.

`python -m tests.benchmarks.judging` prints milliseconds for each service and the ratio of the large register to the
small one, in one run: four times as many services should take about four times as long. `heard` is what is judged again
when somebody writes down what came of a call.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import replace

from review_kit.disk import known_tables
from review_kit.model import Facts
from review_kit.verdicts import hear_again, judge

from ..checks import facts as make  # noqa: TID252 - the builder stands beside the checks

SIZES = (250, 1_000)
TEXT = "We sing on Mondays and welcome everybody. " * 200


def review_of(services: int) -> Facts:
    """Entries with a link, a number and a mailbox each; half of the pages give the number."""
    entries, visits = [], []
    for n in range(services):
        url, number = f"https://s{n}.example/page", f"03069 99{n % 10_000:04}"
        entries.append(make.service(
            make.link(url, row=n + 2), row=n + 2, name=f"Choir number {n} for singers",
            contacts=[make.phone(number, row=n + 2), make.email(f"team{n}@s{n}.example", row=n + 2)]))
        seen = make.visit(url, title=f"Choir {n}")
        visits.append(replace(seen, page=replace(
            seen.page, text=TEXT, words=1_400, phones=(number if n % 2 else "03069 990001",),
            emails=(f"info@s{n}.example",), links=((f"https://s{n}.example/contact", "Contact us"),))))
    return replace(make.facts(*visits, services=entries), known=known_tables())


def timed(act: Callable[[], object]) -> float:
    """One go, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1_000


def main() -> None:
    """Print the figures."""
    found: dict[int, tuple[float, float]] = {}
    for size in SIZES:
        facts = review_of(size)
        whole = timed(lambda facts=facts: judge(facts))  # type: ignore[misc]
        told = judge(facts)
        found[size] = whole, timed(lambda facts=facts, told=told: hear_again(facts, told))  # type: ignore[misc]
        sys.stdout.write(f"{size:,} services: judged {whole / size:.1f} ms each, heard {found[size][1] / size:.2f}\n")
    small, large = (found[size] for size in SIZES)
    sys.stdout.write(f"Ratio, for {SIZES[1] / SIZES[0]:.0f} times the services: judged {large[0] / small[0]:.1f}, "
                     f"heard {large[1] / small[1]:.1f}\n")


if __name__ == "__main__":
    main()
