"""An invented town: streets, schools, the team and the people it works with."""

from __future__ import annotations

STREETS = (
    "Calder Street", "Weavers Row", "Ash Grove", "Lock Fold", "Mill Brow", "Canal Side",
    "Tenter Lane", "Dyehouse Road", "Bobbin Close", "Chapel Hill", "Foundry Way", "Heath Rise",
    "Quarry Bank", "Fulling Lane", "St Oswin's Terrace", "Moorside Avenue", "Sluice Gardens",
)  # fmt: skip
TOWN = "Millbridge"
HIGH_SCHOOLS = ("Millbridge High School", "Calderbrook Academy", "St Oswin's Catholic High School")
PRIMARY_SCHOOLS = (
    "Ashfield Primary School", "Weir Lane Primary School", "Lock Fold Primary School",
    "St Oswin's Catholic Primary School", "Heath Rise Primary School",
)  # fmt: skip
NURSERIES = ("Bobbin Close Nursery", "Little Weavers Nursery")
OTHER_PROVISION = "The Bridge Centre"

KEYWORKERS = ("Jo Hebden", "Beth Lindley", "Mark Oyelaran", "Callum Reid", "Farah Siddiqui")
TEAMS = ("Millbridge East", "Millbridge West")
LEAD = "Samira Patel"
SECOND_LEAD = "Gwen Ashcroft"
NOTICE_VERSION = "2026-04"

SOURCE_OF_KIND = {
    "offence": "Youth Offending Team",
    "asb-incident": "Police",
    "asb-intervention": "Community safety team",
    "restorative-disposal": "Youth Offending Team",
    "custody": "Prison service",
    "licence": "Probation service",
    "community-order": "Probation service",
    "attendance": "School",
    "exclusion-fixed": "School",
    "exclusion-permanent": "School",
    "alternative-provision": "School",
    "not-on-roll": "Education welfare",
    "education-needs-unmet": "School",
    "early-help": "Early help",
    "child-in-need": "Children's social care",
    "section-47": "Children's social care",
    "child-protection-plan": "Children's social care",
    "parenting-support": "Early help",
    "parental-conflict": "Early help",
    "child-violence-at-home": "Early help",
    "caring-unsupported": "Young carers service",
    "early-years-development": "Health visiting",
    "early-years-place-untaken": "Early years team",
    "missing-episode": "Police",
    "exploitation-risk": "Children's social care",
    "abuse-or-neglect": "Children's social care",
    "out-of-work-benefit": "Jobcentre",
    "employment": "Jobcentre",
    "neet": "Youth service",
    "leaving-school-no-plans": "School",
    "problem-debt": "Money advice",
    "rent-arrears": "Housing",
    "domestic-abuse-victim": "Domestic abuse service",
    "domestic-abuse-perpetrator": "Police",
    "domestic-callout": "Police",
    "mental-health": "GP",
    "alcohol": "Recovery service",
    "drugs": "Recovery service",
    "physical-health": "GP",
    "perinatal-health": "Midwifery",
    "temporary-accommodation": "Housing",
    "homelessness-risk": "Housing",
    "nomination": "School nurse",
    "nothing-found": "Agency check",
}
"""Who usually tells the team about a kind of fact."""

PROFESSIONALS = {
    "school": ("Ms Ferris, head of year", "Mr Odell, pastoral lead", "Mrs Kaur, attendance"),
    "health": ("Dr Lomax's practice nurse", "health visitor Ruth", "CAMHS worker Ben"),
    "police": ("PC Rana, neighbourhood team", "PCSO Doyle"),
    "care": ("social worker Tom", "social worker Adaobi"),
    "work": ("work coach Lynn", "work coach Pete"),
    "housing": ("housing officer Carol", "housing officer Yusuf"),
    "abuse": ("adviser Marie, domestic abuse service",),
    "recovery": ("recovery worker Sal",),
}
