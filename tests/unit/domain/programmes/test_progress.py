"""Significant and sustained progress (docs/criteria.md, Progress)."""

from __future__ import annotations

import pytest

from casedesk.domain.programmes import Pack, parse_pack

from .casework import CATALOGUE, OFFENCE, Household, criterion_text, head, small_pack

START = "2026-01-01"


def measured(*measures: str) -> Pack:
    """A pack whose one criterion is met by an offence, with these measures."""
    return small_pack(OFFENCE, measures=list(measures))


NONE_IN = 'measure = "none-in"\nfacts = ["asb-incident"]\nmonths = 6'
ENDED = 'measure = "ended-for"\nfacts = ["neet"]\nmonths = 6'
JUDGED = 'measure = "judged"\nfacts = ["mental-health"]\nmonths = 6'
THIRD = 'measure = "reduced-by"\nfacts = ["asb-incident"]\nmonths = 6\npercent = 33'
HALF = THIRD.replace("33", "50")
SCHOOL = 'measure = "attendance-at-least"\npercent = 90\nterms = 2'
WORK = 'measure = "employed-for"\nweeks = 26\nof_weeks = 30'


def in_programme(started: str | None = START) -> Household:
    """A family with Tyler and Kerry whose criterion is met all along."""
    house = Household(started)
    house.person("Tyler", "2012-05-04")
    house.person("Kerry", "1985-01-01", "parent")
    house.event("offence", "2025-12-31", "person-tyler")
    house.decided("met", "2025-12-31", records="met")
    return house


def stands(house: Household, on: str, pack: Pack) -> tuple[str | None, str | None]:
    """Progress and its earliest date."""
    found = house.criterion(on, pack).as_dict()
    return found["progress"], found["progress_earliest"]


@pytest.mark.parametrize(
    ("started", "on", "progress"),
    [
        (None, "2026-06-01", None),
        ("2026-06-02", "2026-06-01", None),
        ("2026-06-01", "2026-06-01", "not_yet"),
    ],
)
def test_there_is_no_progress_before_the_start(
    started: str | None, on: str, progress: str | None
) -> None:
    house = in_programme(started)
    house.event("asb-incident", "2026-05-20", "person-tyler")
    assert stands(house, on, measured(NONE_IN))[0] == progress


def test_there_is_no_progress_on_what_was_never_met_in_the_programme() -> None:
    house = Household(START)
    house.event("asb-incident", "2026-05-20", house.person("Tyler", "2012-05-04"))
    assert stands(house, "2026-06-01", measured(NONE_IN)) == (None, None)
    assert house.criterion("2026-06-01", measured(NONE_IN)).measures == ()
    # Decided met for one day is enough.
    house.decided("met", "2026-05-01")
    house.decided("not_met", "2026-05-02")
    assert stands(house, "2026-06-01", measured(NONE_IN)) == ("not_yet", "2026-11-20")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-05-20", ("not_yet", "2026-11-20")),
        ("2026-11-19", ("not_yet", "2026-11-20")),
        ("2026-11-20", ("improved", None)),
    ],
)
def test_none_in_waits_for_the_last_event_to_leave_the_window(
    on: str, expected: tuple[str, str | None]
) -> None:
    house = in_programme()
    house.event("asb-incident", "2026-05-20", "person-tyler")
    assert stands(house, on, measured(NONE_IN)) == expected


@pytest.mark.parametrize(
    ("started", "on", "expected"),
    [
        ("2026-01-01", "2026-06-30", ("not_yet", "2026-07-01")),
        ("2026-01-01", "2026-07-01", ("improved", None)),
        ("2026-08-31", "2027-02-27", ("not_yet", "2027-02-28")),
        ("2026-08-31", "2027-02-28", ("improved", None)),
    ],
)
def test_none_in_waits_for_the_months_since_the_start(
    started: str, on: str, expected: tuple[str, str | None]
) -> None:
    house = in_programme(started)
    house.event("asb-incident", "2025-11-20", "person-tyler")
    assert stands(house, on, measured(NONE_IN)) == expected


