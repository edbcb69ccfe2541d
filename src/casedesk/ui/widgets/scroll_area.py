"""A place that scrolls, and what a screen reader finds in it.

Qt's own interface counts the scroll bars that are seen and takes the part that is asked for
without looking whether there are as many: when a bar went since they were counted, the process
ends. A class of our own has the interface of `spoken`, which knows all its parts at any time.
Plain `QScrollArea`s are not used (tests/rules/test_scroll_areas.py).
"""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea

from casedesk.ui.widgets import spoken

__all__ = ["ScrollArea", "spoken"]


class ScrollArea(QScrollArea):
    """As `QScrollArea`, and safe to be read while it changes."""
