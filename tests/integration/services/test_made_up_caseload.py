"""In the made-up caseload every rule can be seen at work."""

from __future__ import annotations

from collections import Counter

import pytest

from casedesk.demo import caseload
from casedesk.domain.consent import STATES, consent_state
from casedesk.domain.gate import GateQuestion, open_gate
from casedesk.domain.programmes import evaluate
from casedesk.domain.records import CaseFile
from casedesk.services.session import Session


@pytest.fixture(scope="module")
def cases(made_up: Session) -> list[CaseFile]:
    with made_up.store.read() as reading:
        return list(reading.case_files())


def test_sixty_families_and_the_same_again() -> None:
    first, again = caseload(), caseload()
    assert first == again
    assert len(first["Families"]) == 60
    assert caseload(seed=7) != first


@pytest.mark.parametrize(
    "programme",
    [
        "troubled-families-2015",
        "bnes-connecting-families",
        "supporting-families-2022",
        "families-first-2025",
    ],
)
def test_every_state_under_every_pack(
    made_up: Session, cases: list[CaseFile], programme: str
) -> None:
    pack = made_up.packs.get(programme)
    seen: Counter[tuple[str, object]] = Counter()
    for case in cases:
        result = evaluate(case, pack, made_up.today, made_up.catalogue)
        seen[("eligible", result.eligible)] += 1
        for one in result.criteria:
            seen[("state", one.state)] += 1
            seen[("progress", one.progress)] += 1
            seen[("decided", one.decision.state if one.decision else None)] += 1
            seen[("changed", one.records_changed)] += 1
    assert {state for kind, state in seen if kind == "state"} == {"met", "not_met", "not_known"}
    progress = {state for kind, state in seen if kind == "progress"}
    several = any(len(criterion.measures) > 1 for criterion in pack.criteria)
    assert progress == {"improved", "not_yet", None} | ({"improving"} if several else set())
    assert {state for kind, state in seen if kind == "eligible"} == {True, False}
    if programme == "troubled-families-2015":
        assert {state for kind, state in seen if kind == "decided"} == {"met", "not_met", None}
        assert {state for kind, state in seen if kind == "changed"} == {True, False}


def test_every_consent_state(made_up: Session, cases: list[CaseFile]) -> None:
    seen = set()
    soon = False
    for case in cases:
        for person in case.people:
            for recipient in made_up.catalogue.recipients:
                for category in made_up.catalogue.categories:
                    state = consent_state(
                        case, person.id, recipient, category, "support", made_up.today
                    )
                    seen.add(state.state)
                    soon = soon or state.expires_soon
    assert seen == set(STATES)
    assert soon


def test_the_gate_has_something_to_say_of_every_rule(
    made_up: Session, cases: list[CaseFile]
) -> None:
    reasons: set[str] = set()
    bases: set[str] = set()
    kinds: set[str] = set()
    unlisted = False
    for case in cases:
        for recipient, purpose in (("schools", "support"), ("nhs", "support"), ("ons", "evaluate")):
            question = GateQuestion(recipient, purpose, made_up.today)
            result = open_gate(
                case, question, made_up.catalogue, made_up.packs.criterion_categories()
            )
            for item in result.items:
                kinds.add(item.kind)
                unlisted = unlisted or bool(item.names_unlisted)
                bases.update(part.split()[0] for part in item.because.split("; ") if part)
                reasons.add(item.reason)
    said = " ".join(reasons)
    assert kinds == {"fact", "contact", "goal", "action", "person", "address", "assessment"}
    assert {"consent", "decision", "public"} <= bases
    for words in (
        "refused", "withdrawn", "ran out", "not asked", "not to share", "under a restriction",
        "objected", "confidential", "protected address",
    ):  # fmt: skip
        assert words in said, words
    assert unlisted


def test_contacts_over_two_years(made_up: Session, cases: list[CaseFile]) -> None:
    days = [contact.on for case in cases for contact in case.contacts]
    assert (max(days) - min(days)).days > 650
    assert len({contact.text for case in cases for contact in case.contacts}) > 300


def test_nobody_is_real(cases: list[CaseFile]) -> None:
    numbers = [person.nhs_number for case in cases for person in case.people if person.nhs_number]
    assert numbers
    assert all(number.replace(" ", "").startswith("999") for number in numbers)
