"""A pack with a mistake is refused with file, key and reason (docs/criteria.md, Packs)."""

from __future__ import annotations

import pytest

from casedesk.domain.errors import PackError
from casedesk.domain.programmes import parse_pack

from .casework import CATALOGUE, OFFENCE, criterion_text, head

COUNT = 'who = "child"\ntest = "count"\nfacts = ["offence"]\nat_least = 2\nmonths = 12'
DAYS = 'who = "child"\ntest = "days"\nfacts = ["exclusion-fixed"]\nat_least = 10\nterms = 3'
SCHOOL = 'who = "school-age"\ntest = "attendance-below"\npercent = 90\nterms = 3'
NONE_IN = 'measure = "none-in"\nfacts = ["offence"]\nmonths = 6'
REDUCED = 'measure = "reduced-by"\nfacts = ["offence"]\nmonths = 6\npercent = 33'
WORK = 'measure = "employed-for"\nweeks = 26\nof_weeks = 30'
ROUTE = 'measure = "employed-for"\nweeks = 26\nof_weeks = 30\nsource = "a"\nchecked = true'


def sound() -> str:
    """A pack with one of everything that the mistakes below are made in."""
    return (
        head()
        + f"[employment_route]\n{ROUTE}\n"
        + criterion_text([COUNT, DAYS, SCHOOL], [NONE_IN, REDUCED, WORK])
        + criterion_text([OFFENCE], ident="second")
    )


def refusal(text: str) -> str:
    with pytest.raises(PackError) as caught:
        parse_pack(text, "councils-own.toml", CATALOGUE)
    return caught.value.sentence


def test_the_sound_pack_is_taken() -> None:
    one = parse_pack(sound(), "councils-own.toml", CATALOGUE)
    assert [criterion.id for criterion in one.criteria] == ["test", "second"]


def test_an_editors_byte_order_mark_is_passed_over() -> None:
    one = parse_pack("\ufeff" + sound().replace("\n", "\r\n"), "councils-own.toml", CATALOGUE)
    assert one.id == "test-pack"
    assert one.content_hash != parse_pack(sound(), "councils-own.toml", CATALOGUE).content_hash


