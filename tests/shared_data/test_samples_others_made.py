"""Census files that others published for testing validators, where they lie beside the project.

Not part of `make test`: `make shared-data` reads them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from casedesk.demo import caseload
from casedesk.domain.records import Fact, Family, Involvement, Membership, Person
from casedesk.services.criteria import criteria_of_family
from casedesk.services.demonstration import demonstration
from casedesk.services.importing import import_file

DATA = Path(__file__).parents[3] / "shared" / "data"
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("name", ["cin-census-2021.xml", "cin-census-2026.xml"])
def test_a_sample_is_read_with_warnings(name: str) -> None:
    with demonstration(caseload(families=2), TODAY) as session:
        outcome = import_file(session, DATA / name)
        assert outcome.errors == ()
        assert any("stray text" in warning for warning in outcome.warnings)
        assert outcome.json["matched"] == 0


def test_the_2026_sample_changes_a_criterion() -> None:
    with demonstration(caseload(families=2), TODAY) as session:
        with session.store.unit_of_work("Sam Okoro") as uow:
            family = uow.add(Family(id=uow.new_id(), ref="S-1", name="Sample"))
            child = uow.add(
                Person(
                    id=uow.new_id(),
                    given_name="Sample",
                    family_name="Child",
                    upn="A123456789123",
                    date_of_birth=date(2015, 3, 27),
                )
            )
            uow.add(
                Membership(
                    id=uow.new_id(),
                    family_id=family.id,
                    person_id=child.id,
                    ref="P-1",
                    role="child",
                )
            )
            uow.add(
                Involvement(
                    id=uow.new_id(),
                    family_id=family.id,
                    current=True,
                    programme="troubled-families-2015",
                )
            )
        day = date(2023, 2, 1)
        before = criteria_of_family(session, "S-1", as_at=day).criterion("help")
        outcome = import_file(session, DATA / "cin-census-2026.xml")
        after = criteria_of_family(session, "S-1", as_at=day).criterion("help")
        assert (before.state, after.state) == ("not_known", "met")
        assert outcome.json["facts_added"] == 5
        assert import_file(session, DATA / "cin-census-2026.xml").json["facts_added"] == 0
        with session.store.read() as reading:
            facts: list[Fact] = list(reading.case_file(family.id).facts)
        assert {fact.source for fact in facts} == {"Children's social care"}
