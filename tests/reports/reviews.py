"""Reviews made by hand: a council, services, hosts and numbers that nobody has (RFC 2606, Ofcom drama numbers)."""

from dataclasses import replace
from datetime import date

from review_kit.model import (
    CanaryRound,
    Cell,
    Contact,
    ContactKind,
    ContactVerdict,
    ContactVerdictFor,
    Earlier,
    Facts,
    Failure,
    Finding,
    Hop,
    Link,
    LinkVerdict,
    Page,
    Purpose,
    Register,
    Review,
    Rung,
    Service,
    Settings,
    Severity,
    Verdict,
    Visit,
    Written,
)

TODAY = date(2026, 11, 21)
RUN = "2026-11-21T10:00:00Z"
ANSWERED = ("https://canary.example/", "https://other-canary.example/")


def cell(row: int, column: int = 3) -> Cell:
    """A cell of the sheet Services."""
    return Cell("Services", row, column)


def service(
    row: int, name: str, *addresses: str, phone: str = "", section: str = "Mental health", **values: str
) -> Service:
    """A service with a link for each address, all in one cell, and a phone number where one is given."""
    links = tuple(Link(cell(row), address, address) for address in addresses)
    contacts = (Contact(cell(row), ContactKind.PHONE, phone, "+44" + phone.replace(" ", "")[1:]),) if phone else ()
    key, place = f"svc-{row}", cell(row, 2)
    return Service(key, section, name, "Invented Provider", place, "Weekly", "", values, links, contacts)


def visit(url: str, status: int | None = 200, title: str = "", *hops: str, failure: Failure | None = None) -> Visit:
    """One look at an address, led on by `hops`."""
    return Visit(
        url, Purpose.REGISTERED, "the register holds this link", RUN, "2026-11-21T10:05:00Z", status=status,
        final_url=hops[-1] if hops else url, hops=tuple(Hop(hop, 200) for hop in (url, *hops)),
        page=Page(title=title), failure=failure,
    )  # fmt: skip


def told(
    about: Service, verdict: Verdict, severity: Severity | None = None, seen: Visit | None = None, number: int = 0,
    saw: str = "We saw something.", suggestion: str = "", evidence: str = "Seen at 10:05 UTC.",
) -> LinkVerdict:  # fmt: skip
    """A link's verdict, with a deciding finding where a severity is given."""
    link = about.links[number]
    if severity is None:
        return LinkVerdict(about, link, verdict, None, seen)
    check = f"link-{verdict}".replace("_", "-")
    finding = Finding(check, severity, link.cell, saw, f"Look at {link.cell}.", about, link, suggestion, evidence,
                      verdict, Rung.STATUS)  # fmt: skip
    return LinkVerdict(about, link, verdict, finding, seen)


def phone_told(about: Service, verdict: ContactVerdict, severity: Severity | None = None) -> ContactVerdictFor:
    """A phone number's verdict, with a deciding finding where a severity is given."""
    contact = about.contacts[0]
    if severity is None:
        return ContactVerdictFor(about, contact, verdict, None)
    finding = Finding("phone-not-the-helpline", severity, contact.cell, "The number is another line's.",
                      "Ask the provider for its number.", about, contact, "0808 157 0999", "", verdict)  # fmt: skip
    return ContactVerdictFor(about, contact, verdict, finding)


def review(
    services: tuple[Service, ...], links: tuple[LinkVerdict, ...] = (), contacts: tuple[ContactVerdictFor, ...] = (),
    *more: Finding, canaries: bool = True, notices: tuple[str, ...] = (), council: str = "Borchester Council",
) -> Review:  # fmt: skip
    """A review of these; its findings are the deciding ones and `more`."""
    register = Register("shelf/offer_register.xlsx", "0" * 64, "Services", services, Settings(council=council))
    rounds = tuple(CanaryRound(RUN, f"2026-11-21T10:{minute}:00Z", when, ANSWERED if canaries else (),
                               () if canaries else ANSWERED) for minute, when in (("00", "before"), ("30", "after")))
    visits = tuple(link.visit for link in links if link.visit)
    decided = tuple(t.finding for t in (*links, *contacts) if t.finding)
    return Review(Facts(register, TODAY, visits, rounds), links, contacts, (*decided, *more), notices=notices)


