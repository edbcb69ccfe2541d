"""No copy of this process's memory on disk: it holds the key of the vault while that is open."""

from __future__ import annotations

import sys


def forbid_core_dumps() -> None:
    """From now on a crash of this process, or of one it starts, writes no memory to disk.

    On Windows, where crash dumps are the system's own, nothing is done (SECURITY.md).
    """
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
