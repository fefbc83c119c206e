"""The review in hand: which register is open, what was gathered, what was judged. All forms of a kernel share it."""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from pathlib import Path

from review_kit import disk, steps, web
from review_kit.errors import BusyError, RegisterError, ReviewKitError, StoreError
from review_kit.model import Decided, Facts, Hearing, Plan, Register, Review
from review_kit.place import Place, this_place
from review_kit.reports.addresses import Dangers
from review_kit.store import Store
from review_kit.widgets import chosen
from review_kit.widgets.background import Background, practice_network
from review_kit.widgets.choice import Choice, Which, keep_choice, keep_upload, read_choice
from review_kit.widgets.following import follow
from review_kit.widgets.reading import Reading
from review_kit.widgets.watchers import Watchers

CHECKING = "A check is running. Stop it in notebook 2 or wait for its end, then try again."
GONE = ("The place that held your decisions is gone or cannot be reached: {where}. What you see here was read from it. "
        "Bring it back, then go on; until then nothing is kept.")


class Current:
    """The review that the forms of this kernel work on.

    `trouble` is the sentence that says why the chosen register is not open, `store_trouble` why decisions cannot be
    read; `background` the run that is under way or was last, and `so_far` what it has been judged to show while it
    goes on.
    """

    def __init__(self, place: Place) -> None:
        self.place, self.trouble, self.store_trouble = place, "", ""
        self.choice: Choice | None = None
        self.background: Background | None = None
        self.so_far: Review | None = None
        self._read: Reading | None = None
        self._seen: object = None
        self._decisions_seen: object = None
        self.watchers = Watchers()
        self._following: asyncio.Task[None] | None = None
        self.look()

    # Which register

    @property
    def practice(self) -> bool:
        """Whether the practice review is open."""
        return self.choice is not None and self.choice.which is Which.PRACTICE

    @property
    def today(self) -> date:
        """The review's day: the practice review has one of its own."""
        return chosen.day_of(self.choice)

    def path_of(self, choice: Choice) -> Path:
        """Where a chosen register is."""
        return chosen.path_of(self.place, choice)

    def open(self, choice: Choice) -> Register:
        """Open a register and remember the choice.

        Raises:
            RegisterError: it cannot be read, or only the practice review may be; what was open before stays open.
            BusyError: a check of what is open now still runs.
            ReviewFolderError: the kit's own folder cannot be written.
        """
        if self.place.practice_only and choice.which is not Which.PRACTICE:
            raise RegisterError(chosen.PRACTICE_ONLY)
        if choice != self.choice:
            self._nobody_checks()
        register = self._opened(choice)
        keep_choice(self.place, choice)
        self.look(again=True, register=register)
        return register

    def open_upload(self, name: str, content: bytes) -> Register:
        """Keep a register that came through the browser, and open it; what is no register is not kept.

        Raises:
            RegisterError: it cannot be read.
            ReviewFolderError: the folder for such registers cannot be written.
        """
        path, new = keep_upload(self.place, name, content)
        try:
            return self.open(Choice(Which.OWN, str(path)))
        except RegisterError:
            if new:
                path.unlink(missing_ok=True)
            raise

    def begin_practice_again(self) -> None:
        """Throw the practice review away, comments and all, and open it anew."""
        self._nobody_checks()
        chosen.throw_practice_away(self.place)
        self.open(Choice(Which.PRACTICE))

    def _nobody_checks(self) -> None:
        """Make sure that no run goes on with the review that is open, in this notebook or in another.

        Raises:
            BusyError: one does.
        """
        if self.running:
            raise BusyError(CHECKING)
        if self._read is not None and self._read.folder.is_dir():
            try:
                disk.hold_alone(self._read.folder).release()
            except BusyError:
                raise BusyError(CHECKING) from None

    def _opened(self, choice: Choice) -> Register:
        """A register as it is on the disk, with the services that are decided on and not in it yet."""
        path = chosen.ready(self.place, choice)
        try:
            candidates = chosen.store_of(self.place, choice).candidates.all()
        except StoreError:  # said where decisions are read
            candidates = ()
        return steps.open_register(path, candidates=candidates)

    # What is on the disk

    def look(self, *, again: bool = False, register: Register | None = None) -> None:
        """See whether another notebook, another program or a person has changed something, and take it in.

        While a run of this kernel goes on, the page is told by it, and what it has written so far is not read. A
        `register` that was read this moment is not read again.
        """
        if self.running and not again:
            return
        choice = read_choice(self.place)
        seen = self._stamps(choice)
        if seen == self._seen and not again:
            self._look_at_decisions()
            return
        self.choice, self._seen, self._read, self.trouble = choice, seen, None, ""
        if choice is not None:
            self._take_in(choice, register)
        self.watchers.tell()

    def _take_in(self, choice: Choice, register: Register | None) -> None:
        try:
            register = register or self._opened(choice)
            reading = Reading(register, chosen.folder_of(self.place, choice), self.today, *self._kept(),
                              practice=self.practice)
            _ = reading.facts  # those of a newer kit cannot be read
        except ReviewKitError as error:
            self.trouble = str(error)
        else:
            self._read = reading
        self._seen = self._stamps(choice)

    def _stamps(self, choice: Choice | None) -> object:
        """What changes when the register, its facts or the day do: a page may be left open over night."""
        return choice, chosen.stamps(self.place, choice), chosen.day_of(choice)

    def _look_at_decisions(self) -> None:
        """Take in what another notebook or window has decided; a service that was added is read like all others."""
        now = self._store_stamp()
        if self._read is None or now == self._decisions_seen:
            return
        if now is None and self._decisions_seen is not None:
            self._decisions_seen, self.store_trouble = None, GONE.format(where=self.store.where)
            self.watchers.tell()
            return
        decided, hearing = self._kept()
        if hearing != self._read.hearing:
            self._read.rehear(hearing)
        if decided.candidates != self._read.decided.candidates:
            self.look(again=True)
        elif decided != self._read.decided:
            self._read.redecide(decided)
            self.watchers.tell()

    def took(self) -> None:
        """Something was decided here: take it in, and let the kernel's other forms know."""
        self._decisions_seen = None
        if self._read is not None and self._read.today != self.today:
            self.look(again=True)  # what is heard today counts for nothing in a judgement of yesterday
        else:
            self._look_at_decisions()

    @property
    def keeping(self) -> Store:
        """The store, to keep something in it; one that could not be read, or is gone, is looked at again first.

        Raises:
            StoreError: what was kept before cannot be read or is gone; a new store beside it would hide all of that.
        """
        if self.store_trouble:
            self._decisions_seen = None  # another program may have held it, and has let it go
        if self.store_trouble or self._store_stamp() is None:
            self._look_at_decisions()
        if self.store_trouble:
            raise StoreError(self.store_trouble)
        return self.store

    def _kept(self) -> tuple[Decided, Hearing]:
        """What the store holds. One that cannot be read stops no check; the desk and the writing say so."""
        self.store_trouble, self._decisions_seen = "", self._store_stamp()
        try:
            return self.store.decided(), self.store.exchange.hearing()
        except StoreError as error:
            self.store_trouble = str(error)
            return Decided(), Hearing()

    def _store_stamp(self) -> object:
        try:
            return self.store.stamp()
        except StoreError:  # said when it is read
            return None

    @property
    def register(self) -> Register | None:
        """The register that is open; None where none is."""
        return self._read.register if self._read else None

    @property
    def folder(self) -> Path | None:
        """The folder of the review in hand."""
        return self._read.folder if self._read else None

    @property
    def begun_earlier(self) -> bool:
        """Whether the newest review was begun on a day before this one."""
        return self._read is not None and self._read.folder.name < self.today.isoformat()

    @property
    def facts(self) -> Facts | None:
        """What was gathered so far; None where no register is open."""
        return self._read.facts if self._read else None

    @property
    def known(self) -> Mapping[str, Sequence[Mapping[str, str]]]:
        """The known tables by name, the council's own rows among them; none where no register is open."""
        return self._read.facts.known if self._read else {}

    @property
    def review(self) -> Review | None:
        """The review as judged; None where no register is open, or nothing was checked yet."""
        return self._read.review if self._read else None

    @property
    def dangers(self) -> Dangers:
        """The hosts that no form may make a link of."""
        return self._read.dangers if self._read else Dangers()

    @property
    def wants_more(self) -> bool:
        """Whether a run would find something to ask."""
        return self._read is not None and self._read.wants_more

    @property
    def store(self) -> Store:
        """Where comments and decisions are kept; the practice review has a store of its own.

        Raises:
            StoreError: REVIEW_KIT_STORE names what this version does not know.
        """
        return chosen.store_of(self.place, self.choice)

    @property
    def plan(self) -> Plan | None:
        """What writing the register would change; None where nothing was checked yet."""
        return self._read.plan if self._read else None

    # Checking

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self.background is not None and self.background.running

    def begin(self, *, recheck: bool = False, afresh: bool = False, new: bool = False) -> None:
        """Begin to look at the links, in the background; nothing happens where a run is under way already.

        Args:
            recheck: ask again what could not be told.
            afresh: forget what the folder holds (for practising).
            new: begin today's review, where the newest is of an earlier day.
        """
        if self._read is None or self.running:
            return
        folder = self._read.folder.parent / self.today.isoformat() if new else self._read.folder
        self.background = Background(self._read.register, folder, today=self.today, serve=self._serve, recheck=recheck,
                                     afresh=afresh)
        self.so_far = None
        self.background.start()
        with suppress(RuntimeError):  # in a script there is no loop, and nobody who watches
            self._following = asyncio.get_running_loop().create_task(follow(self, self.background))
        self.watchers.tell()

    def stop(self) -> None:
        """Ask a run that is under way to end."""
        if self.background is not None:
            self.background.stop()
            self.watchers.tell()

    def _serve(self) -> AbstractContextManager[web.Network]:
        return practice_network() if self.practice else nullcontext(web.Network())


_CURRENT: dict[Place, Current] = {}


def current() -> Current:
    """The one review in hand of this kernel: two tabs on one notebook share it, and a run that is under way."""
    place = this_place()
    if place not in _CURRENT:
        _CURRENT[place] = Current(place)
    _CURRENT[place].look()
    return _CURRENT[place]
