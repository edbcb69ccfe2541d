"""How long a visit took as people type it."""

from __future__ import annotations

import pytest

from casedesk.ui.screens.family.visits.visit_length import read_length


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("50", 50), ("50 min", 50), ("1h", 60), ("1 hour 20", 80), ("1:20", 80), ("24h", 1440)],
)
def test_what_is_a_length(typed: str, minutes: int) -> None:
    assert read_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "0", "25h", "a while", "50 miles", "1.5 h"])
def test_what_is_none(typed: str) -> None:
    assert read_length(typed) is None
