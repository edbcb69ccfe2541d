"""The recovery code: what is printed, and how much carelessness in typing it takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.errors import WrongPassphrase
from casedesk.storage.base32 import ALPHABET, decode, encode
from casedesk.storage.recovery_code import code_for, new_recovery_secret, secret_from

TYPED_FOR = {
    "0": ["0", "o", "O"],
    "1": ["1", "i", "I", "l", "L"],
    "-": ["-", " ", "", "–", "—", "\u00a0", "\r\n", "  "],
}
secrets = st.binary(min_size=20, max_size=20)


@given(secrets)
def test_nine_groups_of_four_that_read_back(secret: bytes) -> None:
    code = code_for(secret)
    assert re.fullmatch(rf"([{ALPHABET}]{{4}}-){{8}}[{ALPHABET}]{{4}}", code)
    assert secret_from(code) == secret


@given(secrets, st.data())
def test_typed_by_a_person(secret: bytes, data: st.DataObject) -> None:
    typed = ""
    for character in code_for(secret):
        looks_like = {
            "0": "0oO",
            "1": "1iIlL",
            "-": ["-", " ", "", "–", "—", "\u00a0", "\r\n", "  "],
        }
        choices = looks_like.get(character, character + character.lower())
        typed += data.draw(st.sampled_from(list(choices)))
    assert secret_from(f" {typed}\n") == secret


@given(secrets, st.integers(0, 35), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_called_a_mistake(secret: bytes, place: int, other: str) -> None:
    characters = list(code_for(secret).replace("-", ""))
    if characters[place] == other:
        return
    characters[place] = other
    with pytest.raises(WrongPassphrase, match="as it was typed"):
        secret_from("".join(characters))


@given(secrets, st.integers(0, 34))
def test_two_neighbours_swapped_are_called_a_mistake(secret: bytes, place: int) -> None:
    characters = list(code_for(secret).replace("-", ""))
    first, second = characters[place], characters[place + 1]
    if first == second:
        return
    characters[place], characters[place + 1] = second, first
    with pytest.raises(WrongPassphrase, match="as it was typed"):
        secret_from("".join(characters))


@given(st.text())
def test_any_other_text_is_called_a_mistake(text: str) -> None:
    with pytest.raises(WrongPassphrase, match="as it was typed"):
        secret_from(text)


def test_too_long_and_too_short() -> None:
    code = code_for(new_recovery_secret())
    for wrong in (code + "0", code[:-1], code[:-5], code + code, "U" * 36):
        with pytest.raises(WrongPassphrase):
            secret_from(wrong)
    with pytest.raises(ValueError, match="20 bytes"):
        code_for(bytes(19))


def test_codes_differ_and_are_of_full_strength() -> None:
    found = {new_recovery_secret() for _ in range(100)}
    assert len(found) == 100
    assert all(len(secret) == 20 for secret in found)


def test_the_code_of_a_known_secret_never_changes() -> None:
    # Printed codes are in drawers for years.
    assert code_for(bytes(range(20))) == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-CHCQ"
    assert encode(decode("7K3QXM2B"), 8) == "7K3QXM2B"
