"""OUTSIDE: `review-kit doctor` looks at what a review needs from this machine and says it in plain words."""

import os
import platform
import ssl
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path

from review_kit import __version__, excel, web
from review_kit.disk import known_tables
from review_kit.disk.copied import is_synced
from review_kit.errors import ReviewKitError, StoreError
from review_kit.model import CanaryRound, Failure, Settings, Visit
from review_kit.rows import read_register
from review_kit.store import Store
from review_kit.web.ask import user_agent
from review_kit.web.proxies import proxy_of

CLOCK_MINUTES = 5


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing that was looked at: whether it is well, what was seen, and what to do where it is not."""

    name: str
    well: bool
    saw: str
    do: str = ""

    def __str__(self) -> str:
        state = "Good" if self.well else "Look at this"
        return f"{self.name}: {state}. {self.saw}" + (f"\n    What to do: {self.do}" if self.do else "")


def examine(register: Path, network: web.Network | None = None) -> Iterator[str]:
    """Look at everything a review needs, one line or two for each; asks the canaries and nobody else.

    Args:
        register: the workbook that would be reviewed.
        network: the real one by default.
    """
    settings, found = _register(register)
    round_, visits = web.examine(settings, network or web.Network())
    examined = [_kit(), *_network(round_), *_proxy(settings), *_certificates(round_, visits), _clock(visits),
                _store(), found, _folder(Path("link_reports"))]
    yield from map(str, examined)
    if not all(thing.well for thing in examined):
        yield from _for_it(settings)


def _kit() -> Examined:
    system = f"{platform.system()} {platform.release()}"
    return Examined("Review kit", True, f"Version {__version__}, Python {platform.python_version()}, {system}.")


def _network(round_: CanaryRound) -> Iterator[Examined]:
    if round_.good:
        saw = f"{len(round_.answered)} of {len(round_.answered) + len(round_.silent)} test addresses answered."
        yield Examined("Network", True, saw)
    elif round_.portal == "altered":
        yield Examined("Network", False, "A sign-in page of this network answered in place of the test address.",
                       "Open a browser, sign in to the network, and try again.")
    else:
        yield Examined("Network", False, f"No way out: {'; '.join(round_.silent)}.",
                       "Check that this machine is online. A review without a network ends well, and marks every link "
                       "“not checked”.")
    if round_.false_name_found:
        yield Examined("Names", False, "This network gives an address for a name that does not exist.",
                       "Sites that are gone may look as if they were there; try another network for the review.")


def _proxy(settings: Settings) -> Iterator[Examined]:
    target = settings.canary_addresses[0] if settings.canary_addresses else "https://www.gov.uk/"
    proxy = proxy_of(target, urllib.request.getproxies())
    script = _proxy_script()
    if proxy:
        yield Examined("Proxy", True, f"Links are asked through {urlsplit(proxy).hostname or proxy}, as this system's "
                       "settings say. The proxy looks names up, so we cannot check which machine answers.")
    elif script:
        yield Examined("Proxy", False, f"This system finds its proxy by a script ({script}); the kit does not run it.",
                       "Ask IT for the proxy's address and set it as HTTPS_PROXY and HTTP_PROXY.")
    else:
        yield Examined("Proxy", True, "None is set; links are asked directly.")


def _proxy_script() -> str:
    """The address of the proxy script in the Windows settings, or ''."""
    if sys.platform == "win32":
        import winreg
        settings = r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, settings) as key:
                return str(winreg.QueryValueEx(key, "AutoConfigURL")[0])
        except OSError:  # the value is not there: no script is set
            return ""
    return ""


def _certificates(round_: CanaryRound, visits: tuple[Visit, ...]) -> Iterator[Examined]:
    extra = os.environ.get("SSL_CERT_FILE", "")
    if extra and not _holds_certificates(extra):
        yield Examined("Certificates", False, f"SSL_CERT_FILE names {extra}, which is not a file of certificates.",
                       "Ask IT where the council's certificate file is, or take the setting away.")
    refused = [visit for visit in visits if visit.failure is Failure.CERTIFICATE]
    if refused:
        host = urlsplit(refused[0].url).hostname
        yield Examined(
            "Certificates", False, f"The certificate of {host} was not accepted ({refused[0].cause}).",
            "This network probably inspects secure connections. Ask IT to put its root certificate into this system's "
            "store, or for its file, and name that in SSL_CERT_FILE.")
    elif round_.inspected_by:
        yield Examined(
            "Certificates", True, f"Accepted, but issued by {round_.inspected_by}: this network inspects secure "
            "connections, so what a review says of certificates is not to be relied on.")
    elif round_.answered:
        yield Examined("Certificates", True, "The test addresses' certificates were accepted.")


def _holds_certificates(path: str) -> bool:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=path)
    except OSError:  # not there, not ours to read, or nothing that is a certificate in it
        return False
    return True


def _clock(visits: tuple[Visit, ...]) -> Examined:
    """Compare with the Date header of a canary: a clock that is wrong makes good certificates look expired."""
    now = datetime.now(UTC)
    said = next((said for v in visits if (said := _date_of(v))), None)
    if said is None:
        return Examined("Clock", True, f"It says {now:%d %B %Y, %H:%M} UTC; nothing answered to compare it with.")
    minutes = abs((now - said).total_seconds()) / 60
    if minutes <= CLOCK_MINUTES:
        return Examined("Clock", True, "It agrees with the test addresses.")
    return Examined("Clock", False, f"It is {minutes:.0f} minutes off.", "Set this machine's clock: with a wrong one, "
                    "good certificates look bad and dates in the register are wrong.")


def _date_of(visit: Visit) -> datetime | None:
    """What time the server said it was; None where it said none, or nothing that is a time."""
    try:
        said = parsedate_to_datetime(visit.headers.get("date", ""))
    except (ValueError, OverflowError):
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def _store() -> Examined:
    """Where views and decisions will be kept: outside the repository and outside synced folders."""
    where = os.environ.get("REVIEW_KIT_STORE", "")
    if "://" in where:
        return _server(where)
    path = Path(where).parent if where else user_data_path("review-kit")
    if is_synced(path):
        return Examined("Store", False, f"{path} is in a folder that is copied to a cloud service.",
                        "Set REVIEW_KIT_STORE to a file on this machine's own disk.")
    return _writable("Store", path)


def _server(url: str) -> Examined:
    """A database server is not asked: the doctor logs in nowhere."""
    try:
        where = Store(url).where
    except StoreError as error:
        return Examined("Store", False, str(error), "Set REVIEW_KIT_STORE anew, or take it away.")
    return Examined("Store", True, f"{where[0].upper()}{where[1:]} (REVIEW_KIT_STORE); not asked.")


def _folder(path: Path) -> Examined:
    return _writable("Reviews", path.resolve())


def _writable(name: str, path: Path) -> Examined:
    """Try to write where it will be written, or at the nearest folder that is there; nothing is left behind."""
    nearest = next((folder for folder in (path, *path.parents) if folder.is_dir()), path)
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return Examined(name, True, f"{path} can be written to.")
    except OSError as error:
        return Examined(name, False, f"{path} cannot be written to ({error.strerror}).",
                        "Choose another place, or ask IT for the right to write there.")


def _register(path: Path) -> tuple[Settings, Examined]:
    owner = excel.owner_of(path)
    try:
        register = read_register(excel.read_workbook(path))
    except ReviewKitError as error:
        return Settings(), Examined("Register", False, str(error), "Give the register's path: review-kit doctor PATH.")
    if owner:
        open_ = Examined("Register", False, f"{path} is open by {owner}.", "Have it closed before you use --in-place.")
        return register.settings, open_
    return register.settings, Examined("Register", True, f"{path} can be read: {len(register.services)} services.")


def _for_it(settings: Settings) -> Iterator[str]:
    """What to tell the council's IT, in their words."""
    yield ""
    yield "To tell your IT team:"
    yield f"  The program is review-kit {__version__}, in {sys.executable}."
    yield "  It makes GET requests over http (80) and https (443) to the addresses in the register, and to these:"
    for url in (*settings.canary_addresses, settings.canary_portal.partition(" ")[0]):
        yield f"    {url}"
    yield f"  Its user agent is: {user_agent(settings.contact_address)}"
    taking = ", ".join(row["domain"] for row in known_tables()["mail_canaries"])
    yield "  It asks this system's name servers (53, UDP and TCP) whether domains of email addresses in the register"
    yield f"  take mail, and these, which surely do: {taking}. It writes to none of them."
    if "://" in os.environ.get("REVIEW_KIT_STORE", ""):
        yield "  It asks the PostgreSQL server that REVIEW_KIT_STORE names (5432, TCP, unless it says otherwise)."
    yield "  It uses the system's proxy settings (or HTTPS_PROXY) and certificate store (or SSL_CERT_FILE)."
    yield "  It needs no administrator rights, opens no port to the outside and sends nothing else."
