"""What the list of families says about itself: how many, and which filters are on."""

from __future__ import annotations

from collections.abc import Collection

from casedesk.domain.views.families_list import (
    CONSENT_ENDING,
    ELIGIBLE,
    MINE,
    MY_TEAM,
    OPEN,
    REVIEW_OVERDUE,
    FamilyListPage,
)

_BEFORE = {OPEN: "open", ELIGIBLE: "eligible"}
_BEHIND = {
    MINE: "of yours",
    MY_TEAM: "in your team",
    REVIEW_OVERDUE: "with a review overdue",
    CONSENT_ENDING: "with a consent that ends soon",
}


def looking_at(filters: Collection[str]) -> str:
    """The filters that are on, as a sentence: "You are looking at open families of yours."."""
    before = " ".join(word for name, word in _BEFORE.items() if name in filters)
    behind = " and ".join(words for name, words in _BEHIND.items() if name in filters)
    return f"{' '.join(f'You are looking at {before} families {behind}'.split())}."


def count_words(page: FamilyListPage, text: str) -> str:
    """How many families are shown, and how many of them match `text`."""
    if text and not page.matching:
        return "No families match"
    if text:
        verb = "matches" if page.matching == 1 else "match"
        return f"{page.matching:,} of {page.filtered:,} families {verb} “{text}”"
    return f"{page.matching:,} {'family' if page.matching == 1 else 'families'}"