MISTAKES = [
    ('id = "test-pack"\n', "", "id is missing"),
    ('id = "test-pack"', 'id = "Test Pack"', "id should be lower-case words"),
    ('version = "1"', "version = 1", "version should be a piece of text"),
    ('title = "A pack for tests"', 'title = " "', "title should be a piece of text"),
    ("valid_from = 2015-04-01\n", "", "valid_from is missing"),
    ("valid_from = 2015-04-01", 'valid_from = "2015"', "valid_from should be a date"),
    (
        "valid_from = 2015-04-01",
        "valid_from = 2015-04-01T10:00:00",
        "valid_from should be a date",
    ),
    (
        "valid_from = 2015-04-01",
        "valid_from = 2015-04-01\nvalid_to = 2015-03-31",
        "valid_to should not be before valid_from",
    ),
    ("min_criteria = 1\n", "", "min_criteria is missing"),
    ("min_criteria = 1", "min_criteria = 3", "min_criteria should be a whole number from 0 to 2"),
    ("min_criteria = 1", "min_criteria = true", "min_criteria should be a whole number"),
    ("min_criteria = 1", "min_criteria = 1.5", "min_criteria should be a whole number"),
    ("min_needs = 0", "min_needs = -1", "min_needs should be a whole number of 0 or more"),
    ("dependent_child = false\n", "", "dependent_child is missing"),
    ("dependent_child = false", 'dependent_child = "no"', "should be true or false"),
    ("claims = false\n", "", "claims is missing"),
    ("check_months = 6", "check_months = 0", "check_months should be a whole number from 1"),
    ("check_months = 6", "check_months = -6", "check_months should be a whole number from 1"),
    ('min_needs = { source = "a test", checked = true }\n', "", "sources.min_needs is missing"),
    (
        'check_months = { source = "a test", checked = true }',
        'check_months = { source = "a test" }',
        "sources.check_months.checked is missing",
    ),
    ("claims = false", 'claims = false\ncolour = "red"', "colour is not a key that belongs here"),
    (
        'category = "education"',
        'category = "weather"',
        "criteria.test.category is no known information category ('weather')",
    ),
    ('id = "second"', 'id = "test"', "criteria.test.id is used by two criteria"),
    ('id = "i-2"', 'id = "i-1"', "criteria.test.indicators.i-1.id is used by two indicators"),
    (
        'question = "Ask somebody about it since {since}."\n',
        "",
        "criteria.test.question is missing",
    ),
    ("{since}.", "{when}.", "criteria.test.question may hold {since} for a date"),
    (
        'facts = ["offence"]\nat_least = 2',
        'facts = ["fairy-tale"]\nat_least = 2',
        "criteria.test.indicators.i-1.facts names an unknown kind of fact ('fairy-tale')",
    ),
    (
        'facts = ["offence"]\nat_least = 2',
        'facts = ["neet"]\nat_least = 2',
        "criteria.test.indicators.i-1.facts should name event kinds (neet is none)",
    ),
    (
        'facts = ["offence"]\nat_least = 2',
        "facts = []\nat_least = 2",
        "criteria.test.indicators.i-1.facts should be a list of names",
    ),
    (
        'facts = ["offence"]\nat_least = 2',
        'facts = "offence"\nat_least = 2',
        "criteria.test.indicators.i-1.facts should be a list of names",
    ),
    (
        'facts = ["offence"]\nat_least = 2',
        'facts = ["offence", "offence"]\nat_least = 2',
        "criteria.test.indicators.i-1.facts names something twice",
    ),
    ("at_least = 2", "at_least = 0", "i-1.at_least should be a whole number of 1 or more"),
    ("at_least = 2", "at_least = 2.5", "i-1.at_least should be a whole number"),
    ("months = 12", "months = -12", "criteria.test.indicators.i-1.months should be a whole number"),
    ("months = 12", "months = 0", "criteria.test.indicators.i-1.months should be a whole number"),
    ("at_least = 2\nmonths = 12", "at_least = 2", "criteria.test.indicators.i-1.months is missing"),
    ("at_least = 2\nmonths = 12", "at_least = 2\nterms = 3\nmonths = 12", "i-1.terms is not a key"),
    ('who = "child"', 'who = "baby"', "criteria.test.indicators.i-1.who should be one of any"),
    (
        'test = "count"',
        'test = "guess"',
        "criteria.test.indicators.i-1.test should be one of count",
    ),
    ("at_least = 10", "at_least = 0", "i-2.at_least should be a number of days above 0"),
    ("at_least = 10", 'at_least = "ten"', "i-2.at_least should be a number of days above 0"),
    ("at_least = 10", "at_least = nan", "i-2.at_least should be a number of days above 0"),
    ("at_least = 10", "at_least = 1e-9", "i-2.at_least should have no more than 6 decimal places"),
    (
        'facts = ["exclusion-fixed"]',
        'facts = ["offence"]',
        "i-2.facts names a kind that has no days",
    ),
    ("terms = 3", "terms = 0", "i-2.terms should be a whole number from 1"),
    ("percent = 90", "percent = 0", "i-3.percent should be a percentage above 0, up to 100"),
    ("percent = 90", "percent = 100.5", "i-3.percent should be a percentage above 0, up to 100"),
    ("percent = 90", "percent = true", "i-3.percent should be a percentage above 0, up to 100"),
    (
        "at_least = 2",
        "at_least = 2\nmin_age = 18\nmax_age = 10",
        "i-1.max_age should not be below min_age (18)",
    ),
    ("at_least = 2", "at_least = 2\nmin_age = -1", "i-1.min_age should be a whole number from 0"),
    (
        'measure = "none-in"',
        'measure = "wished-for"',
        "criteria.test.measures[1].measure should be one of none-in",
    ),
    (
        'measure = "none-in"\nfacts = ["offence"]',
        'measure = "none-in"\nfacts = ["nonsense"]',
        "criteria.test.measures[1].facts names an unknown kind of fact",
    ),
    (
        'measure = "none-in"\nfacts = ["offence"]\nmonths = 6',
        'measure = "none-in"\nfacts = ["offence"]\nmonths = -6',
        "criteria.test.measures[1].months should be a whole number",
    ),
    (
        'measure = "none-in"\nfacts = ["offence"]',
        'measure = "ended-for"\nfacts = ["offence"]',
        "criteria.test.measures[1].facts should name spell kinds",
    ),
    ("percent = 33\n", "", "criteria.test.measures[2].percent is missing"),
    (
        'measure = "employed-for"\nweeks = 26\nof_weeks = 30\nsource = "a"',
        'measure = "employed-for"\nweeks = 31\nof_weeks = 30\nsource = "a"',
        "employment_route.weeks should be a whole number from 1 to 30",
    ),
    (
        'measure = "employed-for"\nweeks = 26\nof_weeks = 30\nsource = "a"',
        'measure = "none-in"\nfacts = ["offence"]\nmonths = 6\nsource = "a"',
        "employment_route.measure should be employed-for",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "reason"), MISTAKES, ids=[one[2] for one in MISTAKES])
def test_a_mistake_is_named_with_file_key_and_reason(right: str, wrong: str, reason: str) -> None:
    text = sound()
    assert right in text
    sentence = refusal(text.replace(right, wrong, 1))
    assert sentence.startswith("councils-own.toml: ")
    assert reason in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "id is missing"),
        ("id = ", "it is not a TOML file"),
        ('id = "a"\nid = "b"', "it is not a TOML file"),
        ("x = 2026-02-30", "it is not a TOML file"),
        ("x = " + "9" * 5000, "it holds a value that TOML does not know"),
        (head(), "criteria is missing"),
        (head().replace("[sources]", "criteria = []\n[sources]"), "criteria should be a list"),
        (head().replace("[sources]", 'criteria = "all"\n[sources]'), "criteria should be a list"),
        (head().split("[sources]")[0] + "sources = 3", "sources should be a table"),
        (
            head()
            + criterion_text([]).replace("checked = true", "checked = true\nindicators = []"),
            "criteria.test.indicators should be a list of tables",
        ),
        (head() + criterion_text([]), "criteria.test.indicators is missing"),
    ],
)
def test_what_is_no_pack_at_all_is_refused(text: str, reason: str) -> None:
    assert reason in refusal(text)


def test_alternatives_hold_no_alternatives() -> None:
    inner = '{ measure = "judged", facts = ["neet"], months = 6, source = "a", checked = true }'
    nested = f"[[criteria.measures]]\nany_of = [{{ any_of = [{inner}] }}]\n"
    assert "any_of should not hold another list" in refusal(
        head() + criterion_text([OFFENCE]) + nested
    )
    flat = f"[[criteria.measures]]\nany_of = [{inner}]\nmonths = 6\n"
    assert "measures[1].months is not a key" in refusal(head() + criterion_text([OFFENCE]) + flat)
