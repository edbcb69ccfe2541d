"""The chronology of a family: selected events, not every contact (docs/user-guide/notes.md).

A contact is in it when somebody marked it significant. Beside these stand the events that a
chronology is read for whoever wrote them down: the steps of the work, decisions, reviews,
goals reached, changes in the family, and facts of the kinds below, good news too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.facts import SPELL
from casedesk.domain.records import CaseFile, Contact, Fact
from casedesk.domain.views.chronology import (
    DECISION,
    FACT,
    NOTE,
    PERSON,
    PLAN,
    STATUS,
    Chronology,
    ChronologyLine,
)
from casedesk.services.criteria import pack_for
from casedesk.services.fact_words import fact_title
from casedesk.services.person_words import recipient_title
from casedesk.services.session import Session
from casedesk.services.timeline import contact_kind

KEY_FACTS = frozenset((
    "abuse-or-neglect", "alternative-provision", "asb-intervention", "child-in-need",
    "child-protection-plan", "child-violence-at-home", "community-order", "custody",
    "domestic-callout", "early-help", "employment", "exclusion-fixed", "exclusion-permanent",
    "exploitation-risk", "homelessness-risk", "missing-episode", "neet", "not-on-roll",
    "offence", "section-47", "temporary-accommodation",
))  # fmt: skip
"""Kinds of facts that are events in a family's life; a spell's first and last day both are."""
_STATE_WORDS = {"met": "met", "not_met": "not met"}


def chronology(session: Session, ref: str) -> Chronology:
    """A family's chronology, the oldest first. Raises `NotFound`."""
    with session.store.read() as reading:
        case = reading.case_file(reading.family_by_ref(ref).id)
    titles = {one.id: one.title for one in pack_for(session, case, None).criteria}
    lines = chronology_lines(case, session.catalogue, titles)
    return Chronology(case.family.ref, case.family.name, lines)


def chronology_lines(
    case: CaseFile, catalogue: Catalogue, criteria: Mapping[str, str]
) -> tuple[ChronologyLine, ...]:
    """The lines of a case file, whole or as a gate left it; `criteria` are titles by id."""
    made = _Lines(case, catalogue, criteria)
    lines = [line for part in made.parts() for line in part()]
    return tuple(sorted(lines, key=lambda one: one.on))


