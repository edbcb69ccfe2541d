"""A copy for the family: the reader's own, the children they answer for, and safety."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from casedesk.domain.records import Record
from gate.household import (
    ASHWORTHS,
    D,
    allowed,
    ask,
    case_of,
    consent,
    contact,
    event,
    item,
    no_sharing,
    person,
    restriction,
    sharing,
)

FACTS = (
    event("F-K", person_id="kerry"),
    event("F-W", person_id="wayne"),
    event("F-T"),
    event("F-E", person_id="ellie"),
    event("F-0", person_id=None),
)
TO_FAMILY = {"recipients": ("family",)}
OK = {"authorised_by": "Samira Patel"}
ABUSE = event("F-A", "domestic-abuse-perpetrator", "2026-11-24", person_id="kerry")


def facts_for(reader: str, *records: Record, people: Any = ASHWORTHS, as_at: date = D) -> set[str]:
    """Which of the facts a reader gets, the safety fact apart."""
    case = case_of(*FACTS, *records, people=people)
    result = ask(case, "family", reader=reader, as_at=as_at)
    return {one.id for one in result.allowed if one.kind == "fact"} - {"F-A"}


def test_no_consent_is_asked() -> None:
    assert facts_for("kerry") == {"F-K", "F-T", "F-E"}
    refused = consent("C-1", recipients=("family",), decision="refused")
    assert facts_for("kerry", refused) == {"F-K", "F-T", "F-E"}


def test_each_reader_gets_their_own() -> None:
    assert facts_for("wayne") == {"F-W"}
    assert facts_for("tyler") == {"F-T"}


@pytest.mark.parametrize(
    ("role", "marked", "has"),
    [
        ("parent", None, True),
        ("parent", False, False),
        ("carer", None, False),
        ("carer", True, True),
        ("other", True, True),
        ("child", None, False),
    ],
)
def test_parental_responsibility_as_marked_or_by_role(
    role: str, marked: bool | None, has: bool
) -> None:
    kerry = person("kerry", "1992-02-11", role, parental_responsibility=marked)
    got = facts_for("kerry", people=(*kerry, *ASHWORTHS[2:]))
    assert got == ({"F-K", "F-T", "F-E"} if has else {"F-K"})


@pytest.mark.parametrize(
    ("child", "gets"),
    [
        ({"born": "2010-11-25"}, True),  # 16 tomorrow
        ({"born": "2010-11-24"}, False),  # 16 today
        ({"born": None, "role": "child"}, True),
        ({"born": None, "role": "other"}, False),
        ({"born": "2012-03-05", "role": "other"}, True),
        ({"born": "2012-03-05", "left_on": date(2026, 11, 24)}, True),
        ({"born": "2012-03-05", "left_on": date(2026, 11, 23)}, False),
        ({"born": "2012-03-05", "joined_on": date(2026, 11, 25)}, False),
        ({"born": "2012-03-05", "died_on": date(2026, 11, 23)}, False),
    ],
)
def test_members_under_16_on_the_day(child: dict[str, Any], gets: bool) -> None:
    fields = {"role": "child", **child}
    tyler = person("tyler", fields.pop("born"), fields.pop("role"), **fields)
    people = (*ASHWORTHS[:4], *tyler, *ASHWORTHS[6:])
    assert ("F-T" in facts_for("kerry", people=people)) is gets


def test_age_is_that_of_the_day_asked_about() -> None:
    assert "F-T" in facts_for("kerry", as_at=date(2028, 3, 4))
    assert "F-T" not in facts_for("kerry", as_at=date(2028, 3, 5))


def test_everyone_in_an_item_must_be_theirs() -> None:
    visits = (
        contact("V-1", people=("kerry",), children_seen=("tyler", "ellie")),
        contact("V-2", people=("kerry", "wayne")),
        contact("V-3"),
    )
    result = ask(case_of(*visits), "family", reader="kerry")
    assert allowed(result) == {"V-1", "P-1", "P-3", "P-4"}
    assert item(result, "V-1").because == "the reader's own; parental responsibility"
    assert item(result, "V-2").reason == (
        "Wayne: neither Kerry nor a child under 16 in the family for whom Kerry has "
        "parental responsibility"
    )


def test_an_item_about_everyone_goes_where_everyone_is_theirs() -> None:
    one_parent = (*ASHWORTHS[:2], *ASHWORTHS[4:])
    assert "F-0" in facts_for("kerry", people=one_parent)
    assert "F-0" not in facts_for("kerry")


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        (no_sharing("S-1", **TO_FAMILY), {"F-K", "F-E"}),
        (no_sharing("S-1", **TO_FAMILY, people=("kerry",)), {"F-T", "F-E"}),
        (no_sharing("S-1", **TO_FAMILY, categories=("health",)), {"F-K", "F-T", "F-E"}),
        (no_sharing("S-1", **TO_FAMILY, to_on="2026-11-23"), {"F-K", "F-T", "F-E"}),
        (no_sharing("S-1"), {"F-K", "F-T", "F-E"}),  # with schools
        (restriction(), {"F-K", "F-E"}),
        (restriction(person_id="kerry"), {"F-K", "F-T", "F-E"}),
        (restriction("objection"), {"F-K", "F-E"}),
        (restriction("objection", person_id="kerry"), {"F-T", "F-E"}),
        (restriction("objection", purposes=("evaluate",)), {"F-K", "F-T", "F-E"}),
    ],
)
def test_what_withholds_here_too(record: Record, kept: set[str]) -> None:
    assert facts_for("kerry", record) == kept


def test_a_newer_decision_to_share_lifts_one_not_to_share() -> None:
    records = no_sharing("S-1", **TO_FAMILY), sharing("S-2", "2026-03-01", **TO_FAMILY)
    assert "F-T" in facts_for("kerry", *records)
    assert "F-T" not in facts_for(
        "kerry", *reversed(records), no_sharing("S-3", "2026-04-01", **TO_FAMILY)
    )


def test_a_decision_to_share_does_not_hand_over_what_is_not_theirs() -> None:
    share = sharing("S-1", **TO_FAMILY, people=("wayne", "kerry"), **OK)
    assert "F-W" not in facts_for("kerry", share)


@pytest.mark.parametrize(
    ("records", "kept"),
    [
        ((ABUSE,), {"F-K"}),
        (
            (event("F-A", "domestic-abuse-perpetrator", "2026-11-25", person_id="kerry"),),
            {"F-K", "F-T", "F-E"},
        ),
        (
            (event("F-A", "domestic-abuse-perpetrator", person_id="kerry", in_error=True),),
            {"F-K", "F-T", "F-E"},
        ),
        (
            (event("F-A", "domestic-abuse-perpetrator", person_id="kerry", confidential=True),),
            {"F-K"},
        ),
        (
            (event("F-A", "domestic-abuse-perpetrator", person_id="kerry", family_id="another"),),
            {"F-K"},
        ),
        ((event("F-A", "domestic-abuse-perpetrator", person_id="wayne"),), {"F-K", "F-T", "F-E"}),
        ((event("F-A", "domestic-abuse-perpetrator", person_id=None),), {"F-K", "F-T", "F-E"}),
        ((event("F-A", "domestic-callout", person_id="kerry"),), {"F-K", "F-T", "F-E"}),
        # Lifted only by a decision to share with the family, authorised, that covers it.
        ((ABUSE, sharing("S-1", **TO_FAMILY, **OK)), {"F-K", "F-T"}),
        (
            (ABUSE, sharing("S-1", **TO_FAMILY, people=("tyler", "ellie"), **OK)),
            {"F-K", "F-T", "F-E"},
        ),
        ((ABUSE, sharing("S-1", **TO_FAMILY)), {"F-K"}),
        ((ABUSE, sharing("S-1", **OK)), {"F-K"}),
        ((ABUSE, sharing("S-1", **TO_FAMILY, categories=("health",), **OK)), {"F-K"}),
        (
            (ABUSE, sharing("S-1", **TO_FAMILY, **OK), sharing("S-2", "2026-03-01", **TO_FAMILY)),
            {"F-K"},
        ),
        (
            (
                ABUSE,
                sharing("S-1", **TO_FAMILY, **OK),
                no_sharing("S-2", "2026-03-01", **TO_FAMILY),
            ),
            {"F-K"},
        ),
    ],
)
def test_a_reader_recorded_as_a_perpetrator(records: tuple[Record, ...], kept: set[str]) -> None:
    assert facts_for("kerry", *records) == kept


def test_the_perpetrators_basis_names_the_decision() -> None:
    case = case_of(*FACTS, ABUSE, sharing("S-1", **TO_FAMILY, **OK))
    result = ask(case, "family", reader="kerry")
    assert item(result, "F-T").because == "parental responsibility; decision S-1"
    assert item(result, "F-E").reason.startswith("Ellie: Kerry is recorded as a perpetrator")


def test_for_the_evaluation_no_decision_to_share_is_looked_at() -> None:
    case = case_of(*FACTS, ABUSE, sharing("S-1", **TO_FAMILY, **OK))
    result = ask(case, "family", "evaluate", reader="kerry")
    assert "F-T" not in allowed(result)


def test_a_reader_is_looked_at_for_the_family_alone() -> None:
    case = case_of(event("F-1"), consent("C-1"))
    assert ask(case, reader="nobody").as_dict() == ask(case).as_dict()
