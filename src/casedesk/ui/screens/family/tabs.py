"""The tabs of a family by name; each is loaded when it is first turned to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from casedesk.ui.desk import Desk


class Tab(Protocol):
    """What the family page asks of a tab besides being a widget."""

    def show_family(self, ref: str, **args: Any) -> None:
        """Shows a family; called each time the tab is turned to and after every save."""
        ...


@dataclass(frozen=True)
class TabEntry:
    """A tab: its name in `navigate(..., tab=name)`, its words, and how it is made.

    `short` are fewer words for a narrow window.
    """

    name: str
    words: str
    module: str
    widget: str
    short: str = ""

    def load(self) -> Callable[[Desk], QWidget]:
        """Loads the tab's module, on any thread; what it gives makes the widget."""
        module = import_module(f"casedesk.ui.screens.family.{self.module}")
        factory: Callable[[Desk], QWidget] = getattr(module, self.widget)
        return factory

    def make(self, desk: Desk) -> QWidget:
        """The tab's widget."""
        return self.load()(desk)


TABS: tuple[TabEntry, ...] = (
    TabEntry("overview", "Overview", "overview.tab", "OverviewTab"),
    TabEntry("criteria", "Criteria", "criteria.tab", "CriteriaTab"),
    TabEntry("plan", "Plan", "plan.tab", "PlanTab"),
    TabEntry("visits", "Visits and notes", "visits.tab", "VisitsTab", "Visits"),
    TabEntry("consent", "Consent and sharing", "consent.tab", "ConsentTab", "Consent"),
    TabEntry("documents", "Documents", "documents.tab", "DocumentsTab"),
    TabEntry("people", "People", "people.tab", "PeopleTab"),
    TabEntry("history", "History", "history.tab", "HistoryTab"),
)
"""In the order of Alt 1 to Alt 8."""
