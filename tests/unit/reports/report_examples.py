"""Made-up progress reports: an ordinary one, a school's, and the strangest families."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from casedesk.domain.dates import add_months
from casedesk.domain.genogram import HouseholdDrawing, draw_household
from casedesk.domain.records import Membership, Person, Relationship
from casedesk.domain.views.progress import (
    ActionRow,
    AttendancePoint,
    AttendanceSeries,
    ChildWords,
    Cover,
    CriterionRow,
    GoalRow,
    MonthCell,
    NextReview,
    PersonRow,
    ProgressReport,
    ReviewRow,
    VisitRow,
)

FONTS = Path(__file__).resolve().parents[3] / "resources" / "fonts"
AS_AT = date(2026, 11, 24)
STARTED = date(2026, 5, 21)

TERMS = (
    ("Autumn 2025", date(2025, 9, 3), date(2025, 12, 19)),
    ("Spring 2026", date(2026, 1, 6), date(2026, 3, 27)),
    ("Summer 2026", date(2026, 4, 13), date(2026, 7, 21)),
    ("Autumn 2026", date(2026, 9, 2), date(2026, 11, 20)),
)


def strip(letters: str, last: date = AS_AT) -> tuple[MonthCell, ...]:
    """A strip from letters, oldest first: m met, i improved, n not met, ? not known."""
    states = {"m": "met", "i": "improved", "n": "not_met", "?": "not_known", "c": "confirmed"}
    first = add_months(last.replace(day=1), 1 - len(letters))
    return tuple(
        MonthCell(month=add_months(first, at), state=states[letter])
        for at, letter in enumerate(letters)
    )


def series(
    name: str, *figures: str | None, threshold: Fraction | None = Fraction(90)
) -> AttendanceSeries:
    points = tuple(
        AttendancePoint(label=label, from_on=first, to_on=last, percent=Fraction(figure))
        for (label, first, last), figure in zip(TERMS, figures, strict=False)
        if figure is not None
    )
    return AttendanceSeries(name=name, points=points, threshold=threshold)


def example_cover() -> Cover:
    return Cover(
        family_name="Ashworth",
        family_ref="CD-0412",
        recipient="Schools and colleges",
        organisation="Millbridge High School",
        as_at=AS_AT,
        keyworker="Jo Hebden",
        programme="Troubled Families programme 2015 to 2020, version 1",
        council="Millbridge Council",
        team="Family Support",
        marking="OFFICIAL-SENSITIVE",
    )


def example_criteria() -> tuple[CriterionRow, ...]:
    return (
        CriterionRow(
            title="Parents and children involved in crime or anti-social behaviour",
            start_on=STARTED,
            start_state="met",
            now_state="met",
            since=date(2026, 5, 9),
            reason="Met because Tyler had 2 proven offences in the last 12 months. The threshold "
            "is 1 or more.",
            progress="not_yet",
            missing=(
                "Tyler’s newest offence was on 18 August 2026; none are allowed for 6 months.",
            ),
            earliest=date(2027, 2, 18),
            strip=strip("nnnnnnnnnnnnnnnnnmmmmmmm"),
        ),
        CriterionRow(
            title="Children who have not been attending school regularly",
            start_on=STARTED,
            start_state="met",
            now_state="met",
            since=date(2025, 12, 19),
            reason="Met because Tyler attended 71.4% over the last 3 terms. The threshold is below "
            "90%. Ellie is at 88%.",
            progress="improving",
            earliest=date(2027, 7, 23),
            strip=strip("nnnn??nnnnmmmmmm??mmmmmm"),
        ),
        CriterionRow(
            title="Children who need help",
            start_on=STARTED,
            start_state="not_known",
            now_state="confirmed",
            reason="Jo confirmed this on 12 September 2026: Ellie and Sam have a child in need "
            "plan. The threshold is 1 child with a plan.",
            progress="not_yet",
            strip=strip("????????nnnnnnnnnnnncccc"),
        ),
        CriterionRow(
            title="Out of work, or at risk of money trouble",
            start_on=STARTED,
            start_state="not_known",
            now_state="not_known",
            reason="Not known: there is no work or benefits record for Kerry or Maureen.",
            question="Ask the DWP whether there was anything since 24 May 2026.",
            strip=strip("????????????????????????"),
        ),
        CriterionRow(
            title="Domestic abuse",
            start_on=STARTED,
            start_state="met",
            now_state="disagreed",
            reason="Jo disagreed on 3 November 2026: both calls were about the neighbours.",
            strip=strip("nnnnnnnnmmmmmmmmmmmmmmmn"),
        ),
        CriterionRow(
            title="Health",
            start_on=STARTED,
            start_state="met",
            now_state="improved",
            reason="Improved: Kerry has been in treatment and stable for 6 months. The threshold "
            "is 6 months.",
            progress="improved",
            strip=strip("mmmmmmmmmmmmmmmmmmiiiiii"),
        ),
    )


def person(
    key: str, name: str, born: date | None, sex: str | None, **more: object
) -> tuple[Person, Membership]:
    role = "child" if born and born.year > 2008 else "parent"
    home = bool(more.pop("home", True))
    who = Person(id=key, given_name=name, family_name="Ashworth", date_of_birth=born, sex=sex)
    membership = Membership(
        id=f"m-{key}", family_id="f", person_id=key, ref=f"P-{key}", role=role,
        lives_in_household=home,
    )  # fmt: skip
    return replace(who, **more), membership


def related(*lines: str) -> list[Relationship]:
    """Relationships from `one relation other`."""
    return [
        Relationship(
            id=f"r-{at}", family_id="f", person_id=one, relation=relation, other_person_id=other
        )
        for at, (one, relation, other) in enumerate(line.split() for line in lines)
    ]


def draw(
    members: list[tuple[Person, Membership]], relationships: list[Relationship], home: str = ""
) -> HouseholdDrawing:
    return draw_household(
        [who for who, _ in members], [one for _, one in members], relationships, AS_AT, home
    )


def example_household() -> HouseholdDrawing:
    return draw(
        [
            person("ron", "Ron", date(1958, 1, 1), "male", home=False, died_on=date(2019, 5, 1)),
            person("maureen", "Maureen", date(1965, 6, 1), "female"),
            person("kerry", "Kerry", date(1992, 3, 4), "female", expectant=True),
            person("darren", "Darren", date(1989, 8, 8), "male", home=False),
            person("tyler", "Tyler", date(2012, 2, 11), "male"),
            person("ellie", "Ellie", date(2017, 7, 30), "female"),
            person("sam", "Sam", date(2023, 5, 1), None),
        ],
        related(
            "ron partner maureen", "ron parent kerry", "maureen parent kerry",
            "darren divorced kerry", "darren parent tyler", "kerry parent tyler",
            "darren parent ellie", "kerry parent ellie", "kerry parent sam",
        ),
        "14 Calder Street",
    )  # fmt: skip


def wide_household() -> HouseholdDrawing:
    """A mother and twelve children by three fathers."""
    children = [
        person(f"c{at}", STRANGE_NAMES[at], date(2010 + at, 1, 1), ("male", "female", None)[at % 3])
        for at in range(12)
    ]
    fathers = [person(f"f{at}", f"Father {at}", None, "male", home=at == 2) for at in range(3)]
    mother = person("mum", "Marie-Antoinette Wolstenholme", date(1988, 1, 1), "female")
    lines = [f"mum parent c{at}" for at in range(12)]
    lines += [f"f{at // 4} parent c{at}" for at in range(12)]
    lines += ["f0 divorced mum", "f1 separated mum", "f2 partner mum", "f0 foster-carer c11"]
    return draw([mother, *fathers, *children], related(*lines))


STRANGE_NAMES = (
    "Bartłomiej", "Siân Llŷr", "Nguyễn Thị Minh Khai", "Олександра", "أحمد علي", "李小龍",
    "X" * 300, "Mary-Jane Elizabeth Philippa Wolstenholme-Fotheringay-Smythe", "שרה",
    "Ștefan", "Ọláyínká", "ਗੁਰਪ੍ਰੀਤ",
)  # fmt: skip


def example_report() -> ProgressReport:
    """A full report: every field of every part is filled somewhere."""
    return ProgressReport(
        cover=example_cover(),
        summary=(
            "The family has worked with us for 187 days. Tyler’s attendance has risen from 58% to "
            "71% since September; the threshold is 90%. Ellie goes to breakfast club three days a "
            "week. Kerry and the school speak every Thursday.",
            "The family meets 4 of 6 criteria today, and 5 of 6 at some time in the programme. "
            "2 are needed.",
        ),
        criteria=example_criteria(),
        attendance=(
            series("Tyler", "64", "58", "58", "71.4"),
            series("Ellie", "84", "86", "2641/30", "88"),
            series("Sam", None, None, "95.2", "89.96"),
        ),
        voices=(
            ChildWords(
                on=date(2026, 11, 10),
                name="Ellie",
                words="I like breakfast club because it is warm and Miss Ferris does toast. I "
                "want Mum to come to the show.",
            ),
            ChildWords(on=date(2026, 11, 10), name="Tyler", words="School is alright on Fridays."),
            ChildWords(on=date(2026, 9, 22), words="We all wished for a house with a door each."),
        ),
        goals=(
            GoalRow(
                title="Tyler is in school every day",
                criterion="School attendance",
                people=("Tyler", "Kerry"),
                family_words="I want to get through a whole week without a phone call.",
                start_score=2,
                now_score=6,
                set_on=date(2026, 6, 4),
            ),
            GoalRow(
                title="Kerry feels well enough to plan the week",
                criterion="Health",
                people=("Kerry",),
                family_words="To wake up and not dread it.",
                start_score=3,
                now_score=8,
                set_on=date(2026, 6, 4),
                achieved_on=date(2026, 11, 3),
            ),
            GoalRow(title="Bedtimes that work", start_score=5, now_score=5),
        ),
        actions=(
            ActionRow(
                title="Call school about Ellie’s transport",
                goal="Tyler is in school every day",
                owner="Jo Hebden",
                people=("Ellie",),
                due=date(2026, 11, 21),
            ),
            ActionRow(
                title="Benefits check with Kerry",
                owner="Jo Hebden",
                people=("Kerry",),
                due=date(2026, 11, 27),
            ),
            ActionRow(
                title="Ask the child mental health team (CAMHS) about Tyler’s place",
                owner="Jo Hebden",
                people=("Tyler",),
                due=date(2026, 12, 30),
            ),
            ActionRow(title="Find the swimming kit", owner="Ellie"),
            ActionRow(
                title="Register Sam at the nursery",
                owner="Kerry",
                people=("Sam",),
                due=date(2026, 9, 30),
                done_on=date(2026, 9, 28),
            ),
        ),
        next_review=NextReview(
            due_on=date(2026, 12, 1),
            kind="Team around the family",
            text="At Millbridge Library, 10:30. The school, Kerry and Jo are coming.",
        ),
        reviews=(
            ReviewRow(
                held_on=date(2026, 9, 8),
                kind="Plan review",
                present=("Kerry", "Tyler"),
                also_present="Miss Ferris from the school",
                text="Mornings are calmer. Agreed to try a taxi on Mondays until half term.",
            ),
        ),
        visits=(
            VisitRow(
                on=date(2026, 11, 10),
                kind="Home visit",
                seen=("Kerry", "Ellie", "Tyler"),
                seen_alone=("Ellie",),
                also_present="Maureen’s friend Pat",
                by="Jo Hebden",
                text="Kerry was up and the house was warm. Ellie showed me her reading folder. "
                "Tyler came in late and stayed upstairs.",
            ),
            VisitRow(
                on=date(2026, 11, 6),
                kind="Phone call",
                seen=("Kerry",),
                by="Jo Hebden",
                text="Ms Ferris says Tyler has missed four Mondays in a row. She will send work "
                "home and call Kerry on Thursdays.",
            ),
            VisitRow(
                on=date(2026, 11, 3),
                kind="Meeting",
                seen=("Kerry",),
                text="Team around the family. Agreed one plan and one lead worker. Kerry asked for "
                "help with letters about rent.",
            ),
            VisitRow(on=date(2026, 10, 20), kind="No reply"),
        ),
        people=(
            PersonRow(name="Kerry Ashworth", born=date(1992, 3, 4), role="Parent"),
            PersonRow(name="Tyler Ashworth", born=date(2012, 2, 11), role="Child"),
            PersonRow(name="Ellie Ashworth", born=date(2017, 7, 30), role="Child"),
            PersonRow(name="Sam Ashworth", born=date(2023, 5, 1), role="Child"),
        ),
        household=example_household(),
        notes=(
            "Some information is left out of this copy because nobody agreed to share it.",
            "The programme’s rules ran to 31 March 2020; they are used here for an older plan.",
        ),
    )


def school_report() -> ProgressReport:
    """What a school gets when little may go."""
    whole = example_report()
    return replace(
        whole,
        summary=("Ellie’s attendance was 88% over the last 3 terms; the threshold is below 90%.",),
        criteria=(),
        attendance=(whole.attendance[1],),
        voices=(),
        goals=(),
        actions=(whole.actions[0],),
        reviews=(),
        visits=tuple(replace(visit, text=None) for visit in whole.visits[:2]),
        people=(whole.people[2],),
        household=None,
        notes=(),
    )


def empty_report() -> ProgressReport:
    """A family with nothing but its name."""
    cover = Cover(family_name="O’Brien", family_ref="F-7K-0001", recipient="Police", as_at=AS_AT)
    return ProgressReport(cover=cover)


def long_note(words: int = 3000) -> str:
    """Words in paragraphs of about a hundred."""
    start = ["Kerry", "talked", "about", "the", "letters", "and", "the", "school", "run."]
    text = [start[at % len(start)] for at in range(words)]
    paragraphs = [" ".join(text[at : at + 100]) for at in range(0, words, 100)]
    return "\n\n".join(paragraphs)


def strange_report() -> ProgressReport:
    """Twelve children, forty actions, long names, every script, three thousand words."""
    names = STRANGE_NAMES
    whole = example_report()
    children = tuple(
        series(name, str(50 + 4 * at), str(97 - 3 * at), "89.96" if at == 3 else str(60 + 3 * at))
        for at, name in enumerate(names)
    )
    actions = tuple(
        ActionRow(
            title=f"Action {at}: " + ("a very long one " * 20 if at == 7 else "ring the landlord"),
            owner=names[at % 12],
            due=AS_AT + timedelta(days=at - 12),
            done_on=AS_AT if at % 5 == 0 else None,
        )
        for at in range(40)
    )
    return replace(
        whole,
        preview=True,
        cover=replace(
            whole.cover,
            family_name="Wolstenholme-Fotheringay-Smythe and Featherstonehaugh-Cholmondeley",
            organisation="Ș" + "x" * 300,
            reader=None,
            keyworker="أحمد علي",
            council="The Metropolitan Borough Council of Very Long Names in the Northern Hills "
            * 2,
        ),
        summary=(
            "Tab\there, bell \x07, override \u202eesrever\u202c, null \x00, joiner a\u200db, "
            "emoji 😀 👍🏽 ❤️, lone \ud800, private \ue000, bengali বাংলা.",
            "אני גר ברחוב הרצל 12, תל אביב. " * 12,
            "ذهب أحمد إلى المدرسة (يوم 12 مايو) وقال: School is fine. " * 8,
            long_note(300),
        ),
        criteria=(
            replace(whole.criteria[0], title="W" * 300, reason=long_note(900), since=None),
            *whole.criteria[1:],
            CriterionRow(title="Only a state", now_state="not_met"),
            CriterionRow(title="A state of another version", now_state="under_review"),
        ),
        attendance=children,
        voices=(
            ChildWords(on=AS_AT, name=names[4], words="أحب المدرسة. 😀 I like it."),
            ChildWords(on=AS_AT, name=names[6], words=long_note(500)),
        ),
        goals=(
            *whole.goals,
            GoalRow(title="G" * 300, start_score=10, now_score=0, family_words=long_note(700)),
            GoalRow(title="Ten to nine", start_score=9, now_score=10),
            GoalRow(title="Zero to one", start_score=0, now_score=1),
            GoalRow(title="No score", achieved_on=AS_AT),
        ),
        actions=actions,
        visits=(
            VisitRow(on=AS_AT, kind="Home visit", seen=names, text=long_note(3000)),
            *whole.visits,
        ),
        people=tuple(PersonRow(name=name, born=date(2015, 1, 1), role="Child") for name in names),
        household=wide_household(),
    )
