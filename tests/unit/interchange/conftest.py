"""A vault in memory and a way to hand it small workbooks."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from memory_vault import TODAY, MemoryVault
from workbook_files import write_xlsx

from casedesk.interchange.workbook import ImportPlan


@pytest.fixture
def vault() -> MemoryVault:
    return MemoryVault()


@pytest.fixture
def plan(vault: MemoryVault, tmp_path: Path) -> Callable[..., ImportPlan]:
    """Plans the import of sheets given as lists of rows, without carrying it out."""
    numbers = itertools.count(1)

    def make(sheets: dict[str, list[dict[str, Any]]], today: date = TODAY) -> ImportPlan:
        return vault.plan(write_xlsx(tmp_path / f"cases-{next(numbers)}.xlsx", sheets), today)

    return make


@pytest.fixture
def take_in(vault: MemoryVault, plan: Callable[..., ImportPlan]) -> Callable[..., ImportPlan]:
    """Plans an import that has no errors, and carries it out."""

    def make(sheets: dict[str, list[dict[str, Any]]], today: date = TODAY) -> ImportPlan:
        planned = plan(sheets, today)
        assert planned.errors == ()
        vault.carry_out(planned)
        return planned

    return make
