"""One family's whole case file, as the rules and reports read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from casedesk.domain.records.evidence import Decision, Fact, Judgement
from casedesk.domain.records.family import Address, Family, Involvement
from casedesk.domain.records.people import Membership, Person, Relationship
from casedesk.domain.records.plan import Action, Goal, Review
from casedesk.domain.records.sharing import Consent, Restriction, SharingDecision
from casedesk.domain.records.work import Assessment, Contact, Document


@dataclass(frozen=True)
class CaseFile:
    """Everything recorded about one family; each tuple is in the order recorded.

    `people` are the persons with a membership in the family. `facts`, `consents`,
    `restrictions` and `sharing_decisions` also hold what was recorded about these people
    in other families (their `family_id` differs): such records belong to the person.
    Everything else is this family's own. Records marked in error are included.
    """

    family: Family
    involvements: tuple[Involvement, ...] = ()
    addresses: tuple[Address, ...] = ()
    people: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    relationships: tuple[Relationship, ...] = ()
    facts: tuple[Fact, ...] = ()
    decisions: tuple[Decision, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    consents: tuple[Consent, ...] = ()
    sharing_decisions: tuple[SharingDecision, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    contacts: tuple[Contact, ...] = ()
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    reviews: tuple[Review, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    documents: tuple[Document, ...] = ()

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        return {person.id: person for person in self.people}

    @cached_property
    def membership_of(self) -> dict[str, Membership]:
        """Memberships by person id."""
        return {membership.person_id: membership for membership in self.memberships}

    @cached_property
    def current_involvement(self) -> Involvement | None:
        return next((one for one in self.involvements if one.current), None)

    def person_ref(self, person_id: str) -> str:
        """The family's reference of a person, or the person's id where they are no member."""
        membership = self.membership_of.get(person_id)
        return membership.ref if membership else person_id

    def involvement_in(self, programme: str) -> Involvement | None:
        """The involvement whose dates apply under a pack (docs/criteria.md, Involvements).

        The current one when it is in that programme; else the newest in that programme
        (by start, then referral, then order recorded); else the current one.
        """
        current = self.current_involvement
        if current is not None and current.programme == programme:
            return current
        inside = [one for one in self.involvements if one.programme == programme]
        if not inside:
            return current
        return max(
            inside,
            key=lambda one: (one.started_on or date.min, one.referred_on or date.min, one.order),
        )
