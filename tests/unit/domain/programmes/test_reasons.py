"""What people read: reasons with figures and thresholds, and questions (docs/criteria.md)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from casedesk.domain.programmes.wording import counted, figure, listed, period, plural, sentence
from casedesk.domain.records import Involvement

from .casework import (
    CATALOGUE,
    FAMILY_ID,
    MENTAL_HEALTH,
    OFFENCE,
    Household,
    day,
    pack,
    small_pack,
)

PACK = small_pack(OFFENCE, MENTAL_HEALTH)


def ashworth(started: str | None = None) -> Household:
    house = Household(started)
    house.person("Tyler", "2011-03-01")
    house.person("Kerry", "1985-01-01", "parent")
    return house


def test_a_met_criterion_gives_figures_and_thresholds() -> None:
    house = ashworth()
    house.event("offence", "2026-05-09", "person-tyler")
    house.event("offence", "2026-08-18", "person-tyler")
    house.event("offence", "2026-08-18", "person-kerry")
    house.spell("mental-health", "2026-05-04", None, "person-kerry")
    assert house.criterion("2026-11-24", PACK).reason == (
        "Met because Tyler has 2 proven offences in the last 12 months and Kerry has 1 proven "
        "offence in the last 12 months; the threshold is 1 or more. Kerry has a current record "
        "of mental health need (from 4 May 2026); the threshold is 1 current record."
    )


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (
            'who = "any"\ntest = "recent"\nfacts = ["domestic-abuse-victim"]\nmonths = 12',
            "Met because Kerry has a record of domestic abuse (from 4 May 2026 to 4 June 2026) in "
            "the last 12 months; the threshold is 1 day of it in the last 12 months.",
        ),
        (
            'who = "parent"\ntest = "release-due"\nmonths = 12',
            "Met because Kerry is in custody and due for release on 1 March 2027; the threshold "
            "is a release due within 12 months.",
        ),
        (
            'who = "any"\ntest = "nominated"\nmonths = 12',
            "Met because a professional nominated the family on 4 May 2026; the threshold is 1 "
            "nomination in the last 12 months.",
        ),
        (
            'who = "child"\ntest = "days"\nfacts = ["exclusion-fixed"]\nat_least = 2.5\nterms = 3',
            "Met because Tyler has 2.5 days of fixed-term exclusion in the last 12 months; the "
            "threshold is 2.5 days or more.",
        ),
        (
            'who = "child"\ntest = "count-terms"\nfacts = ["exclusion-fixed"]\nat_least = 1\n'
            "terms = 1",
            "Met because Tyler has 1 fixed-term exclusion over the last term; the threshold is 1 "
            "or more.",
        ),
        (
            'who = "school-age"\ntest = "attendance-below"\npercent = 90\nterms = 1',
            "Met because Tyler attended 71.4% over the last term; the threshold is below 90%.",
        ),
        (
            'who = "school-age"\ntest = "attendance-below"\npercent = 92.5\nterms = 1\n'
            "exclude_authorised = true",
            "Met because Tyler attended 85.7%, authorised absence left out, over the last term; "
            "the threshold is below 92.5%.",
        ),
        (
            'who = "any"\ntest = "current"\nfacts = ["alcohol", "drugs"]',
            "Met because Kerry has current records of alcohol problem (from 4 May 2026) and drug "
            "problem (from 5 May 2026); the threshold is 1 current record.",
        ),
    ],
)
def test_every_test_says_what_it_found(keys: str, reason: str) -> None:
    house = ashworth()
    if "days" in keys:
        house.excluded("2026-09-10", "person-tyler", "2.5")
    else:
        house.term("person-tyler", "2026-09-02", "2026-10-23", 50, 70, authorised=10)
        house.excluded("2026-09-10", "person-tyler", "2.5")
    house.spell("domestic-abuse-victim", "2026-05-04", "2026-06-04", "person-kerry")
    house.spell("custody", "2026-05-04", None, "person-kerry", release="2027-03-01")
    house.spell("alcohol", "2026-05-04", None, "person-kerry")
    house.spell("drugs", "2026-05-05", None, "person-kerry")
    house.nominated("2026-05-04")
    assert house.criterion("2026-11-24", small_pack(keys)).reason == reason


def test_not_known_says_what_is_missing() -> None:
    house = ashworth()
    assert house.criterion("2026-11-24", PACK).reason == (
        "Not known: no record meets it, and no check in the last 6 months says that nothing was "
        "found."
    )
    house.checked("2026-10-01")
    house.spell("mental-health", "2026-10-02", "2026-10-09", "person-kerry")
    assert house.criterion("2026-11-24", PACK).reason == (
        "Not known: no record meets it, and the check on 1 October 2026 no longer settles it: "
        "there is a record of mental health need (2 October 2026) from that day or later."
    )


def test_a_check_about_somebody_who_left_is_about_nobody() -> None:
    house = ashworth()
    house.checked("2026-10-01", person=house.person("Lee", None, "other", left="2026-10-31"))
    assert house.criterion("2026-11-24", PACK).reason == (
        "Not known: no record meets it, and the check on 1 October 2026 was about nobody in the "
        "family."
    )


def test_not_met_names_the_check() -> None:
    house = ashworth()
    house.checked("2026-10-01")
    assert house.criterion("2026-11-24", PACK).reason == (
        "Not met: no record meets it, and a check on 1 October 2026 found nothing; the threshold "
        "is 1 check in the last 6 months."
    )


@pytest.mark.parametrize(
    ("checked", "since"),
    [(None, "25 November 2025"), ("2025-10-01", "25 November 2025"), ("2026-05-04", "4 May 2026")],
)
def test_the_question_asks_since_the_window_or_the_last_check(
    checked: str | None, since: str
) -> None:
    house = ashworth()
    if checked:
        house.checked(checked, criterion="crime")
    found = house.criterion("2026-11-24", pack("troubled-families-2015"), "crime")
    assert found.question == (
        f"Ask the police whether there were any offences or anti-social behaviour since {since}."
    )


@pytest.mark.parametrize(
    ("measure", "sentences"),
    [
        (
            'measure = "none-in"\nfacts = ["asb-incident", "offence"]\nmonths = 6',
            "The last proven offence was on 9 May 2026; 6 months without anti-social behaviour "
            "incidents or proven offences are wanted. If nothing new happens it holds from 9 "
            "November 2026.",
        ),
        (
            'measure = "none-in"\nfacts = ["domestic-callout"]\nmonths = 6',
            "No police call-out for domestic abuse in the last 6 months. The first 6 months since "
            "the start are complete on 1 October 2026.",
        ),
        (
            'measure = "reduced-by"\nfacts = ["offence"]\nmonths = 6\npercent = 33',
            "Proven offences: 1 in the last 6 months, 0 in the 6 months before the start; a fall "
            "of 33% is wanted, so 0 at most. If nothing new happens it holds from 9 November 2026.",
        ),
        (
            'measure = "reduced-by"\nfacts = ["offence", "domestic-callout"]\nmonths = 6\n'
            "percent = 50",
            "Proven offences or police call-outs for domestic abuse: 1 in the last 6 months, 2 "
            "in the 6 months before the start; a fall of 50% is wanted, so 1 at most. The first 6 "
            "months since the start are complete on 1 October 2026.",
        ),
        (
            'measure = "ended-for"\nfacts = ["mental-health"]\nmonths = 6',
            "A record of mental health need is still current; 6 months after its end are wanted. "
            "As things stand it will not hold within five years.",
        ),
        (
            'measure = "ended-for"\nfacts = ["neet", "drugs"]\nmonths = 6',
            "The last record of drug problem ended on 4 June 2026; 6 months without a record of "
            "time not in education, employment or training or drug problem are wanted. If nothing "
            "new happens it holds from 4 December 2026.",
        ),
        (
            'measure = "employed-for"\nweeks = 26\nof_weeks = 30',
            "Kerry has worked 10 days since 7 January 2026; 182 days (26 of 30 weeks) are wanted. "
            "If nothing new happens it holds from 23 January 2027.",
        ),
        (
            'measure = "attendance-at-least"\npercent = 90\nterms = 1',
            "Tyler attended 89.96% over the last term; at least 90% is wanted.",
        ),
        (
            'measure = "attendance-at-least"\npercent = 90\nterms = 3',
            "Tyler has no figures for the last 3 terms; at least 90% is wanted.",
        ),
        (
            'measure = "judged"\nfacts = ["mental-health"]\nmonths = 6',
            "The newest outcome judgement, of 1 July 2026, says “same”; “improved” is wanted.",
        ),
    ],
)
def test_a_measure_says_what_is_missing(measure: str, sentences: str) -> None:
    house = ashworth("2026-04-01")
    house.event("offence", "2026-05-09", "person-tyler")
    house.event("domestic-callout", "2026-01-09")
    house.event("domestic-callout", "2026-01-10")
    house.spell("mental-health", "2026-05-04", None, "person-kerry")
    house.spell("drugs", "2026-05-04", "2026-06-04", "person-kerry")
    house.spell("employment", "2026-07-26", None, "person-kerry")
    house.term("person-tyler", "2026-04-13", "2026-07-21", 8996, 10000)
    house.judged("same", "2026-07-01")
    (found,) = house.criterion("2026-08-04", small_pack(OFFENCE, measures=[measure])).measures
    assert not found.holds
    assert found.sentence == sentences


@pytest.mark.parametrize(
    ("measure", "sentences"),
    [
        (
            'measure = "none-in"\nfacts = ["domestic-callout"]\nmonths = 6',
            "No police call-out for domestic abuse in the last 6 months.",
        ),
        (
            'measure = "ended-for"\nfacts = ["drugs"]\nmonths = 6',
            "No record of drug problem in the last 6 months.",
        ),
        (
            'measure = "judged"\nfacts = ["drugs"]\nmonths = 12',
            "The outcome judgement of 1 July 2026 says “improved”.",
        ),
        (
            'measure = "judged"\nfacts = ["neet"]\nmonths = 12',
            "No measure of this criterion has facts to look at, so an outcome judgement decides. "
            "No outcome judgement in the last 6 months; one that says “improved”, with its "
            "evidence, is wanted.",
        ),
        (
            'measure = "employed-for"\nweeks = 1\nof_weeks = 2',
            "No adult has worked since 22 April 2027; 7 days (1 of 2 weeks) are wanted. As things "
            "stand it will not hold within five years.",
        ),
    ],
)
def test_a_measure_says_what_holds(measure: str, sentences: str) -> None:
    house = ashworth("2026-04-01")
    house.event("offence", "2026-05-09", "person-tyler")
    house.event("domestic-callout", "2026-01-09")
    house.spell("drugs", "2026-05-04", "2026-06-04", "person-kerry")
    house.spell("employment", "2025-05-04", "2026-06-04", "person-kerry")
    house.judged("improved", "2026-07-01")
    (found,) = house.criterion("2027-05-05", small_pack(OFFENCE, measures=[measure])).measures
    assert found.sentence == sentences


def test_alternatives_are_told_one_after_the_other() -> None:
    house = ashworth("2026-04-01")
    house.programme = "bnes-connecting-families"
    house.involvements = [
        Involvement(
            id="i",
            family_id=FAMILY_ID,
            programme="bnes-connecting-families",
            current=True,
            started_on=day("2026-04-01"),
        )
    ]
    house.spell("neet", "2026-05-04", "2026-06-04", "person-tyler")
    house.spell("employment", "2026-07-26", None, "person-kerry")
    found = house.criterion("2026-08-04", pack("bnes-connecting-families"), "work")
    (measure,) = found.measures
    assert measure.sentence.startswith("Kerry has worked 10 days since")
    assert " Or: The last record of time not in education, employment or training" in (
        measure.sentence
    )
    assert not measure.checked


def test_a_day_outside_the_packs_validity_is_noted() -> None:
    notes = ashworth().result("2026-11-24", pack("troubled-families-2015")).notes
    assert notes[0] == (
        "“Troubled Families programme 2015 to 2020” is valid from 1 April 2015 to 31 March 2020; "
        "24 November 2026 is outside that, and its rules are applied all the same."
    )
    notes = ashworth().result("2024-11-24", pack("families-first-2025")).notes
    assert "is valid from 1 April 2025 with no end" in notes[0]
    assert "check against your council's outcome plan" in notes[1]
    assert ashworth().result("2026-11-24", PACK).notes == ()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("offence", "proven offences"),
        ("section-47", "section 47 enquiries"),
        ("domestic-callout", "police call-outs for domestic abuse"),
        ("domestic-abuse-perpetrator", "domestic abuse incidents caused"),
        ("nomination", "nominations by a professional"),
        ("nothing-found", "checks that found nothing"),
    ],
)
def test_plurals(kind: str, words: str) -> None:
    assert plural(CATALOGUE.facts[kind].phrase) == words
    assert counted(2, CATALOGUE.facts[kind].phrase) == f"2 {words}"


def test_small_words() -> None:
    assert plural("toy box") == "toy boxes"
    assert plural("school day") == "school days"
    assert [listed(["a", "b", "c"][:number]) for number in range(4)] == ["", "a", "a and b",
                                                                          "a, b and c"]  # fmt: skip
    assert (period(1, "month"), period(2, "month")) == ("1 month", "2 months")
    assert sentence("is it so?") == "Is it so?"
    assert [figure(Decimal(text)) for text in ("10", "2.50", "1E+2")] == ["10", "2.5", "100"]
