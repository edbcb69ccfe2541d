"""Drafts of forms: every word typed is on disk before it is saved (docs/architecture.md, Drafts).

A draft belongs to one form of one family and record. It goes in the very transaction that
saves the form, so that it can neither be lost nor come back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

from casedesk.domain.views.drafts import Draft, DraftKey
from casedesk.services.session import Session
from casedesk.storage.drafts import draft_at, drafts_kept, drop_draft, put_drafts
from casedesk.storage.unit_of_work import UnitOfWork

__all__ = [
    "Draft",
    "DraftKey",
    "all_drafts",
    "discard_draft",
    "draft_of",
    "drafts_of",
    "finishing",
    "keep_draft",
    "keep_drafts",
    "put_back_draft",
    "write_draft",
]

LAST_PLACE = "last place"
"""Where the worker was when the vault locked is kept beside the drafts; it is none of them."""
_ASIDE = " set aside "
"""Between a record and the instant of a draft of its form that something newer was typed over."""


def keep_draft(
    session: Session,
    key: DraftKey,
    contents: Mapping[str, Any],
    *,
    title: str,
    page: str,
    args: Mapping[str, Any],
) -> datetime:
    """Write what stands in a form over its draft; gives when (UTC), once it is on disk.

    `contents` is anything that JSON can hold; days and times become ISO text. `title`, `page`
    and `args` say what it is and where it is opened again. Raises `KnownError` when the disk
    does not take it.
    """
    written_at = session.clock.now()
    draft = Draft(
        key=key, contents=contents, title=title, page=page, args=args, written_at=written_at
    )
    keep_drafts(session, (draft,))
    return written_at


def keep_drafts(session: Session, written: Iterable[Draft]) -> None:
    """Write several forms' drafts at once, as when the vault locks. Raises as `keep_draft`."""
    with session.store.unit_of_work(session.worker) as uow:
        put_drafts(uow, written)


def write_draft(
    session: Session, draft: Draft, *, aside: bool = False, instead_of: DraftKey | None = None
) -> DraftKey | None:
    """Write one form's draft. Raises as `keep_draft`.

    With `aside` an older draft of the form that nobody has answered yet is not written over
    but set aside; gives the key that it has from now on. `instead_of` is a draft that goes,
    because its words are in this one.
    """
    moved = None
    with session.store.unit_of_work(session.worker) as uow:
        if instead_of is not None:
            drop_draft(uow, instead_of)
        before = draft_at(uow, draft.key) if aside else None
        if before is not None and before.contents != draft.contents:
            key = draft.key
            moved = replace(key, record=f"{key.record}{_ASIDE}{before.written_at.isoformat()}")
            put_drafts(uow, (replace(before, key=moved),))
        put_drafts(uow, (draft,))
    return moved


def draft_of(session: Session, key: DraftKey) -> Draft | None:
    """The draft of exactly this form, if there is one."""
    with session.store.read() as reading:
        return draft_at(reading, key)


def drafts_of(session: Session, key: DraftKey) -> tuple[Draft, ...]:
    """The drafts of this form, the newest first: its own and those that were set aside."""
    return tuple(one for one in all_drafts(session) if _form_of(one.key) == key)


def all_drafts(session: Session) -> tuple[Draft, ...]:
    """Every draft of a form in the vault, the newest first."""
    with session.store.read() as reading:
        return tuple(one for one in drafts_kept(reading) if one.key.form != LAST_PLACE)


def discard_draft(session: Session, key: DraftKey) -> Draft | None:
    """Remove a form's draft; gives it, so that it can be put back (`put_back_draft`)."""
    with session.store.unit_of_work(session.worker) as uow:
        kept = draft_at(uow, key)
        if kept is not None:
            drop_draft(uow, key)
    return kept


def put_back_draft(session: Session, draft: Draft) -> bool:
    """Put a discarded draft back as it was; not over one that was written since (False)."""
    with session.store.unit_of_work(session.worker) as uow:
        if draft_at(uow, draft.key) is not None:
            return False
        put_drafts(uow, (draft,))
    return True


@contextmanager
def finishing(session: Session, key: DraftKey) -> Iterator[None]:
    """What is saved within the block removes the form's draft in the same transaction.

    The draft stays where it is when nothing is saved, or the save is refused or fails. It
    holds for units of work of this thread.
    """

    def drop(uow: UnitOfWork) -> None:
        drop_draft(uow, key)

    with session.store.ending_with(drop):
        yield


def _form_of(key: DraftKey) -> DraftKey:
    return replace(key, record=key.record.partition(_ASIDE)[0])
