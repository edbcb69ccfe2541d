"""The sharing log of a family: what left, to whom, on what basis (docs/consent.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import PurePath
from typing import Any

from casedesk.domain.catalogue import Catalogue
from casedesk.domain.records import CaseFile, Person
from casedesk.domain.views.sharing_log_page import SharedLine
from casedesk.services.person_words import recipient_title
from casedesk.services.session import Session
from casedesk.storage.sharing_log import LoggedDisclosure

ITEM_WORDS: Mapping[str, tuple[str, str]] = {
    "fact": ("fact", "facts"),
    "contact": ("visit or note", "visits and notes"),
    "goal": ("goal", "goals"),
    "action": ("action", "actions"),
    "person": ("person’s name", "people’s names"),
    "address": ("address", "addresses"),
    "assessment": ("assessment", "assessments"),
    "decision": ("decision", "decisions"),
    "judgement": ("judgement", "judgements"),
    "review": ("review", "reviews"),
    "document": ("document", "documents"),
    "planned visit": ("planned visit", "planned visits"),
}
"""What the kinds of items are called: one, and several."""

_BASES = {
    "consent": "Consent",
    "decision": "Sharing decision",
    "public": "Public task",
    "reader": "The reader’s own",
}


def sharing_log_of(
    session: Session, ref: str, *, limit: int | None = None
) -> tuple[SharedLine, ...]:
    """What left about one family, newest first; failed and pending entries too.

    Raises `NotFound`.
    """
    with session.store.read() as reading:
        family = reading.family_by_ref(ref)
        entries = reading.disclosures(family.id)
        (case,) = reading.case_files([family.id], wanted=(Person,))
    newest = entries[::-1] if limit is None else entries[::-1][:limit]
    return tuple(_line(session, case, one) for one in newest)


def items_in_words(kinds: Iterable[str]) -> str:
    """ "3 facts, 2 visits and notes"."""
    counts = Counter(kinds)
    return ", ".join(
        f"{counts[kind]} {words[0] if counts[kind] == 1 else words[1]}"
        for kind, words in ITEM_WORDS.items()
        if counts[kind]
    )


def bases_in_words(bases: Iterable[str]) -> tuple[str, ...]:
    """The kinds of bases among "consent C-3; decision S-1", each once, in words."""
    parts = (part.strip() for basis in bases for part in basis.split(";") if part.strip())
    return tuple(
        dict.fromkeys(_BASES.get(part.split()[0], part[:1].upper() + part[1:]) for part in parts)
    )


def recipient_in_log(catalogue: Catalogue, recipient: str, organisation: str | None) -> str:
    """Who an entry went to: the organisation, else the title of the recipient."""
    if recipient not in catalogue.recipients:
        return recipient.capitalize()
    narrowed = recipient if organisation is None else f"{recipient}/{organisation}"
    return recipient_title(narrowed, catalogue)


def _line(session: Session, case: CaseFile, entry: LoggedDisclosure) -> SharedLine:
    purposes = session.catalogue.purposes
    return SharedLine(
        id=entry.id,
        at=datetime.fromtimestamp(entry.at / 1_000_000, UTC),
        state=entry.state,
        recipient=recipient_in_log(session.catalogue, entry.recipient, entry.organisation),
        named_person=entry.person,
        purpose=purposes[entry.purpose].title if entry.purpose in purposes else entry.purpose,
        about=_about(case, entry.items),
        what=items_in_words(str(item.get("kind", "")) for item in entry.items),
        basis=", ".join(bases_in_words(str(item.get("because", "")) for item in entry.items)),
        how=entry.how,
        by=entry.who,
        sha256=entry.sha256,
        file_name=PurePath(entry.target_name).name if entry.target_name else None,
        items=tuple(
            (str(item.get("id", "")), str(item.get("kind", "")), str(item.get("because", "")))
            for item in entry.items
        ),
    )


def _about(case: CaseFile, items: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    called = {one.ref: case.person_by_id[one.person_id].called for one in case.memberships}
    refs = dict.fromkeys(ref for item in items for ref in item.get("people", ()))
    return tuple(called.get(ref, ref) for ref in refs)
