"""The shipped packs and kinds of fact, held against tables copied from docs/criteria.md by hand.

The copies in `oracle` and the files in resources were made apart from each other.
"""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from oracle.naive_household import EVENTS, MEASURES, SPELLS
from oracle.naive_packs import PACKS
from oracle.pack_words import Table

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
VALID = {
    "troubled-families-2015": (2015, 2020),
    "bnes-connecting-families": (2015, 2020),
    "supporting-families-2022": (2022, 2025),
}
WORDS = {"id", "title", "source", "checked"}
FIXED_KINDS = {
    "release-due": ["custody"],
    "attendance-below": ["attendance"],
    "attendance-at-least": ["attendance"],
    "employed-for": ["employment"],
}
CATEGORIES = {
    "police-courts-probation": """offence restorative-disposal custody licence
        community-order""",
    "anti-social-behaviour": "asb-incident asb-intervention",
    "education": """attendance exclusion-fixed exclusion-permanent alternative-provision
        not-on-roll education-needs-unmet""",
    "social-care": """early-help child-in-need section-47 child-protection-plan
        parenting-support parental-conflict caring-unsupported abuse-or-neglect""",
    "violence-in-the-home": """child-violence-at-home domestic-abuse-victim
        domestic-abuse-perpetrator domestic-callout""",
    "vulnerable-children-health": """early-years-development early-years-place-untaken
        missing-episode exploitation-risk""",
    "employment": """out-of-work-benefit employment neet leaving-school-no-plans
        problem-debt rent-arrears""",
    "health": "mental-health physical-health perinatal-health",
    "substance-misuse": "alcohol drugs",
    "housing": "temporary-accommodation homelessness-risk",
}
EXTRA_FIELDS = {
    "custody": {"release_due"},
    "attendance": {"possible", "attended", "authorised"},
    "exclusion-fixed": {"days"},
    "out-of-work-benefit": {"benefit"},
    "nomination": {"criterion"},
    "nothing-found": {"criterion"},
}
NEEDS_PERSON = {
    "attendance", "custody", "licence", "community-order", "employment", "out-of-work-benefit",
}  # fmt: skip


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / name).read_text("utf-8"))


def _pack(name: str) -> dict[str, Any]:
    return _read(f"programmes/{name}.toml")


def _indicator(entry: dict[str, Any]) -> Table:
    table = {key: value for key, value in entry.items() if key not in WORDS}
    table["id"] = entry["id"]
    table["facts"] = entry.get("facts", FIXED_KINDS.get(entry["test"], []))
    if entry["test"] in {"count", "count-terms"}:
        table.setdefault("at_least", 1)
    return _without_defaults(table)


def _measure(entry: dict[str, Any]) -> Table:
    if "any_of" in entry:
        return {"any_of": [_measure(one) for one in entry["any_of"]]}
    table = {key: value for key, value in entry.items() if key not in WORDS | {"measure"}}
    table["test"] = entry["measure"]
    table["facts"] = entry.get("facts", FIXED_KINDS.get(entry["measure"], []))
    return _without_defaults(table)


def _without_defaults(table: Table) -> Table:
    if table.get("exclude_authorised") is False:
        del table["exclude_authorised"]
    return table


def _criterion(entry: dict[str, Any]) -> Table:
    return {
        **{key: entry[key] for key in ("id", "title", "category")},
        "indicators": [_indicator(one) for one in entry["indicators"]],
        "measures": [_measure(one) for one in entry["measures"]],
    }


def _sources(entry: Any) -> list[dict[str, Any]]:
    """Every table of a pack that says where a threshold came from."""
    if isinstance(entry, list):
        return [found for one in entry for found in _sources(one)]
    if not isinstance(entry, dict):
        return []
    own = [entry] if isinstance(entry.get("source"), str) else []
    return own + [found for one in entry.values() for found in _sources(one)]


def test_the_four_packs_are_shipped_and_no_others() -> None:
    files = sorted(file.stem for file in (RESOURCES / "programmes").glob("*.toml"))
    assert files == sorted(PACKS)
    assert [_pack(name)["id"] for name in files] == files


