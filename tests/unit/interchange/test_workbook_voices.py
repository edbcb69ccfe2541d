"""The column of the children's words, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.interchange.workbook.voices import UnknownChild, Voices, read_voices, write_voices

PEOPLE = {"P-1": "ann", "P-2": "tyler", "K:3": "kit"}
REFS = {person: ref for ref, person in PEOPLE.items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P-2: I like art", (("tyler", "I like art"),)),
        ("P-2:I like art\n\n P-1 : me too ", (("tyler", "I like art"), ("ann", "me too "))),
        ("it was loud", ((None, "it was loud"),)),
        ("Somebody said: no", ((None, "Somebody said: no"),)),
        (": P-2: is a rude word", ((None, "P-2: is a rude word"),)),
        ("P-2: one\n\ttwo\n\t\n\tthree", (("tyler", "one\ntwo\n\nthree"),)),
        ("K:3: hello", (("kit", "hello"),)),
        ("at 10:30 we left", ((None, "at 10:30 we left"),)),
        ("10:30 we left", ((None, "10:30 we left"),)),
    ],
)
def test_a_line_a_child(text: str, expected: Voices) -> None:
    assert read_voices(text, PEOPLE.get) == expected


@pytest.mark.parametrize("text", ["P-9: hello", "P-2: yes\nTyler: no"])
def test_a_line_that_names_somebody_unknown_is_refused(text: str) -> None:
    with pytest.raises(UnknownChild):
        read_voices(text, PEOPLE.get)


@given(
    st.lists(
        st.tuples(
            st.none() | st.sampled_from(sorted(REFS)),
            st.text(st.sampled_from("aP-12: \n\t:"), max_size=12),
        ),
        max_size=4,
    )
)
def test_whatever_is_written_reads_back(voices: list[tuple[str | None, str]]) -> None:
    assert read_voices(write_voices(tuple(voices), REFS), PEOPLE.get) == tuple(voices)
