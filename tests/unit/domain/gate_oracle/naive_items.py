"""What a case file holds as at a day, one thing after the other (docs/consent.md, The gate)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import CaseFile, Contact, Fact

EVENTS = {
    "police-courts-probation": "offence restorative-disposal",
    "anti-social-behaviour": "asb-incident asb-intervention",
    "education": "exclusion-fixed exclusion-permanent",
    "social-care": "section-47",
    "vulnerable-children-health": "missing-episode",
    "violence-in-the-home": "domestic-abuse-perpetrator domestic-callout",
}
SPELLS = {
    "police-courts-probation": "custody licence community-order",
    "education": "alternative-provision not-on-roll education-needs-unmet",
    "social-care": "early-help child-in-need child-protection-plan parenting-support "
    "parental-conflict caring-unsupported abuse-or-neglect",
    "violence-in-the-home": "child-violence-at-home domestic-abuse-victim",
    "vulnerable-children-health": "early-years-development early-years-place-untaken "
    "exploitation-risk",
    "employment": "out-of-work-benefit employment neet leaving-school-no-plans problem-debt "
    "rent-arrears",
    "health": "mental-health physical-health perinatal-health",
    "substance-misuse": "alcohol drugs",
    "housing": "temporary-accommodation homelessness-risk",
}
CATEGORY_OF = {
    kind: category
    for table in (EVENTS, SPELLS, {"education": "attendance"})
    for category, kinds in table.items()
    for kind in kinds.split()
}
"""The table of docs/criteria.md, Facts, written out again."""

SOCIAL_CARE = ("social-care",)


@dataclass(frozen=True)
class Thing:
    """One item before it is judged. `names` are the people it names."""

    kind: str
    record_id: str
    names: tuple[str, ...]
    categories: tuple[str, ...]
    on: date
    confidential: bool = False
    protected: bool = False
    words: tuple[str | None, ...] = ()


def age(born: date, day: date) -> int:
    """Completed years; somebody born on 29 February waits for 1 March."""
    years = -1
    while True:
        year = born.year + years + 1
        leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        late = (born.month, born.day) == (2, 29) and not leap
        if (date(year, 3, 1) if late else date(year, born.month, born.day)) > day:
            return years
        years += 1


def is_member(case: CaseFile, person: str, day: date) -> bool:
    """From joining and birth to leaving and death, all four days included."""
    membership = case.membership_of[person]
    known = case.person_by_id[person]
    return (
        (membership.joined_on is None or membership.joined_on <= day)
        and (membership.left_on is None or membership.left_on >= day)
        and (known.date_of_birth is None or known.date_of_birth <= day)
        and (known.died_on is None or known.died_on >= day)
    )


def happened(fact: Fact) -> date:
    """The day by which a fact had happened: of a measure its last, of a spell its first."""
    day = fact.to_on if fact.kind == "attendance" else fact.on or fact.from_on
    assert day is not None
    return day


class NaiveItems:
    """Everything in one case file as at a day; `criteria` gives a criterion's category."""

    def __init__(self, case: CaseFile, day: date, criteria: Mapping[str, str]) -> None:
        self.case = case
        self.day = day
        self.criteria = criteria

    def items(self) -> list[Thing]:
        """Facts, contacts, goals, actions, addresses and assessments."""
        return [
            *self._facts(), *self._contacts(), *self._goals(), *self._actions(),
            *self._addresses(), *self._assessments(),
        ]  # fmt: skip

    def others(self) -> list[Thing]:
        """Decisions, judgements, reviews and documents."""
        return [
            *self._decisions(), *self._judgements(), *self._reviews(), *self._documents(),
        ]  # fmt: skip

    def _of_criterion(self, criterion: str | None) -> tuple[str, ...]:
        return (self.criteria.get(criterion or "", "social-care"),)

    def _facts(self) -> Iterator[Thing]:
        for fact in self.case.facts:
            if fact.in_error or happened(fact) > self.day:
                continue
            names = (fact.person_id,) if fact.person_id else ()
            elsewhere = fact.family_id != self.case.family.id
            if elsewhere and not (names and is_member(self.case, names[0], self.day)):
                continue
            category = self._of_criterion(fact.criterion)
            if fact.kind not in ("nomination", "nothing-found"):
                category = (CATEGORY_OF[fact.kind],)
            words = (fact.detail, fact.source, fact.source_ref)
            yield Thing(
                "fact", fact.id, names, category, happened(fact), fact.confidential, words=words
            )

    def _contacts(self) -> Iterator[Thing]:
        for one in self.case.contacts:
            if one.on <= self.day:
                yield Thing(
                    "contact", one.id, seen_in(one), one.categories or SOCIAL_CARE, one.on,
                    one.confidential,
                    words=(one.text, one.also_present, *(said for _, said in one.child_voice)),
                )  # fmt: skip

    def _goals(self) -> Iterator[Thing]:
        for one in self.case.goals:
            if one.set_on is None or one.set_on <= self.day:
                yield Thing(
                    "goal", one.id, one.people,
                    one.categories or self._of_criterion(one.criterion), one.set_on or self.day,
                    one.confidential, words=(one.title, one.family_words),
                )  # fmt: skip

    def _actions(self) -> Iterator[Thing]:
        for one in self.case.actions:
            categories = one.categories or SOCIAL_CARE
            for goal in self.case.goals:
                if goal.id == one.goal_id and not one.categories:
                    categories = goal.categories or self._of_criterion(goal.criterion)
            yield Thing(
                "action", one.id, one.people, categories, self.day, one.confidential,
                words=(one.title, one.owner),
            )  # fmt: skip

    def _addresses(self) -> Iterator[Thing]:
        for one in self.case.addresses:
            if one.from_on is None or one.from_on <= self.day:
                yield Thing(
                    "address", one.id, (one.person_id,) if one.person_id else (), SOCIAL_CARE,
                    one.from_on or self.day, protected=one.protected, words=(one.address,),
                )  # fmt: skip

    def _assessments(self) -> Iterator[Thing]:
        for one in self.case.assessments:
            if one.on <= self.day:
                yield Thing(
                    "assessment", one.id, one.people, SOCIAL_CARE, one.on, words=(one.summary,)
                )

    def _decisions(self) -> Iterator[Thing]:
        for one in self.case.decisions:
            if one.on <= self.day and not one.in_error:
                yield Thing(
                    "decision", one.id, (), self._of_criterion(one.criterion), one.on,
                    words=(one.reason,),
                )  # fmt: skip

    def _judgements(self) -> Iterator[Thing]:
        for one in self.case.judgements:
            if one.on <= self.day and not one.in_error:
                yield Thing(
                    "judgement", one.id, (), self._of_criterion(one.criterion), one.on,
                    words=(one.evidence,),
                )  # fmt: skip

    def _reviews(self) -> Iterator[Thing]:
        for one in self.case.reviews:
            held = one.held_on is not None and one.held_on <= self.day
            yield Thing(
                "review", one.id, one.people, one.categories or SOCIAL_CARE,
                one.held_on if held and one.held_on else self.day,
                words=(one.text, one.also_present),
            )  # fmt: skip

    def _documents(self) -> Iterator[Thing]:
        for one in self.case.documents:
            if one.added_on <= self.day:
                yield Thing(
                    "document", one.id, one.people, one.categories or SOCIAL_CARE, one.added_on,
                    one.confidential, words=(one.name, one.note),
                )  # fmt: skip


def seen_in(contact: Contact) -> tuple[str, ...]:
    """The people of a contact and the children seen.

    A child seen alone, or whose words are noted, is just as identifiable in it: they are
    counted too, should the worker have put them into neither list.
    """
    voices = tuple(person for person, _ in contact.child_voice if person is not None)
    everyone = contact.people + contact.children_seen + contact.seen_alone + voices
    return tuple(dict.fromkeys(everyone))
