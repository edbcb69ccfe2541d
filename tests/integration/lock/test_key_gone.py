"""After a lock no process that is left holds the key, and another one unlocks where it was."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lock_kit import Windows, count_in_memory, secrets_of

from casedesk.demo import caseload
from casedesk.services import vaults
from casedesk.services.demonstration import fill
from casedesk.services.drafts import all_drafts
from casedesk.services.session import open_session
from casedesk.storage.kdf_cost import LEAST_COST

PASSPHRASE = "wonky kettle orbit sandal 41"
TODAY = date(2026, 11, 24)
CRITERIA = ["family", {"family": "CD-0412", "tab": "criteria"}]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc/<pid>/mem")


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("lock") / "vault"
    vaults.create(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=LEAST_COST,
    )
    with open_session(folder, lambda: PASSPHRASE, today=TODAY) as session:
        fill(session, caseload(families=2, today=TODAY))
    yield folder


def test_the_key_is_gone_and_the_place_is_kept(vault: Path, tmp_path: Path) -> None:
    secrets = secrets_of(vault, PASSPHRASE)
    with Windows(tmp_path, vault, TODAY.isoformat()) as windows:
        first = windows.next_one()
        assert first.page == "UnlockScreen"
        first.ask("unlock", "unlocked", passphrase=PASSPHRASE)
        page, args = CRITERIA
        first.ask("go", "went", page=page, args=args)
        # The negative control: the search does find what is there.
        assert count_in_memory(first.pid, secrets)["key"] > 0
        assert first.ask("box", "box")["windows"] == 2
        covered = first.ask("lock", "covered")
        assert covered["covered"]
        assert covered["others"] == []
        second = windows.next_one()
        assert (second.page, second.pid != first.pid) == ("UnlockScreen", True)
        first.wait_gone()
        assert windows.process.wait(60) == 0
        assert count_in_memory(second.pid, secrets) == dict.fromkeys(secrets, 0)
        again = second.ask("unlock", "unlocked", passphrase=PASSPHRASE)
        assert again["place"] == CRITERIA
        assert count_in_memory(second.pid, secrets)["key"] > 0
        second.tell("close")
        second.wait_gone()
    # Closed properly: the next one begins with the first page, not where it was.
    (tmp_path / "next").mkdir()
    with Windows(tmp_path / "next", vault, TODAY.isoformat()) as windows:
        third = windows.next_one()
        assert third.ask("unlock", "unlocked", passphrase=PASSPHRASE)["place"][0] != "family"
        third.tell("close")
        third.wait_gone()


def test_being_told_to_end_loses_nothing(vault: Path, tmp_path: Path) -> None:
    with Windows(tmp_path, vault, TODAY.isoformat()) as windows:
        window = windows.next_one()
        window.ask("unlock", "unlocked", passphrase=PASSPHRASE)
        window.ask("type", "typed", text="Seen with Kerry")
        windows.process.terminate()
        window.wait_gone()
        assert windows.process.wait(60) == 0
    with open_session(vault, lambda: PASSPHRASE, today=TODAY) as session:
        assert [one.contents for one in all_drafts(session)] == [{"text": "Seen with Kerry"}]


def test_without_a_successor_the_same_process_locks(vault: Path, tmp_path: Path) -> None:
    broken = json.dumps([sys.executable, "-c", "raise SystemExit(1)"])
    with Windows(tmp_path, vault, TODAY.isoformat(), CASEDESK_TEST_HEIR=broken) as windows:
        only = windows.next_one()
        only.ask("unlock", "unlocked", passphrase=PASSPHRASE)
        only.ask("lock", "alone")
        only.ask("unlock", "unlocked", passphrase=PASSPHRASE)
        only.tell("close")
        only.wait_gone()
        assert windows.process.wait(60) == 0
