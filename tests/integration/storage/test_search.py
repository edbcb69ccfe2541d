"""What a keyworker types finds what they mean, best first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from case_file_kit import ACTOR, contact, every_kind, fact, family, member, person
from sqlalchemy import Engine, text

from casedesk.domain.records import Address, Family, Goal, Person
from casedesk.storage.ids import new_id
from casedesk.storage.search_index import SEARCHED, rebuild
from casedesk.storage.store import CaseStore


@pytest.fixture
def home(store: CaseStore) -> Family:
    """The O'Briens, with a family that shares nothing with them."""
    home, others = family("CD-7K-0041", "O'Brien"), family("CD-2", "Young")
    tyler = person(
        "Zoë", "Smith-Jones", known_as="Tyler", phone="07700 900123", upn="A123456789012",
        nhs_number="999 123 4567", nino="QQ123456C", school="St Mary's Primary",
        la_child_id="C-77", email="zoe@example.org",
    )  # fmt: skip
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all(
            [
                home,
                others,
                tyler,
                member(home, tyler, "SMI-004"),
                Address(
                    id=new_id(), family_id=home.id, address="12 High Street\nMillbridge",
                    postcode="BA1 1AA", uprn="10023",
                ),
                contact(home, "V-1", "Łukasz rang from +44 7700 900999 about the half-term trip."),
                fact(home, tyler, detail="Caught shoplifting", source_ref="PNC/77"),
                Goal(
                    id=new_id(), family_id=home.id, ref="G-1", title="School every day",
                    family_words="We want calm mornings",
                ),
                contact(others, "V-2", "Nothing to report."),
            ]
        )  # fmt: skip
    return home


def kinds(store: CaseStore, typed: str) -> list[str]:
    with store.read() as reading:
        hits = reading.search(typed)
    assert all(hit.family_ref == "CD-7K-0041" for hit in hits)
    return [hit.kind for hit in hits]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("O'Brien", ["family"]),
        ("o'brien", ["family"]),
        ("obrien", ["family"]),
        ("o’brien", ["family"]),
        ("O Brien", ["family"]),
        ("BRIEN", ["family"]),
        ("o'bri", ["family"]),
        ("CD-7K-0041", ["family"]),
        ("cd7k0041", ["family"]),
        ("0041", ["family"]),
        ("Smith-Jones", ["person"]),
        ("smith jones", ["person"]),
        ("smithjones", ["person"]),
        ("jones", ["person"]),
        ("jon", ["person"]),
        ("zoe", ["person"]),
        ("ZOË", ["person"]),
        ("zoe smi", ["person"]),
        ("tyler", ["person"]),
        ("SMI-004", ["person"]),
        ("07700 900123", ["person"]),
        ("07700900123", ["person"]),
        ("0770 0900 123", ["person"]),
        ("+44 7700 900123", ["person"]),
        ("00 44 7700 900123", []),
        ("A123456789012", ["person"]),
        ("9991234567", ["person"]),
        ("999 123 4567", ["person"]),
        ("QQ 12 34 56 C", ["person"]),
        ("st mary's", ["person"]),
        ("st marys", ["person"]),
        ("12 high st", ["address"]),
        ("ba1 1aa", ["address"]),
        ("BA11AA", ["address"]),
        ("10023", ["address"]),
        ("lukasz", ["contact"]),
        ("łukasz", ["contact"]),
        ("halfterm", ["contact"]),
        ("half term", ["contact"]),
        ("7700 900999", ["contact"]),
        ("07700900999", ["contact"]),
        ("07700 900999", ["contact"]),
        ("+447700900999", ["contact"]),
        ("shoplift", ["fact"]),
        ("pnc/77", ["fact"]),
        ("calm mornings", ["goal"]),
        ("mornings calm", ["goal"]),
        ("calm evenings", []),
        ("", []),
        ("  ", []),
        ("'-*\"", []),
    ],
)
def test_what_is_typed_finds_what_is_meant(
    store: CaseStore, home: Family, typed: str, found: list[str]
) -> None:
    assert kinds(store, typed) == found


def test_a_hit_says_what_and_where_it_is(store: CaseStore, home: Family) -> None:
    with store.read() as reading:
        (hit,) = reading.search("tyler")
        (note,) = reading.search("rang")
    assert (hit.kind, hit.title, hit.family_id, hit.family_name) == (
        "person",
        "Zoë Smith-Jones",
        home.id,
        "O'Brien",
    )
    assert hit.person_id == hit.record_id
    assert hit.snippet.startswith("Zoë; Smith-Jones; Tyler; 999")
    assert (note.title, note.person_id) == ("contact, 4 May 2026", None)
    assert note.snippet.startswith("Łukasz rang from")


