"""The type of the window: the table, the typefaces, figures of equal width."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

from casedesk.services.window_resources import fonts_folder, icons_folder
from casedesk.ui.theme import Theme
from casedesk.ui.theme.typography import FONT_FILES, STYLES, font, line_height, load_fonts

TABLE = (
    "display 26/32 600 · title 20/28 600 · heading 16/24 600 · sub 14/20 600 · body 14/20 400 · "
    "med 14/20 500 · small 13/18 400 · smallb 13/18 600 · cap 12/16 500 · capb 12/16 600 · "
    "note 16/26 400 · visit 17/26 400 · visitb 17/26 600 · time 20/24 600 · mono 20/28 500 · "
    "tiny 11/14 600"
)


def test_the_table_is_the_one_that_was_designed() -> None:
    written = {f"{name} {s.size}/{s.line} {s.weight}" for name, s in STYLES.items()}
    assert written == set(TABLE.split(" · "))


def test_nothing_is_under_12_px_but_the_question_mark_in_a_glyph() -> None:
    assert [name for name, style in STYLES.items() if style.size < 12] == ["tiny"]


@pytest.mark.parametrize("style", STYLES)
def test_every_style_is_drawn_with_our_typeface(theme: Theme, style: str) -> None:
    made = theme.font(style)
    info = QFontInfo(made)
    assert info.family() == ("Inter Display" if STYLES[style].size >= 20 else "Inter")
    assert info.weight() == STYLES[style].weight


def test_figures_are_of_equal_width_in_every_style(theme: Theme) -> None:
    for style in STYLES:
        metrics = QFontMetricsF(theme.font(style))
        assert {metrics.horizontalAdvance(figure * 4) for figure in "0123456789"} == {
            metrics.horizontalAdvance("0000")
        }


def test_figures_of_equal_width_pull_no_words_apart(theme: Theme) -> None:
    """The published typeface also widens hyphens and brackets; ours must not."""
    plain = theme.font("body")
    plain.unsetFeature(QFont.Tag("tnum"))
    words = "two-person (visits)"
    assert QFontMetricsF(theme.font("body")).horizontalAdvance(words) == pytest.approx(
        QFontMetricsF(plain).horizontalAdvance(words)
    )


def test_text_size_multiplies_the_table(theme: Theme) -> None:
    theme.set_factor(1.3)
    assert theme.font("body").pixelSize() == 18
    assert theme.line_height("body") == line_height("body", 1.3) == 26
    assert theme.px(100) == 130


def test_a_style_sheet_label_has_size_weight_and_figures(theme: Theme, qtbot: object) -> None:
    from casedesk.ui.widgets.label import Label

    label = Label("1111", "title")
    label.ensurePolished()
    made = label.font()
    assert (made.family(), made.pixelSize(), made.weight()) == ("Inter Display", 20, 600)
    assert made.featureValue(QFont.Tag("tnum")) == 1


def test_the_recovery_code_tells_a_nought_from_an_o(theme: Theme) -> None:
    made = font("mono")
    assert made.featureValue(QFont.Tag("zero")) == 1
    assert made.featureValue(QFont.Tag("ss02")) == 1


def test_unknown_styles_and_missing_typefaces_are_bugs(theme: Theme, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        font("enormous")
    with pytest.raises(FileNotFoundError, match=r"Inter-Regular\.ttf"):
        load_fonts(tmp_path)


def test_resources_are_where_the_window_looks(theme: Theme) -> None:
    assert {path.name for path in fonts_folder().glob("Inter*.ttf")} == set(FONT_FILES)
    assert (fonts_folder() / "OFL-Inter.txt").is_file()
    assert (icons_folder() / "LICENCE-Lucide.txt").is_file()
