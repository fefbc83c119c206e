"""The practice review as a whole: served for as long as its `with` lasts, with its own day, clock and folder."""

from datetime import date

from review_kit import steps
from review_kit.model import Facts
from review_kit.practice import PRACTICE_DAY, practice_review
from review_kit.web import examine


def test_the_practice_review_stands_by_itself() -> None:
    """Its register can be read, its network asks nobody but itself, and its folder is gone afterwards."""
    with practice_review() as practice:
        assert practice.register.is_file()
        assert practice.today == PRACTICE_DAY
        assert practice.network.clock.now() == "2026-03-02T10:00:00.000Z"
        assert not practice.network.use_proxies
        settings = steps.open_register(practice.register).settings
        round_, _ = examine(settings, practice.network)
        assert round_.good
        assert (round_.portal, round_.false_name_found) == ("as expected", False)
    assert not practice.register.exists()


def test_another_day_can_be_practised() -> None:
    """The clock follows the day that was asked for."""
    with practice_review(today=date(2027, 1, 5)) as practice:
        assert practice.network.clock.now().startswith("2027-01-05")


def test_every_link_of_the_register_has_something_to_show() -> None:
    """Each link that can be asked is served, but for the one whose name is gone on purpose."""
    with practice_review() as practice:
        register = steps.open_register(practice.register)
        hosts = {link.url.split("/")[2] for _, link in register.links if link.url.startswith("http")}
        assert {host for host in hosts if practice.web.ports(host) is None} == {"talking-kestrelshire.example"}
        assert Facts(register, practice.today).network_state == "not asked"
