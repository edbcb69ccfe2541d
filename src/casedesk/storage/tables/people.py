"""People, their membership of families, and how they are related."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, Text, UniqueConstraint

from casedesk.domain.records import Membership, Person, Relationship
from casedesk.storage.tables.base import (
    Codes,
    family_column,
    person_column,
    record_table,
    required,
)

persons = record_table(
    "persons",
    Person,
    required("given_name"),
    required("family_name"),
    Column("known_as", Text),
    Column("date_of_birth", Date),
    Column("died_on", Date),
    Column("sex", Text),
    Column("gender", Text),
    Column("ethnicity", Text),
    Column("expectant", Boolean),
    # Indexed: census files and duplicate checks look people up by these.
    Column("nhs_number", Text, index=True),
    Column("upn", Text, index=True),
    Column("nino", Text, index=True),
    Column("la_child_id", Text, index=True),
    Column("phone", Text),
    Column("email", Text),
    Column("school", Text),
    Column("first_language", Text),
    Column("interpreter", Boolean),
    Column("disability", Codes, nullable=False),
)

memberships = record_table(
    "memberships",
    Membership,
    family_column(),
    person_column(index=True),
    required("ref"),
    Column("role", Text),
    Column("parental_responsibility", Boolean),
    Column("lives_in_household", Boolean),
    Column("joined_on", Date),
    Column("left_on", Date),
    Column("dependent", Boolean),
    UniqueConstraint("family_id", "person_id"),
    UniqueConstraint("family_id", "ref"),
)

relationships = record_table(
    "relationships",
    Relationship,
    family_column(index=True),
    person_column(),
    required("relation"),
    person_column("other_person_id"),
    Column("from_on", Date),
    Column("to_on", Date),
)
