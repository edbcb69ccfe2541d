"""Hostile and broken Excel files: one sentence that names the file, nothing else happens."""

from __future__ import annotations

import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from crafted_xlsx import (
    BOOK,
    BOOK_RELS,
    CONTENT_TYPES,
    HEADINGS,
    MAIN,
    PARTS,
    ROOT_RELS,
    ROW,
    SHEET,
    STRINGS,
    STYLES,
    book,
    craft,
    rels,
    sheet,
    strings,
)

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook import read_workbook

XML_PARTS = [ROOT_RELS, BOOK, BOOK_RELS, STRINGS, STYLES, SHEET]
LAUGHS = "".join(
    f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
)  # fmt: skip
DOCTYPES = {
    "plain": "<!DOCTYPE worksheet>",
    "laughs": f'<!DOCTYPE worksheet [<!ENTITY l0 "ha">{LAUGHS}]>',
    "external": '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    "parameter": '<!DOCTYPE worksheet [<!ENTITY % x SYSTEM "http://x.example/x.dtd"> %x;]>',
    "public": '<!DOCTYPE worksheet PUBLIC "-//X//X" "http://x.example/x.dtd">',
}


def refused(path: Path) -> str:
    """The one sentence with which a file is refused; nothing is written beside it."""
    before = sorted(path.parent.iterdir())
    with pytest.raises(FileProblem) as caught:
        read_workbook(path)
    assert sorted(path.parent.iterdir()) == before
    sentence = caught.value.sentence
    assert path.name in sentence
    assert "\n" not in sentence
    assert len(sentence) < 400
    assert sentence.endswith(".")
    return sentence


def read(path: Path) -> list[list[object]]:
    return [cells for _number, cells in read_workbook(path).sheets["Families"].rows]


def test_the_crafted_workbook_is_sound(tmp_path: Path) -> None:
    assert read(craft(tmp_path / "a.xlsx")) == [["CD-1", "Ash", None]]


@pytest.mark.parametrize("part", XML_PARTS)
@pytest.mark.parametrize("doctype", sorted(DOCTYPES))
def test_document_types_and_entities(tmp_path: Path, part: str, doctype: str) -> None:
    content = DOCTYPES[doctype] + str(PARTS[part])
    assert "document type" in refused(craft(tmp_path / "a.xlsx", {part: content}))


@pytest.mark.parametrize("part", XML_PARTS)
@pytest.mark.parametrize("levels", [65, 20_000])
def test_deep_xml(tmp_path: Path, part: str, levels: int) -> None:
    content = "<a>" * levels + "</a>" * levels
    assert "64 levels" in refused(craft(tmp_path / "a.xlsx", {part: content}))


@pytest.mark.parametrize("part", XML_PARTS)
@pytest.mark.parametrize(
    "content",
    [b"", b"<a>", b"not xml", b"<a>\xff\xfe</a>", b"<a>\x00</a>", b"<a b='1' b='2'/>",
     b"<a>&x;</a>",
     b"<?xml version='1.0' encoding='no-such'?><a/>", b"<?xml version='1.0' encoding='utf-7'?><a/>",
     b"<?xml version='1.0' encoding='base64'?><a/>"],
)  # fmt: skip
def test_parts_that_are_not_well_formed(tmp_path: Path, part: str, content: bytes) -> None:
    assert "damaged" in refused(craft(tmp_path / "a.xlsx", {part: content}))


@pytest.mark.parametrize("part", [CONTENT_TYPES, ROOT_RELS, BOOK, BOOK_RELS, SHEET])
def test_missing_parts(tmp_path: Path, part: str) -> None:
    refused(craft(tmp_path / "a.xlsx", {part: None}))


@pytest.mark.parametrize(
    "target",
    ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://x.example/sheet.xml",
     "..\\..\\windows\\win.ini", "C:\\windows\\win.ini", "worksheets/none.xml", ""],
)  # fmt: skip
def test_targets_that_lead_elsewhere(tmp_path: Path, target: str) -> None:
    refused(craft(tmp_path / "a.xlsx", {BOOK_RELS: rels(target)}))


def test_external_targets_are_not_followed(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx", {BOOK_RELS: rels(mode=' TargetMode="External"')})
    assert "none of the workbook's sheets" in refused(path)


def test_entry_names_that_lead_elsewhere_are_never_unpacked(tmp_path: Path) -> None:
    names = ["../evil.txt", "/evil.txt", "C:\\evil.txt", "..\\evil.txt", "xl/../../evil.txt"]
    folder = tmp_path / "in"
    folder.mkdir()
    path = craft(folder / "a.xlsx", dict.fromkeys(names, "evil"))
    assert read(path) == [["CD-1", "Ash", None]]
    assert [one.name for one in tmp_path.rglob("*")] == ["in", "a.xlsx"]


@pytest.mark.parametrize("part", [STRINGS, SHEET, BOOK, "xl/media/picture.bin"])
def test_zip_bombs(tmp_path: Path, part: str) -> None:
    path = craft(tmp_path / "a.xlsx", {part: bytes(101 * 1024 * 1024)})
    assert path.stat().st_size < 200_000
    assert "100 MiB" in refused(path)


def test_a_bomb_that_understates_its_size(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx", {STRINGS: b" " * (101 * 1024 * 1024)})
    content = bytearray(path.read_bytes())
    true = struct.pack("<L", 101 * 1024 * 1024)
    assert content.count(true) == 2
    path.write_bytes(content.replace(true, struct.pack("<L", 1_000)))
    refused(path)


def test_many_parts_that_are_large_together(tmp_path: Path) -> None:
    parts = {f"xl/media/{number}.bin": bytes(11 * 1024 * 1024) for number in range(10)}
    assert "100 MiB" in refused(craft(tmp_path / "a.xlsx", parts))


def test_a_list_of_parts_that_is_a_bomb(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx")
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, len(content) - 10, 5 * 1024 * 1024)
    path.write_bytes(content)
    assert "damaged" in refused(path)


def test_a_file_larger_than_the_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(101 * 1024 * 1024)
    assert "100 MiB" in refused(path)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999])
