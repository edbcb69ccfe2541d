"""The window opens inside the screen it is on, whatever the scaling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize

from casedesk.ui.shell.window_size import (
    FIRST_HEIGHT,
    FIRST_WIDTH,
    LEAST_HEIGHT,
    LEAST_WIDTH,
    first_size,
)


@pytest.mark.parametrize(
    ("room", "opened"),
    [
        (QSize(1920, 1040), QSize(FIRST_WIDTH, FIRST_HEIGHT)),
        (QSize(1366, 736), QSize(FIRST_WIDTH, FIRST_HEIGHT)),
        (QSize(911, 512), QSize(907, 478)),
        (QSize(640, 400), QSize(LEAST_WIDTH, LEAST_HEIGHT)),
    ],
)
def test_it_is_no_larger_than_the_room(room: QSize, opened: QSize) -> None:
    assert first_size(room) == opened
