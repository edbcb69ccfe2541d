"""The real Secret Service: unlocked, locked, on another laptop, and none."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from secret_service import Session, bus_without_service, with_keyring, without_bus
from vault_kit import OTHER_PASSPHRASE, PASSPHRASE, key_fields

# Steps with the real keystore in a process of its own; says how each went.
STEPS = """
import json, sys
from pathlib import Path
from casedesk.domain.errors import KnownError
from casedesk.storage.vault import create_vault, recover, unlock
from casedesk.storage.vault_keys import change_passphrase
from casedesk.system.keystore import OsKeystore
from vault_kit import CHEAP, keep_identity, machine, read_notes, schema, write_notes

for line in sys.stdin:
    what, folder, *words = json.loads(line)
    ports = {"machine": machine(OsKeystore()), "schema": schema()}
    said = {}
    try:
        if what == "create":
            vault, said["code"] = create_vault(
                Path(folder), name="Rowan Ashby", role="keyworker", passphrase=words[0],
                cost=CHEAP, settle=keep_identity, **ports)
            write_notes(vault, "one")
        elif what == "recover":
            vault = recover(Path(folder), words[0], words[1], cost=CHEAP, **ports)
        else:
            vault = unlock(Path(folder), words[0], **ports)
        with vault:
            if what == "change":
                change_passphrase(vault, words[0], words[1], cost=CHEAP)
            said["notes"] = read_notes(vault)
    except KnownError as error:
        said["error"], said["sentence"] = type(error).__name__, str(error)
    print(json.dumps(said), flush=True)
