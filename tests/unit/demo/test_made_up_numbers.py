"""Numbers of invented people: right in form, all different, and nobody's."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.demo.numbers_of_people import (
    made_up_nhs_number,
    made_up_nino,
    made_up_phone,
    made_up_postcode,
    made_up_upn,
)
from casedesk.domain import identifiers as ids


@settings(deadline=None)
@given(st.integers(0, 899_999))
def test_numbers_are_right_in_form(number: int) -> None:
    assert ids.check_nhs_number(made_up_nhs_number(number)) is None
    assert made_up_nhs_number(number).startswith("999 ")
    assert ids.check_nino(made_up_nino(number)) is None
    assert ids.check_postcode(made_up_postcode(number)) is None
    assert made_up_phone(number).startswith("07700 900")


@settings(deadline=None)
@given(st.integers(0, 899_999), st.integers(1990, 2030))
def test_pupil_numbers_are_right_in_form(number: int, year: int) -> None:
    upn = made_up_upn(number, year)
    assert ids.check_upn(upn) is None
    assert upn[1:4] == "999"


def test_nhs_numbers_are_all_different() -> None:
    numbers = [made_up_nhs_number(number) for number in range(20_000)]
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("number", [-1, 900_000])
def test_there_is_an_end_of_them(number: int) -> None:
    with pytest.raises(ValueError, match="0 to 899,999"):
        made_up_nhs_number(number)
