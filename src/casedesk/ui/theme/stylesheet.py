"""The whole style sheet of the window, built from the table of colours and of type.

Widgets ask for a look with properties: `type` and `ink` on labels, `kind` and `tall` on
buttons, `card` on frames, `tone` where something is late, given or a need.
"""

from __future__ import annotations

from pathlib import Path

from casedesk.ui.theme.contrast import luminance
from casedesk.ui.theme.sheet_buttons import button_rules
from casedesk.ui.theme.sheet_fields import field_rules
from casedesk.ui.theme.sheet_views import view_rules
from casedesk.ui.theme.tokens import TONES, Tokens
from casedesk.ui.theme.typography import STYLES

INKS = ("ink", "ink2", "ink3", "accentTx", "railTx", "railOnTx", "onAccent")


def stylesheet(tokens: Tokens, factor: float, icons: Path) -> str:
    """The rules for one theme and text size. `icons` is the folder of icons."""
    marks = Marks(icons, dark=luminance(tokens.onAccent) < 0.5)
    return "\n".join(
        (
            _text_rules(tokens, factor),
            _frame_rules(tokens, factor),
            button_rules(tokens, factor),
            field_rules(tokens, factor, marks.url),
            view_rules(tokens, factor),
        )
    )


class Marks:
    """The few marks that a style sheet needs as files, in the tint of the theme."""

    def __init__(self, icons: Path, *, dark: bool) -> None:
        self._folder = icons / "tinted"
        self._tint = "dark" if dark else "light"

    def url(self, name: str) -> str:
        """The mark called `name` as a style sheet names a file."""
        return f'url("{(self._folder / f"{name}-{self._tint}.svg").as_posix()}")'


def type_rule(style: str, factor: float) -> str:
    """Family, size and weight of a type style, as declarations."""
    spec = STYLES[style]
    size = round(spec.size * factor)
    return f'font-family: "{spec.family}"; font-size: {size}px; font-weight: {spec.weight};'


def _text_rules(tokens: Tokens, factor: float) -> str:
    rules = [f'QLabel[type="{style}"] {{ {type_rule(style, factor)} }}' for style in STYLES]
    rules += [f'QLabel[ink="{ink}"] {{ color: {tokens.of(ink)}; }}' for ink in INKS]
    rules += [f'QLabel[ink="{tone}"] {{ color: {tokens.text(tone)}; }}' for tone in TONES]
    rules.append("QLabel { background: transparent; }")
    return "\n".join(rules)


def _frame_rules(t: Tokens, factor: float) -> str:
    return f"""
QFrame[card="true"] {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: 8px; }}
QFrame[card="sunken"] {{ background: {t.sunken}; border: none; border-radius: 8px; }}
QFrame[card="warn"] {{ background: {t.warnBg}; border: 1px solid {t.warn};
  border-radius: 8px; }}
QWidget[gutter="true"] {{ background: {t.sunken}; }}
QWidget[side="true"] {{ background: {t.surface}; }}
QFrame[bar="true"] {{ background: {t.surface}; border: none;
  border-bottom: 1px solid {t.line}; }}
QFrame[panel="true"] {{ background: {t.surface}; border: none;
  border-left: 1px solid {t.line}; }}
QFrame[raised="true"] {{ background: {t.raised}; border: 1px solid {t.control};
  border-radius: 8px; }}
QFrame[hairline="true"] {{ background: {t.line}; border: none; }}
QScrollArea, QScrollArea > QWidget > QWidget[page="true"] {{ background: transparent;
  border: none; }}
QSplitter::handle {{ background: {t.line}; }}
QToolTip {{ background: {t.raised}; color: {t.ink}; border: 1px solid {t.control};
  padding: 6px 8px; font-size: {round(13 * factor)}px; }}
QDialog, QMessageBox {{ background: {t.raised}; }}
QStatusBar {{ background: {t.surface}; color: {t.ink2}; }}
"""
