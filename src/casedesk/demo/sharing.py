"""Sharing decisions, restrictions and objections of the made-up caseload."""

from __future__ import annotations

from collections.abc import Callable

from casedesk.demo.consents import EVERYTHING
from casedesk.demo.home import Home
from casedesk.demo.places import LEAD


def _decide(home: Home, ago: int, **cells: object) -> None:
    home.sheets.add(
        "Sharing decisions",
        **{
            "family_ref": home.ref,
            "decision_ref": home.next_ref("S"),
            "decision": "share",
            "told_family": True,
            "decided_by": home.keyworker or LEAD,
            "decided_on": home.ago(ago),
            "from_": home.ago(ago),
            **cells,
        },
    )


def safeguarding(home: Home) -> None:
    """A child's safety comes before a refusal; the family was told."""
    _decide(
        home, 60, people=[one.ref for one in home.children()], recipients=("police", "nhs"),
        categories=EVERYTHING, basis="safeguarding", condition="safeguarding",
        reason="Injury that the explanation does not fit; strategy meeting agreed to share.",
        authorised_by=LEAD,
    )  # fmt: skip


def crime_prevention(home: Home) -> None:
    """The police are told; the family was not, with the reason why."""
    _decide(
        home, 45, people=[home.child(11, 17).ref], recipients=("police",),
        categories=("vulnerable-children-health", "police-courts-probation"),
        basis="crime-prevention", condition="unlawful-acts", told_family=False,
        not_told_why="Telling could put the young person at risk from those who use them.",
        reason="Messages about a delivery to another town.", authorised_by=LEAD,
        to=home.ago(-45),
    )  # fmt: skip


def court_order(home: Home) -> None:
    """The family court ordered a report."""
    _decide(
        home, 80, people=[one.ref for one in home.alive], recipients=("moj",),
        categories=("social-care", "education", "violence-in-the-home"), basis="court-order",
        condition="legal-claims", reason="Order of the family court of the 2nd, paragraph 4.",
        authorised_by=LEAD,
    )  # fmt: skip


def legal_obligation(home: Home) -> None:
    """The law requires it."""
    _decide(
        home, 100, people=[home.main.ref], recipients=("police",),
        categories=("violence-in-the-home",), basis="legal-obligation",
        condition="statutory-purposes", reason="Required for the domestic abuse panel.",
        authorised_by=LEAD,
    )  # fmt: skip


def vital_interests(home: Home) -> None:
    """An ambulance crew was told about medication; long over."""
    _decide(
        home, 200, people=[home.main.ref], recipients=("nhs",), categories=("health",),
        basis="vital-interests", condition="vital-interests", to=home.ago(199),
        reason="Found unconscious; the crew needed to know about the tablets.",
        told_family=False, not_told_why="Nobody could be reached at the time.",
        authorised_by=LEAD,
    )  # fmt: skip


def public_task(home: Home) -> None:
    """Fills in where nobody was asked, or the consent ran out."""
    _decide(
        home, 30, people=[one.ref for one in home.children(4, 17)] or [home.main.ref],
        recipients=("schools",), categories=("education", "social-care"), basis="public-task",
        reason="The school needs the plan's dates while consent is being asked again.",
    )  # fmt: skip


def nobody_authorised(home: Home) -> None:
    """Kept, but it does not override a refusal, and it names no condition."""
    _decide(
        home, 25, people=[home.main.ref], recipients=("dwp",), categories=("employment", "health"),
        basis="crime-prevention", reason="Thought to be working while claiming; not checked yet.",
    )  # fmt: skip


def do_not_share(home: Home) -> None:
    """Blocks although consent was given."""
    _decide(
        home, 35, people=[home.child(10, 17).ref], recipients=("schools",),
        categories=("health", "violence-in-the-home"), decision="do not share",
        reason="Asked us to keep it from school; other pupils found out last time.",
    )  # fmt: skip


def not_to_the_family(home: Home) -> None:
    """Something that must not reach the household's papers."""
    _decide(
        home, 40, people=[one.ref for one in home.children()] or [home.main.ref],
        recipients=("family",), categories=("violence-in-the-home", "social-care"),
        decision="do not share", told_family=False,
        not_told_why="The person who causes harm reads the post.",
        reason="Disclosures by the children are not to be in a family copy.",
    )  # fmt: skip


def to_the_family(home: Home) -> None:
    """What a person who caused abuse may still be given, authorised."""
    _decide(
        home, 20, people=[one.ref for one in home.children()] or [home.main.ref],
        recipients=("family",), categories=("education",), basis="public-task",
        reason="School reports for the parent who lives elsewhere; both parents agreed.",
        authorised_by=LEAD,
    )  # fmt: skip


def protected_address(home: Home) -> None:
    """The one kind of decision that lets a protected address go."""
    _decide(
        home, 15, people=[one.ref for one in home.alive if one.at_home], recipients=("police",),
        categories=("social-care", "violence-in-the-home"), basis="safeguarding",
        condition="safeguarding", protected_address=True, authorised_by=LEAD,
        reason="The protected address goes to the police so that they can mark it for calls.",
    )  # fmt: skip


def share_then_stop(home: Home) -> None:
    """A decision to share, stopped by a newer one not to."""
    for ago, decision, basis in ((70, "share", "public-task"), (50, "do not share", None)):
        _decide(
            home, ago, people=[home.main.ref], recipients=("dwp",), categories=("employment",),
            decision=decision, basis=basis,
            reason="For the work coach." if basis else "Complaint about the work coach.",
        )  # fmt: skip


DECISIONS: dict[str, Callable[[Home], None]] = {
    decide.__name__: decide
    for decide in (
        safeguarding, crime_prevention, court_order, legal_obligation, vital_interests,
        public_task, nobody_authorised, do_not_share, not_to_the_family, to_the_family,
        protected_address, share_then_stop,
    )
}  # fmt: skip


def restrict(home: Home, kind: str, **cells: object) -> None:
    """A restriction or objection of the main adult, or of whoever `person_ref` names."""
    home.sheets.add(
        "Restrictions",
        **{
            "family_ref": home.ref,
            "person_ref": home.main.ref,
            "kind": kind,
            "from_": home.ago(50),
            **cells,
        },
    )


def restriction(home: Home) -> None:
    """A parent disputes what is written; it is left out until that is settled."""
    restrict(home, "restriction", reason="Disputes the note of the visit in spring.")


def lifted(home: Home) -> None:
    """A restriction that was lifted."""
    restrict(home, "restriction", from_=home.ago(300), to=home.ago(250), reason="Settled.")


def objects_to_study(home: Home) -> None:
    """An objection to the National Impact Study only."""
    restrict(home, "objection", purposes=("evaluate",), reason="Does not want research.")


def objects_to_all(home: Home) -> None:
    """A young person's objection to every purpose."""
    restrict(home, "objection", person_ref=home.child(12, 17).ref, reason="Wants to be left alone.")


RIGHTS: dict[str, Callable[[Home], None]] = {
    right.__name__: right for right in (restriction, lifted, objects_to_study, objects_to_all)
}
