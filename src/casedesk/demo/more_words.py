"""More sentences for notes, so that two years of visits do not say the same thing.

Each topic has more words of worry and more of change; asides fit any visit and name
nobody.
"""

from __future__ import annotations

ASIDES = (
    "A new kettle; the old one had gone for good.", "Washing on every radiator.",
    "The dog next door barked through all of it.", "School photographs on the shelf, this year's.",
    "We spoke in the hall because the baby was asleep.", "Smell of paint: the hall is green now.",
    "The fridge was full for once.", "The fridge was nearly empty; I left a food bank voucher.",
    "Two letters came while I was there and both were opened.", "The boiler is off again.",
    "The calendar has our visits on it in red.", "The landing light has been mended.",
    "Lots of laughing about last night's football.", "Somebody had baked.",
    "The curtains were open, which is new.", "No shoes by the door, so I asked who was out.",
    "The goldfish has a name now.", "There was a bed where the sofa used to be.",
    "A box of toys from the church, still taped.", "I was given the chair with the good leg.",
    "The bins had not been taken; I have rung the council.", "Everybody had a cold, me too by now.",
    "The tablet is cracked but works.", "The garden has been dug over.", "We had the heating on.",
    "A neighbour came in and went out again when she saw me.", "The clock is still wrong.",
    "Fresh paint over the hole in the door.", "There were birthday cards on the sill.",
)  # fmt: skip

WORRY: dict[str, tuple[str, ...]] = {
    "youth crime": (
        "{who} has a court date and has told nobody at school.",
        "There was a moped in the yard that belongs to “a mate”.",
        "{main} found a balaclava in the wash.",
        "{who} will not go past the shop any more, and will not say why.",
    ),
    "restorative": (
        "{who} asked whether the shopkeeper shouts.",
        "The meeting has been moved twice.",
    ),
    "absence": (
        "The register shows eleven lates this half term.",
        "{who} was in for tests and no lessons.",
        "{main} says the uniform was wet; there is only the one.",
        "School has sent the first letter about a fine.",
        "{who} goes in for the lunch and the art.",
        "We walked the way to school together: nine minutes.",
    ),
    "exclusion": (
        "{who} counts the days to the meeting on the wall.",
        "The centre closes at one o'clock.",
        "{main} had to leave work to fetch {who} again.",
        "The report says what {who} did and nothing about what came before.",
    ),
    "no school": (
        "Tutor for {who}: five hours a week, in a good week.",
        "{who} watches the others go by at half past eight.",
        "The admissions line had forty before us in the queue.",
    ),
    "learning": (
        "{who} guessed every word from the picture.",
        "Homework comes back with a line through it.",
        "{main} cannot read it either, and said so for the first time.",
    ),
    "early years": (
        "{who} plays under the table while we talk.",
        "The free hours have not been claimed.",
        "{main} reads to {who} now, two books on a good night.",
    ),
    "no plans": (
        "Three forms from the college, all half filled in.",
        "{who} asked what a plumber earns.",
        "{who} says the adviser only had leaflets.",
    ),
    "early help": (
        "Four services had written in one week, about four different things.",
        "{main} asked who of all these people is in charge.",
        "We put every appointment on one page.",
    ),
    "child in need": (
        "The washing machine has been broken since Easter.",
        "{who} had eaten cereal twice today.",
        "The list for the mornings is up but behind the coats.",
        "{main} forgot the dentist, and then forgot the second date.",
    ),
    "protection": (
        "The stair gate is fitted and open.",
        "{main} knows the list by heart and cannot start it.",
        "{who} stayed close to me and did not look round.",
        "The unannounced visit found nobody in and the back door open.",
    ),
    "missing": (
        "{who} came in at six in the morning and slept till three.",
        "The trainers cost more than the rent.",
        "{main} has a photograph ready, in case.",
    ),
    "violent child": (
        "{main} has locked the knives in the car.",
        "{who} cannot say what starts it.",
        "There was a bruise, and a long story about a cupboard.",
    ),
    "caring": (
        "{who} knows the name of every tablet.",
        "{who} has stopped going to football.",
        "{main} does not like a stranger to do it.",
    ),
    "anxiety": (
        "{who} will not eat where others can see.",
        "{who} sat on the stairs, the third from the top.",
        "{who} checks the lock before bed, and again.",
    ),
    "young drugs": (
        "There is a new lock on {who}'s door, from the inside.",
        "{who} says it is the only way to sleep.",
        "{main} found scales and is hoping they are for baking.",
    ),
    "neighbours": (
        "The bin was set on fire and everybody blames everybody.",
        "Third letter from housing.",
        "{main} shouts over the fence before the other one can.",
    ),
    "licence": (
        "The tag went off because of the shower.",
        "{who} does not know what to do with the days.",
        "Probation has changed the worker again.",
    ),
    "custody": (
        "The letters from prison are on the mantelpiece, unopened.",
        "The visit was cancelled when they were already there.",
        "{main} is not sure about the homecoming, and is not allowed to say so.",
    ),
    "community order": (
        "{who} was sent home from the unpaid work for being late.",
        "The back pain is real, says the GP.",
    ),
    "parenting": (
        "{main} gave in at the third no.",
        "Tea was at nine, standing up.",
        "Each of the children has another rule about the phone.",
        "{main} went to the group once and sat by the door.",
    ),
    "conflict": (
        "Two winter coats, one in each house, and today no coat.",
        "{main} heard about the new partner from the children.",
        "There is a solicitor's letter on the table, face up.",
    ),
    "abuse": (
        "{main} had a scarf on, indoors.",
        "A car went past twice, slowly, and we both saw it.",
        "{main} has kept the messages and wants me to read them.",
        "The bag is packed and at the sister's.",
        "The second lock is still in its packet.",
    ),
    "work": (
        "The shift starts before the first bus.",
        "{main} has the interview shoes and no interview.",
        "A sanction: forty days, for the appointment nobody was told of.",
    ),
    "money": (
        "A man came about the sofa while I was there.",
        "The catalogue, the doorstep loan, the other one.",
        "{main} pays a little to whoever shouts most.",
    ),
    "low mood": (
        "{main} had not slept, and had not been out since Sunday.",
        "The prescription is on the side, not collected.",
        "{main} says the children would be better off, then that it was talk. Told the GP.",
    ),
    "illness": (
        "{main} fell in the bathroom on Monday.",
        "The form has forty pages and wants all of it again.",
        "The wheelchair does not go through the kitchen door.",
    ),
    "drinking": (
        "{main} was fine, and it was ten in the morning, and I could smell it.",
        "A week without, then the weekend.",
        "{main} asked me not to look in the shed.",
    ),
    "birth": ("The scan picture is in a drawer.", "{main} sleeps when the visits are due."),
    "housing": (
        "Mould behind the wardrobe, right up to the ceiling.",
        "Number nineteen on the list, from twenty-two.",
        "The children do homework on the bunk.",
    ),
}

