"""Words about troubles of children and young people."""

from __future__ import annotations

from casedesk.demo.topic import Topic

CHILDREN: dict[str, Topic] = {
    "youth crime": Topic(
        (
            "{who} was out until two on Friday with the older boys from the estate.",
            "{main} showed me the letter from the police about the park.",
            "{who} says it was only a laugh and that others did worse.",
            "We talked about what happened at the shop. {who} looked at the floor.",
            "{who} has missed one appointment with the youth offending worker.",
        ),
        (
            "{who} has kept every appointment this month.",
            "No police contact since the last visit; {main} said it twice.",
            "{who} goes to boxing on Fridays now instead of the park.",
        ),
        "{who} keeps out of trouble for six months",
        "No more police at the door.",
        (
            ("Take {who} to the first session at the boxing club", "{worker}"),
            ("Agree a time to be home, and write it on the fridge", "{main}"),
            ("Ask the youth offending worker for the next dates", "{worker}"),
        ),
        "police",
    ),
    "restorative": Topic(
        (
            "{who} has to meet the shopkeeper and is dreading it.",
            "{who} wrote a letter to say sorry and tore it up, then wrote another.",
        ),
        (
            "{who} and the shopkeeper shook hands. {main} was proud.",
            "Nothing more has come of it since the meeting.",
        ),
        "{who} puts right what happened at the shop",
        "I want it to be over.",
        (("Go with {who} to the meeting", "{worker}"), ("Finish the letter", "{who}")),
        "police",
    ),
    "absence": Topic(
        (
            "{who} was in bed when I came at half past nine.",
            "School says {who} has missed four Mondays in a row.",
            "{main} gets {who} to the gate, and then {who} goes round the back.",
            "{who} says stomach ache; it was gone by eleven.",
            "The bus pass ran out and nobody had asked for a new one.",
            "{who} will talk about art and about nothing else at school.",
        ),
        (
            "{who} has been in every day for three weeks.",
            "Breakfast club works: {who} is up and out before {main} has to shout.",
            "{who} showed me a certificate for attendance and pretended not to care.",
        ),
        "{who} is in school nine days out of ten",
        "Mornings without a fight.",
        (
            ("Ask school about breakfast club for {who}", "{worker}"),
            ("Apply for the bus pass", "{main}"),
            ("Meet the head of year with {who}", "{worker}"),
            ("Ring school every Thursday", "{main}"),
        ),
        "school",
    ),
    "exclusion": Topic(
        (
            "{who} is at home today after the row in the corridor.",
            "{main} has not opened the letter about the governors.",
            "{who} says the teacher started it; the statement says otherwise.",
            "On the days at the centre {who} is fine. The other two are the problem.",
        ),
        (
            "Six weeks without being sent home.",
            "{who} has a card to leave the room and has used it twice instead of shouting.",
        ),
        "{who} stays in lessons",
        "A school that does not send me home.",
        (
            ("Ask for a place in the nurture group", "School"),
            ("Read the letter from the governors together", "{worker}"),
            ("Agree the card to leave the room", "School"),
        ),
        "school",
    ),
    "no school": Topic(
        (
            "{who} has had no school since the move and plays on the console until three.",
            "Two schools are full. The third wants the old reports first.",
        ),
        (
            "{who} has a uniform and wore it for me.",
            "First full week at the new school, and {who} wants to go back on Monday.",
        ),
        "{who} has a school place and goes",
        "Friends, and something to do.",
        (
            ("Send the form for a place again", "{worker}"),
            ("Ask the old school for the reports", "{main}"),
        ),
        "school",
    ),
    "learning": Topic(
        (
            "{who} cannot follow what is read out and stops trying.",
            "The letter about the assessment still says eighteen weeks.",
            "{who} showed me the reading folder. There is one new book since the summer.",
        ),
        (
            "There is a helper in the mornings now and {who} likes her.",
            "{who} read me a page without stopping.",
        ),
        "{who} gets the help to learn that is due",
        "Not to be the thick one.",
        (
            ("Chase the assessment", "{worker}"),
            ("Read together three evenings a week", "{main}"),
            ("Ask school for a helper until the assessment is done", "School"),
        ),
        "school",
    ),
    "early years": Topic(
        (
            "{who} points and makes sounds; I heard no words.",
            "{main} does not like to leave {who} at the nursery and stays outside.",
            "The two-year check was missed twice.",
        ),
        (
            "{who} said “bye bye car” when I left.",
            "{who} has gone to nursery three mornings a week since half term.",
        ),
        "{who} talks and plays like others of that age",
        "To hear what goes on in that little head.",
        (
            ("Visit the nursery together", "{worker}"),
            ("Go to the speech clinic on the first Tuesday", "{main}"),
        ),
        "health",
    ),
    "no plans": Topic(
        (
            "{who} sleeps until noon and says there is no point.",
            "The college wrote that the place is gone.",
        ),
        (
            "{who} started at the garage on the young people's scheme.",
            "{who} has turned up for all the sessions with the youth worker.",
        ),
        "{who} has a course, a training place or a job",
        "My own money.",
        (
            ("Go to the open evening at the college", "{who}"),
            ("Write a CV together", "{worker}"),
        ),
        "work",
    ),
    "early help": Topic(
        (
            "{main} says everything comes at once, and where to begin is the question.",
            "We filled in the first part of the assessment; {who} drew instead.",
        ),
        (
            "{main} rang the school herself this time.",
            "The assessment is finished and {main} agrees with what it says.",
        ),
        "One plan and one person to ring",
        "Not to tell the same story to everyone.",
        (
            ("Finish the early help assessment", "{worker}"),
            ("Invite everybody to the first meeting", "{worker}"),
        ),
        "care",
    ),
    "child in need": Topic(
        (
            "There was food in the fridge but no bed made up for {who}.",
            "{who} was in yesterday's clothes and said so before I asked.",
            "The social worker wants to see the bedrooms next time.",
        ),
        (
            "The bedrooms are done and {who} showed me every drawer.",
            "Social care has closed the plan; early help goes on.",
        ),
        "{who} is well looked after every day",
        "A proper bed and tea at a proper time.",
        (
            ("Ask the furniture project for beds", "{worker}"),
            ("Keep to the list for mornings and bedtimes", "{main}"),
            ("Come to the child in need meeting", "{worker}"),
        ),
        "care",
    ),
    "protection": Topic(
        (
            "{main} did not want to talk about the conference and then could not stop.",
            "{who} flinched when the door banged.",
            "The core group was clear about what has to change by the review.",
        ),
        (
            "The conference took {who} off the plan; {main} cried.",
            "{main} has done everything on the core group's list.",
        ),
        "{who} is safe",
        "To keep my children.",
        (
            ("Go to every core group", "{main}"),
            ("Visit every week, once without notice", "{worker}"),
            ("Get the stair gate fitted", "{worker}"),
        ),
        "care",
    ),
    "missing": Topic(
        (
            "{who} did not come home on Saturday and {main} rang the police at one.",
            "{who} has a second phone and will not say who pays for it.",
            "{who} asked me whether somebody can be made to owe money.",
        ),
        (
            "{who} is home by ten and rings when the bus is late.",
            "{who} gave me the second phone to hand in.",
        ),
        "{who} is where {main} knows",
        "To sleep at night.",
        (
            ("Write the safety plan with {who}", "{worker}"),
            ("Ask for a return interview", "Children's social care"),
        ),
        "police",
    ),
    "violent child": Topic(
        (
            "There is a new hole in the bedroom door.",
            "{who} was sorry by the evening and {main} says that is the worst of it.",
        ),
        (
            "Nothing broken since half term.",
            "{who} went outside and kicked a ball instead.",
        ),
        "Nobody at home gets hurt",
        "I do not want to be like him.",
        (
            ("Start the programme for parents and young people", "{main}"),
            ("Make a list with {who} of what helps", "{worker}"),
        ),
        "care",
    ),
    "caring": Topic(
        (
            "{who} had the tablets sorted into the days of the week before I sat down.",
            "{who} comes home at lunch to see that {main} has eaten.",
        ),
        (
            "There is a carer in the mornings, so {who} can be at school on time.",
            "{who} went on the young carers' weekend and slept.",
        ),
        "{who} has time to be young",
        "To go to football.",
        (
            ("Ask adult social care for an assessment of {main}", "{worker}"),
            ("Go to the young carers' group on Wednesdays", "{who}"),
        ),
        "health",
    ),
    "anxiety": Topic(
        (
            "{who} spoke to me through the door, which is more than last time.",
            "{who} counts the stairs and cannot say why.",
            "CAMHS says another twelve weeks.",
        ),
        (
            "{who} came to the shop with me and paid.",
            "{who} has finished the sessions and says they were all right.",
        ),
        "{who} can do what others do",
        "To go on the bus.",
        (
            ("Chase the CAMHS referral for {who}", "{worker}"),
            ("Walk to the corner and back every day", "{who}"),
        ),
        "health",
    ),
    "young drugs": Topic(
        (
            "{who} smelled of cannabis and knew that I knew.",
            "Twenty pounds have gone from {main}'s purse again.",
        ),
        (
            "{who} has not smoked for five weeks and is counting.",
            "{who} and the recovery worker get on.",
        ),
        "{who} gives up cannabis",
        "Stop thinking about it all the time.",
        (("Meet the young people's recovery worker", "{who}"),),
        "recovery",
    ),
}
