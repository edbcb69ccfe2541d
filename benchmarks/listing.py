"""The list of families as a keyworker uses it: opened, sorted, filtered, scrolled, typed into."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks.measuring import Row, median
from casedesk.domain.views.families_list import FILTERS, SORTS, FamilyListQuestion
from casedesk.services.family_list import filter_chips, find_families, near_names
from casedesk.services.session import Session

SECONDS = 0.100
TYPED = ("h", "holroyd", "07700 900", "zz4 2")
MISTYPED = "holroid"
PAGE = FamilyListQuestion().limit


def list_rows(session: Session, size: str) -> Iterator[Row]:
    """Opening the list, every sort, and the slowest of the filters, of the far ends and of
    what is typed."""
    total = find_families(session, FamilyListQuestion()).matching
    yield _row("open", size, _page(session))
    for sort in SORTS:
        if sort != "name":
            yield _row(f"sorted by {sort.replace('_', ' ')}", size, _page(session, sort=sort))
    last = max(0, total - PAGE)
    yield _row("scrolled to the end", size, _page(session, offset=last))
    filters = {name: _page(session, filters=frozenset({name})) for name in FILTERS}
    yield _slowest("filtered", size, filters)
    yield _slowest("typed into", size, {text: _page(session, text=text) for text in TYPED})
    yield _row("numbers on the filters", size, partial(filter_chips, session, frozenset()))
    yield _row("near names for a mistyped one", size, partial(near_names, session, MISTYPED))


def first_list(session: Session) -> None:
    """The first page of the list of families, and how many there are."""
    find_families(session, FamilyListQuestion())


def _page(session: Session, **question: object) -> Callable[[], object]:
    return partial(find_families, session, FamilyListQuestion(**question))  # type: ignore[arg-type]


def _row(what: str, size: str, work: Callable[[], object]) -> Row:
    work()
    return Row(f"list: {what}", size, median(work), budget_seconds=SECONDS)


def _slowest(what: str, size: str, works: Mapping[str, Callable[[], object]]) -> Row:
    rows = {name: _row(what, size, work) for name, work in works.items()}
    slowest = max(rows, key=lambda name: rows[name].ours)
    return Row(
        f"list: {what} (slowest: {slowest})",
        size,
        rows[slowest].ours,
        budget_seconds=SECONDS,
    )
