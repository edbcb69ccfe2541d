"""The gate and the consent states, held against a second, slow reading of the rules.

`CASEDESK_ORACLE_FAMILIES` raises the number of invented families for a long run, and
`CASEDESK_ORACLE_FIRST` the number of the first one.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from random import Random

import pytest
from gate_oracle.families import CRITERIA, Invented, invent
from gate_oracle.family_agreements import CATEGORIES, PURPOSES, RECIPIENTS
from gate_oracle.naive_consent import (
    consent_word,
    deciding_consent,
    expires_soon,
    is_named,
    kind_of,
    named_ones,
)
from gate_oracle.naive_gate import Answer, Asked, NaiveGate
from gate_oracle.naive_items import CATEGORY_OF, age
from gate_oracle.naive_names import names_unlisted

from casedesk.domain.catalogue import Catalogue, parse_catalogue
from casedesk.domain.consent import consent_state
from casedesk.domain.gate import GateItem, GatePolicy, GateQuestion, GateResult, open_gate
from casedesk.domain.records import CaseFile

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
FAMILIES = int(os.environ.get("CASEDESK_ORACLE_FAMILIES", "200"))
FIRST = int(os.environ.get("CASEDESK_ORACLE_FIRST", "0"))
PARTS = 6


@cache
def _catalogue() -> Catalogue:
    names = ("facts", "categories", "recipients", "purposes", "conditions")
    return parse_catalogue(
        {name: tomllib.loads((RESOURCES / f"{name}.toml").read_text("utf-8")) for name in names}
    )


def _seeds(part: int, families: int = FAMILIES) -> range:
    return range(FIRST + part, FIRST + families, PARTS)


def _ask(case: CaseFile, asked: Asked) -> GateResult:
    question = GateQuestion(asked.recipient, asked.purpose, asked.day, asked.reader)
    policy = GatePolicy(evaluation_asks_consent=asked.ask_consent_for_evaluation)
    return open_gate(case, question, _catalogue(), CRITERIA, policy)


def _compare(family: Invented) -> Iterator[str]:
    for asked in family.questions:
        engine = {(item.kind, item.record_id): item for item in _ask(family.case, asked).every}
        oracle = {
            (answer.thing.kind, answer.thing.record_id): answer
            for answer in NaiveGate(family.case, asked, CRITERIA).answers()
        }
        where = f"{family.seed} {asked}"
        for key in sorted(engine.keys() ^ oracle.keys()):
            yield f"{where}: {key} is an item only for {'us' if key in engine else 'the oracle'}"
        for key in sorted(engine.keys() & oracle.keys()):
            for said in _differences(family.case, engine[key], oracle[key]):
                yield f"{where}: {key[0]} {engine[key].id} {said}"


def _differences(case: CaseFile, item: GateItem, answer: Answer) -> Iterator[str]:
    thing = answer.thing
    pairs = {
        "people": (item.people, thing.names),
        "about": (item.about, answer.about),
        "categories": (item.categories, thing.categories),
        "allowed": (item.allowed, answer.allowed),
        "because": (item.because, "; ".join(answer.because)),
        "a reason": (bool(item.reason), not answer.allowed),
        "names unlisted": (item.names_unlisted, names_unlisted(case, thing)),
    }
    for what, (ours, theirs) in pairs.items():
        if ours != theirs:
            yield f"{what}: engine {ours!r}, oracle {theirs!r} ({item.reason})"


def _report(found: list[str]) -> str:
    return f"{len(found)} differences, such as\n" + "\n".join(found[:20])


@pytest.mark.parametrize("part", range(PARTS))
def test_the_gate_agrees_with_the_slow_reading(part: int) -> None:
    found: list[str] = []
    for seed in _seeds(part):
        found += _compare(invent(seed))
    assert not found, _report(found)


@pytest.mark.parametrize("part", range(PARTS))
def test_consent_states_agree_with_the_slow_reading(part: int) -> None:
    found: list[str] = []
    for seed in _seeds(part):
        family = invent(seed)
        case, days = family.case, [asked.day for asked in family.questions]
        every = list(product(case.people, set(RECIPIENTS), CATEGORIES, set(PURPOSES)))
        rng = Random(seed)
        for person, recipient, category, purpose in rng.sample(every, min(60, len(every))):
            key = (person.id, recipient, category, purpose, rng.choice(days))
            ours, theirs = _state(case, *key), _naive_state(case, *key)
            if ours != theirs:
                found.append(f"{seed} {key}: engine {ours}, oracle {theirs}")
    assert not found, _report(found)


State = tuple[str, str | None, bool, bool]


def _state(
    case: CaseFile, person: str, recipient: str, category: str, purpose: str, day: date
) -> State:
    state = consent_state(case, person, recipient, category, purpose, day)
    record = state.record.ref if state.record is not None else None
    return state.state, record, state.expires_soon, state.permits


def _naive_state(
    case: CaseFile, person: str, recipient: str, category: str, purpose: str, day: date
) -> State:
    word = consent_word(case, person, recipient, category, purpose, day)
    record = deciding_consent(case, person, recipient, category, purpose, day)
    soon = record is not None and word == "given" and expires_soon(record, day)
    refused = not is_named(recipient) and any(
        consent_word(case, person, one, category, purpose, day) == "refused"
        for one in named_ones(case, kind_of(recipient))
    )
    return word, record.ref if record is not None else None, soon, word == "given" and not refused


def test_the_invented_families_reach_every_rule() -> None:
    seen: set[object] = set()
    for seed in range(60):
        family = invent(seed)
        for asked in family.questions:
            for item in _ask(family.case, asked).every:
                seen |= {(item.kind, item.allowed), bool(item.names_unlisted)}
                seen |= {word for word in REACHED if word in (item.reason or item.because)}
    assert seen >= set(REACHED)
    assert seen >= set(product(KINDS, (True, False)))


KINDS = (
    "fact", "contact", "goal", "action", "person", "address", "assessment", "decision",
    "judgement", "review", "document",
)  # fmt: skip
REACHED = (
    "not asked", "refused", "withdrawn", "ran out after", "by name", "is not to share",
    "under a restriction", "objected", "every purpose", "marked confidential",
    "a protected address", "names nobody", "neither", "perpetrator", "nothing else that names",
    "consent C-", "decision S-", "public task, privacy notice", "the reader's own",
    "parental responsibility", "parental responsibility; decision S-",
)  # fmt: skip


def test_the_same_number_invents_the_same_family() -> None:
    assert invent(7) == invent(7)
    assert invent(7).case != invent(8).case


def test_both_know_the_same_kinds_of_fact() -> None:
    listed = {kind.id: kind.category for kind in _catalogue().facts.values() if kind.category}
    assert listed == CATEGORY_OF


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2008, 2, 29), date(2024, 2, 28), 15),
        (date(2008, 2, 29), date(2024, 2, 29), 16),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2010, 6, 5), date(2026, 6, 4), 15),
        (date(2010, 6, 5), date(2010, 6, 4), -1),
    ],
)
def test_the_oracle_counts_birthdays_as_the_text_does(born: date, day: date, years: int) -> None:
    assert age(born, day) == years
