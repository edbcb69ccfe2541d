"""Finds `resources/` in a checkout, in an installed wheel and in a frozen build."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from casedesk.domain.errors import FileProblem, PackError

if TYPE_CHECKING:
    from casedesk.domain.catalogue import Catalogue

CATALOGUE_FILES = ("facts", "categories", "recipients", "purposes", "conditions")


@cache
def resources_folder() -> Path:
    """The folder of resources. Raises `FileProblem` when the installation lacks it."""
    package = Path(__file__).resolve().parent.parent
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [
        *([Path(frozen) / "resources"] if frozen else []),
        package / "resources",
        package.parent.parent / "resources",
    ]
    for folder in candidates:
        if (folder / "facts.toml").is_file():
            return folder
    raise FileProblem("CaseDesk's own files are missing from this installation; install it again.")


def read_toml(path: Path) -> Mapping[str, Any]:
    """A TOML file as plain tables. Raises `PackError` naming the file and the reason."""
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PackError(f"{path.name}: it could not be read ({error}).") from error


@cache
def shipped_catalogue() -> Catalogue:
    """The lists that come with the program. Raises `PackError` when one is wrong."""
    from casedesk.domain.catalogue import parse_catalogue

    folder = resources_folder()
    return parse_catalogue({name: read_toml(folder / f"{name}.toml") for name in CATALOGUE_FILES})


def shipped_packs() -> list[tuple[str, str]]:
    """(file name, text) of every programme pack that comes with the program."""
    folder = resources_folder() / "programmes"
    return [(path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
