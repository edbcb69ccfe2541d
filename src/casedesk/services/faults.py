"""A bug of ours: a reference for the user, and where it happened for the log."""

from __future__ import annotations

import secrets

from casedesk.domain.errors import FileProblem
from casedesk.system.logs import AppLog
from casedesk.system.paths import log_folder


def record_fault(error: BaseException) -> str:
    """Log the type of `error` and where it was raised; returns a reference to quote.

    The message of an error may hold case text, so it is not kept.
    """
    try:
        log = AppLog(log_folder())
    except FileProblem:
        return secrets.token_hex(4)
    try:
        return log.bug(error)
    finally:
        log.close()
