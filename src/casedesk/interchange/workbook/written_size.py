"""Says when an export is larger than an import takes back (docs/interchange.md, Limits)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from casedesk.interchange.workbook.raw import MOST_BYTES, MOST_CHARACTERS, MOST_ROWS
from casedesk.interchange.workbook.rows_out import WorkbookRows


def size_warnings(rows: WorkbookRows, written: bytes | Mapping[str, bytes]) -> tuple[str, ...]:
    """Sentences about what was written and CaseDesk would refuse to read; often none.

    `written` is what `xlsx_bytes` or `csv_files` made of the rows. Nothing is lost in the
    file: an export of fewer families at a time can be read back.
    """
    found = [
        f"{sheet} has {len(lines):,} rows; CaseDesk reads at most {MOST_ROWS:,} from one sheet."
        for sheet, lines in rows.sheets.items()
        if len(lines) > MOST_ROWS
    ]
    for sheet, lines in rows.sheets.items():
        longest = max(
            (len(cell) for cells in lines for cell in cells if isinstance(cell, str)), default=0
        )
        if longest > MOST_CHARACTERS:
            found.append(
                f"{sheet} has a text of {longest:,} characters; CaseDesk reads at most "
                f"{MOST_CHARACTERS:,} from one cell."
            )
    for name, size in _sizes(written).items():
        if size > MOST_BYTES:
            found.append(
                f"{name} is {size / 2**20:.0f} MiB unpacked; CaseDesk reads at most 100 MiB."
            )
    return tuple(found)


def _sizes(written: bytes | Mapping[str, bytes]) -> dict[str, int]:
    if isinstance(written, bytes):
        with zipfile.ZipFile(io.BytesIO(written)) as package:
            return {"The workbook": sum(info.file_size for info in package.infolist())}
    return {name: len(content) for name, content in written.items()}
