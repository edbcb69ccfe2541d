"""The main job: a family's records in, criteria shown, consent honoured, a PDF out."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from invented_family import REF, ROWS

CENSUS = """<?xml version="1.0"?>
<Message><Header><CollectionDetails><Collection>CIN</Collection><Year>2023</Year>
<ReferenceDate>2023-03-31</ReferenceDate></CollectionDetails></Header>
<Children><Child><ChildIdentifiers><LAchildID>INV0001</LAchildID><UPN>A123456789123</UPN>
<PersonBirthDate>2015-03-27</PersonBirthDate></ChildIdentifiers>
<CINdetails><CINreferralDate>2022-12-01</CINreferralDate>
<CINPlanDates><CINPlanStartDate>2023-01-24</CINPlanStartDate></CINPlanDates>
</CINdetails></Child></Children></Message>
"""


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf.read_bytes())
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def test_records_in_criteria_shown(desk, csv_folder) -> None:
    answer = desk("import", csv_folder(ROWS), "--json")
    assert (answer.status, answer.json["errors"]) == (0, [])
    assert answer.json["added"]["Facts"] == 4
    again = desk("import", csv_folder(ROWS), "--json").json
    assert (again["added"], again["changed"]) == ({}, {})
    result = desk("criteria", REF, "--as-at", "2023-02-01", "--json").json
    states = {one["id"]: one["state"] for one in result["criteria"]}
    assert states["education"] == "met"
    assert states["health"] == "met"
    assert states["help"] == "not_known"
    education = next(one for one in result["criteria"] if one["id"] == "education")
    assert "73.5%" in education["reason"]
    assert education["indicators"][0]["facts"] == ["F-1", "F-2", "F-3"]


def test_a_census_changes_a_criterion(desk, csv_folder, tmp_path: Path) -> None:
    desk("import", csv_folder(ROWS))
    file = tmp_path / "cin.xml"
    file.write_text(CENSUS, encoding="utf-8")
    answer = desk("import", file, "--json").json
    assert (answer["matched"], answer["facts_added"]) == (1, 1)
    result = desk("criteria", REF, "--as-at", "2023-02-01", "--json").json
    states = {one["id"]: one["state"] for one in result["criteria"]}
    assert states["help"] == "met"
    assert desk("import", file, "--json").json["facts_added"] == 0


@pytest.mark.parametrize(
    ("recipient", "reader", "there", "absent"),
    [
        (
            "schools",
            (),
            ["alarm clock", "I like maths now", "Tyler attended 73.5%"],
            ["counsellor", "mental health need"],
        ),
        ("nhs", (), ["counsellor"], ["alarm clock", "I like maths now", "73.5%"]),
        ("family", ("--reader", "P-1"), ["counsellor", "alarm clock", "73.5%"], []),
        ("family", ("--reader", "P-2"), ["73.5%"], ["counsellor", "alarm clock"]),
    ],
)
def test_the_same_report_differs_as_the_gate_says(
    desk, csv_folder, here: Path, recipient, reader, there, absent
) -> None:
    desk("import", csv_folder(ROWS))
    answer = desk(
        "report", "progress", REF, "--for", recipient, *reader, "--as-at", "2023-02-01",
        "-o", "out.pdf", "--json",
    )  # fmt: skip
    assert (answer.status, answer.err) == (0, "")
    gate = desk(
        "gate", REF, "--for", recipient, *reader, "--as-at", "2023-02-01",
        "--purpose", "support", "--json",
    ).json  # fmt: skip
    withheld = {one["id"] for one in gate["items"] + gate["also"] if not one["allowed"]}
    assert {one["id"] for one in answer.json["withheld"]} == withheld
    text = text_of(here / "out.pdf")
    assert [words for words in there if words not in text] == []
    assert [words for words in absent if words in text] == []


def test_nothing_permitted_is_no_report(desk, csv_folder, here: Path) -> None:
    desk("import", csv_folder(ROWS))
    answer = desk("report", "progress", REF, "--for", "police", "-o", "out.pdf")
    assert answer.status == 1
    assert "Nothing about CD-0001 may go to police" in answer.err
    assert not (here / "out.pdf").exists()


def test_words_that_name_somebody_else_stay_behind(desk, csv_folder, here: Path) -> None:
    rows = {**ROWS, "contacts": [dict(one) for one in ROWS["contacts"]]}
    rows["contacts"][1].update(text="Kerry says Tyler sleeps better.", categories="education")
    desk("import", csv_folder(rows))
    common = ("report", "progress", REF, "--for", "schools", "-o", "out.pdf", "--json")
    left_out = {one["id"]: one for one in desk(*common).json["withheld"]}
    assert "its words name Tyler" in left_out["K-2"]["because"]
    assert "sleeps better" not in text_of(here / "out.pdf")
    chosen = desk(*common, "--include-named", "K-2").json["withheld"]
    assert "K-2" not in {one["id"] for one in chosen}
    assert "sleeps better" in text_of(here / "out.pdf")
