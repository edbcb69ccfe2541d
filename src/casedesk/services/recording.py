"""Recording what is known: a fact, a check that found nothing, a nomination, a judgement.

The rules are those of docs/criteria.md, Facts, the same as for a workbook that is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal

from casedesk.domain.catalogue import FactKind
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.facts import check_fact, fact_warnings
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.people import members_of
from casedesk.domain.programmes import Criterion
from casedesk.domain.programmes.evidence import NOMINATION, NOTHING_FOUND
from casedesk.domain.records import CaseFile, Fact, Judgement
from casedesk.domain.views.saved import Saved
from casedesk.services.criteria import pack_for
from casedesk.services.fact_words import fact_title
from casedesk.services.saving import saving, saving_over
from casedesk.services.session import Session

FACT_PREFIX = "F"
OUTCOMES = ("improved", "same", "worse")
LABELS: Mapping[str, str] = {
    "kind": "What it is",
    "person_id": "Who it is about",
    "on": "The date",
    "from_on": "The first day",
    "to_on": "The last day",
    "possible": "Possible sessions",
    "attended": "Attended sessions",
    "authorised": "Authorised absences",
    "days": "School days",
    "release_due": "Release due",
    "benefit": "The benefit",
    "criterion": "The criterion",
}
"""What a form calls the fields of a fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """A fact as a form has it; `person_id` None is the whole family."""

    kind: str
    person_id: str | None = None
    on: date | None = None
    from_on: date | None = None
    to_on: date | None = None
    possible: int | None = None
    attended: int | None = None
    authorised: int | None = None
    days: Decimal | None = None
    release_due: date | None = None
    benefit: str | None = None
    criterion: str | None = None
    detail: str | None = None
    source: str | None = None
    source_ref: str | None = None
    confidential: bool = False


@dataclass(frozen=True, slots=True)
class RecordingChoices:
    """What a form for a fact offers. `people` are (id, name) of everyone with a membership;
    `sources` those used in this family before, the newest first."""

    kinds: tuple[FactKind, ...]
    people: tuple[tuple[str, str], ...]
    sources: tuple[str, ...]
    labels: Mapping[str, str]


