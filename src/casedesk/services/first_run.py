"""The first run: a vault made with its settings, and its recovery code typed back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from casedesk.domain.errors import WrongPassphrase
from casedesk.services.before_unlock import GROUP_LENGTH, GROUPS
from casedesk.services.session import Session, machine, schema, session_of
from casedesk.services.settings import CODE_TYPED_BACK, Settings, put_settings
from casedesk.storage.base32 import squeeze
from casedesk.storage.identity import Identity
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Machine
from casedesk.storage.recovery_code import secret_from
from casedesk.storage.store import CaseStore
from casedesk.storage.vault import create_vault
from casedesk.storage.vault_keys import renew_recovery_code

_READ_AS = str.maketrans("OIL", "011")


@dataclass(frozen=True)
class NewSession:
    """A vault just made and open. `recovery_code` is shown once and kept nowhere."""

    session: Session
    recovery_code: str = field(repr=False)
    bound: bool = False


@dataclass(frozen=True)
class TypedBack:
    """How a code typed back compares: `right` of nine groups from the start, and whether all."""

    right: int
    complete: bool
    first_wrong: int | None
    """The group (1 to 9) that is typed in full and wrong, or None."""


def set_up(
    folder: Path,
    settings: Settings,
    passphrase: str,
    *,
    today: date | None = None,
    use_keyring: bool = True,
    on: Machine | None = None,
    cost: Cost | None = None,
) -> NewSession:
    """Makes the vault and leaves it open. Without the keyring it is not tied to this laptop.

    Its recovery code still has to be typed back (`code_typed_back`). Raises as
    `casedesk.storage.vault.create_vault`; there is no vault then.
    """
    vault, code = create_vault(
        folder,
        name=settings.worker,
        role=settings.role,
        passphrase=passphrase,
        machine=on or machine(use_keyring=use_keyring),
        schema=schema(),
        cost=cost,
        settle=_settle(replace(settings, worker=settings.worker.strip())),
    )
    try:
        slot = vault.keys.passphrase
        bound = slot is not None and slot.binding is not None
        return NewSession(session_of(vault, today=today), code, bound)
    except BaseException:
        vault.close()
        raise


def compare_typed(code: str, typed: str) -> TypedBack:
    """Compares what was typed with the code, whatever its case, spaces, hyphens, O/0, I/L/1."""
    wanted, given = squeeze(code), squeeze(typed).translate(_READ_AS)
    right = 0
    for group in range(GROUPS):
        part = given[group * GROUP_LENGTH : (group + 1) * GROUP_LENGTH]
        if part != wanted[group * GROUP_LENGTH : (group + 1) * GROUP_LENGTH]:
            wrong = group + 1 if len(part) == GROUP_LENGTH else None
            return TypedBack(right, False, wrong)
        right += 1
    return TypedBack(right, _same(code, typed), None)


def code_typed_back(session: Session, code: str, typed: str) -> None:
    """Notes in the vault that the worker has the code on paper. Raises `WrongPassphrase`."""
    if not _same(code, typed):
        raise WrongPassphrase(
            "That is not the code that was printed: check the nine groups and type them again."
        )
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(CODE_TYPED_BACK, True)


def must_type_code_back(session: Session) -> bool:
    """Whether a first run stopped before the code was typed back."""
    with session.store.read() as reading:
        return reading.setting(CODE_TYPED_BACK, True) is False


def new_recovery_code(session: Session) -> str:
    """A new code in place of one that nobody wrote down; it has to be typed back."""
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(CODE_TYPED_BACK, False)
        uow.log_access("recovery code renewed", None)
    return renew_recovery_code(session.vault)


def _same(code: str, typed: str) -> bool:
    try:
        return secret_from(typed) == secret_from(code)
    except WrongPassphrase:
        return False


def _settle(settings: Settings) -> Callable[[OpenVault, Identity], None]:
    def settle(vault: OpenVault, identity: Identity) -> None:
        with CaseStore(vault.engine, vault.device_id).unit_of_work(settings.worker) as uow:
            put_settings(uow, settings)
            uow.set_setting(CODE_TYPED_BACK, False)
            for key, value in identity.as_settings().items():
                uow.set_setting(key, value)

    return settle