@pytest.mark.parametrize("name", list(PACKS))
def test_a_pack_has_the_figures_of_the_text(name: str) -> None:
    pack, text = _pack(name), PACKS[name]
    names = ("id", "version", "min_criteria", "min_needs", "dependent_child", "claims")
    assert {key: pack[key] for key in names} == {key: text[key] for key in names}
    assert pack.get("check_months", 6) == text["check_months"]
    assert text["title"] in (None, pack["title"])
    route = _measure(pack["employment_route"]) if "employment_route" in pack else None
    assert route == text["employment_route"]


@pytest.mark.parametrize("name", list(PACKS))
def test_a_pack_has_the_criteria_of_the_text(name: str) -> None:
    ours = [_criterion(entry) for entry in _pack(name)["criteria"]]
    text = PACKS[name]["criteria"]
    assert [one["id"] for one in ours] == [one["id"] for one in text]
    for one, other in zip(ours, text, strict=True):
        assert one == other


@pytest.mark.parametrize("name", list(VALID))
def test_a_pack_is_valid_in_the_years_of_its_title(name: str) -> None:
    pack = _pack(name)
    assert (pack["valid_from"].year, pack["valid_to"].year) == VALID[name]


def test_families_first_begins_in_april_2025_and_has_no_end() -> None:
    pack = _pack("families-first-2025")
    assert pack["valid_from"] == date(2025, 4, 1)
    assert "valid_to" not in pack


@pytest.mark.parametrize("name", list(PACKS))
def test_every_threshold_says_where_it_came_from(name: str) -> None:
    pack = _pack(name)
    asked = [
        *pack["sources"].values(),
        *(one for entry in pack["criteria"] for one in entry["indicators"]),
        *(
            one
            for entry in pack["criteria"]
            for measure in entry["measures"]
            for one in measure.get("any_of", [measure])
        ),
    ]
    assert set(pack["sources"]) >= {"min_criteria", "min_needs", "dependent_child"}
    for entry in asked:
        assert entry["source"].strip()
        assert isinstance(entry["checked"], bool)


def test_only_headings_needs_and_the_90_per_cent_of_2022_are_checked() -> None:
    pack = _pack("supporting-families-2022")
    assert all(entry["checked"] for entry in pack["criteria"])
    assert [key for key, entry in pack["sources"].items() if entry["checked"]] == ["min_needs"]
    thresholds = [one for one in _sources(pack["criteria"]) if one not in pack["criteria"]]
    assert {one["percent"] for one in thresholds if one["checked"]} == {90}
    assert all("percent" in one for one in thresholds if one["checked"])


def test_nothing_of_families_first_is_checked() -> None:
    assert not [one for one in _sources(_pack("families-first-2025")) if one["checked"]]


def test_what_came_second_hand_is_not_checked() -> None:
    found = [one for one in _sources(_pack("bnes-connecting-families")) if one["checked"]]
    assert found
    assert not [one for one in found if "second hand" in one["source"]]


def test_the_kinds_of_fact_have_the_shapes_of_the_text() -> None:
    facts = _read("facts.toml")["facts"]
    shapes = {kind: entry["shape"] for kind, entry in facts.items()}
    text = dict.fromkeys(EVENTS, "event") | dict.fromkeys(SPELLS, "spell")
    assert shapes == text | dict.fromkeys(MEASURES, "measure")


def test_the_kinds_of_fact_have_the_categories_of_the_text() -> None:
    facts = _read("facts.toml")["facts"]
    text = {kind: category for category, kinds in CATEGORIES.items() for kind in kinds.split()}
    text |= dict.fromkeys(("nomination", "nothing-found"), None)
    assert {kind: entry.get("category") for kind, entry in facts.items()} == text


def test_the_kinds_of_fact_have_the_fields_of_the_text() -> None:
    facts = _read("facts.toml")["facts"]
    fields = {
        kind: {*entry.get("fields", ()), *entry.get("required", ())}
        for kind, entry in facts.items()
    }
    assert {kind: names for kind, names in fields.items() if names} == EXTRA_FIELDS
    needing = {kind for kind, entry in facts.items() if entry.get("needs_person")}
    assert needing == NEEDS_PERSON
    benefits = facts["out-of-work-benefit"]["choices"]["benefit"]
    assert set(benefits) == {"jsa", "esa", "is", "ca", "uc-search", "uc-other"}
