"""Builds Excel files part by part, so that each part can be wrong on purpose."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELS = "_rels/.rels"
BOOK = "xl/workbook.xml"
BOOK_RELS = "xl/_rels/workbook.xml.rels"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
SHEET = "xl/worksheets/sheet1.xml"

HEADINGS = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
    '<c r="C1" t="s"><v>2</v></c></row>'
)
ROW = '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>4</v></c></row>'


def sheet(rows: str = HEADINGS + ROW) -> str:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def strings(*texts: str) -> str:
    shown = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}">{shown}</sst>'


def book(name: str = "Families", more: str = "") -> str:
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{more}<sheets>'
        f'<sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def rels(target: str = "worksheets/sheet1.xml", mode: str = "") -> str:
    return (
        f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="{target}"{mode}/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    )


PARTS: dict[str, str | bytes | None] = {
    CONTENT_TYPES: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    ROOT_RELS: (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    BOOK: book(),
    BOOK_RELS: rels(),
    STRINGS: strings("family_ref", "name", "referred_on", "CD-1", "Ash"),
    STYLES: (
        f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
        "</styleSheet>"
    ),
    SHEET: sheet(),
}


def craft(
    path: Path,
    changed: Mapping[str, str | bytes | None] | None = None,
    compression: int = zipfile.ZIP_DEFLATED,
) -> Path:
    """Write the workbook with some parts changed; a part that is None is left out."""
    with zipfile.ZipFile(path, "w", compression) as package:
        for name, content in {**PARTS, **(changed or {})}.items():
            if content is not None:
                package.writestr(name, content)
    return path
