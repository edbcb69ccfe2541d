"""One invented family and short ways to write its records: Kerry, Wayne, Tyler and Ellie."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.gate import GateItem, GatePolicy, GateQuestion, GateResult, open_gate
from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    CaseFile,
    Consent,
    Contact,
    Decision,
    Document,
    Fact,
    Family,
    Goal,
    Involvement,
    Judgement,
    Membership,
    Order,
    Person,
    Record,
    Relationship,
    Restriction,
    Review,
    SharingDecision,
)
from casedesk.system.resources import shipped_catalogue

HOME = "family"
D = date(2026, 11, 24)
SCHOOL = "schools/Millbridge High School"
CRITERIA = {
    "crime": "police-courts-probation",
    "education": "education",
    "help": "social-care",
    "work": "employment",
    "abuse": "violence-in-the-home",
    "health": "health",
}
REFS = {"kerry": "P-1", "wayne": "P-2", "tyler": "P-3", "ellie": "P-4"}
_PLACES: dict[type[Record], str] = {
    Involvement: "involvements",
    Address: "addresses",
    Person: "people",
    Membership: "memberships",
    Relationship: "relationships",
    Fact: "facts",
    Decision: "decisions",
    Judgement: "judgements",
    Consent: "consents",
    SharingDecision: "sharing_decisions",
    Restriction: "restrictions",
    Contact: "contacts",
    Goal: "goals",
    Action: "actions",
    Review: "reviews",
    Assessment: "assessments",
    Document: "documents",
}


def catalogue() -> Catalogue:
    return shipped_catalogue()


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if isinstance(text, str) else text


def _certain(text: Any) -> date:
    day = _day(text)
    assert day is not None
    return day


def person(person_id: str, born: str | None, role: str, **more: Any) -> tuple[Record, ...]:
    """A person and their membership; `more` goes to whichever of the two has the field."""
    of_membership = {
        name: more.pop(name)
        for name in tuple(more)
        if name in Membership.__dataclass_fields__ and name != "id"
    }
    fields = {"given_name": person_id.capitalize(), "family_name": "Ashworth", **more}
    one = Person(id=person_id, date_of_birth=_day(born), **fields)
    return one, Membership(
        id=f"in-{person_id}",
        family_id=HOME,
        person_id=person_id,
        role=role,
        **{"ref": REFS.get(person_id, f"P-{person_id}"), **of_membership},
    )


ASHWORTHS = (
    *person("kerry", "1992-02-11", "parent", sex="female", phone="07700 900123"),
    *person("wayne", "1990-07-01", "other", sex="male"),
    *person("tyler", "2012-03-05", "child", sex="male", school="Millbridge High School"),
    *person("ellie", "2017-09-30", "child", sex="female"),
)
KERRY_AND_TYLER = (*ASHWORTHS[:2], *ASHWORTHS[4:6])
TYLER = ASHWORTHS[4:6]


def case_of(*records: Record, people: tuple[Record, ...] = ASHWORTHS) -> CaseFile:
    """A case file of these records, recorded in the order given."""
    family = Family(id=HOME, ref="CD-0412", name="Ashworth", alert="Two-person visits")
    lists: dict[str, list[Record]] = {name: [] for name in _PLACES.values()}
    for place, record in enumerate((*people, *records), start=1):
        lists[_PLACES[type(record)]].append(replace(record, order=Order(place, "t", place)))
    return CaseFile(family=family, **{name: tuple(found) for name, found in lists.items()})  # type: ignore[arg-type]


def ask(
    case: CaseFile,
    recipient: str = "schools",
    purpose: str = "support",
    as_at: date = D,
    reader: str | None = None,
    **policy: bool,
) -> GateResult:
    question = GateQuestion(recipient, purpose, as_at, reader)
    return open_gate(case, question, catalogue(), CRITERIA, GatePolicy(**policy))


def item(result: GateResult, item_id: str, kind: str | None = None) -> GateItem:
    """The one item of that reference (or record id)."""
    found = [
        one
        for one in result.every
        if item_id in (one.id, one.record_id) and kind in (None, one.kind)
    ]
    assert len(found) == 1, f"{item_id}: {[one.id for one in result.every]}"
    return found[0]


def allowed(result: GateResult) -> set[str]:
    return {one.id for one in result.allowed}


def event(ref: str, kind: str = "exclusion-permanent", on: str = "2026-05-03", **more: Any) -> Fact:
    return _fact(ref, kind, {"on": _day(on)}, more)


def spell(ref: str, kind: str, start: str, end: str | None = None, **more: Any) -> Fact:
    return _fact(ref, kind, {"from_on": _day(start), "to_on": _day(end)}, more)


def attendance(ref: str, start: str, end: str, **more: Any) -> Fact:
    figures = {"possible": 100, "attended": 70, "authorised": 5, **more}
    return _fact(ref, "attendance", {"from_on": _day(start), "to_on": _day(end)}, figures)


def _fact(ref: str, kind: str, dates: dict[str, Any], more: dict[str, Any]) -> Fact:
    fields = {"family_id": HOME, "person_id": "tyler", **dates, **more}
    return Fact(id=f"id-{ref}", ref=ref, kind=kind, **fields)


def consent(ref: str, decided: str = "2026-01-10", **more: Any) -> Consent:
    """Tyler's yes to schools about education for support, unless said otherwise."""
    fields: dict[str, Any] = {
        "family_id": HOME,
        "person_id": "tyler",
        "recipients": ("schools",),
        "categories": ("education",),
        "purposes": ("support",),
        "decision": "given",
        **more,
    }
    for name in ("expires_on", "withdrawn_on"):
        fields[name] = _day(fields.get(name))
    return Consent(id=f"id-{ref}", ref=ref, decided_on=_certain(decided), **fields)