def test_truncated_files(tmp_path: Path, share: float) -> None:
    path = craft(tmp_path / "a.xlsx")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert "damaged" in refused(path)


@pytest.mark.parametrize("compression", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_compressions_that_no_spreadsheet_program_uses(tmp_path: Path, compression: int) -> None:
    assert "damaged" in refused(craft(tmp_path / "a.xlsx", compression=compression))


def test_an_encrypted_part(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx")
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1
        at = content.find(b"PK\x01\x02", at + 4)
    path.write_bytes(content)
    assert "password" in refused(path)


def test_a_wrong_checksum(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx", compression=zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"<t>Ash</t>", b"<t>Oak</t>"))
    assert "damaged" in refused(path)


def test_one_name_twice_and_other_zips(tmp_path: Path) -> None:
    path = craft(tmp_path / "a.xlsx")
    with warnings.catch_warnings(), zipfile.ZipFile(path, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(SHEET, sheet(HEADINGS))
    assert read(path) == []
    plain = tmp_path / "b.xlsx"
    with zipfile.ZipFile(plain, "w") as package:
        package.writestr("families.csv", "family_ref,name\n")
    assert "unpack it" in refused(plain)
    empty = tmp_path / "c.xlsx"
    zipfile.ZipFile(empty, "w").close()
    refused(empty)
    document = tmp_path / "d.xlsx"
    with zipfile.ZipFile(document, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", "<a/>")
    assert "OpenDocument" in refused(document)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"/>', '<row r="-1"/>', '<row r="x"/>', '<row r="1048577"/>',
        '<row r="3"/><row r="2"/>', f'<row r="{10**30}"/>', '<row r="2"/><row r="2"/>',
        '<row r="1.5"/>',
    ],
)  # fmt: skip
def test_rows_that_make_no_sense(tmp_path: Path, rows: str) -> None:
    path = craft(tmp_path / "a.xlsx", {SHEET: sheet(HEADINGS + rows)})
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="1"><v>1</v></c>',
        '<c r="a2"><v>1</v></c>',
        '<c r="É2"><v>1</v></c>',
        '<c r="A2" t="x"><v>1</v></c>',
        '<c r="A2" t="s"><v>99</v></c>',
        '<c r="A2" t="s"><v>-1</v></c>',
        '<c r="A2" t="s"><v>one</v></c>',
        '<c r="A2"><v>one</v></c>',
        '<c r="A2"><v>nan</v></c>',
        '<c r="A2"><v>1e999</v></c>',
        '<c r="A2"><v>1_0</v></c>',
        '<c r="A2"><v>٣</v></c>',
        '<c r="A2" s="x"><v>1</v></c>',
    ],
)  # fmt: skip
def test_cells_that_make_no_sense(tmp_path: Path, cell: str) -> None:
    path = craft(tmp_path / "a.xlsx", {SHEET: sheet(f'{HEADINGS}<row r="2">{cell}</row>')})
    assert "damaged" in refused(path)


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="C2" s="99"><v>1</v></c>', '<c r="C2" s="1"><v>1e300</v></c>',
        '<c r="C2" s="1"><v>-5</v></c>',
        '<c r="C2" t="e"><v>#DIV/0!</v></c>', '<c r="C2" t="d"><v>someday</v></c>', '<c r="C2"/>',
        '<c r="C2"><f>1+1</f></c>', '<c r="C2" t="str"><f>1+1</f></c>', '<c r="C2" t="inlineStr"/>',
        '<c r="C2" t="inlineStr"><is><t>x</t></is></c>', '<c r="XFE2"/>',
        '<c r="C2" t="b"><v>9</v></c>',
        '<c r="C2"><c r="C2"><v>1</v></c></c>', '<c r="C2" s="1"><v>60</v></c>',
    ],
)  # fmt: skip
def test_odd_cells_are_read_as_they_are(tmp_path: Path, cell: str) -> None:
    row = ROW.replace("</row>", f"{cell}</row>")
    (found,) = read(craft(tmp_path / "a.xlsx", {SHEET: sheet(HEADINGS + row)}))
    assert found[:2] == ["CD-1", "Ash"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="C2" t="d"><v>2026-05-04</v></c>', "2026-05-04"),
        ('<c r="C2" t="str"><f>A1</f><v>stored</v></c>', "stored"),
        ('<c r="C2" t="str"><f>A1</f><v></v></c>', "None"),
        ('<c r="C2"><f>1+1</f><v>2</v></c>', "2"),
        ('<c r="C2" t="inlineStr"><is><r><t>ri</t></r><rPh><t>no</t></rPh>'
         "<r><t>ch</t></r></is></c>", "rich"),
        ('<c r="C2" t="inlineStr"><is><t>a_x000D_b_x005F_x000D_</t></is></c>', "a\rb_x000D_"),
        ('<c t="inlineStr"><is><t>no place</t></is></c>', "no place"),
        ('<c r="C2"><v>1.0</v></c>', "1"),
        ('<c r="C2"><v>1.00012345678E+11</v></c>', "100012345678"),
    ],
)  # fmt: skip
def test_cells_that_other_programs_write(tmp_path: Path, cell: str, expected: str) -> None:
    row = ROW.replace("</row>", f"{cell}</row>")
    (found,) = read(craft(tmp_path / "a.xlsx", {SHEET: sheet(HEADINGS + row)}))
    assert str(found[2]) == expected


