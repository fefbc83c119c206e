"""What has changed in the offer since an earlier register, as a young person would want to know it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from review_kit.model import Register, Service
from review_kit.paper.entries import is_offered
from review_kit.rows.text import squeezed

WORDS: Mapping[str, tuple[str, ...]] = {
    "what it is": ("Area of support", "In plain words"),
    "who runs it": ("Provider",),
    "when it is": ("Frequency", "Hours"),
    "where it is": ("Where", "Area"),
    "what it costs": ("Cost",),
    "who it is for": ("Who it is for", "Who it is not for", "Age from", "Age to"),
    "how to get it": ("How to get it",),
}
"""What a change is called, by the columns that it may stand in."""
HOW_TO_REACH = "how to reach it"


@dataclass(frozen=True, slots=True)
class Since:
    """The services that are new, have ended or have changed since a day; each changed one with what changed of it."""

    on: str
    """The ISO day of the earlier review."""
    new: tuple[Service, ...] = ()
    ended: tuple[Service, ...] = ()
    changed: tuple[tuple[Service, tuple[str, ...]], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.ended or self.changed)


def since(now: Register, before: Register, *, on: str) -> Since:
    """Compare two registers by the services that young people can use; one that was retired meanwhile has ended.

    Args:
        now: the register as it is.
        before: the register of an earlier review.
        on: the ISO day of that review.
    """
    offered, was = _offered(now), _offered(before)
    changed = ((service, tuple(_changed(service, was[key]))) for key, service in offered.items() if key in was)
    return Since(on, tuple(service for key, service in offered.items() if key not in was),
                 tuple(service for key, service in was.items() if key not in offered),
                 tuple((service, what) for service, what in changed if what))


def _offered(register: Register) -> Mapping[str, Service]:
    return {service.key: service for service in filter(is_offered, register.services)}


def _changed(service: Service, before: Service) -> Iterator[str]:
    yield from (words for words, columns in WORDS.items()
                if any(_said(service, column) != _said(before, column) for column in columns))
    if _ways(service) != _ways(before):
        yield HOW_TO_REACH


def _said(service: Service, column: str) -> str:
    """The words of a column without links and contacts, which are compared by themselves."""
    text = service.value(column)
    for way in sorted({way.as_written for way in service.links_and_contacts}, key=len, reverse=True):
        text = text.replace(way, " ")
    return squeezed(text).casefold()


def _ways(service: Service) -> frozenset[str]:
    return frozenset({*(link.url or link.as_written for link in service.links),
                      *(contact.normalised or contact.as_written for contact in service.contacts)})
