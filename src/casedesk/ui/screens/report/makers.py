"""What the report page can make: the progress report, one note, or the chronology."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from casedesk.domain.views.report_preview import ReportChoices, ReportLook, SentReport
from casedesk.services.note_printing import (
    Paper,
    look_at_paper,
    preview_paper,
    print_paper,
    save_paper,
)
from casedesk.services.report_preview import (
    look_at_report,
    preview_pdf,
    print_report,
    save_report,
)
from casedesk.services.session import Session

REPORT, NOTE, CHRONOLOGY = "Progress report", "Note", "Chronology"


@dataclass(frozen=True)
class Maker:
    """One family's paper. `title` is what it is called; `has_sections`: parts can be left out."""

    title: str
    has_sections: bool
    look: Callable[[ReportChoices], ReportLook]
    preview: Callable[[ReportChoices], bytes]
    save: Callable[[ReportChoices, Path], SentReport]
    print: Callable[[ReportChoices, Callable[[bytes], None]], SentReport]


def maker_of(session: Session, ref: str, paper: Paper | None) -> Maker:
    """What makes a family's paper; None is the progress report."""
    if paper is None:
        return Maker(
            REPORT,
            True,
            partial(look_at_report, session, ref),
            partial(preview_pdf, session, ref),
            partial(save_report, session, ref),
            partial(print_report, session, ref),
        )
    return Maker(
        CHRONOLOGY if paper.contact is None else NOTE,
        False,
        partial(look_at_paper, session, ref, paper),
        partial(preview_paper, session, ref, paper),
        partial(save_paper, session, ref, paper),
        partial(print_paper, session, ref, paper),
    )
