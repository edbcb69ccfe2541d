"""Run by the kill tests in a process of its own: works until it is killed."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from kill_kit import FAMILY_REF, READY, a_contact, opened

from casedesk.services.importing import import_file


def save_contacts(folder: Path, *, acknowledge_first: bool) -> None:
    """Saves contact after contact; a broken build says so before it is true."""
    with opened(folder) as session:
        with session.store.read() as reading:
            family_id = reading.family_by_ref(FAMILY_REF).id
            saved = sum(len(case.contacts) for case in reading.case_files())
        print(READY, flush=True)
        for number in range(saved, saved + 100_000):
            ref = f"K-{number:05d}"
            with session.store.unit_of_work("Sam Okoro") as uow:
                uow.add(a_contact(ref, family_id))
                if acknowledge_first:
                    print(ref, flush=True)
            if not acknowledge_first:
                print(ref, flush=True)


def import_workbook(folder: Path, file: Path) -> None:
    """Imports one file and says so when it is done."""
    with opened(folder) as session:
        print(READY, flush=True)
        import_file(session, file)
        print("imported", flush=True)


if __name__ == "__main__":
    work, vault = sys.argv[1], Path(sys.argv[2])
    if work == "save":
        save_contacts(vault, acknowledge_first=False)
    elif work == "save-broken":
        save_contacts(vault, acknowledge_first=True)
    elif work == "import":
        import_workbook(vault, Path(sys.argv[3]))
