"""Every kind of record comes back as it was saved, and rules of the tables hold."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from case_file_kit import (
    ACTOR,
    DEVICE,
    NINE_O_CLOCK,
    contact,
    every_kind,
    fact,
    family,
    member,
    person,
)
from sqlalchemy import Engine, text

from casedesk.domain.errors import InvalidRecord, NotFound
from casedesk.domain.records import (
    Address,
    Contact,
    Decision,
    Document,
    Fact,
    Family,
    Goal,
    Involvement,
    Order,
    Person,
    Record,
)
from casedesk.storage.ids import new_id
from casedesk.storage.mapping import KEPT_BY_STORE
from casedesk.storage.store import CaseStore
from casedesk.storage.tables import ORDER_COLUMNS, RECORD_TABLES


def as_given(record: Record) -> Record:
    """A stored record without what the store filled in."""
    return replace(record, version=0, order=Order(0, "", 0), recorded_by="")


def test_every_kind_of_record_comes_back_field_for_field(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        given = every_kind(unit)
        stored = unit.add_all(given)
    assert {type(record) for record in given} == set(RECORD_TABLES)
    with store.read() as reading:
        for record, kept in zip(given, stored, strict=True):
            again = reading.get(type(record), record.id)
            assert again == kept
            assert as_given(again) == record


@pytest.mark.parametrize("kind", RECORD_TABLES, ids=lambda kind: kind.__name__)
def test_every_field_has_its_column(kind: type[Record]) -> None:
    columns = set(RECORD_TABLES[kind].columns.keys()) - set(ORDER_COLUMNS)
    assert columns == {field.name for field in fields(kind)} - {"order"}


def test_the_examples_fill_in_every_field(store: CaseStore) -> None:
    """Or the round trip above would prove nothing about the fields left out."""
    with store.unit_of_work(ACTOR) as unit:
        filled: dict[type[Record], set[str]] = {}
        for record in every_kind(unit):
            said = {
                field.name for field in fields(record) if getattr(record, field.name) is not None
            }
            filled.setdefault(type(record), set()).update(said)
    for kind, names in filled.items():
        assert names >= {field.name for field in fields(kind)} - set(KEPT_BY_STORE)


def test_decimals_keep_their_digits(store: CaseStore) -> None:
    home = family()
    with store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        stored = unit.add(fact(home, days=Decimal("0.10")))
    with store.read() as reading:
        assert str(reading.get(Fact, stored.id).days) == "0.10"


def test_the_store_says_who_recorded_it_and_in_which_order(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        later = unit.add_all([fact(home, ref="F-2"), person(), fact(home, ref="F-1")])
    assert home.version == 1
    assert home.recorded_by == ACTOR
    assert home.order == Order(NINE_O_CLOCK, DEVICE, 1)
    assert [record.order.sequence for record in later] == [2, 3, 4]


def test_records_added_together_may_stand_in_any_order(store: CaseStore) -> None:
    home, tyler = family(), person()
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([fact(home, tyler), member(home, tyler), tyler, home])
    with store.read() as reading:
        assert reading.case_file(home.id).facts[0].order.sequence == 1


def test_what_raises_is_forgotten_altogether(store: CaseStore, engine: Engine) -> None:
    home = family()
    with pytest.raises(ZeroDivisionError), store.unit_of_work(ACTOR) as unit:
        unit.add(home)
        unit.set_setting("team", "North")
        unit.log_access("read", home.id)
        raise ZeroDivisionError
    with store.read() as reading:
        assert reading.families() == []
        assert reading.setting("team") is None
        assert reading.heads() == []
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM search_entries")) == 0


def test_a_change_is_saved_over_the_version_it_was_made_from(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        first = unit.add(family(name="Obrien"))
    with store.unit_of_work("Somebody Else") as unit:
        second = unit.change(replace(first, name="O'Brien"))
    assert (second.version, second.order, second.recorded_by) == (2, first.order, ACTOR)
    with pytest.raises(InvalidRecord, match="changed since"), store.unit_of_work(ACTOR) as unit:
        unit.change(replace(first, name="Brien"))
    with store.read() as reading:
        assert reading.get(Family, first.id) == second


def test_saving_the_same_again_changes_nothing(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        head = unit.head()
    with store.unit_of_work(ACTOR) as unit:
        assert unit.change(home) == home
        assert unit.head() == head


def test_a_record_that_is_gone_cannot_be_read_changed_or_removed(store: CaseStore) -> None:
    home = family()
    with store.unit_of_work(ACTOR) as unit:
        for attempt in (unit.change, unit.remove):
            with pytest.raises(NotFound):
                attempt(home)
        with pytest.raises(NotFound):
            unit.get(Family, home.id)
        with pytest.raises(NotFound):
            unit.case_file(home.id)
        with pytest.raises(NotFound, match="CD-9"):
            unit.family_by_ref("CD-9")


def test_removing_takes_the_record_away(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        first, second = unit.add_all([fact(home), fact(home, ref="F-2")])
        unit.remove(first)
    with store.read() as reading:
        assert [one.id for one in reading.case_file(home.id).facts] == [second.id]


HOME = family()
TYLER = person()
GOAL = Goal(id=new_id(), family_id=HOME.id, ref="G-1", title="School")


def current(**fields: Any) -> Involvement:
    return Involvement(id=new_id(), family_id=HOME.id, current=True, **fields)


REFUSED: dict[str, tuple[Record, str]] = {
    "family reference": (family(ref=HOME.ref), "Another family already has this reference"),
    "reference in the family": (fact(HOME, ref="F-1"), "already has this reference"),
    "second membership": (member(HOME, TYLER, "P-9"), "already a member"),
    "second current involvement": (current(), "already has a current involvement"),
    "second current address": (
        Address(id=new_id(), family_id=HOME.id, address="Elsewhere", current=True),
        "already has a current address",
    ),
    "same id": (replace(TYLER, given_name="Other"), "saved before"),
    "no such family": (fact(family()), "not in the vault"),
    "no such person": (fact(HOME, person(), ref="F-2"), "not in the vault"),
    "no such document": (
        Document(
            id=new_id(),
            family_id=HOME.id,
            ref="D-1",
            name="a",
            media_type="b",
            size=1,
            sha256="0" * 64,
            added_on=date(2026, 1, 1),
        ),
        "not in the vault",
    ),
    "blank": (replace(fact(HOME, ref="F-3"), kind=None), r"blank \(kind\)"),
    "not a state": (
        Decision(
            id=new_id(),
            family_id=HOME.id,
            programme="p",
            pack_version="1",
            criterion="c",
            state="perhaps",
            on=date(2026, 1, 1),
            reason="r",
        ),
        r"not allowed \(state\)",
    ),
    "score": (replace(GOAL, id=new_id(), ref="G-2", now_score=11), r"not allowed \(scores\)"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_the_tables_refuse_is_one_plain_sentence(store: CaseStore, case: str) -> None:
    record, sentence = REFUSED[case]
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all(
            [
                HOME,
                TYLER,
                GOAL,
                member(HOME, TYLER),
                fact(HOME),
                current(),
                Address(id=new_id(), family_id=HOME.id, address="Here", current=True),
            ]
        )
    with pytest.raises(InvalidRecord, match=sentence) as refused, store.unit_of_work(ACTOR) as unit:
        unit.add(record)
    assert refused.value.sentence.endswith(".")
    assert refused.value.__cause__ is None
    with store.read() as reading:
        assert reading.families()[0].ref == HOME.ref


def test_what_others_refer_to_stays(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add(contact(home))
    with pytest.raises(InvalidRecord, match="still refer"), store.unit_of_work(ACTOR) as unit:
        unit.remove(home)


def test_an_earlier_involvement_stands_beside_the_current_one(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        for now in (False, True, False):
            unit.add(Involvement(id=unit.new_id(), family_id=home.id, current=now))
    with store.read() as reading:
        case = reading.case_file(home.id)
    assert len(case.involvements) == 3
    assert case.current_involvement is case.involvements[1]


def test_a_unit_that_goes_on_after_a_refusal_saves_nothing(store: CaseStore) -> None:
    """Some rows of a refused call may be in already, and not all of the journal."""
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
    with pytest.raises(InvalidRecord), store.unit_of_work(ACTOR) as unit:
        with pytest.raises(InvalidRecord):
            unit.add_all([contact(home, "V-1"), contact(home, "V-1")])
        unit.add(contact(home, "V-2"))
    with store.read() as reading:
        assert reading.case_file(home.id).contacts == ()
        assert reading.history(Contact, "") == []


def test_people_are_found_by_their_identifiers_once_for_each_family(store: CaseStore) -> None:
    tyler = person(upn="A123456789012", nhs_number="9991234567")
    joan = person("Joan", la_child_id="C-1")
    first, second = family("CD-1"), family("CD-2")
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([first, second, tyler, joan, person("Alone", upn="A123456789012")])
        unit.add_all([member(first, tyler), member(second, tyler), member(second, joan, "P-2")])
    with store.read() as reading:
        found = reading.people_with("upn", ["A123456789012", "B1", "A123456789012"])
        assert [(who.id, at.ref, at.family_id, family_id) for who, at, family_id in found] == [
            (tyler.id, "P-1", first.id, first.id),
            (tyler.id, "P-1", second.id, second.id),
        ]
        assert isinstance(found[0][0], Person)
        assert [who.id for who, _, _ in reading.people_with("la_child_id", ["C-1"])] == [joan.id]
        assert reading.people_with("nhs_number", []) == []
        with pytest.raises(ValueError, match="given_name"):
            reading.people_with("given_name", ["Tyler"])
