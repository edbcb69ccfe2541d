"""The progress report: made of what the gate permits, logged, and put in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from casedesk.domain.dates import long_date
from casedesk.domain.errors import NothingToSend, UsageError
from casedesk.domain.gate import GateItem, GateQuestion, GateResult, leave_out, naming_unlisted
from casedesk.domain.programmes import Pack, evaluate
from casedesk.domain.records import CaseFile
from casedesk.domain.views.progress import Cover, ProgressReport
from casedesk.services.criteria import pack_for
from casedesk.services.departure import Departure, send_file, write_preview
from casedesk.services.families import family_named
from casedesk.services.progress_contents import progress_contents
from casedesk.services.progress_criteria import shown_criteria
from casedesk.services.session import COUNCIL, WITHHELD_SENTENCE, Session
from casedesk.services.settings import read_settings
from casedesk.services.sharing import check_question, gate_of
from casedesk.system.resources import resources_folder

ALL = "all"
ALWAYS_PRINTED = ("contact", "goal", "action", "person", "assessment", "review")


@dataclass(frozen=True)
class MadeReport:
    """A report that was made and put in its place.

    `gate` is the answer it was made from: what was withheld is for the worker's eyes.
    `disclosure` is the sharing log's entry, None for a preview.
    """

    family: str
    recipient: str
    target: Path
    gate: GateResult
    disclosure: str | None

    def sentence(self) -> str:
        """What was done, for a terminal."""
        if self.disclosure is None:
            return f"Wrote a preview to {self.target}; nothing is logged as shared."
        return f"Wrote the report for {self.recipient} to {self.target}; it is in the sharing log."

    def withheld_lines(self) -> Iterator[str]:
        """What was left out and why, a line each."""
        for item in self.gate.withheld:
            yield f"Left out: {item.kind} {item.id}: {item.reason}"

    def as_dict(self) -> dict[str, Any]:
        """The answer for JSON."""
        return {
            "family": self.family,
            "recipient": self.recipient,
            "purpose": self.gate.purpose,
            "as_at": self.gate.as_at.isoformat(),
            "file": str(self.target),
            "preview": self.disclosure is None,
            "disclosure": self.disclosure,
            "withheld": [item.as_dict() for item in self.gate.withheld],
        }


@dataclass(frozen=True)
class ReportAnswer:
    """A report ready to print, and what it was made from."""

    report: ProgressReport
    gate: GateResult
    sent: tuple[GateItem, ...]


def write_progress_report(
    session: Session,
    ref: str,
    target: Path,
    *,
    recipient: str,
    reader: str | None = None,
    as_at: date | None = None,
    preview: bool = False,
    programme: str | None = None,
    purpose: str = "support",
    named_person: str | None = None,
    include_named: Sequence[str] = (),
) -> MadeReport:
    """Make one family's progress report for a recipient and write it to `target` as PDF.

    Only what the gate permits is in it. An item whose words name a member who is not among
    its people stays behind unless its id (or `all`) is in `include_named`. A preview is
    watermarked and stands in the access log only; anything else is a disclosure.

    Raises `NothingToSend` when nothing may go, `NotFound` and `UsageError` for what is not
    known, `FileProblem` when the file cannot be written.
    """
    from casedesk.reports.progress import progress_pdf  # ReportLab is slow to import

    day = as_at or session.today
    with session.store.unit_of_work(session.worker) as uow:
        family = family_named(uow, ref)
        case = uow.case_file(family.id)
        gate = gate_of(
            session, uow, case, recipient=recipient, purpose=purpose, as_at=day, reader=reader
        )
        settings = {key: uow.setting(key) for key in (COUNCIL, WITHHELD_SENTENCE)}
        uow.log_access("previewed a report" if preview else "made a report", family.id, recipient)
    answer = compose(
        session,
        case,
        with_choices(gate, include_named),
        pack=pack_for(session, case, programme),
        preview=preview,
        council=settings[COUNCIL],
        say_withheld=bool(settings[WITHHELD_SENTENCE]),
    )
    data = progress_pdf(answer.report, resources_folder() / "fonts")
    if preview:
        write_preview(target, data)
        return MadeReport(family.ref, recipient, target, answer.gate, None)
    departure = Departure(
        family_id=family.id,
        recipient=recipient,
        purpose=purpose,
        items=[item.as_dict() for item in answer.sent],
        named_person=named_person,
    )
    entry = send_file(session, departure, target, data)
    return MadeReport(family.ref, recipient, target, answer.gate, entry)


def compose(
    session: Session,
    case: CaseFile,
    gate: GateResult,
    *,
    pack: Pack,
    preview: bool,
    council: str | None,
    say_withheld: bool,
) -> ReportAnswer:
    """Fill the report from a gate's answer. Raises `NothingToSend` when nothing may go."""
    if gate.nothing_may_go:
        raise NothingToSend(
            f"Nothing about {case.family.ref} may go to {gate.recipient} for {gate.purpose} as at "
            f"{long_date(gate.as_at)}, so there is no report: record a consent or a sharing "
            f"decision first."
        )
    now = evaluate(case, pack, gate.as_at, session.catalogue)
    shown = shown_criteria(case, gate, pack, now, session.catalogue)
    report = progress_contents(
        case,
        gate,
        pack,
        now,
        shown,
        cover_of(session, case, gate, pack.title, council),
        preview=preview,
        say_withheld=say_withheld,
    )
    sent = tuple(
        item
        for item in gate.allowed
        if item.kind in ALWAYS_PRINTED or item.record_id in shown.behind
    )
    return ReportAnswer(report, gate, sent)


