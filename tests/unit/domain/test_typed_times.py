"""Times of day as they are typed."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.typed_times import read_typed_time


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("14:03", time(14, 3)),
        (" 9.30 ", time(9, 30)),
        ("1403", time(14, 3)),
        ("2pm", time(14)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("9:30 AM", time(9, 30)),
        ("noon", time(12)),
        ("2", None),
        ("25:00", None),
        ("10:60", None),
        ("13pm", None),
        ("soon", None),
        ("", None),
        ("²:00", None),
    ],
)
def test_what_people_type(text: str, at: time | None) -> None:
    assert read_typed_time(text) == at


@given(st.times())
def test_what_we_write_is_read_again(at: time) -> None:
    assert read_typed_time(f"{at:%H:%M}") == at.replace(second=0, microsecond=0)


@given(st.text(max_size=12))
def test_no_text_raises(text: str) -> None:
    found = read_typed_time(text)
    assert found is None or isinstance(found, time)
