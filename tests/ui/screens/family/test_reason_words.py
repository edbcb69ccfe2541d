"""The figures that stand out in a reason."""

from __future__ import annotations

import pytest

from casedesk.ui.screens.family.criteria.reason_words import strong_pieces


@pytest.mark.parametrize(
    ("sentence", "strong"),
    [
        (
            "Met because Tyler has 2 proven offences in the last 12 months; "
            "the threshold is 1 or more.",
            ["2 proven offences", "1 or more"],
        ),
        (
            "Ellie attended 88.4% over the last 3 terms; the threshold is below 90.5%.",
            ["88.4%", "below 90.5%"],
        ),
        ("You confirmed this on 12 September 2026: a plan.", ["12 September 2026"]),
        ("Nothing stands out here.", []),
    ],
)
def test_figures_and_thresholds_stand_out(sentence: str, strong: list[str]) -> None:
    pieces = strong_pieces(sentence)
    assert "".join(text for text, _ in pieces).replace("\u00a0", " ") == sentence
    assert [text.replace("\u00a0", " ") for text, one in pieces if one] == strong
