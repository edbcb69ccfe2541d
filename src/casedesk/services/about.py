"""What this CaseDesk is made of: versions and licences, for the About page and for support."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from functools import cache
from importlib import metadata

from casedesk import __version__
from casedesk.storage.engine import require_cipher, sqlite_version

PARTS = (
    ("SQLCipher", "sqlcipher3", "BSD 3-clause"),
    ("Qt for Python", "PySide6-Essentials", "LGPL 3"),
    ("SQLAlchemy", "sqlalchemy", "MIT"),
    ("cryptography", "cryptography", "Apache 2.0 or BSD 3-clause"),
    ("ReportLab", "reportlab", "BSD 3-clause"),
    ("Inter and Inter Display typefaces", "", "SIL Open Font Licence 1.1"),
    ("Lucide icons", "", "ISC"),
)
"""Name, the package it comes in, and its licence."""


@dataclass(frozen=True)
class Part:
    """Something CaseDesk is built on; `version` is "" where it has none of its own."""

    name: str
    version: str
    licence: str


def program_version() -> str:
    """CaseDesk's own version, and the system it runs on."""
    return f"CaseDesk {__version__}, Python {platform.python_version()}, {platform.system()}"


@cache
def cipher_version() -> str:
    """The cipher's version, such as 4.19.0. Raises `VaultError` without a cipher."""
    return require_cipher().split(" ", maxsplit=1)[0]


@cache
def engine_version() -> str:
    """SQLite's version under the cipher."""
    return sqlite_version()


def parts() -> tuple[Part, ...]:
    """What CaseDesk is built on, with licences."""
    return tuple(Part(name, _version(package), licence) for name, package, licence in PARTS)


def _version(package: str) -> str:
    if not package:
        return ""
    if package == "sqlcipher3":
        return cipher_version()
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""
