"""One planned visit as a calendar file: the family's reference and the time, and no more.

A calendar on a phone or a council server is read by others. So the file holds no name, no
address and no purpose of the visit; it goes to the council's
own calendar and is logged like everything that leaves (docs/consent.md, Sharing log).
"""

from __future__ import annotations

from pathlib import Path

from casedesk.domain.records import Family, PlannedVisit
from casedesk.interchange.icalendar import Appointment, calendar_bytes
from casedesk.services.departure import OWN_COUNCIL, Departure, send_file
from casedesk.services.session import Session

PURPOSE = "own calendar"
ENDING = ".ics"


def save_calendar_file(session: Session, visit_id: str, target: Path) -> Path:
    """Write one visit to a calendar file; gives where it is.

    It stands in the access log and in the family's sharing log. Raises `NotFound`, and
    `FileProblem` when the place cannot be written.
    """
    if target.suffix.casefold() != ENDING:
        target = target.with_name(f"{target.name}{ENDING}")
    with session.store.unit_of_work(session.worker) as uow:
        visit = uow.get(PlannedVisit, visit_id)
        ref = uow.get(Family, visit.family_id).ref
        uow.log_access("exported a planned visit", visit.family_id, target.name)
    data = calendar_bytes(appointment_of(session, visit, ref))
    departure = Departure(
        family_id=visit.family_id,
        recipient=OWN_COUNCIL,
        purpose=PURPOSE,
        items=[{"id": visit.ref, "kind": "planned visit", "because": OWN_COUNCIL}],
    )
    send_file(session, departure, target, data)
    return target


def appointment_of(session: Session, visit: PlannedVisit, ref: str) -> Appointment:
    """What a calendar may hold of a visit; `ref` is the family's reference."""
    return Appointment(
        uid=f"{visit.id}@casedesk",
        summary=ref,
        on=visit.on,
        at_time=visit.at_time,
        minutes=visit.minutes,
        sequence=max(0, visit.version - 1),
        cancelled=visit.cancelled_on is not None,
        stamp=session.clock.now(),
    )


def file_name(ref: str, visit: PlannedVisit) -> str:
    """The name to suggest: the reference and the day."""
    return f"{ref} {visit.on.isoformat()}{ENDING}"
