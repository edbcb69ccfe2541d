"""Two families of errors: what the world does to us, and our own bugs.

A `KnownError` is the world: a wrong passphrase, a full disk, a file that is not what it
says. Its text is one plain sentence for the worker and says what to do next. Everything
else that is raised is a bug.
"""

from __future__ import annotations


class KnownError(Exception):
    """The world got in the way; `str(error)` is the sentence to show.

    `exit_status` is what the command line returns: 1 when the work failed, 2 when the
    command was used wrongly.
    """

    exit_status = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class UsageError(KnownError):
    """The command was used wrongly: an unknown programme, recipient, purpose or date."""

    exit_status = 2


class NotFound(KnownError):
    """Something was asked for by name or reference and is not there."""


class InvalidRecord(KnownError):
    """A record breaks a rule of the case file and was not saved."""


class PackError(KnownError):
    """A programme pack has a mistake; names the file, the key and the reason."""


class VaultError(KnownError):
    """The vault cannot be made, opened, changed or restored as asked."""


class WrongPassphrase(VaultError):
    """The passphrase (or recovery code) does not open this vault."""


class TiedToLaptop(VaultError):
    """The passphrase slot needs a device secret that this machine does not have."""


class KeyringRefused(VaultError):
    """This computer's keyring is locked or does not keep what it is given."""


class VaultInUse(VaultError):
    """Another process has the vault open for writing."""


class DamagedVault(VaultError):
    """The vault's files do not verify."""


class FileProblem(KnownError):
    """A file could not be read or written as asked."""


class NothingToSend(KnownError):
    """The gate permits nothing, so there is no report."""
