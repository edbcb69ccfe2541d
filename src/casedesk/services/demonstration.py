"""A throw-away vault filled with the made-up caseload."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from casedesk.domain.errors import InvalidRecord
from casedesk.domain.records import Membership
from casedesk.domain.views.diary import PlanEntry
from casedesk.interchange.workbook.parsing import parse_rows
from casedesk.interchange.workbook.raw import RawSheet, RawWorkbook
from casedesk.services import vaults
from casedesk.services.demonstration_around import fill_around
from casedesk.services.importing import import_parsed, known_lists
from casedesk.services.planned_visits import plan_visit
from casedesk.services.session import Session, open_session
from casedesk.storage.kdf_cost import LEAST_COST

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows of the case workbook by sheet, each a mapping of column to value."""

WORKER = "Jo Hebden"
PLANNED_VISITS = "Planned visits"


@contextmanager
def demonstration_vault(rows: Rows, today: date) -> Iterator[tuple[Path, str]]:
    """The folder and passphrase of a vault that holds `rows`; it is gone at the end.

    Raises `InvalidRecord` when the rows break a rule of the workbook.
    """
    passphrase = secrets.token_urlsafe(24)
    with tempfile.TemporaryDirectory(prefix="casedesk-demo-") as place:
        folder = Path(place) / "vault"
        vaults.create(
            folder,
            name=WORKER,
            role="keyworker",
            passphrase=passphrase,
            use_keyring=False,
            cost=LEAST_COST,
        )
        with open_session(folder, lambda: passphrase, today=today) as session:
            fill(session, rows)
        yield folder, passphrase


@contextmanager
def demonstration(rows: Rows, today: date) -> Iterator[Session]:
    """An open vault that holds `rows` and nothing else; it is gone at the end."""
    with (
        demonstration_vault(rows, today) as (folder, passphrase),
        open_session(folder, lambda: passphrase, today=today) as session,
    ):
        yield session


def fill(session: Session, rows: Rows) -> None:
    """Import rows into a vault, and then what stands `beside` them, for which the workbook has
    no sheet. Raises `InvalidRecord` naming the first mistake."""
    lists = known_lists(session.catalogue, session.packs, session.today)
    outcome = import_parsed(session, parse_rows(_workbook(rows), lists))
    if outcome.errors:
        raise InvalidRecord(f"The made-up caseload is not valid: {outcome.errors[0]}")
    beside: Rows = getattr(rows, "beside", {})
    for row in beside.get(PLANNED_VISITS, ()):
        _plan(session, row)
    fill_around(session, beside)


def _plan(session: Session, row: Mapping[str, Any]) -> None:
    values = {name: value for name, value in row.items() if name != "family_ref"}
    ref = row["family_ref"]
    with session.store.unit_of_work(session.worker) as uow:
        family = uow.family_by_ref(ref)
        ids = {one.ref: one.person_id for one in uow.records_of(Membership, family.id)}
    values["people"] = tuple(ids[one] for one in row["people"])
    plan_visit(session, ref, PlanEntry(**values))


def _workbook(rows: Rows) -> RawWorkbook:
    book = RawWorkbook("made-up caseload")
    for name, sheet in rows.items():
        columns = tuple(dict.fromkeys(column for row in sheet for column in row))
        cells = [
            (number, [row.get(column) for column in columns])
            for number, row in enumerate(sheet, start=2)
        ]
        book.sheets[name] = RawSheet(name, columns, cells)
    return book
