"""Spelling: British English, the family's names, and the worker's own list in the vault."""

from __future__ import annotations

import pytest
from household_kit import household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.records import Professional
from casedesk.services.session import Session
from casedesk.services.spelling import (
    add_personal_word,
    check_spelling,
    known_words,
    personal_words,
    remove_personal_word,
    suggestions_for,
)

NOBODY: frozenset[str] = frozenset()


def wrong(text: str, known: frozenset[str] = NOBODY) -> frozenset[str]:
    return check_spelling(text, known).misspelt


def test_british_words_are_right_and_slips_are_found() -> None:
    text = "The colour of their behaviour: organised, didn’t, mother-in-law's, Tuesday, café."
    assert wrong(text) == frozenset()
    assert wrong("Recieve teh attendence of a behavior.") == {
        "Recieve", "teh", "attendence", "behavior",
    }  # fmt: skip


def test_words_come_once_in_their_order_and_those_seen_are_passed_over() -> None:
    checked = check_spelling("Wrongg good wrongg good Wrongg", NOBODY, {"Wrongg"})
    assert checked.words == ("Wrongg", "good", "wrongg")
    assert checked.misspelt == {"wrongg"}


def test_suggestions_keep_the_kind_of_apostrophe() -> None:
    assert suggestions_for("attendence")[0] == "attendance"
    assert "didn’t" in suggestions_for("did’nt")
    assert all("’" not in one for one in suggestions_for("did'nt"))


def test_names_of_the_family_and_of_who_works_with_it_are_known(session: Session) -> None:
    home = household(session)
    with session.store.unit_of_work("Sam Okoro") as uow:
        family = uow.family_by_ref(home.ref)
        uow.add(
            Professional(
                id=uow.new_id(), family_id=family.id, ref="P-1", name="Mrs Zbrzyzny",
                organisation="Grundle House",
            )
        )  # fmt: skip
    text = "Idris’s teacher and Mrs Zbrzyzny of Grundle House met Okoro."
    assert wrong(text) >= {"Zbrzyzny", "Grundle"}
    assert wrong(text, known_words(session, home.ref)) == frozenset()
    assert "zbrzyzny" not in known_words(session)


def test_the_workers_own_list_is_kept(session: Session) -> None:
    assert personal_words(session) == ()
    add_personal_word(session, " Blimpton's ")
    add_personal_word(session, "arble")
    assert add_personal_word(session, "arble") == ("arble", "Blimpton")
    assert wrong("BLIMPTON Blimpton’s blimpton", known_words(session)) == frozenset()
    assert remove_personal_word(session, "Blimpton") == ("arble",)
    assert wrong("Blimpton", known_words(session)) == {"Blimpton"}


@pytest.mark.parametrize("word", ["", "  ", "two words", "x" * 61, "12", "a@b"])
def test_only_a_word_goes_on_the_list(session: Session, word: str) -> None:
    with pytest.raises(InvalidRecord, match="one word"):
        add_personal_word(session, word)
    assert personal_words(session) == ()


@pytest.mark.parametrize(
    "text", ["\ud800bad", "a" * 100_000, "é" * 60, "\x00", "’’’", "ﬀﬁ", "日本語"]
)
def test_any_text_can_be_checked(text: str) -> None:
    check_spelling(text, NOBODY)
