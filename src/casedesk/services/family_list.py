"""The list of families: found as one types, filtered, sorted and paged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz, process

from casedesk.domain.consent_summary import family_consents
from casedesk.domain.dates import short_date
from casedesk.domain.gate.restrictions import restriction_in_force
from casedesk.domain.people import members_of, members_on
from casedesk.domain.programmes import FamilyTimeline, Pack
from casedesk.domain.records import Address, CaseFile, Consent, Person, Restriction
from casedesk.domain.views.families_list import (
    CONSENT_ENDING,
    ELIGIBLE,
    FILTERS,
    MINE,
    MY_TEAM,
    OPEN,
    REVIEW_OVERDUE,
    SORTS,
    Chip,
    FamilyListPage,
    FamilyListQuestion,
    FamilyListRow,
    Span,
)
from casedesk.services.pips import eligible_words, pips_on
from casedesk.services.session import WORKER, Session
from casedesk.storage.case_files import FOR_CRITERIA
from casedesk.storage.family_page_queries import (
    CLOSED,
    FamiliesWanted,
    count_of_families,
    last_visits,
    names_to_compare,
    next_reviews,
    page_of_families,
    teams_of,
    words_to_find,
)
from casedesk.storage.reader import Reader
from casedesk.storage.search_marks import Marker
from casedesk.storage.search_text import fold

TEAM = "team"
SUPPORT = "support"
VISIT_LATE_DAYS = 28
"""An open family that was not visited for longer is pointed out."""
NEAR_ENOUGH = 70
"""How alike, from 0 to 100, a name must be to be offered for one that found nothing."""
_SHOWN = (*FOR_CRITERIA, Consent, Restriction)
_SEARCHED = (
    ("School", "school"), ("Phone", "phone"), ("Email", "email"), ("NHS number", "nhs_number"),
    ("UPN", "upn"), ("National Insurance number", "nino"), ("Child id", "la_child_id"),
)  # fmt: skip


def find_families(session: Session, question: FamilyListQuestion) -> FamilyListPage:
    """One page of the list. Pips and counts are as at today under the vault's programme.

    `matching` and `filtered` count whole families. Any text is safe; people under a
    restriction are not found by it. Raises `ValueError` for a sort or filter there is not.
    """
    if question.sort not in SORTS or not question.filters <= FILTERS.keys():
        raise ValueError(f"the list has no such sort or filter: {question}")
    pack = session.packs.get(session.programme)
    with session.store.read() as reading:
        words, more = words_to_find(reading, question.text)
        wanted = replace(_wanted(session, reading, question, pack), words=words)
        ids = page_of_families(reading, wanted)
        matching = count_of_families(reading, wanted)
        filtered = matching
        if wanted.words is not None:
            filtered = count_of_families(reading, replace(wanted, words=None))
        rows = _rows(session, reading, ids, pack, question.text)
    return FamilyListPage(
        rows=rows,
        matching=matching,
        filtered=filtered,
        headings=tuple((one.id, one.short) for one in pack.criteria),
        min_criteria=pack.min_criteria,
        titles={one.id: one.title for one in pack.criteria},
        more=more,
    )


def filter_chips(session: Session, chosen: frozenset[str]) -> tuple[Chip, ...]:
    """Every filter with how many families it leaves of those that the chosen chips before it
    leave; the text that is searched for plays no part."""
    pack = session.packs.get(session.programme)
    chips = []
    before: frozenset[str] = frozenset()
    with session.store.read() as reading:
        for name, title in FILTERS.items():
            question = FamilyListQuestion(filters=before | {name})
            count = count_of_families(reading, _wanted(session, reading, question, pack))
            chips.append(Chip(name, title, name in chosen, count))
            before |= chosen & {name}
    return tuple(chips)


def near_names(session: Session, text: str, limit: int = 3) -> tuple[str, ...]:
    """Names in the vault that look like what was typed, nearest first: for when nothing matches."""
    typed = fold(text).strip()
    if not typed:
        return ()
    with session.store.read() as reading:
        names = names_to_compare(reading, session.today)
    found = process.extract(
        typed, names, scorer=fuzz.ratio, processor=fold, score_cutoff=NEAR_ENOUGH, limit=limit
    )
    return tuple(name for name, _, _ in found)


def worker_teams(session: Session, reading: Reader) -> frozenset[str]:
    """The worker's own team, else the teams in which they are a keyworker now."""
    own = reading.setting(WORKER, {}).get(TEAM) or reading.setting(TEAM)
    return frozenset([own]) if own else teams_of(reading, session.worker)


