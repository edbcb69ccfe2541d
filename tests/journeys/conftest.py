"""The command as a person types it, in a vault of the test's own."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from casedesk.cli.command import run
from casedesk.cli.ports import WindowPorts
from casedesk.services import vaults
from casedesk.storage.kdf_cost import LEAST_COST

PASSPHRASE = "wonky kettle orbit sandal 41"
TODAY = "2026-11-24"

NO_WINDOW = WindowPorts(
    has_screen=lambda: False,
    open_window=lambda folder, today, passphrase: 1,
    render_screens=lambda folder, themes, scale: [],
    take_over=lambda: 1,
)

Rows = Mapping[str, Sequence[Mapping[str, str]]]


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def json_lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Type = Callable[..., Answer]


@pytest.fixture
def desk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Type:
    """Types one command and gives its answer; the vault is there and named by the
    environment."""
    folder = tmp_path / "vault"
    vaults.create(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=LEAST_COST,
    )
    secret = tmp_path / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("CASEDESK_VAULT", str(folder))
    monkeypatch.setenv("CASEDESK_PASSPHRASE_FILE", str(secret))
    monkeypatch.setenv("CASEDESK_TODAY", TODAY)

    def type_command(*arguments: object) -> Answer:
        capsys.readouterr()
        status = run([str(one) for one in arguments], NO_WINDOW)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return type_command


@pytest.fixture
def csv_folder(tmp_path: Path) -> Callable[[Rows], Path]:
    """Writes rows as a folder of CSV files."""

    def write(rows: Rows) -> Path:
        folder = tmp_path / "cases"
        folder.mkdir(exist_ok=True)
        for sheet, lines in rows.items():
            columns = list(dict.fromkeys(name for line in lines for name in line))
            with (folder / f"{sheet}.csv").open("w", newline="", encoding="utf-8") as file:
                writer = csv.DictWriter(file, columns, restval="")
                writer.writeheader()
                writer.writerows(lines)
        return folder

    return write
