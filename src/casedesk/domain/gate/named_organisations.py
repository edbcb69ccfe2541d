"""What to tell the worker who asks about a whole kind of recipient, such as any school.

A refusal or a decision not to share that names one school stops the question itself. A
consent for one school that was withdrawn or has run out does not (docs/consent.md, One
organisation or all of them); the worker is told, because the paper could reach that school.
"""

from __future__ import annotations

from collections.abc import Sequence

from casedesk.domain.consent import EXPIRED, WITHDRAWN, consent_state
from casedesk.domain.gate.question import GateQuestion
from casedesk.domain.gate.wording import Wording
from casedesk.domain.recipient_names import organisation_in, read_recipient
from casedesk.domain.records import CaseFile
from casedesk.domain.views.gate import GateItem


def notes_on_organisations(
    case: CaseFile, question: GateQuestion, items: Sequence[GateItem], wording: Wording
) -> tuple[str, ...]:
    """A sentence for each person and organisation whose own consent no longer holds.

    Only about what may go to the whole kind; none when the question names an organisation.
    """
    asked = read_recipient(question.recipient)
    if not asked.wide:
        return ()
    asked_about = dict.fromkeys(
        (person_id, category)
        for item in items
        if item.allowed
        for person_id in item.about
        for category in item.categories
    )
    notes: dict[str, None] = {}
    for person_id, category in asked_about:
        for recipient in _organisations(case, person_id, asked.kind):
            state = consent_state(
                case, person_id, recipient, category, question.purpose, question.as_at
            )
            if state.state in (WITHDRAWN, EXPIRED):
                how = "withdrawn" if state.state == WITHDRAWN else "has run out"
                was = "was " if state.state == WITHDRAWN else ""
                notes[
                    f"{wording.name(person_id)}: the consent for {organisation_in(recipient)} "
                    f"{was}{how}; ask for it by name before anything goes there."
                ] = None
    return tuple(notes)


def _organisations(case: CaseFile, person_id: str, kind: str) -> tuple[str, ...]:
    """The organisations of a kind that a person's consents name, as they were written."""
    written = {
        read_recipient(recipient): recipient
        for consent in case.consents
        if consent.person_id == person_id
        for recipient in consent.recipients
    }
    return tuple(
        recipient for name, recipient in written.items() if name.kind == kind and not name.wide
    )
