"""Invented families and small packs for the tests of the criteria rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes import Pack, evaluate, parse_pack
from casedesk.domain.records import (
    CaseFile,
    Decision,
    Fact,
    Family,
    Involvement,
    Judgement,
    Membership,
    Order,
    Person,
)
from casedesk.domain.views.criteria import CriteriaResult, CriterionResult
from casedesk.system.resources import shipped_catalogue, shipped_packs

FAMILY_ID = "family-1"
CATALOGUE: Catalogue = shipped_catalogue()


@cache
def pack(ident: str) -> Pack:
    """A pack that comes with the program."""
    return next(
        found
        for name, text in shipped_packs()
        if (found := parse_pack(text, name, CATALOGUE)).id == ident
    )


def day(text: str) -> date:
    """A date written 2026-11-24."""
    return date.fromisoformat(text)


def maybe(text: str | None) -> date | None:
    """A date, or None."""
    return None if text is None else day(text)


class Household:
    """A family being made up: add people and facts, then ask for its case file."""

    def __init__(self, started: str | None = None, programme: str = "test-pack") -> None:
        self.involvements: list[Involvement] = [
            Involvement(
                id="involvement-1",
                family_id=FAMILY_ID,
                programme=programme,
                current=True,
                started_on=maybe(started),
            )
        ]
        self.programme = programme
        self.people: list[Person] = []
        self.memberships: list[Membership] = []
        self.facts: list[Fact] = []
        self.decisions: list[Decision] = []
        self.judgements: list[Judgement] = []
        self._numbers = count(1)

    def person(
        self,
        name: str,
        born: str | None,
        role: str | None = "child",
        died: str | None = None,
        expectant: bool | None = None,
        joined: str | None = None,
        left: str | None = None,
        parental: bool | None = None,
        dependent: bool | None = None,
    ) -> str:
        """A member of the family; returns the person's id."""
        ident = f"person-{name.lower()}"
        self.people.append(
            Person(
                id=ident,
                given_name=name,
                family_name="Ashworth",
                date_of_birth=maybe(born),
                died_on=maybe(died),
                expectant=expectant,
            )
        )
        self.memberships.append(
            Membership(
                id=f"membership-{name.lower()}",
                family_id=FAMILY_ID,
                person_id=ident,
                ref=f"P-{len(self.memberships) + 1}",
                role=role,
                joined_on=maybe(joined),
                left_on=maybe(left),
                parental_responsibility=parental,
                dependent=dependent,
            )
        )
        return ident

    def _add(self, kind: str, person: str | None, **fields: Any) -> Fact:
        number = next(self._numbers)
        fact = Fact(
            id=f"fact-{number}",
            ref=f"F-{number}",
            family_id=FAMILY_ID,
            person_id=person,
            kind=kind,
            order=Order(number, "test", number),
            **fields,
        )
        self.facts.append(fact)
        return fact

    def event(self, kind: str, on: str, person: str | None = None, **fields: Any) -> Fact:
        """A fact that happened on a day."""
        return self._add(kind, person, on=day(on), **fields)

    def spell(
        self,
        kind: str,
        first: str,
        last: str | None = None,
        person: str | None = None,
        release: str | None = None,
        **fields: Any,
    ) -> Fact:
        """A fact that held from a day, to a day or still."""
        return self._add(
            kind,
            person,
            from_on=day(first),
            to_on=maybe(last),
            release_due=maybe(release),
            **fields,
        )

    def term(
        self,
        person: str,
        first: str,
        last: str,
        attended: int,
        possible: int = 100,
        authorised: int | None = None,
    ) -> Fact:
        """A term's attendance."""
        return self._add(
            "attendance",
            person,
            from_on=day(first),
            to_on=day(last),
            possible=possible,
            attended=attended,
            authorised=authorised,
        )

    def excluded(self, on: str, person: str | None, days: str = "1") -> Fact:
        """A fixed-term exclusion of so many days."""
        return self.event("exclusion-fixed", on, person, days=Decimal(days))

    def checked(self, on: str, criterion: str = "test", person: str | None = None) -> Fact:
        """A check that found nothing."""
        return self.event("nothing-found", on, person, criterion=criterion)

    def nominated(self, on: str, criterion: str = "test", person: str | None = None) -> Fact:
        """A professional's nomination."""
        return self.event("nomination", on, person, criterion=criterion)

    def decided(
        self,
        state: str,
        on: str,
        records: str | None = "not_known",
        criterion: str = "test",
        version: str = "1",
        programme: str | None = None,
        in_error: bool = False,
    ) -> Decision:
        """A keyworker's decision."""
        number = next(self._numbers)
        decision = Decision(
            id=f"decision-{number}",
            family_id=FAMILY_ID,
            programme=programme or self.programme,
            pack_version=version,
            criterion=criterion,
            state=state,
            on=day(on),
            by="Jo Hebden",
            reason="Seen at home",
            records_state=records,
            in_error=in_error,
            order=Order(number, "test", number),
        )
        self.decisions.append(decision)
        return decision

    def judged(
        self,
        outcome: str,
        on: str,
        criterion: str = "test",
        programme: str | None = None,
        in_error: bool = False,
    ) -> None:
        """An outcome judgement."""
        number = next(self._numbers)
        self.judgements.append(
            Judgement(
                id=f"judgement-{number}",
                family_id=FAMILY_ID,
                programme=programme or self.programme,
                criterion=criterion,
                on=day(on),
                outcome=outcome,
                evidence="Seen at home",
                in_error=in_error,
                order=Order(number, "test", number),
            )
        )

    def in_error(self, fact: Fact) -> None:
        """Mark a fact as recorded in error."""
        self.facts[self.facts.index(fact)] = replace(fact, in_error=True)

    def case(self) -> CaseFile:
        """The family's case file."""
        return CaseFile(
            family=Family(id=FAMILY_ID, ref="CD-0412", name="Ashworth"),
            involvements=tuple(self.involvements),
            people=tuple(self.people),
            memberships=tuple(self.memberships),
            facts=tuple(self.facts),
            decisions=tuple(self.decisions),
            judgements=tuple(self.judgements),
        )

    def result(self, on: str, under: Pack) -> CriteriaResult:
        """The whole result on a day."""
        return evaluate(self.case(), under, day(on), CATALOGUE)

    def criterion(self, on: str, under: Pack, ident: str = "test") -> CriterionResult:
        """One criterion's result on a day."""
        return self.result(on, under).criterion(ident)


