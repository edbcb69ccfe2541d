"""A row that goes on below: measured as often as Qt likes, whatever was deleted meanwhile."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casedesk.ui.widgets.flow_layout import FlowLayout

WORDS = ("one", "two", "three", "four", "five", "six")


def _host() -> tuple[QWidget, FlowLayout]:
    """A flow within another layout, as screens have it."""
    host, flow = QWidget(), FlowLayout()
    column = QVBoxLayout(host)
    column.addLayout(flow)
    for words in WORDS:
        flow.addWidget(QLabel(words))
    return host, flow


def _delete(part: QWidget) -> None:
    part.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_it_goes_on_below_where_the_row_is_full(qtbot: QtBot) -> None:
    host, flow = _host()
    qtbot.addWidget(host)
    one_row = flow.heightForWidth(flow.sizeHint().width())
    assert flow.heightForWidth(flow.minimumSize().width()) > one_row


def test_a_flow_outlives_a_layout_that_was_looked_into(qtbot: QtBot) -> None:
    # Looking into a layout leaves wrappers of its items, which do not hear of their deletion.
    for _ in range(20):
        old = QWidget()
        column = QVBoxLayout(old)
        for words in WORDS:
            column.addWidget(QLabel(words))
        assert all(column.itemAt(place).widget() for place in range(len(WORDS)))
        for label in old.findChildren(QLabel):
            _delete(label)
        new, flow = _host()
        qtbot.addWidget(new)
        _delete(old)
        del old, column
        gc.collect()
        assert flow.count() == len(WORDS)
        assert flow.heightForWidth(10) > flow.heightForWidth(1000)


def test_a_deleted_child_leaves_its_place(qtbot: QtBot) -> None:
    host, flow = _host()
    qtbot.addWidget(host)
    _delete(host.findChildren(QLabel)[0])
    assert flow.count() == len(WORDS) - 1
    assert host.minimumSizeHint().isValid()
