"""Every test an indicator may use, at every boundary (docs/criteria.md, Tests)."""

from __future__ import annotations

import pytest

from .casework import Household, day, small_pack

TWO_OFFENCES = small_pack(
    'who = "any"\ntest = "count"\nfacts = ["offence", "asb-incident"]\nat_least = 2\nmonths = 12'
)
CHILD_OFFENCE = small_pack('who = "child"\ntest = "count"\nfacts = ["offence"]\nmonths = 12')
ADULT_OFFENCE = small_pack('who = "adult"\ntest = "count"\nfacts = ["offence"]\nmonths = 12')
PARENT_OFFENCE = small_pack('who = "parent"\ntest = "count"\nfacts = ["offence"]\nmonths = 12')
PUPIL_OFFENCE = small_pack('who = "school-age"\ntest = "count"\nfacts = ["offence"]\nmonths = 120')
TEN_TO_18 = small_pack(
    'who = "any"\ntest = "count"\nfacts = ["offence"]\nmonths = 120\nmin_age = 10\nmax_age = 18'
)
CURRENT = small_pack('who = "any"\ntest = "current"\nfacts = ["mental-health", "drugs"]')
CHILD_CURRENT = small_pack('who = "child"\ntest = "current"\nfacts = ["mental-health"]')
PARENT_CURRENT = small_pack('who = "parent"\ntest = "current"\nfacts = ["licence"]')
BAND_CURRENT = small_pack(
    'who = "any"\ntest = "current"\nfacts = ["neet"]\nmin_age = 16\nmax_age = 18'
)
RECENT = small_pack('who = "any"\ntest = "recent"\nfacts = ["domestic-abuse-victim"]\nmonths = 12')
RELEASE = small_pack('who = "parent"\ntest = "release-due"\nmonths = 12')
RELEASE_IN_SIX = small_pack('who = "parent"\ntest = "release-due"\nmonths = 6')
NOMINATED = small_pack('who = "any"\ntest = "nominated"\nmonths = 12')
CHILD_NOMINATED = small_pack('who = "child"\ntest = "nominated"\nmonths = 12')
THREE_EXCLUSIONS = small_pack(
    'who = "child"\ntest = "count-terms"\nfacts = ["exclusion-fixed"]\nat_least = 3\nterms = 2'
)
FIVE_DAYS = small_pack(
    'who = "child"\ntest = "days"\nfacts = ["exclusion-fixed"]\nat_least = 5\nterms = 2'
)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-08-17", "not_known"),
        ("2026-08-18", "met"),
        ("2027-05-08", "met"),
        ("2027-05-09", "not_known"),
    ],
)
def test_count_needs_enough_events_in_the_window(on: str, state: str) -> None:
    house = Household()
    tyler = house.person("Tyler", "2011-03-01")
    house.event("offence", "2026-05-09", tyler)
    house.event("asb-incident", "2026-08-18", tyler)
    assert house.criterion(on, TWO_OFFENCES).records_state == state


def test_count_is_one_persons_own_or_the_familys_own() -> None:
    house = Household()
    tyler, ellie = house.person("Tyler", "2011-03-01"), house.person("Ellie", "2013-03-01")
    house.event("offence", "2026-05-09", tyler)
    house.event("offence", "2026-05-10", ellie)
    house.event("offence", "2026-05-11")
    assert house.criterion("2026-06-01", TWO_OFFENCES).records_state == "not_known"
    house.event("offence", "2026-05-12")
    found = house.criterion("2026-06-01", TWO_OFFENCES)
    assert found.records_state == "met"
    assert found.indicators[0].people == ()
    assert found.indicators[0].facts == ("F-3", "F-4")
    house.event("offence", "2026-05-20", ellie)
    found = house.criterion("2026-06-01", TWO_OFFENCES)
    assert found.indicators[0].people == ("P-2",)
    assert found.indicators[0].facts == ("F-2", "F-3", "F-4", "F-5")


def test_an_indicator_that_is_not_met_lists_nothing() -> None:
    house = Household()
    house.event("offence", "2026-05-11", house.person("Tyler", "2011-03-01"))
    (indicator,) = house.criterion("2026-06-01", TWO_OFFENCES).indicators
    assert (indicator.met, indicator.people, indicator.facts) == (False, (), ())


def test_facts_in_error_never_count() -> None:
    house = Household()
    fact = house.event("offence", "2026-05-11", house.person("Tyler", "2011-03-01"))
    assert house.criterion("2026-06-01", CHILD_OFFENCE).records_state == "met"
    house.in_error(fact)
    assert house.criterion("2026-06-01", CHILD_OFFENCE).records_state == "not_known"


