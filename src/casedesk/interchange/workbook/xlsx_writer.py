"""Writes the workbook's rows as an Excel file (docs/interchange.md, Writing).

Texts are shared, so that the file stays small; a text that a spreadsheet might run is a
text cell with the quote prefix. No formula, macro, link, name or path is ever written.
Source: ECMA-376 (Office Open XML), SpreadsheetML.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.raw import MOST_CHARACTERS
from casedesk.interchange.workbook.rows_out import OutValue, WorkbookRows
from casedesk.interchange.workbook.schema import SHEETS
from casedesk.interchange.workbook.text_escapes import RUNS, encode_xlsx_text
from casedesk.interchange.workbook.xlsx_sheet import column_letters

_EXCEL_LAST_ROW = 1_048_576
_EPOCH = date(1899, 12, 30)
_FIRST_DAY_IN_CELLS = date(1900, 3, 1)
"""Before it, Excel counts a day that never was; such days are written as text."""

_QUOTED, _DAY, _MOMENT, _HEADING = 1, 2, 3, 4
_MADE = (2026, 1, 1, 0, 0, 0)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def xlsx_bytes(rows: WorkbookRows) -> bytes:
    """The workbook as an Excel file, every sheet there, also the empty ones.

    Raises `FileProblem` where a sheet has more rows, or a cell more characters, than Excel
    can hold; a folder of CSV files can hold them.
    """
    texts = _SharedTexts()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for part, content in _fixed_parts():
            package.writestr(_info(part), content.encode("utf-8"))
        for number, sheet in enumerate(SHEETS, start=1):
            with package.open(_info(f"xl/worksheets/sheet{number}.xml"), "w") as stream:
                headings = [column.name for column in sheet.columns]
                for piece in _sheet(sheet.name, headings, rows.sheets[sheet.name], texts):
                    stream.write(piece.encode("utf-8"))
        with package.open(_info("xl/sharedStrings.xml"), "w") as stream:
            for piece in _shared(texts):
                stream.write(piece.encode("utf-8"))
    return target.getvalue()


class _SharedTexts:
    """Every distinct text once, numbered."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.used = 0

    def number(self, text: str) -> int:
        self.used += 1
        return self.numbers.setdefault(text, len(self.numbers))


def _sheet(
    name: str, headings: list[str], rows: list[list[OutValue]], texts: _SharedTexts
) -> Iterator[str]:
    if len(rows) >= _EXCEL_LAST_ROW:
        raise FileProblem(
            f"{name} has {len(rows):,} rows, more than an Excel sheet can hold; export a folder "
            "of CSV files instead (a name without .xlsx)."
        )
    letters = [column_letters(number) for number in range(len(headings))]
    yield (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        "</sheetView></sheetViews><sheetData>"
        '<row r="1">'
    )
    for letter, heading in zip(letters, headings, strict=True):
        yield f'<c r="{letter}1" s="{_HEADING}" t="s"><v>{texts.number(heading)}</v></c>'
    yield "</row>"
    for number, cells in enumerate(rows, start=2):
        pieces = [f'<row r="{number}">']
        for letter, value in zip(letters, cells, strict=True):
            if value is not None:
                pieces.append(_cell(f"{letter}{number}", value, name, texts))
        pieces.append("</row>")
        yield "".join(pieces)
    yield "</sheetData></worksheet>"


def _cell(place: str, value: OutValue, sheet: str, texts: _SharedTexts) -> str:
    if isinstance(value, datetime):
        if value.date() < _FIRST_DAY_IN_CELLS:
            return _text(place, value.isoformat(" "), sheet, texts)
        seconds = value.hour * 3600 + value.minute * 60 + value.second
        serial = (value.date() - _EPOCH).days + seconds / 86_400
        return f'<c r="{place}" s="{_MOMENT}"><v>{serial!r}</v></c>'
    if isinstance(value, date):
        if value < _FIRST_DAY_IN_CELLS:
            return _text(place, value.isoformat(), sheet, texts)
        return f'<c r="{place}" s="{_DAY}"><v>{(value - _EPOCH).days}</v></c>'
    if isinstance(value, int | Decimal):
        return f'<c r="{place}"><v>{value}</v></c>'
    return _text(place, value or "", sheet, texts)


def _text(place: str, text: str, sheet: str, texts: _SharedTexts) -> str:
    if len(text) > MOST_CHARACTERS:
        raise FileProblem(
            f"{sheet}: a text has {len(text):,} characters, more than an Excel cell can hold; "
            "export a folder of CSV files instead (a name without .xlsx)."
        )
    style = f' s="{_QUOTED}"' if text.startswith(RUNS) else ""
    return f'<c r="{place}"{style} t="s"><v>{texts.number(text)}</v></c>'


def _info(part: str) -> zipfile.ZipInfo:
    """A part's entry, with a day that says nothing about when or where it was made."""
    info = zipfile.ZipInfo(part, _MADE)
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _fixed_parts() -> Iterator[tuple[str, str]]:
    numbered = list(enumerate(SHEETS, start=1))
    yield (
        "[Content_Types].xml",
        f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
        + "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" '
            f'ContentType="{_TYPE}.worksheet+xml"/>'
            for number, _sheet in numbered
        )
        + "</Types>",
    )
    yield "xl/styles.xml", _STYLES
    yield (
        "xl/workbook.xml",
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        + "".join(
            f'<sheet name={quoteattr(sheet.name)} sheetId="{number}" r:id="rId{number}"/>'
            for number, sheet in numbered
        )
        + "</sheets></workbook>",
    )
    after = len(numbered)
    yield (
        "xl/_rels/workbook.xml.rels",
        f'{_XML}<Relationships xmlns="{_RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet" '
            f'Target="worksheets/sheet{number}.xml"/>'
            for number, _sheet in numbered
        )
        + f'<Relationship Id="rId{after + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId{after + 2}" Type="{_OFFICE}/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>',
    )
    yield (
        "_rels/.rels",
        f'{_XML}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )


def _shared(texts: _SharedTexts) -> Iterator[str]:
    yield (f'{_XML}<sst xmlns="{_MAIN}" count="{texts.used}" uniqueCount="{len(texts.numbers)}">')
    for text in texts.numbers:
        yield f'<si><t xml:space="preserve">{escape(encode_xlsx_text(text))}</t></si>'
    yield "</sst>"