@pytest.mark.parametrize(
    ("event", "applies"),
    [
        # Started on 1 January 2026: 12 months before 31 December 2025.
        ("2024-12-31", False),
        ("2025-01-01", True),
        ("2026-08-01", True),
        ("2026-08-02", False),
    ],
)
def test_a_measure_applies_with_an_event_from_a_year_before_the_start(
    event: str, applies: bool
) -> None:
    house = in_programme()
    house.event("asb-incident", event, "person-tyler")
    (measure,) = house.criterion("2026-08-01", measured(NONE_IN)).measures
    assert measure.kind == ("none-in" if applies else "judged")


@pytest.mark.parametrize(("last", "applies"), [("2024-12-31", False), ("2025-01-01", True)])
def test_a_measure_applies_with_a_spell_current_from_a_year_before_the_start(
    last: str, applies: bool
) -> None:
    house = in_programme()
    house.spell("neet", "2020-01-01", last, "person-kerry")
    (measure,) = house.criterion("2026-08-01", measured(ENDED)).measures
    assert measure.kind == ("ended-for" if applies else "judged")


@pytest.mark.parametrize(("last", "applies"), [("2024-12-31", False), ("2025-01-01", True)])
def test_a_measure_applies_with_a_term_ended_from_a_year_before_the_start(
    last: str, applies: bool
) -> None:
    house = in_programme()
    house.term("person-tyler", "2024-09-03", last, 95)
    (measure,) = house.criterion("2026-08-01", measured(SCHOOL)).measures
    assert measure.kind == ("attendance-at-least" if applies else "judged")


@pytest.mark.parametrize(("left", "applies"), [("2026-08-01", True), ("2026-07-31", False)])
def test_measures_look_at_members_on_the_day_of_any_age(left: str, applies: bool) -> None:
    house = in_programme()
    house.event("asb-incident", "2026-05-20", house.person("Old", "1940-01-01", None, left=left))
    (measure,) = house.criterion("2026-08-01", measured(NONE_IN)).measures
    assert measure.kind == ("none-in" if applies else "judged")


def test_where_none_applies_a_judgement_does() -> None:
    house = in_programme()
    pack = measured(NONE_IN, ENDED)
    assert stands(house, "2026-06-01", pack) == ("not_yet", None)
    house.judged("improved", "2026-05-01")
    assert stands(house, "2026-06-01", pack) == ("improved", None)
    assert stands(house, "2026-10-31", pack) == ("improved", None)
    assert stands(house, "2026-11-01", pack) == ("not_yet", None)


def test_a_criterion_without_measures_is_judged() -> None:
    house = in_programme()
    assert stands(house, "2026-06-01", measured()) == ("not_yet", None)
    house.judged("improved", "2026-05-01")
    assert stands(house, "2026-06-01", measured()) == ("improved", None)


def test_the_newest_judgement_speaks_then_the_last_recorded() -> None:
    house = in_programme()
    house.judged("improved", "2026-05-10")
    house.judged("worse", "2026-05-01")
    assert stands(house, "2026-06-01", measured())[0] == "improved"
    house.judged("same", "2026-05-10")
    assert stands(house, "2026-06-01", measured())[0] == "not_yet"
    house.judged("improved", "2026-06-02")
    assert stands(house, "2026-06-01", measured())[0] == "not_yet"
    assert stands(house, "2026-06-02", measured())[0] == "improved"


def test_other_judgements_do_not_speak_here() -> None:
    house = in_programme()
    house.judged("improved", "2026-05-10", criterion="other")
    house.judged("improved", "2026-05-10", programme="other")
    house.judged("improved", "2026-05-10", in_error=True)
    assert stands(house, "2026-06-01", measured())[0] == "not_yet"


def test_some_measures_holding_is_improving() -> None:
    house = in_programme()
    house.event("asb-incident", "2025-05-20", "person-tyler")
    house.spell("neet", "2025-01-01", "2026-06-30", "person-kerry")
    pack = measured(NONE_IN, ENDED)
    assert stands(house, "2026-06-30", pack) == ("not_yet", "2026-12-30")
    assert stands(house, "2026-07-01", pack) == ("improving", "2026-12-30")
    assert stands(house, "2026-12-30", pack) == ("improved", None)


