"""Notes: written down, with the people they name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Professional
from casedesk.services.chronology import chronology
from casedesk.services.notes import (
    NoteEntry,
    add_note,
    change_note,
    mark_significant,
    names_to_offer,
)
from casedesk.services.search import search_everything
from casedesk.services.session import Session
from casedesk.services.undoing import undo


@pytest.fixture
def home(session: Session) -> Household:
    return household(session)


def test_people_named_in_words_are_offered(session: Session, home: Household) -> None:
    entry = NoteEntry(
        text="Nadia was out, idris let me in.",
        people=(home.idris,),
        child_voice=((home.idris, "Leila hid."),),
    )
    offered = names_to_offer(session, home.ref, entry)
    assert [one.person_id for one in offered.members] == [home.nadia, home.leila]
    listed = replace(entry, people=(home.idris, home.nadia, home.leila))
    assert not names_to_offer(session, home.ref, listed)


def around(session: Session, home: Household, **values: str) -> None:
    with session.store.unit_of_work("Sam Okoro") as uow:
        family = uow.family_by_ref(home.ref)
        uow.add(Professional(id=uow.new_id(), family_id=family.id, ref=uow.new_ref("P"), **values))


def test_a_professional_named_in_words_is_offered_for_who_else_was_there(
    session: Session, home: Household
) -> None:
    around(session, home, name="Mrs O'Dowd", role="school nurse")
    around(session, home, name="Al")
    around(session, home, organisation="Housing office")
    entry = NoteEntry(text="mrs o’dowd came with me. Also the housing office rang.")
    offered = names_to_offer(session, home.ref, entry)
    assert [one.words for one in offered.professionals] == ["Mrs O'Dowd, school nurse"]
    assert offered.members == ()
    listed = replace(entry, also_present="Mrs O'Dowd, school nurse")
    assert not names_to_offer(session, home.ref, listed)


def test_a_note_goes_into_the_chronology_and_comes_out(session: Session, home: Household) -> None:
    note = add_note(session, home.ref, NoteEntry(text="He came back.", on=ago(3))).record
    saved = mark_significant(session, note, significant=True)
    assert saved.record.significant
    assert saved.sentence == "Put into the chronology: note, 21 November 2026."
    assert [one.record_id for one in chronology(session, home.ref).lines][-1] == note.id
    with pytest.raises(InvalidRecord, match="changed since"):
        mark_significant(session, note, significant=False)
    assert saved.undo is not None
    undo(session, saved.undo)
    assert not case_of(session).contacts[0].significant
    assert note.id not in [one.record_id for one in chronology(session, home.ref).lines]


def test_a_note_is_kept_found_and_undone(session: Session, home: Household) -> None:
    saved = add_note(
        session, home.ref, NoteEntry(text="A quiet morning with porridge.", kind="home visit")
    )
    assert (saved.record.on, saved.record.by) == (session.today, session.worker)
    assert [hit.kind for hit in search_everything(session, "porridge")] == ["contact"]
    assert saved.undo is not None
    undo(session, saved.undo)
    assert case_of(session).contacts == ()
    assert search_everything(session, "porridge") == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"text": "  "}, "text"),
        ({"on": ago(-1)}, "on"),
        ({"kind": "seance"}, "kind"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"children_seen": ("somebody else",)}, "children_seen"),
        ({"categories": ("gossip",)}, "categories"),
        ({"child_voice": ((None, " "),)}, "child_voice"),
    ],
)
def test_what_is_wrong_is_named(
    session: Session, home: Household, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidFields) as refused:
        add_note(session, home.ref, replace(NoteEntry(text="Fine."), **wrong))  # type: ignore[arg-type]
    assert [one.field for one in refused.value.fields] == [field]
    assert case_of(session).contacts == ()


def test_no_rogue_character_makes_a_note_unsavable(session: Session, home: Household) -> None:
    rogue = "a\ud800b\x00 \u202e\ufffe\u00ad"
    entry = NoteEntry(text=rogue, also_present=rogue, child_voice=((home.leila, rogue),))
    note = add_note(session, home.ref, entry).record
    assert (note.text, note.also_present, note.child_voice[0][1]) == ("ab", "ab", "ab")
    assert change_note(session, replace(note, text=f"{rogue} more")).record.text == "ab  more"
    with pytest.raises(InvalidFields):
        add_note(session, home.ref, NoteEntry(text="\u200b\x00"))


def test_changing_one_keeps_the_version(session: Session, home: Household) -> None:
    note = add_note(session, home.ref, NoteEntry(text="First words.")).record
    assert change_note(session, replace(note, text="Second words.")).record.version == 2
    with pytest.raises(InvalidRecord, match="changed since"):
        change_note(session, replace(note, text="Third words."))
    assert case_of(session).contacts[0].text == "Second words."
