"""Drafts: kept as typed, gone with the save that finishes them and not before."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from household_kit import REF, case_of, household

from casedesk.domain.errors import InvalidRecord
from casedesk.services.actions import ActionEntry, add_action
from casedesk.services.drafts import (
    DraftKey,
    all_drafts,
    discard_draft,
    draft_of,
    finishing,
    keep_draft,
    put_back_draft,
)
from casedesk.services.session import Session, open_session
from casedesk.storage.drafts import draft_at
from casedesk.storage.unit_of_work import UnitOfWork

PASSPHRASE = "wonky kettle orbit sandal 41"
NOTE = DraftKey("note", REF)
PLACE = {"title": "Note, Haddad", "page": "family", "args": {"family": REF, "tab": "visits"}}


def _keep(session: Session, key: DraftKey = NOTE, **contents: object) -> None:
    keep_draft(session, key, contents, **PLACE)  # type: ignore[arg-type]


def test_a_draft_is_there_after_the_vault_was_closed(vault_folder: Path) -> None:
    with open_session(vault_folder, lambda: PASSPHRASE) as session:
        written_at = keep_draft(session, NOTE, {"text": "Nadia says"}, **PLACE)  # type: ignore[arg-type]
    with open_session(vault_folder, lambda: PASSPHRASE) as session:
        kept = draft_of(session, NOTE)
    assert kept is not None
    assert kept.contents == {"text": "Nadia says"}
    assert (kept.title, kept.page, kept.args) == tuple(PLACE.values())
    assert kept.written_at == written_at
    assert kept.written_at.utcoffset() == timedelta(0)


def test_the_newest_words_take_the_place_of_the_older(session: Session) -> None:
    _keep(session, text="Nad")
    _keep(session, text="Nadia")
    kept = all_drafts(session)
    assert [one.contents for one in kept] == [{"text": "Nadia"}]


def test_a_draft_is_only_of_its_own_form_family_and_record(session: Session) -> None:
    _keep(session, text="Nadia")
    others = (DraftKey("visit", REF), DraftKey("note", "CD-7002"), DraftKey("note", REF, "x"))
    assert [draft_of(session, key) for key in (*others, DraftKey("note"))] == [None] * 4


def test_the_newest_draft_comes_first(session: Session) -> None:
    for name in ("a", "b", "c"):
        _keep(session, DraftKey("note", name), text=name)
    _keep(session, DraftKey("note", "a"), text="again")
    kept = all_drafts(session)
    assert kept[0].key.family == "a"
    assert [one.written_at for one in kept] == sorted(
        (one.written_at for one in kept), reverse=True
    )


@pytest.mark.parametrize(
    "value",
    [
        "31 February",
        "\ud83d",
        "a\x00b",
        "”‘…é\u202e\n\t",
        "",
        None,
        -1,
        2.5,
        [["x", None]],
        {"a": []},
    ],
)
def test_whatever_was_typed_comes_back(session: Session, value: object) -> None:
    _keep(session, value=value)
    kept = draft_of(session, NOTE)
    assert kept is not None
    assert kept.contents == {"value": value}


def test_days_and_times_are_kept_as_text(session: Session) -> None:
    _keep(session, on=date(2026, 11, 24), at=time(14, 3), who={"b", "a"})
    kept = draft_of(session, NOTE)
    assert kept is not None
    assert kept.contents == {"on": "2026-11-24", "at": "14:03:00", "who": ["a", "b"]}


def test_twenty_thousand_words_come_back(session: Session) -> None:
    text = "Nadia says the boiler is mended. " * 3_500
    _keep(session, text=text)
    kept = draft_of(session, NOTE)
    assert kept is not None
    assert kept.contents == {"text": text}


def test_the_save_takes_the_draft_with_it(session: Session) -> None:
    home = household(session)
    _keep(session, text="Ring the school")
    _keep(session, DraftKey("note", "CD-7002"), text="of another family")
    with finishing(session, NOTE):
        add_action(session, home.ref, ActionEntry(title="Ring the school"))
    assert draft_of(session, NOTE) is None
    assert [one.key.family for one in all_drafts(session)] == ["CD-7002"]


def test_a_refused_save_leaves_the_draft(session: Session) -> None:
    home = household(session)
    _keep(session, text="Ring")
    with pytest.raises(InvalidRecord), finishing(session, NOTE):
        add_action(session, home.ref, ActionEntry(title=""))
    assert draft_of(session, NOTE) is not None


def test_a_save_that_fails_at_its_very_end_leaves_both_as_they_were(session: Session) -> None:
    home = household(session)
    _keep(session, text="Ring")

    def stop(uow: UnitOfWork) -> None:
        assert draft_at(uow, NOTE) is None, "it goes within the transaction"
        raise OSError("the power went")

    with pytest.raises(OSError, match="the power went"):  # noqa: SIM117 - the order matters
        with finishing(session, NOTE), session.store.ending_with(stop):
            add_action(session, home.ref, ActionEntry(title="Ring the school"))
    assert case_of(session).actions == ()
    assert draft_of(session, NOTE) is not None


def test_looking_something_up_finishes_nothing(session: Session) -> None:
    household(session)
    _keep(session, text="Ring")
    with finishing(session, NOTE):
        all_drafts(session)
    assert draft_of(session, NOTE) is not None


def test_finishing_ends_with_its_block(session: Session) -> None:
    home = household(session)
    with finishing(session, NOTE):
        add_action(session, home.ref, ActionEntry(title="Ring the school"))
    _keep(session, text="the next note")
    add_action(session, home.ref, ActionEntry(title="Ring the GP"))
    assert draft_of(session, NOTE) is not None


def test_a_discarded_draft_can_be_put_back_but_not_over_a_newer_one(session: Session) -> None:
    _keep(session, text="first")
    gone = discard_draft(session, NOTE)
    assert gone is not None
    assert draft_of(session, NOTE) is None
    assert put_back_draft(session, gone)
    assert draft_of(session, NOTE) == gone
    assert discard_draft(session, NOTE) == gone
    assert discard_draft(session, NOTE) is None
    _keep(session, text="second")
    assert not put_back_draft(session, gone)
    kept = draft_of(session, NOTE)
    assert kept is not None
    assert kept.contents == {"text": "second"}


def test_drafts_stand_in_no_journal(session: Session) -> None:
    with session.store.read() as reading:
        before = reading.heads()
    _keep(session, text="Nadia")
    discard_draft(session, NOTE)
    with session.store.read() as reading:
        assert reading.heads() == before
