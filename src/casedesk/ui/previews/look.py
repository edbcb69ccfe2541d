"""What a preview shows: pictures of pages, or text, and a sentence about what is not shown."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QImage

DAMAGED = (
    "This file could not be shown: it is damaged, or made in a way CaseDesk does not read. "
    "It is kept in the vault as it is."
)
PROTECTED = (
    "This PDF asks for a password of its own, so it cannot be shown here. It is kept in the "
    "vault as it is."
)
TOO_LARGE = "This picture is too large to be shown here. It is kept in the vault as it is."
TOO_SLOW = (
    "This file takes too long to draw, so it is not shown here. It is kept in the vault as it is."
)
NOT_SHOWN = "Files of this kind are kept in the vault and cannot be looked at here."


@dataclass(frozen=True)
class Look:
    """`pages` are pictures from page `first` (0 is the first) of `of` in all.

    `text` is a text file's. `note` says what is left out or why nothing is shown; "" = nothing.
    """

    pages: tuple[QImage, ...] = ()
    first: int = 0
    of: int = 0
    text: str | None = None
    note: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to see."""
        return bool(self.pages) or self.text is not None
