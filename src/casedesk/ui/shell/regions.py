"""F6: from one part of the window to the next, back to where the focus was in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class Regions:
    """Walks the visible parts of the window in order. `stops` gives them anew each time."""

    def __init__(self, stops: Callable[[], Sequence[QWidget]]) -> None:
        self._stops = stops
        self._last: dict[int, QWidget] = {}

    def move(self, forward: bool) -> None:
        """Puts the focus in the next (or previous) part that has anything to focus."""
        stops = [stop for stop in self._stops() if stop.isVisible()]
        if not stops:
            return
        here = self._where(stops)
        step = 1 if forward else -1
        start = here if here is not None else (-1 if forward else 0)
        for count in range(1, len(stops) + 1):
            target = self._target(stops[(start + step * count) % len(stops)])
            if target is not None:
                target.setFocus(
                    Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                )
                return

    def _where(self, stops: Sequence[QWidget]) -> int | None:
        focused = QApplication.focusWidget()
        if focused is None:
            return None
        # The innermost part has it: tabs lie inside the content.
        inside = [
            (len(stop.findChildren(QWidget)), index)
            for index, stop in enumerate(stops)
            if stop is focused or stop.isAncestorOf(focused)
        ]
        if not inside:
            return None
        index = min(inside)[1]
        self._last[id(stops[index])] = focused
        return index

    def _target(self, stop: QWidget) -> QWidget | None:
        last = self._last.get(id(stop))
        if (
            last is not None
            and shiboken6.isValid(last)
            and (stop is last or stop.isAncestorOf(last))
            and _takes_focus(last)
        ):
            return last
        if _takes_focus(stop):
            return stop
        return next((one for one in in_tab_order(stop) if _takes_focus(one)), None)


def in_tab_order(part: QWidget) -> list[QWidget]:
    """The widgets inside `part` in the order in which Tab reaches them."""
    found = []
    first = part
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if part.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def _takes_focus(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )
