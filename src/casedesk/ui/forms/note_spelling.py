"""The spelling of notes about one family, for whatever form they are written in."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from casedesk.services.spelling import (
    add_personal_word,
    check_spelling,
    known_words,
    make_ready,
    suggestions_for,
)
from casedesk.ui.desk import Desk
from casedesk.ui.writing.spelling import Spelling


def spelling_for(desk: Desk, owner: QObject, ref: str) -> Spelling:
    """Names of the family with this reference, and of whoever works with it, count as known.

    It lives as long as `owner`; one can serve several editors.
    """
    session = desk.session
    desk.jobs.read(owner, make_ready, lambda _: None, lambda _: None)
    return Spelling(
        read=desk.jobs.read,
        write=desk.jobs.write,
        known=partial(known_words, session, ref),
        check=check_spelling,
        suggest=suggestions_for,
        add=partial(add_personal_word, session),
        parent=owner,
    )
