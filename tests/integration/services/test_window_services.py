"""What the window asks of the services before and after the unlock."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casedesk.domain.errors import FileProblem, InvalidRecord, VaultError, WrongPassphrase
from casedesk.services import backups, before_unlock, first_run, settings, unlocking
from casedesk.services.passphrases import strength, suggest_phrase
from casedesk.services.session import Session
from casedesk.services.settings import Settings
from casedesk.storage.kdf_cost import LEAST_COST

WORDS = "lantern-marble-otter-kettle-brisk"
DAY = date(2026, 11, 24)
JO = Settings(
    worker="  Jo Hebden ",
    role="lead",
    council="Millbridge Council",
    team="Calder Valley",
    programme="supporting-families-2022",
)


def _made(folder: Path) -> first_run.NewSession:
    return first_run.set_up(folder, JO, WORDS, today=DAY, cost=LEAST_COST)


def test_a_first_run_leaves_an_open_vault_with_its_settings(tmp_path: Path) -> None:
    made = _made(tmp_path / "vault")
    kept = settings.read_settings(made.session)
    assert kept == replace(JO, worker="Jo Hebden")
    assert (made.session.worker, made.session.programme) == ("Jo Hebden", JO.programme)
    assert first_run.must_type_code_back(made.session)
    assert made.recovery_code not in repr(made)
    unlocking.close_session(made.session)


def test_a_blank_name_or_an_unknown_programme_makes_no_vault(tmp_path: Path) -> None:
    for wrong in (replace(JO, worker="  "), replace(JO, programme="none")):
        with pytest.raises((VaultError, InvalidRecord)):
            first_run.set_up(tmp_path / "vault", wrong, WORDS, cost=LEAST_COST)
        assert not before_unlock.is_vault(tmp_path / "vault")


def test_only_the_right_code_counts_as_typed_back(tmp_path: Path) -> None:
    made = _made(tmp_path / "vault")
    with pytest.raises(WrongPassphrase):
        first_run.code_typed_back(made.session, made.recovery_code, "ABCD" * 9)
    assert first_run.must_type_code_back(made.session)
    first_run.code_typed_back(made.session, made.recovery_code, made.recovery_code.lower())
    assert not first_run.must_type_code_back(made.session)
    unlocking.close_session(made.session)


def test_a_new_code_opens_the_vault_and_the_old_one_does_not(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    made = _made(folder)
    new = first_run.new_recovery_code(made.session)
    unlocking.close_session(made.session)
    with pytest.raises(WrongPassphrase):
        unlocking.recover_for_window(folder, made.recovery_code, f"{WORDS}-two")
    session = unlocking.recover_for_window(folder, new, f"{WORDS}-two", today=DAY)
    assert unlocking.is_open(session)
    unlocking.close_session(session)
    assert not unlocking.is_open(session)
    unlocking.close_session(unlocking.open_for_window(folder, f"{WORDS}-two"))


def test_settings_are_saved_and_read_back(session: Session) -> None:
    now = settings.read_settings(session)
    assert (now.worker, now.lock_after, now.backup_folder) == ("Sam Okoro", 10, None)
    changed = replace(now, council="Millbridge Council", team="East", lock_after=5)
    settings.save_settings(session, changed)
    assert settings.read_settings(session) == changed


def test_a_backup_is_remembered_with_its_age(session: Session, tmp_path: Path) -> None:
    assert settings.backup_state(session).is_old
    place = tmp_path / "stick"
    with pytest.raises(FileProblem, match="is not there now"):
        backups.back_up(session, place)
    place.mkdir()
    state = backups.back_up(session, place)
    assert Path(state.file).parent == place
    assert settings.read_settings(session).backup_folder == place
    week_old = replace(state, days_old=7)
    assert week_old.is_old
    assert not replace(state, days_old=6).is_old


@pytest.mark.parametrize(
    ("passphrase", "enough", "bars"),
    [
        ("", False, 0),
        ("short", False, 1),
        ("passwordpassword", False, 2),
        ("Jo Hebden Jo Hebden", False, 2),
        (WORDS, True, 4),
    ],
)
def test_strength_is_what_the_vault_asks(passphrase: str, enough: bool, bars: int) -> None:
    judged = strength(passphrase, ("Jo Hebden",))
    assert (judged.enough, judged.bars) == (enough, bars)
    assert bool(judged.sentence) == bool(passphrase)


def test_suggested_words_are_strong_and_never_the_same() -> None:
    made = {suggest_phrase() for _ in range(20)}
    assert len(made) == 20
    assert all(strength(one).enough for one in made)
