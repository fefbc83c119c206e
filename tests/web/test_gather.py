"""A whole gathering: canaries around the links, rounds of doubt, a deadline, a stop, and going on afterwards."""

import _thread
import asyncio
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import openpyxl
import pytest

from review_kit import steps
from review_kit.disk import FactFile
from review_kit.model import PUBLISHED_COLUMNS, CanaryRound, Failure, Look, Purpose, Settings, Visit
from review_kit.web import Clock, Network, Outcome, examine, gather

from . import looking
from .rawserver import RawServer, Visitor, answer, says

LINKS = [f"http://site{n}.example/" for n in range(6)]


def test_canaries_stand_before_and_after_the_links() -> None:
    """Every fact of the run lies between a round before and a round after, by its time and by its place."""
    with looking.web_of({f"site{n}.example": looking.site() for n in range(6)}) as web:
        found = looking.gathered(LINKS, web)
    assert found.outcome == Outcome("done")
    assert [round_.when for round_ in found.rounds] == ["before", "after"]
    assert isinstance(found.facts[0], CanaryRound)
    assert isinstance(found.facts[-1], CanaryRound)
    assert sorted(visit.url for visit in found.visits) == LINKS
    assert len({fact.run for fact in found.facts}) == 1
    assert all(found.rounds[0].at <= visit.at <= found.rounds[1].at for visit in found.visits)


def test_without_a_wish_nobody_is_asked() -> None:
    """Nothing to look at: the canaries are left in peace too."""
    found = looking.gathered([], looking.names_of(lambda _: pytest.fail("somebody was asked")))
    assert (found.outcome, found.facts) == (Outcome("done"), [])


def test_with_all_canaries_silent_no_link_is_asked() -> None:
    """The network is down: two rounds before, one after, no visit, and the server of the links hears nothing."""
    with RawServer(says(answer(b"ok"))) as server:
        names = looking.names_of(lambda host: server.ports(host) if host.startswith("site") else None)
        found = looking.gathered(LINKS, names)
        assert server.connections == 0
    assert found.outcome == Outcome("no network")
    assert (found.visits, [round_.when for round_ in found.rounds]) == ([], ["before", "before", "after"])
    assert found.rounds[0].silent == ("http://canary.example/ (no such name)",)


def test_a_network_that_is_waking_up_gets_a_second_chance() -> None:
    """A laptop just opened: the second look at the canaries decides."""
    ill = {"status": 503, "title": "Waking up"}
    sites = {"canary.example": {"pages": {"/": [ill, looking.page()]}}, "site0.example": looking.site()}
    with looking.web_of(sites) as web:
        found = looking.gathered(LINKS[:1], web)
    assert (found.outcome.state, found.last(LINKS[0]).status) == ("done", 200)
    assert [round_.good for round_ in found.rounds] == [False, True, True]


def test_a_sign_in_page_that_answers_for_everything_is_no_network() -> None:
    """A portal answers 200 to every plain address: the known words tell, and no link is asked."""
    portal = says(answer(b"<title>Welcome to our Wi-Fi</title>"))
    settings = replace(looking.SETTINGS, canary_portal="http://portal.example/ Known words")
    with RawServer(portal) as server:
        found = looking.gathered(LINKS, looking.names_of(server.ports), settings=settings)
    assert (found.outcome.state, found.visits) == ("no network", [])
    assert {round_.portal for round_ in found.rounds} == {"altered"}


def test_the_councils_own_hosts_are_asked_without_the_internet() -> None:
    """A canary's silence says nothing of a machine in the same building; every other link is left unasked."""
    own = replace(looking.SETTINGS, own_hosts=("intranet.example",))
    with RawServer(says(answer(b"inside"))) as server:
        names = looking.names_of(lambda host: server.ports(host) if "canary" not in host else None)
        found = looking.gathered([*LINKS, "http://intranet.example/"], names, settings=own)
    assert found.outcome.state == "no network"
    assert [visit.url for visit in found.visits] == ["http://intranet.example/"]


def test_a_network_that_dies_half_way_is_seen() -> None:
    """Good before, bad after: the rounds tell, so that no failure of this run is believed."""
    sites = {"canary.example": {"pages": {"/": [looking.page(), {"status": 503, "title": "Gone"}]}}}
    with looking.web_of(sites) as web:
        found = looking.gathered(LINKS, web)
    assert [round_.good for round_ in found.rounds if round_.when != "during"] == [True, False]


def test_several_failures_in_a_row_call_for_the_canaries() -> None:
    """Not only at the end: after three failures in a row the canaries are looked at at once."""
    with looking.web_of({}) as web:
        found = looking.gathered(LINKS, web, at_once=1, tries=1)
    whens = [fact.when for fact in found.facts if isinstance(fact, CanaryRound)]
    assert whens[0] == "before"
    assert whens[-1] == "after"
    assert whens.count("during") >= 2


def test_many_links_call_for_the_canaries() -> None:
    """Every so many links, also while all goes well."""
    with looking.web_of({f"site{n}.example": looking.site() for n in range(6)}) as web:
        found = looking.gathered(LINKS, web, canary_every=3)
    assert [round_.when for round_ in found.rounds].count("during") >= 1


