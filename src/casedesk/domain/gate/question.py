"""What the gate is asked: for whom, what for, and as at which day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue, Recipient
from casedesk.domain.errors import UsageError
from casedesk.domain.records import CaseFile

EVALUATE = "evaluate"


@dataclass(frozen=True, slots=True)
class GateQuestion:
    """A question to the gate.

    `recipient` is a kind (`schools`) or one organisation of it
    (`schools/Millbridge High School`). `reader` is the id of the person who reads it,
    required for the family and looked at for nobody else.
    """

    recipient: str
    purpose: str
    as_at: date
    reader: str | None = None


@dataclass(frozen=True, slots=True)
class GatePolicy:
    """What a council may set.

    `evaluation_asks_consent`: ask for consent for the evaluation instead of relying on
    official authority.
    """

    evaluation_asks_consent: bool = False


def known_recipient(question: GateQuestion, case: CaseFile, catalogue: Catalogue) -> Recipient:
    """The entry of the recipients' list that a question is about.

    Raises `UsageError` for an unknown recipient or purpose, and for the family without a
    reader or with one who is not in it.
    """
    kind, slash, organisation = question.recipient.partition("/")
    recipient = catalogue.recipients.get(kind.strip().casefold())
    if recipient is None or (slash and not organisation.strip()):
        raise UsageError(
            f"“{question.recipient}” is no recipient CaseDesk knows; choose from: "
            f"{', '.join(catalogue.recipients)}, or one with an organisation after a stroke."
        )
    if question.purpose not in catalogue.purposes:
        raise UsageError(
            f"“{question.purpose}” is no purpose CaseDesk knows; choose from: "
            f"{', '.join(catalogue.purposes)}."
        )
    if recipient.role == "family":
        if question.reader is None:
            raise UsageError(
                "A copy for the family needs the person who will read it; name the reader."
            )
        if question.reader not in case.membership_of:
            raise UsageError("The reader is not in this family; name one of its people.")
    return recipient
