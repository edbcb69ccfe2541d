"""The consent matrix as a table model: people down, recipients across."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from casedesk.domain.views.consents_page import ConsentPage, MatrixPerson, MatrixRecipient
from casedesk.ui.widgets.consent_cell import spoken_cell
from casedesk.ui.widgets.consent_matrix import CELL_ROLE, NOTE_ROLE

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ConsentModel(QAbstractTableModel):
    """Shows a `ConsentPage`; the same people and recipients keep their cells."""

    def __init__(self) -> None:
        super().__init__()
        self.page: ConsentPage | None = None

    def show_page(self, page: ConsentPage) -> None:
        """Show another page."""
        before = self.page
        is_same = before is not None and (before.people, before.recipients) == (
            page.people,
            page.recipients,
        )
        if is_same and page.people and page.recipients:
            self.page = page
            last = self.index(len(page.people) - 1, len(page.recipients) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.page = page
        self.endResetModel()

    def person(self, row: int) -> MatrixPerson:
        """Whose row it is."""
        return self._people()[row]

    def recipient(self, column: int) -> MatrixRecipient:
        """Whose column it is."""
        return self._recipients()[column]

    def _people(self) -> tuple[MatrixPerson, ...]:
        return self.page.people if self.page is not None else ()

    def _recipients(self) -> tuple[MatrixRecipient, ...]:
        return self.page.recipients if self.page is not None else ()

    def index_of(self, person_id: str, recipient: str) -> QModelIndex:
        """The cell of a person and a recipient; no cell where either is not shown."""
        page = self.page
        if page is None:
            return QModelIndex()
        people = [one.person_id for one in page.people]
        recipients = [one.id for one in page.recipients]
        if person_id not in people or recipient not in recipients:
            return QModelIndex()
        return self.index(people.index(person_id), recipients.index(recipient))

    def first_index(self) -> QModelIndex:
        """Where to begin: the first consent that ends soon, else the first cell."""
        page = self.page
        if page is None or not page.people or not page.recipients:
            return QModelIndex()
        for row, cells in enumerate(page.cells):
            for column, cell in enumerate(cells):
                if cell.expires_soon:
                    return self.index(row, column)
        return self.index(0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::rowCount."""
        return 0 if parent.isValid() or self.page is None else len(self.page.people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractItemModel::columnCount."""
        return 0 if parent.isValid() or self.page is None else len(self.page.recipients)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Override QAbstractItemModel::data."""
        if self.page is None or not index.isValid():
            return None
        cell = self.page.cells[index.row()][index.column()]
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.words
        person, recipient = self.person(index.row()), self.recipient(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_cell(person.name, recipient.short, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            soon = ". A part of it ends soon" if cell.expires_soon else ""
            return f"{person.name} to {recipient.title}: {cell.words}{soon}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Override QAbstractItemModel::headerData."""
        if self.page is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            person = self.person(section)
            note = f"{person.under}, restricted" if person.restricted else person.under
            if role == Qt.ItemDataRole.DisplayRole:
                return person.name
            if role == NOTE_ROLE:
                return note
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return f"{person.name}, {note}"
            return None
        recipient = self.recipient(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return recipient.short
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return recipient.title
        return None
