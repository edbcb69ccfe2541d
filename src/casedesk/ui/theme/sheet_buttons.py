"""The part of the style sheet about buttons, ticks, chips of tabs and menus."""

from __future__ import annotations

from casedesk.ui.theme.tokens import TONES, Tokens

HEIGHTS = (32, 36, 40, 44)
DEFAULT_HEIGHT = 36
LINK_AFTER = 4
"""A link begins where the words above it do; px free behind it."""


def button_rules(t: Tokens, factor: float) -> str:
    """Rules for `QPushButton` by `kind` (primary, secondary, quiet, danger, link), for
    `QToolButton[kind="icon"]`, for tabs and for menus.
    """
    size = round(14 * factor)
    tall = "\n".join(
        f'QPushButton[tall="{px}"] {{ min-height: {round(px * factor) - 2}px; }}' for px in HEIGHTS
    )
    toned = "\n".join(
        f'QPushButton[kind="link"][tone="{tone}"] {{ color: {t.text(tone)}; }}' for tone in TONES
    )
    return f"""
QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.control};
  border-radius: 6px; padding: 0 15px; min-height: {round(DEFAULT_HEIGHT * factor) - 2}px;
  font-size: {size}px; font-weight: 600; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.sunken}; }}
QPushButton:disabled {{ background: {t.sunken}; color: {t.ink3}; border-color: {t.line}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.onAccent};
  border-color: {t.accent}; }}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
  background: {t.accentTx}; border-color: {t.accentTx}; }}
QPushButton[kind="primary"]:disabled {{ background: {t.sunken}; color: {t.ink3};
  border-color: {t.line}; }}
QPushButton[kind="danger"] {{ color: {t.badTx}; border-color: {t.bad}; }}
QPushButton[kind="danger"]:hover {{ background: {t.badBg}; }}
QPushButton[kind="danger"]:disabled {{ color: {t.ink3}; border-color: {t.line}; }}
QPushButton[kind="quiet"] {{ background: transparent; color: {t.accentTx};
  border-color: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {t.hover}; }}
QPushButton[kind="quiet"]:pressed {{ background: {t.accentBg}; }}
QPushButton[kind="quiet"]:disabled {{ background: transparent; color: {t.ink3}; }}
QPushButton[kind="link"] {{ background: transparent; color: {t.accentTx};
  border-color: transparent; padding: 0 {LINK_AFTER}px 0 0; }}
QPushButton[kind="link"]:disabled {{ background: transparent; color: {t.ink3}; }}
QToolButton[kind="icon"] {{ background: {t.surface}; color: {t.ink};
  border: 1px solid {t.control}; border-radius: 6px; }}
QToolButton[kind="icon"]:hover {{ background: {t.hover}; }}
QToolButton[kind="icon"]:pressed {{ background: {t.sunken}; }}
QToolButton[kind="icon"]:disabled {{ background: {t.sunken}; border-color: {t.line}; }}
QToolButton[kind="icon"]::menu-indicator {{ image: none; }}
QToolButton[kind="bare"] {{ background: transparent; border: none; border-radius: 6px; }}
QToolButton[kind="bare"]:hover {{ background: {t.hover}; }}
QToolButton[kind="bare"]:pressed {{ background: {t.accentBg}; }}
{tall}
{toned}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {t.ink2}; border: none;
  border-bottom: 3px solid transparent; margin-right: 30px; padding: 0 1px;
  min-height: {round(44 * factor) - 3}px; font-size: {size}px; font-weight: 500; }}
QTabBar::tab:hover {{ color: {t.ink}; }}
QTabBar::tab:selected {{ color: {t.accentTx}; border-bottom-color: {t.accent};
  font-weight: 600; }}
QTabWidget::pane {{ border: none; }}
QMenu {{ background: {t.raised}; color: {t.ink}; border: 1px solid {t.control};
  border-radius: 8px; padding: 4px; font-size: {size}px; }}
QMenu::item {{ padding: 8px 16px 8px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.accentBg}; color: {t.ink}; }}
QMenu::item:disabled {{ color: {t.ink3}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
"""
