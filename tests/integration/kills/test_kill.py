"""`kill -9` at random instants: an acknowledged write is there, and nothing is half done."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from kill_kit import PASSPHRASE, contacts_in, instants, lost_writes, new_vault, opened, run_and_kill

from casedesk.services import vaults

SAVES = 24
IMPORTS = 16
CONTROL_TRIES = 40
IMPORT_ROWS = 400


@pytest.mark.parametrize("part", range(4))
def test_no_acknowledged_save_is_lost(part: int, tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "vault")
    acknowledged = 0
    for after in instants(100 + part, SAVES // 4, 0.4):
        killed = run_and_kill("save", folder, after=after)
        assert lost_writes(folder, killed) == []
        acknowledged += len(killed.acknowledged)
    assert acknowledged > 0, "nothing was saved before any of the kills: they came too early"


def test_the_harness_catches_a_build_that_acknowledges_too_early(tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "vault")
    for after in instants(7, CONTROL_TRIES, 0.4):
        if lost_writes(folder, run_and_kill("save-broken", folder, after=after)):
            return
    pytest.fail("the broken build was never caught, so the harness proves nothing")


@pytest.mark.parametrize("part", range(2))
def test_a_killed_import_is_whole_or_not_there(part: int, tmp_path: Path) -> None:
    folder = new_vault(tmp_path / "vault")
    imported = 0
    for number, after in enumerate(instants(200 + part, IMPORTS // 2, 0.6)):
        file = csv_folder(tmp_path / f"file-{number}", f"F{number}")
        run_and_kill("import", folder, str(file), after=after)
        with opened(folder) as session:
            found = {ref for ref in contacts_in(session) if ref.startswith(f"F{number}-")}
        assert len(found) in (0, IMPORT_ROWS)
        imported += bool(found)
    vaults.check(folder, lambda: PASSPHRASE).raise_if_wrong()


def csv_folder(folder: Path, prefix: str) -> Path:
    folder.mkdir()
    rows = [
        ["CD-0001", f"{prefix}-{number}", "2026-11-20", f"Visit number {number}."]
        for number in range(IMPORT_ROWS)
    ]
    with (folder / "contacts.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["family_ref", "contact_ref", "at", "text"], *rows])
    return folder
