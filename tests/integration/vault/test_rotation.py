"""A new data key: the old or the new, never neither, wherever it is cut short."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from vault_kit import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    MemoryKeystore,
    machine,
    made,
    opened,
    read_notes,
    schema,
    write_notes,
)

from casedesk.domain.errors import FileProblem, VaultError, WrongPassphrase
from casedesk.storage import rotation
from casedesk.storage.backup import backup
from casedesk.storage.identity import card_text, make_identity, parse_card
from casedesk.storage.key_file import read_key_file
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Keystore
from casedesk.storage.restore import backup_data_key
from casedesk.storage.rotation import Rotated, rotate_key
from casedesk.storage.vault import recover, unlock, unlock_as_lead
from casedesk.storage.vault_check import check_vault
from casedesk.storage.vault_keys import allow_lead, new_code

WRITES = (
    (os, "open"),
    (os, "fsync"),
    (os, "fdopen"),
    (Path, "replace"),
    (Path, "unlink"),
    (rotation, "require_whole"),
)


def rotated(vault: OpenVault, code: str = "", **more: Any) -> Rotated:
    return rotate_key(vault, PASSPHRASE, OTHER_PASSPHRASE, code or new_code(), cost=CHEAP, **more)


def reopened(folder: Path, passphrase: str, keystore: Keystore | None = None) -> OpenVault:
    return unlock(folder, passphrase, machine=machine(keystore), schema=schema())


def which_opens(folder: Path) -> list[str]:
    found = []
    for passphrase in (PASSPHRASE, OTHER_PASSPHRASE):
        try:
            vault = reopened(folder, passphrase)
        except WrongPassphrase:
            continue
        with vault:
            assert read_notes(vault) == ["one", "two"]
            assert check_vault(vault).ok
        found.append(passphrase)
    return found


@pytest.mark.parametrize("bound", [False, True])
def test_only_the_new_passphrase_and_the_new_code_open_it(tmp_path: Path, bound: bool) -> None:
    keystore = MemoryKeystore() if bound else None
    old_code = made(tmp_path / "vault", "one", "two", keystore=keystore)
    code = new_code()
    vault = opened(tmp_path / "vault", keystore)
    old_key = vault.data_key
    rotated(vault, code)
    with pytest.raises(VaultError, match="locked"):
        _ = vault.data_key
    with pytest.raises(WrongPassphrase):
        reopened(tmp_path / "vault", PASSPHRASE, keystore)
    with reopened(tmp_path / "vault", OTHER_PASSPHRASE, keystore) as again:
        assert read_notes(again) == ["one", "two"]
        assert again.data_key != old_key
        assert check_vault(again).ok
        write_notes(again, "three")
    with pytest.raises(WrongPassphrase):
        recover(
            tmp_path / "vault", old_code, PASSPHRASE, machine=machine(keystore), schema=schema()
        )
    recover(
        tmp_path / "vault", code, PASSPHRASE, machine=machine(keystore), schema=schema(), cost=CHEAP
    ).close()
    assert not list((tmp_path / "vault").glob(".rotated*"))


def test_what_was_written_just_before_comes_along(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    vault = opened(tmp_path / "vault")
    write_notes(vault, "two")
    rotated(vault)
    assert which_opens(tmp_path / "vault") == [OTHER_PASSPHRASE]


def test_a_wrong_a_weak_and_the_same_passphrase_change_nothing(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    with opened(tmp_path / "vault") as vault:
        for current, new in (
            ("not it at all 99", OTHER_PASSPHRASE),
            (PASSPHRASE, "weak"),
            (PASSPHRASE, PASSPHRASE),
        ):
            with pytest.raises(VaultError):
                rotate_key(vault, current, new, new_code(), cost=CHEAP)
        with pytest.raises(WrongPassphrase):
            rotate_key(vault, PASSPHRASE, OTHER_PASSPHRASE, "AAAA-BBBB", cost=CHEAP)
        assert read_notes(vault) == ["one", "two"]
    assert which_opens(tmp_path / "vault") == [PASSPHRASE]


def test_older_backups_open_with_the_old_passphrase_and_are_no_fault_of_the_vault(
    tmp_path: Path,
) -> None:
    made(tmp_path / "vault", "one", "two")
    vault = opened(tmp_path / "vault")
    file = backup(vault, tmp_path / "vault" / "backups").path
    old_key = vault.data_key
    rotated(vault)
    assert backup_data_key(file, PASSPHRASE, machine().keystore) == old_key
    with reopened(tmp_path / "vault", OTHER_PASSPHRASE) as again:
        report = check_vault(again)
        assert report.ok
        (line,) = [one for one in report.lines if one.what == "backups"]
        assert "earlier passphrase" in line.detail


def test_a_lead_whose_card_is_here_keeps_the_way_in(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    worker = make_identity("Rowan Ashby", "keyworker")
    leads = [make_identity(name, "lead") for name in ("Priya Nair", "Jo Bell")]
    vault = opened(tmp_path / "vault")
    for lead in leads:
        allow_lead(vault, lead.card(), worker)
    done = rotated(vault, leads=[parse_card(card_text(leads[0]))], worker=worker)
    assert done.leads_left_out == (leads[1].card().fingerprint,)
    with unlock_as_lead(
        tmp_path / "vault", leads[0], machine=machine(), schema=schema(), worker=worker.card()
    ) as again:
        assert read_notes(again) == ["one", "two"]
    with pytest.raises(WrongPassphrase):
        unlock_as_lead(tmp_path / "vault", leads[1], machine=machine(), schema=schema())


def _nth_call(patch: pytest.MonkeyPatch, number: int, act: Callable[[], None]) -> Callable[[], int]:
    """Makes the n-th of the calls that write do something else; gives how many there were."""
    seen = 0

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **named: Any) -> Any:
            nonlocal seen
            seen += 1
            if seen == number:
                act()
            return real(*args, **named)

        return call

    for owner, name in WRITES:
        patch.setattr(owner, name, watched(getattr(owner, name)))
    return lambda: seen


@pytest.mark.skipif(sys.platform == "win32", reason="fork")
def test_killed_before_any_write_the_old_or_the_new_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, number = [], 0
    while True:
        number += 1
        folder = tmp_path / f"vault-{number}"
        made(folder, "one", "two")
        child = os.fork()
        if child == 0:
            try:
                vault = opened(folder)
                with monkeypatch.context() as patch:
                    _nth_call(patch, number, lambda: os._exit(9))
                    rotated(vault)
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        found = which_opens(folder)
        assert len(found) == 1, f"call {number}: {found}"
        assert not list(folder.glob(".rotated*"))
        opening.append(found[0])
        if os.waitstatus_to_exitcode(status) == 0:
            break
    assert opening[0] == PASSPHRASE and opening[-1] == OTHER_PASSPHRASE
    # Once it is the new one, it stays the new one.
    assert opening == sorted(opening, key=[PASSPHRASE, OTHER_PASSPHRASE].index)
    assert number > 10


def test_a_full_disk_at_any_write_leaves_the_old_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    refused, number = 0, 0
    while True:
        number += 1
        folder = tmp_path / f"vault-{number}"
        made(folder, "one", "two")
        with opened(folder) as vault, monkeypatch.context() as patch:
            count = _nth_call(patch, number, full)
            try:
                rotated(vault)
            except (FileProblem, VaultError) as error:
                refused += 1
                assert "full" in error.sentence or "No space" in error.sentence
                assert read_notes(vault) == ["one", "two"]
            calls = count()
        assert len(which_opens(folder)) == 1
        if calls < number:
            break
    assert refused > 2


def test_the_old_key_is_nowhere_in_the_folder_afterwards(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one", "two")
    vault = opened(tmp_path / "vault")
    before = read_key_file(tmp_path / "vault" / "keys.json")
    old_key = vault.data_key
    rotated(vault)
    after = read_key_file(tmp_path / "vault" / "keys.json")
    assert not after.knows(old_key)
    assert (after.vault_id, after.device_id) == (before.vault_id, before.device_id)
    assert sorted(path.name for path in (tmp_path / "vault").iterdir()) == [
        "backups",
        "casedesk.db",
        "keys.json",
        "lock",
    ]
