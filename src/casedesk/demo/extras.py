"""Rarer things a family of the made-up caseload may have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from casedesk.demo.home import Home
from casedesk.demo.numbers_of_people import made_up_postcode
from casedesk.demo.places import LEAD, SECOND_LEAD, STREETS, TOWN
from casedesk.demo.someone import working_day


def moved(home: Home) -> None:
    """Two earlier addresses, and one of a parent who lives elsewhere."""
    number = home.number
    first, second = STREETS[(number + 3) % len(STREETS)], STREETS[(number + 8) % len(STREETS)]
    home.sheets.add(
        "Addresses", family_ref=home.ref, address=f"{number % 60 + 3} {first}, {TOWN}",
        postcode=made_up_postcode(number + 500), from_=home.ago(2200), to=home.ago(1300),
    )  # fmt: skip
    home.sheets.add(
        "Addresses", family_ref=home.ref, address=f"Flat 2, {number % 40 + 5} {second}, {TOWN}",
        postcode=made_up_postcode(number + 900), from_=home.ago(1299), to=home.ago(430),
    )  # fmt: skip
    elsewhere = next((one for one in home.adults if not one.at_home), None)
    if elsewhere is not None:
        home.sheets.add(
            "Addresses", family_ref=home.ref, person_ref=elsewhere.ref,
            address=f"{number % 90 + 2} Harbour Road, Seaborough", postcode="ZZ90 4AB",
            from_=home.ago(800),
        )  # fmt: skip


def refuge(home: Home) -> None:
    """An address of one person that must never leave."""
    home.sheets.add(
        "Addresses", family_ref=home.ref, person_ref=home.main.ref,
        address="Refuge, address held by the domestic abuse service", protected=True,
        from_=home.ago(70), to=home.ago(12),
    )  # fmt: skip


def earlier_involvement(home: Home) -> None:
    """The family was worked with before, under another programme."""
    home.sheets.add(
        "Involvements", family_ref=home.ref, programme="troubled-families-2015"
        if home.programme != "troubled-families-2015" else "supporting-families-2022",
        referred_on=home.before(1200), started_on=home.before(1180), closed_on=home.before(820),
        closure_reason="Outcomes met", keyworker="Farah Siddiqui", team="Millbridge West",
    )  # fmt: skip


def second_involvement(home: Home) -> None:
    """Two programmes side by side."""
    home.sheets.add(
        "Involvements", family_ref=home.ref, programme="families-first-2025"
        if home.programme != "families-first-2025" else "bnes-connecting-families",
        referred_on=home.before(5), started_on=home.begun, keyworker=home.keyworker, team=home.team,
    )  # fmt: skip


def _note(home: Home, ago: int, text: str, **cells: object) -> None:
    day = working_day(min(home.today, max(home.ago(ago), home.begun)))
    home.sheets.add(
        "Contacts",
        **{
            "family_ref": home.ref,
            "contact_ref": home.next_ref("V"),
            "at": datetime.combine(day, time(11, 30)),
            "kind": "phone",
            "people": [home.main.ref],
            "text": text,
            "categories": ["social-care"],
            "by": home.keyworker,
            **cells,
        },
    )


def confidential_note(home: Home) -> None:
    """A note that never leaves the team."""
    _note(
        home, 21, "A neighbour who must not be named rang about shouting at night. Told the lead.",
        kind="other", confidential=True, also_present="the caller",
    )  # fmt: skip


def confidential_goal(home: Home) -> None:
    """A goal that stays between worker and one person."""
    home.sheets.add(
        "Goals", family_ref=home.ref, goal_ref=home.next_ref("G"), people=[home.main.ref],
        title="A way out that nobody else knows of", start_score=2, now_score=3,
        set_on=home.ago(40), categories=["violence-in-the-home"], confidential=True,
    )  # fmt: skip


def unlisted_name(home: Home) -> None:
    """A note that names a member who is not among its people."""
    others = [one for one in home.people if one is not home.main]
    if others:
        name = others[-1].called
        _note(home, 12, f"{home.main.called} rang: {name} has been sick and needs a letter.")


def about_nobody(home: Home) -> None:
    """A note without people, a fact of the family, an action of nobody in particular."""
    _note(home, 9, "Letter from the landlord: boiler to be replaced next month.", people=None,
          kind="other", categories=["housing"])  # fmt: skip
    home.sheets.add(
        "Actions", family_ref=home.ref, action_ref=home.next_ref("A"),
        title="Answer the landlord about the boiler", owner=home.keyworker, due=home.ago(-6),
    )  # fmt: skip


def long_note(home: Home) -> None:
    """A note with paragraphs, a list and signs that mean something to a spreadsheet."""
    _note(
        home, 16,
        "- rent: £312 behind\n- gas: on the meter\n- school: “fine”, says the school\n\n"
        "=SUM(2,3) is how the form was filled in, so I did it again.\n"
        "Zoë’s café job: 12½ hours @ £9.10. Naïve? We’ll see…",
        kind="office", significant=True,
    )  # fmt: skip


def starts_like_a_formula(home: Home) -> None:
    """Text that a spreadsheet would take for a formula."""
    _note(home, 30, "=HYPERLINK(“x”) was all the e-mail said. Rang instead; all well.")
    _note(home, 31, "+1 child at breakfast club, says the school.")


def fact_in_error(home: Home) -> None:
    """A fact that was entered for the wrong person and is kept in the history."""
    home.fact(
        "offence", home.main, on=home.ago(90), detail="Wrong person of that name", in_error=True
    )


def bad_numbers(home: Home) -> None:
    """Numbers that cannot be right, as the paper had them."""
    home.add(
        "other", 52, "male", at_home=False, nhs_number="999 123 4560", nino="GB123456C",
        known_as="Uncle Bob", responsible=False,
    )  # fmt: skip


def family_facts(home: Home) -> None:
    """Facts of the whole family, in several categories."""
    home.fact("domestic-callout", on=home.before(20), detail="Loud argument, neighbours rang")
    home.fact("rent-arrears", from_=home.before(100), to=home.ago(30))
    home.fact("asb-incident", on=home.before(12), detail="Rubbish in the yard")


ALERTS = (
    ("Two-person visits", "Threats to a worker in the doorway; go in pairs."),
    ("Dog", "Large dog, loose in the hall. Ring first so that it is shut away."),
    ("Do not telephone", "The phone is checked by somebody else. Text “library” only."),
)


def alert_cells(home: Home) -> dict[str, object]:
    """The columns of an alert, one of them with its review overdue."""
    text, reason = ALERTS[home.number % len(ALERTS)]
    return {
        "alert": text,
        "alert_reason": reason,
        "alert_agreed_by": LEAD if home.number % 2 else SECOND_LEAD,
        "alert_review_on": home.ago(5 if home.number % 3 == 2 else -60),
    }


EXTRAS: dict[str, Callable[[Home], None]] = {
    extra.__name__: extra
    for extra in (
        moved, refuge, earlier_involvement, second_involvement, confidential_note,
        confidential_goal, unlisted_name, about_nobody, long_note, starts_like_a_formula,
        fact_in_error, bad_numbers, family_facts,
    )
}  # fmt: skip