def every_verdict() -> Review:
    """A link of each verdict, several links in one cell, a danger, contacts of each verdict, a retired service."""
    art = service(2, "Art group", "https://art.example/", "https://art.example/old", section="Wellbeing")
    walk = service(3, "Walking group", "https://walk.example/was", section="Wellbeing")
    talk = service(4, "Talking\n\nA place to talk at length, " + "with time and tea " * 9, "https://talk.example/")
    crisis = service(5, "Crisis line, open 24 hours a day", "https://crisis.example/", phone="0808 157 0142")
    haven = service(6, "Safe haven", "https://haven.example/x", phone="03069 990 123")
    again = service(7, "Evening drop-in", phone="03069 990 123")
    quiet = service(8, "Quiet room")
    retired = service(9, "Old club", "https://club.example/", Status="retired")
    mail = Contact(cell(8), ContactKind.EMAIL, "Team@quiet.example", "team@quiet.example")
    person = Contact(cell(2), ContactKind.PERSON, "Ann Invented")
    art = replace(art, contacts=(person,))
    lost = Link(cell(8), "Home - Quiet", "", Written.TITLE_ONLY, "Home - Quiet")
    quiet = replace(quiet, contacts=(mail,), links=(lost,))
    links = (
        told(art, Verdict.WORKING, seen=visit("https://art.example/", 200, "Art <group>\u202e")),
        told(art, Verdict.BROKEN, Severity.BROKEN, visit("https://art.example/old", 404), 1, evidence="404, twice."),
        told(walk, Verdict.MOVED, Severity.CAUTION,
             visit("https://walk.example/was", 200, "", "https://walk.example/now"),
             suggestion="https://walk.example/now"),
        told(talk, Verdict.BY_HAND, Severity.CAUTION, visit("https://talk.example/", 403)),
        told(crisis, Verdict.CHANGED, Severity.DANGER,
             visit("https://crisis.example/", 200, "Slots", "https://casino.example/uk"),
             saw="The address shows a casino.", evidence="It led to https://casino.example/uk (title: Slots)."),
        told(haven, Verdict.NOT_CHECKED, Severity.NOTE,
             visit("https://haven.example/x", None, failure=Failure.TIMEOUT)),
        told(quiet, Verdict.BROKEN, Severity.BROKEN),
        told(retired, Verdict.WORKING, seen=visit("https://club.example/")),
    )  # fmt: skip
    contacts = (
        ContactVerdictFor(art, person, ContactVerdict.CAUTION, None),
        phone_told(crisis, ContactVerdict.BROKEN, Severity.DANGER),
        phone_told(haven, ContactVerdict.BY_HAND),
        phone_told(again, ContactVerdict.BY_HAND),
        ContactVerdictFor(quiet, mail, ContactVerdict.OK, None),
    )
    whole = Finding("no-column", Severity.NOTE, cell(1, 1), "There is no Service ID.", "Nothing: saving adds it.")
    bare = service(10, "Choir", section="Wellbeing")
    return review((art, walk, talk, crisis, haven, again, quiet, retired, bare), links, contacts, whole)


def practice() -> Review:
    """The same, as a practice review."""
    return replace(every_verdict(), practice=True)


def no_network() -> Review:
    """A review from a place with no network: nothing could be looked at."""
    services = tuple(service(row, f"Group {row}", f"https://g{row}.example/") for row in (2, 3))
    links = tuple(told(one, Verdict.NOT_CHECKED, Severity.NOTE, saw="There was no network.") for one in services)
    return review(services, links, canaries=False, notices=("No network could be reached, so no link was checked.",))


def nothing_found() -> Review:
    """A register with one link, which works."""
    one = service(2, "Choir", "https://choir.example/")
    link = told(one, Verdict.WORKING, seen=visit("https://choir.example/", 200, "The choir"))
    return review((one,), (link,), council="")


def hostile() -> Review:
    """Text from strangers that would like to be more than text."""
    bad = service(2, "<script>alert(1)</script>", "javascript:alert(1)", "https://good.example@evil.example/",
                  "https://evil.example\\@good.example/", section="=HYPERLINK(\"https://evil.example\")")  # fmt: skip
    links = (
        told(bad, Verdict.WORKING, None,
             visit("javascript:alert(1)", 200, "</title><img src=x onerror=alert(1)>\x00\u202e")),
        told(bad, Verdict.CHANGED, Severity.DANGER, None, 1, "  =1+1",
             "https://fine.example/?to=https://www.EVIL.example/a",
             "See https://sub.evil.example/x, notevil.example and evil.example.org"),
        told(bad, Verdict.BY_HAND, Severity.CAUTION, None, 2, "\t-1", "data:text/html,<b>",
             "{{ 7 * 7 }} \u2066@x\r\ny"),
    )  # fmt: skip
    return review((bad,), links, (), notices=("<b>bold</b> & \u202dplain",), council="A & B <Council>")


def same_note(number: int) -> Review:
    """A register in which nobody has checked so many entries, and nothing else is to be told."""
    services = tuple(service(row, f"Group {row}") for row in range(2, 2 + number))
    notes = (Finding("service-overdue", Severity.NOTE, one.cell, "Nobody has checked this entry.", "Check it.", one)
             for one in services)
    return review(services, (), (), *notes)


def a_year_later() -> Review:
    """A review after another: one link went bad, one stayed bad, one was mended, one is new and bad."""
    names = ("Now gone", "Gone long since", "Back again", "New this year")
    services = tuple(service(row, name, f"https://s{row}.example/") for row, name in enumerate(names, 2))
    now = (Verdict.BROKEN, Verdict.BROKEN, Verdict.WORKING, Verdict.BROKEN)
    links = tuple(told(one, verdict, Severity.BROKEN if verdict is Verdict.BROKEN else None,
                       visit(one.links[0].url)) for one, verdict in zip(services, now, strict=True))
    then = dict(zip((one.links[0].url for one in services), ("working", "broken", "changed"), strict=False))
    made = review(services, links)
    return replace(made, facts=replace(made.facts, earlier=Earlier("2025-11-21", then)))
