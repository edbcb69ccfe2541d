"""A theme of the test's own, taken off the application again afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

from casedesk.ui.theme import Theme, shipped_theme


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The shipped theme, light, 100% text, on the application."""
    qapp.setStyle("Fusion")
    made = shipped_theme("light")
    made.apply(qapp)
    yield made
    qapp.setStyleSheet("")
    qapp.setPalette(QPalette())
    qapp.setFont(QFont())