def test_people_and_facts_are_in_the_order_recorded() -> None:
    house = Household()
    tyler, ellie = house.person("Tyler", "2011-03-01"), house.person("Ellie", "2013-03-01")
    house.event("offence", "2026-05-20", ellie)
    house.event("offence", "2026-05-11", tyler)
    house.event("offence", "2026-04-11", ellie)
    (indicator,) = house.criterion("2026-06-01", CHILD_OFFENCE).indicators
    assert indicator.people == ("P-1", "P-2")
    assert indicator.facts == ("F-1", "F-2", "F-3")


@pytest.mark.parametrize(
    ("born", "as_child"),
    [("2008-05-10", True), ("2008-05-09", False)],
)
def test_for_events_child_adult_and_parent_are_judged_on_the_day_of_the_event(
    born: str, as_child: bool
) -> None:
    house = Household()
    tyler = house.person("Tyler", born, role="parent")
    house.event("offence", "2026-05-09", tyler)
    # By the day that is looked at Tyler is an adult either way.
    assert (house.criterion("2026-12-01", CHILD_OFFENCE).records_state == "met") is as_child
    for adults in (ADULT_OFFENCE, PARENT_OFFENCE):
        assert (house.criterion("2026-12-01", adults).records_state == "met") is not as_child


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-05-09", "not_known"),
        ("2026-08-14", "not_known"),
        ("2026-08-15", "met"),
    ],
)
def test_school_age_is_judged_on_the_day_that_is_looked_at(on: str, state: str) -> None:
    house = Household()
    house.event("offence", "2026-05-09", house.person("Sam", "2021-08-15"))
    assert house.criterion(on, PUPIL_OFFENCE).records_state == state


@pytest.mark.parametrize(
    ("event", "state"),
    [
        ("2018-05-03", "not_known"),
        ("2018-05-04", "met"),
        ("2027-05-03", "met"),
        ("2027-05-04", "not_known"),
    ],
)
def test_an_age_band_is_judged_on_the_day_of_the_event(event: str, state: str) -> None:
    house = Household()
    house.event("offence", event, house.person("Tyler", "2008-05-04"))
    assert house.criterion("2027-06-01", TEN_TO_18).records_state == state


@pytest.mark.parametrize(
    ("role", "state"), [("child", "met"), ("parent", "not_known"), (None, "not_known")]
)
def test_without_a_date_of_birth_a_child_is_inside_every_band(role: str | None, state: str) -> None:
    house = Household()
    house.event("offence", "2026-05-09", house.person("Tyler", None, role))
    assert house.criterion("2026-06-01", TEN_TO_18).records_state == state
    assert house.criterion("2026-06-01", CHILD_OFFENCE).records_state == state


@pytest.mark.parametrize(
    "pack", [CHILD_OFFENCE, ADULT_OFFENCE, PARENT_OFFENCE, PUPIL_OFFENCE, TEN_TO_18]
)
def test_a_family_fact_matches_everybody(pack: object) -> None:
    house = Household()
    house.event("offence", "2026-05-09")
    assert house.criterion("2026-06-01", pack).records_state == "met"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-02-28", "not_known"),
        ("2026-03-01", "met"),
        ("2026-05-31", "met"),
        ("2026-06-01", "not_known"),
    ],
)
def test_a_spell_is_current_on_both_its_ends(on: str, state: str) -> None:
    house = Household()
    kerry = house.person("Kerry", "1985-01-01", "parent")
    house.spell("drugs", "2026-03-01", "2026-05-31", kerry)
    assert house.criterion(on, CURRENT).records_state == state


def test_a_spell_without_an_end_goes_on() -> None:
    house = Household()
    house.spell("drugs", "2026-03-01", None, house.person("Kerry", "1985-01-01", "parent"))
    found = house.criterion("2056-03-01", CURRENT)
    assert (found.records_state, found.since) == ("met", day("2026-03-01"))


@pytest.mark.parametrize(("on", "state"), [("2026-05-03", "met"), ("2026-05-04", "not_known")])
def test_for_spells_a_child_is_a_child_on_the_day(on: str, state: str) -> None:
    house = Household()
    house.spell("mental-health", "2020-03-01", None, house.person("Tyler", "2008-05-04"))
    assert house.criterion(on, CHILD_CURRENT).records_state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2024-05-03", "not_known"),
        ("2024-05-04", "met"),
        ("2027-05-03", "met"),
        ("2027-05-04", "not_known"),
    ],
)
def test_for_spells_an_age_band_is_judged_on_the_day(on: str, state: str) -> None:
    house = Household()
    house.spell("neet", "2020-03-01", None, house.person("Tyler", "2008-05-04"))
    assert house.criterion(on, BAND_CURRENT).records_state == state


