"""The program's log: codes and numbers, never words from a case.

A line is an instant, a level, a code, and numbers or marks made for the log. Text is not taken
at all, so a name cannot get in by mistake; of an error its type and the place in our own code
are kept, not its message, which may quote what somebody typed.
"""

from __future__ import annotations

import logging
import os
import re
import secrets
import time
import traceback
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from casedesk.domain.errors import FileProblem

FILE_NAME = "casedesk.log"
MOST_BYTES = 512 * 1024
KEPT_FILES = 3
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_CODE = re.compile(r"[a-z][a-z0-9]*([.-][a-z0-9]+)*")
_PACKAGE = Path(__file__).resolve().parent.parent


class _PrivateHandler(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
        return os.fdopen(handle, "a", encoding="utf-8")


class AppLog:
    """A rotating log in `folder`, which is made private. Raises `FileProblem`."""

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._handler = _PrivateHandler(
                folder / FILE_NAME, maxBytes=MOST_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
            )
        except OSError as error:
            raise FileProblem(
                f"The log folder {folder} cannot be used ({error.strerror}): check that you may "
                "write to it."
            ) from error
        formatter = logging.Formatter("%(asctime)s.%(msecs)03dZ %(levelname)s %(message)s")
        formatter.datefmt = "%Y-%m-%dT%H:%M:%S"
        formatter.converter = time.gmtime
        self._handler.setFormatter(formatter)

    def event(self, code: str, **numbers: int) -> None:
        """Writes that something happened: a code such as `vault.unlocked`, and numbers.

        Raises `ValueError` for a code or a number that is not one: nothing else may get in.
        """
        self._write(logging.INFO, code, numbers)

    def bug(self, error: BaseException) -> str:
        """Writes where our code went wrong; returns the reference to show with the apology."""
        reference = secrets.token_hex(4)
        kind = re.sub(r"[^A-Za-z0-9_.]", "", type(error).__qualname__)[:60]
        self._emit(
            logging.ERROR,
            f"bug reference={reference} type={kind} at={_places(error.__traceback__)}",
        )
        return reference

    def close(self) -> None:
        """Closes the file."""
        self._handler.close()

    def _write(self, level: int, code: str, numbers: dict[str, int]) -> None:
        if not _CODE.fullmatch(code):
            raise ValueError("a log code is lower-case words joined by dots or hyphens")
        if any(not isinstance(value, int) for value in numbers.values()):
            raise ValueError("the log takes numbers only")
        parts = (f"{name}={int(value)}" for name, value in numbers.items())
        self._emit(level, " ".join((code, *parts)))

    def _emit(self, level: int, line: str) -> None:
        self._handler.handle(logging.LogRecord("casedesk", level, "", 0, line, None, None))


def _places(trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    ours = []
    for frame in frames:
        path = Path(frame.filename)
        if path.is_relative_to(_PACKAGE):
            ours.append(f"{path.relative_to(_PACKAGE).as_posix()}:{frame.lineno}")
    return ">".join(ours[-8:]) or "elsewhere"
