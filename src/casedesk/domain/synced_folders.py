"""Tells a folder that a service copies to the internet, by its path and what lies in it.

A backup there is encrypted, but a copy of every version leaves the laptop, a half-copied file
can come back as the newest, and the council may not allow it. Told from the names that the
services themselves use; a folder that says nothing is taken to be an ordinary one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePath

SERVICES = {
    "onedrive": "OneDrive",
    "sharepoint": "SharePoint",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
}
"""How a folder's name begins, in small letters, and the service it belongs to."""

MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".tmp.drivedownload": "Google Drive",
    ".sync_exclude.lst": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
}
"""Files that a service keeps in the folder it copies."""

VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
    "DROPBOX_PATH": "Dropbox",
}
"""Environment variables that hold the folder a service copies."""


def synchronised_by(
    folder: PurePath, environment: Mapping[str, str], exists: Callable[[PurePath], bool]
) -> str | None:
    """The service that copies `folder` to the internet ("OneDrive"), or None.

    `exists` looks whether a file is there; `environment` are the environment variables.
    """
    for variable, service in VARIABLES.items():
        root = environment.get(variable, "").strip()
        if root and folder.is_relative_to(type(folder)(root)):
            return service
    for part in folder.parts:
        name = part.casefold()
        for beginning, service in SERVICES.items():
            # "OneDrive - Millbridge Council", "Dropbox (Personal)", and so on.
            rest = name.removeprefix(beginning)
            if rest != name and (not rest or not rest[0].isalnum()):
                return service
    for place in (folder, *folder.parents):
        for marker, service in MARKERS.items():
            if exists(place / marker):
                return service
    return None
