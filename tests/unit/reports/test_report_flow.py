"""Blocks on pages: everything once, in order, inside the page, headings with what follows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from report_examples import FONTS

from casedesk.reports.blocks import Block, Heading, Row, Stack, Table, Text
from casedesk.reports.flow import Page, paginate
from casedesk.reports.fonts import load_fonts
from casedesk.reports.lettering import Setter
from casedesk.reports.style import BODY, SECTION, SMALL

SETTER = Setter(load_fonts(FONTS))
WIDTH, ROOM = 300.0, 240.0


def text(words: int, mark: str = "word") -> Text:
    return Text(SETTER, [(" ".join([mark] * words), BODY)], before=6)


def lines_of(block: Block, width: float) -> list[str]:
    if isinstance(block, Text):
        return ["".join(run.text for run in line.runs) for line in block.lines(width)]
    if isinstance(block, Stack):
        return [line for one in block.blocks for line in lines_of(one, width)]
    if isinstance(block, Row):
        return [line for wide, one in block.cells for line in lines_of(one, wide)]
    if isinstance(block, Table):
        return [line for row in block.rows for line in lines_of(row, width)]
    raise AssertionError(block)


def words_on(pages: list[Page]) -> list[str]:
    return [
        word
        for page in pages
        for _, one in page
        for line in lines_of(one, WIDTH)
        for word in line.split()
    ]


def assert_inside(pages: list[Page]) -> None:
    for page in pages:
        end = 0.0
        for top, block in page:
            assert top >= end - 0.01
            end = top + block.height(WIDTH)
            assert end <= ROOM + 0.02


@settings(deadline=None)
@given(st.lists(st.integers(1, 400), min_size=1, max_size=6))
def test_texts_keep_every_word_and_stay_inside(counts: list[int]) -> None:
    pages = paginate([text(count) for count in counts], WIDTH, ROOM, ROOM)
    assert len(words_on(pages)) == sum(counts)
    assert_inside(pages)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 900)), min_size=1, max_size=5))
def test_table_rows_of_any_height_keep_every_word(rows: list[tuple[int, int]]) -> None:
    made = [
        Row([(80.0, text(left, "left")), (200.0, Stack([text(2, "top"), text(right, "right")]))])
        for left, right in rows
    ]
    header = Row([(280.0, Text(SETTER, [("Header", SMALL)]))], tag="TH", keep=True)
    pages = paginate([Table(header, made)], WIDTH, ROOM, ROOM)
    words = words_on(pages)
    assert words.count("left") == sum(left for left, _ in rows)
    assert words.count("right") == sum(right for _, right in rows)
    assert_inside(pages)
    tables = [block for page in pages for _, block in page]
    assert all(isinstance(block, Table) and block.header is header for block in tables)


def test_a_heading_goes_with_what_follows() -> None:
    heading = Heading(SETTER, "Goals", SECTION, 24, 0)
    filler = text(135)
    left = ROOM - filler.height(WIDTH)
    assert 24 + heading.height(WIDTH) < left < 24 + heading.height(WIDTH) + 40
    pages = paginate([filler, heading, text(60)], WIDTH, ROOM, ROOM)
    assert [len(page) for page in pages] == [1, 2]
    assert pages[1][0] == (0.0, heading)


def test_no_single_line_is_left_alone() -> None:
    filler = text(200)
    pages = paginate([filler, text(100)], WIDTH, filler.height(WIDTH) + 25, ROOM)
    assert len(pages[0]) == 1


def test_short_rows_are_not_broken() -> None:
    rows = [Row([(200.0, text(30))]) for _ in range(6)]
    pages = paginate([Table(None, rows)], WIDTH, ROOM, ROOM)
    whole = rows[0].height(WIDTH)
    for page in pages:
        for _, block in page:
            assert isinstance(block, Table)
            assert {row.height(WIDTH) for row in block.rows} == {whole}


def test_no_blocks_still_make_a_page() -> None:
    assert paginate([], WIDTH, ROOM, ROOM) == [[]]
