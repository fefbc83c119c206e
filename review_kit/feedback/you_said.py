"""What was said, theme by theme, with what was answered: what a report may show of it, and no more.

A view is quoted only where that was agreed to, and never with anything about who said it. The words of one view do not
stand together, nor in the order in which they were written down: a reader cannot tell how many people they are from.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from review_kit.feedback.suppression import is_small
from review_kit.model import About, Consent, Hearing, Response, View

WORDS_OF_A_VIEW = 3
"""What was said, what would be better, how it should be offered: one view can give so many quotes."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said under one heading.

    `quotes` are words that may be quoted; `unquoted` counts the views that give none, and is never printed as it is.
    `answer` is None where there is none yet, and `answer_by` the ISO day that was promised for it.
    """

    title: str
    is_theme: bool
    quotes: tuple[str, ...]
    unquoted: int = 0
    answer: Response | None = None
    answer_by: str = ""


@dataclass(frozen=True, slots=True)
class YouSaid:
    """All that was said.

    `elsewhere` counts the views of no theme whose words may not be quoted: which service they are about is not told,
    for that would count them. `earlier` are the themes of earlier reviews, without a word of what was said.
    """

    said: tuple[Said, ...] = ()
    elsewhere: int = 0
    earlier: tuple[Said, ...] = ()

    def gives_away(self, total: int, up_to: int) -> bool:
        """Whether a small number of views that are not quoted could be worked out from the number of all views.

        The quotes can be counted, and so many views there are at least. If each heading that speaks of views that are
        not quoted holds one, and that leaves one more at most, then the numbers behind the headings are plain.
        """
        unquoted = [number for number in (*(each.unquoted for each in self.said), self.elsewhere) if number]
        if not any(is_small(number, up_to) for number in unquoted):
            return False
        least = sum(ceil(len(each.quotes) / WORDS_OF_A_VIEW) for each in self.said)
        return total - least - sum(1 if is_small(number, up_to) else number for number in unquoted) <= 1


def you_said(heard: Hearing, everything: Hearing) -> YouSaid:
    """What was said in a review, by theme, and without a theme by what it is about.

    Args:
        heard: what was heard in this review.
        everything: all that is kept, for what is still owed from before.
    """
    loose = [view for view in heard.views if not view.theme]
    themes = _themes(heard)
    return YouSaid((*(_theme(theme, heard) for theme in themes), *_loose(loose, heard)),
                   sum(1 for view in loose if any(_words(view)) and not _quotes([view])),
                   tuple(Said(theme, True, (), 0, everything.response_to(theme)) for theme in _themes(everything)
                         if theme not in themes))


def _themes(hearing: Hearing) -> tuple[str, ...]:
    return tuple(sorted({view.theme for view in hearing.views if view.theme}, key=_in_order))


def _theme(theme: str, heard: Hearing) -> Said:
    views = [view for view in heard.views if view.theme == theme]
    return Said(theme, True, _quotes(views), sum(not _quotes([view]) for view in views), heard.response_to(theme),
                _promised(views, heard))


def _loose(loose: Sequence[View], heard: Hearing) -> Iterator[Said]:
    """The views of no theme that may be quoted, by what they are about; of an entry's names the newest stands."""
    titles = {(view.about, view.key): view.title for view in reversed(loose) if _quotes([view])}
    order = list(About)
    for about, key in sorted(titles, key=lambda of: (order.index(of[0]), *_in_order(titles[of]))):
        views = [view for view in loose if (view.about, view.key) == (about, key)]
        yield Said(titles[about, key], False, _quotes(views), answer_by=_promised(views, heard))


def _words(view: View) -> tuple[str, ...]:
    return tuple(words.strip() for words in (view.said, view.better, view.delivery) if words.strip())


def _quotes(views: Iterable[View]) -> tuple[str, ...]:
    """The words that may be quoted, in an order that tells nothing."""
    return tuple(sorted((words for view in views if view.consent is Consent.QUOTE for words in _words(view)),
                        key=_in_order))


def _promised(views: Sequence[View], heard: Hearing) -> str:
    """The first day by which an answer was promised to any of them."""
    sessions = heard.by_session
    days = {sessions[view.session].answer_by for view in views if view.session in sessions}
    return min(filter(None, days), default="")


def _in_order(words: str) -> tuple[str, str]:
    return words.casefold(), words
