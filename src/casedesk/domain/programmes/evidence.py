"""A family's facts arranged for the rules: by whose they are, and by kind.

Facts in error are left out, and so are facts without the dates their shape needs: neither
ever counts (docs/criteria.md, Facts).
"""

from __future__ import annotations

from collections.abc import Iterable

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.facts import EVENT, MEASURE
from casedesk.domain.people import Member, members_of
from casedesk.domain.programmes.attendance import ATTENDANCE, Term, is_measured, terms_by
from casedesk.domain.programmes.spans import ALWAYS, Span
from casedesk.domain.records import CaseFile, Fact

NOMINATION = "nomination"
NOTHING_FOUND = "nothing-found"
ABOUT_A_CRITERION = (NOMINATION, NOTHING_FOUND)


class Owner:
    """Whose facts they are: one member, or (`member` None) the family as a whole.

    `present` is the span of days on which the owner counts; None = on no day. The family's
    own facts always count. `facts` are by kind, in the order recorded.
    """

    __slots__ = ("_terms", "facts", "member", "present")

    def __init__(self, member: Member | None) -> None:
        self.member = member
        self.facts: dict[str, list[Fact]] = {}
        self.present: Span | None = ALWAYS
        self._terms: list[tuple[int, list[Term]]] | None = None
        if member is not None:
            first, last = member.first_day.toordinal(), member.last_day.toordinal()
            self.present = (first, last) if first <= last else None

    def of_kinds(self, kinds: Iterable[str]) -> list[Fact]:
        """The owner's facts of those kinds, kind by kind."""
        held = self.facts
        return [fact for kind in kinds if kind in held for fact in held[kind]]

    def terms(self) -> list[tuple[int, list[Term]]]:
        """(day number, terms ended by then, newest first) for each day a measure ended."""
        if self._terms is None:
            measures = self.facts.get(ATTENDANCE, [])
            days = sorted({fact.to_on for fact in measures if fact.to_on is not None})
            self._terms = [(day.toordinal(), terms_by(measures, day)) for day in days]
        return self._terms

    def terms_on(self, day: int) -> list[Term]:
        """The terms ended by that day, newest first."""
        for begins, terms in reversed(self.terms()):
            if begins <= day:
                return terms
        return []


class Evidence:
    """All owners of a case file: `members` in the order recorded, and `family`.

    `by_kind` tells which owners have facts of a kind, members before the family.
    """

    __slots__ = ("by_kind", "case", "catalogue", "family", "members")

    def __init__(self, case: CaseFile, catalogue: Catalogue) -> None:
        self.case = case
        self.catalogue = catalogue
        self.family = Owner(None)
        self.members = [Owner(member) for member in members_of(case)]
        owner_of = {owner.member.id: owner for owner in self.members if owner.member is not None}
        for fact in case.facts:
            kind = catalogue.facts.get(fact.kind)
            if fact.in_error or kind is None or not _is_dated(fact, kind.shape):
                continue
            if fact.person_id is not None:
                owner = owner_of.get(fact.person_id)
            else:
                owner = self.family if fact.family_id == case.family.id else None
            if owner is not None:
                owner.facts.setdefault(fact.kind, []).append(fact)
        self.by_kind: dict[str, list[Owner]] = {}
        for owner in (*self.members, self.family):
            for name in owner.facts:
                self.by_kind.setdefault(name, []).append(owner)

    def owners_with(self, kinds: Iterable[str]) -> list[Owner]:
        """The owners who have facts of any of those kinds; members first, in order."""
        held = self.by_kind
        lists = [held[kind] for kind in kinds if kind in held]
        if len(lists) < 2:
            return lists[0] if lists else []
        wanted = {id(owner) for owners in lists for owner in owners}
        return [owner for owner in (*self.members, self.family) if id(owner) in wanted]

    def in_order(self, chosen: Iterable[Fact]) -> tuple[Fact, ...]:
        """Facts, each once, in the order recorded."""
        wanted = {fact.id for fact in chosen}
        return tuple(fact for fact in self.case.facts if fact.id in wanted) if wanted else ()

    def shape_of(self, kind: str) -> str:
        """event, spell or measure."""
        return self.catalogue.facts[kind].shape


def _is_dated(fact: Fact, shape: str) -> bool:
    if shape == EVENT:
        return fact.on is not None
    if shape == MEASURE:
        return is_measured(fact) if fact.kind == ATTENDANCE else fact.to_on is not None
    return fact.from_on is not None and (fact.to_on is None or fact.to_on >= fact.from_on)
