"""A new passphrase, by the old one or by the recovery code; renewed codes; team leads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from vault_kit import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    MemoryKeystore,
    contents,
    machine,
    made,
    make,
    opened,
    read_notes,
    schema,
)

from casedesk.domain.errors import NotFound, VaultError, WrongPassphrase
from casedesk.storage.identity import card_text, make_identity, parse_card
from casedesk.storage.vault import recover, unlock, unlock_as_lead
from casedesk.storage.vault_folder import vault_info
from casedesk.storage.vault_keys import (
    allow_lead,
    change_passphrase,
    renew_recovery_code,
    withdraw_lead,
)


def _recover(
    folder: Path, code: str, keystore: MemoryKeystore | None = None, *, new: str = OTHER_PASSPHRASE
) -> list[str]:
    with recover(
        folder, code, new, machine=machine(keystore), schema=schema(), cost=CHEAP
    ) as vault:
        return read_notes(vault)


@pytest.mark.parametrize("bound", [False, True])
def test_the_new_passphrase_opens_and_the_old_one_no_longer(tmp_path: Path, bound: bool) -> None:
    keystore = MemoryKeystore() if bound else None
    code = made(tmp_path / "vault", "one", keystore=keystore)
    with opened(tmp_path / "vault", keystore) as vault:
        device = vault.device_id
        change_passphrase(vault, PASSPHRASE, OTHER_PASSPHRASE, cost=CHEAP)
    with pytest.raises(WrongPassphrase):
        opened(tmp_path / "vault", keystore)
    with unlock(
        tmp_path / "vault", OTHER_PASSPHRASE, machine=machine(keystore), schema=schema()
    ) as vault:
        assert read_notes(vault) == ["one"]
        assert vault.device_id == device
    assert vault_info(tmp_path / "vault").bound == bound
    assert keystore is None or len(keystore.kept) == 1
    assert _recover(tmp_path / "vault", code, keystore, new=PASSPHRASE) == ["one"]


def test_changing_asks_for_the_old_passphrase_and_a_strong_new_one(tmp_path: Path) -> None:
    made(tmp_path / "vault", "one")
    before = contents(tmp_path / "vault")["keys.json"]
    with opened(tmp_path / "vault") as vault:
        with pytest.raises(WrongPassphrase):
            change_passphrase(vault, OTHER_PASSPHRASE, "thistle barge 8 copper fern", cost=CHEAP)
        with pytest.raises(VaultError, match="too short"):
            change_passphrase(vault, PASSPHRASE, "short", cost=CHEAP)
        with pytest.raises(VaultError, match="too easy"):
            change_passphrase(vault, PASSPHRASE, "password1234", cost=CHEAP)
    assert contents(tmp_path / "vault")["keys.json"] == before
    opened(tmp_path / "vault").close()


def test_recovery_works_on_another_laptop_and_ties_the_vault_to_it(tmp_path: Path) -> None:
    first, second = MemoryKeystore(), MemoryKeystore()
    code = made(tmp_path / "vault", "one", keystore=first)
    device = vault_info(tmp_path / "vault").device_id
    shutil.copytree(tmp_path / "vault", tmp_path / "elsewhere")
    assert _recover(tmp_path / "elsewhere", code, second) == ["one"]
    assert vault_info(tmp_path / "elsewhere").bound
    assert vault_info(tmp_path / "elsewhere").device_id != device
    unlock(
        tmp_path / "elsewhere", OTHER_PASSPHRASE, machine=machine(second), schema=schema()
    ).close()
    with pytest.raises(VaultError, match="tied to the laptop"):
        unlock(tmp_path / "elsewhere", OTHER_PASSPHRASE, machine=machine(first), schema=schema())
    with opened(tmp_path / "vault", first) as vault:
        assert read_notes(vault) == ["one"]


def test_recovery_works_with_no_keyring_at_all(tmp_path: Path) -> None:
    code = made(tmp_path / "vault", "one", keystore=MemoryKeystore())
    assert _recover(tmp_path / "vault", code) == ["one"]
    assert not vault_info(tmp_path / "vault").bound
    unlock(tmp_path / "vault", OTHER_PASSPHRASE, machine=machine(), schema=schema()).close()


def test_a_forgotten_passphrase_on_the_same_laptop_keeps_the_device(tmp_path: Path) -> None:
    keystore = MemoryKeystore()
    code = made(tmp_path / "vault", "one", keystore=keystore)
    shutil.copytree(tmp_path / "vault", tmp_path / "older")
    device = vault_info(tmp_path / "vault").device_id
    assert _recover(tmp_path / "vault", code, keystore) == ["one"]
    assert vault_info(tmp_path / "vault").device_id == device
    # An older copy still opens here by the passphrase that it was made with.
    opened(tmp_path / "older", keystore).close()


def test_a_vault_made_without_the_keyring_stays_without(tmp_path: Path) -> None:
    code = made(tmp_path / "vault", "one")
    assert _recover(tmp_path / "vault", code, MemoryKeystore()) == ["one"]
    assert not vault_info(tmp_path / "vault").bound


def test_the_code_may_be_typed_in_any_manner(tmp_path: Path) -> None:
    code = made(tmp_path / "vault", "one")
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l") + "\n"
    assert _recover(tmp_path / "vault", f"  {typed}") == ["one"]


def test_a_wrong_code_changes_nothing(tmp_path: Path) -> None:
    code = made(tmp_path / "vault", "one")
    other = made(tmp_path / "other")
    before = contents(tmp_path / "vault")
    slip = ("B" if code[0] != "B" else "C") + code[1:]
    for wrong, said in (
        (other, "does not open this vault"),
        (slip, "not a recovery code as it was typed"),
        (code[:-5], "not a recovery code as it was typed"),
        ("", "not a recovery code as it was typed"),
        (PASSPHRASE, "not a recovery code as it was typed"),
    ):
        with pytest.raises(WrongPassphrase, match=said):
            _recover(tmp_path / "vault", wrong)
    with pytest.raises(VaultError, match="too short"):
        _recover(tmp_path / "vault", code, new="short")
    assert contents(tmp_path / "vault") == before
    opened(tmp_path / "vault").close()


def test_a_renewed_code_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    old = made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        new = renew_recovery_code(vault)
    with pytest.raises(WrongPassphrase):
        _recover(tmp_path / "vault", old)
    assert _recover(tmp_path / "vault", new) == ["one"]


def test_a_lead_opens_the_workers_vault_until_it_is_taken_back(tmp_path: Path) -> None:
    worker, lead, stranger = (make_identity(name, "lead") for name in ("Wyn", "Lee", "Sal"))
    card = parse_card(card_text(lead))
    made(tmp_path / "vault", "one")
    with opened(tmp_path / "vault") as vault:
        allow_lead(vault, card, worker)
        allow_lead(vault, card, worker)
    assert vault_info(tmp_path / "vault").leads == (card.fingerprint,)
    assert "Lee" not in (tmp_path / "vault" / "keys.json").read_text()
    with unlock_as_lead(
        tmp_path / "vault", lead, machine=machine(), schema=schema(), worker=worker.card()
    ) as vault:
        assert read_notes(vault) == ["one"]
    with pytest.raises(WrongPassphrase):
        unlock_as_lead(tmp_path / "vault", stranger, machine=machine(), schema=schema())
    with pytest.raises(VaultError, match="not made by this worker"):
        unlock_as_lead(
            tmp_path / "vault", lead, machine=machine(), schema=schema(), worker=stranger.card()
        )
    with opened(tmp_path / "vault") as vault:
        withdraw_lead(vault, card.fingerprint)
        with pytest.raises(NotFound):
            withdraw_lead(vault, card.fingerprint)
    with pytest.raises(WrongPassphrase):
        unlock_as_lead(tmp_path / "vault", lead, machine=machine(), schema=schema())


def test_after_closing_the_key_is_gone(tmp_path: Path) -> None:
    vault, _ = make(tmp_path / "vault")
    vault.close()
    vault.close()
    with pytest.raises(VaultError, match="locked"):
        _ = vault.data_key