def test_a_snippet_shows_the_place(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add(contact(home, text="before " * 30 + "the\nplace itself " + "after " * 30))
        (hit,) = unit.search("plac")
    assert hit.snippet.startswith("… ")
    assert hit.snippet.endswith(" …")
    assert "the place itself" in hit.snippet


def test_every_searched_kind_is_found_and_shown(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        stored = unit.add_all(every_kind(unit))
        found = {hit.record_id: hit for typed in WORDS for hit in unit.search(typed)}
    expected = {record.id for record in stored if type(record) in {*SEARCHED, Person}}
    expected -= {record.id for record in stored if type(record).__name__ == "Membership"}
    assert set(found) == expected
    assert all(hit.title and hit.snippet for hit in found.values())


WORDS = (
    "obrien", "high", "moved", "spring", "register", "attends", "fell", "risk", "letter",
    "talked", "every", "alarm", "going", "hard", "consent", "work",
)  # fmt: skip


def test_names_come_before_notes_and_whole_words_before_half_typed(store: CaseStore) -> None:
    home = family("CD-1", "Reed")
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([contact(home, "V-1", "Read"), home, contact(home, "V-2", "Reed's dog")])
        unit.add_all([family("CD-2", "Reeder"), family("CD-3", "Park", alert="Reed beds")])
        unit.add_all(
            [family("CD-4", "Reed"), contact(home, "V-3", "Reeder"), contact(home, "V-4", "reed")]
        )
        hits = unit.search("reed")
    assert [(hit.kind, hit.family_ref, hit.snippet[:6]) for hit in hits] == [
        ("family", "CD-1", "Reed; "),
        ("family", "CD-4", "Reed; "),
        ("family", "CD-2", "Reeder"),
        ("family", "CD-3", "Park; "),
        ("contact", "CD-1", "reed; "),
        ("contact", "CD-1", "Reed's"),
        ("contact", "CD-1", "Reeder"),
    ]


def test_no_more_is_given_than_asked_for(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family("CD-1", "Reed"))
        unit.add_all(contact(home, f"V-{number}", f"Reed {number}") for number in range(20))
        hits = unit.search("reed", 5)
    assert [hit.snippet[:7] for hit in hits[1:]] == ["Reed 19", "Reed 18", "Reed 17", "Reed 16"]
    assert hits[0].kind == "family"


def test_a_person_is_found_in_each_of_their_families(store: CaseStore) -> None:
    first, second, tyler = family("CD-1", "One"), family("CD-2", "Two"), person("Tyler", "Reed")
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([first, second, tyler, member(first, tyler)])
        assert [hit.family_ref for hit in unit.search("tyler")] == ["CD-1"]
        also = unit.add(member(second, tyler))
        assert [hit.family_ref for hit in unit.search("tyler")] == ["CD-1", "CD-2"]
        unit.change(replace(unit.get(Person, tyler.id), given_name="Tyrone"))
        assert [hit.family_ref for hit in unit.search("tyrone")] == ["CD-1", "CD-2"]
        assert unit.search("tyler") == []
        unit.remove(also)
        assert [hit.family_ref for hit in unit.search("tyrone")] == ["CD-1"]


def test_a_bulk_of_people_is_searchable_once_each(store: CaseStore) -> None:
    """Whichever of a person and their membership falls on the edge of a batch."""
    home = family("CD-1", "One")
    people = [person("Tyler", f"Reed{number}") for number in range(1_501)]
    members = [member(home, one, f"P-{number}") for number, one in enumerate(people)]
    pairs = [record for pair in zip(people, members, strict=True) for record in pair]
    with store.unit_of_work(ACTOR) as unit:
        unit.add_all([home, *people[:1], *members[:1]])
        unit.add_all([pairs[2], *pairs[4:], pairs[3]])
        found = [hit.record_id for hit in unit.search("tyler", 5_000)]
    assert sorted(found) == sorted(one.id for one in people)


def test_search_is_as_the_records_are_within_the_same_unit(
    store: CaseStore, engine: Engine
) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        seen = unit.add(contact(home, text="swimming"))
        seen = unit.change(replace(seen, text="football"))
        assert [hit.record_id for hit in unit.search("football")] == [seen.id]
        assert unit.search("swimming") == []
        seen = unit.change(replace(seen, text="dancing", significant=True))
        unit.remove(unit.change(replace(seen, text="boxing")))
        assert [unit.search(word) for word in ("football", "dancing", "boxing")] == [[], [], []]
        unit.add(contact(home, "V-2", text="short-lived"))
        unit.remove(unit.case_file(home.id).contacts[0])
        assert unit.search("lived") == []
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM search_entries")) == 1


def test_a_corrected_note_keeps_its_place_among_the_newer(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        first, _ = unit.add_all([contact(home, "V-1", "art"), contact(home, "V-2", "art")])
        unit.change(replace(first, text="art club"))
        assert [hit.snippet[-3:] for hit in unit.search("art")] == ["V-2", "V-1"]


def test_the_indexes_can_be_made_anew(store: CaseStore, engine: Engine, home: Family) -> None:
    typed = ("obrien", "tyler", "ba1", "rang", "shoplift", "nothing")
    with store.read() as reading:
        before = [reading.search(word) for word in typed]
    with engine.begin() as connection:
        rebuild(connection)
    with store.read() as reading:
        assert [reading.search(word) for word in typed] == before
        assert all(before)


def test_dates_and_marks_are_not_searched(store: CaseStore) -> None:
    with store.unit_of_work(ACTOR) as unit:
        home = unit.add(family())
        unit.add(fact(home, on=date(2026, 5, 4), kind="offence"))
        assert unit.search("2026") == unit.search("offence") == []