def with_choices(gate: GateResult, include_named: Sequence[str]) -> GateResult:
    """The gate's answer without the items that name somebody unlisted and were not let go.

    `include_named` are record ids, references, `kind/reference` where one reference stands
    for several items, or `all`. Raises `UsageError` for one that is no item, or several.
    """
    naming = naming_unlisted(gate)
    let_go = {item.record_id for item in naming} if ALL in include_named else set()
    for chosen in include_named:
        if chosen != ALL:
            let_go.add(_chosen_item(gate, chosen).record_id)
    for item in naming:
        if item.record_id in let_go:
            continue
        names = " and ".join(item.names_unlisted)
        gate = leave_out(
            gate, [item.record_id], f"its words name {names}, who is not among its people"
        )
    return gate


def _chosen_item(gate: GateResult, chosen: str) -> GateItem:
    found = [
        item for item in gate.every if chosen in (item.record_id, item.id, f"{item.kind}/{item.id}")
    ]
    if not found:
        raise UsageError(f"“{chosen}” is no item of this report; `casedesk gate` lists them.")
    if len(found) > 1:
        known = " or ".join(f"{item.kind}/{item.id}" for item in found)
        raise UsageError(f"“{chosen}” stands for several items; say {known}.")
    return found[0]


def cover_of(
    session: Session, case: CaseFile, gate: GateResult, programme: str | None, council: str | None
) -> Cover:
    """Who it is about, for whom, as at when, and where whoever prepares it is reached.

    Raises `UsageError` for an unknown recipient.
    """
    current = case.current_involvement
    question = GateQuestion(gate.recipient, gate.purpose, gate.as_at, gate.reader)
    reader = case.person_by_id.get(gate.reader or "")
    organisation = gate.recipient.partition("/")[2].strip()
    name = case.family.name
    settings = read_settings(session)
    return Cover(
        family_name=name[: -len(" family")] if name.casefold().endswith(" family") else name,
        family_ref=case.family.ref,
        recipient=check_question(session, case, question),
        organisation=organisation or None,
        reader=reader.full_name if reader is not None else None,
        as_at=gate.as_at,
        keyworker=current.keyworker if current is not None else None,
        programme=programme,
        council=council,
        team=current.team if current is not None else None,
        phone=settings.phone or None,
        email=settings.email or None,
    )
