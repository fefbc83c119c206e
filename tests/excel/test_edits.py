"""Random edits of every kind of workbook, with nasty texts: what is read back is what was written, and all the rest."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from review_kit.excel import read_workbook, refused_changes
from review_kit.excel.texts import shown, stored

from .kinds import KINDS, SIMPLE_ROWS
from .packages import DAY, Made, by_calamine, change
from .writing import write

NASTY = [
    "=1+1", "+44", "@x", "_x0041_", "_x005F_", "\r", "\n", " ", "<", "&", "]]>", "\x00", "\x1f", "😀", "\ud800", "é",
    "\ufffe",
]
PLACES = st.tuples(st.integers(1, 12), st.integers(1, 6))
TEXTS = st.one_of(
    st.lists(st.sampled_from(NASTY), max_size=6).map("".join), st.text(max_size=20), st.just(""), st.just("plain"),
    st.dates().map(str),
)


ALL_KINDS = {
    **KINDS, "dates": Made(SIMPLE_ROWS + f'<row r="4"><c r="D4" s="{DAY}"><v>46347</v></c><c r="E4" s="{DAY}"/></row>',
                           before=f'<cols><col min="1" max="2" style="{DAY}"/></cols>'),
}
EDITS = st.dictionaries(PLACES, TEXTS, max_size=8)


@settings(
    derandomize=True, max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(kind=st.sampled_from(sorted(ALL_KINDS)), edits=EDITS, logs=st.lists(TEXTS, max_size=2), days=st.sets(PLACES))
def test_what_was_written_is_read_and_the_rest_is_as_it_was(
    tmp_path: Path, kind: str, edits: dict[tuple[int, int], str], logs: list[str], days: set[tuple[int, int]],
) -> None:
    """The proof has passed too, or the writer would have raised."""
    made = ALL_KINDS[kind]
    path = made.save(tmp_path)
    before = read_workbook(path).sheets[0]
    changes = [change(place, text, day=place in days) for place, text in edits.items()]
    refused = refused_changes(path, changes, sheet="Services", header_row=1)
    allowed = [each for each in changes if each.cell not in refused]
    _, data = write(made, tmp_path, allowed, rows=[["now", text] for text in logs])
    after = read_workbook(tmp_path / "new.xlsx").sheets[0]
    written = {(each.cell.row, each.cell.column): each.new for each in allowed}
    for row in range(1, 14):
        for column in range(1, 8):
            was = shown(stored(written[row, column])) if (row, column) in written else before.at(row, column).text
            now = after.at(row, column).text
            assert now == was or not (now.strip() or was.strip())
    if "utf16" not in kind:
        theirs = by_calamine(data, "Services")
        words = {place: text for place, text in written.items() if text.isalpha()}
        assert words == {place: theirs[place] for place in words}