def test_doubts_are_settled_in_rounds() -> None:
    """A look may raise a doubt, its answer another; after four rounds a person is asked, whatever is still doubted."""
    def doubting(visits: Sequence[Visit], _: Sequence[CanaryRound]) -> list[Look]:
        return [Look(f"http://site{len(visits)}.example/", Purpose.FRONT_PAGE, f"doubt {len(visits)}")]
    facts: list[Visit | CanaryRound] = []
    with looking.web_of({f"site{n}.example": looking.site() for n in range(9)}) as web:
        network = Network(names=looking.names_of(web.ports), authority=web.authority, pace=looking.PACE,
                          use_proxies=False)
        outcome = gather(doubting, settings=looking.SETTINGS, network=network, on_fact=facts.append,
                         on_progress=lambda _: None, should_stop=lambda: False)
    made = [(fact.url, fact.asked_because) for fact in facts if isinstance(fact, Visit)]
    assert made == [(f"http://site{n}.example/", f"doubt {n}") for n in range(4)]
    assert outcome.state == "done"


def mute(visitor: Visitor) -> None:
    """Never answer."""
    visitor.hold()


def test_the_whole_run_has_a_deadline() -> None:
    """What was learned by then is kept; the run says that it ran out of time."""
    with RawServer(mute) as server, looking.web_of({"site0.example": looking.site()}) as web:
        names = looking.names_of(web.ports, server.ports)
        found = looking.gathered(LINKS, names, settings=replace(looking.SETTINGS, run_minutes=1.5 / 60),
                                 read=10.0, longest_look=20.0)
    assert found.outcome.state == "out of time"
    assert [visit.url for visit in found.visits] == LINKS[:1]


def test_a_stop_keeps_what_was_learned_and_a_second_run_asks_only_what_is_missing(tmp_path: Path) -> None:
    """Facts are on the disk the moment they are made; the next run goes on where this one ended."""
    urls, stopped = [f"http://site.example/{n}" for n in range(8)], Event()

    def slow_after_three(visitor: Visitor) -> None:
        if visitor.number < 3 or stopped.is_set() or visitor.hold():
            visitor.send(answer(b"ok"))
    with RawServer(slow_after_three) as server, looking.Canary() as web:
        network = Network(names=looking.names_of(web.ports, server.ports), authority=looking.NOBODY,
                          pace=looking.quick(read=20.0, longest_look=25.0), use_proxies=False)

        def run(stop_after: int) -> Outcome:
            with FactFile(tmp_path) as file:
                made = {visit.url for visit in file.before.visits}
                learned: list[object] = []

                def wanted(visits: Sequence[Visit], _: Sequence[CanaryRound]) -> list[Look]:
                    return [Look(url) for url in urls if url not in made | {visit.url for visit in visits}]

                def keep(fact: Visit | CanaryRound) -> None:
                    file.add(fact)
                    learned.append(fact)
                return gather(wanted, settings=looking.SETTINGS, network=network, on_fact=keep,
                              on_progress=lambda _: None, should_stop=lambda: len(learned) > stop_after)


        assert run(3).state == "stopped"
        stopped.set()
        with FactFile(tmp_path) as file:
            kept = [visit.url for visit in file.before.visits]
        assert len(kept) == 3
        asked = len(server.heads)
        assert run(100).state == "done"
        again = [f"http://site.example{path}" for path in server.paths[asked:]]
        assert sorted(kept + again) == urls
        with FactFile(tmp_path) as file:
            assert sorted(visit.url for visit in file.before.visits) == urls


def test_a_stop_does_not_wait_for_the_slowest() -> None:
    """Whatever is under way is dropped: a person who stops a run is not kept waiting for a silent site."""
    with RawServer(mute) as server, looking.Canary() as web:
        found = looking.gathered(LINKS, looking.names_of(web.ports, server.ports), read=60.0, longest_look=90.0,
                                 should_stop=lambda _: server.connections > 2)
    assert found.outcome.state == "stopped"
    assert found.visits == []


def test_the_same_address_in_many_rows_is_asked_once(tmp_path: Path) -> None:
    """Three rows with one link: one request, one visit, and every row has its fact."""
    book = openpyxl.Workbook()
    book.active.title = "Services"
    book.active.append(PUBLISHED_COLUMNS)
    for number in range(3):
        book.active.append(["Health", f"Service {number}", f"{LINKS[0]}page", "Weekly", "Well"])
    book.create_sheet("Settings").append(["Setting", "Value"])
    book["Settings"].append(["Canary addresses", "http://canary.example/"])
    book["Settings"].append(["Canary for sign-in pages", "http://canary.example/ Always there"])
    book.save(tmp_path / "register.xlsx")
    register = steps.open_register(tmp_path / "register.xlsx")
    with RawServer(says(answer(b"<title>Page</title>"))) as server, looking.Canary() as canary:
        network = Network(names=looking.names_of(canary.ports, server.ports), authority=looking.NOBODY,
                          pace=looking.PACE, use_proxies=False)
        facts = steps.visit(register, tmp_path / "out", network=network)
        assert server.paths.count("/page") == 1
    assert [link.url for _, link in register.links] == [f"{LINKS[0]}page"] * 3
    assert len(facts.visits) == 1


