"""Criteria as cards: reasons, evidence, months, what would settle them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from casedesk.domain.errors import UsageError
from casedesk.domain.views.criteria_page import CriterionCard
from casedesk.services.criteria import criteria_of_family
from casedesk.services.criteria_page import criteria_page, packs_side_by_side
from casedesk.services.session import Session

ASHWORTH = "CD-0412"


def card(session: Session, criterion: str) -> CriterionCard:
    page = criteria_page(session, ASHWORTH)
    return next(one for one in page.cards if one.id == criterion)


def test_cards_say_what_the_rules_say(made_up: Session) -> None:
    page = criteria_page(made_up, ASHWORTH)
    result = criteria_of_family(made_up, ASHWORTH)
    assert [one.reason for one in page.cards] == [one.reason for one in result.criteria]
    assert [one.effective for one in page.cards] == [one.state for one in result.criteria]
    assert [pip.state for pip in page.pips] == [one.state for one in page.cards]
    assert page.notes == result.notes


def test_what_counts_comes_before_the_rest(made_up: Session) -> None:
    evidence = card(made_up, "education").evidence
    marks = [row.counts for row in evidence]
    assert marks == sorted(marks, reverse=True)
    assert {row.who for row in evidence} == {"Tyler", "Ellie"}
    counting = [row for row in evidence if row.counts]
    assert len(counting) == 6
    assert counting[0].what.startswith("88.1% attendance")
    assert counting[0].source == "Ashfield Primary School"


def test_the_months_end_with_the_day_asked_about(made_up: Session) -> None:
    strip = card(made_up, "crime").strip
    assert len(strip) == 24
    assert strip[-1].month == made_up.today
    assert strip[-1].words == "November 2026: met"
    assert strip[0].words == "December 2024: not known"
    earlier = criteria_page(made_up, ASHWORTH, as_at=made_up.today - timedelta(days=365))
    assert earlier.as_at.year == 2025
    assert next(one for one in earlier.cards if one.id == "crime").effective == "not_known"


def test_a_not_known_one_says_what_would_settle_it(made_up: Session) -> None:
    work = card(made_up, "work")
    assert work.settle is not None
    assert work.settle.question.startswith("Ask the family and the Jobcentre")
    assert work.settle.category == "employment"
    assert "out-of-work-benefit" in {kind for kind, _ in work.settle.kinds}
    assert (work.can_confirm, work.can_disagree) == (False, False)
    assert card(made_up, "crime").settle is None


def test_a_decision_stands_on_its_card(made_up: Session) -> None:
    help_ = card(made_up, "help")
    assert help_.decision is not None
    assert help_.decision.sentence == (
        "You confirmed this on 12 September 2026: Ellie and Sam have a child in need plan."
    )
    assert not help_.can_confirm
    assert card(made_up, "crime").can_confirm


def test_progress_says_how_far_it_is(made_up: Session) -> None:
    assert card(made_up, "health").progress_words == "Improved and sustained"
    crime = card(made_up, "crime")
    assert crime.progress_words == "Not yet: 18 February 2027 at the earliest"
    assert len(crime.missing) == 1


def test_packs_side_by_side(made_up: Session) -> None:
    columns = packs_side_by_side(made_up, ASHWORTH)
    assert [one.programme for one in columns] == list(made_up.packs.packs)
    assert {len(one.criteria) for one in columns} == {6, 10}
    other = criteria_page(made_up, ASHWORTH, programme="supporting-families-2022")
    column = next(one for one in columns if one.programme == other.programme)
    assert column.meets == other.meets
    assert [pip for _, pip in column.criteria] == list(other.pips)


def test_a_programme_there_is_not(made_up: Session) -> None:
    with pytest.raises(UsageError):
        criteria_page(made_up, ASHWORTH, programme="none-such")
