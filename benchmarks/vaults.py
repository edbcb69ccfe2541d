"""Vaults of invented families, made in bulk and opened without deriving a key.

They are opened with a team lead's key, which needs no derivation of the passphrase: what is
timed is everything else that unlocking does.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import text

from benchmarks.caseload import TODAY, families
from casedesk.services import vaults
from casedesk.services.importing import refresh_summaries
from casedesk.services.packs import FIRST_PROGRAMME, packs_at_hand
from casedesk.services.session import Session, schema, session_of
from casedesk.storage.identity import Identity, identity_from, make_identity
from casedesk.storage.kdf_cost import LEAST_COST
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Machine
from casedesk.storage.vault import unlock, unlock_as_lead
from casedesk.storage.vault_folder import DATABASE
from casedesk.storage.vault_keys import allow_lead
from casedesk.system.keystore import NoKeystore
from casedesk.system.lockfile import hold

PASSPHRASE = "copper lantern walks uphill slowly"
FAMILIES_AT_ONCE = 200
SUMMARISED = 5_000
LEAD_FILE = "lead.json"
DATA_KEY_FILE = "data-key.hex"
PACK = packs_at_hand().get(FIRST_PROGRAMME)


@dataclass(frozen=True, slots=True)
class Kept:
    """A vault on disk and what opens it; the key of an invented caseload is no secret."""

    folder: Path

    @property
    def database(self) -> Path:
        return self.folder / DATABASE

    @property
    def data_key(self) -> bytes:
        return bytes.fromhex(self._beside(DATA_KEY_FILE).read_text())

    @property
    def lead(self) -> Identity:
        return identity_from(json.loads(self._beside(LEAD_FILE).read_text()))

    def _beside(self, name: str) -> Path:
        return self.folder.with_name(f"{self.folder.name}-{name}")

    def open_vault(self) -> OpenVault:
        """The vault, opened as `casedesk` opens it but for the derivation of the key."""
        return unlock_as_lead(self.folder, self.lead, machine=_machine(), schema=schema())

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A session on the vault, closed at the end."""
        with self.open_vault() as vault:
            yield session_of(vault, today=TODAY)

    def keep(self, lead: Identity, data_key: bytes) -> None:
        """Writes down what opens it."""
        self._beside(LEAD_FILE).write_text(json.dumps(lead.as_settings()))
        self._beside(DATA_KEY_FILE).write_text(data_key.hex())


def vault_of(folder: Path, count: int) -> Kept:
    """The vault of `count` families in `folder`; made when it is not there yet.

    Everything goes through the unit of work, so the journal and the search are whole. The
    stored summaries of the first families are worked out; later ones have those of the
    family of the same number among the first.
    """
    kept = Kept(folder / f"vault-{count}")
    if kept.folder.exists():
        return kept
    with new_vault(kept.folder).session() as session:
        _fill(session, 0, min(count, SUMMARISED))
        refresh_summaries(session)
        if count > SUMMARISED:
            _fill(session, SUMMARISED, count)
            _copy_summaries(session)
    return kept


def new_vault(folder: Path) -> Kept:
    """An empty vault, and what opens it."""
    kept = Kept(folder)
    vaults.create(
        folder,
        name="Sam Okoro",
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=LEAST_COST,
    )
    lead = make_identity("Samira Patel", "lead")
    with unlock(folder, PASSPHRASE, machine=_machine(), schema=schema()) as vault:
        allow_lead(vault, lead.card(), make_identity("Sam Okoro", "keyworker"))
        kept.keep(lead, vault.data_key)
    return kept


def _machine() -> Machine:
    return Machine(keystore=NoKeystore(), lock=hold)


def _fill(session: Session, first: int, end: int) -> None:
    gc.freeze()
    for start in range(first, end, FAMILIES_AT_ONCE):
        count = min(FAMILIES_AT_ONCE, end - start)
        with session.store.unit_of_work(session.worker) as uow:
            uow.add_all(record for family in families(start, count) for record in family)
        if start // 1_000 != (start + count) // 1_000:
            print(f"  {start + count:,} families", end="\r", file=sys.stderr, flush=True)


def _copy_summaries(session: Session) -> None:
    with session.vault.engine.begin() as connection:
        connection.execute(
            text(
                "INSERT INTO summaries (family_id, pack_hash, as_at, states, met_now, "
                "met_in_programme, eligible, stale_on, changed) "
                "SELECT f.id, s.pack_hash, s.as_at, s.states, s.met_now, s.met_in_programme, "
                "s.eligible, s.stale_on, s.changed FROM families AS f "
                "JOIN families AS g ON g.ref = "
                "'CD-' || printf('%06d', CAST(substr(f.ref, 4) AS INTEGER) % :first) "
                "JOIN summaries AS s ON s.family_id = g.id WHERE f.id <> g.id"
            ),
            {"first": SUMMARISED},
        )
