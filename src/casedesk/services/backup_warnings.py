"""When the window should say something about backups without being asked."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.services.backups import backup_trouble
from casedesk.services.session import Session
from casedesk.services.settings import (
    BACKUP_IS_OLD_AFTER_DAYS,
    backup_state,
    read_settings,
)

CHOOSE = ("choose_place", "Choose a place")
NOW = ("back_up", "Back up now")


@dataclass(frozen=True)
class BackupWarning:
    """A banner: `tone` is warn or bad, `action` is (id, words)."""

    tone: str
    title: str
    sentence: str
    action: tuple[str, str]


def backup_warning(session: Session) -> BackupWarning | None:
    """What is wrong with the backups, or None while all is well.

    Red after seven days without one; amber when the last automatic one was not made.
    """
    settings, state = read_settings(session), backup_state(session)
    trouble = backup_trouble(session)
    if state.day is None:
        made = session.vault.keys.created_at.astimezone().date()
        if (session.today - made).days < BACKUP_IS_OLD_AFTER_DAYS and not trouble:
            return None
        words = trouble or "If this laptop is lost, so are your records."
        return BackupWarning("bad", "There is no backup yet", words, CHOOSE)
    action = CHOOSE if settings.backup_folder is None or trouble else NOW
    if state.is_old:
        words = trouble or "If this laptop is lost, what you saved since then is lost with it."
        return BackupWarning("bad", f"No backup for {state.days_old} days", words, action)
    if trouble:
        return BackupWarning("warn", "Today's backup was not made", trouble, action)
    return None
