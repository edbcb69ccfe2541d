"""Which passphrases are good enough, and the generated ones."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.errors import VaultError
from casedesk.storage.passphrase import generate_phrase, require_strong, spelled
from casedesk.system.words import shipped_words


@pytest.mark.parametrize(
    "passphrase",
    [
        "Heron pebble 41 lantern quay",
        "marble-otter-thistle-barge-copper",
        "Дождь стучит по крыше сарая",
        "qW7!zpK2#vhe",
        "twelve chars" + " 9 vole",
    ],
)
def test_good_ones_pass(passphrase: str) -> None:
    require_strong(passphrase, ("Rowan Ashby",))


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("", "too short"),
        ("eleven char", "too short"),
        ("e\u0301" * 11, "too short"),
        ("passwordpassword", "too easy"),
        ("password1234", "too easy"),
        ("abcdefghijkl", "too easy"),
        ("qwertyuiop123", "too easy"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaa", "too easy"),
        ("casedesk casedesk", "too easy"),
        ("rowanashby12", "too easy"),
        ("Rowan Ashby 1985!!", "too easy"),
        ("Password2026!!", "too easy"),
        ("one\ntwo three four five", "cannot be typed"),
        ("null\x00 two three four", "cannot be typed"),
        ("lone \udc80 two three four", "cannot be typed"),
        ("word " * 300, "too long"),
    ],
)
def test_weak_ones_get_a_sentence(passphrase: str, said: str) -> None:
    with pytest.raises(VaultError, match=said) as refused:
        require_strong(passphrase, ("Rowan Ashby",))
    assert str(refused.value).count(".") == 1


def test_the_workers_own_name_makes_it_weaker() -> None:
    require_strong("quillfeatherstone 9")
    with pytest.raises(VaultError, match="too easy"):
        require_strong("quillfeatherstone 9", ("Quillfeatherstone",))


@given(st.text())
def test_the_same_letters_are_the_same_bytes_however_composed(text: str) -> None:
    composed, apart = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert spelled(composed) == spelled(apart)


def test_what_looks_different_stays_different() -> None:
    assert len({spelled(text) for text in ("ab", "AB", "ａｂ", "aｂ", "a b", "a\u200bb")}) == 6
    assert spelled("a\u00a0b") == spelled("a\u2003b") == spelled("a b")


def test_generated_phrases_are_five_words_of_the_list_and_strong() -> None:
    words = shipped_words()
    phrases = [generate_phrase(words) for _ in range(300)]
    assert len(set(phrases)) == 300
    for phrase in phrases:
        assert len(phrase.split("-")) == 5
        assert set(phrase.split("-")) <= set(words)
        require_strong(phrase)


def test_the_list_is_long_and_easy_to_spell() -> None:
    words = shipped_words()
    assert len(words) >= 2048
    assert len(set(words)) == len(words)
    assert all(word.isascii() and word.islower() and word.isalpha() for word in words)
    assert max(map(len, words)) <= 10


@pytest.mark.parametrize("words", [(), ("one",) * 3000, tuple(map(str, range(2047)))])
def test_a_list_that_is_too_short_is_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="2,048"):
        generate_phrase(words)
