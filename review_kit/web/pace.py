"""How politely and how patiently the web is asked: figures in one place, each with its reason."""

from dataclasses import dataclass

import httpx


@dataclass(frozen=True, slots=True)
class Pace:
    """The manners of a run; times are seconds. docs/assumptions.md gives the source of each figure."""

    at_once: int = 16
    """Looks under way over all hosts: what one laptop and its proxy take without trouble."""
    per_host: int = 2
    pause: float = 1.0
    """Between two requests to one host."""
    connect: float = 10.0
    read: float = 20.0
    longest_look: float = 45.0
    """For one look with all its redirects and its body: a page that drips a byte a second ends here."""
    tries: int = 3
    silent_tries: int = 2
    """For an address that gives no answer at all: such a try costs its whole patience; one more follows at the end."""
    backoff: tuple[float, ...] = (1.0, 4.0)
    """Before the second and the third try; two servers' hiccups in a row are survived."""
    jitter: float = 0.25
    """Share by which a wait is lengthened, so that tries do not fall together."""
    second_pass: float = 5.0
    """Before what failed is asked again at the end of the run."""
    wait_cap: float = 60.0
    """The longest wait that a server may ask of us; for more, the link is marked as not checked."""
    redirects: int = 10
    same_address: int = 3
    """How often one address may come round again, for sites that set a cookie and send the visitor back."""
    canary_every: int = 50
    """Links between two looks at the canaries."""
    failures_in_a_row: int = 3
    """After so many, the canaries are looked at at once."""

    @property
    def timeout(self) -> httpx.Timeout:
        """For one request; each read may take `read` seconds, the whole is bounded by `longest_look`."""
        return httpx.Timeout(self.read, connect=self.connect, pool=None)


PRACTICE = Pace(pause=0.0, connect=2.0, read=2.0, longest_look=5.0, backoff=(0.05, 0.1), second_pass=0.1, wait_cap=1.0,
                failures_in_a_row=1_000)
"""On loopback nobody needs to be spared, and the invented host that never answers should not bore. No canary is looked
at between the links, for when that would be hangs on which of them fails first."""
