"""Numbers for invented people: of the right form, and nobody's.

NHS numbers from 999 are never given out; National Insurance numbers that begin with PP are
kept for administration; local authority 999 does not exist; 07700 900 and 01632 960 are
kept for drama; no postcode begins with ZZ.
"""

from __future__ import annotations

from casedesk.domain.identifiers import nhs_check_digit, upn_check_letter


def made_up_nhs_number(number: int) -> str:
    """An NHS number from 999 that is right in form, another for each number from 0.

    Raises ValueError from 900,000 on, where they would run out.
    """
    if not 0 <= number < 900_000:
        raise ValueError("there are invented NHS numbers for 0 to 899,999 only")
    # Of ten numbers that differ in the ninth digit at most one has no check digit.
    block = [f"999{number // 9:05d}{last}" for last in range(10)]
    whole = [f"{nine}{digit}" for nine in block if (digit := nhs_check_digit(nine)) is not None]
    chosen = whole[number % 9]
    return f"{chosen[:3]} {chosen[3:6]} {chosen[6:]}"


def made_up_upn(number: int, starting_year: int) -> str:
    """A unique pupil number of a council that does not exist, another for each number."""
    rest = f"999{4000 + number // 1000:04d}{starting_year % 100:02d}{number % 1000:03d}"
    return upn_check_letter(rest) + rest


def made_up_nino(number: int) -> str:
    """A National Insurance number of the range kept for administration."""
    return f"PP{number % 1_000_000:06d}{'ABCD'[number // 1_000_000 % 4]}"


def made_up_phone(number: int) -> str:
    """A mobile number kept for drama; they repeat after a thousand."""
    return f"07700 900{number % 1000:03d}"


def made_up_postcode(number: int) -> str:
    """A postcode of an area that does not exist; they repeat after some thousands."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return (
        f"ZZ{number % 19 + 1} {number % 9 + 1}"
        f"{letters[number // 19 % 20]}{letters[number // 380 % 20]}"
    )
