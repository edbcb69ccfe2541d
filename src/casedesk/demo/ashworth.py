"""The Ashworth family: the one that pictures and walk-throughs show, told by hand.

Kerry and her children Tyler, Ellie and Sam live with her mother Maureen; Ron has died,
Darren lives in another town. On the usual day of the caseload they meet four of six
criteria, work is not known, and Kerry's health has improved.
"""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.demo.ashworth_notes import write_notes
from casedesk.demo.ashworth_sharing import write_consents
from casedesk.demo.home import Home
from casedesk.demo.places import LEAD
from casedesk.demo.someone import Someone
from casedesk.demo.terms import terms_ended_by

REF = "CD-0412"


@dataclass(frozen=True, slots=True)
class Ashworths:
    """Everybody in the family."""

    kerry: Someone
    tyler: Someone
    ellie: Someone
    sam: Someone
    maureen: Someone
    darren: Someone
    ron: Someone


def write_ashworths(home: Home) -> Ashworths:
    """Writes every row of the family and returns its people."""
    home.programme = "troubled-families-2015"
    home.keyworker = "Jo Hebden"
    home.team = "Millbridge East"
    home.started = home.ago(187)
    home.referred = home.ago(208)
    them = _people(home)
    home.sheets.add(
        "Families", family_ref=home.ref, name=home.name, programme=home.programme, status="open",
        keyworker=home.keyworker, team=home.team, referred_on=home.referred,
        referral_source="Millbridge High School", started_on=home.started,
        address="14 Calder Street, Millbridge", postcode="ZZ4 2LB",
        alert="Two-person visits", alert_reason="Darren shouted at a worker in the doorway and "
        "would not let her pass.", alert_agreed_by=LEAD, alert_review_on=home.ago(-9),
    )  # fmt: skip
    home.sheets.add(
        "Addresses", family_ref=home.ref, person_ref=them.darren.ref,
        address="3 Harbour Road, Seaborough", postcode="ZZ90 4AB", from_=home.ago(1500),
    )  # fmt: skip
    home.sheets.add(
        "Addresses", family_ref=home.ref, address="Flat 6, 20 Foundry Way, Millbridge",
        postcode="ZZ4 7QA", from_=home.ago(3000), to=home.ago(1501),
    )  # fmt: skip
    _facts(home, them)
    _conclusions(home, them)
    _plan(home, them)
    write_consents(home, them.kerry, them.tyler, them.ellie, them.sam, them.maureen)
    write_notes(home, them.kerry, them.tyler, them.ellie, them.sam, them.maureen)
    return them


def _people(home: Home) -> Ashworths:
    kerry = home.add("parent", 34, "female", given="Kerry", responsible=True)
    tyler = home.add("child", 14, "male", given="Tyler")
    ellie = home.add("child", 9, "female", given="Ellie", disability="NONE")
    sam = home.add("child", 3, "not known", given="Sam")
    maureen = home.add("carer", 61, "female", given="Maureen", responsible=False)
    darren = home.add(
        "parent", 37, "male", given="Darren", family="Cole", at_home=False, responsible=True
    )
    ron = home.add(
        "other", 66, "male", given="Ronald", known_as="Ron", at_home=False,
        died=home.ago(2800), born=home.ago(25_000),
    )  # fmt: skip
    home.relate(ron, "partner", maureen, to=home.ago(2800))
    for parent in (ron, maureen):
        home.relate(parent, "parent", kerry)
    home.relate(darren, "separated", kerry)
    for child in (tyler, ellie, sam):
        home.relate(kerry, "parent", child)
        home.relate(darren, "parent", child)
        home.relate(maureen, "grandparent", child)
    return Ashworths(kerry, tyler, ellie, sam, maureen, darren, ron)


def _facts(home: Home, them: Ashworths) -> None:
    kerry, tyler, ellie, sam = them.kerry, them.tyler, them.ellie, them.sam
    home.fact(
        "offence", tyler, on=home.ago(199), detail="Anti-social behaviour, proven", source="Police"
    )
    home.fact("offence", tyler, on=home.ago(98), detail="Criminal damage, youth caution")
    home.fact("asb-incident", tyler, on=home.ago(230), detail="Stones thrown at cars")
    for who, rates in ((tyler, (71, 66, 76, 58, 61, 64)), (ellie, (88, 87, 90, 84, 85, 89))):
        for rate, term in zip(rates, terms_ended_by(home.today, 6), strict=True):
            attended = round(term.sessions * rate / 100)
            home.fact(
                "attendance", who, from_=term.first, to=term.last, possible=term.sessions,
                attended=attended, authorised=(term.sessions - attended) // 4,
                detail=term.name.capitalize(), source=who.school,
            )  # fmt: skip
    for child in (ellie, sam):
        home.fact("child-in-need", child, from_=home.ago(112), detail="Child in need plan started")
    home.fact(
        "domestic-callout", kerry, on=home.ago(145), detail="Incident at home address",
        source_ref="Incident 3381",
    )  # fmt: skip
    home.fact("domestic-callout", kerry, on=home.ago(320), detail="Neighbour rang, no arrest")
    home.fact("domestic-abuse-perpetrator", them.darren, on=home.ago(145), confidential=True)
    home.fact(
        "mental-health", kerry, from_=home.ago(600), to=home.ago(183),
        detail="Depression; in treatment", source="NHS",
    )  # fmt: skip
    home.thread("youth crime", "crime", [tyler], "live", home.ago(230), "police-courts-probation")
    home.thread("absence", "school", [tyler, ellie], "live", home.ago(500), "education")
    home.thread("child in need", "care", [ellie, sam], "live", home.ago(112), "social-care")
    home.thread("abuse", "abuse", [kerry], "live", home.ago(320), "violence-in-the-home")
    home.thread("low mood", "health", [kerry], "better", home.ago(600), "health")


