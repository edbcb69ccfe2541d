"""The words that the invented families are made of."""

from __future__ import annotations

PROGRAMMES = (
    "troubled-families-2015",
    "supporting-families-2022",
    "families-first-2025",
    "bnes-connecting-families",
)
STATUSES = ("open", "open", "open", "assessing", "waiting", "monitoring", "closed")
KINDS = ("home visit", "home visit", "phone", "school", "meeting", "office", "no reply")
SPELLS = (
    "child-in-need",
    "early-help",
    "mental-health",
    "rent-arrears",
    "problem-debt",
    "domestic-abuse-victim",
    "parenting-support",
    "alcohol",
    "homelessness-risk",
    "neet",
)
EVENTS = ("offence", "asb-incident", "domestic-callout", "missing-episode", "section-47")
BENEFITS = ("uc-search", "esa", "uc-other", "is")
SENTENCES = (
    "{adult} opened the door before I knocked and put the kettle on.",
    "We looked at the attendance letter from {school} and what it asks for.",
    "{child} has been late on most mornings because the bus does not wait.",
    "The landlord has written about the arrears and wants a plan by Friday.",
    "{adult} rang the debt adviser while I was there and has an appointment.",
    "{child} showed me a drawing and talked about the new dog next door.",
    "There was damp on the bedroom wall; photographs sent to the housing officer.",
    "Bedtimes are calmer since the telephone stays downstairs at night.",
    "{adult} slept badly and sees the practice nurse about the tablets tomorrow.",
    "The school asked for a meeting with the educational psychologist in {month}.",
    "{child} will try breakfast club for two weeks and then tell us.",
    "Police were called to the street on Saturday; nobody here was involved.",
    "We wrote the next three steps on the fridge and agreed who does what.",
    "{adult} finished the parenting course and keeps the certificate in the kitchen.",
    "The social worker visits on {street} every other Tuesday now.",
    "{child} said that maths is easier with Mr Odell than it was before.",
    "Universal Credit was paid after the mandatory reconsideration.",
    "No new worries today; {adult} asked me to come a little later next time.",
    "The youth worker offered football on Thursdays and {child} wants to go.",
    "Nobody answered; curtains open, card left through the letterbox.",
)
