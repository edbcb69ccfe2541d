"""Every sheet of the case workbook, in its order (docs/interchange.md, The sheets)."""

from __future__ import annotations

from casedesk.interchange.workbook.columns import Sheet
from casedesk.interchange.workbook.sheets_evidence import (
    CONSENTS,
    DECISIONS,
    FACTS,
    JUDGEMENTS,
    RESTRICTIONS,
    SHARING,
)
from casedesk.interchange.workbook.sheets_family import (
    ADDRESSES,
    FAMILIES,
    INVOLVEMENTS,
    PEOPLE,
    RELATIONSHIPS,
)
from casedesk.interchange.workbook.sheets_work import (
    ACTIONS,
    ASSESSMENTS,
    CONTACTS,
    GOALS,
    REVIEWS,
)

SHEETS: tuple[Sheet, ...] = (
    FAMILIES, INVOLVEMENTS, ADDRESSES, PEOPLE, RELATIONSHIPS, FACTS, DECISIONS, JUDGEMENTS,
    CONSENTS, SHARING, RESTRICTIONS, CONTACTS, GOALS, ACTIONS, REVIEWS, ASSESSMENTS,
)  # fmt: skip
SHEET_BY_NAME = {sheet.name: sheet for sheet in SHEETS}
SHEET_BY_FOLDED_NAME = {sheet.name.casefold(): sheet for sheet in SHEETS}
HELPER_SHEETS = frozenset({"lists"})
"""Sheets of our own template that hold no records: read over without a word."""
