"""The sections of the progress report that a worker keeps, and the items that are then in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from casedesk.domain.gate import GateItem
from casedesk.domain.programmes.attendance import ATTENDANCE
from casedesk.domain.records import CaseFile
from casedesk.domain.views.progress import ProgressReport
from casedesk.domain.views.report_preview import SECTIONS

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "summary": ("summary",),
    "criteria": ("criteria",),
    "attendance": ("attendance",),
    "voices": ("voices",),
    "goals": ("goals",),
    "actions": ("actions",),
    "reviews": ("reviews", "next_review"),
    "visits": ("visits",),
    "household": ("household", "people"),
}
"""What each section is made of."""

_EMPTY: Mapping[str, Any] = {"next_review": None, "household": None}


def sections_with_something(report: ProgressReport) -> tuple[tuple[str, str], ...]:
    """The sections that have something in them: (id, words), in their order."""
    return tuple(
        (section, words)
        for section, words in SECTIONS.items()
        if any(getattr(report, field) for field in _FIELDS[section])
    )


def only_sections(report: ProgressReport, wanted: Collection[str]) -> ProgressReport:
    """The report with the other sections empty; an empty one is not printed."""
    blank = {
        field: _EMPTY.get(field, ())
        for section, fields in _FIELDS.items()
        if section not in wanted
        for field in fields
    }
    return replace(report, **blank)


def printed_items(
    case: CaseFile, items: Collection[GateItem], report: ProgressReport
) -> tuple[GateItem, ...]:
    """Which of the items a report could be made of are in it, with the sections it has.

    An item stays when any section that draws on it is printed: a summary counts contacts and
    actions, and criteria rest on facts.
    """
    voiced = {one.id for one in case.contacts if one.child_voice}
    terms = {one.id for one in case.facts if one.kind == ATTENDANCE}
    has = {name: bool(getattr(report, name)) for fields in _FIELDS.values() for name in fields}

    def stays(item: GateItem) -> bool:
        if item.kind == "contact":
            by_voice = has["voices"] and item.record_id in voiced
            return has["visits"] or has["summary"] or by_voice
        if item.kind == "goal":
            return has["goals"] or has["actions"]
        if item.kind == "action":
            return has["actions"] or has["summary"]
        if item.kind == "review":
            return has["reviews"] or has["next_review"]
        if item.kind in ("fact", "decision", "judgement"):
            by_term = has["attendance"] and item.record_id in terms
            return has["criteria"] or has["summary"] or by_term
        return True

    return tuple(item for item in items if stays(item))