def _conclusions(home: Home, them: Ashworths) -> None:
    common = {"family_ref": home.ref, "programme": home.programme, "by": home.keyworker}
    home.sheets.add(
        "Decisions", **common, criterion="help", state="met", on=home.ago(73),
        reason="Ellie and Sam have a child in need plan.", records_state="met",
    )  # fmt: skip
    home.sheets.add(
        "Decisions", **common, criterion="health", state="not_met", on=home.ago(19),
        reason="Treatment review: Kerry is in treatment and has been stable for six months.",
        records_state="not_known",
    )  # fmt: skip
    home.sheets.add(
        "Judgements", **common, criterion="health", on=home.ago(19), outcome="improved",
        evidence="Stable at the treatment review; up and dressed at every visit since June.",
    )  # fmt: skip
    home.sheets.add(
        "Judgements", **common, criterion="education", on=home.ago(60), outcome="same",
        evidence="Better days at breakfast club, Mondays still missed.",
    )  # fmt: skip


def _plan(home: Home, them: Ashworths) -> None:
    goals = (
        ("education", [them.tyler], "Tyler is in school nine days out of ten",
         "Mornings without a fight.", 2, 4, "education"),
        ("education", [them.ellie], "Ellie gets to school on her own two feet",
         "I want to go on the bus.", 5, 7, "education"),
        ("help", [them.ellie, them.sam], "Ellie and Sam are well looked after every day",
         "A proper tea and a proper bed.", 3, 6, "social-care"),
        ("abuse", [them.kerry], "Kerry and the children are safe at home",
         "To stop listening for the car.", 2, 5, "violence-in-the-home"),
        ("health", [them.kerry], "Kerry is well enough to enjoy the children",
         "To feel something other than tired.", 3, 8, "health"),
    )  # fmt: skip
    for criterion, people, title, said, start, now, category in goals:
        home.sheets.add(
            "Goals", family_ref=home.ref, goal_ref=home.next_ref("G"), criterion=criterion,
            people=[one.ref for one in people], title=title, family_words=said,
            start_score=start, now_score=now, set_on=home.ago(160),
            achieved_on=home.ago(19) if criterion == "health" else None, categories=[category],
        )  # fmt: skip
    steps = (
        (
            "G-2",
            "Call school about Ellie's transport",
            "Jo Hebden",
            3,
            None,
            them.ellie,
            "education",
        ),
        ("G-4", "Benefits check with Kerry", "Jo Hebden", -3, None, them.kerry, "employment"),
        ("G-1", "Chase CAMHS referral for Tyler", "Jo Hebden", -6, None, them.tyler, "health"),
        (None, "Book three-month review", LEAD, -7, None, None, "social-care"),
        ("G-1", "Ask school about breakfast club", "Jo Hebden", 130, 127, them.tyler, "education"),
        ("G-3", "Beds from the furniture project", "Jo Hebden", 90, 85, them.sam, "social-care"),
        ("G-4", "Fit the second lock", "Housing", 120, 121, them.kerry, "violence-in-the-home"),
        ("G-5", "Go with Kerry to the GP", "Jo Hebden", 140, 140, them.kerry, "health"),
    )
    for goal, title, owner, due, done, who, category in steps:
        home.sheets.add(
            "Actions", family_ref=home.ref, goal_ref=goal, action_ref=home.next_ref("A"),
            title=title, owner=owner, due=home.ago(due),
            done_on=None if done is None else home.ago(done),
            people=[who.ref] if who else None, categories=[category],
        )  # fmt: skip
    everyone = [one.ref for one in (them.kerry, them.tyler, them.ellie, them.sam, them.maureen)]
    for due, held in ((145, 144), (103, 103), (61, 60), (21, 21), (-7, None)):
        home.sheets.add(
            "Reviews", family_ref=home.ref, due_on=home.ago(due),
            held_on=None if held is None else home.ago(held),
            kind="review" if held is None else "team around the family", people=everyone,
            also_present=None if held is None else "Ms Ferris, head of year; health visitor Ruth",
            text=None if held is None else "One plan and one lead worker. Kerry asked for help "
            "with letters about rent.",
            categories=None if held is None else ["social-care", "education"],
        )  # fmt: skip
    home.sheets.add(
        "Assessments", family_ref=home.ref, on=home.ago(158), by=home.keyworker,
        people=[*everyone, them.darren.ref],
        summary="School, safety at home and Kerry's health. Maureen holds the house together.",
    )  # fmt: skip
