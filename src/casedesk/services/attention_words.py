"""How each kind of thing that needs attention is said, and where its button leads."""

from __future__ import annotations

from datetime import date

from casedesk.domain.dates import add_months, long_date, next_day
from casedesk.domain.programmes import Pack
from casedesk.domain.programmes.pack import Criterion
from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.drafts import Draft
from casedesk.domain.views.today import LATER, OVERDUE, SOON, AttentionItem
from casedesk.services.person_words import recipient_heading
from casedesk.services.session import Session
from casedesk.storage.today_queries import CriterionRow, DueRow, EndingConsent

REVIEWS = {None: "Six-week review", "review": "Six-week review"}
"""Reviews of the plan come round every six weeks unless something else is agreed."""
MOST_NAMED = 2


def due_words(what: str, on: date, today: date) -> str:
    """ "Action overdue by 3 days", "Action due today", "Action due tomorrow"."""
    days = (on - today).days
    if days == 0:
        return f"{what} due today"
    if days == 1:
        return f"{what} due tomorrow"
    counted = f"{abs(days)} day{'' if abs(days) == 1 else 's'}"
    return f"{what} overdue by {counted}" if days < 0 else f"{what} due in {counted}"


def action_item(row: DueRow, today: date) -> AttentionItem:
    """An action of the plan."""
    return _due_item("action", row, today, "Action", row.what or "Action", "Open", tab="plan")


def review_item(row: DueRow, today: date) -> AttentionItem:
    """A review of the plan, or a meeting of the team around the family."""
    title = REVIEWS.get(row.what) or (row.what or "").capitalize()
    late = row.on < today
    return _due_item(
        "review", row, today, "Review", title, "Review" if late else "Open", tab="plan"
    )


def alert_item(row: DueRow, today: date) -> AttentionItem:
    """A warning about visits that was to be looked at again."""
    return _due_item(
        "alert", row, today, "Alert review", row.what or "Alert", "Review", tab="overview"
    )


def safe_contact_item(row: DueRow, today: date) -> AttentionItem:
    """How it is safe to reach somebody, which was to be looked at again. The words of the
    instruction stay in the family's record."""
    title = f"How to reach {row.who} safely" if row.who else "How it is safe to reach the family"
    return _due_item(
        "safe_contact", row, today, "Safe contact review", title, "Review", tab="people"
    )


def consent_item(one: EndingConsent, group: str, session: Session) -> AttentionItem:
    """A consent in its last 28 days."""
    consent, catalogue = one.record, session.catalogue
    ends = consent.expires_on or session.today
    days = (ends - session.today).days
    near = {0: "today", 1: "tomorrow"}
    label = f"Consent ends {near.get(days) or f'in {days} days'}"
    to = _few([recipient_heading(name, catalogue) for name in consent.recipients])
    about = _few(
        [
            _lower(catalogue.categories[name].title) if name in catalogue.categories else name
            for name in consent.categories
        ]
    )
    return AttentionItem(
        kind="consent",
        group=group,
        label=label,
        title=f"{one.called} to {to}: {about}",
        detail=f"{one.family} · ends {long_date(ends)}",
        family_ref=one.ref,
        do="Renew",
        page="family",
        args={
            "family": one.ref,
            "tab": "consent",
            "person": consent.person_id,
            "recipient": consent.recipients[0] if consent.recipients else "",
        },
        on=ends,
    )


def draft_item(draft: Draft, family: str) -> AttentionItem:
    """Words that are on disk and in no record yet."""
    written = draft.written_at.astimezone()
    when = f"written {long_date(written.date())}, {written:%H:%M}"
    return AttentionItem(
        kind="draft",
        group=LATER,
        label="Draft recovered",
        title=draft.title,
        detail=f"{family} · {when}" if family else when[:1].upper() + when[1:],
        family_ref=draft.key.family,
        do="Resume",
        page=draft.page,
        args=dict(draft.args),
        on=written.date(),
    )


def changed_item(row: CriterionRow, session: Session) -> AttentionItem:
    """A decided criterion whose records have changed (docs/criteria.md, Decisions)."""
    criterion = _criterion(row, session)
    return AttentionItem(
        kind="changed",
        group=LATER,
        label="Records changed since the decision",
        title=criterion.title if criterion is not None else row.criterion,
        detail=f"{row.family} · look at the decision again",
        family_ref=row.ref,
        do="Check",
        page="family",
        args={"family": row.ref, "tab": "criteria", "criterion": row.criterion},
    )


def question_item(row: CriterionRow, session: Session, checked: date | None) -> AttentionItem:
    """A criterion that is not known, with the question that would settle it.

    The question asks since when: the longest window of its indicators, or the newest check.
    """
    pack, criterion = _pack(row, session), _criterion(row, session)
    title = "Find out more"
    if criterion is not None:
        months = criterion.longest_months or pack.check_months
        since = max(next_day(add_months(session.today, -months)), checked or date.min)
        title = criterion.question.replace("{since}", long_date(since))
    short = criterion.short if criterion is not None else row.criterion
    return AttentionItem(
        kind="not_known",
        group=LATER,
        label=f"Not known: {short}",
        title=title,
        detail=row.family,
        family_ref=row.ref,
        do="Answer",
        page="family",
        args={"family": row.ref, "tab": "criteria", "criterion": row.criterion},
    )


def _pack(row: CriterionRow, session: Session) -> Pack:
    return session.packs.get(row.programme or session.programme)


def _criterion(row: CriterionRow, session: Session) -> Criterion | None:
    return _pack(row, session).criterion_by_id.get(row.criterion)


def _due_item(
    kind: str, row: DueRow, today: date, what: str, title: str, do: str, *, tab: str
) -> AttentionItem:
    late = row.on < today
    said = "was due" if late else "due"
    return AttentionItem(
        kind=kind,
        group=OVERDUE if late else SOON,
        label=due_words(what, row.on, today),
        title=title,
        detail=f"{row.family} · {said} {long_date(row.on)}",
        family_ref=row.ref,
        do=do,
        page="family",
        args={"family": row.ref, "tab": tab},
        on=row.on,
    )


def _lower(title: str) -> str:
    """A title within a sentence: "Health" reads "health", "DWP" stays."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def _few(names: list[str]) -> str:
    """All of two names; of more, the first and how many others."""
    if len(names) <= MOST_NAMED:
        return listed(names, "and")
    return f"{names[0]} and {len(names) - 1} others"
