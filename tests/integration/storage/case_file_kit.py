"""Real encrypted case files for the tests, and invented records of every kind."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from casedesk.domain.records import (
    Action,
    Address,
    Assessment,
    Consent,
    Contact,
    Decision,
    Document,
    Fact,
    Family,
    Goal,
    GoalScore,
    Involvement,
    Judgement,
    Membership,
    Person,
    PlannedVisit,
    Professional,
    Record,
    Relationship,
    Restriction,
    Review,
    SafeContact,
    SharingDecision,
)
from casedesk.storage import migrations
from casedesk.storage.engine import make_engine, open_keyed
from casedesk.storage.ids import new_id
from casedesk.storage.unit_of_work import UnitOfWork

KEY = bytes(range(32))
DEVICE = "7K"
ACTOR = "Ann Keyworker"
NINE_O_CLOCK = 1_795_770_000_000_000
SCAN = b"%PDF-1.7 an invented scan"


class SetClock:
    """A laptop's clock that says what it is told, in microseconds since 1970 UTC."""

    def __init__(self, now: int = NINE_O_CLOCK) -> None:
        self.now = now

    def __call__(self) -> int:
        return self.now


def make_case_file(path: Path) -> Engine:
    """An engine over a new encrypted case file with today's schema."""
    open_keyed(path, KEY, create=True).close()
    engine = make_engine(path, KEY)
    with engine.connect() as connection:
        migrations.upgrade(connection)
    return engine


def family(ref: str = "CD-1", name: str = "O'Brien", **fields: Any) -> Family:
    return Family(id=new_id(), ref=ref, name=name, **fields)


def person(given_name: str = "Tyler", family_name: str = "O'Brien", **fields: Any) -> Person:
    return Person(id=new_id(), given_name=given_name, family_name=family_name, **fields)


def member(of: Family, who: Person, ref: str = "P-1", **fields: Any) -> Membership:
    return Membership(id=new_id(), family_id=of.id, person_id=who.id, ref=ref, **fields)


def fact(of: Family, who: Person | None = None, ref: str = "F-1", **fields: Any) -> Fact:
    about = {"kind": "offence", "on": date(2026, 5, 4), **fields}
    return Fact(id=new_id(), family_id=of.id, person_id=who.id if who else None, ref=ref, **about)


def contact(of: Family, ref: str = "V-1", text: str = "All well.", **fields: Any) -> Contact:
    about = {"on": date(2026, 5, 4), **fields}
    return Contact(id=new_id(), family_id=of.id, ref=ref, text=text, **about)


