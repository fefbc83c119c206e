"""The key that names a service for good."""

from review_kit.rows import read_register

from .build import HEADER, book

ONE = ("Health", "Talking", "Kooth", "Weekly", "Better")
OTHER = ("Health", "Running", "Club", "Daily", "Fit")


def keys(*rows: tuple[str, ...], header: tuple[str, ...] = HEADER) -> list[str]:
    """The keys of the services."""
    return [service.key for service in read_register(book(header, *rows)).services]


def test_a_key_is_short_and_the_same_each_time() -> None:
    """The key of these words never changes, for decisions of earlier years hang on it."""
    assert keys(ONE) == keys(ONE) == ["svc-f6954507fb"]


def test_a_key_stays_when_rows_move_or_other_words_change() -> None:
    """Row, frequency, impact, white space and capitals make no difference."""
    assert sorted(keys(ONE, OTHER)) == sorted(keys(OTHER, ONE))
    assert keys(ONE) == keys((" HEALTH", "talking\u00a0", "Kooth\n", "Never", "None"))


def test_section_name_and_provider_each_make_another_key() -> None:
    """Words that move from one cell to the next make another key too."""
    rows = [ONE, ("Body", *ONE[1:]), ("Health", "Listening", *ONE[2:]), (*ONE[:2], "Other", *ONE[3:]),
            ("Health Talking", "Kooth", "", "Weekly", "Better")]
    assert len(set(keys(*rows))) == len(rows)


def test_the_same_service_twice_gets_numbers() -> None:
    """Keys are never shared."""
    first, second, third = keys(ONE, ONE, ONE)
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_a_service_id_is_the_key() -> None:
    """Once written, the ID stays with its row, whatever the words become."""
    assert keys((*ONE, " S1 "), (*OTHER, ""), header=(*HEADER, "Service ID"))[0] == "S1"


def test_a_derived_key_never_takes_an_id_further_down() -> None:
    """The ID that a row holds is its own, even where an earlier row would come to the same."""
    derived = keys(ONE)[0]
    assert keys((*ONE, ""), (*OTHER, derived), header=(*HEADER, "Service ID")) == [f"{derived}-2", derived]


def test_a_service_id_that_stands_twice_is_told() -> None:
    """The second row gets another key; the lead hears which cell to clear."""
    register = read_register(book((*HEADER, "Service ID"), (*ONE, "S1"), (*OTHER, "S1")))
    assert [service.key for service in register.services] == ["S1", "S1-2"]
    assert [(one.check, str(one.cell)) for one in register.problems] == [("service-id-repeated", "Services!F3")]
