"""The disk is full when a visit is finished: the words stay, nothing is half saved, then it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from journey import LEFT, Journey
from sqlalchemy import event

from casedesk.domain.records import CaseFile, PlannedVisit
from casedesk.ui.screens.visit.seen_toggle import SeenToggle
from casedesk.ui.screens.visit.trouble import TITLE, Trouble

REF = "CD-0412"
SEEN = "House warm and tidy. "
LINE = "Kerry to ring the GP by Friday"


@contextmanager
def _full_disk(journey: Journey) -> Iterator[None]:
    """SQLite's own limit: from now on there is no page left, until space is freed."""
    session = journey.window.session
    assert session is not None
    engine = session.vault.engine
    raw = engine.raw_connection()
    raw.cursor().execute("VACUUM")  # No room inside the file either.
    raw.close()

    def limit(connection: object, *_: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")

    def lift(connection: object, *_: object) -> None:
        connection.cursor().execute("PRAGMA max_page_count = 1000000")  # type: ignore[attr-defined]

    event.listen(engine, "checkout", limit)
    try:
        yield
    finally:
        event.remove(engine, "checkout", limit)
        event.listen(engine, "checkout", lift)


def _records(journey: Journey) -> tuple[CaseFile, list[PlannedVisit]]:
    session = journey.window.session
    assert session is not None
    with session.store.read() as reading:
        family = reading.family_by_ref(REF).id
        return reading.case_file(family), reading.records_of(PlannedVisit, family)


def test_a_full_disk_during_finish(
    start: Callable[[Path], Journey], own_vault: tuple[Path, str]
) -> None:
    journey = start(own_vault[0])
    journey.unlock(own_vault[1])
    before = _records(journey)
    journey.press("Start visit: Ashworth, 10:30")
    journey.qtbot.mouseClick(journey.part(SeenToggle, "Kerry"), LEFT)
    box = journey.field("What did you see and hear?")
    journey.type(box, SEEN)
    # As pasted from a letter.
    box.insertPlainText("They wrote to the landlord. " * 600)
    journey.type("Add an action", LINE)
    with _full_disk(journey):
        journey.press("Finish visit")
        trouble = journey.part(Trouble, TITLE)
        assert TITLE == "We could not save. Your words are still here."
        assert "The disk is full" in trouble.accessibleName()
        assert journey.workspace.page == "visit"
        assert box.toPlainText().startswith(SEEN)
        assert _records(journey) == before, "nothing is half saved"
    journey.press("Try again")
    journey.until(lambda: journey.workspace.page == "family")
    case, visits = _records(journey)
    contacts = {one.id: one for one in case.contacts}
    (new,) = contacts.keys() - {one.id for one in before[0].contacts}
    assert (contacts[new].text or "").startswith(SEEN)
    assert [one.title for one in case.actions if one not in before[0].actions] == ["Ring the GP"]
    assert new in {one.contact_id for one in visits}
