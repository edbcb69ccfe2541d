"""Tyler says yes to his school: what was left out of the report is in it the next time."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from journey import Journey
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

ITEM = "70.6% attendance, Summer 2026, 22 July 2026"


def _text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages)


def _report(journey: Journey, target: Path) -> str:
    """Look at the report for schools from the family's page, and save it."""
    journey.keys("Ctrl+P")
    assert journey.workspace.page == "report"
    journey.choose("Recipient", "Schools")
    journey.until(lambda: journey.button("Save PDF").isEnabled())
    journey.press("See every item left out")
    left_out = journey.words()
    journey.keys("Escape")
    journey.dialogs.paths.append(target)
    journey.press("Save PDF")
    journey.until(target.exists)
    return left_out


def _cell(matrix: QTableView, name: str) -> QModelIndex:
    model = matrix.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return next(cell for cell in cells if str(cell.data(role)).startswith(name))


def test_a_consent_changes_the_report(journey: Journey, tmp_path: Path) -> None:
    journey.search("ashworth")
    journey.part(QTableView, "Families").setFocus(Qt.FocusReason.TabFocusReason)
    journey.keys("Return")
    before = tmp_path / "before.pdf"
    left_out = _report(journey, before)
    assert ITEM in left_out
    assert "Tyler: education not agreed for schools" in left_out
    assert "Tyler" not in _text(before)
    assert "70.6%" not in _text(before)

    journey.press("Back")
    journey.turn_to("Consent and sharing")
    matrix = journey.part(QTableView, "Consent")
    cell = _cell(matrix, "Tyler, School:")
    journey.click_cell(matrix, cell)
    journey.press("Record consent")
    journey.press("Information: Education")
    journey.press("Save consent")
    journey.until(lambda: "given" in str(cell.data(Qt.ItemDataRole.AccessibleTextRole)))

    after = tmp_path / "after.pdf"
    left_out = _report(journey, after)
    assert ITEM not in left_out
    text = _text(after)
    assert "Tyler" in text
    assert "70.6%" in text
    assert "Anti-social behaviour" not in text, "nothing but what was agreed"
