"""Passphrase, recovery code and every key: what opens the vault afterwards, and what is said."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from casedesk.domain.errors import VaultError, WrongPassphrase
from casedesk.services import backups, first_run, keys
from casedesk.services.safety import safety_lines
from casedesk.services.session import Session
from casedesk.services.settings import Settings
from casedesk.services.unlocking import (
    close_session,
    is_open,
    open_for_window,
    recover_for_window,
)
from casedesk.storage.kdf_cost import LEAST_COST

WORDS = "pewter gosling tramway hush-dogwood"
OTHER_WORDS = "marble otter 77 thistle barge"
JO = Settings(worker="Jo Hebden", role="keyworker")


@pytest.fixture
def made(tmp_path: Path) -> Iterator[first_run.NewSession]:
    new = first_run.set_up(tmp_path / "vault", JO, WORDS, cost=LEAST_COST)
    yield new
    if is_open(new.session):
        close_session(new.session)


@pytest.fixture
def session(made: first_run.NewSession) -> Session:
    return made.session


def test_the_passphrase_alone(session: Session) -> None:
    with pytest.raises(WrongPassphrase):
        keys.change_passphrase(session, OTHER_WORDS, "another one of 5 words", cost=LEAST_COST)
    keys.change_passphrase(session, WORDS, OTHER_WORDS, cost=LEAST_COST)
    folder = session.vault.folder
    close_session(session)
    with pytest.raises(WrongPassphrase):
        open_for_window(folder, WORDS)
    close_session(open_for_window(folder, OTHER_WORDS))


def test_a_new_code_is_in_force_only_when_typed_back(made: first_run.NewSession) -> None:
    session, folder = made.session, made.session.vault.folder
    assert not keys.ways_in(session).code_on_paper
    code = keys.prepare_code()
    with pytest.raises(WrongPassphrase):
        keys.put_code(session, code, made.recovery_code)
    keys.put_code(session, code, code.lower().replace("-", " "))
    assert keys.ways_in(session).code_on_paper
    close_session(session)
    with pytest.raises(WrongPassphrase):
        recover_for_window(folder, made.recovery_code, OTHER_WORDS)
    close_session(recover_for_window(folder, code, OTHER_WORDS))


def test_every_key_and_the_older_backups(session: Session, tmp_path: Path) -> None:
    place, folder = tmp_path / "stick", session.vault.folder
    place.mkdir()
    backups.back_up(session, place)
    code = keys.prepare_code()
    with pytest.raises(VaultError):
        keys.change_every_key(session, WORDS, "weak", code, cost=LEAST_COST)
    assert is_open(session)
    told: list[tuple[int, int]] = []
    sentence = keys.change_every_key(
        session,
        WORDS,
        OTHER_WORDS,
        code,
        cost=LEAST_COST,
        progress=lambda done, total: told.append((done, total)),
    )
    assert not is_open(session) and told[-1][0] == told[-1][1] > 0
    assert "still open with the old passphrase" in sentence
    with pytest.raises(WrongPassphrase):
        open_for_window(folder, WORDS)
    again = open_for_window(folder, OTHER_WORDS)
    assert keys.ways_in(again).code_on_paper
    (old,) = keys.earlier_backups(again)
    (line,) = [one for one in safety_lines(again) if one.id == "keys"]
    assert (line.tone, line.word) == ("warn", "Old backups open")
    backups.back_up(again, place)
    assert old.exists(), "an older key's backup goes by hand only"
    assert keys.earlier_backups(again) == (old,)
    assert backups.remove_backups(again, (old,)) == 1
    assert keys.earlier_backups(again) == ()
    assert [one.opens for one in backups.list_backups(again)] == [True]
    close_session(again)
