"""The part of the style sheet about fields, lists to choose from, ticks and progress."""

from __future__ import annotations

from collections.abc import Callable

from casedesk.ui.theme.tokens import Tokens

_LINES = "QLineEdit, QComboBox, QAbstractSpinBox, QDateEdit, QTimeEdit"
_BOXES = "QPlainTextEdit, QTextEdit, QTextBrowser"


def field_rules(t: Tokens, factor: float, mark: Callable[[str], str]) -> str:
    """Rules for every field. `mark` gives a tinted mark as a style sheet names it."""
    size = round(14 * factor)
    tall = "\n".join(
        f'QLineEdit[tall="{px}"], QComboBox[tall="{px}"], QAbstractSpinBox[tall="{px}"]'
        f" {{ min-height: {round(px * factor) - 2}px; }}"
        for px in (32, 40, 44)
    )
    return f"""
{_LINES} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control};
  border-radius: 6px; padding: 0 11px; min-height: {round(36 * factor) - 2}px;
  font-size: {size}px; placeholder-text-color: {t.ink3};
  selection-background-color: {t.accent}; selection-color: {t.onAccent}; }}
QLineEdit {{ padding: 0 9px; lineedit-password-character: 8226; }}
{tall}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; padding: 0; min-height: 0;
  background: transparent; }}
QAbstractSpinBox QLineEdit {{ padding-left: 9px; }}
QComboBox QLineEdit {{ margin-left: -2px; }}
{_BOXES} {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control};
  border-radius: 6px; padding: 6px 7px; font-size: {size}px; placeholder-text-color: {t.ink3};
  selection-background-color: {t.accent}; selection-color: {t.onAccent}; }}
QPlainTextEdit[type="note"], QTextBrowser[type="note"] {{ font-size: {round(16 * factor)}px; }}
QPlainTextEdit[type="visit"], QLineEdit[type="visit"] {{ font-size: {round(17 * factor)}px; }}
QLineEdit[type="mono"] {{ font-family: "Inter Display"; font-size: {round(20 * factor)}px;
  font-weight: 500; }}
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QLineEdit:read-only, QTextEdit:disabled {{ background: {t.sunken}; color: {t.ink2}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
  border-color: {t.bad}; }}
QComboBox::drop-down {{ border: none; width: 32px; subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: {mark("chevron-down")}; width: {round(16 * factor)}px;
  height: {round(16 * factor)}px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; color: {t.ink};
  border: 1px solid {t.control}; padding: 4px; outline: 0;
  selection-background-color: {t.accentBg}; selection-color: {t.ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {round(32 * factor)}px; padding: 0 8px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 28px;
  background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: {mark("chevron-up")}; width: 14px; height: 14px; }}
QAbstractSpinBox::down-arrow {{ image: {mark("chevron-down")}; width: 14px; height: 14px; }}
QCheckBox, QRadioButton {{ background: transparent; color: {t.ink}; spacing: 12px;
  min-height: {round(32 * factor)}px; font-size: {size}px; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {t.ink3}; }}
QCheckBox::indicator {{ width: 18px; height: 18px; border: 1px solid {t.control};
  border-radius: 4px; background: {t.surface}; }}
QCheckBox::indicator:hover {{ background: {t.hover}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: {mark("check")}; }}
QCheckBox::indicator:indeterminate {{ background: {t.accent}; border-color: {t.accent};
  image: {mark("minus")}; }}
QCheckBox::indicator:disabled {{ background: {t.sunken}; border-color: {t.line}; }}
QRadioButton::indicator {{ width: 18px; height: 18px; border: 1px solid {t.control};
  border-radius: 10px; background: {t.surface}; }}
QRadioButton::indicator:hover {{ background: {t.hover}; }}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 6px solid {t.accent};
  background: {t.onAccent}; }}
QProgressBar {{ background: {t.sunken}; border: none; border-radius: 4px; min-height: 8px;
  max-height: 8px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
QGroupBox {{ border: none; margin-top: {round(24 * factor)}px; font-weight: 600; }}
QGroupBox::title {{ subcontrol-origin: margin; left: 0; color: {t.ink}; }}
"""
