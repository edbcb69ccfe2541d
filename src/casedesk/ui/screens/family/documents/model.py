"""The documents of a family, for the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from casedesk.domain.programmes.wording import listed
from casedesk.domain.views.documents_page import DocumentLine
from casedesk.ui.widgets.rows_model import RowsModel


class DocumentsModel(RowsModel[DocumentLine]):
    """Lines, the newest first."""

    def index_of(self, document_id: str) -> QModelIndex:
        """The row of a document; not valid when it is not there."""
        for row, line in enumerate(self.rows):
            if line.record.id == document_id:
                return self.index(row)
        return QModelIndex()

    def words_of(self, row: DocumentLine) -> str:
        """Its name."""
        return row.name

    def spoken_of(self, row: DocumentLine) -> str:
        """Its name, what it is, and whom it is about."""
        return spoken_line(row)


def about_words(line: DocumentLine) -> str:
    """What it is and whom it is about: "PDF, 24 November 2026, for Ellie"."""
    who = f"for {listed(line.who)}" if line.who else ""
    return " · ".join(part for part in (line.kind, line.added, who) if part)


def spoken_line(line: DocumentLine) -> str:
    """All that a row of the list shows."""
    secret = "Confidential" if line.confidential else ""
    parts = (line.name, about_words(line).replace(" · ", ", "), line.size, secret)
    return ". ".join(part for part in parts if part)
