"""The consents of a family at hand during a visit: what ends, what is given, what to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from casedesk.domain.consent import (
    EXPIRED,
    GIVEN,
    NOT_ASKED,
    REFUSED,
    WITHDRAWN,
    ConsentState,
    consent_state,
)
from casedesk.domain.consent_matrix import WORDS
from casedesk.domain.consent_summary import EXPIRES_SOON
from casedesk.domain.dates import long_date
from casedesk.domain.people import Member, members_on
from casedesk.domain.records import CaseFile
from casedesk.domain.views.visit import ConsentAtHand
from casedesk.services.person_words import SHORT_RECIPIENTS, recipient_title
from casedesk.services.session import Session

PURPOSE = "support"
PARTNER = "partner"
RENEW, ASK = "Renew now", "Ask today"


def consents_at_hand(session: Session, case: CaseFile) -> tuple[ConsentAtHand, ...]:
    """Today's members and every partner, for support: first what ends within 28 days, one row
    for each person; then what has expired, what is given, what was refused or withdrawn, and
    what nobody was asked (docs/consent.md, Consent).
    """
    today, lists = session.today, session.catalogue
    members = members_on(case, today)
    ending: list[tuple[date, ConsentAtHand]] = []
    standing: dict[str, list[ConsentAtHand]] = {}
    for recipient in (one.id for one in lists.recipients.values() if one.role == PARTNER):
        title = SHORT_RECIPIENTS.get(recipient) or recipient_title(recipient, lists)
        states = [
            (member, state)
            for member in members
            for state in _states(session, case, member, recipient)
        ]
        ending += _ending(title, recipient, states)
        state, member_id = _of_family(states)
        row = ConsentAtHand(state, title, person_id=member_id, recipient=recipient)
        standing.setdefault(state, []).append(row)
    rows = [row for _, row in sorted(ending, key=lambda one: one[0])]
    # What ends soon for somebody is not said to be given as well.
    soon = {row.recipient for row in rows}
    standing[GIVEN] = [row for row in standing.get(GIVEN, ()) if row.recipient not in soon]
    return (*rows, *_standing(standing, members))


def _states(session: Session, case: CaseFile, member: Member, recipient: str) -> list[ConsentState]:
    return [
        consent_state(case, member.id, recipient, category, PURPOSE, session.today)
        for category in session.catalogue.categories
    ]


def _ending(
    title: str, recipient: str, states: Sequence[tuple[Member, ConsentState]]
) -> Iterator[tuple[date, ConsentAtHand]]:
    found: dict[str, tuple[date, Member]] = {}
    for member, state in states:
        last = state.record.expires_on if state.record is not None else None
        if state.expires_soon and last is not None:
            known = found.get(member.id)
            found[member.id] = (min(last, known[0]) if known else last, member)
    for last, member in found.values():
        words = f"{title} ends {long_date(last)}"
        row = ConsentAtHand(EXPIRES_SOON, words, member.called, RENEW, member.id, recipient)
        yield last, row


def _of_family(states: Sequence[tuple[Member, ConsentState]]) -> tuple[str, str]:
    """The best that anybody said, and the person with whom it stands."""
    for wanted in (GIVEN, EXPIRED, REFUSED, WITHDRAWN):
        for member, state in states:
            if state.standing == wanted:
                # What ends soon has its own row and is not given for long.
                return (EXPIRES_SOON if _only_soon(states) else wanted), member.id
    return NOT_ASKED, states[0][0].id if states else ""


def _only_soon(states: Sequence[tuple[Member, ConsentState]]) -> bool:
    given = [state for _, state in states if state.permits]
    return bool(given) and all(state.expires_soon for state in given)


def _standing(
    standing: dict[str, list[ConsentAtHand]], members: Sequence[Member]
) -> Iterator[ConsentAtHand]:
    names = {one.id: one.called for one in members}
    for row in standing.get(EXPIRED, ()):
        yield _row(row, f"{row.words}: expired", names.get(row.person_id, ""), RENEW)
    if given := standing.get(GIVEN):
        yield ConsentAtHand(GIVEN, ", ".join(row.words for row in given))
    for state in (REFUSED, WITHDRAWN):
        for row in standing.get(state, ()):
            by = f" by {names[row.person_id]}" if row.person_id in names else ""
            yield _row(row, f"{row.words}: {WORDS[state].lower()}{by}", "")
    if asked := standing.get(NOT_ASKED):
        titles = [row.words for row in asked]
        words = f"{titles[0]}: not asked" if len(titles) == 1 else f"Not asked: {listing(titles)}"
        yield _row(asked[0], words, "", ASK)


def listing(titles: Sequence[str]) -> str:
    """ "DWP, Probation", and of more than three the first two and how many more."""
    if len(titles) <= 3:
        return ", ".join(titles)
    return f"{', '.join(titles[:2])} and {len(titles) - 2} more"


def _row(row: ConsentAtHand, words: str, whose: str, offer: str = "") -> ConsentAtHand:
    return ConsentAtHand(row.state, words, whose, offer, row.person_id, row.recipient)
