"""The words that generated passphrases are made of."""

from __future__ import annotations

from functools import cache

from casedesk.domain.errors import FileProblem
from casedesk.system.resources import resources_folder

FILE_NAME = "wordlist.txt"


@cache
def shipped_words() -> tuple[str, ...]:
    """The words that come with the program. Raises `FileProblem` when they are missing.

    One a line; blank lines and lines that begin with # are left out.
    """
    try:
        lines = (resources_folder() / FILE_NAME).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise FileProblem(
            "CaseDesk's own files are missing from this installation; install it again."
        ) from error
    return tuple(word for line in lines if (word := line.strip()) and not word.startswith("#"))
