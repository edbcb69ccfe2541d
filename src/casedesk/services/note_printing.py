"""A note or the chronology on paper: for somebody, through the gate, into the sharing log.

The rules are those of the progress report (docs/consent.md, What a report is made of): only
items that the gate permits for the recipient, what names somebody unlisted only when the
worker lets it go, previews watermarked and in the access log only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from casedesk.domain.dates import long_date
from casedesk.domain.errors import NotFound, NothingToSend, UsageError
from casedesk.domain.gate import GateItem, GateResult, leave_out
from casedesk.domain.gate.people_items import PERSON
from casedesk.domain.gate.permitted_case import permitted_case
from casedesk.domain.records import CaseFile
from casedesk.domain.views.papers import ChronologyPaper, NotePaper, PaperLine
from casedesk.domain.views.progress import ChildWords, Cover
from casedesk.domain.views.report_preview import ReportChoices, ReportLook, SentReport
from casedesk.services.chronology import chronology_lines
from casedesk.services.criteria import pack_for
from casedesk.services.departure import hand_over, send_file
from casedesk.services.person_words import recipient_title
from casedesk.services.progress_contents import WITHHELD
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
from casedesk.services.reporting import cover_of, with_choices
from casedesk.services.session import COUNCIL, WITHHELD_SENTENCE, Session
from casedesk.services.timeline import contact_kind, contact_when
from casedesk.storage.reader import Reader
from casedesk.system.resources import resources_folder


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed: one note by its contact's id, or (None) the chronology."""

    contact: str | None = None

    @property
    def what(self) -> str:
        """How a sentence begins with it."""
        return "The chronology" if self.contact is None else "The note"


@dataclass(frozen=True)
class _Asked:
    """A family's case file, and the gate's answer about what is on the paper."""

    case: CaseFile
    asked: GateResult
    gate: GateResult
    council: str | None
    say_withheld: bool


def look_at_paper(session: Session, ref: str, paper: Paper, choices: ReportChoices) -> ReportLook:
    """What would go and what would not, before anything is made; nothing is logged.

    Where nothing can go `refusal` says why. Raises `NotFound` for a family or note that is not
    there.
    """
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
        try:
            made = _ask(session, reading, case, paper, choices)
        except UsageError as error:
            return no_report(session, case, choices, error.sentence)
    refusal: str | None = None
    try:
        _require_something(session, made, paper)
    except NothingToSend as error:
        refusal = error.sentence
    return look_of(session, case, choices, made.asked, made.gate, refusal=refusal)


def preview_paper(session: Session, ref: str, paper: Paper, choices: ReportChoices) -> bytes:
    """It as a watermarked PDF, in memory; the reading is in the access log.

    Raises `NothingToSend` when nothing may go, `UsageError`, `NotFound`.
    """
    made = _make(session, ref, paper, choices, "previewed")
    return _pdf(session, made, paper, preview=True)


def save_paper(
    session: Session, ref: str, paper: Paper, choices: ReportChoices, target: Path
) -> SentReport:
    """Write it to `target` as one disclosure. Raises as `preview_paper`, `FileProblem`."""
    made = _make(session, ref, paper, choices, "saved")
    data = _pdf(session, made, paper, preview=False)
    items = made.gate.allowed
    entry = send_file(session, departure_of(made.case, choices, items, SAVED), target, data)
    what = paper.what
    return sent_report(session, choices, entry, data, len(items), what=what, target=target)


def print_paper(
    session: Session,
    ref: str,
    paper: Paper,
    choices: ReportChoices,
    hand: Callable[[bytes], None],
) -> SentReport:
    """Give it to `hand`, which prints it, as one disclosure.

    The entry is pending until `hand` is done, and failed when it raises. Raises as
    `preview_paper`, and what `hand` raises.
    """
    made = _make(session, ref, paper, choices, "printed")
    data = _pdf(session, made, paper, preview=False)
    items = made.gate.allowed
    entry = hand_over(session, departure_of(made.case, choices, items, PRINTED), data, hand)
    return sent_report(session, choices, entry, data, len(items), what=paper.what, target=None)


