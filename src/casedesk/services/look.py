"""Where the window's typefaces and icons are, in a checkout, a wheel and a frozen build."""

from __future__ import annotations

from pathlib import Path

from casedesk.system.resources import resources_folder


def fonts_folder() -> Path:
    """The folder of typefaces. Raises `FileProblem` when the installation lacks it."""
    return resources_folder() / "fonts"


def icons_folder() -> Path:
    """The folder of icons. Raises `FileProblem` when the installation lacks it."""
    return resources_folder() / "icons"
