"""What is refused and what is warned about in a sharing decision (docs/consent.md).

A decision that lacks a required field is not kept. One that is kept may still fall short
of what it was meant to do; the warnings say so.
"""

from __future__ import annotations

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.errors import InvalidRecord
from casedesk.domain.records import SharingDecision

SHARE = "share"
DO_NOT_SHARE = "do not share"
OVERRIDING_BASES = (
    "safeguarding", "crime-prevention", "court-order", "legal-obligation", "vital-interests",
)  # fmt: skip
PUBLIC_TASK = "public-task"
BASES = (*OVERRIDING_BASES, PUBLIC_TASK)


def check_sharing_decision(decision: SharingDecision) -> None:
    """Raise `InvalidRecord` naming the first thing that is missing or wrong."""
    if decision.decision not in (SHARE, DO_NOT_SHARE):
        raise InvalidRecord(
            f"“{decision.decision}” is not a sharing decision; choose share or do not share."
        )
    needed: list[tuple[str, object]] = [
        ("the people it is about", decision.people),
        ("the recipients", decision.recipients),
        ("the kinds of information", decision.categories),
        ("the reason", decision.reason.strip()),
        ("who decided", decision.decided_by.strip()),
    ]
    if decision.decision == SHARE:
        needed.append(("the lawful basis", decision.basis))
    if not decision.told_family:
        needed.append(("why the family was not told", (decision.not_told_why or "").strip()))
    for name, value in needed:
        if not value:
            raise InvalidRecord(f"A sharing decision needs {name}; fill it in and save again.")
    if decision.decision == SHARE and decision.basis not in BASES:
        raise InvalidRecord(
            f"“{decision.basis}” is not a basis for sharing; choose from {', '.join(BASES)}."
        )
    if decision.to_on is not None and decision.to_on < decision.from_on:
        raise InvalidRecord(
            f"The decision ends ({long_date(decision.to_on)}) before it begins "
            f"({long_date(decision.from_on)}); correct one of the dates."
        )


def sharing_decision_warnings(decision: SharingDecision, catalogue: Catalogue) -> tuple[str, ...]:
    """Sentences about a decision that is kept and falls short; often none."""
    if decision.decision != SHARE or decision.in_error:
        return ()
    warnings: list[str] = []
    special = [
        catalogue.categories[category].title
        for category in decision.categories
        if category in catalogue.categories and catalogue.categories[category].special
    ]
    if special and not (decision.condition or "").strip():
        warnings.append(
            f"Decision {decision.ref} names no condition for special category or criminal "
            f"information ({', '.join(special)}); add the condition relied on."
        )
    if decision.basis in OVERRIDING_BASES and not (decision.authorised_by or "").strip():
        warnings.append(
            f"Decision {decision.ref} says nobody authorised it, so it does not override a "
            "refusal or a withdrawal; add who authorised it."
        )
    return tuple(warnings)
