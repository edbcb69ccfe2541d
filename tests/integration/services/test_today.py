"""Today: the visits of the day, what needs attention, and nothing that is not so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from household_kit import TODAY, Household, ago, household

from casedesk.domain.programmes import evaluate
from casedesk.domain.records import Family, Involvement, Restriction, Review, SafeContact
from casedesk.domain.views.diary import PlanEntry
from casedesk.domain.views.drafts import DraftKey
from casedesk.domain.views.today import (
    EVERYBODY,
    GROUPS,
    LATER,
    MINE,
    OVERDUE,
    SOON,
    AttentionItem,
    TodayPage,
)
from casedesk.services.actions import ActionEntry, add_action
from casedesk.services.attention import shares
from casedesk.services.consents import ConsentEntry, record_consent, withdraw_consent
from casedesk.services.criteria import pack_for
from casedesk.services.deciding import confirm
from casedesk.services.drafts import keep_draft
from casedesk.services.planned_visits import plan_visit
from casedesk.services.recording import FactEntry, mark_fact_in_error, record_fact
from casedesk.services.session import Session
from casedesk.services.today import EVERYTHING, families_of_today, renew_some_summaries, today_page


def page(session: Session, scope: str = EVERYBODY, limit: int = EVERYTHING) -> TodayPage:
    return today_page(session, scope, limit=limit)


def items(session: Session, *kinds: str) -> list[AttentionItem]:
    return [one for one in page(session).attention.items if one.kind in kinds]


def add(session: Session, ref: str, record: type[Any], /, **values: Any) -> Any:
    with session.store.unit_of_work(session.worker) as uow:
        family_id = uow.family_by_ref(ref).id
        return uow.add(record(id=uow.new_id(), family_id=family_id, **values))


@pytest.fixture
def family(session: Session) -> Household:
    return household(session)


def test_an_empty_day_says_so(session: Session, family: Household) -> None:
    found = page(session)
    assert found.heading == "Tuesday 24 November 2026"
    assert found.sentence.startswith("No visits today.")
    assert (found.visits, found.next_visit) == ((), None)


@pytest.mark.parametrize(
    ("due", "group", "label"),
    [
        (ago(3), OVERDUE, "Action overdue by 3 days"),
        (ago(1), OVERDUE, "Action overdue by 1 day"),
        (TODAY, SOON, "Action due today"),
        (ago(-1), SOON, "Action due tomorrow"),
        (ago(-7), SOON, "Action due in 7 days"),
        (ago(-8), None, ""),
        (None, None, ""),
    ],
)
def test_actions_late_and_due_within_a_week(
    session: Session, family: Household, due: date | None, group: str | None, label: str
) -> None:
    add_action(session, family.ref, ActionEntry(title="Ring the GP", due=due))
    add_action(session, family.ref, ActionEntry(title="Done", due=due))
    done = [one for one in items(session, "action") if one.title == "Done"]
    assert len(done) == (group is not None)
    found = [one for one in items(session, "action") if one.title == "Ring the GP"]
    assert [(one.group, one.label) for one in found] == ([(group, label)] if group else [])
    for one in found:
        assert one.on == due
        assert one.detail.startswith("Haddad · ")
        assert (one.page, one.args["family"]) == ("family", family.ref)


def test_reviews_alerts_and_safe_contacts(session: Session, family: Household) -> None:
    add(session, family.ref, Review, due_on=ago(5), kind="team around the family")
    add(session, family.ref, Review, due_on=ago(-7))
    add(session, family.ref, Review, due_on=ago(9), held_on=ago(8))
    add(
        session, family.ref, SafeContact, person_id=family.nadia, review_on=ago(2),
        instruction="Never ring after six, he reads her phone.",
    )  # fmt: skip
    with session.store.unit_of_work(session.worker) as uow:
        record = uow.family_by_ref(family.ref)
        uow.change(replace(record, alert="Dog", alert_review_on=ago(-1)))
    found = items(session, "review", "alert", "safe_contact")
    assert [(one.label, one.title) for one in found] == [
        ("Review overdue by 5 days", "Team around the family"),
        ("Safe contact review overdue by 2 days", "How to reach Nadia safely"),
        ("Alert review due tomorrow", "Dog"),
        ("Review due in 7 days", "Six-week review"),
    ]
    assert not any("phone" in one.spoken for one in found)


def give(session: Session, family: Household, **values: Any) -> Any:
    entry: dict[str, Any] = {
        "person_id": family.nadia, "recipients": ("nhs",), "categories": ("health",),
        "purposes": ("support",), "decision": "given", "decided_on": ago(100),
        "expires_on": ago(-9), "given_by": "herself", "method": "verbal",
        "explained_by": "Sam Okoro", "notice_version": "2026-04",
    } | values  # fmt: skip
    return record_consent(session, family.ref, ConsentEntry(**entry)).record


@pytest.mark.parametrize(
    ("ends", "group", "label"),
    [
        (ago(1), None, ""),
        (TODAY, SOON, "Consent ends today"),
        (ago(-7), SOON, "Consent ends in 7 days"),
        (ago(-9), LATER, "Consent ends in 9 days"),
        (ago(-27), LATER, "Consent ends in 27 days"),
        (ago(-28), None, ""),
    ],
)
def test_consents_in_their_last_28_days(
    session: Session, family: Household, ends: date, group: str | None, label: str
) -> None:
    give(session, family, expires_on=ends)
    found = items(session, "consent")
    assert [(one.group, one.label) for one in found] == ([(group, label)] if group else [])
    assert all(one.title == "Nadia to NHS: health" for one in found)


def test_a_consent_that_is_renewed_withdrawn_or_widened_is_no_more_to_do(
    session: Session, family: Household
) -> None:
    first = give(session, family, categories=("health", "education"))
    assert len(items(session, "consent")) == 1
    give(session, family, categories=("health",), decided_on=ago(3), expires_on=ago(-200))
    assert len(items(session, "consent")) == 1, "education still ends"
    wide = give(
        session, family, categories=("health", "education", "employment"),
        decided_on=ago(2), expires_on=ago(-200),
    )  # fmt: skip
    assert items(session, "consent") == []
    give(session, family, recipients=("dwp",))
    assert len(items(session, "consent")) == 1
    withdraw_consent(session, wide.id, wide.version, "Nadia changed her mind")
    assert [one.title for one in items(session, "consent")] == ["Nadia to DWP: health"]
    assert first.version == 1


def test_somebody_restricted_is_in_no_list(session: Session, family: Household) -> None:
    give(session, family)
    add(
        session, family.ref, SafeContact, person_id=family.nadia, review_on=ago(2),
        instruction="Text first.",
    )  # fmt: skip
    assert len(items(session, "consent", "safe_contact")) == 2
    add(session, family.ref, Restriction, person_id=family.nadia, kind="restriction",
        from_on=ago(1))  # fmt: skip
    assert items(session, "consent", "safe_contact") == []


def test_a_draft_leads_back_to_its_form(session: Session, family: Household) -> None:
    keep_draft(
        session,
        DraftKey("note", family.ref),
        {"text": "Rain, and"},
        title="Visit note",
        page="family",
        args={"family": family.ref, "tab": "visits", "form": "note"},
    )
    (draft,) = items(session, "draft")
    assert (draft.label, draft.title, draft.do) == ("Draft recovered", "Visit note", "Resume")
    assert draft.detail.startswith("Haddad · written ")
    assert draft.args == {"family": family.ref, "tab": "visits", "form": "note"}
    later = [one for one in page(session).attention.items if one.group == LATER]
    assert later[0].kind == "draft"


def test_a_decision_whose_records_changed_comes_back(session: Session, family: Household) -> None:
    crime = FactEntry(kind="offence", person_id=family.idris, on=ago(20))
    fact = record_fact(session, family.ref, crime).record
    confirm(session, family.ref, "crime", on=ago(10))
    assert items(session, "changed") == []
    mark_fact_in_error(session, fact.id, fact.version)
    (changed,) = items(session, "changed")
    assert changed.args == {"family": family.ref, "tab": "criteria", "criterion": "crime"}
    assert changed.do == "Check"


def evaluated(session: Session) -> Iterator[tuple[str, str, str, str]]:
    """Every family's changed and unknown criteria, by evaluating them."""
    with session.store.read() as reading:
        cases = [case for case in reading.case_files() if case.family.status != "closed"]
    for case in cases:
        pack = pack_for(session, case, None)
        for one in evaluate(case, pack, session.today, session.catalogue).criteria:
            if one.records_changed:
                yield "changed", case.family.ref, one.id, one.title
            if one.state == "not_known":
                yield "not_known", case.family.ref, one.id, one.question or ""


