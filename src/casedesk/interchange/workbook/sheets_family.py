"""The sheets about families and people (docs/interchange.md, The sheets)."""

from __future__ import annotations

from casedesk.domain.identifiers import check_nhs_number, check_nino, check_upn
from casedesk.domain.records import Address, Involvement, Relationship
from casedesk.domain.records.family import STATUSES
from casedesk.domain.records.people import RELATIONS, ROLES, SEXES
from casedesk.interchange.workbook.codes import check_disability, check_ethnicity
from casedesk.interchange.workbook.column_kinds import (
    FAMILY,
    FROM,
    PERSON,
    POSTCODE,
    PROGRAMME,
    THE_PERSON,
    THE_PROGRAMME,
    TO,
    day,
    one_of,
    ref,
    text,
    yes_no,
)
from casedesk.interchange.workbook.columns import Column, Holds, Sheet

_INVOLVEMENT = (
    day("referred_on"),
    day("started_on", planned=True),
    day("closed_on"),
    text("closure_reason"),
    text("keyworker"),
    text("team"),
)
_INVOLVEMENT_ORDER = (
    ("referred_on", "started_on"), ("started_on", "closed_on"), ("referred_on", "closed_on"),
)  # fmt: skip

FAMILIES = Sheet(
    "Families",
    (
        ref("family_ref", required=True, note="The team's own reference; unique in the vault."),
        text("name", required=True),
        PROGRAMME,
        one_of("status", STATUSES),
        text("keyworker"),
        text("team"),
        day("referred_on"),
        text("referral_source"),
        day("started_on", planned=True),
        day("closed_on"),
        text("closure_reason"),
        text("address", note="Where the family lives now; earlier ones go to Addresses."),
        POSTCODE,
        text("uprn"),
        yes_no("address_protected", "protected", note="Yes: the address never leaves."),
        text("alert"),
        text("alert_reason"),
        text("alert_agreed_by"),
        day("alert_review_on", planned=True),
    ),
    in_order=_INVOLVEMENT_ORDER,
)
INVOLVEMENTS = Sheet(
    "Involvements",
    (FAMILY, THE_PROGRAMME, *_INVOLVEMENT),
    record=Involvement,
    in_order=_INVOLVEMENT_ORDER,
    shown_as="the same programme and start",
)
ADDRESSES = Sheet(
    "Addresses",
    (
        FAMILY,
        PERSON,
        text("address", required=True),
        POSTCODE,
        text("uprn"),
        FROM,
        TO,
        yes_no("protected"),
    ),
    record=Address,
    in_order=(("from", "to"),),
    shown_as="the same person, address and first day",
)
PEOPLE = Sheet(
    "People",
    (
        FAMILY,
        ref("person_ref", required=True, note="Unique in the family."),
        text("given_name", required=True),
        text("family_name", required=True),
        text("known_as"),
        day("date_of_birth"),
        one_of("sex", SEXES),
        text("gender"),
        Column("ethnicity", Holds.CODE, check=check_ethnicity, note="A DfE ethnicity code."),
        one_of("role", ROLES),
        yes_no("parental_responsibility"),
        yes_no("lives_in_household"),
        day("joined_on", planned=True),
        day("left_on", planned=True),
        yes_no("dependent", note="Yes: a dependent young person of 16 to 18."),
        yes_no("expectant"),
        Column("nhs_number", check=check_nhs_number),
        Column("upn", check=check_upn),
        Column("nino", check=check_nino),
        text("la_child_id"),
        text("phone"),
        text("email"),
        text("school"),
        text("first_language"),
        yes_no("interpreter"),
        Column("disability", Holds.CODES, check=check_disability, note="DfE disability codes."),
        day("died_on"),
        Column(
            "same_as",
            Holds.SAME_AS,
            note="FAMILY/PERSON: the same person, already in another family.",
        ),
    ),
    in_order=(("date_of_birth", "died_on"), ("joined_on", "left_on")),
)
RELATIONSHIPS = Sheet(
    "Relationships",
    (
        FAMILY,
        THE_PERSON,
        one_of("relation", RELATIONS, required=True),
        ref("other_person_ref", "other_person_id", required=True),
        FROM,
        TO,
    ),
    record=Relationship,
    identity=("person_id", "other_person_id", "relation", "from_on"),
    in_order=(("from", "to"),),
    shown_as="the same two people, relation and first day",
)
