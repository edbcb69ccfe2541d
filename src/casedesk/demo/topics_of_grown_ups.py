"""Words about troubles of parents and of the whole household."""

from __future__ import annotations

from casedesk.demo.topic import Topic

GROWN_UPS: dict[str, Topic] = {
    "neighbours": Topic(
        (
            "The neighbour has kept a diary and {main} has seen it.",
            "{main} says half of the complaints are about a family that moved out.",
        ),
        ("No letters for three months.", "{main} and the neighbour said good morning."),
        "Peace with the neighbours",
        "To be left alone.",
        (
            ("Meet the housing officer about the complaints", "{worker}"),
            ("Music off by ten", "{main}"),
        ),
        "police",
    ),
    "licence": Topic(
        (
            "{who} must be in by seven, and the late shift ends at eight.",
            "{who} is not used to the house; everyone walks on eggshells.",
        ),
        (
            "{who} has finished the licence without a breach.",
            "{who} takes the little ones to school now.",
        ),
        "{who} finishes the licence without a breach",
        "To stay out.",
        (("Agree appointments with probation around work", "{worker}"),),
        "police",
    ),
    "custody": Topic(
        (
            "The children want to know the date and nobody will say it.",
            "{main} takes two buses and a train for an hour's visit.",
        ),
        ("A room is ready for the homecoming.", "The family visit went well."),
        "A plan for the homecoming",
        "That it is different this time.",
        (
            ("Ask the prison for a family visit", "{worker}"),
            ("Tell the children the date together", "{main}"),
        ),
        "police",
    ),
    "community order": Topic(
        (
            "{who} has done eleven hours of sixty and lost the card.",
            "The unpaid work is on the day of the clinic.",
        ),
        (
            "All the hours are done.",
            "{who} still goes to the workshop, for nothing, because it helps.",
        ),
        "{who} completes the order",
        "To get it finished.",
        (("Ask probation to move the day", "{worker}"),),
        "police",
    ),
    "parenting": Topic(
        (
            "Bedtime took two hours and ended on the sofa.",
            "{main} hears a grandmother's voice in all that shouting.",
            "The chart on the wall lasted four days.",
        ),
        (
            "Lights out by eight, four nights of seven.",
            "{main} told me what would have been shouted last year, and laughed.",
        ),
        "Calm evenings",
        "To like being at home.",
        (
            ("Go to the parenting group on Mondays", "{main}"),
            ("Keep three rules, and only three", "{main}"),
        ),
        "care",
    ),
    "conflict": Topic(
        (
            "The handover at the weekend ended in the street again.",
            "{main} keeps every message and reads them to the children.",
        ),
        (
            "They meet at the library now and it takes a minute.",
            "{main} says they agreed about the holidays without a solicitor.",
        ),
        "Children are not in the middle",
        "To stop being the postman.",
        (
            ("Ask both about the course for separated parents", "{worker}"),
            ("Hand over at the library", "{main}"),
        ),
        "care",
    ),
    "abuse": Topic(
        (
            "{main} had the curtains closed and asked me to come to the back.",
            "{main} told me about the phone that always lies face down.",
            "We went through the safety plan in the kitchen, with the radio on.",
            "{main} says it was nothing, and then that it was not the first time.",
        ),
        (
            "{main} sleeps with the window open again.",
            "No call-out since the last review. {main} goes to the group on Wednesdays.",
        ),
        "{main} and the children are safe at home",
        "To stop listening for the car.",
        (
            ("Fit the second lock", "Housing"),
            ("Go with {main} to the domestic abuse service", "{worker}"),
            ("Check the safety plan", "{worker}"),
        ),
        "abuse",
    ),
    "work": Topic(
        (
            "{main} has applied for nine jobs and heard from two.",
            "The work coach wants to see proof of searching by Friday.",
            "{main} left school with nothing and says it as if it were a crime.",
        ),
        (
            "{main} likes the job and has kept it through a bad month.",
            "Payslip number six is on the fridge.",
        ),
        "{main} is in work",
        "To be somebody who goes out in the morning.",
        (
            ("Benefits check with {main}", "{worker}"),
            ("See the adviser at the Jobcentre", "{main}"),
            ("Write a CV together", "{worker}"),
        ),
        "work",
    ),
    "money": Topic(
        (
            "The meter was on emergency credit and the heating off.",
            "{main} puts letters in the drawer; we counted forty.",
            "The rent is £1,140 behind and the landlord has written.",
        ),
        (
            "The repayment plan has been kept for four months.",
            "All letters opened. {main} has a folder, and a smile.",
        ),
        "Debts under a plan that can be kept",
        "To open the post.",
        (
            ("See the money adviser", "{main}"),
            ("Ask the council for a discretionary housing payment", "{worker}"),
            ("Open the post together on Fridays", "{worker}"),
        ),
        "housing",
    ),
    "low mood": Topic(
        (
            "{main} was up and dressed, and said that took all morning.",
            "{main} has stopped the tablets because of shaking hands.",
            "{main} cried at “how are you?” and then apologised.",
        ),
        (
            "{main} was up and the house was warm.",
            "{main} has been well for months; the GP has reduced the tablets.",
        ),
        "{main} is well enough to enjoy the children",
        "To feel something other than tired.",
        (
            ("Go with {main} to the GP", "{worker}"),
            ("Join the walking group", "{main}"),
        ),
        "health",
    ),
    "illness": Topic(
        (
            "{main} could not manage the stairs and slept downstairs.",
            "The letter from the hospital came too late for the appointment.",
        ),
        ("The rail by the bath is up and {main} uses it.", "A good month, {main} says."),
        "{main} has the help that is due",
        "Not to be a burden.",
        (
            ("Ask for an occupational therapist", "{worker}"),
            ("Claim personal independence payment", "{worker}"),
        ),
        "health",
    ),
    "drinking": Topic(
        (
            "There were bottles by the bin and {main} saw me see them.",
            "{main} says one a night; the glass was a pint glass.",
        ),
        (
            "Ninety days, {main} said, before hello.",
            "{main} went to the wedding and drank lemonade.",
        ),
        "{main} does not drink at home",
        "To be there in the mornings.",
        (
            ("Go with {main} to the recovery service", "{worker}"),
            ("Blow into the meter on visits", "{main}"),
        ),
        "recovery",
    ),
    "birth": Topic(
        (
            "{main} has not been to the midwife since the scan.",
            "{main} says she feels nothing yet and that everybody else seems to.",
        ),
        (
            "{main} has been to every appointment this term.",
            "The cot is up, and {main} has folded everything twice.",
        ),
        "A good start for the baby",
        "To be a better mum than I think.",
        (
            ("Go with {main} to the midwife", "{worker}"),
            ("Choose a health visitor's group", "{main}"),
        ),
        "health",
    ),
    "housing": Topic(
        (
            "Five of them share the room, and the kitchen is down a corridor.",
            "The notice says the end of the month. {main} has packed the good plates.",
        ),
        (
            "They have the keys. {main} walked me through every room.",
            "The tenancy has held for six months.",
        ),
        "A home that they can keep",
        "Our own front door.",
        (
            ("Apply with {main} for a council tenancy", "{worker}"),
            ("Ask the landlord for more time", "{worker}"),
        ),
        "housing",
    ),
}
