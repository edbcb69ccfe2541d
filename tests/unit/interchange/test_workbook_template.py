"""The empty workbook: headings, notes, drop-down lists; it can be imported as it is."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from memory_vault import LISTS, MemoryVault
from openpyxl import Workbook, load_workbook

from casedesk.interchange.workbook import template_bytes
from casedesk.interchange.workbook.schema import SHEETS


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(io.BytesIO(template_bytes(LISTS)))


def rule_of(book: Workbook, sheet: str, column: str) -> Any:
    headings = [cell.value for cell in book[sheet][1]]
    letter = book[sheet].cell(1, headings.index(column) + 1).column_letter
    rules = book[sheet].data_validations.dataValidation
    return next((one for one in rules if f"{letter}2" in one.sqref), None)


def test_every_sheet_and_heading_with_a_note(book: Workbook) -> None:
    assert book.sheetnames == [*(sheet.name for sheet in SHEETS), "Lists"]
    assert book["Lists"].sheet_state == "hidden"
    for sheet in SHEETS:
        headings = book[sheet.name][1]
        assert [cell.value for cell in headings] == [column.name for column in sheet.columns]
        for cell, column in zip(headings, sheet.columns, strict=True):
            assert cell.comment is not None
            assert ("Required" in cell.comment.text) == column.required


def test_listed_values_have_drop_down_lists(book: Workbook) -> None:
    assert rule_of(book, "Families", "status").formula1 == (
        '"referred,waiting,assessing,open,closing,monitoring,closed"'
    )
    assert rule_of(book, "Contacts", "kind").formula1.startswith('"home visit,office')
    assert rule_of(book, "People", "dependent").formula1 == '"yes,no"'
    assert rule_of(book, "Consents", "recipients") is None
    long = rule_of(book, "Facts", "kind").formula1
    assert long.startswith("Lists!$")
    cells = book["Lists"][long.removeprefix("Lists!").replace("$", "")]
    assert [cell.value for (cell,) in cells] == list(LISTS.catalogue.facts)
    # `(clear)` must stay possible, so no rule stops it.
    every = [one for sheet in book for one in sheet.data_validations.dataValidation]
    assert {one.errorStyle for one in every} == {"warning"}


def test_notes_name_the_listed_values(book: Workbook) -> None:
    headings = {cell.value: cell for cell in book["Consents"][1]}
    assert "separated by ;: nhs, dwp" in headings["recipients"].comment.text
    assert "24/11/2026" in headings["decided_on"].comment.text


def test_nothing_in_it_names_a_user_or_a_path(book: Workbook) -> None:
    assert book.properties.creator == "CaseDesk"
    assert book.properties.lastModifiedBy is None
    assert {cell.comment.author for sheet in book for cell in sheet[1] if cell.comment} == {
        "CaseDesk"
    }


def test_it_can_be_imported_empty_and_filled_in(
    tmp_path: Path, vault: MemoryVault, take_in: Callable[..., Any]
) -> None:
    path = tmp_path / "template.xlsx"
    path.write_bytes(template_bytes(LISTS))
    plan = vault.plan(path)
    assert (plan.added, plan.warnings, plan.errors) == ({}, (), ())
    book = load_workbook(path)
    book["Families"].append(["007", "Ash"])
    book.save(path)
    assert vault.take_in(path).added == {"Families": 1}
    assert vault.case_files()[0].family.ref == "007"
