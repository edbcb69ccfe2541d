"""What the vault is told once: whose it is, for which council and team, where backups go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from casedesk.domain.errors import InvalidRecord
from casedesk.services.before_unlock import LOCK_AFTER_MINUTES
from casedesk.services.packs import FIRST_PROGRAMME, packs_at_hand
from casedesk.services.session import COUNCIL, PROGRAMME, WORKER, Session
from casedesk.storage.unit_of_work import UnitOfWork

TEAM = "team"
BACKUP_FOLDER = "backup_folder"
LAST_BACKUP = "last_backup"
LOCK_AFTER = "lock_after_minutes"
CODE_TYPED_BACK = "recovery_code_typed_back"
LEAST_LOCK_AFTER, MOST_LOCK_AFTER = 1, 60
PHONE = "contact_phone"
EMAIL = "contact_email"
BACKUP_IS_OLD_AFTER_DAYS = 7


@dataclass(frozen=True)
class Programme:
    """A programme pack that can be chosen: its id and its name."""

    id: str
    name: str


@dataclass(frozen=True)
class Settings:
    """The vault's settings. `role` is keyworker or lead; `lock_after` is minutes.

    `phone` and `email` are where families and others reach the worker.
    """

    worker: str
    role: str
    council: str = ""
    team: str = ""
    programme: str = FIRST_PROGRAMME
    backup_folder: Path | None = None
    lock_after: int = LOCK_AFTER_MINUTES
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class BackupState:
    """The last backup that was opened and checked: its day, its file, and how old it is.

    `at` is the instant, with the laptop's time zone.
    """

    day: date | None
    file: str
    days_old: int | None
    at: datetime | None = None

    @property
    def is_old(self) -> bool:
        """Whether a backup is due: none at all, or none for a week."""
        return self.days_old is None or self.days_old >= BACKUP_IS_OLD_AFTER_DAYS


def programmes() -> list[Programme]:
    """The programme packs at hand, the first to offer first."""
    packs = sorted(packs_at_hand().packs.values(), key=lambda one: one.id != FIRST_PROGRAMME)
    return [Programme(pack.id, pack.title) for pack in packs]


def read_settings(session: Session) -> Settings:
    """The vault's settings as they stand."""
    with session.store.read() as reading:
        worker: dict[str, Any] = reading.setting(WORKER, {})
        folder = reading.setting(BACKUP_FOLDER, None)
        return Settings(
            worker=worker.get("name", ""),
            role=worker.get("role", "keyworker"),
            council=reading.setting(COUNCIL, None) or "",
            team=reading.setting(TEAM, None) or "",
            programme=reading.setting(PROGRAMME, FIRST_PROGRAMME),
            backup_folder=Path(folder) if folder else None,
            lock_after=reading.setting(LOCK_AFTER, LOCK_AFTER_MINUTES),
            phone=reading.setting(PHONE, None) or "",
            email=reading.setting(EMAIL, None) or "",
        )


def put_settings(uow: UnitOfWork, settings: Settings) -> None:
    """Writes settings within a unit of work; the same ones again change nothing.

    Raises `InvalidRecord` without a name, for a programme that is not at hand and for a time to
    lock after that is out of range.
    """
    if not settings.worker.strip():
        raise InvalidRecord("Your name is missing: type it, so that the records say who wrote.")
    if settings.programme not in packs_at_hand().packs:
        raise InvalidRecord("That programme is not at hand on this laptop: choose another one.")
    if not LEAST_LOCK_AFTER <= settings.lock_after <= MOST_LOCK_AFTER:
        raise InvalidRecord(
            f"CaseDesk can lock after {LEAST_LOCK_AFTER} to {MOST_LOCK_AFTER} minutes: choose one."
        )
    uow.set_setting(WORKER, {"name": settings.worker.strip(), "role": settings.role})
    uow.set_setting(COUNCIL, settings.council.strip() or None)
    uow.set_setting(TEAM, settings.team.strip() or None)
    uow.set_setting(PROGRAMME, settings.programme)
    uow.set_setting(BACKUP_FOLDER, str(settings.backup_folder or "") or None)
    uow.set_setting(LOCK_AFTER, settings.lock_after)
    uow.set_setting(PHONE, settings.phone.strip() or None)
    uow.set_setting(EMAIL, settings.email.strip() or None)


def save_settings(session: Session, settings: Settings) -> Settings:
    """Saves the settings and gives those before, for Undo.

    The worker's name and programme count from the next unlock. Raises as `put_settings`.
    """
    before = read_settings(session)
    with session.store.unit_of_work(session.worker) as uow:
        put_settings(uow, settings)
    return before


def backup_state(session: Session) -> BackupState:
    """When the vault was last backed up and checked."""
    with session.store.read() as reading:
        last = reading.setting(LAST_BACKUP, None)
    if not last:
        return BackupState(None, "", None)
    at = datetime.fromisoformat(last["at"]).astimezone()
    # A day to come is a clock that was wrong, not a backup that is newer than new.
    return BackupState(at.date(), last["file"], max(0, (session.today - at.date()).days), at)
