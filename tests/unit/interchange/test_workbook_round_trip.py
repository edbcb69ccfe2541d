"""Export then import into an empty vault gives the same case files, by XLSX and by CSV."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from case_strategies import caseloads
from hypothesis import HealthCheck, Phase, given, settings
from memory_vault import MemoryVault

from casedesk.domain.records import CaseFile, Record
from casedesk.interchange.workbook import csv_files, workbook_rows, xlsx_bytes

_NOT_COMPARED = {"id", "version", "order", "recorded_by"}
_IDS = {"family_id", "person_id", "other_person_id", "goal_id"}


def plain(cases: list[CaseFile]) -> dict[str, Any]:
    """Case files with every id replaced by references, to compare two vaults."""
    names: dict[str, str] = {}
    for case in cases:
        names[case.family.id] = case.family.ref
        for member in case.memberships:
            names[member.person_id] = names.get(member.person_id, "") + (
                f"[{case.family.ref}/{member.ref}]"
            )
        names.update({goal.id: f"{case.family.ref}#{goal.ref}" for goal in case.goals})
    return {case.family.ref: _plain_case(case, names) for case in cases}


def _plain_case(case: CaseFile, names: Mapping[str, str]) -> dict[str, Any]:
    out: dict[str, Any] = {"family": _plain_record(case.family, names)}
    for field in fields(case):
        if field.name not in ("family", "documents"):
            out[field.name] = [_plain_record(one, names) for one in getattr(case, field.name)]
    return out


def _plain_record(record: Record, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        one.name: _plain_value(one.name, getattr(record, one.name), names)
        for one in fields(record)
        if one.name not in _NOT_COMPARED
    }


def _plain_value(name: str, value: Any, names: Mapping[str, str]) -> Any:
    if name in _IDS or name in ("people", "children_seen", "seen_alone"):
        if isinstance(value, tuple):
            return tuple(names[one] for one in value)
        return names.get(value)
    if name == "child_voice":
        return tuple((names.get(who), words) for who, words in value)
    return value


def differences(one: Any, other: Any, where: str = "") -> list[str]:
    """Where two plain pictures differ, so that a failure says more than that they do."""
    if isinstance(one, dict) and isinstance(other, dict):
        return [
            found
            for key in dict.fromkeys([*one, *other])
            for found in differences(one.get(key), other.get(key), f"{where}/{key}")
        ]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            found
            for at, (mine, yours) in enumerate(zip(one, other, strict=True))
            for found in differences(mine, yours, f"{where}[{at}]")
        ]
    return [] if one == other else [f"{where}: {one!r} is not {other!r}"]


def write(cases: list[CaseFile], folder: Path, form: str) -> Path:
    rows = workbook_rows(cases)
    if form == "xlsx":
        path = folder / "cases.xlsx"
        path.write_bytes(xlsx_bytes(rows))
        return path
    path = folder / "cases"
    path.mkdir(exist_ok=True)
    for name, content in csv_files(rows).items():
        (path / name).write_bytes(content)
    return path


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@given(cases=caseloads())
@settings(
    max_examples=60,
    deadline=None,
    phases=(Phase.reuse, Phase.generate, Phase.shrink),
    suppress_health_check=[
        HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large,
    ],
)  # fmt: skip
def test_export_then_import_gives_the_same_case_files(
    form: str, cases: list[CaseFile], tmp_path: Path
) -> None:
    vault = MemoryVault()
    path = write(cases, tmp_path, form)
    plan = vault.take_in(path)
    assert not plan.changes
    again = vault.case_files()
    assert differences(plain(again), plain(cases)) == []
    # A second run changes nothing, and a second export is the same file.
    second = vault.plan(path)
    assert not second.errors
    assert (second.added, second.changed) == ({}, {})
    assert differences(workbook_rows(again).sheets, workbook_rows(cases).sheets) == []
