"""What may go to whom, item by item and pair by pair (docs/consent.md, The gate).

Where the text allows two readings this follows the one that docs/consent.md gives; each
such place says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casedesk.domain.records import CaseFile, SharingDecision
from gate_oracle.naive_consent import (
    consent_word,
    deciding_consent,
    deciding_decision,
    in_force,
    is_authorised,
    is_named,
    kind_of,
    named_ones,
    permits,
)
from gate_oracle.naive_items import NaiveItems, Thing, age, is_member

NOTICE = "public task, privacy notice"
OWN = "the reader's own"
CHILD = "parental responsibility"


@dataclass(frozen=True)
class Asked:
    """One question to the gate."""

    recipient: str
    purpose: str
    day: date
    reader: str | None = None
    ask_consent_for_evaluation: bool = False


@dataclass(frozen=True)
class Answer:
    """One item judged. `because` are the bases in order, empty when it is withheld."""

    thing: Thing
    about: tuple[str, ...]
    allowed: bool
    because: tuple[str, ...]


class NaiveGate:
    """One case file, asked one question."""

    def __init__(self, case: CaseFile, asked: Asked, criteria: Mapping[str, str]) -> None:
        self.case = case
        self.asked = asked
        self.day = asked.day
        self.listed = NaiveItems(case, asked.day, criteria)
        self.kind = kind_of(asked.recipient)

    def answers(self) -> list[Answer]:
        """Every item; facts to assessments first, then people, then the others."""
        found = [self.judge(thing) for thing in self.listed.items()]
        others = [self.judge(thing) for thing in self.listed.others()]
        return [*found, *self._people(found), *others]

    def judge(self, thing: Thing) -> Answer:
        """The answer about one item."""
        about = self.about(thing)
        because = self._bases(thing, about)
        return Answer(thing, about, because is not None, tuple(dict.fromkeys(because or ())))

    def about(self, thing: Thing) -> tuple[str, ...]:
        """Those it names, or everyone who is a member on D or was on its day."""
        if thing.names:
            return thing.names
        return tuple(
            one.person_id
            for one in self.case.memberships
            if is_member(self.case, one.person_id, self.day)
            or is_member(self.case, one.person_id, thing.on)
        )

    def _people(self, found: list[Answer]) -> list[Answer]:
        """Names and dates of birth.

        Reading: there is one for everyone who had joined and been born, and for anybody
        named; it goes on the basis of the first item that may.
        """
        people = []
        for membership in self.case.memberships:
            person = membership.person_id
            born = self.case.person_by_id[person].date_of_birth
            late = (membership.joined_on is not None and membership.joined_on > self.day) or (
                born is not None and born > self.day
            )
            naming = [one for one in found if person in one.thing.names]
            if late and not naming:
                continue
            thing = Thing("person", person, (person,), (), self.day)
            carrying = [one for one in naming if one.allowed]
            because = carrying[0].because if carrying else ()
            people.append(Answer(thing, (person,), bool(carrying), because))
        return people

    def _bases(self, thing: Thing, about: tuple[str, ...]) -> list[str] | None:
        """The bases of every person and category, or None where one of them has none."""
        if not about or thing.confidential:
            return None
        if any(self._stopped(person) for person in about):
            return None
        pairs = [(person, category) for person in about for category in thing.categories]
        if any(self._not_to_share(*pair) for pair in pairs):
            return None
        if thing.protected and not all(self._names_address(*pair) for pair in pairs):
            return None
        bases: list[str] = []
        for person, category in pairs:
            more = self._of_pair(person, category)
            if not more:
                return None
            bases += more
        if thing.protected:
            bases += [self._decision_words(*pair) for pair in pairs]
        return bases

    def _of_pair(self, person: str, category: str) -> list[str]:
        if self.kind == "family":
            return self._for_the_family(person, category)
        evaluation = self.kind in ("ons", "mhclg") and self.asked.purpose == "evaluate"
        if evaluation and not self.asked.ask_consent_for_evaluation:
            refused = self._state(person, category) in ("refused", "withdrawn")
            return [] if refused or self._named_refusal(person, category) else [NOTICE]
        return self._by_agreement(person, category)

    def _state(self, person: str, category: str) -> str:
        asked = self.asked
        return consent_word(self.case, person, asked.recipient, category, asked.purpose, self.day)

    def _decision_words(self, person: str, category: str) -> str:
        decision = self._decision(self.asked.recipient, person, category)
        assert decision is not None
        return f"decision {decision.ref}"

    def _decision(self, recipient: str, person: str, category: str) -> SharingDecision | None:
        """The one that counts. For `evaluate` decisions to share are not looked at at all."""
        looked_at = ("share", "do not share")
        if self.asked.purpose == "evaluate":
            looked_at = ("do not share",)
        return deciding_decision(self.case, person, recipient, category, self.day, looked_at)

    # What stops everything

    def _stopped(self, person: str) -> bool:
        for one in self.case.restrictions:
            if one.person_id != person or not in_force(one.from_on, one.to_on, self.day):
                continue
            if one.kind == "objection" and (not one.purposes or self.asked.purpose in one.purposes):
                return True
            readers_own = self.kind == "family" and person == self.asked.reader
            if one.kind == "restriction" and not readers_own:
                return True
        return False

    def _organisations(self) -> list[str]:
        """For a wide question, every organisation of the kind that a record names."""
        return [] if is_named(self.asked.recipient) else named_ones(self.case, self.kind)

    def _not_to_share(self, person: str, category: str) -> bool:
        """A decision that counts, for the recipient or one organisation of it, says no."""
        for recipient in [self.asked.recipient, *self._organisations()]:
            decision = self._decision(recipient, person, category)
            if decision is not None and decision.decision == "do not share":
                return True
        return False

    def _named_refusal(self, person: str, category: str) -> bool:
        """One organisation of the kind is refused.

        Reading: what its own state is decides, so a later yes replaces a refusal, and a
        consent for one organisation that was withdrawn or has run out refuses nothing.
        """
        asked = self.asked
        return any(
            consent_word(self.case, person, one, category, asked.purpose, self.day) == "refused"
            for one in self._organisations()
        )

    # Consent and decisions

    def _by_agreement(self, person: str, category: str) -> list[str]:
        asked = self.asked
        state = self._state(person, category)
        if self._named_refusal(person, category):
            state = "refused"  # Reading: a decision has to override it like any refusal.
        bases = []
        if state == "given":
            consent = deciding_consent(
                self.case, person, asked.recipient, category, asked.purpose, self.day
            )
            assert consent is not None
            bases.append(f"consent {consent.ref}")
        decision = self._decision(asked.recipient, person, category)
        if decision is not None and permits(decision, state):
            bases.append(f"decision {decision.ref}")
        return bases

    def _names_address(self, person: str, category: str) -> bool:
        """Whether the decision that counts is to share and names the address.

        Reading: that is enough beside a consent that is given; the decision need not
        permit by its own basis as well.
        """
        decision = self._decision(self.asked.recipient, person, category)
        return decision is not None and decision.decision == "share" and decision.protected_address

    # The family as recipient

    def _for_the_family(self, person: str, category: str) -> list[str]:
        """Reading: the safety rule's decision has to cover the others, not the reader."""
        reader = self.asked.reader
        assert reader is not None
        if person == reader:
            return [OWN]
        if not self._child_of(reader, person):
            return []
        if not self._has_hurt_someone(reader):
            return [CHILD]
        decision = self._decision(self.asked.recipient, person, category)
        if decision is None or decision.decision != "share" or not is_authorised(decision):
            return []
        return [CHILD, f"decision {decision.ref}"]

    def _child_of(self, reader: str, person: str) -> bool:
        if not is_member(self.case, person, self.day):
            return False
        born = self.case.person_by_id[person].date_of_birth
        role = self.case.membership_of[person].role
        under_16 = role == "child" if born is None else age(born, self.day) < 16
        answers = self.case.membership_of[reader]
        if answers.parental_responsibility is None:
            return under_16 and answers.role == "parent"
        return under_16 and answers.parental_responsibility

    def _has_hurt_someone(self, person: str) -> bool:
        return any(
            fact.kind == "domestic-abuse-perpetrator"
            and fact.person_id == person
            and not fact.in_error
            and fact.on is not None
            and fact.on <= self.day
            for fact in self.case.facts
        )
