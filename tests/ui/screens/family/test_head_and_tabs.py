"""The head of a family and its tabs: what is counted, and what is told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from casedesk.domain.views.family_page import RestrictedPerson
from casedesk.services.family_page import family_header
from casedesk.ui.desk import Desk
from casedesk.ui.screens.family.header import FamilyHead
from casedesk.ui.screens.family.tab_bar import FamilyTabBar
from casedesk.ui.screens.family.tabs import TABS
from casedesk.ui.theme import Theme
from casedesk.ui.widgets.banner import Banner

DOCUMENTS = [entry.name for entry in TABS].index("documents")
RIGHT = QTabBar.ButtonPosition.RightSide


def test_a_tab_counts_what_is_behind_it(qtbot: QtBot, theme: Theme) -> None:
    bar = FamilyTabBar(theme, TABS)
    qtbot.addWidget(bar)
    bar.resize(1200, 44)
    bar.show()
    bar.set_count("documents", 7)
    badge = bar.tabButton(DOCUMENTS, RIGHT)
    assert badge is not None and badge.isVisible()
    words = bar.tabRect(DOCUMENTS)
    # Beside its own words, not at the edge of the next tab.
    assert badge.geometry().right() < words.right() - 20
    assert words.contains(badge.geometry().center())
    assert bar.accessibleTabName(DOCUMENTS) == "Documents, 7"
    bar.set_count("documents", 0)
    assert bar.tabButton(DOCUMENTS, RIGHT) is None
    assert bar.accessibleTabName(DOCUMENTS) == "Documents"


def test_where_it_is_tight_the_count_gives_way(qtbot: QtBot, theme: Theme) -> None:
    bar = FamilyTabBar(theme, TABS)
    qtbot.addWidget(bar)
    bar.resize(700, 44)
    bar.show()
    bar.set_count("documents", 7)
    assert bar.tabButton(DOCUMENTS, RIGHT) is None
    assert bar.accessibleTabName(DOCUMENTS) == "Documents, 7"
    bar.resize(1200, 44)
    assert bar.tabButton(DOCUMENTS, RIGHT) is not None


def test_a_restriction_is_not_told_twice(qtbot: QtBot, desk: Desk) -> None:
    tyler = RestrictedPerson("t", "Tyler", date(2026, 11, 3), "Tyler’s record is restricted.")
    header = replace(family_header(desk.session, "CD-0412"), restricted=(tyler,))
    head = FamilyHead(desk.theme)
    qtbot.addWidget(head)
    head.resize(1230, 140)
    head.show()
    head.show_header(header)
    told = [one for one in head.findChildren(Banner) if "Tyler" in one.accessibleName()]
    assert len(told) == 1 and told[0].isVisible()
    assert told[0].tone == "warn"
    head.tell_restricted(told=False)
    assert not told[0].isVisible()
