"""Is my work safe? One line for each thing that keeps it so, in plain words, with one action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from casedesk.domain.errors import KnownError
from casedesk.domain.views.drafts import Draft
from casedesk.services.about import cipher_version, engine_version
from casedesk.services.backup_places import Surroundings, bytes_in_words, notes_on_place
from casedesk.services.backups import backup_trouble, list_backups
from casedesk.services.drafts import all_drafts
from casedesk.services.keys import WaysIn, earlier_backups, ways_in
from casedesk.services.restoring import moment
from casedesk.services.session import Session
from casedesk.services.settings import Settings, backup_state, read_settings
from casedesk.services.unlocking import LOCKED
from casedesk.services.vault_checking import LAST_CHECK
from casedesk.storage.journal_tail import last_access, newest_instant
from casedesk.storage.vault_folder import DATABASE

CHECK_IS_OLD_AFTER = timedelta(days=30)
CLOCK_MAY_DIFFER = timedelta(minutes=2)
CLOCK_LEAPT = timedelta(days=366)
LEAST_FREE = 500_000_000
RESTORE = ("restore", "Restore a backup")

GOOD, CARE, BAD, UNKNOWN = "good", "warn", "bad", "mute"


@dataclass(frozen=True)
class SafetyLine:
    """One thing: `tone` is good, warn, bad or mute; `word` says it; `action` is (id, words).

    `page` and `args` say where an action of the id "go" leads.
    """

    id: str
    title: str
    tone: str
    word: str
    sentence: str
    action: tuple[str, str]
    page: str = ""
    args: dict[str, Any] = field(default_factory=dict)


def safety_lines(
    session: Session,
    around: Surroundings | None = None,
    now: Callable[[], datetime] | None = None,
) -> tuple[SafetyLine, ...]:
    """All lines, the most important first. `now` stands for the laptop's clock."""
    around = around or Surroundings()
    at = (now or session.clock.now)().astimezone()
    looks: tuple[tuple[str, str, Callable[[], SafetyLine]], ...] = (
        ("backup", "Backup", lambda: _backup(session, read_settings(session), around)),
        ("records", "Records", lambda: _records(session, at)),
        ("room", "Disk space", lambda: _room(session, read_settings(session), around)),
        ("clock", "Clock", lambda: _clock(session, at)),
        ("encryption", "Encryption", _encryption),
        ("keys", "Ways in", lambda: _keys(session, ways_in(session))),
        ("lock", "Lock", lambda: _lock(session, read_settings(session))),
        ("drafts", "Drafts", lambda: _drafts(all_drafts(session))),
    )
    return tuple(_or_damaged(line_id, title, look) for line_id, title, look in looks)


def _or_damaged(line_id: str, title: str, look: Callable[[], SafetyLine]) -> SafetyLine:
    try:
        return look()
    except KnownError as error:
        # The others are still worth seeing.
        return SafetyLine(line_id, title, BAD, "Could not be read", error.sentence, RESTORE)


def _backup(session: Session, settings: Settings, around: Surroundings) -> SafetyLine:
    make = ("back_up", "Back up now")
    if settings.backup_folder is None:
        return SafetyLine(
            "backup",
            "Backup",
            BAD,
            "No backup yet",
            "If this laptop is lost, so are your records. Choose a place for backups.",
            ("choose_place", "Choose a place"),
        )
    state, trouble = backup_state(session), backup_trouble(session)
    vault_bytes = _vault_bytes(session)
    bad = [
        note
        for note in notes_on_place(
            settings.backup_folder, session.vault.folder, vault_bytes, around
        )
        if note.tone == BAD
    ]
    if state.at is None:
        sentence = trouble or "A place is chosen, and nothing is in it yet."
        return SafetyLine("backup", "Backup", BAD, "No backup yet", sentence, make)
    when = f"The last one, of {moment(state.at)}, was opened and checked."
    if state.is_old:
        sentence = f"{when} That is {state.days_old} days ago."
        return SafetyLine("backup", "Backup", BAD, "Out of date", sentence, make)
    if trouble or bad:
        why = trouble or bad[0].sentence
        return SafetyLine(
            "backup",
            "Backup",
            CARE,
            "Not today",
            f"{when} {why}",
            ("choose_place", "Choose a place"),
        )
    newest = next((line for line in list_backups(session) if line.opens), None)
    if newest is None or newest.good is False:
        sentence = "The newest file there cannot be restored. Make another one."
        return SafetyLine("backup", "Backup", BAD, "Not good", sentence, make)
    looked = newest.checked_at
    sentence = (
        f"{when} Looked at again on {moment(looked)}."
        if looked is not None and looked - state.at > timedelta(minutes=10)
        else when
    )
    return SafetyLine(
        "backup", "Backup", GOOD, "Backed up", sentence, ("check_backup", "Open and check it now")
    )


def _records(session: Session, at: datetime) -> SafetyLine:
    with session.store.read() as reading:
        last = reading.setting(LAST_CHECK, None)
    action = ("check_records", "Check every record")
    if not last:
        sentence = "Each page is checked as it is read. Nobody has looked at all of them yet."
        return SafetyLine("records", "Records", UNKNOWN, "Not checked yet", sentence, action)
    when = datetime.fromisoformat(last["at"]).astimezone()
    if last["wrong"]:
        return SafetyLine(
            "records",
            "Records",
            BAD,
            "Damaged",
            f"{last['wrong'][0]} Found on {moment(when)}.",
            RESTORE,
        )
    sentence = f"Every page and entry was as it was written on {moment(when)}."
    if at - when > CHECK_IS_OLD_AFTER:
        return SafetyLine("records", "Records", UNKNOWN, "Checked a while ago", sentence, action)
    return SafetyLine("records", "Records", GOOD, "Whole", sentence, action)


