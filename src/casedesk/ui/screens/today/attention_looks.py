"""The sign and tone of each kind of thing that needs attention: a shape beside its words."""

from __future__ import annotations

from casedesk.domain.views.today import SOON, AttentionItem
from casedesk.ui.widgets.states import StateLook

_SIGNS = {
    "consent": ("hourglass", "warn"),
    "draft": ("history", "info"),
    "changed": ("clipboard-check", "info"),
    "not_known": ("circle-question-mark", "mute"),
    "alert": ("triangle-alert", "warn"),
    "safe_contact": ("phone", "warn"),
}
_LATE = ("circle-alert", "bad")
_SOON = ("calendar-clock", "warn")


def look_of(item: AttentionItem) -> StateLook:
    """Late is red with its own sign; due soon amber; the rest by what it is."""
    if item.late:
        icon, tone = _LATE
    elif item.group == SOON and item.kind not in _SIGNS:
        icon, tone = _SOON
    else:
        icon, tone = _SIGNS.get(item.kind, _SOON)
    return StateLook(icon, item.label, tone)
