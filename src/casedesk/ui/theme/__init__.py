"""The look of the window: colours, type, icons and the style sheet made of them."""

from casedesk.services.window_resources import fonts_folder, icons_folder
from casedesk.ui.theme.theme import Theme

__all__ = ["Theme", "shipped_theme"]


def shipped_theme(mode: str = "system", factor: float = 1.0) -> Theme:
    """A theme with the typefaces and icons that come with CaseDesk. Needs a `QApplication`.

    Raises `ValueError` for an unknown mode or text size, `FileProblem` when the files are
    missing from the installation.
    """
    return Theme(fonts_folder(), icons_folder(), mode, factor)