def _room(session: Session, settings: Settings, around: Surroundings) -> SafetyLine:
    action = ("look", "Look again")
    room = around.room(session.vault.folder)
    vault_bytes = _vault_bytes(session)
    if room is None:
        sentence = "This laptop does not say how much room its disk has."
        return SafetyLine("room", "Disk space", UNKNOWN, "Not known", sentence, action)
    sentence = (
        f"{bytes_in_words(room.free)} free on this laptop. Your vault takes "
        f"{bytes_in_words(vault_bytes)}."
    )
    if room.free < vault_bytes:
        return SafetyLine("room", "Disk space", BAD, "Full", f"{sentence} Free some space.", action)
    if room.free < LEAST_FREE:
        sentence = f"{sentence} Free some space soon."
        return SafetyLine("room", "Disk space", CARE, "Nearly full", sentence, action)
    place = settings.backup_folder
    notes = notes_on_place(place, session.vault.folder, vault_bytes, around) if place else ()
    full = next((note for note in notes if note.kind == "full"), None)
    if full is not None:
        return SafetyLine(
            "room",
            "Disk space",
            CARE,
            "Backups need room",
            full.sentence,
            ("choose_place", "Choose a place"),
        )
    return SafetyLine("room", "Disk space", GOOD, "Enough", sentence, action)


def _clock(session: Session, at: datetime) -> SafetyLine:
    action = ("look", "Look again")
    newest = newest_instant(session.vault)
    if newest is None:
        sentence = f"This laptop says {moment(at)}."
        return SafetyLine("clock", "Clock", GOOD, "Looks right", sentence, action)
    last = newest.astimezone()
    if last - at > CLOCK_MAY_DIFFER:
        return SafetyLine(
            "clock",
            "Clock",
            BAD,
            "Behind",
            f"This laptop says {moment(at)}, but something was saved at {moment(last)}. Set the "
            "clock. Nothing is lost: records keep their order.",
            action,
        )
    if at - last > CLOCK_LEAPT:
        return SafetyLine(
            "clock",
            "Clock",
            CARE,
            "Far ahead",
            f"This laptop says {moment(at)}, and the last save was {moment(last)}. If that is "
            "wrong, set the clock.",
            action,
        )
    sentence = f"This laptop says {moment(at)}, after everything that was saved."
    return SafetyLine("clock", "Clock", GOOD, "Looks right", sentence, action)


def _encryption() -> SafetyLine:
    return SafetyLine(
        "encryption",
        "Encryption",
        GOOD,
        "On",
        f"Every page is encrypted and sealed: SQLCipher {cipher_version()} on SQLite "
        f"{engine_version()}.",
        ("about", "See all versions"),
    )


def _keys(session: Session, ways: WaysIn) -> SafetyLine:
    title, action = "Ways in", ("keys", "See keys and recovery")
    parts = [
        "Your passphrase opens it on this laptop only."
        if ways.bound
        else "Your passphrase opens a copy of it on any computer.",
        "The recovery code opens it anywhere." if ways.recovery else "There is no recovery code.",
    ]
    if ways.leads:
        who = "One team lead" if ways.leads == 1 else f"{ways.leads} team leads"
        parts.append(f"{who} can open it.")
    if not ways.recovery or not ways.code_on_paper:
        parts.append("Make a new recovery code and keep it on paper.")
        return SafetyLine("keys", title, BAD, "No code on paper", " ".join(parts), action)
    if earlier_backups(session):
        parts.append("Older backups still open with an earlier passphrase.")
        return SafetyLine("keys", title, CARE, "Old backups open", " ".join(parts), action)
    return SafetyLine("keys", title, GOOD, "In order", " ".join(parts), action)


def _lock(session: Session, settings: Settings) -> SafetyLine:
    last = last_access(session.vault, LOCKED)
    minutes = f"{settings.lock_after} minutes" if settings.lock_after != 1 else "1 minute"
    sentence = f"CaseDesk locks itself after {minutes} without you."
    if last is not None:
        sentence = f"{sentence} Last locked {moment(last.astimezone())}."
    return SafetyLine("lock", "Lock", GOOD, "On", sentence, ("lock", "Change the time"))


def _drafts(waiting: tuple[Draft, ...]) -> SafetyLine:
    if not waiting:
        sentence = "Everything you wrote is saved in a record."
        return SafetyLine(
            "drafts", "Drafts", GOOD, "None waiting", sentence, ("look", "Look again")
        )
    newest = waiting[0]
    count = "1 draft is" if len(waiting) == 1 else f"{len(waiting)} drafts are"
    return SafetyLine(
        "drafts",
        "Drafts",
        CARE,
        f"{len(waiting)} waiting",
        f"{count} kept on this laptop but not in a record yet. The newest is “{newest.title}”, "
        f"written {moment(newest.written_at.astimezone())}.",
        ("go", "Open the newest"),
        newest.page,
        dict(newest.args),
    )


def _vault_bytes(session: Session) -> int:
    try:
        return (session.vault.folder / DATABASE).stat().st_size
    except OSError:
        return 0
