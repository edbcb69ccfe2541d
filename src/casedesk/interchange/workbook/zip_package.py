"""A zip file read so that no file can hurt: sizes counted, nothing unpacked to disk.

Only parts asked for by name are read; names that point elsewhere are never followed
(docs/interchange.md, Limits).
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from casedesk.domain.errors import FileProblem
from casedesk.interchange.workbook.raw import MOST_BYTES

_CHUNK = 8 * 1024 * 1024
"""Large, because expat looks again at an unfinished token with every piece it gets."""

_MOST_DIRECTORY = 4 * 1024 * 1024
_END = b"PK\x05\x06"
_END_SIZE = 22
_LONGEST_COMMENT = 65_535
_UNKNOWN_SIZE = 0xFFFFFFFF
_ENCRYPTED = 0x1
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    OSError,
)
"""What the standard library raises for a zip file that is damaged or lies."""


class ZipPackage:
    """The parts of a zip file by name, whatever their case.

    Raises `FileProblem` when it is opened or read and is damaged, encrypted or larger than
    100 MiB unpacked. Use as a context manager.
    """

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self._unpacked = 0
        self._file: BinaryIO = path.open("rb")
        try:
            self._refuse_long_directory()
            self._zip = zipfile.ZipFile(self._file)
            self._parts = {info.filename.casefold(): info for info in self._zip.infolist()}
            if sum(info.file_size for info in self._zip.infolist()) > MOST_BYTES:
                raise self._too_large()
        except DAMAGE as error:
            self._file.close()
            raise self.damaged() from error
        except FileProblem:
            self._file.close()
            raise

    def __enter__(self) -> ZipPackage:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()
        self._file.close()

    def __contains__(self, part: str) -> bool:
        return part.casefold() in self._parts

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece. Raises `FileProblem`."""
        info = self._parts.get(part.casefold())
        if info is None:
            raise self.damaged()
        if info.flag_bits & _ENCRYPTED:
            raise FileProblem(
                f"“{self.name}” is protected by a password; save it without one and try again."
            )
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise self.damaged()
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    self._unpacked += len(chunk)
                    if self._unpacked > MOST_BYTES:
                        raise self._too_large()
                    yield chunk
        except DAMAGE as error:
            raise self.damaged() from error

    def damaged(self) -> FileProblem:
        """The sentence for a file that is not what it says."""
        return FileProblem(
            f"“{self.name}” is damaged or is not an Excel workbook; open it in a spreadsheet "
            "program, save it as .xlsx and try again."
        )

    def _too_large(self) -> FileProblem:
        return FileProblem(
            f"“{self.name}” is larger than 100 MiB unpacked; split it into several workbooks "
            "and import them one after another."
        )

    def _refuse_long_directory(self) -> None:
        """Look at the size of the list of parts before the standard library reads it whole."""
        size = self._file.seek(0, 2)
        if size > MOST_BYTES:
            raise self._too_large()
        tail_from = max(0, size - _END_SIZE - _LONGEST_COMMENT)
        self._file.seek(tail_from)
        tail = self._file.read()
        self._file.seek(0)
        at = len(tail) - _END_SIZE if tail[-_END_SIZE:-18] == _END else tail.rfind(_END)
        if at < 0 or len(tail) - at < _END_SIZE:
            raise self.damaged()
        (directory,) = struct.unpack_from("<L", tail, at + 12)
        if directory == _UNKNOWN_SIZE:
            # The large form keeps its sizes in a record just before; a workbook within the
            # limit seldom needs it, but some programs write it always.
            large = tail.rfind(b"PK\x06\x06", 0, at)
            if large < 0 or len(tail) - large < 48:
                raise self.damaged()
            (directory,) = struct.unpack_from("<Q", tail, large + 40)
        if directory > _MOST_DIRECTORY:
            raise self.damaged()
