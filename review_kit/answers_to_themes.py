"""Answering what forums said: views are put under themes, and each theme is answered by what was done or why not."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from review_kit.errors import HearingError
from review_kit.model import Done, Hearing, Response, View
from review_kit.reports.clean import clean
from review_kit.screening import personal
from review_kit.written_down import line_of, one_of, typed_day

LONGEST_ANSWER = 2_000


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme: its views, and what is answered to it; None where nothing is yet."""

    name: str
    views: tuple[View, ...]
    response: Response | None


def themes(hearing: Hearing) -> tuple[Theme, ...]:
    """Every theme that a view stands under, those without an answer first, then by name."""
    names = sorted({view.theme for view in hearing.views if view.theme}, key=str.casefold)
    found = (Theme(name, tuple(view for view in hearing.views if view.theme == name), hearing.response_to(name))
             for name in names)
    return tuple(sorted(found, key=lambda theme: theme.response is not None))


def loose(hearing: Hearing) -> Mapping[str, tuple[View, ...]]:
    """The views without a theme, by what they are about."""
    views = [view for view in hearing.views if not view.theme]
    return {title: tuple(view for view in views if view.title == title)
            for title in dict.fromkeys(view.title for view in views)}


def theme_of(values: Mapping[str, str], names: Collection[Mapping[str, str]] = (), known: Collection[str] = ()) -> str:
    """The name of a theme, as it was typed.

    Args:
        values: the fields by name: theme.
        names: the rows of `known/first_names.csv`: a theme is published, and must not hold a person's name.
        known: words that are nobody's name here.

    Raises:
        HearingError: it is blank, too long, or may show who somebody is.
    """
    said = line_of(values, "theme", "what the theme is called, such as “Waiting times”")
    if noticed := personal(said, names=names, known=known):
        raise HearingError(f"Nothing was kept: “{noticed[0].words}” may be {noticed[0].kind}, and a theme’s name is "
                           "published. Call the theme something else.")
    return said


def response_of(values: Mapping[str, str], *, theme: str, today: date) -> Response:
    """What is answered to a theme, from the fields of its form.

    Args:
        values: the fields by name: audience, done, text, owner, by_on.
        theme: the theme's name.
        today: the day; what will be done is still to come.

    Raises:
        HearingError: a field is blank or cannot be so; the sentence says which.
    """
    done = one_of(Done, values.get("done", ""), "what becomes of it: done, to be done, or not possible")
    text = clean(values.get("text", "")).strip()
    if not text:
        raise HearingError("Nothing was kept: write what you did, what you will do, or why you cannot.")
    if len(text) > LONGEST_ANSWER:
        raise HearingError(f"Nothing was kept: the answer has {len(text):,} characters, and may have "
                           f"{LONGEST_ANSWER:,}.")
    by_on = typed_day(values, "by_on", "by which it is done, or on which it was")
    if done is Done.WILL and by_on < today:
        raise HearingError("Nothing was kept: the day of what you will do has passed. Write one that is to come, or "
                           "choose “We did it”.")
    return Response(theme, line_of(values, "audience", "who heard this and can decide"), done, text,
                    line_of(values, "owner", "which role or team sees to it"), by_on.isoformat())
