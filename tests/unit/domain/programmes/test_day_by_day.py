"""Made-up families: what is computed for all days at once against asking each day.

The definitions here are written as the rules read, with no spans and no shortcuts.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from casedesk.domain.dates import add_months, in_last_months
from casedesk.domain.programmes import FamilyTimeline, Indicator, summarise
from casedesk.domain.programmes.employment import first_day_of_enough_work
from casedesk.domain.programmes.evidence import Evidence, Owner
from casedesk.domain.programmes.tests import days_met, facts_met
from casedesk.domain.records import Fact

from .casework import CATALOGUE, Household, pack, small_pack

FIRST = date(2025, 12, 1)
SPAN = 420
OFFSETS = st.integers(0, SPAN)
LENGTHS = st.one_of(st.none(), st.integers(0, 200))


def at(offset: int) -> str:
    return (FIRST + timedelta(days=offset)).isoformat()


def indicator(keys: str) -> Indicator:
    return small_pack(keys).criteria[0].indicators[0]


COUNT = indicator('who = "any"\ntest = "count"\nfacts = ["offence"]\nat_least = 2\nmonths = 3')
RECENT = indicator('who = "any"\ntest = "recent"\nfacts = ["domestic-abuse-victim"]\nmonths = 3')
RELEASE = indicator('who = "any"\ntest = "release-due"\nmonths = 3')
DAYS = indicator('who = "any"\ntest = "days"\nfacts = ["exclusion-fixed"]\nat_least = 3\nterms = 2')
BELOW = indicator('who = "any"\ntest = "attendance-below"\npercent = 90\nterms = 2')


def met_by_days(one: Indicator, house: Household) -> set[date]:
    """The days within the span that the rules say are met."""
    owner = Evidence(house.case(), CATALOGUE).members[0]
    low, high = FIRST.toordinal(), FIRST.toordinal() + 2 * SPAN
    return {
        date.fromordinal(number)
        for first, last in days_met(one, owner, "test")
        for number in range(max(first, low), min(last, high) + 1)
    }


def every_day() -> list[date]:
    return [FIRST + timedelta(days=offset) for offset in range(2 * SPAN + 1)]


def merged_terms(facts: list[Fact], on: date) -> list[list[Fact]]:
    """The terms ended by a day, newest first, by joining overlapping measures one by one."""
    groups: list[list[Fact]] = []
    for fact in facts:
        if fact.to_on is None or fact.from_on is None or fact.to_on > on:
            continue
        touching = [
            group
            for group in groups
            if any(
                one.from_on is not None
                and one.to_on is not None
                and one.from_on <= fact.to_on
                and fact.from_on <= one.to_on
                for one in group
            )
        ]
        groups = [group for group in groups if group not in touching]
        groups.append([fact, *(one for group in touching for one in group)])
    return sorted(groups, key=_last_of, reverse=True)


def _last_of(group: list[Fact]) -> date:
    return max(one.to_on for one in group if one.to_on is not None)


def answering(facts: list[Fact], terms: int, on: date) -> list[list[Fact]]:
    groups = merged_terms(facts, on)
    if len(groups) < terms or not in_last_months(_last_of(groups[0]), 6, on):
        return []
    return groups[:terms]


@settings(deadline=None)
@given(st.lists(OFFSETS, max_size=6))
def test_count(offsets: list[int]) -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    events = [house.event("offence", at(offset), tyler).on for offset in offsets]
    expected = {
        on
        for on in every_day()
        if sum(1 for event in events if event is not None and in_last_months(event, 3, on)) >= 2
    }
    assert met_by_days(COUNT, house) == expected


@settings(deadline=None)
@given(st.lists(st.tuples(OFFSETS, LENGTHS), max_size=3))
def test_recent(spells: list[tuple[int, int | None]]) -> None:
    house = Household()
    kerry = house.person("Kerry", "1985-01-01", "parent")
    for first, length in spells:
        last = None if length is None else at(first + length)
        house.spell("domestic-abuse-victim", at(first), last, kerry)
    expected = {
        on
        for on in every_day()
        if any(
            fact.from_on is not None
            and fact.from_on <= on
            and (fact.to_on is None or fact.to_on >= add_months(on, -3) + timedelta(days=1))
            for fact in house.facts
        )
    }
    assert met_by_days(RECENT, house) == expected


@settings(deadline=None)
@given(OFFSETS, LENGTHS, st.integers(0, 2 * SPAN))
def test_release_due(first: int, length: int | None, release: int) -> None:
    house = Household()
    lee = house.person("Lee", "1985-01-01", "parent")
    last = None if length is None else at(first + length)
    spell = house.spell("custody", at(first), last, lee, release=at(release))
    expected = {
        on
        for on in every_day()
        if spell.from_on is not None
        and spell.release_due is not None
        and spell.from_on <= on
        and (spell.to_on is None or on <= spell.to_on)
        and on < spell.release_due <= add_months(on, 3)
    }
    assert met_by_days(RELEASE, house) == expected


TERMS = st.lists(st.tuples(OFFSETS, st.integers(0, 90), st.integers(70, 100)), max_size=5)


@settings(deadline=None)
@given(TERMS)
def test_attendance(terms: list[tuple[int, int, int]]) -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    for first, length, attended in terms:
        house.term(tyler, at(first), at(first + length), attended)
    expected = set()
    for on in every_day():
        used = [fact for group in answering(house.facts, 2, on) for fact in group]
        attended = sum(fact.attended or 0 for fact in used)
        if used and Fraction(100 * attended, sum(fact.possible or 0 for fact in used)) < 90:
            expected.add(on)
    assert met_by_days(BELOW, house) == expected


@settings(deadline=None)
@given(TERMS, st.lists(st.tuples(OFFSETS, st.integers(1, 5)), max_size=5))
def test_days_over_terms(
    terms: list[tuple[int, int, int]], exclusions: list[tuple[int, int]]
) -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    for first, length, attended in terms:
        house.term(tyler, at(first), at(first + length), attended)
    measures = list(house.facts)
    excluded = [
        house.excluded(at(offset), tyler, str(Decimal(halves) / 2)) for offset, halves in exclusions
    ]
    owner = Evidence(house.case(), CATALOGUE).members[0]
    met = met_by_days(DAYS, house)
    expected = set()
    for on in every_day():
        used = [fact for group in answering(measures, 2, on) for fact in group]
        opens = (
            min(fact.from_on for fact in used if fact.from_on is not None)
            if used
            else add_months(on, -12) + timedelta(days=1)
        )
        inside = [fact for fact in excluded if fact.on is not None and opens <= fact.on <= on]
        if sum((fact.days or Decimal(0) for fact in inside), Decimal(0)) >= 3:
            expected.add(on)
            assert _ids(facts_met(DAYS, owner, "test", on)) == _ids(inside)
    assert met == expected


def _ids(facts: list[Fact]) -> set[str]:
    return {fact.id for fact in facts}


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 120), st.one_of(st.none(), st.integers(0, 60))), max_size=4),
    st.integers(1, 40),
    st.integers(0, 20),
    st.integers(0, 120),
)
def test_first_day_of_enough_work(
    spells: list[tuple[int, int | None]], need: int, spare: int, start: int
) -> None:
    day, of = FIRST + timedelta(days=start), need + spare
    until = day + timedelta(days=300)
    work = [
        (
            FIRST + timedelta(days=first),
            None if length is None else FIRST + timedelta(first + length),
        )
        for first, length in spells
    ]

    def worked(on: date) -> bool:
        return any(first <= on and (last is None or on <= last) for first, last in work)

    expected = None
    for ahead in range(301):
        on = day + timedelta(days=ahead)
        if sum(worked(on - timedelta(days=back)) for back in range(of)) >= need:
            expected = on
            break
    assert first_day_of_enough_work(work, need, of, day, until) == expected


KINDS = ("offence", "mental-health", "neet", "attendance", "nothing-found", "nomination",
         "custody", "exclusion-fixed", "domestic-callout")  # fmt: skip
FACTS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 2), OFFSETS, st.integers(0, 150)), max_size=8
)


def invented(facts: list[tuple[str, int, int, int]], started: int, left: int) -> Household:
    house = Household(at(started), programme="troubled-families-2015")
    owners = [
        house.person("Tyler", at(100).replace("2026", "2010"), left=at(left)),
        house.person("Kerry", None, "parent"),
        None,
    ]
    for kind, owner, first, length in facts:
        who = owners[owner]
        shape = CATALOGUE.facts[kind].shape
        if kind == "attendance":
            house.term("person-tyler", at(first), at(first + length), 80)
        elif kind in ("nothing-found", "nomination"):
            house.event(kind, at(first), who, criterion="crime")
        elif kind == "exclusion-fixed":
            house.excluded(at(first), who, "4.5")
        elif shape == "event":
            house.event(kind, at(first), who)
        else:
            release = at(first + 200) if kind == "custody" else None
            house.spell(kind, at(first), at(first + length), who or "person-kerry", release)
    return house


@settings(deadline=None, max_examples=60)
@given(FACTS, OFFSETS, OFFSETS, OFFSETS)
def test_nothing_differs_before_a_summary_goes_stale(
    facts: list[tuple[str, int, int, int]], started: int, left: int, on: int
) -> None:
    case = invented(facts, started, left).case()
    one = pack("troubled-families-2015")
    day = FIRST + timedelta(days=on)
    kept = summarise(case, one, day, CATALOGUE)
    last = kept.stale_on or day + timedelta(days=4000)
    while (last := last - timedelta(days=17)) > day:
        later = summarise(case, one, last, CATALOGUE)
        assert (later.states, later.met_now, later.met_in_programme) == (
            kept.states,
            kept.met_now,
            kept.met_in_programme,
        )
        assert (later.needs_met_in_programme, later.eligible) == (
            kept.needs_met_in_programme,
            kept.eligible,
        )
        if (last - day).days > 300:
            last = day + (last - day) // 2


@settings(deadline=None, max_examples=60)
@given(FACTS, OFFSETS)
def test_since_is_the_run_of_met_days(facts: list[tuple[str, int, int, int]], on: int) -> None:
    timeline = FamilyTimeline(invented(facts, 0, SPAN).case(), pack("troubled-families-2015"),
                              CATALOGUE)  # fmt: skip
    number = (FIRST + timedelta(days=on)).toordinal()
    for days in timeline.criteria:
        since = days.since(number)
        assert (since is not None) is (days.state_on(number) == "met")
        if since is not None:
            assert all(days.state_on(one) == "met" for one in range(since, number + 1))
            assert days.state_on(since - 1) != "met"


def test_an_owner_who_never_counts_meets_nothing() -> None:
    house = Household()
    house.event("offence", at(5), house.person("Tyler", "2011-03-01", joined=at(9), left=at(3)))
    owner: Owner = Evidence(house.case(), CATALOGUE).members[0]
    assert owner.present is None
    assert days_met(COUNT, owner, "test") == []
