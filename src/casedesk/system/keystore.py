"""The operating system's keyring, for the vault's device secret.

Only real keyrings are used, each named here and none looked up: Windows' Credential Manager,
the macOS Keychain, and the Secret Service (GNOME Keyring, KWallet) elsewhere. A back end that
keeps secrets in a file, in clear or nowhere is never used, whatever the keyring library is
configured to do. There are two ways of not having one: none at all (the vault then works by
the passphrase alone) and a locked one (the worker is told to unlock it).
"""

from __future__ import annotations

import base64
import binascii
import importlib
import sys
from functools import cache
from typing import Any

from casedesk.domain.errors import KeyringRefused

SERVICE = "CaseDesk"

_BACK_ENDS = {
    "win32": ("keyring.backends.Windows", "WinVaultKeyring"),
    "darwin": ("keyring.backends.macOS", "Keyring"),
}
_SECRET_SERVICE = ("keyring.backends.SecretService", "Keyring")

LOCKED = (
    "This computer's keyring is locked or was not unlocked when asked: unlock it (signing out and "
    "in again usually does) and try again, or make the vault without it."
)
REFUSED = (
    "This computer's keyring did not keep the vault's device secret: check the keyring, or make "
    "the vault without it."
)


class NoKeystore:
    """No keyring: the passphrase slot works alone."""

    def available(self) -> bool:
        """Never."""
        return False

    def get(self, name: str) -> bytes | None:
        """Nothing is kept here."""
        return None

    def set(self, name: str, secret: bytes) -> None:
        """Raises `KeyringRefused`: there is nowhere to keep it."""
        raise KeyringRefused(REFUSED)

    def delete(self, name: str) -> None:
        """Nothing is kept here, so there is nothing to do."""


class OsKeystore:
    """This computer's keyring. Every failure is a `KeyringRefused` with a plain sentence."""

    def __init__(self) -> None:
        self._found: Any = None

    def available(self) -> bool:
        """Whether there is a keyring; it may be locked."""
        return self._back_end() is not None

    def get(self, name: str) -> bytes | None:
        """The secret kept under `name`, or None. Raises `KeyringRefused` when locked."""
        back_end = self._back_end()
        if back_end is None:
            return None
        try:
            kept = back_end.get_password(SERVICE, name)
        except _failures() as error:
            raise KeyringRefused(LOCKED) from error
        if kept is None:
            return None
        try:
            return base64.b64decode(kept, validate=True)
        except (binascii.Error, ValueError):
            # Somebody else's text under our name is as good as nothing.
            return None

    def set(self, name: str, secret: bytes) -> None:
        """Keeps `secret` and reads it back. Raises `KeyringRefused` when locked or not kept."""
        back_end = self._back_end()
        if back_end is None:
            raise KeyringRefused(REFUSED)
        try:
            back_end.set_password(SERVICE, name, base64.b64encode(secret).decode("ascii"))
        except _failures() as error:
            raise KeyringRefused(LOCKED) from error
        if self.get(name) != secret:
            raise KeyringRefused(REFUSED)

    def delete(self, name: str) -> None:
        """Forgets the secret, if there is one. Raises `KeyringRefused` when locked."""
        back_end = self._back_end()
        if back_end is None:
            return
        try:
            if back_end.get_password(SERVICE, name) is not None:
                back_end.delete_password(SERVICE, name)
        except _failures() as error:
            raise KeyringRefused(LOCKED) from error

    def _back_end(self) -> Any:
        if self._found is None:
            self._found = _platform_keyring(sys.platform)
        return self._found


def _platform_keyring(platform: str) -> Any:
    # Imported when it is first asked for: it takes a tenth of a second.
    module_name, class_name = _BACK_ENDS.get(platform, _SECRET_SERVICE)
    try:
        kind = getattr(importlib.import_module(module_name), class_name)
        # The library's own test of whether the back end works here; it raises when not.
        return kind() if kind.priority > 0 else None
    except _failures():
        return None


@cache
def _failures() -> tuple[type[Exception], ...]:
    """What goes wrong in a keyring: the back ends let their libraries' own errors through."""
    failures: list[type[Exception]] = [ImportError, OSError, RuntimeError]
    for module_name, class_name in (
        ("keyring.errors", "KeyringError"),
        ("secretstorage.exceptions", "SecretStorageException"),
        ("jeepney", "DBusErrorResponse"),
        ("win32ctypes.pywin32.pywintypes", "error"),
    ):
        try:
            failures.append(getattr(importlib.import_module(module_name), class_name))
        except (ImportError, AttributeError):
            continue
    return tuple(failures)
