"""What needs attention over a worker's families: from indexes and stored summaries alone.

Nothing is evaluated and nothing is ranked: groups by day, then day, then the family's name
(docs/criteria.md, Evaluation; users are never shown a score).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from casedesk.domain.consent import consent_state
from casedesk.domain.records import CaseFile, Consent, Family
from casedesk.domain.views.drafts import Draft
from casedesk.domain.views.today import GROUPS, LATER, OVERDUE, SOON, Attention, AttentionItem
from casedesk.services.attention_words import (
    action_item,
    alert_item,
    changed_item,
    consent_item,
    draft_item,
    question_item,
    review_item,
    safe_contact_item,
)
from casedesk.services.session import Session
from casedesk.storage.diary_queries import family_names
from casedesk.storage.drafts import drafts_kept
from casedesk.storage.reader import Reader
from casedesk.storage.today_queries import (
    CriterionRow,
    Days,
    DueRow,
    EndingConsent,
    Found,
    Scope,
    actions_due,
    alerts_to_review,
    consents_ending,
    consents_of,
    criteria_to_look_at,
    newest_checks,
    reviews_due,
    safe_contacts_to_review,
)

SOON_DAYS = 7
"""What is due within so many days is due soon."""
SHARES = {OVERDUE: 3, SOON: 2, LATER: 2}
"""How the places of a short list are shared, so that no group hides another."""
Placed = tuple[date, str, str, Callable[[], AttentionItem]]
"""The day, the name and the id that a thing is sorted by, and what says it."""


def needs_attention(session: Session, reading: Reader, scope: Scope, limit: int) -> Attention:
    """`limit` things to look at, the first of each group, and how many there are.

    Actions and reviews that are late or due within 7 days, alerts and safe-contact
    instructions to review, consents in their last 28 days, drafts that were kept, decided
    criteria whose records have changed since, and criteria that are not known.
    """
    counts: Counter[str] = Counter()
    groups: dict[str, list[Placed]] = {group: [] for group in GROUPS}
    for group, found, item in _due(session, reading, scope, limit):
        counts[group] += found.total
        groups[group] += [_placed(row, session.today, item) for row in found.rows]
    drafts = drafts_kept(reading)
    names = family_names(reading, {one.key.family for one in drafts})
    for draft in drafts:
        groups[LATER].append(_placed_draft(draft, names.get(draft.key.family, "")))
    ending = consents_ending(reading, scope, session.today)
    for consent in _still_ending(ending, session, reading):
        group = group_of(consent.record.expires_on, session.today)
        counts[group] += 1
        groups[group].append(_placed_consent(consent, group, session))
    packs = {name: pack.content_hash for name, pack in session.packs.packs.items()}
    changed, unknown, count = criteria_to_look_at(
        reading, scope, packs, session.programme, session.today, limit
    )
    counts[LATER] += len(drafts) + len(changed) + count
    room = shares(counts, limit)
    items: list[AttentionItem] = []
    for group, placed in groups.items():
        placed.sort(key=lambda one: one[:3])
        items += [one[3]() for one in placed[: room[group]]]
    left = sum(room.values()) - len(items)
    items += [changed_item(one, session) for one in changed[:left]]
    left = sum(room.values()) - len(items)
    items += _questions(session, reading, unknown[:left])
    return Attention(tuple(items), counts.total(), {group: counts[group] for group in GROUPS})


def shares(counts: Mapping[str, int], limit: int) -> dict[str, int]:
    """How many of each group are shown: its share of `limit`, and what others leave over."""
    room = {
        group: min(counts[group], limit * share // sum(SHARES.values()))
        for group, share in SHARES.items()
    }
    for group in SHARES:
        left = limit - sum(room.values())
        room[group] += min(left, counts[group] - room[group])
    return room


def group_of(on: date | None, today: date) -> str:
    """Overdue, due soon (within 7 days), or later (also what has no day)."""
    if on is None or on > today + timedelta(days=SOON_DAYS):
        return LATER
    return OVERDUE if on < today else SOON


def _due(
    session: Session, reading: Reader, scope: Scope, limit: int
) -> Iterator[tuple[str, Found, Callable[[DueRow, date], AttentionItem]]]:
    today = session.today
    groups = {
        OVERDUE: Days(None, today - timedelta(days=1)),
        SOON: Days(today, today + timedelta(days=SOON_DAYS)),
    }
    for group, days in groups.items():
        for find, item in _SOURCES:
            yield group, find(reading, scope, days, today, limit), item


_SOURCES = (
    (actions_due, action_item),
    (reviews_due, review_item),
    (alerts_to_review, alert_item),
    (safe_contacts_to_review, safe_contact_item),
)


def _placed(row: DueRow, today: date, item: Callable[[DueRow, date], AttentionItem]) -> Placed:
    return row.on, row.family.casefold(), row.record_id, partial(item, row, today)


def _placed_draft(draft: Draft, family: str) -> Placed:
    day = draft.written_at.astimezone().date()
    return day, family.casefold(), str(draft.key), partial(draft_item, draft, family)


def _placed_consent(one: EndingConsent, group: str, session: Session) -> Placed:
    ends = one.record.expires_on or date.max
    say = partial(consent_item, one, group, session)
    return ends, one.family.casefold(), one.record.id, say


def _still_ending(
    found: Sequence[EndingConsent], session: Session, reading: Reader
) -> Iterator[EndingConsent]:
    """Those that still decide something: one that newer ones cover in full says no more."""
    kept = consents_of(reading, {one.record.person_id for one in found})
    for one in found:
        others = kept.get(one.record.person_id, [])
        if len(others) == 1 or _decides(one.record, others, session.today):
            yield one


def _decides(consent: Consent, kept: Sequence[Consent], today: date) -> bool:
    case = CaseFile(Family(id=consent.family_id, ref="", name=""), consents=tuple(kept))
    return any(
        state.record is not None and state.record.id == consent.id
        for recipient in consent.recipients
        for category in consent.categories
        for purpose in consent.purposes
        for state in (consent_state(case, consent.person_id, recipient, category, purpose, today),)
    )


def _questions(
    session: Session, reading: Reader, rows: Sequence[CriterionRow]
) -> list[AttentionItem]:
    checks = newest_checks(reading, {one.family_id for one in rows}, session.today)
    return [question_item(one, session, checks.get((one.family_id, one.criterion))) for one in rows]