def every_kind(unit: UnitOfWork) -> list[Record]:
    """One family with a record of every kind, every field filled in, in an order to save in."""
    unit.put_blob(SCAN)
    home = Family(
        id=new_id(), ref="CD-7K-0001", name="O'Brien", status="open", referral_source="School",
        alert="Dog bites", alert_reason="Two visits", alert_agreed_by="Lead",
        alert_review_on=date(2026, 12, 1),
    )  # fmt: skip
    tyler = Person(
        id=new_id(), given_name="Tyler", family_name="O'Brien", known_as="Ty",
        date_of_birth=date(2012, 2, 29), died_on=date(2026, 11, 1), sex="male", gender="boy",
        ethnicity="WBRI", expectant=False, nhs_number="9991234567", upn="A123456789012",
        nino="QQ123456C", la_child_id="C-77", phone="07700 900123", email="ty@example.org",
        school="Millbridge High School", first_language="English", interpreter=True,
        disability=("HAND", "VIS"),
    )  # fmt: skip
    joan = person("Joan", "O'Brien", phone="07700 900456")
    at = {"family_id": home.id}
    both = (tyler.id, joan.id)
    goal = Goal(
        id=new_id(), ref="G-1", criterion="education", people=both, title="School every day",
        family_words="Getting up", start_score=2, now_score=0, set_on=date(2026, 3, 1),
        achieved_on=date(2026, 9, 1), categories=("education",), confidential=True, **at,
    )  # fmt: skip
    visit = Contact(
        id=new_id(), ref="V-1", on=date(2026, 5, 4), at_time=time(16, 30), kind="home visit",
        people=both, also_present="A neighbour", children_seen=(tyler.id,),
        seen_alone=(tyler.id,), child_voice=((tyler.id, "I like art"), (None, "Me too")),
        text="Talked about mornings.", categories=("education",), by="Ann",
        significant=True, confidential=True, minutes=50, **at,
    )  # fmt: skip
    teacher = Professional(
        id=new_id(), ref="PR-1", name="Ms Ferris", role="Head of year",
        organisation="Millbridge High School", recipient="schools", phone="01632 960123",
        email="office@example.org", people=(tyler.id,), from_on=date(2026, 1, 5),
        to_on=date(2026, 7, 20), lead=True, note="Rings back after three", **at,
    )  # fmt: skip
    return [
        home,
        tyler,
        joan,
        member(home, tyler, "P-1", role="child", dependent=True),
        Membership(
            id=new_id(), person_id=joan.id, ref="P-2", role="parent",
            parental_responsibility=True, lives_in_household=False,
            joined_on=date(2025, 1, 1), left_on=date(2026, 1, 1), dependent=False, **at,
        ),
        Involvement(
            id=new_id(), programme="sf-2022", current=True, referred_on=date(2026, 1, 2),
            started_on=date(2026, 2, 1), closed_on=date(2026, 10, 1), closure_reason="Moved",
            keyworker="Ann", team="North", **at,
        ),
        Address(
            id=new_id(), person_id=joan.id, address="12 High Street\nMillbridge",
            postcode="BA1 1AA", uprn="100", from_on=date(2020, 1, 1), to_on=date(2026, 1, 1),
            protected=True, current=True, **at,
        ),
        Relationship(
            id=new_id(), person_id=joan.id, relation="parent", other_person_id=tyler.id,
            from_on=date(2012, 2, 29), to_on=date(2026, 1, 1), **at,
        ),
        Fact(
            id=new_id(), person_id=tyler.id, ref="F-1", kind="attendance", on=date(2026, 5, 4),
            from_on=date(2026, 1, 5), to_on=date(2026, 4, 1), possible=120, attended=0,
            authorised=3, days=Decimal("2.50"), release_due=date(2027, 1, 1), benefit="jsa",
            criterion="education", detail="Spring term", source="School", source_ref="S/1",
            confidential=True, in_error=True, **at,
        ),
        Decision(
            id=new_id(), programme="sf-2022", pack_version="3", criterion="education",
            state="met", on=date(2026, 5, 1), by="Ann", reason="Register seen",
            records_state="not_known", in_error=True, **at,
        ),
        Judgement(
            id=new_id(), programme="sf-2022", criterion="education", on=date(2026, 6, 1),
            outcome="improved", evidence="Attends daily", by="Ann", in_error=True, **at,
        ),
        Consent(
            id=new_id(), person_id=joan.id, ref="C-1", recipients=("schools", "nhs"),
            categories=("education",), purposes=("support",), decision="given",
            decided_on=date(2026, 2, 1), expires_on=date(2027, 2, 1),
            withdrawn_on=date(2026, 8, 1), withdrawn_reason="Fell out", given_by="self",
            method="written", explained_by="Ann", notice_version="2", competence="adult",
            note="Read aloud", in_error=True, **at,
        ),
        SharingDecision(
            id=new_id(), ref="S-1", people=both, recipients=("police",),
            categories=("social-care",), decision="share", basis="safeguarding",
            reason="Risk of harm", told_family=False, not_told_why="Would add risk",
            decided_by="Ann", decided_on=date(2026, 2, 2), authorised_by="Lead",
            condition="sch1-18", protected_address=True, from_on=date(2026, 2, 2),
            to_on=date(2026, 3, 2), in_error=True, **at,
        ),
        Restriction(
            id=new_id(), person_id=joan.id, kind="objection", purposes=("evaluate",),
            from_on=date(2026, 2, 3), to_on=date(2026, 4, 3), reason="By letter", **at,
        ),
        visit,
        teacher,
        goal,
        Action(
            id=new_id(), goal_id=goal.id, ref="A-1", title="Buy an alarm clock", owner="Joan",
            due=date(2026, 3, 8), done_on=date(2026, 3, 7), people=(joan.id,),
            categories=("education",), confidential=True, **at,
        ),
        Review(
            id=new_id(), due_on=date(2026, 6, 1), held_on=date(2026, 6, 2), kind="review",
            people=both, also_present="The school", professionals=(teacher.id,), apologies="The GP",
            views=((tyler.id, "It helps"), (None, "So it does")), text="Going well",
            categories=("education",), **at,
        ),
        Assessment(
            id=new_id(), on=date(2026, 2, 10), people=both, summary="Mornings are hard",
            by="Ann", **at,
        ),
        Document(
            id=new_id(), ref="D-1", name="consent.pdf", media_type="application/pdf",
            size=len(SCAN), sha256=unit.put_blob(SCAN), added_on=date(2026, 2, 1),
            people=(joan.id,), categories=("education",), note="Signed", confidential=True, **at,
        ),
        GoalScore(
            id=new_id(), goal_id=goal.id, on=date(2026, 4, 1), score=3, by="Ann",
            note="Two late marks", **at,
        ),
        PlannedVisit(
            id=new_id(), ref="PV-1", on=date(2026, 5, 4), at_time=time(16, 0), minutes=60,
            kind="home visit", people=both, also_present="A neighbour", place="12 High Street",
            purpose="Mornings", by="Ann", contact_id=visit.id, cancelled_on=date(2026, 5, 5), **at,
        ),
        SafeContact(
            id=new_id(), person_id=joan.id, instruction="Only when he is at work",
            ways=("text",), agreed_on=date(2026, 2, 1), agreed_by="Lead",
            review_on=date(2026, 5, 1), **at,
        ),
    ]  # fmt: skip
