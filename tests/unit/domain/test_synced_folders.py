"""Folders that a service copies to the internet, told by name, variable and marker."""

from __future__ import annotations

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from casedesk.domain.synced_folders import synchronised_by


def never(_: PurePath) -> bool:
    return False


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        (PureWindowsPath("C:/Users/jo/OneDrive/Backups"), "OneDrive"),
        (PureWindowsPath("C:/Users/jo/OneDrive - Millbridge Council/b"), "OneDrive"),
        (PureWindowsPath("C:/Users/jo/SharePoint/Team - Documents"), "SharePoint"),
        (PurePosixPath("/home/jo/Dropbox"), "Dropbox"),
        (PurePosixPath("/home/jo/Dropbox (Personal)/x"), "Dropbox"),
        (PurePosixPath("/Users/jo/Library/Mobile Documents/com~apple~CloudDocs"), "iCloud"),
        (PurePosixPath("/home/jo/Nextcloud/backups"), "Nextcloud"),
        (PureWindowsPath("G:/My Drive/CaseDesk"), "Google Drive"),
        (PureWindowsPath("E:/CaseDesk backups"), None),
        (PurePosixPath("/media/stick/Dropboxes of letters"), None),
        (PurePosixPath("/home/jo/onedriver"), None),
    ],
)
def test_by_the_name_of_a_folder(folder: PurePath, service: str | None) -> None:
    assert synchronised_by(folder, {}, never) == service


def test_by_the_service_s_own_variable() -> None:
    places = {"OneDriveCommercial": "D:/Work", "OneDrive": ""}
    assert synchronised_by(PureWindowsPath("D:/Work/backups"), places, never) == "OneDrive"
    assert synchronised_by(PureWindowsPath("D:/Other"), places, never) is None


def test_by_a_marker_in_the_folder_or_above_it() -> None:
    folder = PurePosixPath("/data/shared/backups")
    marker = PurePosixPath("/data/shared/.dropbox")
    assert synchronised_by(folder, {}, lambda path: path == marker) == "Dropbox"