def test_one_measure_that_never_holds_leaves_no_earliest_date() -> None:
    house = in_programme()
    house.event("asb-incident", "2025-05-20", "person-tyler")
    house.spell("neet", "2025-01-01", None, "person-kerry")
    pack = measured(NONE_IN, ENDED)
    assert stands(house, "2026-07-01", pack) == ("improving", None)
    assert stands(house, "2026-07-01", measured(ENDED, JUDGED)) == ("not_yet", None)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-01-31", ("improved", None)),
        ("2026-03-31", ("not_yet", "2026-10-01")),
        # The known end is after the day that is looked at.
        ("2026-12-31", ("not_yet", "2027-07-01")),
        # Five years after 1 August 2026, that day included.
        ("2031-02-01", ("not_yet", "2031-08-01")),
        ("2031-02-02", ("not_yet", None)),
        (None, ("not_yet", None)),
    ],
)
def test_ended_for_takes_a_later_end_as_known_within_five_years(
    last: str | None, expected: tuple[str, str | None]
) -> None:
    house = in_programme()
    house.spell("neet", "2025-01-01", last, "person-kerry")
    assert stands(house, "2026-08-01", measured(ENDED)) == expected


def test_ended_for_leaves_out_spells_that_had_not_begun() -> None:
    house = in_programme()
    house.spell("neet", "2025-01-01", "2026-01-31", "person-kerry")
    house.spell("neet", "2026-08-02", None, "person-kerry")
    assert stands(house, "2026-08-01", measured(ENDED)) == ("improved", None)
    assert stands(house, "2026-08-02", measured(ENDED)) == ("not_yet", None)


@pytest.mark.parametrize(
    ("before", "percent", "room"),
    [(3, 33, 2), (2, 33, 1), (1, 33, 0), (0, 33, 0), (4, 50, 2), (5, 50, 2), (100, 33, 67)],
)
def test_reduced_by_is_a_share_of_the_baseline_in_whole_events(
    before: int, percent: int, room: int
) -> None:
    pack = measured(THIRD.replace("33", str(percent)))
    for extra, progress in ((0, "improved"), (1, "not_yet")):
        house = in_programme()
        for _ in range(before):
            house.event("asb-incident", "2025-12-31", "person-tyler")
        # An event that makes the measure apply even with nothing before the start.
        house.event("asb-incident", "2025-06-30", "person-tyler")
        for _ in range(room + extra):
            house.event("asb-incident", "2026-07-20", "person-tyler")
        assert stands(house, "2026-08-01", pack)[0] == progress


@pytest.mark.parametrize(
    ("event", "counts"),
    [("2025-06-30", False), ("2025-07-01", True), ("2025-12-31", True), ("2026-01-01", False)],
)
def test_the_baseline_is_the_months_before_the_start(event: str, counts: bool) -> None:
    house = in_programme()
    for _ in range(2):
        house.event("asb-incident", event, "person-tyler")
    house.event("asb-incident", "2026-07-20", "person-tyler")
    assert (stands(house, "2026-08-01", measured(HALF))[0] == "improved") is counts


def test_reduced_by_waits_until_few_enough_are_left() -> None:
    house = in_programme()
    for _ in range(3):
        house.event("asb-incident", "2025-12-31", "person-tyler")
    for on in ("2026-05-01", "2026-06-10", "2026-07-20", "2026-07-21"):
        house.event("asb-incident", on, "person-tyler")
    # Two of three are allowed: the second newest but one leaves on 10 December.
    assert stands(house, "2026-08-01", measured(THIRD)) == ("not_yet", "2026-12-10")
    assert stands(house, "2026-12-09", measured(THIRD))[0] == "not_yet"
    assert stands(house, "2026-12-10", measured(THIRD)) == ("improved", None)


def test_reduced_by_waits_for_the_months_since_the_start() -> None:
    house = in_programme()
    house.event("asb-incident", "2025-07-01", "person-tyler")
    assert stands(house, "2026-06-30", measured(HALF)) == ("not_yet", "2026-07-01")
    assert stands(house, "2026-07-01", measured(HALF)) == ("improved", None)


