"""Files whose rows all gather in one place: planning grows with the rows, not their square."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from crafted_xlsx import HEADINGS, SHEET, STRINGS, craft, sheet, strings

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook import (
    ImportPlan,
    KnownLists,
    parse_rows,
    plan_import,
    read_workbook,
)
from casedesk.system.resources import shipped_catalogue

MANY = 10_000
TODAY = date(2026, 11, 24)
PROGRAMME = "troubled-families-2015"


def days() -> Iterator[str]:
    for number in itertools.count():
        yield (date(1900, 1, 1) + timedelta(days=number)).isoformat()


@pytest.fixture
def plan(tmp_path: Path) -> Callable[..., ImportPlan]:
    def make(**files: list[list[str]]) -> ImportPlan:
        folder = tmp_path / "in"
        folder.mkdir()
        for name, lines in files.items():
            with (folder / f"{name.replace('_', '-')}.csv").open(
                "w", encoding="utf-8", newline=""
            ) as file:
                csv.writer(file).writerows(lines)
        lists = KnownLists(shipped_catalogue(), {PROGRAMME: ("1", ("crime",))}, TODAY)
        numbers = itertools.count()
        return plan_import(
            parse_rows(read_workbook(folder), lists), {}, lambda: f"id-{next(numbers)}",
            lambda prefix: f"{prefix}-{next(numbers)}",
        )  # fmt: skip

    return make


FAMILY = [["family_ref", "name"], ["CD-1", "Ash"]]
PERSON = [["family_ref", "person_ref", "given_name", "family_name"], ["CD-1", "P-1", "Ann", "Ash"]]


def test_many_involvements_and_addresses_of_one_family(plan: Callable[..., ImportPlan]) -> None:
    found = plan(
        families=FAMILY,
        involvements=[["family_ref", "programme", "started_on"],
                      *(["CD-1", PROGRAMME, day] for day in itertools.islice(days(), MANY))],
        addresses=[["family_ref", "address"], *(["CD-1", f"{at} Elm"] for at in range(MANY))],
    )  # fmt: skip
    assert found.errors == ()
    assert found.added == {"Families": 1, "Involvements": MANY, "Addresses": MANY}


def test_many_people_who_all_consent_and_speak_in_one_family(
    plan: Callable[..., ImportPlan],
) -> None:
    people = [f"P-{at}" for at in range(MANY)]
    found = plan(
        families=FAMILY,
        people=[PERSON[0], *(["CD-1", ref, "Ann", "Ash"] for ref in people)],
        consents=[["family_ref", "person_ref", "recipients", "categories", "purposes", "decision",
                   "decided_on", "given_by"],
                  *(["CD-1", ref, "nhs", "health", "support", "given", "2026-01-01", "Zoe"]
                    for ref in people)],
        contacts=[["family_ref", "at", "text", "child_voice"],
                  *(["CD-1", "2026-01-01", f"visit {at}", f"{ref}: hello"]
                    for at, ref in enumerate(people))],
        relationships=[["family_ref", "person_ref", "relation", "other_person_ref"],
                       *(["CD-1", one, "parent", other]
                         for one, other in itertools.pairwise(people))],
    )  # fmt: skip
    assert found.errors == ()
    assert found.added["Consents"] == found.added["Contacts"] == MANY


def test_many_equal_facts_with_and_without_references(plan: Callable[..., ImportPlan]) -> None:
    head = ["family_ref", "person_ref", "fact_ref", "kind", "on"]
    fact = ["offence", "2026-01-01"]
    found = plan(
        families=FAMILY,
        people=PERSON,
        facts=[head, *(["CD-1", "P-1", f"F-{at}", *fact] for at in range(MANY)),
               *(["CD-1", "P-1", "", *fact] for _ in range(MANY))],
    )  # fmt: skip
    assert found.errors == ()
    assert found.added["Facts"] == MANY


def test_every_family_of_the_file_linked_to_the_next(plan: Callable[..., ImportPlan]) -> None:
    families = range(MANY)
    found = plan(
        families=[FAMILY[0], *([f"CD-{at}", "Ash"] for at in families)],
        people=[[*PERSON[0], "same_as"],
                *([f"CD-{at}", "P-1", "Ann", "Ash", f"CD-{at + 1}/P-1" if at + 1 < MANY else ""]
                  for at in families)],
    )  # fmt: skip
    assert found.errors == ()
    assert sum(type(record).__name__ == "Person" for record in found.adds) == 1


def test_lists_references_and_lines_of_separators(plan: Callable[..., ImportPlan]) -> None:
    found = plan(
        families=[FAMILY[0], ["CD-1", "Ash"], ["/" * 30_000, "Oak"]],
        people=[[*PERSON[0], "same_as"], ["CD-1", "P-1", "Ann", "Ash", "/" * 30_000]],
        contacts=[["family_ref", "at", "text", "people", "child_voice"],
                  ["CD-1", "2026-01-01", "x", ";".join(map(str, range(6_000))), ":" * 30_000],
                  *(["CD-1", "2026-01-01", f"{at}", "", "a" + ":" * 30_000] for at in range(300))],
    )  # fmt: skip
    assert len(found.errors) == 3
    assert "at most 200 characters" in found.errors[0]
    assert "at most 100 values" in found.errors[2]


def test_one_long_text_shared_by_every_cell(tmp_path: Path) -> None:
    long = "x" * 32_000
    row = '<c t="s"><v>3</v></c><c t="s"><v>4</v></c></row>'
    path = craft(
        tmp_path / "a.xlsx",
        {
            STRINGS: strings("family_ref", "name", "referred_on", "CD-1", long),
            SHEET: sheet(HEADINGS + f"<row>{row}" * 10_000),
        },
    )
    with pytest.raises(FileProblem, match="more than 100 MiB of text"):
        read_workbook(path)
