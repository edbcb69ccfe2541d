"""Our reader and openpyxl see the same cells in workbooks that openpyxl and we write."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from casedesk.interchange.workbook import read_workbook
from casedesk.interchange.workbook.sheets_evidence import FACTS

VALUES = st.one_of(
    st.none(),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12),
    st.integers(-(10**12), 10**12),
    st.floats(-1e12, 1e12, allow_nan=False).filter(lambda number: abs(number) > 1e-6),
    st.booleans(),
    st.dates(date(1900, 3, 1), date(2200, 1, 1)),
    st.datetimes(datetime(1900, 3, 1), datetime(2200, 1, 1)).map(  # noqa: DTZ001
        lambda moment: moment.replace(microsecond=0)
    ),
)
HEADINGS = [column.name for column in FACTS.columns]


def plain(value: Any) -> Any:
    """Blank text is a blank cell, and a day without a time is a day."""
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date()
    return value


@given(
    st.lists(
        st.lists(VALUES, min_size=len(HEADINGS), max_size=len(HEADINGS)), min_size=1, max_size=4
    )
)
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_cells(tmp_path: Path, grid: list[list[Any]]) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Facts"
    sheet.append(HEADINGS)
    for number, line in enumerate(grid, start=2):
        for at, value in enumerate(line, start=1):
            cell = sheet.cell(number, at, value)
            if isinstance(value, str):
                cell.data_type = "s"
    target = io.BytesIO()
    book.save(target)
    path = tmp_path / "a.xlsx"
    path.write_bytes(target.getvalue())

    theirs = {
        number: [plain(value) for value in line]
        for number, line in enumerate(
            load_workbook(path, data_only=True)["Facts"].iter_rows(min_row=2, values_only=True),
            start=2,
        )
    }
    ours = dict(read_workbook(path).sheets["Facts"].rows)
    for number, line in theirs.items():
        if any(value is not None for value in line):
            assert [_close(one) for one in ours[number]] == [_close(one) for one in line]
        else:
            assert number not in ours


def _close(value: Any) -> Any:
    return round(value, 6) if isinstance(value, float) else value