def test_ctrl_c_ends_the_run_at_once() -> None:
    """A person who presses Ctrl+C is not kept waiting for the end of the run; what was learned stands."""
    def interrupting(visitor: Visitor) -> None:
        if b" /last " not in visitor.head:
            visitor.send(answer(b"ok"))
            return
        _thread.interrupt_main()
        visitor.hold(20)
    facts: list[Visit | CanaryRound] = []
    with RawServer(interrupting) as server, looking.Canary() as web:
        network = Network(names=looking.names_of(web.ports, server.ports), authority=looking.NOBODY, use_proxies=False,
                          pace=looking.quick(read=15.0, longest_look=18.0, tries=1, at_once=1))
        links = [Look(f"{LINKS[0]}first"), Look(f"{LINKS[0]}last")]
        with pytest.raises(KeyboardInterrupt):
            gather(lambda visits, _: links if not visits else [], settings=looking.SETTINGS, network=network,
                   on_fact=facts.append, on_progress=lambda _: None, should_stop=lambda: False)
    assert [fact.url for fact in facts if isinstance(fact, Visit)] == [f"{LINKS[0]}first"]


def test_a_fault_of_the_caller_ends_the_run_and_is_told() -> None:
    """A full disk while a fact is written down: the error reaches the caller as it is, and nothing hangs."""
    class Full(Exception):
        """No room."""

    def no_room(_: Visit | CanaryRound) -> None:
        raise Full
    with looking.Canary() as web, pytest.raises(Full):
        gather(lambda *_: [Look(LINKS[0])], settings=looking.SETTINGS, on_fact=no_room, on_progress=lambda _: None,
               network=Network(names=looking.names_of(web.ports), authority=looking.NOBODY, pace=looking.PACE),
               should_stop=lambda: False)


def test_it_works_where_a_loop_is_running() -> None:
    """A notebook has a running loop: gathering and examining go on beside it."""
    async def notebook() -> tuple[looking.Gathered, bool]:
        with looking.web_of({"site0.example": looking.site()}) as web:
            network = Network(names=looking.names_of(web.ports), authority=web.authority, pace=looking.PACE)
            return looking.gathered(LINKS[:1], web), examine(looking.SETTINGS, network)[0].good
    found, good = asyncio.run(notebook())
    assert (found.outcome.state, found.last(LINKS[0]).status, good) == ("done", 200, True)


def test_examining_shows_each_canary_and_closes_the_door() -> None:
    """The doctor's look: one round, and what each canary showed."""
    with looking.Canary() as web:
        network = Network(names=looking.names_of(web.ports), authority=looking.NOBODY, pace=looking.PACE)
        round_, shown = examine(looking.SETTINGS, network)
    assert round_.good
    assert [(visit.url, visit.purpose, visit.status) for visit in shown] == [
        ("http://canary.example/", Purpose.CANARY, 200)]


def test_odd_links_do_not_end_a_run() -> None:
    """Whatever stands in the register, the links behind it are asked."""
    odd = ["http://[bad/", "http://a:99999/", "http://", "ftp://x.example/", "http://a\x00b/", "http://" + "é" * 300]
    with looking.web_of({"site0.example": looking.site()}) as web:
        found = looking.gathered([*odd, LINKS[0]], web)
    assert found.outcome.state == "done"
    assert found.last(LINKS[0]).status == 200
    assert {visit.url for visit in found.visits} == {*odd, LINKS[0]}
    assert all(found.last(url).failure in {Failure.NOT_ASKED, Failure.NO_SUCH_NAME, Failure.OTHER} for url in odd)


def test_a_hostile_page_does_not_end_a_run() -> None:
    """Half characters, odd character sets, addresses that are none, and a certificate's worth of garbage."""
    pages = [b'<script type="application/ld+json">{"telephone": "\\ud800"}</script>', b"<a href='http://[x'>y</a>",
             b"<meta charset=hex><p>x", b"<div>" * 100_000]
    with RawServer(lambda visitor: visitor.send(answer(pages[int(visitor.head.split(b" ", 2)[1][1:])]))) as server, \
            looking.Canary() as web:
        urls = [f"http://hostile.example/{n}" for n in range(len(pages))]
        found = looking.gathered(urls, looking.names_of(web.ports, server.ports))
    assert sorted(visit.url for visit in found.visits) == urls
    assert all(looking.record_of(visit) for visit in found.visits)


def test_the_settings_by_default_are_those_of_the_issue() -> None:
    """Three addresses that always answer, one of them outside the United Kingdom, and a page of known words."""
    settings = Settings()
    assert len(settings.canary_addresses) == 3
    assert all(url.startswith("https://") for url in settings.canary_addresses)
    assert settings.canary_portal.startswith("http://")
    assert settings.run_minutes > 0
    assert Network().clock.__class__ is Clock
