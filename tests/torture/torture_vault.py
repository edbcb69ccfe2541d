"""Vaults for the harnesses: made once, copied for each round, opened at a low cost."""

from __future__ import annotations

import shutil
from contextlib import AbstractContextManager
from datetime import date, time
from pathlib import Path

from casedesk.domain.records import Action, Contact, Family, PlannedVisit
from casedesk.domain.views.new_family import NewFamily, NewPerson
from casedesk.services import vaults
from casedesk.services.consents import ConsentEntry, record_consent
from casedesk.services.new_family import create_family, look_for_same
from casedesk.services.notes import NoteEntry, add_note
from casedesk.services.people_page import people_page
from casedesk.services.session import Session, open_session
from casedesk.storage.ids import new_id
from casedesk.storage.kdf_cost import Cost
from casedesk.storage.unit_of_work import UnitOfWork
from casedesk.storage.verify import verify_chain

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "wonky kettle orbit sandal 41"
OTHER_PASSPHRASE = "marble otter 77 thistle barge"
WORKER = "Sam Okoro"
FAMILY_REF = "CD-0001"
SHARED_REF = "CD-0002"
WORDS = "talked about mornings and the walk to school, and about the new lock on the door. "


def new_vault(folder: Path) -> str:
    """A vault with one family in it; gives its recovery code."""
    made = vaults.create(
        folder,
        name=WORKER,
        role="keyworker",
        passphrase=PASSPHRASE,
        use_keyring=False,
        cost=CHEAP,
    )
    with opened(folder) as session, session.store.unit_of_work(WORKER) as uow:
        uow.add(Family(id=uow.new_id(), ref=FAMILY_REF, name="Fenwick"))
    return made.recovery_code


def add_shared_family(session: Session) -> None:
    """A family with a note that a report for schools may hold."""
    entry = NewFamily(
        name="Haddad", ref=SHARED_REF, people=(NewPerson(given_name="Nadia", family_name="Haddad"),)
    )
    create_family(session, entry, look_for_same(session, entry))
    (nadia,) = (card.person.id for card in people_page(session, SHARED_REF).people)
    consent = ConsentEntry(
        person_id=nadia, recipients=("schools",), categories=("education",),
        purposes=("support",), decision="given", decided_on=date(2026, 9, 1), method="written",
    )  # fmt: skip
    record_consent(session, SHARED_REF, consent)
    note = NoteEntry(
        text="At school every day.", on=date(2026, 11, 10), people=(nadia,),
        categories=("education",),
    )  # fmt: skip
    add_note(session, SHARED_REF, note)


def copied(template: Path, folder: Path) -> Path:
    """A copy of a closed vault, in place of what was there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder


def opened(folder: Path, passphrase: str = PASSPHRASE) -> AbstractContextManager[Session]:
    """The vault, opened as the program opens it."""
    return open_session(folder, lambda: passphrase)


def family_id(session: Session) -> str:
    """The id of the one family."""
    with session.store.read() as reading:
        return reading.family_by_ref(FAMILY_REF).id


def save_visit(uow: UnitOfWork, family: str, number: int) -> None:
    """A visit as Finish saves it: a contact, an action and the next visit, in one unit."""
    day = date(2026, 11, 20)
    contact = Contact(
        id=new_id(),
        family_id=family,
        ref=f"K-{number:05d}",
        on=day,
        text=f"Visit {number}: {WORDS * 6}",
    )
    uow.add(contact)
    uow.add(Action(id=new_id(), family_id=family, ref=f"KA-{number:05d}", title=f"Step {number}"))
    uow.add(
        PlannedVisit(
            id=new_id(),
            family_id=family,
            ref=f"KP-{number:05d}",
            on=day,
            at_time=time(10, 30),
            kind="home visit",
        )
    )


def numbers_saved(session: Session) -> set[int]:
    """The visits in the vault, after checking that each is whole and the log verifies.

    Raises `AssertionError` for a visit that is half there.
    """
    family = family_id(session)
    with session.store.read() as reading:
        case = reading.case_file(family)
        planned = reading.records_of(PlannedVisit, family)
    contacts = _numbers("K-", [one.ref for one in case.contacts])
    assert contacts == _numbers("KA-", [one.ref for one in case.actions]), "an action is missing"
    assert contacts == _numbers("KP-", [one.ref for one in planned]), "a next visit is missing"
    for one in case.contacts:
        if one.ref.startswith("K-"):
            assert one.text == f"Visit {int(one.ref[2:])}: {WORDS * 6}", "words are missing"
    with session.vault.engine.connect() as connection:
        problems = verify_chain(connection)
    assert problems == [], problems
    return contacts


def _numbers(prefix: str, refs: list[str]) -> set[int]:
    return {int(ref.removeprefix(prefix)) for ref in refs if ref.startswith(prefix)}
