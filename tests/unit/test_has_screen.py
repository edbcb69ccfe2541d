"""Where there is nobody to see a window, none is opened."""

from __future__ import annotations

import pytest

from casedesk.app import has_screen


@pytest.mark.parametrize(
    ("display", "platform", "seen"),
    [("", "", False), (":0", "", True), (":0", "offscreen", False), ("", "offscreen", False)],
)
def test_an_unseen_platform_is_no_screen(
    monkeypatch: pytest.MonkeyPatch, display: str, platform: str, seen: bool
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert has_screen() is seen