def test_prefixes_strict_names_and_utf_16_parts(tmp_path: Path) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    prefixed = sheet().replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    path = craft(
        tmp_path / "a.xlsx",
        {
            SHEET: prefixed.replace(MAIN, strict),
            STRINGS: ('<?xml version="1.0" encoding="utf-16"?>' + str(PARTS[STRINGS])).encode(
                "utf-16"
            ),
            BOOK_RELS: rels("/xl/Worksheets/SHEET1.xml"),
        },
    )
    assert read(path) == [["CD-1", "Ash", None]]


def test_cells_with_more_characters_than_a_cell_can_hold(tmp_path: Path) -> None:
    long = "x" * 32_768
    inline = ROW.replace("</row>", f'<c r="C2" t="inlineStr"><is><t>{long}</t></is></c></row>')
    shared = strings("family_ref", "name", "referred_on", "CD-1", long)
    for number, changed in enumerate([{SHEET: sheet(HEADINGS + inline)}, {STRINGS: shared}]):
        sentence = refused(craft(tmp_path / f"{number}.xlsx", changed))
        assert "Families, row 2" in sentence
        assert "32,767" in sentence
    # Where no named column uses it, it does no harm.
    unused = strings("family_ref", "name", "referred_on", "CD-1", "Ash", long)
    assert read(craft(tmp_path / "c.xlsx", {STRINGS: unused})) == [["CD-1", "Ash", None]]


def test_ten_thousand_columns(tmp_path: Path) -> None:
    wide = "".join("<c><v>1</v></c>" for _ in range(10_000))
    for number, rows in enumerate(
        [f'<row r="1">{wide}</row>', f'{HEADINGS}<row r="2">{wide}</row>']
    ):
        path = craft(tmp_path / f"{number}.xlsx", {SHEET: sheet(rows)})
        assert "256 columns" in refused(path)
    blank = "".join('<c s="1"/>' for _ in range(10_000))
    path = craft(
        tmp_path / "blank.xlsx", {SHEET: sheet(f'{HEADINGS}{ROW}<row r="3">{blank}</row>')}
    )
    assert read(path) == [["CD-1", "Ash", None]]


def test_more_rows_than_a_sheet_may_have(tmp_path: Path) -> None:
    row = ROW.removeprefix('<row r="2">').replace(' r="A2"', "").replace(' r="B2"', "")
    path = craft(tmp_path / "a.xlsx", {SHEET: sheet(HEADINGS + f"<row>{row}" * 200_001)})
    assert "200,000 rows" in refused(path)


@pytest.mark.parametrize("row", ["<row/>", '<row><c s="1"/></row>'])
def test_a_million_blank_rows_stop_after_200(tmp_path: Path, row: str) -> None:
    path = craft(tmp_path / "a.xlsx", {SHEET: sheet(HEADINGS + ROW + row * 1_000_000)})
    found = read_workbook(path)
    assert len(found.sheets["Families"].rows) == 1
    assert found.log.warnings == [
        "Families: reading stopped at row 202, after 200 blank rows; nothing below it was read."
    ]


def test_one_token_of_forty_mebibytes(tmp_path: Path) -> None:
    huge = f"<worksheet xmlns='{MAIN}' x='{'y' * (40 * 1024 * 1024)}'/>"
    assert read_workbook(craft(tmp_path / "a.xlsx", {SHEET: huge})).sheets["Families"].rows == []


def test_a_thousand_sheets_and_strange_names(tmp_path: Path) -> None:
    many = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId1"/>' for at in range(1_000))
    content = book().replace("<sheets>", f'<sheets>{many}<sheet name="a&#10;b" r:id="rId1"/>')
    found = read_workbook(craft(tmp_path / "a.xlsx", {BOOK: content}))
    assert len(found.log.warnings) == 1_000
    assert "And 1 more warnings." in found.log.warning_sentences()
