"""Notes: written down, with the people they name."""

from __future__ import annotations

from dataclasses import replace

import pytest
from household_kit import Household, ago, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.services.notes import NoteEntry, add_note, change_note, names_to_offer
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
    assert [one.person_id for one in offered] == [home.nadia, home.leila]
    listed = replace(entry, people=(home.idris, home.nadia, home.leila))
    assert names_to_offer(session, home.ref, listed) == ()


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


def test_changing_one_keeps_the_version(session: Session, home: Household) -> None:
    note = add_note(session, home.ref, NoteEntry(text="First words.")).record
    assert change_note(session, replace(note, text="Second words.")).record.version == 2
    with pytest.raises(InvalidRecord, match="changed since"):
        change_note(session, replace(note, text="Third words."))
    assert case_of(session).contacts[0].text == "Second words."