def _wanted(
    session: Session, reading: Reader, question: FamilyListQuestion, pack: Pack
) -> FamiliesWanted:
    teams = worker_teams(session, reading) if MY_TEAM in question.filters else frozenset()
    return FamiliesWanted(
        pack_hash=pack.content_hash,
        today=session.today,
        # Somebody who is in no team yet has every family in theirs.
        teams=teams or None,
        keyworker=session.worker if MINE in question.filters else None,
        open_only=OPEN in question.filters,
        eligible=ELIGIBLE in question.filters,
        review_overdue=REVIEW_OVERDUE in question.filters,
        consent_ending=CONSENT_ENDING in question.filters,
        sort=question.sort,
        descending=question.descending,
        offset=question.offset,
        limit=question.limit,
    )


def _rows(
    session: Session, reading: Reader, ids: list[str], pack: Pack, text: str
) -> tuple[FamilyListRow, ...]:
    shown = (*_SHOWN, Address) if text.strip() else _SHOWN
    cases = {case.family.id: case for case in reading.case_files(ids, wanted=shown)}
    visits = last_visits(reading, ids, session.today)
    reviews = next_reviews(reading, ids)
    marker = Marker(text)
    return tuple(
        _row(session, cases[one], pack, marker, visits.get(one), reviews.get(one))
        for one in ids
        if one in cases
    )


def _row(
    session: Session,
    case: CaseFile,
    pack: Pack,
    marker: Marker,
    visit: date | None,
    review: date | None,
) -> FamilyListRow:
    today, family, current = session.today, case.family, case.current_involvement
    timeline = FamilyTimeline(case, pack, session.catalogue)
    in_programme = sum(timeline.met_in_programme(days, today) for days in timeline.criteria)
    eligible = timeline.is_eligible(in_programme, timeline.needs(today), today)
    of = len(pack.criteria)
    second, second_marks = _second_line(case, marker, today)
    is_open = family.status != CLOSED
    visit_late = is_open and visit is not None and (today - visit).days > VISIT_LATE_DAYS
    review_late = is_open and review is not None and review < today
    return FamilyListRow(
        id=family.id,
        ref=family.ref,
        name=family.name,
        name_marks=marker.spans(family.name),
        second=second,
        second_marks=second_marks,
        keyworker=current.keyworker if current is not None else None,
        status=family.status,
        status_words=(family.status or "no status").capitalize(),
        pips=pips_on(timeline, today),
        met_now=timeline.met_count(today),
        met_in_programme=in_programme,
        of=of,
        eligible=eligible,
        eligible_words=eligible_words(in_programme, of, eligible=eligible),
        last_visit=visit,
        visit_words=visit_words(visit, today, late=visit_late),
        visit_late=visit_late,
        next_review=review,
        review_words=review_words(review, today, late=review_late),
        review_late=review_late,
        consent=family_consents(case, SUPPORT, today),
        restricted=any(
            restriction_in_force(case, member.id, today) for member in members_on(case, today)
        ),
    )


def visit_words(visit: date | None, today: date, *, late: bool) -> str:
    """When a family was last visited, as a cell says it: a date, or how many weeks ago."""
    if visit is None:
        return "No visit yet"
    return f"{(today - visit).days // 7} weeks ago" if late else short_date(visit)


def review_words(review: date | None, today: date, *, late: bool) -> str:
    """When the next review is due, as a cell says it."""
    if review is None:
        return "None planned"
    days = (today - review).days
    return f"{days} day{'' if days == 1 else 's'} late" if late else short_date(review)


def _second_line(case: CaseFile, marker: Marker, today: date) -> tuple[str, tuple[Span, ...]]:
    """The reference, and where the words were found."""
    ref = case.family.ref
    if marker.finds_all(case.family.name):
        return f"{ref} · Family name", marker.spans(ref)
    if marker.finds_all(ref):
        return ref, marker.spans(ref)
    for label, text in _searched_texts(case, today):
        if marker.finds_all(text):
            before = f"{ref} · {label}: "
            spans = tuple((a + len(before), b + len(before)) for a, b in marker.spans(text))
            return before + text, spans
    return ref, marker.spans(ref)


def _searched_texts(case: CaseFile, today: date) -> Iterator[tuple[str, str]]:
    people = [
        member.person
        for member in members_of(case)
        if restriction_in_force(case, member.id, today) is None
    ]
    for person in people:
        yield "Person", _whole_name(person)
    for person in people:
        for label, field in _SEARCHED:
            if value := getattr(person, field):
                yield label, value
    for address in case.addresses:
        yield "Address", " ".join(f"{address.address} {address.postcode or ''}".split())


def _whole_name(person: Person) -> str:
    known = f" ({person.known_as})" if person.known_as else ""
    return f"{person.full_name}{known}"
