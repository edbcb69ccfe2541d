"""The composition root: the only module that sees every layer."""

from __future__ import annotations

import sys

from casedesk.cli.command import run


def main() -> None:
    """The `casedesk` command; ends the process with its exit status."""
    sys.exit(run(sys.argv[1:]))
