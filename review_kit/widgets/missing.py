"""Notebook 4: services that the offer does not hold yet: kept in mind, or added with the next write."""

from collections.abc import Mapping

from review_kit.errors import DecisionError, StoreError
from review_kit.model import PUBLISHED_COLUMNS, Candidate, Cell, CellText, Register, Source
from review_kit.reports.clean import clean
from review_kit.reports.words import counted, listed, shortened
from review_kit.rows import key_for, read_cell
from review_kit.widgets.form import Form

LONGEST = 2_000
NEEDED = ("Section", "Area of support", "Provider")


class MissingServices(Form):
    """Takes down a service that somebody missed, with the five columns and what its words are read as."""

    called = "Missing services"
    template = "missing.html.j2"

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        register, review = self.current.register, self.current.review
        if register is None:
            return {}
        try:
            candidates = self.current.store.candidates.all()
        except StoreError:  # the desk above says why
            candidates = ()
        held = {service.key for service in register.services if not service.added}
        return {"sections": sections(register), "sources": tuple(Source), "read_as": read_as,
                "waiting": [c for c in candidates if key_for(c.values) not in held],
                "role": review.decided.by if review else "", "headings": "Section" not in register.columns}

    def press_add(self, values: Mapping[str, str], _files: object) -> None:
        """Add a service with the next write.

        Raises:
            DecisionError: a column is missing or too long, or the register holds it already.
            StoreError: it could not be kept.
        """
        self._take_down(values, wanted=True)

    def press_keep(self, values: Mapping[str, str], _files: object) -> None:
        """Keep a service in mind, without adding it yet.

        Raises:
            DecisionError: see `press_add`.
            StoreError: it could not be kept.
        """
        self._take_down(values, wanted=False)

    def _take_down(self, values: Mapping[str, str], *, wanted: bool) -> None:
        register = self._register()
        columns = {column: clean(values.get(column, "")).strip() for column in PUBLISHED_COLUMNS}
        _refuse(register, columns)
        if any(self.current.dangers.concern(text) for text in columns.values()):
            raise DecisionError("Nothing was kept: it names a site that this review found dangerous.")
        if any(key_for(each.values) == key_for(columns) for each in self.current.store.candidates.all()):
            raise DecisionError("Nothing was kept: this service is on the list already.")
        by = self.current.review.decided.by if self.current.review else ""
        self.current.keeping.candidates.add(
            source=Source(values.get("source", Source.OTHER)), values=columns, who=by, today=self.current.today,
            wanted=wanted, attempt=values.get("attempt", ""))
        self.send({"clear": list(PUBLISHED_COLUMNS)})
        self.current.took()
        self.done = f"“{shortened(columns['Area of support'])}” " + (
            "will be added when you write the register. Its links are checked with the others in step 2." if wanted
            else "is kept in mind.")

    def press_want(self, values: Mapping[str, str], _files: object) -> None:
        """Add one that was kept in mind.

        Raises:
            StoreError: it could not be kept.
        """
        self._set(values, wanted=True)

    def press_not_yet(self, values: Mapping[str, str], _files: object) -> None:
        """Only keep one in mind after all.

        Raises:
            StoreError: it could not be kept.
        """
        self._set(values, wanted=False)

    def _set(self, values: Mapping[str, str], *, wanted: bool) -> None:
        self.current.keeping.candidates.want(values.get("id", ""), wanted=wanted)
        self.current.took()
        self.done = "It will be added when you write the register." if wanted else "It is kept in mind."

    def press_turn_down(self, values: Mapping[str, str], _files: object) -> None:
        """Take one off the list.

        Raises:
            StoreError: it could not be removed.
        """
        self.current.keeping.candidates.remove(values.get("id", ""))
        self.current.took()
        self.done = "It is off the list."

    def _register(self) -> Register:
        if self.current.register is None:
            raise DecisionError("No register is open. Open one first, in notebook 1.")
        return self.current.register

    def state(self) -> str:
        """See `Form.state`."""
        return "a form for a service that is missing" if self.current.register else "no register is open"


def sections(register: Register) -> tuple[str, ...]:
    """The sections that a new service can stand in.

    Where sections are headings between the rows, a row at the end stands under the last of them.
    """
    names = tuple(dict.fromkeys(service.section for service in register.services if service.section))
    return names if "Section" in register.columns else names[-1:]


def _refuse(register: Register, columns: Mapping[str, str]) -> None:
    missing = [column for column in NEEDED if not columns[column]]
    if missing:
        raise DecisionError(f"Nothing was kept: fill in {listed(missing)} first.")
    for column, text in columns.items():
        if len(text) > LONGEST:
            raise DecisionError(f"Nothing was kept: {column} has {len(text):,} characters; {LONGEST:,} is the most.")
    same = next((service for service in register.services if not service.added and service.key == key_for(columns)),
                None)
    if same is not None:
        raise DecisionError(f"Nothing was kept: this service stands in the register already, in row {same.cell.row}.")


def read_as(candidate: Candidate) -> str:
    """What the words of a candidate are read as, so that a mistyped link is seen before it is written."""
    links, contacts = [], []
    for column in PUBLISHED_COLUMNS:
        found, reached = read_cell(CellText(Cell("", 1, 1), candidate.values.get(column, "")), header=column)
        links += [link.url or f"“{link.as_written}”, which is no address" for link in found]
        contacts += [contact.as_written for contact in reached]
    told = [f"{counted(len(links), 'link')} ({', '.join(links)})"] if links else []
    told += [f"{counted(len(contacts), 'contact')} ({', '.join(contacts)})"] if contacts else []
    return f"We read {listed(told)} in it." if told else "We found no link, phone number or e-mail address in it."
