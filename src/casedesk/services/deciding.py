"""What the keyworker concludes about a criterion: confirm, disagree, change it.

A decision keeps what the records said on its day and the pack it was made under
(docs/criteria.md, The keyworker's decision). A change of mind is a new decision.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from casedesk.domain.dates import long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.field_problems import FieldProblem, refuse, text_needed
from casedesk.domain.programmes import Pack, evaluate, records_state_on
from casedesk.domain.records import CaseFile, Decision
from casedesk.domain.views.progress import MET, NOT_KNOWN, NOT_MET
from casedesk.domain.views.saved import Saved
from casedesk.services.criteria import pack_for
from casedesk.services.saving import Saving, saving, saving_over
from casedesk.services.session import Session

NOTHING_TO_CONFIRM = (
    "The records do not say whether “{title}” is met, so there is nothing to confirm: record "
    "what you know first, or decide it yourself with a reason."
)
NOT_IN_PACK = "“{criterion}” is no criterion of “{title}”; choose one of its own."
STATE_WORDS = {MET: "met", NOT_MET: "not met"}


def confirm(
    session: Session,
    ref: str,
    criterion: str,
    *,
    programme: str | None = None,
    on: date | None = None,
    reason: str = "",
) -> Saved[Decision]:
    """Agree with what the records say on a day (today); its reason is theirs unless given.

    Raises `InvalidRecord` where the records do not know, `NotFound`, and `UsageError` for an
    unknown programme.
    """
    with saving(session, ref) as save:
        pack, day = _pack_and_day(session, save.case, criterion, programme, on)
        state = _records_state(session, save.case, pack, criterion, day)
        said = reason.strip() or _records_reason(session, save.case, pack, criterion, day)
        return _decide(session, save, pack, criterion, state, day, said, "Confirmed")


def disagree(
    session: Session,
    ref: str,
    criterion: str,
    reason: str,
    *,
    programme: str | None = None,
    on: date | None = None,
) -> Saved[Decision]:
    """Decide against what the records say on a day (today). Raises as `confirm` does, and
    without a reason."""
    with saving(session, ref) as save:
        pack, day = _pack_and_day(session, save.case, criterion, programme, on)
        records = _records_state(session, save.case, pack, criterion, day)
        state = NOT_MET if records == MET else MET
        return _decide(session, save, pack, criterion, state, day, reason, "You disagree")


def change_decision(
    session: Session,
    ref: str,
    criterion: str,
    state: str,
    reason: str,
    *,
    programme: str | None = None,
    on: date | None = None,
) -> Saved[Decision]:
    """Decide that a criterion is `met` or `not_met`, whatever the records say.

    The newest decision stands; those before it are kept. Raises as `confirm` does, but also
    decides where the records do not know.
    """
    with saving(session, ref) as save:
        pack, day = _pack_and_day(session, save.case, criterion, programme, on)
        if state not in STATE_WORDS:
            refuse([FieldProblem("state", "The decision", "should be met or not met")])
        return _decide(session, save, pack, criterion, state, day, reason, "Decided")


def take_back_decision(session: Session, decision_id: str, version: int) -> Saved[Decision]:
    """Mark a decision as recorded in error: it never counts, and the one before stands again.

    Raises `InvalidRecord` when it was changed since, `NotFound`.
    """
    with saving_over(session, Decision, decision_id, version) as (save, decision):
        taken = save.uow.change(replace(decision, in_error=True))
        return save.done(taken, f"Took back the decision of {long_date(decision.on)}.")


def _pack_and_day(
    session: Session, case: CaseFile, criterion: str, programme: str | None, on: date | None
) -> tuple[Pack, date]:
    pack = pack_for(session, case, programme)
    if criterion not in pack.criterion_by_id:
        raise InvalidRecord(NOT_IN_PACK.format(criterion=criterion, title=pack.title))
    day = on or session.today
    if day > session.today:
        refuse([FieldProblem("on", "The day of the decision", "should not be after today")])
    return pack, day


def _records_state(session: Session, case: CaseFile, pack: Pack, criterion: str, day: date) -> str:
    state = records_state_on(case, pack, criterion, day, session.catalogue)
    if state == NOT_KNOWN:
        title = pack.criterion_by_id[criterion].title
        raise InvalidRecord(NOTHING_TO_CONFIRM.format(title=title))
    return state


def _records_reason(session: Session, case: CaseFile, pack: Pack, criterion: str, day: date) -> str:
    """Why the records say so, without the decisions that stand."""
    bare = replace(case, decisions=())
    return evaluate(bare, pack, day, session.catalogue).criterion(criterion).reason


def _decide(
    session: Session,
    save: Saving,
    pack: Pack,
    criterion: str,
    state: str,
    day: date,
    reason: str,
    did: str,
) -> Saved[Decision]:
    refuse(text_needed("reason", "The reason", reason))
    save.uow.keep_pack(pack.id, pack.version, pack.content_hash, pack.text)
    decision = save.uow.add(
        Decision(
            id=save.uow.new_id(),
            family_id=save.family.id,
            programme=pack.id,
            pack_version=pack.version,
            criterion=criterion,
            state=state,
            on=day,
            by=session.worker,
            reason=reason.strip(),
            records_state=records_state_on(save.case, pack, criterion, day, session.catalogue),
        )
    )
    short = pack.criterion_by_id[criterion].short
    return save.done(decision, f"{did}: {short} is {STATE_WORDS[state]}.")