def test_the_stored_summaries_say_what_evaluating_says(made_up: Session) -> None:
    found = page(made_up).attention.items
    shown = {
        (one.kind, one.family_ref, one.args["criterion"], one.title)
        for one in found
        if one.kind in ("changed", "not_known")
    }
    expected = set(evaluated(made_up))
    assert len(expected) > 50
    assert {kind for kind, *_ in expected} == {"changed", "not_known"}
    assert shown == expected


def test_groups_come_in_order_and_within_them_days_and_names(made_up: Session) -> None:
    attention = page(made_up).attention
    order = list(GROUPS)
    dated = [one for one in attention.items if one.on is not None]
    keys = [
        (order.index(one.group), one.on, one.detail.partition(" · ")[0].casefold()) for one in dated
    ]
    assert keys == sorted(keys)
    groups = [order.index(one.group) for one in attention.items]
    assert groups == sorted(groups)
    assert attention.total == len(attention.items) == sum(attention.by_group.values())
    for group in GROUPS:
        assert attention.by_group[group] == sum(one.group == group for one in attention.items)


def test_a_short_list_has_the_first_of_every_group(made_up: Session) -> None:
    every = page(made_up).attention
    few = page(made_up, limit=7).attention
    assert (few.total, few.by_group, len(few.items)) == (every.total, every.by_group, 7)
    for group in GROUPS:
        shown = [one for one in few.items if one.group == group]
        assert shown == [one for one in every.items if one.group == group][: len(shown)]
        assert len(shown) >= 2


