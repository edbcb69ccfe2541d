"""The page of reports: reviews that come up, and the sharing log over all families."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from casedesk.demo import caseload
from casedesk.domain.records import Person, Restriction, Review
from casedesk.domain.views.report_preview import ReportChoices
from casedesk.domain.views.reports_page import SharedLately
from casedesk.domain.views.today import EVERYBODY, MINE
from casedesk.services.demonstration import demonstration
from casedesk.services.exporting import export_workbook
from casedesk.services.report_preview import print_report, save_report
from casedesk.services.reports_page import (
    GONE,
    SEVERAL,
    reviews_to_report,
    shared_lately_page,
)
from casedesk.services.session import Session
from casedesk.storage.sharing_log import Disclosure

ASHWORTH, OKAFOR, BANCROFT = "CD-0412", "CD-0431", "CD-0365"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def few() -> Iterator[Session]:
    """A small caseload. What left in one test stays, so each looks only at its own entries."""
    with demonstration(caseload(families=13, today=TODAY), TODAY) as session:
        yield session


def _begin(session: Session, ref: str | None, recipient: str = "nhs", who: str = "") -> None:
    """An entry that is never ended, as a crash leaves it."""
    with session.store.unit_of_work(who or session.worker) as uow:
        family = uow.family_by_ref(ref).id if ref else None
        uow.begin_disclosure(
            Disclosure(
                family_id=family,
                recipient=recipient,
                purpose="support",
                items=(),
                how="printed",
                sha256="0" * 64,
                person="Kerry Ashworth",
            )
        )


def _words(line: SharedLately) -> str:
    return " ".join((line.family, line.recipient, line.purpose, line.how, line.by))


def test_what_left_is_told_newest_first_whoever_did_it(few: Session, tmp_path: Path) -> None:
    save_report(few, ASHWORTH, ReportChoices(recipient="schools"), tmp_path / "schools.pdf")
    _begin(few, BANCROFT, who="Beth Lindley")

    def jam(_: bytes) -> None:
        raise RuntimeError("the printer jammed")

    with pytest.raises(RuntimeError):
        print_report(few, ASHWORTH, ReportChoices(recipient="police"), jam)
    export_workbook(few, tmp_path / "everybody.xlsx")
    lines = shared_lately_page(few, limit=4).lines
    assert [(one.family, one.family_ref, one.recipient, one.state) for one in lines] == [
        (SEVERAL, None, "Own council", "done"),
        ("Ashworth", ASHWORTH, "Police", "failed"),
        ("Bancroft", BANCROFT, "NHS and health organisations", "pending"),
        ("Ashworth", ASHWORTH, "Schools", "done"),
    ]
    assert [(one.how, one.by) for one in lines] == [
        ("Saved", few.worker),
        ("Printed", few.worker),
        ("Printed", "Beth Lindley"),
        ("Saved", few.worker),
    ]
    assert lines[-1].purpose == "Working together to help the family"
    assert lines[0].at >= lines[-1].at


def test_a_scope_keeps_to_the_workers_own_families(few: Session) -> None:
    own, all_of_it = (shared_lately_page(few, scope).total for scope in (MINE, EVERYBODY))
    for ref in (ASHWORTH, BANCROFT, None):
        _begin(few, ref)
    mine = shared_lately_page(few, MINE)
    assert {one.family_ref for one in mine.lines} == {ASHWORTH}
    assert (mine.total, mine.scope, mine.can_choose) == (own + 1, MINE, True)
    assert shared_lately_page(few, EVERYBODY).total == all_of_it + 3
    manager = replace(few, worker="Somebody Else")
    page = shared_lately_page(manager, MINE)
    assert (page.total, page.scope, page.can_choose) == (all_of_it + 3, EVERYBODY, False)
    assert reviews_to_report(manager).total == 0


def test_pages_follow_one_another_and_count_everything(few: Session) -> None:
    for number in range(7):
        _begin(few, ASHWORTH, recipient=("nhs", "police")[number % 2])
    whole = shared_lately_page(few)
    pages = [shared_lately_page(few, offset=at, limit=3) for at in range(0, whole.total + 3, 3)]
    assert {page.total for page in pages} == {whole.total}
    assert pages[-1].lines == ()
    assert [line for page in pages for line in page.lines] == list(whole.lines)
    assert len(whole.lines) == len({line.id for line in whole.lines}) == whole.total


def test_nobody_in_a_family_is_named_and_reading_it_is_no_reading_of_a_file(
    few: Session,
) -> None:
    with few.store.unit_of_work(few.worker) as uow:
        family = uow.family_by_ref(ASHWORTH)
        case = uow.case_file(family.id)
        kerry = next(one for one in case.people if one.called == "Kerry")
        uow.add(
            Restriction(
                id=uow.new_id(),
                family_id=family.id,
                person_id=kerry.id,
                kind="restriction",
                from_on=TODAY - timedelta(days=9),
                reason="Accuracy contested",
            )
        )
    _begin(few, ASHWORTH, recipient="family")
    _begin(few, ASHWORTH, recipient="schools")
    with few.store.read() as reading:
        before = reading.heads()
        names = {
            name
            for file in reading.case_files(wanted=(Person,))
            for person in file.people
            for name in (person.given_name, person.known_as)
            if name
        }
    page = shared_lately_page(few)
    reviews = reviews_to_report(few, limit=50)
    said = [_words(one) for one in page.lines] + [one.spoken for one in reviews.lines]
    workers = {word for one in page.lines for word in one.by.split()}
    assert page.lines[1].recipient == "The family"
    assert not [(name, one) for name in names - workers for one in said if name in one.split()]
    with few.store.read() as reading:
        assert reading.heads() == before, "neither the journal nor the access log grew"


def test_what_was_about_a_family_whose_records_are_gone_stays(few: Session) -> None:
    with few.store.unit_of_work(few.worker) as uow:
        uow.begin_disclosure(
            Disclosure(
                family_id="0190-gone",
                recipient="police",
                organisation=None,
                purpose="support",
                items=(),
                how="saved",
                sha256="0" * 64,
            )
        )
    (line,) = shared_lately_page(few, limit=1).lines
    assert (line.family, line.family_ref) == (GONE, None)


def test_reviews_of_the_workers_own_families_late_ones_first(few: Session) -> None:
    reviews = reviews_to_report(few, limit=50)
    days = [one.on for one in reviews.lines]
    assert days == sorted(days)
    assert reviews.total == len(reviews.lines)
    assert [one.late for one in reviews.lines] == [day < TODAY for day in days]
    assert max(days) <= TODAY + timedelta(days=7)
    ashworth = next(one for one in reviews.lines if one.family_ref == ASHWORTH)
    assert ashworth.title == "Six-week review on 1 December"
    assert ashworth.label == "Review due in 7 days"
    first = reviews_to_report(few, limit=2)
    assert (first.lines, first.total) == (reviews.lines[:2], reviews.total)


def test_a_review_that_was_held_or_is_far_off_needs_no_report_yet(few: Session) -> None:
    with few.store.unit_of_work(few.worker) as uow:
        family = uow.family_by_ref(OKAFOR)
        for review in uow.records_of(Review, family.id):
            if review.held_on is None:
                uow.change(replace(review, due_on=TODAY + timedelta(days=8)))
        family = uow.family_by_ref(ASHWORTH)
        for review in uow.records_of(Review, family.id):
            if review.held_on is None:
                uow.change(replace(review, held_on=TODAY))
    refs = {one.family_ref for one in reviews_to_report(few, limit=50).lines}
    assert not refs & {OKAFOR, ASHWORTH}


def test_next_years_review_says_its_year(few: Session) -> None:
    with few.store.unit_of_work(few.worker) as uow:
        family = uow.family_by_ref(OKAFOR)
        review = uow.records_of(Review, family.id)[-1]
        uow.change(replace(review, held_on=None, due_on=date(2027, 1, 4)))
    new_year = replace(few, clock=replace(few.clock, fixed_today=date(2026, 12, 29)))
    found = reviews_to_report(new_year, limit=50).lines
    titles = [one.title for one in found if one.family_ref == OKAFOR]
    assert titles == ["Six-week review on 4 January 2027"]
