"""Where the window finds the fonts and icons that come with CaseDesk."""

from __future__ import annotations

from pathlib import Path

from casedesk.system.resources import resources_folder


def fonts_folder() -> Path:
    """The folder of typefaces. Raises `FileProblem` when the installation lacks it."""
    return resources_folder() / "fonts"


def icons_folder() -> Path:
    """The folder of icons (SVG). Raises `FileProblem` when the installation lacks it."""
    return resources_folder() / "icons"
