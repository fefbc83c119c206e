"""Notebook 4: what young people said is put under themes, and each theme is answered: you said, we did."""

from collections.abc import Mapping
from dataclasses import replace

from review_kit.answers_to_themes import loose, response_of, theme_of, themes
from review_kit.barriers import barriers
from review_kit.dates import typed
from review_kit.errors import HearingError, StoreError
from review_kit.feedback.standing import unfinished
from review_kit.model import Done, Hearing
from review_kit.widgets.form import Form
from review_kit.widgets.hear_noticed import words_of


class AnswerViews(Form):
    """Shows what has no answer yet first.

    A view is shown whole here, whatever its consent: nothing here is published.
    """

    called = "Answers to young people"
    template = "answer_views.html.j2"
    _go_to = ""
    """The theme that the keyboard goes to."""
    _trouble_at = ""

    def press(self, name: str, values: Mapping[str, str] | None = None,
              files: tuple[tuple[str, bytes], ...] = ()) -> None:
        """See `Form.press`."""
        if name != "look":
            self._trouble_at, self._go_to = (values or {}).get("at", ""), ""
        super().press(name, values, files)

    def parts(self) -> Mapping[str, object]:
        """See `Form.parts`."""
        register = self.current.register
        if register is None:
            return {}
        try:
            hearing = self._hearing()
        except StoreError as error:
            return {"unread": str(error), "trouble_at": "", "trouble": self.trouble or str(error)}
        settings = register.settings
        left = unfinished(hearing, today=self.current.today, months=settings.review_cycle_months,
                          up_to=settings.small_numbers)
        return {
            "hearing": hearing, "unread": "", "themes": themes(hearing), "loose": loose(hearing), "left": left,
            "dones": list(Done), "typed_day": typed, "go_to": self._go_to, "trouble_at": self._trouble_at,
            "barrier_words": dict(barriers(self.current.known)),
        }

    def _hearing(self) -> Hearing:
        return self.current.store.exchange.hearing()

    def press_put(self, values: Mapping[str, str], _files: object) -> None:
        """Put the ticked views under a theme.

        Raises:
            HearingError: none is ticked, or the theme's name cannot be so.
            StoreError: it could not be kept.
        """
        register = self.current.register
        name = theme_of(values, self.current.known.get("first_names", ()), words_of(register) if register else ())
        chosen = [view for view in self._hearing().views if values.get(f"view:{view.id}")]
        if not chosen:
            raise HearingError("Nothing was changed: tick the views that belong to the theme first.")
        for view in chosen:
            self.current.keeping.views.keep(replace(view, theme=name), after=view.edit)
        self._tell(name, f"Put under “{name}”: {len(chosen)} {'view' if len(chosen) == 1 else 'views'}.")

    def press_take_out(self, values: Mapping[str, str], _files: object) -> None:
        """Take one view out of its theme.

        Raises:
            StoreError: it could not be kept.
        """
        for view in self._hearing().views:
            if view.id == values.get("chosen"):
                self.current.keeping.views.keep(replace(view, theme=""), after=view.edit)
                self._tell(view.theme, f"Taken out of “{view.theme}”.")

    def press_answer(self, values: Mapping[str, str], _files: object) -> None:
        """Keep the answer to a theme.

        Raises:
            HearingError: a field is blank or cannot be so.
            StoreError: it could not be kept.
        """
        theme = values.get("at", "")
        if not any(each.name == theme for each in themes(self._hearing())):
            raise HearingError("This theme is not there any more. Look at the list again.")
        response = response_of(values, theme=theme, today=self.current.today)
        self.current.keeping.responses.keep(response)
        self.send({"clear": [f"answer {theme} {field}" for field in ("audience", "text", "owner", "by_on")]})
        self._tell(theme, f"Kept: the answer to “{theme}”.")

    def _tell(self, theme: str, done: str) -> None:
        self._go_to, self.done = theme, done
        self.current.took()
        self.current.watchers.tell()

    def state(self) -> str:
        """See `Form.state`."""
        return "what forums said, and what is answered"
