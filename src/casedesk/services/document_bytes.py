"""The bytes of documents that were removed: kept for 30 days, then gone for good.

Backups made before still hold them (docs/architecture.md, Documents).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from casedesk.domain.plan import counted
from casedesk.storage.document_queries import drop_blobs, removed_since, unnamed_blobs
from casedesk.storage.store import CaseStore

KEPT_FOR = timedelta(days=30)
SWEEPER = "CaseDesk, at start"


def drop_removed_bytes(store: CaseStore, now: datetime) -> int:
    """Delete the bytes of documents that were removed over 30 days before `now`; how many."""
    with store.read() as reading:
        unnamed = unnamed_blobs(reading)
        if not unnamed:
            return 0
        kept = removed_since(reading, round((now - KEPT_FOR).timestamp() * 1_000_000))
    gone = [one for one in unnamed if one not in kept]
    if gone:
        with store.unit_of_work(SWEEPER) as uow:
            drop_blobs(uow, gone)
            uow.log_access("erased document", None, f"{counted(len(gone), 'file')} removed before")
    return len(gone)
