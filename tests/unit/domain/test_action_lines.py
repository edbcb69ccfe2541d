"""An action in one line: who, what and by when, and no word of it lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedesk.domain.action_lines import (
    FAMILY,
    OTHER,
    PROFESSIONAL,
    WORKER,
    Known,
    Owner,
    read_action_line,
    worker_known,
)

TODAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)
KERRY = Owner(FAMILY, "Kerry", "p1")
JO = Owner(WORKER, "Jo Hebden")
NURSE = Owner(PROFESSIONAL, "Ruth Adeyemi", "x1")
KNOWN = (
    Known(KERRY, ("Kerry", "Kerry Ashworth")),
    Known(NURSE, ("Ruth Adeyemi", "Ruth", "health visitor")),
    worker_known("Jo Hebden"),
)


@pytest.mark.parametrize(
    ("text", "title", "owner", "due"),
    [
        ("Kerry to ring the GP by Friday", "Ring the GP", KERRY, FRIDAY),
        ("kerry to ring the GP", "Ring the GP", KERRY, None),
        ("Kerry Ashworth will ring the GP due on 27/11", "Ring the GP", KERRY, FRIDAY),
        ("Kerry: ring the GP", "Ring the GP", KERRY, None),
        ("By Friday, Kerry to ring the GP", "Ring the GP", KERRY, FRIDAY),
        ("Jo to book the room by the end of the month", "Book the room", JO, date(2026, 11, 30)),
        ("I'll ring school tomorrow", "Ring school tomorrow", JO, date(2026, 11, 25)),
        ("I will send the form by 1st dec.", "Send the form", JO, date(2026, 12, 1)),
        ("me to send the form", "Send the form", JO, None),
        ("The health visitor to weigh Sam in 2 weeks", "Weigh Sam in 2 weeks", NURSE,
         date(2026, 12, 8)),
        ("Ask the school about Ellie's bus pass by 27 November",
         "Ask the school about Ellie's bus pass", None, FRIDAY),
        ("Ask Kerry to ring the GP", "Ask Kerry to ring the GP", None, None),
        ("Ms Ferris to send work home", "Send work home", Owner(OTHER, "Ms Ferris"), None),
        ("The housing officer to fit a lock by mon", "Fit a lock",
         Owner(OTHER, "The housing officer"), date(2026, 11, 30)),
        ("Samira Khan to send the letter", "Send the letter", Owner(OTHER, "Samira Khan"), None),
        ("Talk to Ms Ferris to book a room", "Talk to Ms Ferris to book a room", None, None),
        ("Referral to CAMHS", "Referral to CAMHS", None, None),
        ("Trip to the dentist", "Trip to the dentist", None, None),
        ("Gary to CAMHS", "Gary to CAMHS", None, None),
        ("Pass on papers by hand", "Pass on papers by hand", None, None),
        ("Go by bus by 3/11/2025", "Go by bus by 3/11/2025", None, None),
        ("Kerry to", "Kerry to", None, None),
        ("by Friday", "By Friday", None, None),
        ("i to i", "I to i", None, None),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_what_a_line_means(text: str, title: str, owner: Owner | None, due: date | None) -> None:
    line = read_action_line(text, TODAY, KNOWN)
    assert (line.title, line.owner, line.due) == (title, owner, due)


def test_what_was_taken_out_is_kept() -> None:
    line = read_action_line("Kerry  needs to ring the GP, by  next Friday", TODAY, KNOWN)
    assert (line.owner_words, line.due_words) == ("Kerry needs to", "by next Friday")
    assert (line.title, line.due) == ("Ring the GP", date(2026, 12, 4))


PIECES = (
    "Kerry kerry Jo I me to will by due on Friday 27/11 27 November ring GP the school : , ’ ' . "
    "next in 6 weeks end of month By, Ms Ferris Ask about tomorrow"
)
LINES = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(PIECES.split()), max_size=12).map(" ".join)
)


@given(LINES, st.dates())
def test_no_word_is_lost(text: str, today: date) -> None:
    line = read_action_line(text, today, KNOWN)
    kept = " ".join((line.owner_words, line.title, line.due_words))
    assert sorted(_letters(text)) == sorted(_letters(kept))
    assert line.due is None or line.due >= today
    assert bool(line.title) == bool(text.strip())


@given(st.sampled_from(("Kerry", "Jo", "Ruth")), st.dates(TODAY, date(2060, 1, 1)))
def test_a_plain_line_is_always_understood(name: str, day: date) -> None:
    typed = f"{name} to ring the GP by {day.day}/{day.month}/{day.year}"
    line = read_action_line(typed, TODAY, KNOWN)
    assert line.owner is not None
    assert line.owner.name.startswith(name)
    assert (line.title, line.due) == ("Ring the GP", day)


def _letters(text: str) -> list[str]:
    """The words without what joins them: a comma before the date may go."""
    words = (word.strip(" ,;:-.!").casefold() for word in text.split())
    return [word for word in words if word]
