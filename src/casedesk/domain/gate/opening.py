"""The gate itself: one case file and one question in, every item with its answer out.

Source: docs/consent.md, The gate.
"""

from __future__ import annotations

from collections.abc import Mapping

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.gate.case_as_at import CaseAsAt, case_as_at
from casedesk.domain.gate.family_reader import FamilyPermission
from casedesk.domain.gate.items import items_of
from casedesk.domain.gate.judging import Judge
from casedesk.domain.gate.named_organisations import notes_on_organisations
from casedesk.domain.gate.other_items import other_items_of
from casedesk.domain.gate.people_items import people_items
from casedesk.domain.gate.permission import PartnerPermission, Permission
from casedesk.domain.gate.question import EVALUATE, GatePolicy, GateQuestion, known_recipient
from casedesk.domain.gate.wording import Wording
from casedesk.domain.records import CaseFile
from casedesk.domain.views.gate import GateItem, GateResult

DEFAULT_POLICY = GatePolicy()
AFTER_PEOPLE = ("address", "assessment")


def open_gate(
    case: CaseFile,
    question: GateQuestion,
    catalogue: Catalogue,
    criterion_categories: Mapping[str, str],
    policy: GatePolicy = DEFAULT_POLICY,
) -> GateResult:
    """What may go to a recipient for a purpose as at a day, item by item, and why.

    `criterion_categories` gives the information category of every criterion id that a
    loaded pack has. Items come by kind (facts, contacts, goals, actions, people, addresses,
    assessments), each as recorded. Raises `UsageError` for an unknown recipient or purpose,
    and for the family without a reader who is in it.
    """
    recipient = known_recipient(question, case, catalogue)
    file = case_as_at(case, question.as_at, catalogue, criterion_categories)
    wording = Wording(case, catalogue, question.recipient, question.purpose, question.as_at)
    permission: Permission
    if recipient.role == "family" and question.reader is not None:
        permission = FamilyPermission(file, question, question.reader, wording)
    else:
        evaluation = recipient.role == "evaluation" and question.purpose == EVALUATE
        official = evaluation and not policy.evaluation_asks_consent
        permission = PartnerPermission(case, question, wording, official)
    by_agreement = isinstance(permission, PartnerPermission) and not permission.official
    judge = Judge(file, question, permission, wording)
    items = tuple(map(judge.judged, items_of(file)))
    return GateResult(
        family=case.family.ref,
        recipient=question.recipient,
        purpose=question.purpose,
        as_at=question.as_at,
        items=_in_order(file, wording, items),
        others=tuple(map(judge.judged, other_items_of(file))),
        reader=question.reader if recipient.role == "family" else None,
        open_categories=judge.open_categories(),
        notes=notes_on_organisations(case, question, items, wording) if by_agreement else (),
    )


def _in_order(
    file: CaseAsAt, wording: Wording, items: tuple[GateItem, ...]
) -> tuple[GateItem, ...]:
    """The items with the people between the plan and the addresses."""
    before = tuple(item for item in items if item.kind not in AFTER_PEOPLE)
    after = tuple(item for item in items if item.kind in AFTER_PEOPLE)
    return (*before, *people_items(file, wording, items), *after)
