"""Which criteria families meet, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casedesk.domain.programmes import Pack, evaluate
from casedesk.domain.records import CaseFile
from casedesk.domain.views.criteria import CriteriaResult
from casedesk.services.families import family_named
from casedesk.services.session import Session


def criteria_of_family(
    session: Session, ref: str, *, as_at: date | None = None, programme: str | None = None
) -> CriteriaResult:
    """One family's criteria as at a day (today), under a pack (the family's own, else the
    vault's). The reading is in the access log.

    Raises `NotFound` for an unknown reference, `UsageError` for an unknown programme.
    """
    if programme is not None:
        session.packs.get(programme)
    with session.store.unit_of_work(session.worker) as uow:
        family = family_named(uow, ref)
        case = uow.case_file(family.id)
        uow.log_access("read criteria", family.id)
    pack = pack_for(session, case, programme)
    return evaluate(case, pack, as_at or session.today, session.catalogue)


def criteria_of_all(
    session: Session, *, as_at: date | None = None, programme: str | None = None
) -> Iterator[CriteriaResult]:
    """Every family's criteria, closed ones too, in order of reference."""
    if programme is not None:
        session.packs.get(programme)
    day = as_at or session.today
    with session.store.unit_of_work(session.worker) as uow:
        uow.log_access("read criteria", None, "all families")
    with session.store.read() as reading:
        for case in reading.case_files():
            yield evaluate(case, pack_for(session, case, programme), day, session.catalogue)


def pack_for(session: Session, case: CaseFile, programme: str | None) -> Pack:
    """The pack asked for, else the family's own, else the vault's.

    A family whose own pack is not loaded is read under the vault's.
    """
    if programme is not None:
        return session.packs.get(programme)
    current = case.current_involvement
    own = current.programme if current is not None else None
    if own is not None and own in session.packs.packs:
        return session.packs.packs[own]
    return session.packs.get(session.programme)