@pytest.mark.parametrize(
    ("role", "parental", "state"),
    [
        ("parent", None, "met"),
        ("parent", False, "not_known"),
        ("carer", None, "not_known"),
        ("carer", True, "met"),
    ],
)
def test_a_parent_has_parental_responsibility(role: str, parental: bool | None, state: str) -> None:
    house = Household()
    lee = house.person("Lee", "1985-01-01", role, parental=parental)
    house.spell("licence", "2026-03-01", None, lee)
    assert house.criterion("2026-06-01", PARENT_CURRENT).records_state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-02-28", "not_known"),
        ("2026-03-01", "met"),
        ("2027-05-30", "met"),
        ("2027-05-31", "not_known"),
    ],
)
def test_recent_looks_for_any_day_in_the_window(on: str, state: str) -> None:
    house = Household()
    house.spell("domestic-abuse-victim", "2026-03-01", "2026-05-31")
    assert house.criterion(on, RECENT).records_state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-06-14", "not_known"),
        ("2026-06-15", "met"),
        ("2027-06-14", "met"),
        ("2027-06-15", "not_known"),
    ],
)
def test_release_is_due_within_the_months(on: str, state: str) -> None:
    house = Household()
    lee = house.person("Lee", "1985-01-01", "parent")
    house.spell("custody", "2024-03-01", None, lee, release="2027-06-15")
    assert house.criterion(on, RELEASE).records_state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2027-02-27", "not_known"),
        ("2027-02-28", "not_known"),
        ("2027-03-01", "met"),
        ("2027-04-30", "met"),
        ("2027-05-01", "not_known"),
    ],
)
def test_release_counts_months_forward_and_needs_custody(on: str, state: str) -> None:
    house = Household()
    lee = house.person("Lee", "1985-01-01", "parent")
    # 28 February + 6 months is 28 August; 1 March + 6 months is 1 September.
    house.spell("custody", "2024-03-01", "2027-04-30", lee, release="2027-08-31")
    house.spell("custody", "2024-03-01", None, lee)
    assert house.criterion(on, RELEASE_IN_SIX).records_state == state


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2026-05-08", "not_known"),
        ("2026-05-09", "met"),
        ("2027-05-08", "met"),
        ("2027-05-09", "not_known"),
    ],
)
def test_a_nomination_counts_for_its_months(on: str, state: str) -> None:
    house = Household()
    house.nominated("2026-05-09")
    house.nominated("2027-05-01", criterion="other")
    assert house.criterion(on, NOMINATED).records_state == state


def test_a_nomination_is_an_event_about_somebody() -> None:
    house = Household()
    house.nominated("2026-05-09", person=house.person("Kerry", "1985-01-01", "parent"))
    assert house.criterion("2026-06-01", CHILD_NOMINATED).records_state == "not_known"
    house.nominated("2026-05-09", person=house.person("Tyler", "2008-06-01"))
    found = house.criterion("2026-06-02", CHILD_NOMINATED)
    assert (found.indicators[0].people, found.indicators[0].facts) == (("P-2",), ("F-2",))


def excluded_thrice(terms: int = 2) -> Household:
    house = Household()
    tyler = house.person("Tyler", "2012-05-04")
    dates = [("2025-09-03", "2025-12-19"), ("2026-01-05", "2026-03-27")][-terms:]
    for first, last in dates:
        house.term(tyler, first, last, 95)
    for on in ("2025-09-03", "2025-11-10", "2026-02-02"):
        house.excluded(on, tyler, "2")
    return house


@pytest.mark.parametrize(
    ("on", "state"),
    [
        # One term only, so the last 12 months: the third exclusion is not there yet.
        ("2026-02-01", "not_known"),
        ("2026-02-02", "met"),
        # Two terms: the window begins on 3 September, that day included.
        ("2026-03-27", "met"),
        ("2026-09-26", "met"),
        # Six months after 27 March the terms are too old: 12 months again.
        ("2026-09-27", "not_known"),
    ],
)
def test_a_window_of_terms_begins_with_the_oldest_of_them(on: str, state: str) -> None:
    house = excluded_thrice()
    assert house.criterion(on, THREE_EXCLUSIONS).records_state == state


def test_a_window_of_terms_may_be_longer_than_a_year() -> None:
    house = Household()
    tyler = house.person("Tyler", "2012-05-04")
    house.term(tyler, "2025-04-13", "2025-07-21", 95)
    house.term(tyler, "2026-01-05", "2026-03-27", 95)
    for on in ("2025-04-13", "2025-05-10", "2026-02-02"):
        house.excluded(on, tyler)
    assert house.criterion("2026-06-01", THREE_EXCLUSIONS).records_state == "met"
    assert house.criterion("2026-09-26", THREE_EXCLUSIONS).records_state == "met"
    # From 27 September the newest term is too old, and 12 months hold only one.
    assert house.criterion("2026-09-27", THREE_EXCLUSIONS).records_state == "not_known"


