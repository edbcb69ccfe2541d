"""The list of families: search as one types, chips, sorting, paging."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from household_kit import household

from casedesk.domain.programmes import evaluate
from casedesk.domain.records import Restriction
from casedesk.domain.views.families_list import FILTERS, SORTS, FamilyListPage, FamilyListQuestion
from casedesk.services.criteria import criteria_of_family
from casedesk.services.evaluation_notices import record_objection
from casedesk.services.family_list import filter_chips, find_families, near_names
from casedesk.services.progress_criteria import shown_state
from casedesk.services.session import Session
from casedesk.storage.family_page_queries import (
    FamiliesWanted,
    count_of_families,
    words_to_find,
)
from casedesk.storage.unit_of_work import UnitOfWork


def listed(session: Session, **question: object) -> FamilyListPage:
    return find_families(session, FamilyListQuestion(**question))  # type: ignore[arg-type]


def test_every_family_by_name_whatever_its_case(made_up: Session) -> None:
    page = listed(made_up, limit=100)
    names = [row.name.casefold() for row in page.rows]
    assert (page.matching, page.filtered, len(names)) == (60, 60, 60)
    assert names == sorted(names)


def test_pages_follow_each_other(made_up: Session) -> None:
    whole = [row.ref for row in listed(made_up, limit=100).rows]
    parts = [row.ref for at in (0, 25, 50) for row in listed(made_up, offset=at, limit=25).rows]
    assert parts == whole


def test_pips_say_what_the_criteria_say(made_up: Session) -> None:
    pack = made_up.packs.get(made_up.programme)
    with made_up.store.read() as reading:
        for row in listed(made_up, limit=12).rows:
            case = reading.case_file(row.id)
            result = evaluate(case, pack, made_up.today, made_up.catalogue)
            states = [shown_state(one, with_progress=True) for one in result.criteria]
            assert [pip.state for pip in row.pips] == states
            assert (row.met_now, row.met_in_programme) == (result.met_now, result.met_in_programme)
            assert row.eligible is result.eligible


def test_the_ashworths_as_the_walk_through_has_them(made_up: Session) -> None:
    (row,) = listed(made_up, text="ashworth").rows
    assert [pip.state for pip in row.pips] == [
        "met", "met", "confirmed", "not_known", "met", "improved",
    ]  # fmt: skip
    assert row.eligible_words == "Eligible 5 of 6"
    assert (row.visit_words, row.review_words) == ("10 Nov 2026", "1 Dec 2026")
    assert (row.consent.state, row.consent.words) == ("expires_soon", "1 expires soon")


@pytest.mark.parametrize(
    ("typed", "ref", "marked"),
    [
        ("ash", "CD-0412", "Ash"),
        ("calder", "CD-0412", "Calder"),
        ("0412", "CD-0412", "0412"),
        ("maureen", "CD-0412", "Maureen"),
    ],
)
def test_the_match_is_marked(made_up: Session, typed: str, ref: str, marked: str) -> None:
    row = next(row for row in listed(made_up, text=typed).rows if row.ref == ref)
    spans = [row.name[a:b] for a, b in row.name_marks]
    spans += [row.second[a:b] for a, b in row.second_marks]
    assert marked in spans


def test_any_text_is_safe_and_nothing_matches_nonsense(made_up: Session) -> None:
    for typed in ('"', "*", "a OR b", "x' --", "(", "NEAR", "%", "🙂"):
        listed(made_up, text=typed)
    page = listed(made_up, text="ashwerth")
    assert (page.rows, page.matching, page.filtered) == ((), 0, 60)


def test_where_too_much_matches_only_names_are_looked_at(made_up: Session) -> None:
    assert not listed(made_up, text="mill").more
    with made_up.store.read() as reading:
        everything, less = words_to_find(reading, "mill")
        assert not less
        names, less = words_to_find(reading, "mill", most=3)
        assert less
        pack_hash = made_up.packs.get(made_up.programme).content_hash
        counts = [
            count_of_families(
                reading, FamiliesWanted(pack_hash=pack_hash, today=made_up.today, words=words)
            )
            for words in (everything, names)
        ]
    assert counts[1] < counts[0]


def test_a_near_name_is_offered(made_up: Session) -> None:
    assert near_names(made_up, "ashwerth")[0] == "Ashworth"
    assert near_names(made_up, "") == ()
    assert near_names(made_up, "qqqqqqqqqqqq") == ()


def test_chips_count_what_they_leave(made_up: Session) -> None:
    alone = {chip.id: chip.count for chip in filter_chips(made_up, frozenset())}
    for name in FILTERS:
        assert listed(made_up, filters=frozenset({name})).matching == alone[name]
    both = {chip.id: chip for chip in filter_chips(made_up, frozenset({"open"}))}
    assert both["open"].chosen
    assert not both["eligible"].chosen
    chosen = frozenset({"open", "eligible"})
    assert both["eligible"].count == listed(made_up, filters=chosen).matching
    assert 0 < alone["review_overdue"] < alone["open"] < 60


def test_filters_keep_what_they_say(made_up: Session) -> None:
    open_ones = listed(made_up, filters=frozenset({"open"}), limit=100).rows
    assert "closed" not in {row.status for row in open_ones}
    assert all(
        row.eligible for row in listed(made_up, filters=frozenset({"eligible"}), limit=100).rows
    )
    late = listed(made_up, filters=frozenset({"review_overdue"}), limit=100).rows
    assert all(row.next_review and row.next_review < made_up.today for row in late)
    assert all("late" in row.review_words for row in late)
    ending = listed(made_up, filters=frozenset({"consent_ending"}), limit=100).rows
    assert {row.consent.state for row in ending} == {"expires_soon"}


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [False, True])
def test_sorted_with_the_unknown_last(made_up: Session, sort: str, descending: bool) -> None:
    rows = listed(made_up, sort=sort, descending=descending, limit=100).rows
    field = {"programme": "met_in_programme", "name": "ref"}.get(sort, sort)
    values = [getattr(row, field) for row in rows]
    known = [one for one in values if one is not None]
    assert values[: len(known)] == known
    if sort != "name":
        assert known == sorted(known, reverse=descending)


def test_a_sort_there_is_not(made_up: Session) -> None:
    with pytest.raises(ValueError, match="no such sort"):
        listed(made_up, sort="risk")


def test_people_under_a_restriction_are_not_found(session: Session) -> None:
    home = household(session)
    assert listed(session, text="idris").matching == 1
    assert near_names(session, "idriss") == ("Idris",)
    objection = record_objection(session, home.ref, home.idris).record
    assert listed(session, text="idris").matching == 1
    with session.store.unit_of_work(session.worker) as uow:
        restrict(uow, session, objection.id)
    assert listed(session, text="idris").matching == 0
    assert near_names(session, "idriss") == ()
    (row,) = listed(session, text="haddad").rows
    assert row.restricted


def restrict(uow: UnitOfWork, session: Session, like: str) -> None:
    one = uow.get(Restriction, like)
    day = session.today - timedelta(days=1)
    uow.add(replace(one, id=uow.new_id(), kind="restriction", purposes=(), from_on=day))


def test_my_team_is_the_team_of_the_settings(made_up: Session, session: Session) -> None:
    household(session)
    household(session, "CD-7002", "Ivers")
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", "Millbridge West")
    assert listed(session, filters=frozenset({"my_team"})).matching == 0
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting("team", "Millbridge East")
    assert listed(session, filters=frozenset({"my_team"})).matching == 2
    assert criteria_of_family(session, "CD-7001").of == 6
