"""What a visit of the week is marked with, in the columns and in the list alike."""

from __future__ import annotations

from casedesk.domain.views.diary import VisitLine


def sign_of(visit: VisitLine) -> tuple[str, str, str]:
    """Icon, words and tone of the last line of a visit; nothing where there is none."""
    if visit.done:
        return "circle-check", "Written up", "good"
    return ("triangle-alert", visit.alert, "warn") if visit.alert else ("", "", "mute")
