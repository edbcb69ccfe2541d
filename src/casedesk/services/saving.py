"""One save: a unit of work on one family that gives back what changed and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.records import CaseFile, Family, Record
from casedesk.domain.views.saved import Saved, Undo
from casedesk.services.session import Session
from casedesk.storage.chain import Head
from casedesk.storage.unit_of_work import UnitOfWork

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Saving:
    """A save that is under way on the family of `case`, as it was before."""

    uow: UnitOfWork
    case: CaseFile
    before: Head

    @property
    def family(self) -> Family:
        return self.case.family

    def done(
        self,
        record: R,
        sentence: str,
        *also: Record,
        undo: bool = True,
        warnings: Sequence[str] = (),
    ) -> Saved[R]:
        """What was saved; call it last, within the save. `also` are other records written."""
        after = self.uow.head()
        handle = Undo(after.device, self.before.sequence + 1, after.sequence, sentence)
        changed = after.sequence > self.before.sequence
        return Saved(
            record=record,
            family_ref=self.family.ref,
            sentence=sentence,
            kinds=frozenset(type(one).__name__ for one in (record, *also)),
            undo=handle if undo and changed else None,
            warnings=tuple(warnings),
        )


@contextmanager
def saving(session: Session, ref: str) -> Iterator[Saving]:
    """A save on the family with a reference. Raises `NotFound`."""
    with session.store.unit_of_work(session.worker) as uow:
        yield Saving(uow, uow.case_file(uow.family_by_ref(ref).id), uow.head())


@contextmanager
def saving_over(
    session: Session, kind: type[R], record_id: str, version: int | None = None
) -> Iterator[tuple[Saving, R]]:
    """A save over one record, with the record as it is now.

    `version` is the one the screen shows: with a newer one in the vault the save is refused
    (`InvalidRecord`). Raises `NotFound` when the record is gone.
    """
    with session.store.unit_of_work(session.worker) as uow:
        record = uow.get(kind, record_id)
        require_version(record, version)
        family_id = record.id if isinstance(record, Family) else getattr(record, "family_id", "")
        yield Saving(uow, uow.case_file(family_id), uow.head()), record


def require_version(record: Record, version: int | None) -> None:
    """Raise `InvalidRecord` when the record was saved since the screen read it."""
    if version is not None and record.version != version:
        raise InvalidRecord(
            "The record was changed since it was opened: open it again and repeat your change."
        )
