"""The time of a visit as people type it."""

from __future__ import annotations

from datetime import time

import pytest

from casedesk.ui.screens.family.visits.clock_time import read_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:03", time(14, 3)),
        ("14.03", time(14, 3)),
        ("1403", time(14, 3)),
        ("905", time(9, 5)),
        (" 9:30 am ", time(9, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("12:20 PM", time(12, 20)),
        ("00:00", time(0)),
    ],
)
def test_what_is_a_time(typed: str, meant: time) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "2", "24:00", "9:60", "13pm", "0am", "half past", "9:3"])
def test_what_is_none(typed: str) -> None:
    assert read_time(typed) is None
