"""The columns that several sheets share, and short ways to write the others."""

from __future__ import annotations

from casedesk.domain.identifiers import check_postcode
from casedesk.interchange.workbook.columns import Column, Holds


def ref(name: str, field: str = "ref", *, required: bool = False, note: str = "") -> Column:
    return Column(name, Holds.REF, required, field=field, note=note)


def text(name: str, *, required: bool = False, note: str = "") -> Column:
    return Column(name, Holds.TEXT, required, note=note)


def day(name: str, field: str = "", *, required: bool = False, planned: bool = False) -> Column:
    return Column(name, Holds.DATE, required, field=field, planned=planned)


def yes_no(name: str, field: str = "", *, required: bool = False, note: str = "") -> Column:
    return Column(name, Holds.YES_NO, required, field=field, note=note)


def one_of(name: str, choices: tuple[str, ...], *, required: bool = False) -> Column:
    return Column(name, Holds.CHOICE, required, choices=choices)


def several(name: str, holds: Holds, *, required: bool = False, note: str = "") -> Column:
    return Column(name, holds, required, note=note)


FAMILY = ref("family_ref", "family_id", required=True, note="The team's reference of the family.")
PERSON = ref("person_ref", "person_id", note="The person's reference in this family.")
THE_PERSON = ref(
    "person_ref", "person_id", required=True, note="The person's reference in this family."
)
PROGRAMME = Column("programme", Holds.PROGRAMME)
THE_PROGRAMME = Column("programme", Holds.PROGRAMME, True)
CRITERION = Column("criterion", Holds.CRITERION)
THE_CRITERION = Column("criterion", Holds.CRITERION, True)
FROM = day("from", "from_on")
THE_FROM = day("from", "from_on", required=True)
TO = day("to", "to_on", planned=True)
PEOPLE_NAMED = several("people", Holds.REFS, note="References of people in this family.")
CATEGORIES = several("categories", Holds.CATEGORIES)
CONFIDENTIAL = yes_no("confidential", note="Yes: this never leaves the team.")
IN_ERROR = yes_no("in_error", note="Yes: kept in the history, ignored everywhere else.")
POSTCODE = Column("postcode", check=check_postcode)
