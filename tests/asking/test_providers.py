"""Who is asked about which entries."""

from time import perf_counter

import pytest

from review_kit.asking import providers
from review_kit.asking.providers import mailboxes, organisation

from . import made


def grouped(*services: made.Service) -> list[tuple[str, tuple[str, ...], list[int]]]:
    """The providers of a register: name, mailboxes, rows."""
    return [(one.name, one.to, [each.cell.row for each in one.services])
            for one in providers(made.register(*services))]


def test_entries_with_the_same_mailboxes_are_one_provider() -> None:
    """Order, capitals and what else stands in the cell make no difference; the providers' names make none either."""
    assert grouped(
        made.service(2, "Art", provider="Kooth", Confirm_with="Info@kooth.example, team@kooth.example"),
        made.service(3, "Walks", provider="Kooth plc", Confirm_with="Ann Roe: team@kooth.example; info@kooth.example"),
    ) == [("Kooth and 1 other", ("info@kooth.example", "team@kooth.example"), [2, 3])]


def test_a_mailbox_gets_no_entry_beside_which_it_does_not_stand() -> None:
    """An entry with one more mailbox, or with none, is another message, whoever its provider is."""
    assert [rows for _, _, rows in grouped(
        made.service(2, "Art", provider="Kooth", Confirm_with="a@kooth.example"),
        made.service(3, "Walks", provider="Kooth", Confirm_with="a@kooth.example; b@other.example"),
        made.service(4, "Talks", provider="Kooth"),
    )] == [[2], [3], [4]]


def test_without_a_mailbox_the_first_line_of_the_provider_cell_groups() -> None:
    """Capitals, signs, a “The” and an address behind the name make no difference."""
    assert grouped(
        made.service(2, "Art", provider="The Boathouse\n\nhttps://boathouse.example/"),
        made.service(3, "Walks", provider="boathouse, https://boathouse.example/walks"),
        made.service(4, "Talks", provider="Boathouse."),
        made.service(5, "Tea", provider="https://boathouse.example/\nBoathouse"),
        made.service(6, "Cake", provider="Green Paths\nBoathouse"),
    ) == [("The Boathouse", (), [2, 3, 4, 5]), ("Green Paths", (), [6])]


@pytest.mark.parametrize("provider", [
    "", "Various", "n/a", "TBC", "PA do this where need is identified", "https://www.nhs.uk/service-search",
    "Trauma Navigator will support if support is needed", "Website: https://kind.example/", "as above", "?",
])  # fmt: skip
def test_an_entry_that_names_nobody_is_asked_about_by_itself(provider: str) -> None:
    """It goes by its area of support, and two such entries are never taken for one provider's."""
    assert grouped(made.service(2, "Art group\nOn Mondays", provider=provider),
                   made.service(3, "Walks", provider=provider)) == [("Art group", (), [2]), ("Walks", (), [3])]


def test_an_instruction_is_not_part_of_a_name() -> None:
    """What tells people to refer to somebody names that somebody."""
    assert organisation(made.service(2, provider="Support to make referral to Trent PTS")) == "Trent PTS"
    assert organisation(made.service(2, provider="Leaving Care Service")) == "Leaving Care Service"


def test_retired_entries_are_left_out() -> None:
    """A provider with none but retired entries is not asked."""
    assert grouped(made.service(2, "Art", provider="Kooth", Status="Retired")) == []


def test_crisis_services_come_first_then_the_registers_order() -> None:
    """The order of harm holds among providers and within one."""
    assert grouped(
        made.service(2, "Art", provider="Kooth"), made.service(3, "Walks", provider="Green"),
        made.service(4, "Crisis line, 24 hours a day", provider="Green"), made.service(5, "Choir", provider="Kooth"),
    ) == [("Green", (), [4, 3]), ("Kooth", (), [2, 5])]


@pytest.mark.parametrize(("cell", "expected"), [
    ("", ()),
    ("Ann Roe, ask reception", ()),
    ("a@b.org\nBcc: x@y", ("a@b.org",)),
    ("Team <team@kind.example>; mailto:other@kind.example", ("team@kind.example", "other@kind.example")),
    ("team [at] kind [dot] org [dot] uk", ("team@kind.org.uk",)),
    ("help@@kind.example", ()),
    ("a@kind.example, A@KIND.example", ("a@kind.example",)),
    ("jösé@kind.example", ()),
    ("info@bücher.example", ("info@xn--bcher-kva.example",)),
    ("a\u202e@kind.example\x00", ("a@kind.example",)),
    ("see https://a@kind.example/path", ()),
    ("@" * 30_000, ()),
    ('"a b"@kind.example', ()),
])  # fmt: skip
def test_only_well_formed_addresses_are_taken(cell: str, expected: tuple[str, ...]) -> None:
    """Prose, names, rubbish and what looks like a header leave nothing; hosts are spelt as the network spells them."""
    assert mailboxes(made.service(2, Confirm_with=cell)) == expected


@pytest.mark.parametrize("cell", ["x" * 30_000, "@" * 30_000, "a@" * 15_000, "(" * 30_000, "http://" * 4_000,
                                  "a.b." * 8_000 + "@x.org", "a b" * 10_000, "\n" * 30_000])  # fmt: skip
def test_a_cell_full_of_anything_is_read_at_once(cell: str) -> None:
    """No text makes anybody wait."""
    start = perf_counter()
    providers(made.register(made.service(2, "Art", provider=cell, Confirm_with=cell)))
    assert perf_counter() - start < 2


def test_the_shipped_register_gives_26_providers() -> None:
    """Every entry is asked about once; providers with several entries get one message."""
    asked = providers(made.shipped())
    assert len(asked) == 26
    assert sorted(each.cell.row for one in asked for each in one.services) == list(range(2, 33))
    assert {one.name: len(one.services) for one in asked if len(one.services) > 1} == {
        "Derbyshire Health Care": 2, "DECC": 2, "Leaving Care Service": 3, "Derby Theatre": 2}
