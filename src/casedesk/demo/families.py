"""Makes one family of the caseload from its outline."""

from __future__ import annotations

from datetime import timedelta

from casedesk.demo.consents import PATTERNS, evaluation_answers
from casedesk.demo.contacts import write_contacts
from casedesk.demo.decisions import DECISIONS, checks, nomination
from casedesk.demo.extras import EXTRAS, alert_cells
from casedesk.demo.home import Home
from casedesk.demo.households import HOUSEHOLDS
from casedesk.demo.numbers_of_people import made_up_postcode
from casedesk.demo.places import KEYWORKERS, STREETS, TEAMS, TOWN
from casedesk.demo.plans import write_judgements, write_plan
from casedesk.demo.sharing import DECISIONS as SHARING
from casedesk.demo.sharing import RIGHTS
from casedesk.demo.someone import working_day
from casedesk.demo.story import Story
from casedesk.demo.troubles import TROUBLES

_SOURCES = ("School", "Police", "Health visitor", "Children's social care", "Self", "Housing")


def write_family(home: Home, story: Story) -> None:
    """Writes every row of a family; nothing in it lies after today but plans."""
    _set_dates(home, story)
    HOUSEHOLDS[story.household](home)
    for name in story.extras:
        if name == "bad_numbers":
            EXTRAS[name](home)
    _family_row(home, story)
    for trouble in story.troubles:
        name, _, phase = trouble.partition(":")
        TROUBLES[name](home, phase)
    if story.checks:
        checks(home, stale=story.checks == "stale")
    if story.nominated:
        nomination(home, story.nominated)
    PATTERNS[story.consent](home)
    if "not-told" not in story.marks:
        evaluation_answers(home)
    for name in story.sharing:
        SHARING[name](home)
    for name in story.rights:
        RIGHTS[name](home)
    write_contacts(home, quiet_for=37 if "quiet" in story.marks else 0)
    write_plan(
        home,
        untied_goal="untied-goal" in story.marks,
        overdue_review="overdue-review" in story.marks,
    )
    write_judgements(home)
    for name in story.decisions:
        if home.threads:
            DECISIONS[name](home)
    for name in story.extras:
        if name != "bad_numbers":
            EXTRAS[name](home)


def _set_dates(home: Home, story: Story) -> None:
    """The dates of the story, moved by some days so that two families differ."""
    home.programme = story.programme
    home.status = story.status
    if story.started is not None:
        shift = home.chance.whole(0, 12) if story.started > 60 else 0
        home.started = working_day(home.ago(story.started + shift))
    home.referred = working_day(min((home.started or home.today) - timedelta(days=19), home.ago(3)))
    home.closed = None if story.closed is None else working_day(home.ago(story.closed))
    if "no-keyworker" not in story.marks:
        home.keyworker = home.keyworker or KEYWORKERS[home.number % len(KEYWORKERS)]
    home.team = TEAMS[home.number % len(TEAMS)]


def _family_row(home: Home, story: Story) -> None:
    street = STREETS[home.number % len(STREETS)]
    home.sheets.add(
        "Families",
        family_ref=home.ref,
        name=home.name,
        programme=home.programme,
        status=home.status,
        keyworker=home.keyworker,
        team=home.team,
        referred_on=home.referred,
        referral_source=_SOURCES[home.number % len(_SOURCES)],
        started_on=home.started,
        closed_on=home.closed,
        closure_reason=story.reason,
        address=f"{home.number * 7 % 96 + 2} {street}, {TOWN}",
        postcode=made_up_postcode(home.number),
        uprn=f"9999{home.number:08d}" if home.chance.odds(0.5) else None,
        address_protected=True if "protected" in story.marks else None,
        **(alert_cells(home) if "alert" in story.marks else {}),
    )