def two_terms(house: Household, person: str, first: int, second: int) -> None:
    house.term(person, "2026-01-05", "2026-03-27", first)
    house.term(person, "2026-04-13", "2026-07-21", second)


def test_attendance_at_least_asks_every_pupil_with_figures() -> None:
    house = in_programme()
    house.person("Sam", "2018-05-04")
    two_terms(house, "person-tyler", 90, 90)
    assert stands(house, "2026-08-01", measured(SCHOOL)) == ("improved", None)
    house.term("person-sam", "2026-04-13", "2026-07-21", 100)
    assert stands(house, "2026-08-01", measured(SCHOOL)) == ("not_yet", None)
    house.term("person-sam", "2026-01-05", "2026-03-27", 80)
    assert stands(house, "2026-08-01", measured(SCHOOL)) == ("improved", None)


def test_attendance_below_the_threshold_never_has_an_earliest_date() -> None:
    house = in_programme()
    two_terms(house, "person-tyler", 90, 89)
    assert stands(house, "2026-08-01", measured(SCHOOL)) == ("not_yet", None)


def test_attendance_that_is_too_old_is_no_answer() -> None:
    house = in_programme()
    two_terms(house, "person-tyler", 95, 95)
    assert stands(house, "2027-01-20", measured(SCHOOL))[0] == "improved"
    assert stands(house, "2027-01-21", measured(SCHOOL))[0] == "not_yet"


@pytest.mark.parametrize(("born", "kind"), [("2010-08-02", "attendance-at-least"),
                                            ("2010-08-01", "judged")])  # fmt: skip
def test_attendance_needs_somebody_of_school_age(born: str, kind: str) -> None:
    house = in_programme()
    two_terms(house, house.person("Ellie", born), 95, 95)
    (measure,) = house.criterion("2026-08-01", measured(SCHOOL)).measures
    assert measure.kind == kind


def test_attendance_can_leave_out_authorised_absence() -> None:
    house = in_programme()
    house.term("person-tyler", "2026-01-05", "2026-03-27", 85, authorised=5)
    house.term("person-tyler", "2026-04-13", "2026-07-21", 85, authorised=5)
    assert stands(house, "2026-08-01", measured(SCHOOL))[0] == "not_yet"
    pack = measured(SCHOOL + "\nexclude_authorised = true")
    assert stands(house, "2026-08-01", pack)[0] == "improved"


@pytest.mark.parametrize(
    ("spells", "on", "expected"),
    [
        # 182 days from 2 February: the last of them is 2 August.
        ([("2026-02-02", None)], "2026-08-01", ("not_yet", "2026-08-02")),
        ([("2026-02-02", None)], "2026-08-02", ("improved", None)),
        # Ended after 182 days: it holds until the first day worked leaves the 210 days.
        ([("2026-02-02", "2026-08-02")], "2026-08-30", ("improved", None)),
        ([("2026-02-02", "2026-08-02")], "2026-08-31", ("not_yet", None)),
        # Ended a day too soon: never, whatever the window.
        ([("2026-02-02", "2026-08-01")], "2026-08-01", ("not_yet", None)),
        # Joined together, a day that two jobs share counts once.
        ([("2026-02-02", "2026-05-01"), ("2026-05-01", None)], "2026-08-01",
         ("not_yet", "2026-08-02")),
        # With a gap of ten days it takes ten days more.
        ([("2026-02-02", "2026-05-01"), ("2026-05-12", None)], "2026-08-01",
         ("not_yet", "2026-08-12")),
        # A known end in the future is taken as known.
        ([("2026-02-02", "2026-08-05")], "2026-07-01", ("not_yet", "2026-08-02")),
        # Work that had not begun is not known about.
        ([("2026-07-02", None), ("2026-01-01", "2026-01-02")], "2026-07-01", ("not_yet", None)),
    ],
)  # fmt: skip
def test_employed_for_counts_days_of_the_last_weeks(
    spells: list[tuple[str, str | None]], on: str, expected: tuple[str, str | None]
) -> None:
    house = in_programme()
    for first, last in spells:
        house.spell("employment", first, last, "person-kerry")
    assert stands(house, on, measured(WORK)) == expected


