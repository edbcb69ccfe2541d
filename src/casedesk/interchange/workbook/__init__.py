"""The case workbook in and out: Excel files and folders of CSV files.

Reading is in three steps: `read_workbook` (cells), `parse_rows` (typed rows) and
`plan_import` (records to add and change); nothing here stores anything. Writing is
`workbook_rows`, then `xlsx_bytes` or `csv_files`. Rules: docs/interchange.md, section 1.
"""

from casedesk.interchange.workbook.csv_writer import csv_files
from casedesk.interchange.workbook.known_lists import KnownLists, Programmes
from casedesk.interchange.workbook.parsing import ParsedRows, parse_rows
from casedesk.interchange.workbook.planning.importing import plan_import
from casedesk.interchange.workbook.planning.plan import ImportPlan
from casedesk.interchange.workbook.raw import Progress, RawWorkbook
from casedesk.interchange.workbook.reading import FileForm, looks_like, read_workbook, refusal
from casedesk.interchange.workbook.rows_out import WorkbookRows, workbook_rows
from casedesk.interchange.workbook.template import template_bytes
from casedesk.interchange.workbook.written_size import size_warnings
from casedesk.interchange.workbook.xlsx_writer import xlsx_bytes

__all__ = [
    "FileForm",
    "ImportPlan",
    "KnownLists",
    "ParsedRows",
    "Programmes",
    "Progress",
    "RawWorkbook",
    "WorkbookRows",
    "csv_files",
    "looks_like",
    "parse_rows",
    "plan_import",
    "read_workbook",
    "refusal",
    "size_warnings",
    "template_bytes",
    "workbook_rows",
    "xlsx_bytes",
]
