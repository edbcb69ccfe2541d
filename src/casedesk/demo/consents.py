"""Consents of the made-up caseload: every state that there can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from casedesk.demo.home import Home
from casedesk.demo.places import NOTICE_VERSION
from casedesk.demo.someone import Someone

EVERYTHING = (
    "social-care", "police-courts-probation", "employment", "anti-social-behaviour",
    "violence-in-the-home", "substance-misuse", "education", "vulnerable-children-health",
    "health", "housing",
)  # fmt: skip
OFTEN = (
    "social-care",
    "education",
    "health",
    "vulnerable-children-health",
    "employment",
    "housing",
)
_PARTNERS = ("nhs", "dwp", "police", "schools", "youth-service")


def consent(
    home: Home,
    who: Someone,
    recipients: Sequence[str],
    categories: Sequence[str],
    ago: int,
    *,
    decision: str = "given",
    lasts: int | None = 365,
    withdrawn: int | None = None,
    purposes: Sequence[str] = ("support",),
    **cells: object,
) -> None:
    """Adds a consent decided so many days ago, that ends `lasts` days after.

    Days are counted from today; nothing is dated before a referral that was later than
    that. `withdrawn` is in days ago too. A child under 12 does not decide alone.
    """
    decided = home.ago(ago)
    age = who.age(decided)
    by = who if age >= 12 or home.main is who else home.main
    home.sheets.add(
        "Consents",
        **{
            "family_ref": home.ref,
            "person_ref": who.ref,
            "consent_ref": home.next_ref("C"),
            "recipients": tuple(recipients),
            "categories": tuple(categories),
            "purposes": tuple(purposes),
            "decision": decision,
            "decided_on": decided,
            "expires_on": home.ago(ago - lasts) if lasts and decision == "given" else None,
            "withdrawn_on": home.ago(withdrawn) if withdrawn is not None else None,
            "withdrawn_reason": "Rang and asked us to stop." if withdrawn is not None else None,
            "given_by": "self" if by is who else by.full_name,
            "method": home.chance.pick(("written", "written", "verbal", "electronic")),
            "explained_by": home.keyworker,
            "notice_version": NOTICE_VERSION,
            "competence": (
                "Understood who would see what, and said it back in own words."
                if by is who and 12 <= age < 16
                else None
            ),
            **cells,
        },
    )


def _recent(home: Home, most: int) -> int:
    """Days ago, not before the work began and at most so many."""
    return max(0, min(most, (home.today - home.begun).days))


def all_given(home: Home) -> None:
    """Everybody agreed to everything, with all the usual partners."""
    for who in home.alive:
        if who.at_home:
            consent(home, who, _PARTNERS, EVERYTHING, _recent(home, 120))


def some_given(home: Home) -> None:
    """Schools and health for what they need, the rest not asked."""
    for who in home.alive:
        if who.at_home:
            consent(home, who, ("schools",), ("education", "social-care"), _recent(home, 150))
            if home.chance.odds(0.6):
                consent(home, who, ("nhs",), OFTEN, _recent(home, 100))


def expires_soon(home: Home) -> None:
    """Consents that end within four weeks, and on the very day."""
    for number, who in enumerate(one for one in home.alive if one.at_home):
        left = 0 if number == 0 else home.chance.whole(1, 27)
        ago = _recent(home, 180)
        consent(home, who, ("nhs", "schools"), EVERYTHING, ago, lasts=ago + left)


def expired(home: Home) -> None:
    """Consents that have run out, yesterday or long ago."""
    for number, who in enumerate(one for one in home.alive if one.at_home):
        over = 1 if number == 0 else home.chance.whole(5, 60)
        consent(home, who, ("nhs", "schools"), EVERYTHING, 200 + over, lasts=200)


def refused(home: Home) -> None:
    """The main adult refuses the police and the Jobcentre; a teenager refuses health."""
    all_given(home)
    consent(
        home, home.main, ("police", "dwp"), EVERYTHING, _recent(home, 60), decision="refused",
        note="Agrees to everything else. Ask again after the review.",
    )  # fmt: skip
    teenager = home.child(12, 17)
    if teenager is not home.main:
        consent(home, teenager, ("schools",), ("health",), _recent(home, 20), decision="refused")


def withdrawn(home: Home) -> None:
    """Given, then withdrawn; one of them given again since."""
    for who in home.alive:
        if who.at_home:
            consent(home, who, ("schools", "nhs"), EVERYTHING, _recent(home, 170), withdrawn=30)
    consent(home, home.main, ("schools",), ("education",), 10, note="Changed their mind.")


def narrowed(home: Home) -> None:
    """Only the one school, and not its rival; another family member said yes to all schools."""
    for who in home.children(4, 17):
        school = who.school or "Millbridge High School"
        consent(home, who, (f"schools/{school}",), ("education", "social-care"), _recent(home, 90))
        consent(
            home, who, ("schools/Calderbrook Academy",), ("education",), _recent(home, 80),
            decision="refused", note="Fell out with the school.",
        )  # fmt: skip
    consent(home, home.main, ("schools",), ("education", "social-care"), _recent(home, 90))


def not_asked(home: Home) -> None:
    """Nobody has been asked yet."""


def young_and_alone(home: Home) -> None:
    """A child under 16 with no competence noted, and one decided by somebody without rights."""
    some_given(home)
    who = home.child(10, 15)
    consent(
        home, who, ("youth-service", "yot"), ("education", "anti-social-behaviour"),
        _recent(home, 50), given_by="self", competence=None,
    )  # fmt: skip
    other = next((one for one in home.adults if one.responsible is False), None)
    if other is not None:
        consent(home, who, ("nhs",), ("health",), _recent(home, 40), given_by=other.full_name)


def changed_mind(home: Home) -> None:
    """Refused first, given later; and one recorded in error."""
    for who in home.alive:
        if who.at_home:
            consent(home, who, ("dwp", "nhs"), EVERYTHING, _recent(home, 140), decision="refused")
            consent(home, who, ("dwp", "nhs"), EVERYTHING, _recent(home, 70))
    consent(
        home, home.main, ("police",), EVERYTHING, _recent(home, 70), in_error=True,
        note="Ticked the wrong person.",
    )  # fmt: skip


PATTERNS: dict[str, Callable[[Home], None]] = {
    pattern.__name__: pattern
    for pattern in (
        all_given, some_given, expires_soon, expired, refused, withdrawn, narrowed, not_asked,
        young_and_alone, changed_mind,
    )
}  # fmt: skip


def evaluation_answers(home: Home) -> None:
    """Some say no to the National Impact Study when they are told of it."""
    if home.chance.odds(0.3):
        consent(
            home, home.main, ("ons", "mhclg"), EVERYTHING, _recent(home, 90),
            decision="refused", purposes=("evaluate",),
        )  # fmt: skip