BETTER: dict[str, tuple[str, ...]] = {
    "youth crime": (
        "{who} is in for nine, mostly.",
        "The youth offending worker signed {who} off.",
    ),
    "restorative": ("{who} says hello when passing the shop.",),
    "absence": (
        "{who} is up before {main} on most days.",
        "The school rang with good news for a change.",
        "Ninety-odd per cent, and {who} can say the figure.",
    ),
    "exclusion": ("{who} stayed in for the whole of the last week.",),
    "no school": ("{who} has been asked to two birthdays.",),
    "learning": (
        "{who} has a reading age that fits the birthday cake.",
        "The plan has come, at last.",
    ),
    "early years": ("{who} told me a story with a beginning.", "{main} waves and goes now."),
    "no plans": ("First wages: {who} bought fish and chips for all.",),
    "early help": ("{main} knew the date of the next meeting before I did.",),
    "child in need": ("Tea on the table at five, and room for me.", "{main} rang the dentist."),
    "protection": (
        "{who} ran to the door to show me a tooth.",
        "The core group has run out of points.",
    ),
    "missing": ("{who} answers the phone, and is where the phone is.",),
    "violent child": ("{who} said “I am going out for a bit” and went, and came back.",),
    "caring": ("{who} scored on Saturday and {main} was there, in the chair.",),
    "anxiety": ("{who} made the call without me.", "{who} ate chips on a bench, in public."),
    "young drugs": ("{who} has money left on Thursdays.",),
    "neighbours": ("The neighbour took in a parcel.",),
    "licence": ("{who} has a job on the vans, days only.",),
    "custody": ("Everyone knows the date now, and it is on the calendar.",),
    "community order": ("{who} asked for a reference from the supervisor.",),
    "parenting": ("{main} held out for a whole supermarket.", "Everybody ate, at a table."),
    "conflict": ("The coats have found their hooks.", "One message a day, and polite."),
    "abuse": ("{main} has a new number and nobody has it who should not.", "The locks are fitted."),
    "work": ("{main} was asked to do the rota.", "{main} bought shoes, from wages."),
    "money": ("The meter is on real credit.", "{main} rang the council and got through."),
    "low mood": (
        "{main} sang in the kitchen and stopped when I came in.",
        "{main} slept, and slept in.",
    ),
    "illness": ("The new tablets help, and {main} hates to admit it.",),
    "drinking": (
        "The glass was for water.",
        "{main} carries a chip from the meeting in one pocket.",
    ),
    "birth": ("{main} talks to the baby about what is for tea.",),
    "housing": ("There is a number on the door, and it is theirs.",),
}
