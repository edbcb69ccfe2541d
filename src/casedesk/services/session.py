"""An open vault and everything a use case needs beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.programmes import summarise
from casedesk.domain.records import CaseFile
from casedesk.services.document_bytes import drop_removed_bytes
from casedesk.services.packs import FIRST_PROGRAMME, PackSet, pack_notices, packs_at_hand
from casedesk.services.settling import settle_pending
from casedesk.storage.open_vault import OpenVault
from casedesk.storage.ports import Keystore, Machine, Schema
from casedesk.storage.schema import case_file_schema
from casedesk.storage.store import CaseStore
from casedesk.storage.summaries import StoredSummary
from casedesk.storage.vault import unlock
from casedesk.storage.vault_folder import require_vault
from casedesk.system.clock import Clock
from casedesk.system.keystore import NoKeystore, OsKeystore
from casedesk.system.lockfile import hold
from casedesk.system.resources import shipped_catalogue

WORKER = "worker"
PROGRAMME = "programme"
COUNCIL = "council"
WITHHELD_SENTENCE = "withheld_sentence"
EVALUATION_ASKS_CONSENT = "evaluation_asks_consent"


@dataclass(frozen=True)
class Session:
    """One vault, open for one worker.

    `worker` is whose name stands in the journal; `programme` is the vault's own pack id;
    `notices` are sentences the worker should see about programme packs.
    """

    vault: OpenVault
    store: CaseStore
    catalogue: Catalogue
    packs: PackSet
    clock: Clock
    worker: str
    programme: str
    notices: tuple[str, ...] = ()

    @property
    def today(self) -> date:
        """Today's date, or the one that was fixed for a test or demonstration."""
        return self.clock.today()


def machine(*, use_keyring: bool = True) -> Machine:
    """The real machine: its keyring and its lock files."""
    keystore: Keystore = OsKeystore() if use_keyring else NoKeystore()
    return Machine(keystore=keystore, lock=hold)


def schema() -> Schema:
    """The tables of this version, as the vault asks for them."""
    return case_file_schema()


@contextmanager
def open_session(
    folder: Path,
    passphrase: Callable[[], str],
    *,
    today: date | None = None,
) -> Iterator[Session]:
    """The vault in `folder`, unlocked; closed at the end.

    `passphrase` is asked only when there is a vault to open. `today` fixes today's date.
    Raises `KnownError`s as `casedesk.storage.vault.unlock` does.
    """
    require_vault(folder)
    with unlock(folder, passphrase(), machine=machine(), schema=schema()) as vault:
        yield session_of(vault, today=today)


def session_of(
    vault: OpenVault, *, today: date | None = None, packs: PackSet | None = None
) -> Session:
    """A session on a vault that is open already; settles what a crash left pending."""
    clock = Clock(today)
    catalogue = shipped_catalogue()
    pack_set = packs or packs_at_hand()
    store = CaseStore(
        vault.engine,
        vault.device_id,
        summarise=partial(_summaries_of, pack_set, catalogue),
        today=clock.today,
    )
    with store.read() as reading:
        worker = reading.setting(WORKER, {})
        programme = reading.setting(PROGRAMME, FIRST_PROGRAMME)
        kept = [(one.pack_id, one.version, one.content_hash) for one in reading.pack_texts()]
    settle_pending(store)
    drop_removed_bytes(store, clock.now())
    return Session(
        vault=vault,
        store=store,
        catalogue=catalogue,
        packs=pack_set,
        clock=clock,
        worker=worker.get("name", "not known"),
        programme=programme,
        notices=pack_notices(pack_set, kept),
    )


def _summaries_of(
    packs: PackSet, catalogue: Catalogue, case: CaseFile, day: date
) -> Iterable[StoredSummary]:
    for pack in packs.packs.values():
        one = summarise(case, pack, day, catalogue)
        yield StoredSummary(
            pack_hash=pack.content_hash,
            states=one.states,
            met_now=one.met_now,
            met_in_programme=one.met_in_programme,
            eligible=one.eligible,
            stale_on=one.stale_on,
            changed=one.changed,
        )