@dataclass(frozen=True)
class _Lines:
    case: CaseFile
    catalogue: Catalogue
    criteria: Mapping[str, str]

    def parts(self) -> Sequence[Callable[[], Iterator[ChronologyLine]]]:
        return (self._work, self._members, self._facts, self._notes, self._decisions, self._plan)

    def _called(self, *ids: str | None) -> tuple[str, ...]:
        known = self.case.person_by_id
        return tuple(known[one].called for one in dict.fromkeys(ids) if one in known)

    def _notes(self) -> Iterator[ChronologyLine]:
        for contact in self.case.contacts:
            if contact.significant:
                yield ChronologyLine(
                    on=contact.on,
                    sign=NOTE,
                    title=contact_kind(contact.kind),
                    text=contact.text,
                    impact=" ".join(self._said(contact)),
                    people=self._called(*contact.people, *contact.children_seen),
                    source=f"Written by {contact.by}" if contact.by else "Note",
                    record_id=contact.id,
                    contact=contact,
                    confidential=contact.confidential,
                )

    def _said(self, contact: Contact) -> Iterator[str]:
        for who, words in contact.child_voice:
            (name,) = self._called(who) or ("",)
            yield f"{name} said: “{words}”" if name else f"“{words}”"

    def _facts(self) -> Iterator[ChronologyLine]:
        for fact in self.case.facts:
            if fact.kind not in KEY_FACTS or fact.in_error:
                continue
            kind = self.catalogue.facts.get(fact.kind)
            title = fact_title(fact, self.catalogue)
            if kind is None or kind.shape != SPELL:
                if fact.on is not None:
                    yield self._fact(fact, title, fact.on)
                continue
            if fact.from_on is not None:
                yield self._fact(fact, f"{title}: began", fact.from_on)
            if fact.to_on is not None:
                yield self._fact(fact, f"{title}: ended", fact.to_on)

    def _fact(self, fact: Fact, title: str, on: date) -> ChronologyLine:
        return ChronologyLine(
            on=on,
            sign=FACT,
            title=title,
            text=(fact.detail or "").strip(),
            people=self._called(fact.person_id),
            source=", ".join(one for one in (fact.source, fact.source_ref) if one) or "No source",
            record_id=fact.id,
            confidential=fact.confidential,
        )

    def _work(self) -> Iterator[ChronologyLine]:
        for one in self.case.involvements:
            days = (
                (one.referred_on, "Referred", ""),
                (one.started_on, "Work with the family began", one.keyworker or ""),
                (one.closed_on, "Work with the family ended", one.closure_reason or ""),
            )
            for on, title, said in days:
                if on is not None:
                    text = f"Keyworker: {said}" if said and said == one.keyworker else said
                    yield ChronologyLine(
                        on=on, sign=STATUS, title=title, text=text, source="Family’s own record",
                        record_id=one.id,
                    )  # fmt: skip

    def _members(self) -> Iterator[ChronologyLine]:
        """Births and deaths once the work had begun, and who came and went."""
        starts = [one.referred_on or one.started_on for one in self.case.involvements]
        since = min((one for one in starts if one is not None), default=None)
        for one in self.case.memberships:
            person = self.case.person_by_id.get(one.person_id)
            if person is None:
                continue
            days = (
                (person.date_of_birth, f"{person.called} was born"),
                (one.joined_on, f"{person.called} joined the family"),
                (one.left_on, f"{person.called} left the family"),
                (person.died_on, f"{person.called} died"),
            )
            for on, title in days:
                if on is not None and since is not None and on >= since:
                    yield ChronologyLine(
                        on=on, sign=PERSON, title=title, people=(person.called,),
                        source="Family’s own record", record_id=person.id,
                    )  # fmt: skip

    def _decisions(self) -> Iterator[ChronologyLine]:
        for one in self.case.decisions:
            if not one.in_error:
                title = self.criteria.get(one.criterion, one.criterion)
                yield ChronologyLine(
                    on=one.on,
                    sign=DECISION,
                    title=f"{title}: decided {_STATE_WORDS.get(one.state, one.state)}",
                    text=one.reason,
                    source=f"Decided by {one.by}" if one.by else "Decision",
                    record_id=one.id,
                )
        for sharing in self.case.sharing_decisions:
            if not sharing.in_error:
                whom = ", ".join(
                    recipient_title(name, self.catalogue) for name in sharing.recipients
                )
                yield ChronologyLine(
                    on=sharing.decided_on,
                    sign=DECISION,
                    title=f"Decided to {sharing.decision} with {whom}",
                    text=sharing.reason,
                    people=self._called(*sharing.people),
                    source=f"Decided by {sharing.decided_by}",
                    record_id=sharing.id,
                )

    def _plan(self) -> Iterator[ChronologyLine]:
        for one in self.case.assessments:
            yield ChronologyLine(
                on=one.on,
                sign=PLAN,
                title="Whole-family assessment",
                text=one.summary or "",
                people=self._called(*one.people),
                source=f"Written by {one.by}" if one.by else "Assessment",
                record_id=one.id,
            )
        for review in self.case.reviews:
            if review.held_on is not None:
                kind = (review.kind or "review").capitalize()
                yield ChronologyLine(
                    on=review.held_on,
                    sign=PLAN,
                    title=kind,
                    text=review.text or "",
                    people=self._called(*review.people),
                    source="Review of the plan",
                    record_id=review.id,
                )
        for goal in self.case.goals:
            if goal.achieved_on is not None:
                yield ChronologyLine(
                    on=goal.achieved_on,
                    sign=PLAN,
                    title=f"Goal reached: {goal.title}",
                    people=self._called(*goal.people),
                    source="Plan",
                    record_id=goal.id,
                    confidential=goal.confidential,
                )
