"""Who works with a family, and how it is safe to reach each person in it."""

from __future__ import annotations

from dataclasses import dataclass

from casedesk.domain.records import Professional, SafeContact
from casedesk.domain.views.plan_page import PersonChoice


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfessionalLine:
    """Somebody who works with the family.

    `title` is the name, or the organisation where only that is known; `about` the role and
    organisation; `sharing` the kind of recipient ("Schools"). `who` are the first names of
    those worked with ("" = the whole family); `since` reads "since 3 May 2026". `now` is False
    for those who have ended.
    """

    record: Professional
    title: str
    about: str
    sharing: str
    who: str
    since: str
    lead: bool
    now: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContactLine:
    """How it is safe to reach one person; `record` None where nothing is agreed.

    `safe` are ways in words ("Phone"), `unsafe` the others. `agreed` reads "Agreed with Kerry
    on 3 May 2026"; `review` "Look at it again on 3 December 2026", `review_late` when that is
    over.
    """

    person_id: str
    name: str
    about: str
    record: SafeContact | None
    safe: tuple[str, ...]
    unsafe: tuple[str, ...]
    instruction: str
    agreed: str
    review: str
    review_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundPage:
    """Professionals, those of today first and the lead at the top, and safe contact.

    `people` and `recipients` (id, title) are what the forms offer.
    """

    ref: str
    professionals: tuple[ProfessionalLine, ...]
    safe_contacts: tuple[SafeContactLine, ...]
    people: tuple[PersonChoice, ...]
    recipients: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KnownProfessional:
    """Somebody typed in another family, to copy; `where` are references of those families."""

    name: str | None
    role: str | None
    organisation: str | None
    recipient: str | None
    phone: str | None
    email: str | None
    words: str
    where: tuple[str, ...]
