"""The cell of the consent screen: a person and a recipient."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from gate.household import (
    SCHOOL,
    case_of,
    catalogue,
    consent,
    restriction,
)

from casedesk.domain.consent_matrix import matrix_cell
from casedesk.domain.records import Record

D = date(2026, 11, 24)
ALL = tuple(catalogue().categories)


def cell(*records: Record, recipient: str = "schools", purpose: str = "support") -> Any:
    return matrix_cell(case_of(*records), "tyler", recipient, purpose, D, catalogue())


@pytest.mark.parametrize(
    ("records", "state_", "words"),
    [
        ((), "not_asked", "Not asked"),
        ((consent("C-1", categories=ALL),), "given", "Given"),
        ((consent("C-1", categories=ALL, expires_on="2026-12-03"),), "given", "Expires soon"),
        ((consent("C-1"),), "some_given", "1 of 10 given"),
        (
            (
                consent("C-1", decision="refused"),
                consent("C-2", categories=("health",), withdrawn_on="2026-02-01"),
            ),
            "refused",
            "Refused",
        ),
        (
            (
                consent("C-1", expires_on="2026-02-01"),
                consent("C-2", categories=("health",), withdrawn_on="2026-02-01"),
            ),
            "withdrawn",
            "Withdrawn",
        ),
        ((consent("C-1", expires_on="2026-02-01"),), "expired", "Expired"),
        (
            (
                consent("C-1", categories=ALL),
                consent("C-2", "2026-02-01", recipients=(SCHOOL,), decision="refused"),
            ),
            "some_given",
            "9 of 10 given",
        ),
    ],
)
def test_a_cell_sums_up_its_categories(
    records: tuple[Record, ...], state_: str, words: str
) -> None:
    found = cell(*records)
    assert (found.state, found.words) == (state_, words)


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ((), "Not told yet"),
        ((consent("C-1", notice_version="3"),), "Informed"),
        ((consent("C-1", recipients=("ons",), purposes=("evaluate",)),), "Informed"),
        ((consent("C-1", notice_version="3"), restriction("objection")), "Objected"),
        ((restriction("objection", purposes=("support",)),), "Not told yet"),
        ((restriction("objection", purposes=("evaluate",)),), "Objected"),
        (
            (consent("C-1", recipients=("ons",), purposes=("evaluate",), decision="refused"),),
            "Objected",
        ),
    ],
)
def test_the_study_column_shows_informed_or_objected(
    records: tuple[Record, ...], words: str
) -> None:
    assert cell(*records, recipient="ons").words == words
