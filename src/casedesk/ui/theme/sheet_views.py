"""The part of the style sheet about tables, lists, headers and scroll bars."""

from __future__ import annotations

from casedesk.ui.theme.tokens import Tokens


def view_rules(t: Tokens, factor: float) -> str:
    """Rules for views. Row heights are the views' own; text is drawn by delegates."""
    return f"""
QTableView, QListView, QTreeView {{ background: {t.surface}; color: {t.ink};
  border: 1px solid {t.line}; border-radius: 8px; gridline-color: {t.line}; outline: 0;
  alternate-background-color: {t.surface}; selection-background-color: {t.accentBg};
  selection-color: {t.ink}; font-size: {round(14 * factor)}px; }}
QTableView[bare="true"], QListView[bare="true"], QTreeView[bare="true"] {{ border: none;
  border-radius: 0; background: transparent; }}
QListView[strip="true"] {{ background: {t.sunken}; border: none; border-radius: 0;
  border-right: 1px solid {t.line}; padding: 10px 0; }}
QTableView::item {{ border: none; border-bottom: 1px solid {t.line};
  padding: 0 8px 0 7px; }}
QTableView::item:hover, QListView::item:hover {{ background: {t.hover}; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.accentBg};
  color: {t.ink}; }}
QTableView[cells="own"] {{ selection-background-color: transparent; }}
QTableView[cells="own"]::item:hover, QTableView[cells="own"]::item:selected {{
  background: transparent; }}
QListView::item {{ padding: 8px 12px; border: none; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ background: {t.surface}; color: {t.ink2}; border: none;
  border-bottom: 1px solid {t.control}; padding: 0 12px;
  min-height: {round(34 * factor)}px; font-size: {round(12 * factor)}px; font-weight: 600; }}
QHeaderView[inset="15"]::section {{ padding: 0 15px; }}
QHeaderView::section:vertical {{ border-bottom: 1px solid {t.line}; }}
QHeaderView::section:hover {{ background: {t.hover}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 0; height: 0; image: none; }}
QTableCornerButton::section {{ background: {t.surface}; border: none;
  border-bottom: 1px solid {t.control}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; border: none; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; border: none; }}
QScrollBar::handle {{ background: {t.control}; border-radius: 4px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.ink2}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: none; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCalendarWidget QWidget {{ background: {t.raised}; color: {t.ink};
  alternate-background-color: {t.sunken}; }}
QCalendarWidget QToolButton {{ background: transparent; color: {t.ink}; border: none;
  border-radius: 6px; min-height: 32px; min-width: 32px; padding: 0 8px;
  font-size: {round(14 * factor)}px; font-weight: 600; }}
QCalendarWidget QToolButton:hover {{ background: {t.hover}; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QCalendarWidget QAbstractItemView {{ border: none; border-radius: 0; outline: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
