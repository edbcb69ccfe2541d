"""Looking at every record of the open vault, and remembering what came of it."""

from __future__ import annotations

from collections.abc import Callable

from casedesk.domain.errors import DamagedVault
from casedesk.services.session import Session
from casedesk.storage.vault_check import check_vault

LAST_CHECK = "last_vault_check"


def check_records(
    session: Session, progress: Callable[[int, int, str], None] | None = None
) -> tuple[str, ...]:
    """Looks at every page, link and entry of the vault and remembers what came of it.

    Gives what is wrong, a sentence each; none = all is well.
    """
    if progress is not None:
        progress(0, 1, "Looking at every page")
    report = check_vault(session.vault)
    wrong = tuple(line.detail for line in report.lines if not line.ok)
    if wrong:
        # A connection that met a damaged page refuses everything from then on.
        session.vault.engine.dispose()
    at = session.clock.now().isoformat(timespec="seconds")
    try:
        with session.store.unit_of_work(session.worker) as uow:
            uow.set_setting(LAST_CHECK, {"at": at, "wrong": list(wrong)})
    except DamagedVault:
        # What was found matters more than that it can be noted.
        if not wrong:
            raise
    return wrong
