"""The process that holds the key leaves no copy of its memory behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

STARTED = """
import resource, sys
wanted = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (wanted, wanted))
from casedesk.app import main
sys.argv = ["casedesk", *sys.argv[1:]]
try:
    main()
except SystemExit:
    print("limits", *resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_the_program_forbids_core_dumps_before_anything_else() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STARTED, "--version"],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert ended.stdout.splitlines()[-1] == "limits 0 0"
