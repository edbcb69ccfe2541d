"""One family's page: its header, and the overview."""

from __future__ import annotations

from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.gate.restrictions import restriction_in_force
from casedesk.domain.genogram import draw_household
from casedesk.domain.programmes import Pack, evaluate
from casedesk.domain.records import Action, CaseFile, Family, Involvement, Person, Restriction
from casedesk.domain.views import progress
from casedesk.domain.views.criteria import CriteriaResult, CriterionResult
from casedesk.domain.views.family_page import (
    ActionLine,
    Alert,
    CriterionLine,
    FamilyHeader,
    NoteLine,
    Overview,
    RestrictedPerson,
)
from casedesk.services.criteria import pack_for
from casedesk.services.family_list import review_words
from casedesk.services.pips import WORDS, meets_words
from casedesk.services.progress_criteria import shown_state
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind
from casedesk.storage.reader import Reader
from casedesk.storage.timeline_queries import count_of_contacts, count_of_documents

LATEST_NOTES = 3
_HEADER = (Involvement, Person, Restriction)


def open_family(session: Session, ref: str) -> FamilyHeader:
    """The header of a family that is being opened; the reading is in the access log.

    Raises `NotFound`.
    """
    with session.store.unit_of_work(session.worker) as uow:
        header = _header(session, uow, uow.family_by_ref(ref))
        uow.log_access("opened a family", header.id)
    return header


def family_header(session: Session, ref: str) -> FamilyHeader:
    """The header again, after something was saved. Raises `NotFound`."""
    with session.store.read() as reading:
        return _header(session, reading, reading.family_by_ref(ref))


def overview(session: Session, ref: str) -> Overview:
    """The first tab as at today. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    today = session.today
    pack = pack_for(session, case, None)
    result = evaluate(case, pack, today, session.catalogue)
    drawing = draw_household(
        case.people, case.memberships, case.relationships, today, _home_label(case)
    )
    review = min((one.due_on for one in case.reviews if one.held_on is None), default=None)
    review_late = review is not None and review < today
    return Overview(
        household=drawing if drawing.nodes else None,
        household_words=drawing.as_text(),
        criteria=tuple(map(_criterion_line, result.criteria)),
        meets=meets_words(result.met_now, result.of, pack.min_criteria, eligible=result.eligible),
        meets_note=meets_note(result, pack),
        eligible=result.eligible,
        actions=_actions(case, today),
        notes=_notes(case),
        next_review=review,
        review_words=review_words(review, today, late=review_late),
        review_late=review_late,
    )


def meets_note(result: CriteriaResult, pack: Pack, day: str = "today") -> str:
    """What eligibility counts that the day's number does not; empty where they are the same.

    `day` is what the day is called: "today", or "that day" for another one.
    """
    parts = []
    if result.met_in_programme != result.met_now and result.started_on is not None:
        parts.append(
            f"Met {result.met_in_programme} of {result.of} since "
            f"{long_date(result.started_on)}, {result.met_now} {day}."
        )
    if pack.min_needs:
        parts.append(f"{result.needs_met_in_programme} needs ({pack.min_needs} needed).")
    if pack.dependent_child and not result.has_child:
        parts.append("There is no dependent child in the family.")
    return " ".join(parts)


def family_title(name: str) -> str:
    """A family's name as a heading: "Ashworth family"."""
    return name if name.casefold().rstrip().endswith("family") else f"{name} family"


def _header(session: Session, reading: Reader, family: Family) -> FamilyHeader:
    (case,) = reading.case_files([family.id], wanted=_HEADER)
    today, current = session.today, case.current_involvement
    pack = pack_for(session, case, None)
    days = _days_open(current, today)
    ended = current is not None and current.closed_on is not None and current.closed_on <= today
    return FamilyHeader(
        id=family.id,
        ref=family.ref,
        name=family.name,
        title=family_title(family.name),
        status=family.status,
        status_words=(family.status or "no status").capitalize(),
        days_open=days,
        days_words="" if days is None else f"{'Was open' if ended else 'Open'} {_counted(days)}",
        keyworker=current.keyworker if current is not None else None,
        team=current.team if current is not None else None,
        programme=pack.id,
        programme_title=pack.title,
        programme_version=pack.version,
        alert=_alert(family, today),
        restricted=_restricted(case, today),
        notes=count_of_contacts(reading, family.id),
        documents=count_of_documents(reading, family.id),
        version=family.version,
    )


def _days_open(current: Involvement | None, today: date) -> int | None:
    """Days from the start of the work to today, or to its end."""
    if current is None or current.started_on is None or current.started_on > today:
        return None
    return (min(current.closed_on or today, today) - current.started_on).days


def _counted(days: int) -> str:
    return f"{days} day{'' if days == 1 else 's'}"


def _alert(family: Family, today: date) -> Alert | None:
    if not (family.alert or "").strip():
        return None
    parts = []
    if family.alert_agreed_by:
        parts.append(f"agreed with {family.alert_agreed_by}")
    if family.alert_review_on is not None:
        parts.append(f"review on {long_date(family.alert_review_on)}")
    said = ", ".join(parts)
    return Alert(
        title=(family.alert or "").strip(),
        text=f"{said[:1].upper()}{said[1:]}." if said else "",
        reason=family.alert_reason,
        review_on=family.alert_review_on,
        review_late=family.alert_review_on is not None and family.alert_review_on < today,
    )


def _restricted(case: CaseFile, today: date) -> tuple[RestrictedPerson, ...]:
    return tuple(
        RestrictedPerson(
            person.id,
            person.called,
            one.from_on,
            f"{person.called}’s record is restricted since {long_date(one.from_on)}: it is kept, "
            "and used in no report, extract or list.",
        )
        for person in case.people
        if (one := restriction_in_force(case, person.id, today)) is not None
    )


def _home_label(case: CaseFile) -> str:
    home = next((one for one in case.addresses if one.current and one.person_id is None), None)
    if home is None:
        return "Home"
    if home.protected:
        return "Home (protected address)"
    return home.address.splitlines()[0].partition(",")[0].strip() or "Home"


def _criterion_line(one: CriterionResult) -> CriterionLine:
    state = shown_state(one, with_progress=True)
    return CriterionLine(one.id, one.title, one.short, state, WORDS[state], _why(one, state))


def _why(one: CriterionResult, state: str) -> str:
    """One line: what makes it so, or what to ask."""
    if state == progress.IMPROVED:
        return next((measure.sentence for measure in one.measures if measure.holds), one.reason)
    if one.decision is not None:
        return one.decision.reason
    if one.question is not None:
        return one.question
    return next((met.reason for met in one.indicators if met.met), one.reason)


def _actions(case: CaseFile, today: date) -> tuple[ActionLine, ...]:
    open_ones = [one for one in case.actions if one.done_on is None or one.done_on > today]
    open_ones.sort(key=lambda one: (one.due is None, one.due or date.max, one.order))
    return tuple(_action(one, today) for one in open_ones)


def _action(one: Action, today: date) -> ActionLine:
    late = one.due is not None and one.due < today
    if one.due is None:
        words = "No date"
    elif late:
        words = f"Overdue {_counted((today - one.due).days)}"
    else:
        words = f"Due {long_date(one.due)}"
    return ActionLine(one.id, one.title, one.owner, one.due, words, late, one.version)


def _notes(case: CaseFile) -> tuple[NoteLine, ...]:
    newest = sorted(case.contacts, key=lambda one: (one.on, one.order), reverse=True)
    return tuple(
        NoteLine(one.id, contact_kind(one.kind), one.on, one.text) for one in newest[:LATEST_NOTES]
    )
