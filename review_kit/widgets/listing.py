"""A form that lists, page by page, and keeps in somebody's role what is done about each thing on the list."""

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypeVar

from review_kit.deciding.offers import role
from review_kit.errors import DecisionError
from review_kit.model import Review
from review_kit.widgets.form import Form

A_PAGE = 10
"""Things on one page: services, providers, numbers."""
T = TypeVar("T")


class Listing(Form):
    """What such forms have in common. A subclass says what it lists, and what somebody does in the role."""

    lists: ClassVar[str]
    """The name under which a press says which thing it is about, such as `finding`."""
    does: ClassVar[str]
    """What somebody does in the role, such as `decide`."""
    unchecked: ClassVar[str] = "Nothing was checked yet. Press Start above first."

    _page, _turned = 1, False
    _go_to = ""
    """The thing that the keyboard goes to."""
    _trouble_at = ""
    """The thing beside which a mistake is told: it may be pages away from the top."""
    _role_wanted = False

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`."""
        if name != "look":
            self._trouble_at, self._go_to, self._turned = (values or {}).get(self.lists, ""), "", False
        super().press(name, values, files)

    def list_parts(self, review: Review, matching: Sequence[object]) -> Mapping[str, object]:
        """The parts that every list shows, by name; turns back to the last page where the list has become shorter."""
        pages = max(1, -(-len(matching) // A_PAGE))
        self._page = min(self._page, pages)
        return {"page": self._page, "pages": pages, "turned": self._turned, "go_to": self._go_to,
                "trouble_at": self._trouble_at, "role": review.decided.by, "role_wanted": self._role_wanted,
                "store_trouble": self.current.store_trouble}

    def on_page(self, matching: Sequence[T]) -> Sequence[T]:
        """Those that stand on this page."""
        return matching[(self._page - 1) * A_PAGE:self._page * A_PAGE]

    def press_next(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the next page."""
        self._page, self._turned = self._page + 1, True

    def press_previous(self, _values: Mapping[str, str], _files: object) -> None:
        """Turn to the page before."""
        self._page, self._turned = max(1, self._page - 1), True

    def press_role(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the role in which somebody works on the list.

        Raises:
            DecisionError: it is blank or too long.
            StoreError: it could not be kept.
        """
        who = role(values.get("role", ""))
        self.current.keeping.remember_role(who)
        self.current.took()
        self._role_wanted, self.done = False, f"You {self.does} as: {who}."

    def press_other_role(self, _values: Mapping[str, str], _files: object) -> None:
        """Ask for another role."""
        self._role_wanted = True

    def _review(self) -> Review:
        if self.current.review is None:
            raise DecisionError(self.unchecked)
        return self.current.review
