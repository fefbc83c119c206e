"""What a young person said about a service, as it is kept: the words, the service and the day, and nothing of who."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as the store holds it.

    `number` counts up and is never given twice; `id` is made by chance and names the comment on every laptop.
    `service` is the entry's title on that day, so that the comment can be read when the entry is gone.
    """

    number: int
    id: str
    service_key: str
    service: str
    said: str
    recorded_on: str
