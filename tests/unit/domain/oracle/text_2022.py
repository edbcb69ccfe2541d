"""The packs of 2022 and 2025, copied by hand from docs/criteria.md, The packs to ship."""

from __future__ import annotations

from oracle.pack_words import (
    Table,
    absence,
    attendance,
    count,
    criterion,
    current,
    ended_for,
    judged,
    none_in,
    terms,
)
from oracle.text_2015 import ABUSE_EVENTS

_SAFETY_KINDS = ("abuse-or-neglect", "exploitation-risk", "child-protection-plan", "child-in-need")
_MONEY_KINDS = ("out-of-work-benefit", "problem-debt", "rent-arrears", "neet")
_RELATIONS = ("parenting-support", "parental-conflict", "child-violence-at-home")

_TEN = [
    criterion(
        "education",
        "Getting a good education",
        "education",
        [
            absence("attendance", 90, 2),
            terms("exclusions", "child", "count-terms", "exclusion-fixed", 1, 3),
            current("not-on-roll", "school-age", "not-on-roll"),
            current("needs-unmet", "child", "education-needs-unmet"),
        ],
        [
            attendance(90, 2),
            none_in("exclusion-fixed"),
            ended_for("not-on-roll", "education-needs-unmet"),
        ],
    ),
    criterion(
        "early-years",
        "Good early years development",
        "vulnerable-children-health",
        [
            current("development", "child", "early-years-development"),
            current("perinatal", "adult", "perinatal-health"),
        ],
        [ended_for("early-years-development", "perinatal-health")],
    ),
    criterion(
        "health",
        "Improved mental and physical health",
        "health",
        [
            current("child-mental-health", "child", "mental-health"),
            current("adult-mental-health", "adult", "mental-health"),
            current("physical-health", "any", "physical-health"),
        ],
        [judged("mental-health", "physical-health")],
    ),
    criterion(
        "substances",
        "Better managed substance use",
        "substance-misuse",
        [
            current("child-substances", "child", "alcohol", "drugs"),
            current("adult-substances", "adult", "alcohol", "drugs"),
        ],
        [judged("alcohol", "drugs")],
    ),
    criterion(
        "relationships",
        "Improved family relationships",
        "social-care",
        [
            current("parenting", "any", "parenting-support"),
            current("conflict", "any", "parental-conflict"),
            current("child-violence", "any", "child-violence-at-home"),
            current("caring", "any", "caring-unsupported"),
        ],
        [ended_for(*_RELATIONS, "caring-unsupported")],
    ),
    criterion(
        "safety",
        "Children safe from abuse and exploitation",
        "vulnerable-children-health",
        [
            current("abuse-or-neglect", "child", "abuse-or-neglect"),
            count("missing", "child", "missing-episode"),
            current("exploitation", "any", "exploitation-risk"),
            current("plan", "child", "child-protection-plan", "child-in-need"),
        ],
        [ended_for(*_SAFETY_KINDS), none_in("missing-episode")],
    ),
    criterion(
        "crime",
        "Families diverted from crime",
        "police-courts-probation",
        [
            count("adult-crime", "adult", "offence", "asb-intervention"),
            count("child-crime", "child", "offence", "asb-intervention"),
        ],
        [none_in("offence", "asb-intervention")],
    ),
    criterion(
        "abuse",
        "Safe from domestic abuse",
        "violence-in-the-home",
        ABUSE_EVENTS,
        [
            none_in("domestic-callout", "domestic-abuse-perpetrator"),
            ended_for("domestic-abuse-victim"),
        ],
    ),
    criterion(
        "housing",
        "Secure housing",
        "housing",
        [
            current("temporary", "any", "temporary-accommodation"),
            current("homeless-risk", "any", "homelessness-risk"),
        ],
        [ended_for("temporary-accommodation", "homelessness-risk")],
    ),
    criterion(
        "money",
        "Financial stability",
        "employment",
        [
            current("out-of-work", "adult", "out-of-work-benefit"),
            current("debt", "any", "problem-debt", "rent-arrears"),
            current("neet", "any", "neet"),
        ],
        [ended_for(*_MONEY_KINDS)],
    ),
]

SUPPORTING: Table = {
    "id": "supporting-families-2022",
    "version": "1",
    "title": "Supporting Families 2022 to 2025",
    "min_criteria": 1,
    "min_needs": 3,
    "dependent_child": True,
    "claims": True,
    "check_months": 6,
    "employment_route": None,
    "criteria": _TEN,
}

FIRST: Table = {
    **SUPPORTING,
    "id": "families-first-2025",
    "title": "Families First (starter, to be replaced by your council's)",
    "min_needs": 1,
    "claims": False,
}
