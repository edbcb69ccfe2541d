"""Beside the workbook: professionals, safe contact, steps of goals, a meeting and documents.

Only the families that pictures and walk-throughs name have them. Chance is drawn from a
stream of its own, so that the caseload is the same with and without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from casedesk.demo.chance import Chance
from casedesk.demo.home import Home
from casedesk.demo.letters import letter_pdf
from casedesk.demo.places import PROFESSIONALS
from casedesk.demo.sheets import Row
from casedesk.demo.topics import TOPICS

PROFESSIONALS_HEADING = "Professionals"
SAFE_CONTACT_HEADING = "Safe contact"
STEPS_HEADING = "Goal steps"
MEETINGS_HEADING = "Meetings"
DOCUMENTS_HEADING = "Documents"

FAMILIES = 13
_ASHWORTH = "CD-0412"
_WHERE = {
    "school": ("Millbridge High School", "schools"),
    "health": ("Weir Lane Surgery", "nhs"),
    "police": ("Millbridge neighbourhood policing", "police"),
    "care": ("Children’s social care", None),
    "work": ("Millbridge Jobcentre", "dwp"),
    "housing": ("Calder Homes", None),
    "abuse": ("Millbridge domestic abuse service", None),
    "recovery": ("Millbridge recovery service", "nhs"),
}
"""The organisation and the kind of recipient of each kind of professional."""
_PHONE = "01632 960"


def beside_the_sheets(homes: Sequence[Home], today: date) -> dict[str, list[Row]]:
    """Rows by heading; people, goals and reviews by their references and days."""
    shown = [home for home in homes[:FAMILIES] if home.started and home.closed is None]
    rows: dict[str, list[Row]] = {
        PROFESSIONALS_HEADING: [row for home in shown for row in _professionals(home)],
        SAFE_CONTACT_HEADING: [row for home in shown for row in _safe_contact(home)],
        STEPS_HEADING: [row for home in shown for row in _steps(home, today)],
        MEETINGS_HEADING: [row for home in shown for row in _meeting(home)],
        DOCUMENTS_HEADING: [row for home in shown for row in _documents(home, today)],
    }
    return rows


def _professionals(home: Home) -> Iterator[Row]:
    """The keyworker leads; then whoever is concerned with what the family works on."""
    chance = Chance(f"around:{home.ref}")
    yield _known(
        family_ref=home.ref,
        name=home.keyworker,
        role="Keyworker",
        organisation=home.team or "Millbridge East",
        from_on=home.started,
        lead=True,
    )
    partners = dict.fromkeys(TOPICS[thread.topic].partner for thread in home.threads)
    if home.ref == _ASHWORTH:
        partners = dict.fromkeys(("school", "health", "housing"))
    for partner in partners:
        if partner not in _WHERE:
            continue
        organisation, recipient = _WHERE[partner]
        name, _, role = chance.pick(PROFESSIONALS[partner]).partition(", ")
        child = home.child(5, 17)
        if partner == "school" and child.school:
            organisation = child.school
        called, what = _name_and_role(name, role)
        yield _known(
            family_ref=home.ref,
            name=called,
            role=what,
            organisation=organisation,
            recipient=recipient,
            phone=f"{_PHONE} {chance.whole(100, 999)}",
            people=(child.ref,) if partner == "school" else (),
            from_on=home.begun + timedelta(days=chance.whole(7, 40)),
        )


def _name_and_role(name: str, role: str) -> tuple[str | None, str]:
    """ "health visitor Ruth" is Ruth, a health visitor; "Dr Lomax's practice nurse" no name."""
    if role:
        return name, role[:1].upper() + role[1:]
    *words, last = name.split()
    if last[:1].isupper() and words:
        what = " ".join(words)
        return last, what[:1].upper() + what[1:]
    return None, name[:1].upper() + name[1:]


def _safe_contact(home: Home) -> Iterator[Row]:
    abuse = any(TOPICS[thread.topic].partner == "abuse" for thread in home.threads)
    if not abuse and home.ref != _ASHWORTH:
        return
    yield _known(
        family_ref=home.ref,
        person=home.main.ref,
        instruction="Text first and ring only after the answer. Never leave a voicemail.",
        ways=("phone", "text", "visit"),
        agreed_on=home.ago(82),
        agreed_by=home.main.called,
        review_on=home.ago(-9),
    )


def _steps(home: Home, today: date) -> Iterator[Row]:
    """Two or three steps on the way to where each goal stands now; the last is where it does."""
    chance = Chance(f"steps:{home.ref}")
    for goal in home.sheets.rows["Goals"]:
        start, now, set_on = goal.get("start_score"), goal.get("now_score"), goal.get("set_on")
        if goal["family_ref"] != home.ref or not isinstance(set_on, date):
            continue
        if not isinstance(start, int) or not isinstance(now, int):
            continue
        last = goal.get("achieved_on") or today - timedelta(days=chance.whole(5, 25))
        if not isinstance(last, date) or (last - set_on).days < 42:
            continue
        half = set_on + (last - set_on) // 2
        between = start + (now - start) // 2
        for on, score in ((set_on, start), (half, between), (last, now)):
            yield _known(
                family_ref=home.ref, goal_ref=goal["goal_ref"], on=on, score=score,
                by=home.keyworker,
            )  # fmt: skip


def _meeting(home: Home) -> Iterator[Row]:
    """What was said at the last team around the family, besides what the workbook holds."""
    held = [
        day
        for row in home.sheets.rows["Reviews"]
        if row["family_ref"] == home.ref
        and row.get("kind") == "team around the family"
        and isinstance(day := row.get("held_on"), date)
    ]
    if not held:
        return
    child = home.child(5, 17)
    yield _known(
        family_ref=home.ref,
        held_on=max(held),
        apologies="School nurse",
        views=(
            (child.ref, "I like it when there is one person to ask, and not five."),
            (home.main.ref, "It is calmer. I want it to stay like this after you have gone."),
        ),
    )


def _documents(home: Home, today: date) -> Iterator[Row]:
    if home.ref != _ASHWORTH:
        return
    child = home.child(5, 17)
    letter = (
        "Millbridge High School", "", f"About {child.called}: attendance this term", "",
        f"{child.called} attended 71 of every 100 sessions in the last three terms.",
        "We have agreed a later start on Mondays and a place at breakfast club.",
        "We will look at it again in six weeks.", "", "Ms Ferris, head of year",
    )  # fmt: skip
    yield _known(
        family_ref=home.ref, name="School letter about attendance.pdf",
        content=letter_pdf(letter), people=(child.ref,), categories=("education",),
        note="Kerry has a copy",
    )  # fmt: skip
    rent = (
        "Telephone note, housing officer Carol\n\nRent arrears: 412 pounds.\n"
        "Agreed: 5 pounds a week from 1 December, reviewed in March.\n"
    )
    yield _known(
        family_ref=home.ref, name="Rent agreement.txt", content=rent.encode(),
        people=(home.main.ref,), categories=("housing",), confidential=True,
    )  # fmt: skip


def _known(**values: Any) -> Row:
    return {name: value for name, value in values.items() if value is not None}
