"""Lines of text: nothing lost, nothing too wide, right-to-left text in drawing order."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_examples import FONTS

from casedesk.reports import bidi
from casedesk.reports.fonts import BOLD, REGULAR, load_fonts
from casedesk.reports.lettering import Setter
from casedesk.reports.lines import Line
from casedesk.reports.plain_text import plain
from casedesk.reports.style import BODY, BODY_BOLD, SMALL

SETTER = Setter(load_fonts(FONTS))


def said(lines: list[Line]) -> list[str]:
    return ["".join(run.text for run in line.runs) for line in lines]


def test_words_wrap_at_spaces_and_lines_fit() -> None:
    lines = SETTER.lines([("Kerry was up and the house was warm.", BODY)], 90)
    assert len(lines) > 1
    assert " ".join(said(lines)) == "Kerry was up and the house was warm."
    assert all(line.width <= 90 for line in lines)
    assert [line.goes_on for line in lines] == [True] * (len(lines) - 1) + [False]


def test_a_word_that_is_too_wide_breaks_and_keeps_every_letter() -> None:
    lines = SETTER.lines([("x" * 300, BODY)], 80)
    assert "".join(said(lines)) == "x" * 300
    assert all(line.width <= 80 for line in lines)
    assert not any(line.goes_on for line in lines)


def test_a_long_address_breaks_after_punctuation() -> None:
    first, *_ = said(SETTER.lines([("one/two/three/four/five/six/seven/eight", BODY)], 100))
    assert first.endswith("/")


def test_line_breaks_of_all_kinds_start_a_line() -> None:
    lines = SETTER.lines([("a\r\nb\rc\nd\u2028e\x0bf", BODY)], 100)
    assert said(lines) == ["a", "b", "c", "d", "e", "f"]


def test_no_text_has_no_lines() -> None:
    assert SETTER.lines([("", BODY)], 100) == []


def test_spans_in_two_styles_share_a_line() -> None:
    (line,) = SETTER.lines([("The next review is on ", BODY), ("1 May", BODY_BOLD)], 400)
    assert said([line]) == ["The next review is on 1 May"]
    assert len({run.face for run in line.runs}) == 2


def test_invisible_marks_go_and_odd_spaces_become_spaces() -> None:
    assert plain("a\u00adb\ufeffc\u200ed\u2003e\u202ff\u2011g") == "abcd e\u00a0f-g"


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x7f", "\x9f", "\u202e", "\u2066", "\ue000"]
)
def test_controls_are_boxed_with_their_number(character: str) -> None:
    (line,) = SETTER.lines([(f"a{character}b", BODY)], 400)
    assert [run.code for run in line.runs] == [None, f"{ord(character):04X}", None]


def test_a_word_with_a_strange_letter_is_set_whole_in_one_font() -> None:
    (line,) = SETTER.lines([("Siân Llŷr ab", BODY)], 400)
    assert [(run.text, run.face.name) for run in line.runs] == [
        ("Siân ", "CaseDesk-AtkinsonHyperlegible-Regular"),
        ("Llŷr", "CaseDesk-NotoSans-Regular"),
        (" ab", "CaseDesk-AtkinsonHyperlegible-Regular"),
    ]


def test_the_main_font_has_polish_romanian_and_dashes() -> None:
    text = "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ ăâîșț ĂÂÎȘȚ çğışö éèêë ñ ß – — ‘’ “” … • £ € ½"
    for style in (REGULAR, BOLD):
        assert load_fonts(FONTS).covers(text, style)


def test_shortened_only_when_it_must_be() -> None:
    whole = SETTER.shortened([("Ashworth", BODY), (" family", BODY)], 400)
    assert whole is not None
    assert said([whole]) == ["Ashworth family"]
    cut = SETTER.shortened([("Ashworth" * 10, BODY), (" family", BODY)], 100)
    assert cut is not None
    assert said([cut])[0].endswith("…")
    assert cut.width <= 100
    assert SETTER.shortened([("", BODY)], 10) is None


VISIBLE = st.text(
    st.one_of(
        st.sampled_from("abc XYZ-/ŵșłяאبع李"), st.characters(exclude_categories=["Cs", "Zl", "Zp"])
    ),
    max_size=60,
)


@settings(deadline=None)
@given(VISIBLE, st.sampled_from([24.0, 60.0, 300.0]))
def test_any_text_is_set_in_lines_that_fit(text: str, room: float) -> None:
    for line in SETTER.lines([(text, SMALL)], room):
        letters = sum(len(run.text) for run in line.runs)
        assert line.width <= room + 0.001 or letters <= 1
        assert all(run.code or all(map(run.face.has, run.text)) for run in line.runs)


@settings(deadline=None)
@given(st.text(st.sampled_from("ab c-אבג12 ()،بت"), max_size=40))
def test_every_letter_of_mixed_directions_is_drawn_once(text: str) -> None:
    drawn = "".join(said(SETTER.lines([(text, BODY)], 60)))
    mirrored = {"(": "()", ")": "()"}
    for letter in "abc-אבג12":
        assert drawn.count(letter) == text.count(letter)
    brackets = sum(text.count(one) for one in mirrored)
    assert sum(drawn.count(one) for one in mirrored) == brackets


def test_hebrew_is_drawn_from_right_to_left_with_numbers_and_english_kept() -> None:
    (line,) = SETTER.lines([("רחוב 12 (ok)", BODY)], 400)
    assert said([line]) == ["(ok) 12 בוחר"]
    assert not line.rightwards


def test_a_name_in_our_sentence_does_not_turn_the_sentence() -> None:
    (line,) = SETTER.lines([("שרה", BODY), (", 24 November 2026", BODY)], 400)
    assert said([line]) == ["הרש, 24 November 2026"]


def test_arabic_letters_are_joined() -> None:
    assert bidi.join_letters("بيت") == "\ufe91\ufef4\ufe96"
    assert bidi.join_letters("دار") == "\ufea9\ufe8d\ufead"
    assert bidi.join_letters("لا") == "\ufefb"
    assert bidi.join_letters("ب\u200cب") == "\ufe8f\u200c\ufe8f"
    assert bidi.join_letters("plain") == "plain"


@settings(deadline=None)
@given(st.lists(st.integers(0, 3), max_size=30))
def test_drawing_order_is_a_reordering(level: list[int]) -> None:
    assert sorted(bidi.drawing_order(level)) == list(range(len(level)))
