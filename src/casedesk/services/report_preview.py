"""The report screen: what would go and what stays behind, a preview, saving and printing.

Nothing is in a report but what the gate permits (docs/consent.md, What a report is made of).
A preview is watermarked and stands in the access log only; what is saved or printed has its
entry in the sharing log.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casedesk.domain.errors import NothingToSend, UsageError
from casedesk.domain.gate import GateItem, GateResult
from casedesk.domain.records import CaseFile
from casedesk.domain.views.progress import ProgressReport
from casedesk.domain.views.report_preview import ReportChoices, ReportLook, SentReport
from casedesk.services.criteria import pack_for
from casedesk.services.departure import hand_over, send_file
from casedesk.services.report_look import (
    PRINTED,
    SAVED,
    departure_of,
    gate_for,
    let_go_here,
    look_of,
    no_report,
    sent_report,
)
from casedesk.services.report_sections import only_sections, printed_items, sections_with_something
from casedesk.services.reporting import ReportAnswer, compose, with_choices
from casedesk.services.session import COUNCIL, WITHHELD_SENTENCE, Session
from casedesk.storage.reader import Reader
from casedesk.system.resources import resources_folder

WHAT = "The report"


@dataclass(frozen=True)
class _Made:
    """A report that was put together: its family's id, and what it was made from."""

    case: CaseFile
    gate: GateResult
    answer: ReportAnswer
    report: ProgressReport

    @property
    def sent(self) -> tuple[GateItem, ...]:
        return printed_items(self.case, self.answer.sent, self.report)


def look_at_report(session: Session, ref: str, choices: ReportChoices) -> ReportLook:
    """What would go and what would not, before anything is made; nothing is logged.

    Where there can be no report `refusal` says why. Raises `NotFound` for a family that is
    not there.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        try:
            asked = gate_for(session, reading, case, choices)
        except UsageError as error:
            return no_report(session, case, choices, error.sentence)
        settings = _settings(reading)
    gate = with_choices(asked, let_go_here(asked, choices.let_go))
    refusal: str | None = None
    sections: tuple[tuple[str, str], ...] = ()
    try:
        answer = _compose(session, case, gate, choices, settings, preview=True)
        sections = sections_with_something(answer.report)
    except NothingToSend as error:
        refusal = error.sentence
    return look_of(session, case, choices, asked, gate, refusal=refusal, sections=sections)


def preview_pdf(session: Session, ref: str, choices: ReportChoices) -> bytes:
    """The report as a watermarked PDF, in memory; the reading is in the access log.

    Raises `NothingToSend` when nothing may go, `UsageError`, `NotFound`.
    """
    made = _make(session, ref, choices, "previewed a report", preview=True)
    return _pdf(made.report)


def save_report(session: Session, ref: str, choices: ReportChoices, target: Path) -> SentReport:
    """Write the report to `target` as one disclosure. Raises as `preview_pdf`, `FileProblem`."""
    made = _make(session, ref, choices, "made a report", preview=False)
    data = _pdf(made.report)
    entry = send_file(session, departure_of(made.case, choices, made.sent, SAVED), target, data)
    return sent_report(session, choices, entry, data, len(made.sent), what=WHAT, target=target)


def print_report(
    session: Session, ref: str, choices: ReportChoices, hand: Callable[[bytes], None]
) -> SentReport:
    """Give the report to `hand`, which prints it, as one disclosure.

    The entry is pending until `hand` is done, and failed when it raises. Raises as
    `preview_pdf`, and what `hand` raises.
    """
    made = _make(session, ref, choices, "printed a report", preview=False)
    data = _pdf(made.report)
    entry = hand_over(session, departure_of(made.case, choices, made.sent, PRINTED), data, hand)
    return sent_report(session, choices, entry, data, len(made.sent), what=WHAT, target=None)


def _make(
    session: Session, ref: str, choices: ReportChoices, action: str, *, preview: bool
) -> _Made:
    with session.store.unit_of_work(session.worker) as uow:
        case = uow.case_file(uow.family_by_ref(ref).id)
        asked = gate_for(session, uow, case, choices)
        settings = _settings(uow)
        uow.log_access(action, case.family.id, choices.recipient)
    gate = with_choices(asked, let_go_here(asked, choices.let_go))
    answer = _compose(session, case, gate, choices, settings, preview=preview)
    return _Made(case, gate, answer, only_sections(answer.report, choices.sections))


def _settings(reading: Reader) -> tuple[str | None, bool]:
    return reading.setting(COUNCIL), bool(reading.setting(WITHHELD_SENTENCE))


def _compose(
    session: Session,
    case: CaseFile,
    gate: GateResult,
    choices: ReportChoices,
    settings: tuple[str | None, bool],
    *,
    preview: bool,
) -> ReportAnswer:
    council, say_withheld = settings
    return compose(
        session,
        case,
        gate,
        pack=pack_for(session, case, choices.programme),
        preview=preview,
        council=council,
        say_withheld=say_withheld,
    )


def _pdf(report: ProgressReport) -> bytes:
    from casedesk.reports.progress import progress_pdf  # ReportLab is slow to import

    return progress_pdf(report, resources_folder() / "fonts")
