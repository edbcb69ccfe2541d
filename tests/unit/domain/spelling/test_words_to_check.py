"""Which words of a text are checked for their spelling."""

from __future__ import annotations

import pytest

from casedesk.domain.spelling.words import folded_words, plain_word, word_at, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kerry didn’t ring.", ["Kerry", "didn’t", "ring"]),
        ("GP, CAMHS and a NHS no.", ["and", "no"]),
        ("Smith-Jones 'quoted' (brackets)", ["Smith", "Jones", "quoted", "brackets"]),
        ("CD-0412 3rd 9am x2 v1", []),
        ("a@b.uk www.example.org C:\\temp under_score https://x/y", []),
        ("end.Start", []),
        ("Łukasz Renée naïve", ["Łukasz", "Renée", "naïve"]),
        ("x" * 61, []),
    ],
)
def test_words_worth_checking(text: str, words: list[str]) -> None:
    found = list(words_in(text))
    assert [one.word for one in found] == words
    assert all(text[one.start : one.end] == one.word for one in found)


@pytest.mark.parametrize(
    ("place", "word"),
    [(0, "One"), (3, "One"), (4, "two"), (7, "two"), (8, "three"), (13, "three"), (15, None)],
)
def test_the_word_at_a_place(place: int, word: str | None) -> None:
    found = word_at("One two\nthree  .", place)
    assert (found.word if found is not None else None) == word


def test_the_same_word_whatever_its_case_and_apostrophe() -> None:
    assert plain_word("Tyler’s") == plain_word("Tyler's") == "Tyler"
    assert folded_words(["O’Brien’s", "Mill Lane 4"]) == {"o'brien", "mill", "lane"}
