"""The progress report: the first in a process, later ones, and many, beside bare ReportLab."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from benchmarks.bare_report import bare_pdf
from benchmarks.caseload import TODAY
from benchmarks.fresh import alternate_fresh
from benchmarks.measuring import Row, alternate, median
from casedesk.demo import caseload
from casedesk.domain.views.progress import ProgressReport
from casedesk.services.criteria import pack_for
from casedesk.services.demonstration import demonstration
from casedesk.services.families import family_named
from casedesk.services.reporting import compose, write_progress_report
from casedesk.services.session import Session
from casedesk.services.sharing import gate_of
from casedesk.system.resources import resources_folder

FAMILY = "CD-0412"
RECIPIENT = "family"
READER = "P-1"
FIRST_SECONDS, LATER_SECONDS, RATIO = 0.700, 0.250, 2.0
FLAT = 1.25
"""How much dearer one of many may be and still be called the same."""


def run(folder: Path, *, small: bool) -> list[Row]:
    """A six-page report of one made-up family, alone and repeated."""
    fonts = resources_folder() / "fonts"
    few, many = (2, 10) if small else (10, 100)
    rows: list[Row] = []
    first = alternate_fresh(("report",), ("bare-report",))
    with one_family() as session:
        from casedesk.reports.progress import progress_pdf  # as the program does, when needed

        report = sample_report(session)
        size = f"{_pages(progress_pdf(report, fonts))} pages"
        is_bare = f"bare ReportLab, {_pages(bare_pdf(report, fonts))} pages"
        later = alternate(
            partial(progress_pdf, report, fonts), partial(bare_pdf, report, fonts), rounds=15
        )
        rows += [
            Row("report: first in a process", size, *first, is_bare, FIRST_SECONDS, RATIO),
            Row("report: later", size, *later, is_bare, LATER_SECONDS, RATIO),
        ]
        whole = partial(_write, session, folder / "report.pdf")
        rows.append(
            Row(
                "report: from the vault to the file, logged",
                size,
                median(whole, rounds=9),
                budget_seconds=LATER_SECONDS,
            )
        )
        each_of_many, each_of_few = alternate(
            partial(_repeat, whole, many), partial(_repeat, whole, few)
        )
    rows.append(
        Row(
            "report: each of many",
            f"{many} reports",
            each_of_many / many,
            each_of_few / few,
            f"each of {few}",
            budget_ratio=FLAT,
        )
    )
    return rows


@contextmanager
def one_family() -> Iterator[Session]:
    """A vault with the family whose report is made."""
    with demonstration(caseload(families=1, today=TODAY), TODAY) as session:
        yield session


def sample_report(session: Session) -> ProgressReport:
    """What the family's own report says."""
    with session.store.read() as reading:
        case = reading.case_file(family_named(reading, FAMILY).id)
        gate = gate_of(
            session,
            reading,
            case,
            recipient=RECIPIENT,
            purpose="support",
            as_at=TODAY,
            reader=READER,
        )
    pack = pack_for(session, case, None)
    return compose(
        session, case, gate, pack=pack, preview=False, council=None, say_withheld=False
    ).report


def _write(session: Session, target: Path) -> None:
    write_progress_report(session, FAMILY, target, recipient=RECIPIENT, reader=READER)


def _repeat(work: partial[None], times: int) -> None:
    for _ in range(times):
        work()


def _pages(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)
