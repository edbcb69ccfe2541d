"""The screens by name; each is loaded when it is first shown.

A folder here that is missing from the registry fails tests/ui/test_every_screen.py.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from casedesk.ui.desk import Desk


class Screen(Protocol):
    """What the shell asks of every screen besides being a widget."""

    title: str

    def show_for(self, **args: Any) -> None:
        """Shows what `args` ask for; called each time the page is turned to."""
        ...


@dataclass(frozen=True)
class ScreenEntry:
    """A screen of the workspace.

    `make` builds the widget. `pictures` are what is photographed and looked through for
    accessibility: picture name -> the arguments of `show_for`, on the made-up caseload.
    """

    make: Callable[[Desk], QWidget]
    pictures: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def _families(desk: Desk) -> QWidget:
    from casedesk.ui.screens.families.screen import FamiliesScreen

    return FamiliesScreen(desk)


def _family(desk: Desk) -> QWidget:
    from casedesk.ui.screens.family.screen import FamilyScreen

    return FamilyScreen(desk)


def _report(desk: Desk) -> QWidget:
    from casedesk.ui.screens.report.screen import ReportScreen

    return ReportScreen(desk)


SHOWN_FAMILY = "CD-0412"

REGISTRY: dict[str, ScreenEntry] = {
    "families": ScreenEntry(
        _families,
        {
            "families": {},
            "families-searching": {"search": "ashw"},
            "families-empty": {"search": "ashwerth"},
        },
    ),
    "family": ScreenEntry(
        _family,
        {
            "family-overview": {"family": SHOWN_FAMILY, "tab": "overview"},
            "family-criteria": {"family": SHOWN_FAMILY, "tab": "criteria"},
            "family-consent": {"family": SHOWN_FAMILY, "tab": "consent"},
            "family-visits": {"family": SHOWN_FAMILY, "tab": "visits"},
            "family-people": {"family": SHOWN_FAMILY, "tab": "people"},
            "family-history": {"family": SHOWN_FAMILY, "tab": "history"},
        },
    ),
    "report": ScreenEntry(
        _report,
        {
            "report-choose": {"family": SHOWN_FAMILY},
            "report-school": {"family": SHOWN_FAMILY, "recipient": "schools"},
        },
    ),
}


def load_first_screens() -> None:
    """Loads the modules of the pages a day begins with.

    For a worker while the passphrase is typed: together they take a third of a second, which
    the unlock would otherwise wait for.
    """
    import casedesk.ui.screens.families.screen
    import casedesk.ui.screens.family.screen  # noqa: F401


BEFORE_UNLOCK = ("unlock", "welcome")
"""Folders of the pages that are shown while the vault is closed; the window makes them."""
