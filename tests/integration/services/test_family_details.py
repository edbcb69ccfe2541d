"""A family's details saved in one go, and taken back in one go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from household_kit import ago, household

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import InvalidFields
from casedesk.domain.records import Address, Involvement
from casedesk.domain.views.family_details import FamilyDetails
from casedesk.services.families_editing import family_details, save_details
from casedesk.services.session import Session
from casedesk.services.undoing import undo

MOVED = Address(
    id="", family_id="", address="2 Fell View", postcode="ZZ4 1AA", current=True, protected=True
)


def fields_of(session: Session, details: FamilyDetails) -> set[str]:
    with pytest.raises(InvalidFields) as refused:
        save_details(session, details)
    return {one.field for one in refused.value.fields}


def moved(details: FamilyDetails) -> FamilyDetails:
    (old,) = details.addresses
    return replace(details, addresses=(replace(old, current=False, to_on=date(2026, 11, 1)), MOVED))


def test_a_move_a_name_and_an_end_are_one_save_and_one_undo(session: Session) -> None:
    home = household(session)
    before = family_details(session, home.ref)
    assert before.involvement is not None
    changed = replace(
        moved(before),
        family=replace(before.family, name="Haddad-Moss", status="closed"),
        involvement=replace(before.involvement, closed_on=ago(1), closure_reason="Goals reached"),
    )
    saved = save_details(session, changed)
    assert saved.sentence == "Saved the details of Haddad-Moss."
    assert saved.kinds == {"Family", "Involvement", "Address"}
    now = family_details(session, home.ref)
    assert [(one.address, one.current, one.protected) for one in now.addresses] == [
        ("2 Fell View", True, True),
        ("9 Loom Street, Millbridge", False, False),
    ]
    assert now.involvement is not None
    assert now.involvement.closure_reason == "Goals reached"
    assert saved.undo is not None
    undo(session, saved.undo)
    back = family_details(session, home.ref)
    assert (back.family.name, back.family.status) == ("Haddad", "open")
    assert back.involvement is not None
    assert back.involvement.closed_on is None
    assert [one.address for one in back.addresses] == ["9 Loom Street, Millbridge"]
    assert back.addresses[0].current


def test_what_is_the_same_is_not_written(session: Session) -> None:
    home = household(session)
    before = family_details(session, home.ref)
    saved = save_details(session, before)
    assert saved.undo is None
    assert family_details(session, home.ref) == before


def test_what_is_missing_is_named_where_it_is(session: Session) -> None:
    home = household(session)
    whole = family_details(session, home.ref)
    work = whole.involvement
    assert work is not None
    assert fields_of(session, replace(whole, involvement=replace(work, closed_on=ago(1)))) == {
        "closure_reason"
    }
    early = replace(work, closed_on=ago(200), closure_reason="Moved away")
    assert fields_of(session, replace(whole, involvement=early)) == {"closed_on"}
    never = replace(work, closure_reason="Moved away")
    assert fields_of(session, replace(whole, involvement=never)) == {"closed_on"}
    blank = replace(MOVED, address=" ", current=False, from_on=ago(1), to_on=ago(2))
    assert fields_of(session, replace(whole, addresses=(*whole.addresses, blank))) == {
        "addresses.1.address",
        "addresses.1.to_on",
    }
    assert fields_of(session, replace(whole, addresses=(*whole.addresses, MOVED))) == {"addresses"}
    assert family_details(session, home.ref) == whole


def test_an_alert_keeps_its_reason_and_its_review(session: Session) -> None:
    home = household(session)
    whole = family_details(session, home.ref)
    told = replace(
        whole.family,
        alert="Two-person visits",
        alert_reason="Threats in March.",
        alert_agreed_by="Samira Patel",
        alert_review_on=date(2027, 1, 5),
    )
    save_details(session, replace(whole, family=told))
    now = family_details(session, home.ref)
    less = replace(now.family, alert_reason=" ", alert_review_on=None)
    assert fields_of(session, replace(now, family=less)) == {"alert_reason", "alert_review_on"}


def test_a_save_over_somebody_elses_is_refused(session: Session) -> None:
    home = household(session)
    opened = family_details(session, home.ref)
    save_details(session, moved(opened))
    (old,) = opened.addresses
    late = replace(opened, addresses=(replace(old, postcode="ZZ9 9ZZ"),))
    with pytest.raises(InvalidRecord, match="changed since"):
        save_details(session, late)


def test_work_that_ended_begins_again_and_one_undo_takes_it_back(session: Session) -> None:
    home = household(session)
    before = family_details(session, home.ref)
    assert before.involvement is not None
    again = replace(before.involvement, id="", started_on=ago(1), referred_on=None)
    assert fields_of(session, replace(before, involvement=again)) == {"closed_on"}, "still open"

    ended = replace(before.involvement, closed_on=ago(30), closure_reason="Goals reached")
    save_details(session, replace(before, involvement=ended))
    over = family_details(session, home.ref)
    too_early = replace(again, started_on=ago(40))
    assert fields_of(session, replace(over, involvement=too_early)) == {"started_on"}

    saved = save_details(session, replace(over, involvement=again))
    assert saved.kinds == {"Family", "Involvement"}
    assert [(one.current, one.closed_on) for one in times(session, home.ref)] == [
        (False, ago(30)),
        (True, None),
    ]
    now = family_details(session, home.ref).involvement
    assert now is not None
    assert now.started_on == ago(1)
    assert saved.undo is not None
    undo(session, saved.undo)
    assert [(one.current, one.closed_on) for one in times(session, home.ref)] == [(True, ago(30))]


def times(session: Session, ref: str) -> list[Involvement]:
    with session.store.read() as reading:
        return list(reading.case_file(reading.family_by_ref(ref).id).involvements)
