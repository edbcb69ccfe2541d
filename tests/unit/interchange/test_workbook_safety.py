"""What is written shows in a spreadsheet and never runs, and reads back the same."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from datetime import date, time
from pathlib import Path

import pytest
from memory_vault import MemoryVault
from openpyxl import load_workbook

from casedesk.domain.errors import FileProblem
from casedesk.domain.records import (
    CaseFile,
    Contact,
    Fact,
    Family,
    Involvement,
    Membership,
    Order,
    Person,
)
from casedesk.interchange.workbook import (
    csv_files,
    size_warnings,
    workbook_rows,
    xlsx_bytes,
)
from casedesk.interchange.workbook.rows_out import WorkbookRows

PAYLOADS = [
    "=1+1", '=HYPERLINK("http://x.example","click")', "=cmd|' /C calc'!A0", "+44 1225 000000",
    "-1+1", "-", "@SUM(A1:A9)", "\t=1+1", "\r=1+1", "\n=1+1", "\ttab", "'=1+1", "''quoted", "'",
    "=", "+", "@", '=1+1";"=2', "=1,2", "=1\n=2",
]  # fmt: skip
FIELDS = ["name", "keyworker", "given_name", "school", "detail", "source_ref", "text", "child"]
RUN = ("=", "+", "-", "@", "\t", "\r", "\n")


def case(**texts: str) -> CaseFile:
    """A family with a text in every kind of place."""
    text = {**dict.fromkeys(FIELDS, "plain"), **texts}
    order = [Order(at, "7K", at) for at in range(9)]
    return CaseFile(
        Family(id="f", ref="CD-1", name=text["name"], order=order[1]),
        involvements=(
            Involvement(id="i", family_id="f", current=True, keyworker=text["keyworker"]),
        ),
        people=(
            Person(id="p", given_name=text["given_name"], family_name="Ash", school=text["school"]),
        ),
        memberships=(Membership(id="m", family_id="f", person_id="p", ref="P-1", order=order[2]),),
        facts=(
            Fact(id="x", family_id="f", person_id="p", ref="F-1", kind="offence",
                 on=date(2026, 5, 9), detail=text["detail"], source_ref=text["source_ref"]),
        ),
        contacts=(
            Contact(id="c", family_id="f", ref="V-1", on=date(2026, 5, 9), at_time=time(14, 30),
                    text=text["text"], child_voice=((None, text["child"]),)),
        ),
    )  # fmt: skip


def field_of(found: CaseFile, field: str) -> str | None:
    return {
        "name": found.family.name,
        "keyworker": found.involvements[0].keyworker,
        "given_name": found.people[0].given_name,
        "school": found.people[0].school,
        "detail": found.facts[0].detail,
        "source_ref": found.facts[0].source_ref,
        "text": found.contacts[0].text,
        "child": found.contacts[0].child_voice[0][1],
    }[field]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_formula_payloads(tmp_path: Path, payload: str, field: str) -> None:
    if field == "child" and "\r" in payload:
        payload = payload.replace("\r", "")
    rows = workbook_rows([case(**{field: payload})])

    content = xlsx_bytes(rows)
    (tmp_path / "cases.xlsx").write_bytes(content)
    book = load_workbook(io.BytesIO(content))
    for sheet in book:
        for cell in (one for line in sheet.iter_rows() for one in line if one.value is not None):
            assert cell.data_type in ("s", "n", "d")
            if isinstance(cell.value, str) and cell.value.startswith(RUN):
                assert cell.quotePrefix, cell

    folder = tmp_path / "cases"
    folder.mkdir()
    for name, file_content in csv_files(rows).items():
        (folder / name).write_bytes(file_content)
        text = file_content.decode("utf-8-sig")
        for line in csv.reader(io.StringIO(text, newline="")):
            assert not any(cell.startswith(RUN) for cell in line)

    for path in (tmp_path / "cases.xlsx", folder):
        vault = MemoryVault()
        vault.take_in(path)
        assert field_of(vault.case_files()[0], field) == payload


def test_the_control_finds_an_unescaped_cell() -> None:
    """The same look at a file in which the text is written plainly finds it."""
    rows = workbook_rows([case(name="=1+1")])
    content = csv_files(rows)["families.csv"].replace(b"'=1+1", b"=1+1")
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert any(cell.startswith(RUN) for line in lines for cell in line)


def test_an_xlsx_export_holds_no_formula_link_macro_or_name() -> None:
    content = xlsx_bytes(workbook_rows([case(text="=1+1")]))
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = package.namelist()
        parts = b"".join(package.read(name) for name in names)
        assert {info.date_time for info in package.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert not [name for name in names if re.search("vba|docProps|externalLink|drawing", name)]
    assert not re.search(rb"<f[ >]|<hyperlink|creator|lastModifiedBy|DOCTYPE", parts)


def test_control_characters_from_the_vault_do_not_break_the_file(tmp_path: Path) -> None:
    awkward = "bell \x07 nul \x00 lone \ud800 end \uffff _x0041_"
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx_bytes(workbook_rows([case(detail=awkward)])))
    errors = MemoryVault().plan(path).errors
    assert len(errors) == 1
    assert "Facts, row 2, column detail" in errors[0]
    assert "U+0007" in errors[0]


def test_the_same_rows_are_the_same_bytes() -> None:
    assert xlsx_bytes(workbook_rows([case()])) == xlsx_bytes(workbook_rows([case()]))


def test_every_sheet_is_written_also_the_empty_ones() -> None:
    rows = workbook_rows([])
    assert rows.total == 0
    book = load_workbook(io.BytesIO(xlsx_bytes(rows)))
    assert len(book.sheetnames) == 16
    assert book["Facts"]["D1"].value == "kind"
    assert sorted(csv_files(rows))[-2:] == ["reviews.csv", "sharing-decisions.csv"]


def test_days_before_1900_and_times_at_midnight_are_kept(tmp_path: Path) -> None:
    old = case()
    contact = old.contacts[0]
    late = Contact(**{name: getattr(contact, name) for name in contact.__dataclass_fields__}
                   | {"on": date(1899, 5, 9), "at_time": time(0, 0)})  # fmt: skip
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx_bytes(workbook_rows([CaseFile(old.family, contacts=(late,))])))
    vault = MemoryVault()
    vault.take_in(path)
    (found,) = vault.case_files()[0].contacts
    assert (found.on, found.at_time) == (date(1899, 5, 9), time(0, 0))


def test_a_text_too_long_for_excel_is_refused_and_csv_has_it_with_a_warning() -> None:
    rows = workbook_rows([case(text="x" * 40_000)])
    with pytest.raises(FileProblem, match="Contacts: a text has 40,000 characters"):
        xlsx_bytes(rows)
    files = csv_files(rows)
    assert b"x" * 40_000 in files["contacts.csv"]
    (warning,) = size_warnings(rows, files)
    assert "32,767" in warning


def test_an_export_larger_than_an_import_takes_is_said() -> None:
    assert size_warnings(workbook_rows([case()]), xlsx_bytes(workbook_rows([case()]))) == ()
    rows = WorkbookRows()
    rows.sheets["Facts"] = [["CD-1"]] * 200_001
    assert "200,001 rows" in size_warnings(rows, {})[0]
    assert "MiB" in size_warnings(WorkbookRows(), {"facts.csv": bytes(101 * 2**20)})[0]


def test_more_rows_than_an_excel_sheet_are_refused() -> None:
    rows = WorkbookRows()
    rows.sheets["Facts"] = [["CD-1"]] * 1_048_576
    with pytest.raises(FileProblem, match="CSV"):
        xlsx_bytes(rows)
