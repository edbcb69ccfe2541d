"""The ways into the vault: what they are, and how each is changed (docs/architecture.md)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casedesk.domain.errors import WrongPassphrase
from casedesk.services.backups import list_backups
from casedesk.services.first_run import compare_typed
from casedesk.services.session import Session
from casedesk.services.settings import CODE_TYPED_BACK
from casedesk.storage import vault_keys
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.rotation import rotate_key

OTHER_PAPER = "That is not the code that was printed: check the nine groups and type them again."


@dataclass(frozen=True)
class WaysIn:
    """How the vault can be opened.

    `bound` means that the passphrase works on this laptop only. `code_on_paper` is False when
    the recovery code was never typed back. `leads` is how many team leads can open it.
    """

    passphrase: bool
    bound: bool
    recovery: bool
    code_on_paper: bool
    leads: int


def ways_in(session: Session) -> WaysIn:
    """The key slots of the open vault."""
    keys = session.vault.keys
    with session.store.read() as reading:
        on_paper = reading.setting(CODE_TYPED_BACK, True) is not False
    slot = keys.passphrase
    return WaysIn(
        passphrase=slot is not None,
        bound=slot is not None and slot.binding is not None,
        recovery=keys.recovery is not None,
        code_on_paper=on_paper,
        leads=len(keys.leads),
    )


def change_passphrase(
    session: Session, current: str, new: str, *, cost: Cost | None = None
) -> None:
    """Replaces the passphrase; everything else stays. Raises as `storage.vault_keys`."""
    vault_keys.change_passphrase(session.vault, current, new, cost=cost)
    with session.store.unit_of_work(session.worker) as uow:
        uow.log_access("passphrase changed", None)


def prepare_code() -> str:
    """A new recovery code; it opens nothing until it is typed back."""
    return vault_keys.new_code()


def put_code(session: Session, code: str, typed: str) -> None:
    """Puts a new code in force once it was typed back from its paper; the old one is dead.

    Raises `WrongPassphrase` when it was typed otherwise; nothing is changed then.
    """
    if not compare_typed(code, typed).complete:
        raise WrongPassphrase(OTHER_PAPER)
    vault_keys.put_recovery_code(session.vault, code)
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(CODE_TYPED_BACK, True)
        uow.log_access("recovery code renewed", None)


def change_every_key(
    session: Session,
    current: str,
    new: str,
    code: str,
    *,
    cost: Cost | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> str:
    """Writes the vault anew under a new key, with a new passphrase and recovery code.

    It closes the vault. Gives the sentence to show afterwards. Raises as
    `storage.rotation.rotate_key`; the vault is then as it was, and open.
    """
    earlier = len(list_backups(session))
    with session.store.unit_of_work(session.worker) as uow:
        uow.set_setting(CODE_TYPED_BACK, True)
        uow.log_access("keys changed", None)
    done = rotate_key(session.vault, current, new, code, cost=cost, progress=progress)
    return _what_now(earlier, len(done.leads_left_out))


def earlier_backups(session: Session) -> tuple[Path, ...]:
    """Backups that open with a passphrase from before the keys were changed."""
    return tuple(line.path for line in list_backups(session) if not line.opens)


def _what_now(earlier: int, leads: int) -> str:
    parts = ["Your vault is written anew. Unlock it with the new passphrase."]
    if earlier:
        parts.append(
            "Backups made before now still open with the old passphrase: in Settings, Keys and "
            "recovery, make a fresh backup and remove them."
        )
    if leads:
        parts.append("Your team lead can no longer open it: give access again.")
    return " ".join(parts)
