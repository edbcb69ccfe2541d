"""How a family's consents stand, in the words of a list."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casedesk.domain.consent_summary import family_consents
from casedesk.domain.records import CaseFile, Consent, Family, Membership, Order, Person

TODAY = date(2026, 11, 24)
MUM, SON = "mum", "son"


def consent(number: int, person: str = MUM, **more: object) -> Consent:
    given: dict[str, object] = {
        "recipients": ("nhs",),
        "categories": ("health",),
        "purposes": ("support",),
        "decision": "given",
        "decided_on": TODAY - timedelta(days=50 - number),
    }
    return Consent(
        id=f"c{number}",
        family_id="f",
        person_id=person,
        ref=f"C-{number}",
        order=Order(number, "d", number),
        **{**given, **more},  # type: ignore[arg-type]
    )


def said(*consents: Consent, left: date | None = None) -> tuple[str, str]:
    case = CaseFile(
        Family(id="f", ref="F-1", name="Haddad"),
        people=(
            Person(id=MUM, given_name="Nadia", family_name="Haddad"),
            Person(id=SON, given_name="Idris", family_name="Haddad"),
        ),
        memberships=(
            Membership(id="m1", family_id="f", person_id=MUM, ref="P-1", role="parent"),
            Membership(
                id="m2", family_id="f", person_id=SON, ref="P-2", role="child", left_on=left
            ),
        ),
        consents=consents,
    )
    found = family_consents(case, "support", TODAY)
    return found.state, found.words


@pytest.mark.parametrize(
    ("consents", "expected"),
    [
        ((), ("not_asked", "Not asked yet")),
        ((consent(1),), ("some_given", "Given by 1 of 2")),
        ((consent(1), consent(2, SON)), ("given", "All given")),
        ((consent(1, purposes=("refer",)),), ("not_asked", "Not asked yet")),
        ((consent(1, in_error=True),), ("not_asked", "Not asked yet")),
        ((consent(1), consent(2, SON, decision="refused")), ("refused", "1 refused")),
        ((consent(1, withdrawn_on=TODAY),), ("withdrawn", "1 withdrawn")),
        ((consent(1, expires_on=TODAY - timedelta(days=1)),), ("expired", "1 expired")),
        (
            (consent(1, expires_on=TODAY), consent(2, SON, expires_on=TODAY + timedelta(days=27))),
            ("expires_soon", "2 expire soon"),
        ),
        ((consent(1, expires_on=TODAY + timedelta(days=28)),), ("some_given", "Given by 1 of 2")),
    ],
)
def test_the_first_thing_to_do_is_said(
    consents: tuple[Consent, ...], expected: tuple[str, str]
) -> None:
    assert said(*consents) == expected


def test_what_newer_records_cover_in_full_says_nothing_more() -> None:
    refused = consent(1, decision="refused")
    assert said(refused, consent(2)) == ("some_given", "Given by 1 of 2")
    wide = consent(1, decision="refused", categories=("health", "education"))
    assert said(wide, consent(2)) == ("refused", "1 refused")
    narrow = consent(1, decision="refused", recipients=("schools/Millbridge",))
    every = consent(2, recipients=("schools",))
    assert said(narrow, every) == ("some_given", "Given by 1 of 2")


def test_those_who_have_left_are_not_counted() -> None:
    gone = TODAY - timedelta(days=1)
    assert said(consent(1), left=gone) == ("given", "All given")
    assert said(consent(1), consent(2, SON, decision="refused"), left=gone)[0] == "given"
