"""The rules of docs/interchange.md, Numbers of people."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain import identifiers as ids

LETTERS = ids.UPN_LETTERS
digits = st.text("0123456789", min_size=11, max_size=11)


@pytest.mark.parametrize(
    "upn", ["B801200005001", "H243278544154", "A950000178301", "b8012 0000 5001"]
)
def test_upns_in_use_are_right(upn: str) -> None:
    assert ids.check_upn(upn) is None


@pytest.mark.parametrize(
    ("upn", "words"),
    [
        ("A801200005001", "should be B"),
        ("B80120000500", "13 characters; this one has 12"),
        ("8801200005001", "a letter and 12 digits"),
        ("B80120000500I", "not I, O or S"),
        ("B80120000500S", "not I, O or S"),
        ("B8012000O5001", "a letter and 12 digits"),
        ("UN3", "census code"),
        ("  ", "empty"),
        ("B80120000500١", "a letter and 12 digits"),
    ],
)
def test_wrong_upns_are_told_apart(upn: str, words: str) -> None:
    assert words in (ids.check_upn(upn) or "")


@settings(deadline=None)
@given(digits, st.sampled_from("0123456789" + LETTERS))
def test_exactly_one_first_letter_fits_a_upn(start: str, last: str) -> None:
    fitting = [one for one in string.ascii_uppercase if ids.check_upn(one + start + last) is None]
    assert fitting == [ids.upn_check_letter(start + last)]


def test_a_temporary_upn_weighs_its_letter_by_thirteen() -> None:
    # Only the last character counts here: B is 1, so 13 x 1 is the letter after 13 others.
    assert ids.upn_check_letter("0" * 11 + "B") == LETTERS[13]
    assert ids.upn_check_letter("0" * 11 + "C") == LETTERS[26 % 23]


@settings(deadline=None)
@given(digits, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_in_a_upn_is_always_found(start: str, place: int, shift: int) -> None:
    right = ids.upn_check_letter(start + "1") + start + "1"
    at = place + 1
    wrong = right[:at] + str((int(right[at]) + shift) % 10) + right[at + 1 :]
    assert ids.check_upn(wrong) is not None


@pytest.mark.parametrize(
    "number", ["943 476 5919", "9434765919", "943-476-5919", "\u00a09434765919"]
)
def test_nhs_numbers_that_are_right(number: str) -> None:
    assert ids.check_nhs_number(number) is None


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("943 476 5918", "should be 9"),
        ("999 123 4560", "one of them must be wrong"),
        ("943 476 591", "10 digits; this one has 9"),
        ("943 476 591X", "digits only"),
        ("", "empty"),
    ],
)
def test_wrong_nhs_numbers_are_told_apart(number: str, words: str) -> None:
    assert words in (ids.check_nhs_number(number) or "")


@settings(deadline=None)
@given(st.integers(0, 999_999_999))
def test_nine_digits_have_one_check_digit_or_none(first: int) -> None:
    nine = f"{first:09d}"
    fitting = [one for one in range(10) if ids.check_nhs_number(f"{nine}{one}") is None]
    digit = ids.nhs_check_digit(nine)
    assert fitting == ([] if digit is None else [digit])


@settings(deadline=None)
@given(st.integers(0, 999_999_999), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_in_an_nhs_number_is_always_found(
    first: int, place: int, shift: int
) -> None:
    nine = f"{first:09d}"
    digit = ids.nhs_check_digit(nine)
    if digit is None:
        return
    right = f"{nine}{digit}"
    wrong = right[:place] + str((int(right[place]) + shift) % 10) + right[place + 1 :]
    assert ids.check_nhs_number(wrong) is not None


@pytest.mark.parametrize("nino", ["AB123456C", "ab 12 34 56 d", "JX-12-34-56-A"])
def test_ninos_that_are_right(nino: str) -> None:
    assert ids.check_nino(nino) is None


@pytest.mark.parametrize(
    ("nino", "words"),
    [
        ("DB123456C", "begins with DB"),
        ("AQ123456C", "begins with AQ"),
        ("AO123456C", "begins with AO"),
        ("GB123456C", "begins with GB"),
        ("ZZ123456C", "begins with ZZ"),
        ("TN010180M", "temporary"),
        ("AB123456E", "ends with A, B, C or D"),
        ("AB12345C", "two letters, six digits"),
        ("", "empty"),
    ],
)
def test_wrong_ninos_are_told_apart(nino: str, words: str) -> None:
    assert words in (ids.check_nino(nino) or "")


def test_a_first_letter_o_is_allowed_in_a_nino() -> None:
    assert ids.check_nino("OA123456C") is None


@pytest.mark.parametrize(
    "postcode",
    ["M1 1AA", "B33 8TH", "CR2 6XH", "DN55 1PT", "W1A 1HQ", "EC1A 1BB", "gir0aa", "ba12ab"],
)
def test_postcodes_of_every_form(postcode: str) -> None:
    assert ids.check_postcode(postcode) is None


@pytest.mark.parametrize(
    "postcode", ["BA1", "1BA 2AB", "BA123 2AB", "BA1 AAB", "BAA1 2AB", "", "BA1A1 2AB"]
)
def test_other_forms_are_no_postcodes(postcode: str) -> None:
    assert ids.check_postcode(postcode) is not None


@settings(deadline=None)
@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for check in (ids.check_upn, ids.check_nhs_number, ids.check_nino, ids.check_postcode):
        answer = check(text)
        assert answer is None or (answer.endswith(".") and "\n" not in answer)


@settings(deadline=None)
@given(st.text())
def test_normal_forms_are_stable(text: str) -> None:
    for normal in (ids.normal_upn, ids.normal_nhs_number, ids.normal_nino, ids.normal_reference):
        assert normal(normal(text)) == normal(text)


def test_normal_forms_match_two_writings_of_one_number() -> None:
    assert ids.normal_upn(" b801 200005001 ") == ids.normal_upn("B801200005001")
    assert ids.normal_nhs_number("943 476 5919") == "9434765919"
    assert ids.normal_nino("ab 12 34 56 c") == "AB123456C"
    assert ids.normal_postcode("ba12ab") == ids.normal_postcode(" BA1  2AB ") == "BA1 2AB"
    assert ids.normal_reference(" dfex 1 ") == ids.normal_reference("DfEX1")
    assert ids.normal_reference("12-3") != ids.normal_reference("1-23")