@pytest.mark.parametrize(
    ("counts", "room"),
    [
        ((9, 9, 9), (3, 2, 2)),
        ((0, 0, 9), (0, 0, 7)),
        ((9, 0, 1), (6, 0, 1)),
        ((1, 1, 1), (1, 1, 1)),
        ((0, 0, 0), (0, 0, 0)),
        ((2, 9, 0), (2, 5, 0)),
    ],
)
def test_how_a_short_list_is_shared(
    counts: tuple[int, int, int], room: tuple[int, int, int]
) -> None:
    assert tuple(shares(dict(zip(GROUPS, counts, strict=True)), 7).values()) == room


def test_my_families_are_those_i_am_the_keyworker_of(session: Session, family: Household) -> None:
    household(session, "CD-7002", "Ivers")
    for ref, title in ((family.ref, "Mine"), ("CD-7002", "Not mine")):
        add_action(session, ref, ActionEntry(title=title, due=ago(1)))
        _set_keyworker(session, ref, "Beth Lindley")
    found = page(session, MINE)
    assert (found.scope, found.can_choose) == (EVERYBODY, False)
    _set_keyworker(session, family.ref, session.worker)
    found = page(session, MINE)
    assert (found.scope, found.can_choose) == (MINE, True)
    assert [one.title for one in found.attention.items if one.kind == "action"] == ["Mine"]
    assert {one.family_ref for one in found.attention.items} == {family.ref}
    assert [row.ref for row in families_of_today(session, MINE).rows] == [family.ref]
    assert families_of_today(session, EVERYBODY).matching == 2
    with session.store.unit_of_work(session.worker) as uow:
        record = uow.family_by_ref(family.ref)
        uow.change(replace(record, status="closed"))
    assert page(session, MINE).scope == EVERYBODY
    assert items(session, "action")[0].title == "Not mine"


def test_visits_of_today_are_mine_or_everybodys(session: Session, family: Household) -> None:
    _set_keyworker(session, family.ref, session.worker)
    for by, clock in ((None, time(9, 0)), ("Beth Lindley", time(8, 0))):
        plan_visit(session, family.ref, PlanEntry(on=TODAY, at_time=clock, minutes=30, by=by))
    plan_visit(session, family.ref, PlanEntry(on=ago(-1), at_time=time(9, 0)))
    at_eight = replace(session, clock=replace(session.clock, fixed_time=time(8, 5)))
    mine, everybody = page(at_eight, MINE), page(at_eight, EVERYBODY)
    assert [one.time_words for one in mine.visits] == ["09:00"]
    assert [one.time_words for one in everybody.visits] == ["08:00", "09:00"]
    assert everybody.next_visit == mine.next_visit == mine.visits[0].record.id
    assert mine.sentence.startswith("1 visit today. ")
    over = replace(session, clock=replace(session.clock, fixed_time=time(10, 0)))
    assert page(over, MINE).next_visit is None


def test_summaries_that_time_passed_by_are_left_out_until_they_are_renewed(
    session: Session, family: Household
) -> None:
    before = {one.title for one in items(session, "not_known")}
    assert before
    with session.vault.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE summaries SET stale_on = '2026-11-24'")
    assert items(session, "not_known") == []
    assert renew_some_summaries(session) == 1
    assert renew_some_summaries(session) == 0
    assert {one.title for one in items(session, "not_known")} == before


def _set_keyworker(session: Session, ref: str, name: str) -> None:
    with session.store.unit_of_work(session.worker) as uow:
        family_id = uow.family_by_ref(ref).id
        (one,) = uow.records_of(Involvement, family_id)
        uow.change(replace(one, keyworker=name))
        assert uow.get(Family, family_id).ref == ref