def _make(session: Session, ref: str, paper: Paper, choices: ReportChoices, action: str) -> _Asked:
    with session.store.unit_of_work(session.worker) as uow:
        case = uow.case_file(uow.family_by_ref(ref).id)
        made = _ask(session, uow, case, paper, choices)
        what = "a chronology" if paper.contact is None else "a note"
        uow.log_access(f"{action} {what}", case.family.id, choices.recipient)
    _require_something(session, made, paper)
    return made


def _ask(
    session: Session, reading: Reader, case: CaseFile, paper: Paper, choices: ReportChoices
) -> _Asked:
    wanted = _wanted(session, case, paper)
    asked = _only(gate_for(session, reading, case, choices), wanted)
    gate = with_choices(asked, let_go_here(asked, choices.let_go))
    council = reading.setting(COUNCIL)
    return _Asked(case, asked, gate, council, bool(reading.setting(WITHHELD_SENTENCE)))


def _wanted(session: Session, case: CaseFile, paper: Paper) -> frozenset[str]:
    """The ids of the records that would be on the paper if everything may go."""
    if paper.contact is None:
        return frozenset(one.record_id for one in chronology_lines(case, session.catalogue, {}))
    if all(one.id != paper.contact for one in case.contacts):
        raise NotFound("That note is not in the vault any more: go back and choose another one.")
    return frozenset((paper.contact,))


def _only(gate: GateResult, wanted: Collection[str]) -> GateResult:
    """The answer about these records, and the names of people whom they themselves release."""
    other = [
        one.record_id for one in gate.allowed if one.kind != PERSON and one.record_id not in wanted
    ]
    left = leave_out(gate, other)

    def kept(items: tuple[GateItem, ...]) -> tuple[GateItem, ...]:
        return tuple(
            one for one in items if (one.allowed if one.kind == PERSON else one.record_id in wanted)
        )

    return replace(left, items=kept(left.items), others=kept(left.others))


def _require_something(session: Session, made: _Asked, paper: Paper) -> None:
    gate = made.gate
    if any(one.kind != PERSON for one in gate.allowed):
        return
    on = long_date(gate.as_at)
    whom = recipient_title(gate.recipient, session.catalogue)
    if paper.contact is None:
        raise NothingToSend(
            f"Nothing in the chronology of {gate.family} may go to {whom} as at {on}: "
            "record a consent or a sharing decision first."
        )
    reasons = "; ".join(one.reason for one in gate.withheld if one.kind != PERSON)
    why = f" ({reasons})" if reasons else f": it is of a later day than {on}"
    raise NothingToSend(f"This note may not go to {whom}{why}.")


def _pdf(session: Session, made: _Asked, paper: Paper, *, preview: bool) -> bytes:
    cover = cover_of(session, made.case, made.gate, None, made.council)
    notes = (WITHHELD,) if made.say_withheld and made.gate.withheld else ()
    kept = permitted_case(made.case, made.gate)
    fonts = resources_folder() / "fonts"
    if paper.contact is None:
        from casedesk.reports.chronology import chronology_pdf  # ReportLab is slow to import

        titles = {one.id: one.title for one in pack_for(session, made.case, None).criteria}
        lines = tuple(
            PaperLine(
                on=one.on,
                title=one.title,
                text=one.text,
                impact=one.impact,
                people=one.people,
                source=one.source,
            )
            for one in chronology_lines(kept, session.catalogue, titles)
            if one.on <= made.gate.as_at
        )
        printed = ChronologyPaper(cover=cover, preview=preview, lines=lines, notes=notes)
        return chronology_pdf(printed, fonts)
    from casedesk.reports.note import note_pdf  # ReportLab is slow to import

    return note_pdf(_note(kept, cover, notes, preview=preview), fonts)


def _note(kept: CaseFile, cover: Cover, notes: tuple[str, ...], *, preview: bool) -> NotePaper:
    (contact,) = kept.contacts
    people = kept.person_by_id

    def called(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(people[one].called for one in ids if one in people)

    return NotePaper(
        cover=cover,
        preview=preview,
        kind=contact_kind(contact.kind),
        when=contact_when(contact),
        by=contact.by,
        people=called(contact.people),
        seen=called(contact.children_seen),
        seen_alone=called(contact.seen_alone),
        also_present=contact.also_present,
        text=contact.text,
        said=tuple(
            ChildWords(
                on=contact.on,
                name=people[who].called if who is not None and who in people else None,
                words=words,
            )
            for who, words in contact.child_voice
        ),
        notes=notes,
    )
