"""The numbers people are known by: UPN, NHS number, National Insurance number, postcode.

A `check_…` function returns one plain sentence that says what is wrong, or None. None of
them refuses anything: a bad number is kept as written and marked, because the paper in
front of the worker may be wrong. A `normal_…` function gives the form in which two
writings of the same number are equal; use it to match, never to store.

Sources: the Department for Education's guide to unique pupil numbers (weights 2 to 13,
remainder of 23 read in a table of letters without I, O and S); the NHS data dictionary
(modulus 11); HMRC's rules for the National Insurance number; Royal Mail's postcode forms.
docs/interchange.md, Numbers of people.
"""

from __future__ import annotations

import re

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN_UNKNOWN = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5", "UN6", "UN7", "UN8", "UN9"})
"""Census codes that say why no UPN is known; they stand where a UPN would."""

_UPN_FORM = re.compile(rf"[A-Z][0-9]{{11}}[0-9{UPN_LETTERS}]")
_NINO_FORM = re.compile(r"([A-Z])([A-Z])[0-9]{6}([A-Z])")
_NINO_NEVER_FIRST = frozenset("DFIQUV")
_NINO_UNUSED = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_POSTCODE_FORM = re.compile(
    r"(?:[A-Z][0-9]|[A-Z][0-9]{2}|[A-Z]{2}[0-9]|[A-Z]{2}[0-9]{2}|[A-Z][0-9][A-Z]"
    r"|[A-Z]{2}[0-9][A-Z])[0-9][A-Z]{2}|GIR0AA"
)
_SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u200b\ufeff]+")


def normal_upn(text: str) -> str:
    """A UPN in capitals without spaces or hyphens."""
    return _SEPARATORS.sub("", text).upper()


def normal_nhs_number(text: str) -> str:
    """An NHS number as its digits alone: `943 476 5919` is `9434765919`."""
    return _SEPARATORS.sub("", text).upper()


def normal_nino(text: str) -> str:
    """A National Insurance number in capitals without spaces or hyphens."""
    return _SEPARATORS.sub("", text).upper()


def normal_postcode(text: str) -> str:
    """A postcode in capitals, one space before its last three characters."""
    solid = _SEPARATORS.sub("", text).upper()
    return f"{solid[:-3]} {solid[-3:]}" if len(solid) > 3 else solid


def normal_reference(text: str) -> str:
    """A reference made up by a council's own system (such as a child's id), to match.

    Capitals without spaces; hyphens stay, because they may tell two references apart.
    """
    return "".join(text.split()).upper()


def upn_check_letter(rest: str) -> str:
    """The letter a UPN should begin with, from its twelve other characters.

    `rest` is in capitals: eleven digits, then a digit or (in a temporary number) a letter
    of the table. Raises ValueError for anything else.
    """
    if not _UPN_FORM.fullmatch("A" + rest):
        raise ValueError("twelve characters are needed: eleven digits and a digit or letter")
    values = [int(one) if "0" <= one <= "9" else UPN_LETTERS.index(one) for one in rest]
    total = sum(weight * value for weight, value in enumerate(values, start=2))
    return UPN_LETTERS[total % 23]


def nhs_check_digit(first_nine: str) -> int | None:
    """The tenth digit of an NHS number, or None where no number has these first nine.

    Raises ValueError when `first_nine` is not nine digits.
    """
    if not re.fullmatch(r"[0-9]{9}", first_nine):
        raise ValueError("nine digits are needed")
    total = sum(weight * int(one) for weight, one in zip(range(10, 1, -1), first_nine, strict=True))
    digit = (11 - total % 11) % 11
    return None if digit == 10 else digit


def check_upn(text: str) -> str | None:
    """What is wrong with a unique pupil number (a temporary one too), or None."""
    upn = normal_upn(text)
    if not upn:
        return "The UPN is empty."
    if upn in UPN_UNKNOWN:
        return f"{upn} is the census code for a UPN that is not known; it is not a UPN."
    if len(upn) != 13:
        return f"A UPN has 13 characters; this one has {len(upn)}."
    if not _UPN_FORM.fullmatch(upn):
        return (
            "A UPN is a letter and 12 digits (the last may be a letter, but not I, O or S, "
            "in a temporary one)."
        )
    expected = upn_check_letter(upn[1:])
    if upn[0] != expected:
        return f"The UPN's first letter should be {expected} for these digits, not {upn[0]}."
    return None


def check_nhs_number(text: str) -> str | None:
    """What is wrong with an NHS number, or None."""
    number = normal_nhs_number(text)
    if not number:
        return "The NHS number is empty."
    if not re.fullmatch(r"[0-9]*", number):
        return "An NHS number has digits only."
    if len(number) != 10:
        return f"An NHS number has 10 digits; this one has {len(number)}."
    expected = nhs_check_digit(number[:9])
    if expected is None:
        return "No NHS number begins with these nine digits; one of them must be wrong."
    if int(number[9]) != expected:
        return f"The NHS number's last digit should be {expected} for the others, not {number[9]}."
    return None


def check_nino(text: str) -> str | None:
    """What is wrong with a National Insurance number, or None."""
    nino = normal_nino(text)
    if not nino:
        return "The National Insurance number is empty."
    match = _NINO_FORM.fullmatch(nino)
    if match is None:
        return "A National Insurance number is two letters, six digits and a letter."
    first, second, last = match.groups()
    if first + second == "TN":
        return "A number that begins with TN is a temporary one, not a National Insurance number."
    if first in _NINO_NEVER_FIRST or second in _NINO_NEVER_FIRST or second == "O":
        return f"No National Insurance number begins with {first}{second}."
    if first + second in _NINO_UNUSED:
        return f"No National Insurance number begins with {first}{second}."
    if last not in "ABCD":
        return "A National Insurance number ends with A, B, C or D."
    return None


def check_postcode(text: str) -> str | None:
    """What is wrong with the form of a postcode, or None; it need not be one in use."""
    solid = _SEPARATORS.sub("", text).upper()
    if not solid:
        return "The postcode is empty."
    if not _POSTCODE_FORM.fullmatch(solid):
        return "This does not look like a postcode; one looks like BA1 2AB or SW1A 1AA."
    return None
