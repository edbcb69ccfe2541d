"""The gate's answer as the report page shows it, and what is said once something has left.

For everything that leaves from that page: the progress report, a note, the chronology.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from casedesk.domain.gate import GateItem, GateResult, naming_unlisted
from casedesk.domain.records import CaseFile
from casedesk.domain.views.report_preview import (
    LeftOutGroup,
    LeftOutItem,
    NamesTick,
    ReportChoices,
    ReportLook,
    SentReport,
)
from casedesk.services.departure import Departure
from casedesk.services.item_words import ItemWords, words_of_items
from casedesk.services.person_words import recipient_title
from casedesk.services.session import Session
from casedesk.services.sharing import gate_of
from casedesk.services.sharing_log import bases_in_words
from casedesk.storage.reader import Reader

PRINTED, SAVED = "printed", "saved"
NAMES_GROUP = "Names and dates of birth"
_NO_WORDS = ItemWords("")


def gate_for(
    session: Session, reading: Reader, case: CaseFile, choices: ReportChoices
) -> GateResult:
    """The gate's answer for what the worker chose. Raises `UsageError`, `NotFound`."""
    return gate_of(
        session,
        reading,
        case,
        recipient=choices.recipient,
        purpose=choices.purpose,
        as_at=choices.as_at,
        reader=choices.reader,
    )


def let_go_here(gate: GateResult, let_go: frozenset[str]) -> list[str]:
    """The ticks that are about items of this answer: a tick for another day means nothing."""
    return [one.record_id for one in gate.every if one.record_id in let_go]


def look_of(
    session: Session,
    case: CaseFile,
    choices: ReportChoices,
    asked: GateResult,
    gate: GateResult,
    *,
    refusal: str | None,
    sections: tuple[tuple[str, str], ...] = (),
) -> ReportLook:
    """What would go and what would not. `asked` is the gate's answer before the worker's ticks,
    `gate` after them; `refusal` says why there can be nothing."""
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


def no_report(
    session: Session, case: CaseFile, choices: ReportChoices, sentence: str
) -> ReportLook:
    """Nothing can go, and why."""
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


def departure_of(
    case: CaseFile, choices: ReportChoices, items: Sequence[GateItem], how: str
) -> Departure:
    """What is about to leave, for the sharing log."""
    return Departure(
        family_id=case.family.id,
        recipient=choices.recipient,
        purpose=choices.purpose,
        items=[item.as_dict() for item in items],
        named_person=choices.named_person,
        how=how,
    )


def sent_report(
    session: Session,
    choices: ReportChoices,
    entry: str,
    data: bytes,
    items: int,
    *,
    what: str,
    target: Path | None,
) -> SentReport:
    """What is said once it has left. `what` begins the sentence: "The report"."""
    how = PRINTED if target is None else SAVED
    title = recipient_title(choices.recipient, session.catalogue)
    return SentReport(
        entry=entry,
        recipient=title,
        how=how,
        items=items,
        sha256=sha256(data).hexdigest(),
        target=None if target is None else str(target),
        sentence=f"{what} for {title} is {how}, and in the sharing log.",
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
