"""The report screen: what would go and what stays behind, a preview, saving and printing.

Nothing is in a report but what the gate permits (docs/consent.md, What a report is made of).
A preview is watermarked and stands in the access log only; what is saved or printed has its
entry in the sharing log.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from casedesk.domain.errors import NothingToSend, UsageError
from casedesk.domain.gate import GateItem, GateResult, naming_unlisted
from casedesk.domain.records import CaseFile
from casedesk.domain.views.progress import ProgressReport
from casedesk.domain.views.report_preview import (
    LeftOutGroup,
    LeftOutItem,
    NamesTick,
    ReportChoices,
    ReportLook,
    SentReport,
)
from casedesk.services.criteria import pack_for
from casedesk.services.departure import Departure, hand_over, send_file
from casedesk.services.item_words import ItemWords, words_of_items
from casedesk.services.person_words import recipient_title
from casedesk.services.report_sections import only_sections, printed_items, sections_with_something
from casedesk.services.reporting import ReportAnswer, compose, with_choices
from casedesk.services.session import COUNCIL, WITHHELD_SENTENCE, Session
from casedesk.services.sharing import gate_of
from casedesk.services.sharing_log import bases_in_words
from casedesk.storage.reader import Reader
from casedesk.system.resources import resources_folder

PRINTED, SAVED = "printed", "saved"
NAMES_GROUP = "Names and dates of birth"
_NO_WORDS = ItemWords("")


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
            asked = _ask(session, reading, case, choices)
        except UsageError as error:
            return _nothing(session, case, choices, error.sentence)
        settings = _settings(reading)
    gate = with_choices(asked, _known(asked, choices.let_go))
    refusal: str | None = None
    sections: tuple[tuple[str, str], ...] = ()
    try:
        answer = _compose(session, case, gate, choices, settings, preview=True)
        sections = sections_with_something(answer.report)
    except NothingToSend as error:
        refusal = error.sentence
    words = words_of_items(case, session.catalogue)
    return ReportLook(
        family_ref=case.family.ref,
        family_name=case.family.name,
        recipient_title=recipient_title(choices.recipient, session.catalogue),
        as_at=gate.as_at,
        refusal=refusal,
        going=len(gate.allowed),
        groups=_groups(session, gate),
        left_out=tuple(_left_out(session, case, one, words) for one in gate.withheld),
        ticks=tuple(_tick(one, words, choices) for one in naming_unlisted(asked)),
        sections=sections,
        notes=gate.notes,
        bases=bases_in_words(one.because for one in gate.allowed),
    )


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
    entry = send_file(session, _departure(made, choices, SAVED), target, data)
    return _sent(session, made, choices, entry, data, target)


def print_report(
    session: Session, ref: str, choices: ReportChoices, hand: Callable[[bytes], None]
) -> SentReport:
    """Give the report to `hand`, which prints it, as one disclosure.

    The entry is pending until `hand` is done, and failed when it raises. Raises as
    `preview_pdf`, and what `hand` raises.
    """
    made = _make(session, ref, choices, "printed a report", preview=False)
    data = _pdf(made.report)
    entry = hand_over(session, _departure(made, choices, PRINTED), data, hand)
    return _sent(session, made, choices, entry, data, None)


def _make(
    session: Session, ref: str, choices: ReportChoices, action: str, *, preview: bool
) -> _Made:
    with session.store.unit_of_work(session.worker) as uow:
        case = uow.case_file(uow.family_by_ref(ref).id)
        asked = _ask(session, uow, case, choices)
        settings = _settings(uow)
        uow.log_access(action, case.family.id, choices.recipient)
    gate = with_choices(asked, _known(asked, choices.let_go))
    answer = _compose(session, case, gate, choices, settings, preview=preview)
    return _Made(case, gate, answer, only_sections(answer.report, choices.sections))


def _ask(session: Session, reading: Reader, case: CaseFile, choices: ReportChoices) -> GateResult:
    return gate_of(
        session,
        reading,
        case,
        recipient=choices.recipient,
        purpose=choices.purpose,
        as_at=choices.as_at,
        reader=choices.reader,
    )


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


def _known(gate: GateResult, let_go: frozenset[str]) -> list[str]:
    """The ticks that are about items of this answer: a tick for another day means nothing."""
    return [one.record_id for one in gate.every if one.record_id in let_go]


def _pdf(report: ProgressReport) -> bytes:
    from casedesk.reports.progress import progress_pdf  # ReportLab is slow to import

    return progress_pdf(report, resources_folder() / "fonts")


def _departure(made: _Made, choices: ReportChoices, how: str) -> Departure:
    return Departure(
        family_id=made.case.family.id,
        recipient=choices.recipient,
        purpose=choices.purpose,
        items=[item.as_dict() for item in made.sent],
        named_person=choices.named_person,
        how=how,
    )


def _sent(
    session: Session,
    made: _Made,
    choices: ReportChoices,
    entry: str,
    data: bytes,
    target: Path | None,
) -> SentReport:
    how = PRINTED if target is None else SAVED
    title = recipient_title(choices.recipient, session.catalogue)
    return SentReport(
        entry=entry,
        recipient=title,
        how=how,
        items=len(made.sent),
        sha256=sha256(data).hexdigest(),
        target=None if target is None else str(target),
        sentence=f"The report for {title} is {how}, and in the sharing log.",
    )


def _nothing(session: Session, case: CaseFile, choices: ReportChoices, sentence: str) -> ReportLook:
    day: date = choices.as_at or session.today
    return ReportLook(
        family_ref=case.family.ref,
        family_name=case.family.name,
        recipient_title=recipient_title(choices.recipient, session.catalogue),
        as_at=day,
        refusal=sentence,
        going=0,
        groups=(),
        left_out=(),
        ticks=(),
        sections=(),
        notes=(),
        bases=(),
    )


def _groups(session: Session, gate: GateResult) -> tuple[LeftOutGroup, ...]:
    counts = Counter(title for item in gate.withheld for title in _titles(session, item)[:1])
    return tuple(LeftOutGroup(title, count) for title, count in counts.most_common())


def _titles(session: Session, item: GateItem) -> tuple[str, ...]:
    known = session.catalogue.categories
    titles = tuple(known[one].title if one in known else one for one in item.categories)
    return titles or (NAMES_GROUP,)


def _left_out(
    session: Session, case: CaseFile, item: GateItem, words: Mapping[str, ItemWords]
) -> LeftOutItem:
    return LeftOutItem(
        id=item.id,
        kind=item.kind,
        what=words.get(item.record_id, _NO_WORDS).what,
        people=tuple(_called(case, item)),
        categories=_titles(session, item),
        on=item.on,
        reason=item.reason,
    )


def _called(case: CaseFile, item: GateItem) -> Iterator[str]:
    for person_id in item.people:
        if person_id in case.person_by_id:
            yield case.person_by_id[person_id].called


def _tick(item: GateItem, words: Mapping[str, ItemWords], choices: ReportChoices) -> NamesTick:
    said = words.get(item.record_id, _NO_WORDS)
    return NamesTick(
        item.record_id,
        said.what,
        item.on,
        item.names_unlisted,
        said.text,
        item.record_id in choices.let_go,
    )
