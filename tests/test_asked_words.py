"""What of an entry a provider is asked to confirm."""

from review_kit.asked_words import asked_texts, words_digest

from .asking import made


def columns(**cells: str) -> list[str]:
    """The columns of an entry with these cells that a provider is asked about."""
    return [column for column, _ in asked_texts(made.service(2, "Art", provider="Kooth", **cells))]


def test_the_published_columns_come_first_and_blank_ones_are_left_out() -> None:
    """Then the review's columns that the offer publishes, then the council's own."""
    assert columns(Website="https://kooth.example/", Hours="9 to 5", Where=" ", Cost="Free", Impact="") == [
        "Section", "Area of support", "Provider", "Frequency", "Hours", "Cost", "Website"]


def test_what_is_the_councils_own_business_is_in_no_letter() -> None:
    """The review's own columns, remarks, and what stands beside the table without a header stay in the office."""
    assert columns(Evidence="x", Confirm_with="a@b.org", Entry_owner="x", Assured_by="x", Column_H="x", Notes="x",
                   Contract_lead="x", RAG_rating="x", Action_needed="x", Internal_use="x", Phone="x") == [
        "Section", "Area of support", "Provider", "Frequency", "Impact", "Phone"]


def test_the_whole_cell_is_asked_about_with_its_lines() -> None:
    """The area of support keeps its lines, whatever the length; invisible signs are dropped."""
    text = "Art\u200b group\r\nOn Mondays\n" + "long " * 6_000
    said = dict(asked_texts(made.service(2, text)))["Area of support"]
    assert said.splitlines()[:2] == ["Art group", "On Mondays"]
    assert len(said) > 29_000


def test_an_entry_without_an_area_of_support_does_not_make_one_up() -> None:
    """The reader's own words for a blank name are not the register's."""
    assert "Area of support" not in dict(asked_texts(made.service(2)))


def test_the_mark_is_another_when_a_published_word_changes() -> None:
    """Opening times count as well as the five columns; what is the council's own business does not, nor do spaces."""
    entry = made.service(2, "Art", provider="Kooth", Hours="Mon 9-5", Notes="ours")
    marks = {words_digest(made.service(2, "Art", provider="Kooth", **cells)) for cells in (
        {"Hours": "Mon 9-5", "Notes": "other"}, {"Hours": " Mon  9-5"}, {"Hours": "Mon 9-5", "Entry_owner": "X"})}
    assert marks == {words_digest(entry)}
    assert words_digest(made.service(2, "Art", provider="Kooth", Hours="Mon 9-4")) not in marks