def sharing(ref: str, decided: str = "2026-02-01", **more: Any) -> SharingDecision:
    """A decision to share Tyler's education with schools to safeguard, from its day on."""
    fields: dict[str, Any] = {
        "family_id": HOME,
        "people": ("tyler",),
        "recipients": ("schools",),
        "categories": ("education",),
        "decision": "share",
        "basis": "safeguarding",
        "reason": "The school needs to know.",
        "told_family": True,
        "decided_by": "Jo Hebden",
        "from_on": decided,
        **more,
    }
    fields["from_on"] = _certain(fields["from_on"])
    fields["to_on"] = _day(fields.get("to_on"))
    return SharingDecision(id=f"id-{ref}", ref=ref, decided_on=_certain(decided), **fields)


def no_sharing(ref: str, decided: str = "2026-02-01", **more: Any) -> SharingDecision:
    return sharing(ref, decided, **{"decision": "do not share", "basis": None, **more})


def restriction(kind: str = "restriction", start: str = "2026-01-01", **more: Any) -> Restriction:
    fields: dict[str, Any] = {"family_id": HOME, "person_id": "tyler", **more}
    fields["to_on"] = _day(fields.get("to_on"))
    return Restriction(id=f"id-{kind}-{start}", kind=kind, from_on=_certain(start), **fields)


def contact(ref: str, on: str = "2026-05-03", **more: Any) -> Contact:
    fields: dict[str, Any] = {"family_id": HOME, "text": "We talked.", **more}
    return Contact(id=f"id-{ref}", ref=ref, on=_certain(on), **fields)


def goal(ref: str, **more: Any) -> Goal:
    fields: dict[str, Any] = {"family_id": HOME, "title": "Be in school", **more}
    for name in ("set_on", "achieved_on"):
        fields[name] = _day(fields.get(name))
    return Goal(id=f"id-{ref}", ref=ref, **fields)


def action(ref: str, **more: Any) -> Action:
    fields: dict[str, Any] = {"family_id": HOME, "title": "Ring the school", **more}
    fields["done_on"] = _day(fields.get("done_on"))
    return Action(id=f"id-{ref}", ref=ref, **fields)


def address(key: str, **more: Any) -> Address:
    fields: dict[str, Any] = {"family_id": HOME, "address": "4 Mill Lane", **more}
    for name in ("from_on", "to_on"):
        fields[name] = _day(fields.get(name))
    return Address(id=key, **fields)


def assessment(key: str, on: str = "2026-05-03", **more: Any) -> Assessment:
    return Assessment(id=key, family_id=HOME, on=_certain(on), **more)


def review(key: str, due: str, held: str | None = None, **more: Any) -> Review:
    return Review(id=key, family_id=HOME, due_on=_certain(due), held_on=_day(held), **more)


def decision(key: str, criterion: str, state: str = "met", on: str = "2026-05-03") -> Decision:
    return Decision(
        id=key,
        family_id=HOME,
        programme="troubled-families-2015",
        pack_version="1",
        criterion=criterion,
        state=state,
        on=_certain(on),
        reason="As the school says.",
    )


def judgement(key: str, criterion: str, on: str = "2026-05-03") -> Judgement:
    return Judgement(
        id=key,
        family_id=HOME,
        programme="troubled-families-2015",
        criterion=criterion,
        on=_certain(on),
        outcome="improved",
        evidence="The GP's letter.",
    )


def document(ref: str, added: str = "2026-05-03", **more: Any) -> Document:
    return Document(
        id=f"id-{ref}",
        family_id=HOME,
        ref=ref,
        name="letter.pdf",
        media_type="application/pdf",
        size=3,
        sha256="00" * 32,
        added_on=_certain(added),
        **more,
    )
