"""What visit mode shows of a family: people, open actions, the last visit, how to reach whom."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from casedesk.domain.action_lines import FAMILY, PROFESSIONAL, WORKER, Known, Owner, worker_known
from casedesk.domain.dates import long_date
from casedesk.domain.people import Member, members_on
from casedesk.domain.records import (
    Action,
    CaseFile,
    Contact,
    Family,
    PlannedVisit,
    Professional,
    SafeContact,
)
from casedesk.domain.views.visit import LastVisit, VisitAction, VisitPage, VisitPerson
from casedesk.services.diary_lines import length_words
from casedesk.services.person_words import age_words
from casedesk.services.plan_choices import professional_words, works_now
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind
from casedesk.services.visit_consents import consents_at_hand
from casedesk.storage.family_page_queries import VISITS

FIRST_KIND = "home visit"
_PARENT_WORDS = {"female": "mother", "male": "father"}


def visit_page(session: Session, ref: str, planned: str = "") -> VisitPage:
    """What is needed to begin a visit, planned (the id) or not; it is in the access log.

    A plan that is another family's, is written up or was called off counts as none. Raises
    `NotFound`.
    """
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ref)
        case = uow.case_file(family.id)
        visits = uow.records_of(PlannedVisit, family.id)
        safe = uow.records_of(SafeContact, family.id)
        around = uow.records_of(Professional, family.id)
        uow.log_access("started a visit", family.id)
    today = session.today
    open_visits = [one for one in visits if not one.contact_id and not one.cancelled_on]
    plan = next((one for one in open_visits if one.id == planned), None)
    kind = plan.kind if plan is not None else FIRST_KIND
    members = members_on(case, today)
    known = tuple(_known(session, members, around))
    return VisitPage(
        ref=ref,
        family=family.name,
        title=f"{contact_kind(kind)}: {family.name}",
        kind=kind,
        on=today,
        at_time=plan.at_time if plan is not None else None,
        planned=plan,
        alert=_alert(family, plan),
        alert_reason=(family.alert_reason or "").strip(),
        people=tuple(_people(members, plan, today)),
        also_present=(plan.also_present or "") if plan is not None else "",
        actions=tuple(_actions(case, today)),
        consents=consents_at_hand(session, case),
        last=_last(case, today),
        safe=tuple(_safe(safe, members)),
        planned_next=_next(open_visits, plan, today),
        known=known,
        owners=tuple(dict.fromkeys((Owner(WORKER, session.worker), *(o.owner for o in known)))),
        categories=tuple((key, one.title) for key, one in session.catalogue.categories.items()),
        worker=session.worker,
    )


def _alert(family: Family, plan: PlannedVisit | None) -> str:
    alert = (family.alert or "").strip()
    along = (plan.also_present or "").strip() if plan is not None else ""
    return f"{alert}: {along} with you" if alert and along else alert


def _people(
    members: tuple[Member, ...], plan: PlannedVisit | None, today: date
) -> Iterator[VisitPerson]:
    expected = plan.people if plan is not None else ()
    for one in members:
        age = age_words(one.person, today)
        is_parent = one.membership.role == "parent"
        word = _PARENT_WORDS.get(one.person.sex or "", "parent") if is_parent else ""
        yield VisitPerson(
            id=one.id,
            name=one.called,
            age=age,
            about=", ".join(filter(None, (age, word))),
            is_child=one.is_child_on(today),
            at_home=one.membership.lives_in_household is not False,
            expected=one.id in expected,
        )


def _actions(case: CaseFile, today: date) -> Iterator[VisitAction]:
    still_open = [one for one in case.actions if one.done_on is None]
    for one in sorted(still_open, key=lambda one: (one.due or date.max, one.order)):
        late = one.due is not None and one.due < today
        yield VisitAction(one.id, one.title, one.owner, _due_words(one, today), late)


def _due_words(action: Action, today: date) -> str:
    if action.due is None:
        return "No date"
    days = (today - action.due).days
    if days > 0:
        return f"Overdue by {days} day{'' if days == 1 else 's'}"
    return "Due today" if days == 0 else f"Due {long_date(action.due)}"


def _last(case: CaseFile, today: date) -> LastVisit | None:
    met = [one for one in case.contacts if one.kind in VISITS and one.on <= today]
    if not met:
        return None
    last = max(met, key=lambda one: (one.on, one.order))
    return LastVisit(last.id, _about(last), last.text)


def _about(contact: Contact) -> str:
    kind = contact_kind(contact.kind).lower()
    parts = (long_date(contact.on), kind, length_words(contact.minutes))
    return ", ".join(part for part in parts if part)


def _safe(safe: list[SafeContact], members: tuple[Member, ...]) -> Iterator[tuple[str, str]]:
    by_person = {one.person_id: one for one in safe}
    for member in members:
        if member.id in by_person:
            yield member.called, by_person[member.id].instruction


def _next(visits: list[PlannedVisit], plan: PlannedVisit | None, today: date) -> str:
    to_come = [one for one in visits if one.on > today and one is not plan]
    if not to_come:
        return ""
    one = min(to_come, key=lambda visit: (visit.on, visit.at_time is None, visit.at_time))
    at = f", {one.at_time:%H:%M}" if one.at_time is not None else ""
    return f"{day_words(one.on)}{at}"


def day_words(day: date) -> str:
    """ "Tuesday 1 December"."""
    return f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]}"


def _known(
    session: Session, members: tuple[Member, ...], around: list[Professional]
) -> Iterator[Known]:
    yield worker_known(session.worker)
    for member in members:
        names = dict.fromkeys((member.called, member.person.given_name, member.person.full_name))
        yield Known(Owner(FAMILY, member.called, member.id), tuple(names))
    for one in around:
        if works_now(one, session.today):
            names = dict.fromkeys(filter(None, (one.name, one.organisation, one.role)))
            name = one.name or professional_words(one)
            yield Known(Owner(PROFESSIONAL, name, one.id), tuple(names))
