"""Crime and anti-social behaviour in the made-up caseload."""

from __future__ import annotations

from casedesk.demo.home import Home

_OFFENCES = (
    "Criminal damage to a bus shelter, youth caution", "Theft from a shop, referral order",
    "Common assault at school, youth conditional caution", "Taking a moped without consent",
    "Possession of cannabis, youth caution", "Criminal damage at the park, community resolution",
)  # fmt: skip
_INCIDENTS = (
    "Stones thrown at cars on Foundry Way", "Shouting and loud music, neighbours called",
    "Group outside the shop, refused to leave", "Eggs thrown at a neighbour's window",
    "Quad bike on the canal path",
)  # fmt: skip


def youth_crime(home: Home, phase: str) -> None:
    """A young person who offends: still, less than before, or no longer."""
    who = home.child(11, 17)
    pick = home.chance.pick
    home.fact("offence", who, on=home.before(45), detail=pick(_OFFENCES), source_ref="YOT 2/17")
    home.fact("asb-incident", who, on=home.before(30), detail=pick(_INCIDENTS))
    if phase == "live":
        home.fact("offence", who, on=home.ago(50), detail=pick(_OFFENCES))
        home.fact("asb-incident", who, on=home.ago(19), detail=pick(_INCIDENTS))
    elif phase == "easing":
        home.fact("offence", who, on=home.before(150), detail=pick(_OFFENCES))
        home.fact("offence", who, on=home.before(90), detail=pick(_OFFENCES))
        home.fact("offence", who, on=home.ago(100), detail=pick(_OFFENCES))
        home.fact("asb-incident", who, on=home.ago(60), detail=pick(_INCIDENTS))
    else:
        home.fact(
            "asb-intervention", who, on=home.before(60), detail="Acceptable behaviour contract"
        )
        home.fact("offence", who, on=home.before(140), detail=pick(_OFFENCES))
    home.thread(
        "youth crime", "crime", [who], phase, home.before(45),
        "police-courts-probation", "anti-social-behaviour",
    )  # fmt: skip


def restorative(home: Home, phase: str) -> None:
    """A youth restorative disposal, which only the council's own plan counts."""
    who = home.child(10, 17)
    on = home.ago(70) if phase == "live" else home.before(60)
    home.fact("restorative-disposal", who, on=on, detail="Met the shopkeeper and said sorry")
    home.thread("restorative", "crime", [who], phase, on, "police-courts-probation")


def neighbour_trouble(home: Home, phase: str) -> None:
    """Complaints about the whole household; the facts are the family's own."""
    home.fact("asb-incident", on=home.before(80), detail=home.chance.pick(_INCIDENTS))
    home.fact("asb-intervention", on=home.before(50), detail="Warning letter to the household")
    if phase == "live":
        home.fact("asb-intervention", on=home.ago(40), detail="Community protection warning")
    home.thread("neighbours", "crime", [home.main], phase, home.before(80), "anti-social-behaviour")


def parent_on_licence(home: Home, phase: str) -> None:
    """A parent out of prison on licence, with the time in custody before it."""
    who = home.partner
    home.fact(
        "custody", who, from_=home.before(400), to=home.before(60), release_due=home.before(60)
    )
    ends = home.ago(-150) if phase == "live" else home.ago(200)
    home.fact("licence", who, from_=home.before(59), to=ends, detail="Weekly with probation")
    home.thread("licence", "crime", [who], phase, home.before(59), "police-courts-probation")


def parent_in_custody(home: Home, phase: str) -> None:
    """A parent in prison who is due to come home within the year."""
    who = home.partner
    home.fact(
        "custody", who, from_=home.before(120), release_due=home.ago(-110),
        detail="Sentenced to 22 months",
    )  # fmt: skip
    home.fact("offence", who, on=home.before(150), detail="Burglary, other than a dwelling")
    home.thread("custody", "crime", [who], phase, home.before(120), "police-courts-probation")


def community_order(home: Home, phase: str) -> None:
    """A parent on a community order, or one that has been completed."""
    who = home.main
    ends = home.ago(-40) if phase == "live" else home.ago(190)
    home.fact(
        "community-order", who, from_=home.before(100), to=ends, detail="60 hours unpaid work"
    )
    home.fact("offence", who, on=home.before(110), detail="Theft from a shop")
    home.thread(
        "community order", "crime", [who], phase, home.before(110), "police-courts-probation"
    )