def test_employed_for_is_one_adults_own_work() -> None:
    house = in_programme()
    lee = house.person("Lee", None, "other")
    house.spell("employment", "2026-01-01", "2026-04-30", "person-kerry")
    house.spell("employment", "2026-05-01", "2026-08-01", lee)
    assert stands(house, "2026-08-01", measured(WORK))[0] == "not_yet"
    house.spell("employment", "2026-01-01", "2026-04-30", lee)
    assert stands(house, "2026-08-01", measured(WORK))[0] == "improved"


def test_a_young_worker_is_no_adult_and_ages_stay_as_they_are() -> None:
    house = in_programme()
    sam = house.person("Sam", "2008-08-02")
    house.spell("employment", "2026-01-01", None, sam)
    assert stands(house, "2026-08-01", measured(WORK)) == ("not_yet", None)
    assert stands(house, "2026-08-02", measured(WORK)) == ("improved", None)


ANY = (
    'any_of = [\n{ measure = "employed-for", weeks = 26, of_weeks = 30, source = "a test", '
    'checked = true },\n{ measure = "ended-for", facts = ["neet"], months = 6, source = "a test", '
    "checked = true },\n]"
)


def any_of() -> Pack:
    """A pack whose one measure is a list of alternatives."""
    text = head() + criterion_text([OFFENCE]) + "[[criteria.measures]]\n" + ANY
    return parse_pack(text, "any-of.toml", CATALOGUE)


@pytest.mark.parametrize(
    ("working_since", "neet_to", "expected"),
    [
        ("2026-02-02", "2026-03-31", ("not_yet", "2026-08-02")),
        ("2026-04-02", "2026-03-31", ("not_yet", "2026-09-30")),
        ("2026-04-05", "2026-03-31", ("not_yet", "2026-10-01")),
        ("2026-01-01", None, ("improved", None)),
        ("2026-02-02", None, ("not_yet", "2026-08-02")),
        ("2026-07-20", "2026-01-31", ("improved", None)),
        (None, None, ("not_yet", None)),
    ],
)
def test_any_of_holds_when_one_that_applies_holds(
    working_since: str | None, neet_to: str | None, expected: tuple[str, str | None]
) -> None:
    house = in_programme()
    if working_since:
        house.spell("employment", working_since, None, "person-kerry")
    house.spell("neet", "2025-01-01", neet_to, "person-kerry")
    assert stands(house, "2026-08-01", any_of()) == expected


def test_any_of_leaves_out_what_does_not_apply() -> None:
    house = in_programme()
    # Nobody was ever out of education: `ended-for` would hold, but does not apply.
    house.spell("employment", "2026-07-20", None, "person-kerry")
    assert stands(house, "2026-08-01", any_of()) == ("not_yet", "2027-01-17")
    (measure,) = house.criterion("2026-08-01", any_of()).measures
    assert measure.kind == "any-of"


def test_any_of_does_not_apply_where_no_alternative_does() -> None:
    (measure,) = in_programme().criterion("2026-08-01", any_of()).measures
    assert measure.kind == "judged"


@pytest.mark.parametrize("on", ["0001-01-01", "0001-01-02", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_like_others(on: str) -> None:
    house = in_programme("0001-01-01")
    house.decided("met", "0001-01-01")
    house.spell("employment", "0001-01-01", None, "person-kerry", release="9999-12-31")
    house.spell("custody", "0001-01-01", "9999-12-31", "person-kerry", release="9999-12-31")
    house.event("asb-incident", "9999-12-31")
    house.checked("9999-12-31")
    release = 'who = "any"\ntest = "release-due"\nmonths = 12'
    pack = small_pack(OFFENCE, release, measures=[WORK, NONE_IN, ENDED, THIRD, JUDGED])
    assert house.criterion(on, pack).progress in ("not_yet", "improving", "improved")
