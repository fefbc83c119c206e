"""What forums said, made by hand. Every word of it is invented, and nobody said any of it."""

from review_kit.model import About, Consent, Done, Hearing, Helped, Present, Response, Session, View

AUDIENCE = "Corporate Parenting Board"
CODE = "d1" * 16
"""A digest, as the store keeps it."""


def session(number: int, held_on: str = "2026-10-07", *, present: Present = Present.MANY, forum: str = "Kite Forum",
            audience: str = AUDIENCE, answer_by: str = "2027-01-21") -> Session:  # fmt: skip
    """A meeting of an invented forum."""
    return Session(f"session-{number}", held_on, forum, "participation worker 77", present, "read out at the start",
                   audience, answer_by, CODE)


def view(number: int, said: str = "", *, about: About = About.SERVICE, title: str = "Art group", theme: str = "",
         helped: Helped = Helped.YES, quote: bool = True, better: str = "", delivery: str = "",
         barriers: tuple[str, ...] = (), at: int = 1, recorded_on: str = "2026-10-07") -> View:  # fmt: skip
    """An invented view, which may be quoted unless it is said otherwise."""
    key = "" if about is About.MISSING else f"key of {title}"
    return View(f"view-id-{number}", f"session-{at}", about, key, title, helped, said, better, delivery, barriers,
                Consent.QUOTE if quote else Consent.SUMMARY, CODE, recorded_on, theme)


def views(number: int, first: int = 1, **fields: object) -> tuple[View, ...]:
    """So many views that are alike but for their ids and numbers."""
    return tuple(view(each, f"Invented words {each}", **fields)  # type: ignore[arg-type]
                 for each in range(first, first + number))


def answer(theme: str, done: Done = Done.DID, text: str = "We asked, and it changed.", *, by_on: str = "2026-11-05",
           audience: str = "", owner: str = "Health lead") -> Response:  # fmt: skip
    """An answer to a theme."""
    return Response(theme, audience, done, text, owner, by_on)


def hearing() -> Hearing:
    """Three meetings of two forums, four themes with each kind of answer and none, and views of no theme."""
    sessions = (session(1), session(2, "2026-06-17", answer_by="2026-09-30"),
                session(3, "2026-02-11", present=Present.FEW, forum="Lark Forum", audience="Health Board"))
    waiting = (
        *views(7, 1, theme="Waiting too long", helped=Helped.WAITING, barriers=("wait",), quote=False),
        view(8, "I waited nine months and then it was online only.", theme="Waiting too long", helped=Helped.NO,
             better="Tell us where we are in the queue.\nA text would do.", barriers=("wait", "no_answer")),
        view(9, "Nobody rang back.", theme="Waiting too long", helped=Helped.WAITING, barriers=("wait", "no_answer"),
             at=2),
    )  # fmt: skip
    evenings = (view(10, "It shuts when college ends.", theme="Open in the evening", helped=Helped.PARTLY, at=2),
                view(11, better="Open till eight.", delivery="In person, not on a screen", theme="Open in the evening"),
                view(12, "Not to be quoted: evening", theme="Open in the evening", quote=False, at=3))
    fares = (view(13, "The bus is four pounds.", theme="Bus fares", helped=Helped.NO, barriers=("too_far",)),
             view(14, theme="Bus fares", helped=Helped.TURNED_AWAY, barriers=("too_far", "what is this code")))
    dentist = (view(15, "There is no dentist who takes us.", about=About.MISSING, theme="Finding a dentist",
                    title="Something missing from the offer", helped=Helped.NOT_SAID),)  # fmt: skip
    loose = (view(16, "The drumming is brilliant.", title="Music studio", at=2),
             view(17, "Not to be quoted: nice people", title="Music studio", quote=False),
             view(18, "A whole page about sleep, please.", about=About.SECTION, title="The section “Feeling well”"),
             view(19, helped=Helped.NEVER_HEARD, title="Walking group", barriers=("not_known",)))
    return Hearing(sessions, (*waiting, *evenings, *fares, *dentist, *loose), (
        answer("Waiting too long", Done.WILL, "We have asked for a text every four weeks.\nIt begins in spring.",
               by_on="2027-04-01"),
        answer("Open in the evening", text="The drop-in is open until 8pm on Wednesdays.", owner="Leaving Care team"),
        answer("Bus fares", Done.CANNOT, "There is no money for passes this year. The youth hub gives single tickets.",
               by_on="")))
