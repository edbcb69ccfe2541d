"""The gate's items in words: what each is, and the text in it, for the worker's eyes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.dates import long_date
from casedesk.domain.records import CaseFile
from casedesk.services.fact_words import fact_when, fact_words
from casedesk.services.timeline import contact_kind


@dataclass(frozen=True, slots=True)
class ItemWords:
    """`what` names a record in one line; `text` is the free text in it."""

    what: str
    text: str = ""


def words_of_items(case: CaseFile, catalogue: Catalogue) -> Mapping[str, ItemWords]:
    """Words for every record of a case file that can be an item, by record id."""
    found: dict[str, ItemWords] = {}
    for fact in case.facts:
        title = f"{fact_words(fact, catalogue)}, {fact_when(fact, catalogue)}"
        found[fact.id] = ItemWords(title, fact.detail or "")
    for contact in case.contacts:
        said = (words for _, words in contact.child_voice)
        text = "\n".join((contact.text, contact.also_present or "", *said)).strip()
        kind = contact_kind(contact.kind)
        found[contact.id] = ItemWords(f"{kind}, {long_date(contact.on)}", text)
    for goal in case.goals:
        found[goal.id] = ItemWords(goal.title, goal.family_words or "")
    for action in case.actions:
        found[action.id] = ItemWords(action.title)
    for person in case.people:
        found[person.id] = ItemWords(f"{person.full_name}, name and date of birth")
    for address in case.addresses:
        found[address.id] = ItemWords(" ".join(address.address.split()))
    for assessment in case.assessments:
        day = long_date(assessment.on)
        found[assessment.id] = ItemWords(f"Assessment, {day}", assessment.summary or "")
    for decision in case.decisions:
        day = long_date(decision.on)
        found[decision.id] = ItemWords(f"Decision on {decision.criterion}, {day}", decision.reason)
    for judgement in case.judgements:
        what = f"Judgement on {judgement.criterion}, {long_date(judgement.on)}"
        found[judgement.id] = ItemWords(what, judgement.evidence)
    for review in case.reviews:
        kind = (review.kind or "review").capitalize()
        day = long_date(review.held_on or review.due_on)
        found[review.id] = ItemWords(f"{kind}, {day}", review.text or "")
    for document in case.documents:
        found[document.id] = ItemWords(document.name, document.note or "")
    return found
