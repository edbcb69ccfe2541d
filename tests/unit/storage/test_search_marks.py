"""Marking what was searched for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.storage.search_marks import Marker


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("ash", "Ashworth", ["Ash"]),
        ("ASH", "7 Ash Grove, Ashford", ["Ash", "Ash"]),
        ("worth", "Ashworth", []),
        ("nune", "Nuñez", ["Nuñe"]),
        ("obrien", "Sean O'Brien", ["O'Brien"]),
        ("o'brien", "Sean O'Brien", ["O", "Brien"]),
        ("smith-j", "Smith-Jones", ["Smith", "J"]),
        ("07700900", "07700 900123", ["07700 900123"]),
        ("calder street", "14 Calder Street", ["Calder", "Street"]),
        ("", "Ashworth", []),
        ("...", "Ashworth", []),
    ],
)
def test_the_place_of_a_match(typed: str, text: str, marked: list[str]) -> None:
    assert [text[a:b] for a, b in Marker(typed).spans(text)] == marked


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("calder str", "14 Calder Street", True),
        ("calder road", "14 Calder Street", False),
        ("obrien", "Sean O'Brien", True),
        ("sean obrien", "Sean O'Brien", True),
        ("07700900", "07700 900123", True),
        ("", "Ashworth", False),
    ],
)
def test_whether_everything_typed_is_there(typed: str, text: str, found: bool) -> None:
    assert Marker(typed).finds_all(text) is found


@given(st.text(max_size=30), st.text(max_size=60))
def test_spans_are_in_the_text_and_in_order(typed: str, text: str) -> None:
    at = 0
    for first, last in Marker(typed).spans(text):
        assert at <= first < last <= len(text)
        at = last
