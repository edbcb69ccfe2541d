"""What a window that locks hands over, and a hand-over that is none."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from casedesk.domain.errors import UsageError
from casedesk.system.successor import FOR_CASEDESK_ITSELF, successor_command
from casedesk.ui.shell.handover import Handover, read_handover


def test_a_handover_is_one_line_and_comes_back_as_it_was() -> None:
    place = Handover(Path("/home/sam/my vault\n"), date(2026, 11, 24), b"\x00\xff", True, False)
    assert "\n" not in place.as_line()
    assert read_handover(place.as_line()) == place
    assert read_handover(Handover(Path("vault")).as_line()) == Handover(Path("vault"))


@pytest.mark.parametrize("line", ["", "{}", "[]", '{"folder": 3}', "not JSON"])
def test_what_cannot_be_read_is_one_sentence(line: str) -> None:
    with pytest.raises(UsageError):
        read_handover(line)


def test_typed_by_hand_it_says_what_to_type_instead() -> None:
    done = subprocess.run(successor_command(), stdin=subprocess.DEVNULL, capture_output=True)
    assert done.returncode == 2
    assert done.stderr.decode().strip() == FOR_CASEDESK_ITSELF
    assert successor_command()[0] == sys.executable
