"""What the Ashworths agreed to share, refused, and what was decided without them."""

from __future__ import annotations

from casedesk.demo.consents import EVERYTHING, consent
from casedesk.demo.home import Home
from casedesk.demo.places import LEAD
from casedesk.demo.someone import Someone


def write_consents(
    home: Home, kerry: Someone, tyler: Someone, ellie: Someone, sam: Someone, maureen: Someone
) -> None:
    """Consents, sharing decisions and objections of the family."""
    consent(home, kerry, ("nhs",), ("health", "substance-misuse"), 174, lasts=183, method="written")
    consent(
        home, kerry, ("police", "moj"), ("violence-in-the-home", "police-courts-probation"), 174
    )
    consent(home, kerry, ("schools",), ("education", "social-care"), 174)
    consent(home, kerry, ("youth-service",), ("education", "social-care", "employment"), 174)
    consent(home, tyler, ("nhs",), ("health", "education", "social-care"), 170)
    consent(home, tyler, ("police", "moj", "yot"), ("police-courts-probation",), 170)
    consent(home, tyler, ("schools/Millbridge High School",), ("education", "social-care"), 170)
    consent(home, tyler, ("youth-service",), EVERYTHING, 170)
    consent(home, ellie, ("nhs", "schools", "youth-service"), EVERYTHING, 170)
    consent(home, sam, ("nhs",), EVERYTHING, 170)
    consent(home, maureen, ("nhs",), ("health",), 150)
    consent(home, maureen, ("dwp",), ("employment",), 150, withdrawn=90)
    consent(
        home, tyler, ("schools",), ("health",), 205, decision="refused",
        note="Does not want school to know about CAMHS.",
    )  # fmt: skip
    home.sheets.add(
        "Sharing decisions", family_ref=home.ref, decision_ref=home.next_ref("S"),
        people=[kerry.ref], recipients=["police"], categories=["violence-in-the-home"],
        decision="share", basis="legal-obligation", condition="statutory-purposes",
        reason="Risk information for the domestic abuse panel.", told_family=True,
        decided_by=LEAD, authorised_by=LEAD, decided_on=home.ago(145), from_=home.ago(145),
    )  # fmt: skip
    for who, ago in ((tyler, 160), (maureen, 150)):
        home.sheets.add(
            "Restrictions", family_ref=home.ref, person_ref=who.ref, kind="objection",
            purposes=["evaluate"], from_=home.ago(ago),
            reason="Told of the National Impact Study; does not want to be in it.",
        )  # fmt: skip
