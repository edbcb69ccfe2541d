"""The criteria of a family as cards, under one programme or several side by side."""

from __future__ import annotations

from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.programmes import Criterion, Pack, evaluate, facts_bearing_on, month_strip
from casedesk.domain.records import CaseFile, Fact
from casedesk.domain.views import progress
from casedesk.domain.views.criteria import CriterionResult, MonthCell
from casedesk.domain.views.criteria_page import (
    CriteriaPage,
    CriterionCard,
    DecisionLine,
    EvidenceRow,
    PackColumn,
    Settle,
    StripCell,
    WhatCounts,
)
from casedesk.services.criteria import pack_for
from casedesk.services.fact_words import fact_day, fact_when, fact_words
from casedesk.services.family_page import meets_note
from casedesk.services.pips import WORDS, meets_words, pips_of
from casedesk.services.progress_criteria import shown_state
from casedesk.services.session import Session

FAMILY = "Family"
ANOTHER_LOOK = "The records have changed since this was decided: look at it again."
_STRIP_WORDS = {
    progress.MET: "met",
    progress.IMPROVED: "improved",
    progress.NOT_MET: "not met",
    progress.NOT_KNOWN: "not known",
}


def criteria_page(
    session: Session, ref: str, *, as_at: date | None = None, programme: str | None = None
) -> CriteriaPage:
    """Every criterion as at a day (today) under a pack (the family's own, else the vault's).

    Raises `NotFound`, and `UsageError` for an unknown programme.
    """
    day = as_at or session.today
    case = _case(session, ref)
    pack = pack_for(session, case, programme)
    result = evaluate(case, pack, day, session.catalogue)
    strips = month_strip(case, pack, day, catalogue=session.catalogue)
    return CriteriaPage(
        family_ref=case.family.ref,
        programme=pack.id,
        programme_title=pack.title,
        version=pack.version,
        as_at=day,
        meets=meets_words(result.met_now, result.of, pack.min_criteria, eligible=result.eligible),
        meets_note=meets_note(result, pack, "today" if day == session.today else "that day"),
        eligible=result.eligible,
        pips=pips_of(result),
        cards=tuple(
            _card(session, case, pack, one, strips[one.id], day) for one in result.criteria
        ),
        notes=result.notes,
        programmes=tuple((one.id, one.title) for one in session.packs.packs.values()),
    )


def packs_side_by_side(
    session: Session, ref: str, *, as_at: date | None = None
) -> tuple[PackColumn, ...]:
    """The same records read under every programme at hand. Raises `NotFound`."""
    day = as_at or session.today
    case = _case(session, ref)
    columns = []
    for pack in session.packs.packs.values():
        result = evaluate(case, pack, day, session.catalogue)
        titles = (one.title for one in result.criteria)
        columns.append(
            PackColumn(
                programme=pack.id,
                title=pack.title,
                version=pack.version,
                meets=meets_words(
                    result.met_now, result.of, pack.min_criteria, eligible=result.eligible
                ),
                eligible=result.eligible,
                criteria=tuple(zip(titles, pips_of(result), strict=True)),
            )
        )
    return tuple(columns)


def _case(session: Session, ref: str) -> CaseFile:
    with session.store.read() as reading:
        return reading.case_file(reading.family_by_ref(ref).id)


def _card(
    session: Session,
    case: CaseFile,
    pack: Pack,
    one: CriterionResult,
    strip: tuple[MonthCell, ...],
    day: date,
) -> CriterionCard:
    criterion = pack.criterion_by_id[one.id]
    state = shown_state(one, with_progress=True)
    undecided = one.decision is None or one.records_changed
    can_decide = undecided and one.records_state != progress.NOT_KNOWN
    return CriterionCard(
        id=one.id,
        title=one.title,
        short=one.short,
        state=state,
        word=WORDS[state],
        effective=one.state,
        records_state=one.records_state,
        since=one.since,
        reason=one.reason,
        decision=_decision(one, session.worker),
        another_look=ANOTHER_LOOK if one.records_changed else None,
        progress_words=_progress_words(one),
        missing=tuple(measure.sentence for measure in one.measures if not measure.holds),
        earliest=one.progress_earliest,
        evidence=_evidence(case, criterion, one, day, session.catalogue),
        strip=tuple(map(_strip_cell, strip)),
        settle=_settle(criterion, one, session.catalogue),
        counts=tuple(
            WhatCounts(met.id, met.title, met.met, met.reason, met.source, met.checked)
            for met in one.indicators
        ),
        can_confirm=can_decide,
        can_disagree=can_decide,
    )


def _decision(one: CriterionResult, worker: str) -> DecisionLine | None:
    decision = one.decision
    if decision is None:
        return None
    who = "You" if decision.by == worker else decision.by or "The keyworker"
    day = long_date(decision.on)
    if decision.state == progress.MET:
        did = f"confirmed this on {day}"
    elif one.records_state == progress.MET:
        did = f"disagreed with the records on {day}"
    else:
        did = f"decided on {day} that this is not met"
    return DecisionLine(
        id=decision.id,
        state=decision.state,
        on=decision.on,
        by=decision.by,
        reason=decision.reason,
        pack_version=decision.programme_version,
        sentence=f"{who} {did}: {decision.reason}",
    )


def _progress_words(one: CriterionResult) -> str:
    if one.progress is None:
        return ""
    words = progress.PROGRESS_WORDS[one.progress]
    if one.progress == progress.IMPROVED or one.progress_earliest is None:
        return words
    return f"{words}: {long_date(one.progress_earliest)} at the earliest"


def _evidence(
    case: CaseFile, criterion: Criterion, one: CriterionResult, day: date, catalogue: Catalogue
) -> tuple[EvidenceRow, ...]:
    behind = set(one.behind)
    bearing = facts_bearing_on(case, criterion, day, catalogue)
    newest = sorted(
        bearing, key=lambda fact: (fact_day(fact, catalogue) or date.min, fact.order), reverse=True
    )
    newest.sort(key=lambda fact: fact.id not in behind)
    return tuple(_row(case, fact, fact.id in behind, catalogue) for fact in newest)


def _row(case: CaseFile, fact: Fact, counts: bool, catalogue: Catalogue) -> EvidenceRow:
    person = case.person_by_id.get(fact.person_id or "")
    return EvidenceRow(
        fact_id=fact.id,
        who=person.called if person is not None else FAMILY,
        what=fact_words(fact, catalogue),
        on=fact_day(fact, catalogue),
        on_words=fact_when(fact, catalogue),
        source=fact.source or "",
        counts=counts,
        confidential=fact.confidential,
    )


def _strip_cell(cell: MonthCell) -> StripCell:
    state = progress.IMPROVED if cell.improved else cell.state
    return StripCell(cell.on, state, f"{cell.on:%B %Y}: {_STRIP_WORDS[state]}")


def _settle(criterion: Criterion, one: CriterionResult, catalogue: Catalogue) -> Settle | None:
    if one.question is None:
        return None
    ids = dict.fromkeys(kind for indicator in criterion.indicators for kind in indicator.facts)
    kinds = [catalogue.facts[kind] for kind in ids if kind in catalogue.facts]
    category = catalogue.categories.get(criterion.category)
    return Settle(
        question=one.question,
        kinds=tuple((kind.id, kind.title) for kind in kinds),
        category=criterion.category,
        category_title=category.title if category is not None else criterion.category,
        ask=tuple(dict.fromkeys(kind.ask for kind in kinds)),
    )