HEAD = """
id = "test-pack"
version = "1"
title = "A pack for tests"
valid_from = 2015-04-01
min_criteria = {min_criteria}
min_needs = {min_needs}
dependent_child = {dependent_child}
claims = {claims}
check_months = 6
[sources]
min_criteria = {{ source = "a test", checked = true }}
min_needs = {{ source = "a test", checked = true }}
dependent_child = {{ source = "a test", checked = true }}
check_months = {{ source = "a test", checked = true }}
"""
CRITERION = """
[[criteria]]
id = "{ident}"
title = "A criterion"
category = "education"
question = "Ask somebody about it since {{since}}."
source = "a test"
checked = true
"""
INDICATOR = """
[[criteria.indicators]]
id = "{ident}"
title = "An indicator"
{keys}
source = "a test"
checked = true
"""
MEASURE = """
[[criteria.measures]]
{keys}
source = "a test"
checked = true
"""


def head(
    min_criteria: int = 1,
    min_needs: int = 0,
    dependent_child: bool = False,
    claims: bool = False,
) -> str:
    """The top of a small pack."""
    return HEAD.format(
        min_criteria=min_criteria,
        min_needs=min_needs,
        dependent_child=str(dependent_child).lower(),
        claims=str(claims).lower(),
    )


def criterion_text(
    indicators: list[str], measures: list[str] | None = None, ident: str = "test"
) -> str:
    """One criterion of a small pack, its indicators called i-1, i-2 and so on."""
    parts = [CRITERION.format(ident=ident)]
    parts += [
        INDICATOR.format(ident=f"i-{number}", keys=keys)
        for number, keys in enumerate(indicators, 1)
    ]
    parts += [MEASURE.format(keys=keys) for keys in measures or ()]
    return "".join(parts)


def small_pack(*indicators: str, measures: list[str] | None = None, **top: Any) -> Pack:
    """A pack with one criterion, `test`, with these indicators and measures."""
    text = head(**top) + criterion_text(list(indicators), measures)
    return parse_pack(text, "test-pack.toml", CATALOGUE)


OFFENCE = 'who = "any"\ntest = "count"\nfacts = ["offence"]\nmonths = 12'
MENTAL_HEALTH = 'who = "any"\ntest = "current"\nfacts = ["mental-health"]'
