"""Builds invented census files and the people they may be matched with."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.records import Fact, Membership, Person
from casedesk.interchange.cin_census import (
    Census,
    CensusPlan,
    KnownPerson,
    plan_census,
    read_census_stream,
)
from casedesk.system.resources import shipped_catalogue

TODAY = date(2026, 11, 24)


def block(name: str, *inside: str) -> str:
    return f"<{name}>{''.join(inside)}</{name}>"


def identifiers(
    child_id: str = "MB-1", upn: str = "B801200005001", born: str = "2014-05-06", former: str = ""
) -> str:
    parts = (
        ("LAchildID", child_id),
        ("UPN", upn),
        ("FormerUPN", former),
        ("PersonBirthDate", born),
    )
    return block("ChildIdentifiers", *(block(name, text) for name, text in parts if text))


def assessment(*codes: str, start: str = "2023-01-10", authorised: str = "2023-02-01") -> str:
    return block(
        "Assessments",
        block("AssessmentActualStartDate", start) if start else "",
        block("AssessmentAuthorisationDate", authorised) if authorised else "",
        block("FactorsIdentifiedAtAssessment", *(block("AssessmentFactors", c) for c in codes)),
    )


def plan(start: str, end: str = "") -> str:
    return block(
        "CINPlanDates",
        block("CINPlanStartDate", start) if start else "",
        block("CINPlanEndDate", end) if end else "",
    )


def protection(start: str, end: str = "") -> str:
    return block(
        "ChildProtectionPlans",
        block("CPPstartDate", start) if start else "",
        block("CPPendDate", end) if end else "",
    )


def enquiry(day: str) -> str:
    return block("Section47", block("S47ActualStartDate", day))


def details(*inside: str, referral: str = "2020-01-01", closure: str = "") -> str:
    return block(
        "CINdetails",
        block("CINreferralDate", referral) if referral else "",
        block("CINclosureDate", closure) if closure else "",
        *inside,
    )


def child(identity: str, *inside: str) -> str:
    return block("Child", identity, "<ChildCharacteristics/>", *inside)


def message(*children: str, reference: str = "2024-03-31") -> bytes:
    header = block(
        "Header",
        block(
            "CollectionDetails",
            block("Collection", "CIN"),
            block("ReferenceDate", reference) if reference else "",
        ),
    )
    return block("Message", header, block("Children", *children)).encode()


def read(data: bytes) -> Census:
    return read_census_stream(io.BytesIO(data))


def known(
    number: int = 1,
    family: str = "CD-1",
    *,
    person_id: str = "",
    born: date | None = date(2014, 5, 6),
    upn: str | None = "B801200005001",
    la_child_id: str | None = None,
    died_on: date | None = None,
    **membership: object,
) -> KnownPerson:
    person = Person(
        id=person_id or f"person-{number}",
        given_name=f"Child{number}",
        family_name="Invented",
        date_of_birth=born,
        died_on=died_on,
        upn=upn,
        la_child_id=la_child_id,
    )
    member = Membership(
        id=f"membership-{number}-{family}",
        family_id=f"family-{family}",
        person_id=person.id,
        ref=f"P-{number}",
        role="child",
    )
    return KnownPerson(person, replace(member, **membership), family)  # type: ignore[arg-type]


@dataclass
class CaseFileFacts:
    """The facts of a vault of one test, which readings of censuses add to."""

    people: Sequence[KnownPerson]
    catalogue: Catalogue
    facts: list[Fact] = field(default_factory=list)
    today: date = TODAY
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def plan(self, data: bytes) -> CensusPlan:
        return plan_census(
            read(data),
            self.people,
            self.facts,
            self.catalogue,
            self.today,
            lambda: f"fact-{next(self.numbers)}",
            lambda prefix: f"{prefix}-{next(self.numbers)}",
        )

    def take_in(self, data: bytes) -> CensusPlan:
        result = self.plan(data)
        new_of = {old.id: new for old, new in result.changes}
        assert set(new_of) <= {fact.id for fact in self.facts}
        self.facts = [new_of.get(fact.id, fact) for fact in self.facts] + list(result.adds)
        return result

    def dates(self) -> set[tuple[object, ...]]:
        """(kind, person or None, first day or day, last day) of every fact."""
        return {(f.kind, f.person_id, f.on or f.from_on, f.to_on) for f in self.facts}


def vault(*people: KnownPerson, today: date = TODAY) -> CaseFileFacts:
    """A case file of these people (one child of ten, if none are given), without facts."""
    return CaseFileFacts(people or (known(),), shipped_catalogue(), today=today)
