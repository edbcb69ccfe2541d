"""Reading again, newer and older censuses, and what the worker recorded."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from invented_census import (
    assessment,
    child,
    details,
    enquiry,
    identifiers,
    known,
    message,
    plan,
    protection,
    vault,
)

from casedesk.domain.records import Fact

D = date


def one_plan(start: str, end: str = "", *, reference: str = "2024-03-31") -> bytes:
    return message(child(identifiers(), details(plan(start, end))), reference=reference)


def test_the_answer_has_exactly_the_documented_keys() -> None:
    result = vault().plan(one_plan("2023-01-24")).as_dict()
    assert json.loads(json.dumps(result)) == {
        "matched": 1,
        "doubtful": [],
        "unmatched": [],
        "facts_added": 1,
        "facts_changed": 0,
        "warnings": [],
    }


def test_reading_twice_adds_and_changes_nothing() -> None:
    file = vault()
    data = message(
        child(
            identifiers(),
            details(
                plan("2023-01-24", "2023-01-26"),
                plan("2023-05-01"),
                enquiry("2022-06-02"),
                protection("2022-02-17"),
                assessment("1A", "1B", "10A", "16A"),
                closure="2023-10-01",
            ),
            details(assessment("1A", authorised="")),
        )
    )
    file.take_in(data)
    again = file.take_in(data)
    assert (again.adds, again.changes, again.warnings) == ((), (), ())


def test_a_newer_census_closes_an_open_spell() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", reference="2023-03-31"))
    result = file.take_in(one_plan("2023-01-24", "2023-06-30"))
    assert result.as_dict()["facts_changed"] == 1
    assert file.dates() == {("child-in-need", "person-1", D(2023, 1, 24), D(2023, 6, 30))}
    assert file.facts[0].source_ref == "2024-03-31 MB-1"


def test_an_older_census_never_opens_a_spell_again() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", "2023-06-30"))
    result = file.take_in(one_plan("2023-01-24", reference="2023-03-31"))
    assert (result.adds, result.changes, result.warnings) == ((), (), ())
    assert file.facts[0].to_on == D(2023, 6, 30)


def test_an_older_census_does_not_close_what_a_newer_left_open() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24"))
    result = file.take_in(one_plan("2023-01-24", "2023-02-28", reference="2023-03-31"))
    assert (result.adds, result.changes) == ((), ())
    assert file.facts[0].to_on is None


def test_a_newer_census_that_is_silent_leaves_it_open_with_a_warning() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", reference="2023-03-31"))
    for silent in (
        message(child(identifiers(), details(enquiry("2023-09-09")))),
        message(child(identifiers("MB-9", ""), details())),
    ):
        result = file.plan(silent)
        assert any(
            "child-in-need spell of Child1 Invented (CD-1/P-1) from 2023-01-24 is left open" in one
            for one in result.warnings
        )
        assert result.changes == ()
    older = file.plan(message(child(identifiers(), details()), reference="2022-03-31"))
    assert older.warnings == ()


def test_a_plan_that_is_there_but_wrong_is_not_called_missing() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", reference="2023-03-31"))
    result = file.take_in(one_plan("2023-01-24", "unknown"))
    assert not any("no longer mentions" in warning for warning in result.warnings)


def test_a_spell_of_a_doubtful_child_is_not_called_missing() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", reference="2023-03-31"))
    file.people = (known(born=D(2014, 1, 1)),)
    result = file.take_in(one_plan("2023-01-24", "2023-02-01"))
    assert not any("no longer mentions" in warning for warning in result.warnings)


def test_different_ends_are_left_as_they_are_with_a_warning() -> None:
    file = vault()
    file.take_in(one_plan("2023-01-24", "2023-02-28", reference="2023-03-31"))
    for said in ("2023-04-30", ""):
        result = file.take_in(one_plan("2023-01-24", said))
        assert (result.adds, result.changes) == ((), ())
        assert any("it was left as it is" in warning for warning in result.warnings)


def worker_fact(**changes: object) -> Fact:
    fact = Fact(
        id="own-1",
        family_id="family-CD-1",
        person_id="person-1",
        ref="F-own",
        kind="child-in-need",
        from_on=D(2023, 1, 24),
        source="Home visit",
    )
    return replace(fact, **changes)  # type: ignore[arg-type]


def test_what_the_worker_recorded_already_is_not_added_again() -> None:
    file = vault()
    file.facts = [worker_fact()]
    result = file.take_in(one_plan("2023-01-24"))
    assert (result.adds, result.changes, result.warnings) == ((), (), ())


def test_an_open_spell_of_the_worker_is_closed_and_keeps_its_source() -> None:
    file = vault()
    file.facts = [worker_fact()]
    result = file.take_in(one_plan("2023-01-24", "2023-06-30"))
    assert result.as_dict()["facts_changed"] == 1
    assert file.facts == [worker_fact(to_on=D(2023, 6, 30))]


def test_a_fact_marked_in_error_is_neither_changed_nor_added_again() -> None:
    file = vault()
    file.facts = [worker_fact(in_error=True)]
    result = file.take_in(one_plan("2023-01-24", "2023-06-30"))
    assert (result.adds, result.changes) == ((), ())


def test_an_assessment_authorised_since_the_last_census_is_the_same_spell() -> None:
    file = vault()
    before = details(assessment("1A", authorised=""))
    after = details(assessment("1A"), closure="2023-09-01")
    file.take_in(message(child(identifiers(), before), reference="2023-01-31"))
    result = file.take_in(message(child(identifiers(), after)))
    assert (len(result.adds), len(result.changes)) == (0, 1)
    assert file.dates() == {("alcohol", "person-1", D(2023, 1, 10), D(2023, 9, 1))}
    again = file.take_in(message(child(identifiers(), after)))
    assert (again.adds, again.changes, again.warnings) == ((), (), ())


def test_an_assessment_that_began_when_another_was_authorised_is_its_own() -> None:
    file = vault()
    file.take_in(message(child(identifiers(), details(assessment("1A"))), reference="2023-03-31"))
    both = details(assessment("1A"), assessment("1A", start="2023-02-01", authorised="2023-05-01"))
    result = file.take_in(message(child(identifiers(), both)))
    assert [fact.from_on for fact in result.adds] == [D(2023, 5, 1)]


def test_brothers_and_sisters_share_what_is_about_the_family() -> None:
    file = vault(known(), known(2, upn="H243278544154", born=D(2016, 1, 1)))
    second = identifiers("MB-2", "H243278544154", "2016-01-01")
    data = message(
        child(identifiers(), details(assessment("4B"), closure="2023-08-01")),
        child(second, details(assessment("4C"))),
    )
    file.take_in(data)
    assert file.dates() == {("mental-health", None, D(2023, 2, 1), None)}
    again = file.take_in(data)
    assert (again.adds, again.changes, again.warnings) == ((), (), ())


def test_a_reference_date_in_the_future_is_a_warning() -> None:
    result = vault().plan(one_plan("2023-01-24", reference="2027-03-31"))
    assert len(result.adds) == 1
    assert "ReferenceDate 2027-03-31 is in the future" in result.warnings[0]


def test_facts_of_other_kinds_and_sources_are_passed_over() -> None:
    file = vault()
    other = Fact(
        id="own-2", family_id="family-CD-1", ref="F-2", kind="housing-repair", on=D(2020, 1, 1)
    )
    file.facts = [other, worker_fact(from_on=D(2020, 1, 1))]
    result = file.take_in(message(child(identifiers(), details())))
    assert result.warnings == ()


days = st.dates(D(2021, 1, 1), D(2023, 12, 31)).map(date.isoformat)
spells = st.lists(
    st.builds(plan, days, st.one_of(st.just(""), days))
    | st.builds(protection, days, st.one_of(st.just(""), days))
    | st.builds(enquiry, days)
    | st.builds(
        assessment,
        st.sampled_from(["1A", "1B", "10A", "16A", "RB", "20"]),
        start=st.one_of(st.just(""), days),
        authorised=st.one_of(st.just(""), days),
    ),
    max_size=6,
)
files = st.builds(
    lambda inside, closure, reference: message(
        child(identifiers(), details(*inside, closure=closure)), reference=reference
    ),
    spells,
    st.one_of(st.just(""), days),
    st.sampled_from(["2022-03-31", "2023-03-31", "2024-03-31"]),
)


@settings(deadline=None)
@given(files, files)
def test_any_two_censuses_read_again_add_nothing_more(first: bytes, second: bytes) -> None:
    file = vault()
    file.take_in(first)
    file.take_in(second)
    closed = {fact.id: fact.to_on for fact in file.facts if fact.to_on is not None}
    for data in (first, second):
        again = file.take_in(data)
        assert again.adds == ()
        assert again.changes == ()
    assert {fact.id: fact.to_on for fact in file.facts if fact.to_on is not None} == closed
    for fact in file.facts:
        assert fact.from_on is None or fact.to_on is None or fact.from_on <= fact.to_on