def recording_choices(
    session: Session, ref: str, criterion: str | None = None, *, programme: str | None = None
) -> RecordingChoices:
    """The kinds of fact that count for a criterion, or all of them, and who they may be about.

    Raises `NotFound`, `UsageError` for an unknown programme.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    kinds = session.catalogue.facts
    ids: tuple[str, ...] = tuple(kinds)
    if criterion is not None:
        found = _criterion(session, case, criterion, programme)
        named = (kind for one in found.indicators for kind in one.facts)
        ids = tuple(dict.fromkeys((*named, NOMINATION, NOTHING_FOUND)))
    sources = (fact.source for fact in reversed(case.facts) if fact.source)
    return RecordingChoices(
        kinds=tuple(kinds[one] for one in ids if one in kinds),
        people=tuple((one.id, one.called) for one in members_of(case)),
        sources=tuple(dict.fromkeys(sources)),
        labels=LABELS,
    )


def record_fact(session: Session, ref: str, entry: FactEntry) -> Saved[Fact]:
    """Record a fact. Raises `InvalidFields` naming what is missing or wrong, `NotFound`."""
    with saving(session, ref) as save:
        values = {one.name: getattr(entry, one.name) for one in fields(entry)}
        fact = Fact(id=save.uow.new_id(), family_id=save.family.id, ref="", **values)
        _check(session, save.case, fact)
        fact = save.uow.add(replace(fact, ref=save.uow.new_ref(FACT_PREFIX)))
        return save.done(
            fact,
            f"Recorded: {_about(session, save.case, fact)}.",
            warnings=tuple(_warnings(save.case, fact)),
        )


def record_check(
    session: Session,
    ref: str,
    criterion: str,
    *,
    on: date | None = None,
    person_id: str | None = None,
    source: str | None = None,
    detail: str | None = None,
) -> Saved[Fact]:
    """Record that somebody was asked on a day (today) and nothing was known.

    Raises as `record_fact`.
    """
    return record_fact(
        session,
        ref,
        FactEntry(
            kind=NOTHING_FOUND,
            criterion=criterion,
            on=on or session.today,
            person_id=person_id,
            source=source,
            detail=detail,
        ),
    )


def record_nomination(
    session: Session,
    ref: str,
    criterion: str,
    *,
    on: date | None = None,
    person_id: str | None = None,
    source: str | None = None,
    detail: str | None = None,
) -> Saved[Fact]:
    """Record that a professional judged a concern as good as the indicators of a criterion.

    Raises as `record_fact`.
    """
    return record_fact(
        session,
        ref,
        FactEntry(
            kind=NOMINATION,
            criterion=criterion,
            on=on or session.today,
            person_id=person_id,
            source=source,
            detail=detail,
        ),
    )


def record_judgement(
    session: Session,
    ref: str,
    criterion: str,
    outcome: str,
    evidence: str,
    *,
    on: date | None = None,
    programme: str | None = None,
) -> Saved[Judgement]:
    """Record how things have gone: improved, same or worse, with the evidence for it.

    Raises `InvalidFields` naming what is missing, `NotFound`, `UsageError`.
    """
    with saving(session, ref) as save:
        pack = pack_for(session, save.case, programme)
        found = _criterion(session, save.case, criterion, programme)
        day = on or session.today
        problems = list(text_needed("evidence", "The evidence", evidence))
        if outcome not in OUTCOMES:
            problems.append(FieldProblem("outcome", "How it went", "should be one of the three"))
        if day > session.today:
            problems.append(FieldProblem("on", "The date", "should not be after today"))
        refuse(problems)
        save.uow.keep_pack(pack.id, pack.version, pack.content_hash, pack.text)
        judgement = save.uow.add(
            Judgement(
                id=save.uow.new_id(),
                family_id=save.family.id,
                programme=pack.id,
                criterion=criterion,
                on=day,
                outcome=outcome,
                evidence=evidence.strip(),
                by=session.worker,
            )
        )
        return save.done(judgement, f"Recorded: {found.short}, {outcome}.")


def correct_fact(session: Session, fact: Fact) -> Saved[Fact]:
    """Save a fact over the version it was made from. Raises as `record_fact`, and when it was
    changed since."""
    with saving_over(session, Fact, fact.id, fact.version) as (save, _):
        _check(session, save.case, fact)
        kept = save.uow.change(fact)
        return save.done(
            kept,
            f"Corrected: {_about(session, save.case, fact)}.",
            warnings=tuple(_warnings(save.case, fact)),
        )


def mark_fact_in_error(session: Session, fact_id: str, version: int) -> Saved[Fact]:
    """Mark a fact as recorded in error: it is kept and never counts.

    Raises `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Fact, fact_id, version) as (save, fact):
        marked = save.uow.change(replace(fact, in_error=True))
        return save.done(marked, f"Marked as an error: {_about(session, save.case, fact)}.")


def _check(session: Session, case: CaseFile, fact: Fact) -> None:
    person = case.person_by_id.get(fact.person_id or "")
    problems = [
        FieldProblem(one.field, LABELS.get(one.field, one.column), _for_a_form(one.expected))
        for one in check_fact(fact, session.catalogue, session.today, person)
    ]
    if fact.person_id is not None and person is None:
        problems.append(
            FieldProblem("person_id", LABELS["person_id"], "should be somebody in this family")
        )
    known = {one.id for pack in session.packs.packs.values() for one in pack.criteria}
    if fact.criterion is not None and fact.criterion not in known:
        problems.append(
            FieldProblem("criterion", LABELS["criterion"], "should be one that a programme has")
        )
    refuse(problems)


def _for_a_form(expected: str) -> str:
    """The rule without the workbook's names of its columns."""
    return expected.replace("before from", "before the first day")


def _warnings(case: CaseFile, fact: Fact) -> Iterator[str]:
    person = case.person_by_id.get(fact.person_id or "")
    for one in fact_warnings(fact, person):
        yield f"{LABELS.get(one.field, one.column)} {one.expected}; it was kept."


def _about(session: Session, case: CaseFile, fact: Fact) -> str:
    person = case.person_by_id.get(fact.person_id or "")
    who = person.called if person is not None else "the family"
    return f"{fact_title(fact, session.catalogue)}, {who}"


def _criterion(
    session: Session, case: CaseFile, criterion: str, programme: str | None
) -> Criterion:
    pack = pack_for(session, case, programme)
    found = pack.criterion_by_id.get(criterion)
    if found is None:
        raise InvalidRecord(
            f"“{criterion}” is no criterion of “{pack.title}”; choose one of its own."
        )
    return found
