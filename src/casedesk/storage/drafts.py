"""The drafts of forms, beside the case file: one row a form, with no journal entry.

Contents are JSON in ASCII, so that anything that can be typed or pasted comes back as it was,
half a character included.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, insert, select

from casedesk.domain.views.drafts import Draft, DraftKey
from casedesk.storage.reader import Reader
from casedesk.storage.tables import drafts
from casedesk.storage.unit_of_work import UnitOfWork

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def put_drafts(uow: UnitOfWork, written: Iterable[Draft]) -> None:
    """Writes drafts over the ones of the same forms.

    Raises `TypeError` for contents that JSON cannot hold (days and times become ISO text).
    """
    for one in written:
        row = {
            "form": one.key.form,
            "family": one.key.family,
            "record": one.key.record,
            "title": one.title,
            "page": one.page,
            "args": _json(one.args),
            "contents": _json(one.contents),
            "written_at": (one.written_at - _EPOCH) // _MICROSECOND,
        }
        drop_draft(uow, one.key)
        with uow._recorder.all_or_nothing():
            uow._connection.execute(insert(drafts), row)


def drop_draft(uow: UnitOfWork, key: DraftKey) -> None:
    """Removes the draft of a form, where there is one."""
    with uow._recorder.all_or_nothing():
        uow._connection.execute(delete(drafts).where(_of(key)))


def draft_at(reading: Reader, key: DraftKey) -> Draft | None:
    """The draft of a form."""
    row = reading._connection.execute(select(drafts).where(_of(key))).one_or_none()
    return None if row is None else _draft(row)


def drafts_kept(reading: Reader) -> Sequence[Draft]:
    """Every draft, the newest first."""
    newest = (drafts.c.written_at.desc(), drafts.c.form, drafts.c.family, drafts.c.record)
    return [_draft(row) for row in reading._connection.execute(select(drafts).order_by(*newest))]


def _of(key: DraftKey) -> ColumnElement[bool]:
    columns = drafts.c
    return and_(
        columns.form == key.form, columns.family == key.family, columns.record == key.record
    )


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        key=DraftKey(row.form, row.family, row.record),
        contents=json.loads(row.contents),
        title=row.title,
        page=row.page,
        args=json.loads(row.args),
        written_at=_EPOCH + row.written_at * _MICROSECOND,
    )


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(dict(value), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"a draft cannot hold {type(value).__name__}")
