"""How long the desk takes to show a page and to keep a decision, for small and large reviews.

`python -m tests.benchmarks.desk` prints milliseconds and the ratio of the large review to the small one, in one run. It
is no test: a machine that is busy must not turn it red.
"""

import re
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import openpyxl

from review_kit import steps
from review_kit.disk import FactFile
from review_kit.model import CanaryRound, Hop, Page, Purpose, Register, Visit
from review_kit.place import Place
from review_kit.widgets.choice import Choice, Which
from review_kit.widgets.current import Current
from review_kit.widgets.decide import DecisionDesk

SIZES = (500, 5_000)
TRIES = 5
COLUMNS = ("Section", "Area of support", "Provider", "Frequency", "Impact")


def register_of(path: Path, services: int) -> Register:
    """A register of invented services, each with a link and a number."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Services"
    sheet.append(COLUMNS)
    for n in range(services):
        provider = f"Provider {n}\nhttps://p{n % 900}.example/page/{n}\nCall 0808 157 {n % 10_000:04}"
        sheet.append((f"Section {n % 12}", f"Service number {n} for young people", provider, "Weekly", "Joy"))
    book.save(path)
    return steps.open_register(path)


def looked_at(register: Register, folder: Path, day: date) -> None:
    """Facts for each link: found, gone, refused, moved and ill in turn."""
    with FactFile(folder, afresh=True) as file:
        file.add(CanaryRound(f"{day}T10:00:00Z", f"{day}T10:00:00Z", "before", answered=("a", "b")))
        for number, (service, link) in enumerate(register.links):
            status = (200, 404, 403, 200, 500)[number % 5]
            moved = link.url.replace("/page/", "/new/") if number % 5 == 3 else ""
            hops = (Hop(link.url, 301, moved), Hop(moved, 200)) if moved else (Hop(link.url, status),)
            page = Page(title=service.name, text=f"{service.name} {service.provider} " * 20, words=200)
            file.add(Visit(link.url, Purpose.REGISTERED, "a benchmark", f"{day}T10:00:00Z", f"{day}T10:05:00Z",
                           hops=hops, final_url=moved or link.url, status=status, page=page))
        file.add(CanaryRound(f"{day}T10:00:00Z", f"{day}T10:10:00Z", "after", answered=("a", "b")))


def timed(act: Callable[[], object]) -> float:
    """The median of some tries, in milliseconds."""
    found = []
    for _ in range(TRIES):
        began = time.perf_counter()
        act()
        found.append((time.perf_counter() - began) * 1_000)
    return median(found)


def measured(services: int) -> tuple[float, float]:
    """A page turned and a decision kept, in milliseconds, on the desk of so many services."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        path, day = home / "big.xlsx", steps.this_day()
        looked_at(register_of(path, services), home / "link_reports" / "big" / day.isoformat(), day)
        current = Current(Place(home=home, state=Path(folder, "state")))
        current.open(Choice(Which.OWN, str(path)))
        desk = DecisionDesk(current)
        desk.press("role", {"role": "Leaving Care team"})
        page = timed(lambda: desk.press("next"))

        def decide() -> None:
            left = re.search(r'name="finding" value="(\w+)">\s*<button type="submit" value="decide:', desk.html)
            assert left is not None
            desk.press("decide:later", {"finding": left[1]})
        return page, timed(decide)


if __name__ == "__main__":
    told = {size: measured(size) for size in SIZES}
    for size, (page, decision) in told.items():
        sys.stdout.write(f"{size:>6,} services: a page {page:.0f} ms, a decision {decision:.0f} ms\n")
    small, large = (told[size] for size in SIZES)
    sys.stdout.write(f"Ratio, for ten times the services: {large[0] / small[0]:.1f} and {large[1] / small[1]:.1f}\n")
