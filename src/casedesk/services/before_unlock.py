"""What the window and the command line know before a vault is open.

Nothing of the storage is loaded for it, so that the passphrase box need not wait for that
(tests/rules/test_first_paint.py).
"""

from __future__ import annotations

import platform
from pathlib import Path

KEY_FILE = "keys.json"
"""The file by which a vault is known, as `casedesk.storage.vault_folder.KEYS`."""
GROUPS = 9
GROUP_LENGTH = 4
"""A recovery code is typed in nine groups of four."""
LOCK_AFTER_MINUTES = 10
LONGEST_WAIT = 30


def default_vault_folder() -> Path:
    """The vault of whoever uses this computer, when none is named."""
    from casedesk.system import paths

    return paths.default_vault_folder()


def is_vault(folder: Path) -> bool:
    """Whether there is a vault to open in `folder` (damaged or not)."""
    return (folder / KEY_FILE).exists()


def laptop_name() -> str:
    """This computer's own name, for the page that is shown before the vault is open."""
    return platform.node() or "this computer"


def wait_after(wrong: int) -> int:
    """Seconds until the next try after so many wrong passphrases: 1, 2, 4, 8, 16, then 30.

    Never a lockout (docs/architecture.md, The vault).
    """
    return 0 if wrong < 1 else min(2 ** (wrong - 1), LONGEST_WAIT)