"""

LOOK = """
import json
from casedesk.system.keystore import OsKeystore
keystore = OsKeystore()
print(json.dumps(keystore.available()))
"""

Step = Callable[..., dict[str, Any]]


@contextmanager
def steps(session: Session) -> Iterator[Step]:
    """What does one step in the session and gives what it said."""
    with session.start(STEPS) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answered = process.stdin, process.stdout

        def step(what: str, folder: Path, *words: str) -> dict[str, Any]:
            asked.write(json.dumps([what, str(folder), *words]) + "\n")
            asked.flush()
            said: dict[str, Any] = json.loads(answered.readline())
            return said

        yield step
        asked.close()


def bound(folder: Path) -> bool:
    slots = key_fields(folder)["slots"]
    assert isinstance(slots, list)
    return slots[0]["device"] is not None


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Session]:
    with with_keyring(tmp_path / "laptop") as session:
        yield session


def test_the_keyring_ties_the_vault_to_the_laptop(laptop: Session, tmp_path: Path) -> None:
    folder, copy = tmp_path / "vault", tmp_path / "copy"
    with steps(laptop) as here:
        code = here("create", folder, PASSPHRASE)["code"]
        assert bound(folder)
        assert here("unlock", folder, PASSPHRASE) == {"notes": ["one"]}
        assert here("unlock", folder, OTHER_PASSPHRASE)["error"] == "WrongPassphrase"
        shutil.copytree(folder, copy)
        with with_keyring(tmp_path / "another") as another, steps(another) as there:
            tied = there("unlock", copy, PASSPHRASE)
            assert tied["error"] == "TiedToLaptop"
            assert tied["sentence"].startswith(
                "This vault is tied to the laptop it was made on; use the recovery code"
            )
            assert there("recover", copy, code, OTHER_PASSPHRASE) == {"notes": ["one"]}
            assert bound(copy)
            assert there("unlock", copy, OTHER_PASSPHRASE) == {"notes": ["one"]}
        assert here("unlock", copy, OTHER_PASSPHRASE)["error"] == "TiedToLaptop"
        assert here("change", folder, PASSPHRASE, OTHER_PASSPHRASE) == {"notes": ["one"]}
        assert here("unlock", folder, OTHER_PASSPHRASE) == {"notes": ["one"]}


def test_a_locked_keyring_is_said_to_be_locked(laptop: Session, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    with steps(laptop) as step:
        code = step("create", folder, PASSPHRASE)["code"]
        laptop.lock()
        refused = step("unlock", folder, PASSPHRASE)
        assert refused["error"] == "VaultError"
        assert "is locked: unlock it" in refused["sentence"]
        assert step("unlock", folder, OTHER_PASSPHRASE)["error"] == "WrongPassphrase"
        created = step("create", tmp_path / "new", PASSPHRASE)
        assert created["error"] == "KeyringRefused"
        assert "keyring is locked" in created["sentence"]
        assert not (tmp_path / "new").exists()
        # The code is the way in that never needs the keyring; the vault is then not tied.
        assert step("recover", folder, code, OTHER_PASSPHRASE) == {"notes": ["one"]}
        assert not bound(folder)
        assert step("unlock", folder, OTHER_PASSPHRASE) == {"notes": ["one"]}


@pytest.mark.parametrize("kind", ["no bus", "no service"])
def test_without_a_keyring_the_passphrase_works_alone(tmp_path: Path, kind: str) -> None:
    if kind == "no bus":
        _works_alone(without_bus(tmp_path / "bare"), tmp_path)
    else:
        with bus_without_service(tmp_path / "bare") as bare:
            _works_alone(bare, tmp_path)


def _works_alone(bare: Session, tmp_path: Path) -> None:
    assert json.loads(bare.run(LOOK)) is False
    alone, tied = tmp_path / "alone", tmp_path / "tied"
    with steps(bare) as step:
        step("create", alone, PASSPHRASE)
        assert not bound(alone)
        assert step("unlock", alone, PASSPHRASE) == {"notes": ["one"]}
        with with_keyring(tmp_path / "laptop") as laptop, steps(laptop) as here:
            assert here("unlock", alone, PASSPHRASE) == {"notes": ["one"]}
            code = here("create", tied, PASSPHRASE)["code"]
            assert bound(tied)
        assert step("unlock", tied, PASSPHRASE)["error"] == "TiedToLaptop"
        assert step("recover", tied, code, OTHER_PASSPHRASE) == {"notes": ["one"]}


def test_a_configured_plain_text_back_end_is_never_used(tmp_path: Path) -> None:
    bare = without_bus(tmp_path / "bare")
    config = tmp_path / "bare" / "home" / "config" / "python_keyring"
    config.mkdir(parents=True)
    (config / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=plain_back_end.PlainKeyring\nkeyring-path={config}\n"
    )
    (config / "plain_back_end.py").write_text(PLAIN)
    assert (
        bare.run("import keyring; print(keyring.get_keyring().name)")
        .strip()
        .startswith("plain back end")
    )
    assert json.loads(bare.run(LOOK)) is False
    with steps(bare) as step:
        step("create", tmp_path / "vault", PASSPHRASE)
    assert not bound(tmp_path / "vault")
    assert not (tmp_path / "bare" / "home" / "in-clear").exists()


PLAIN = """
import os
from pathlib import Path
from keyring.backend import KeyringBackend

class PlainKeyring(KeyringBackend):
    priority = 9

    def set_password(self, service, username, password):
        (Path(os.environ["HOME"]) / "in-clear").write_text(password)

    def get_password(self, service, username):
        path = Path(os.environ["HOME"]) / "in-clear"
        return path.read_text() if path.exists() else None
"""

KEEP = """
from casedesk.system.keystore import OsKeystore
keystore = OsKeystore()
assert keystore.get("a/1") is None
keystore.delete("a/1")
keystore.set("a/1", bytes(range(32)))
keystore.set("a/2", b"other")
keystore.set("a/1", bytes(32))
assert OsKeystore().get("a/1") == bytes(32)
keystore.delete("a/1")
assert keystore.get("a/1") is None
assert keystore.get("a/2") == b"other"
"""

NOT_OURS = """
from casedesk.system.keystore import SERVICE, OsKeystore
from keyring.backends.SecretService import Keyring
Keyring().set_password(SERVICE, "a/1", "not base 64 \u00e9")
assert OsKeystore().get("a/1") is None
"""


def test_secrets_are_kept_replaced_and_forgotten(laptop: Session) -> None:
    laptop.run(KEEP)
    laptop.run(NOT_OURS)