def test_a_new_term_moves_the_window() -> None:
    house = excluded_thrice()
    house.term("person-tyler", "2026-04-13", "2026-07-21", 95)
    assert house.criterion("2026-07-20", THREE_EXCLUSIONS).records_state == "met"
    found = house.criterion("2026-07-21", THREE_EXCLUSIONS)
    assert found.records_state == "not_known"


def test_with_too_few_terms_the_window_is_twelve_months() -> None:
    house = excluded_thrice(terms=1)
    assert house.criterion("2026-09-02", THREE_EXCLUSIONS).records_state == "met"
    assert house.criterion("2026-09-03", THREE_EXCLUSIONS).records_state == "not_known"


def test_overlapping_measures_are_one_term_of_the_window() -> None:
    house = Household()
    tyler = house.person("Tyler", "2012-05-04")
    house.term(tyler, "2025-01-05", "2025-03-27", 95)
    house.term(tyler, "2026-01-05", "2026-02-20", 45, 50)
    house.term(tyler, "2026-02-20", "2026-03-27", 45, 50)
    for on in ("2025-01-05", "2025-01-20", "2026-02-02"):
        house.excluded(on, tyler)
    assert house.criterion("2026-04-01", THREE_EXCLUSIONS).records_state == "met"


def test_each_person_has_a_window_of_their_own() -> None:
    house = excluded_thrice()
    ellie = house.person("Ellie", "2013-05-04")
    for on in ("2025-03-28", "2025-11-10", "2026-02-02"):
        house.excluded(on, ellie)
    found = house.criterion("2026-03-27", THREE_EXCLUSIONS)
    assert found.indicators[0].people == ("P-1", "P-2")
    assert house.criterion("2026-03-28", THREE_EXCLUSIONS).indicators[0].people == ("P-1",)


def test_the_familys_exclusions_look_at_twelve_months() -> None:
    house = excluded_thrice()
    for on in ("2025-03-28", "2025-11-10", "2026-02-02"):
        house.excluded(on, None)
    assert len(house.criterion("2026-03-27", THREE_EXCLUSIONS).indicators[0].facts) == 6
    assert len(house.criterion("2026-03-28", THREE_EXCLUSIONS).indicators[0].facts) == 3


@pytest.mark.parametrize(
    ("days", "state"),
    [(("2", "2", "1"), "met"), (("2", "2", "0.5"), "not_known"), (("2.5", "2", "0.5"), "met")],
)
def test_days_are_added_up_with_their_halves(days: tuple[str, ...], state: str) -> None:
    house = Household()
    tyler = house.person("Tyler", "2012-05-04")
    for on, number in zip(("2025-11-10", "2026-01-02", "2026-02-02"), days, strict=True):
        house.excluded(on, tyler, number)
    assert house.criterion("2026-03-27", FIVE_DAYS).records_state == state


def test_days_over_terms_count_from_the_day_the_oldest_term_began() -> None:
    house = Household()
    tyler = house.person("Tyler", "2012-05-04")
    house.excluded("2025-09-02", tyler, "1")
    house.excluded("2025-09-03", tyler, "2")
    house.excluded("2026-02-02", tyler, "2.5")
    house.term(tyler, "2025-09-03", "2025-12-19", 95)
    assert house.criterion("2026-03-26", FIVE_DAYS).records_state == "met"
    house.term(tyler, "2026-01-05", "2026-03-27", 95)
    assert house.criterion("2026-03-26", FIVE_DAYS).records_state == "met"
    assert house.criterion("2026-03-27", FIVE_DAYS).records_state == "not_known"


@pytest.mark.parametrize(
    ("born", "joined", "left", "died", "days"),
    [
        ("2011-03-01", None, None, None, ["2026-05-09", "2027-05-08"]),
        ("2011-03-01", "2026-07-01", None, None, ["2026-07-01", "2027-05-08"]),
        ("2011-03-01", None, "2026-09-30", None, ["2026-05-09", "2026-09-30"]),
        ("2011-03-01", None, None, "2026-08-15", ["2026-05-09", "2026-08-15"]),
    ],
)
def test_a_person_counts_only_while_a_member(
    born: str, joined: str | None, left: str | None, died: str | None, days: list[str]
) -> None:
    house = Household()
    tyler = house.person("Tyler", born, joined=joined, left=left, died=died)
    house.event("offence", "2026-05-09", tyler)
    first, last = (day(text).toordinal() for text in days)
    met = [
        number
        for number in (first - 1, first, last, last + 1)
        if house.criterion(day("2026-01-01").fromordinal(number).isoformat(), CHILD_OFFENCE).state
        == "met"
    ]
    assert met == [first, last]


def test_the_facts_of_strangers_do_not_count() -> None:
    house = Household()
    house.event("offence", "2026-05-09", "person-nobody")
    assert house.criterion("2026-06-01", CHILD_OFFENCE).records_state == "not_known"
