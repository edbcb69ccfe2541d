"""The council's own programme packs, from the machine-wide configuration folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import PlatformDirs

from casedesk.system.paths import PROGRAM

FOLDER = "programmes"


def council_packs_folder() -> Path:
    """Where IT staff put the council's packs for every user of the machine."""
    return PlatformDirs(PROGRAM, appauthor=False).site_config_path / FOLDER


def council_packs(folder: Path | None = None) -> list[tuple[str, str]]:
    """(file name, text) of every pack in the folder, in order of name; none when it is not there.

    A file that cannot be read comes with an empty text, so that it is refused by name.
    """
    place = folder or council_packs_folder()
    packs: list[tuple[str, str]] = []
    for path in sorted(place.glob("*.toml")):
        try:
            packs.append((path.name, path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError):
            packs.append((path.name, ""))
    return packs
