"""The look of every state: a shape, a word and a tone, so that colour never speaks alone."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StateLook:
    """How a state is shown. `glyph` is a painted shape (`glyphs.PAINTED`) or an icon's name."""

    glyph: str
    word: str
    tone: str


CRITERION_STATES = {
    "met": StateLook("met", "Met – from records", "need"),
    "confirmed": StateLook("confirmed", "Confirmed by keyworker", "need"),
    "disagreed": StateLook("disagreed", "Keyworker disagrees", "mute"),
    "not_met": StateLook("not_met", "Not met", "mute"),
    "not_known": StateLook("not_known", "Not known", "mute"),
    "improved": StateLook("improved", "Improved and sustained", "good"),
}

CONSENT_STATES = {
    "given": StateLook("circle-check", "Given", "good"),
    "expires_soon": StateLook("hourglass", "Expires soon", "warn"),
    "some_given": StateLook("list-checks", "Some given", "info"),
    "refused": StateLook("ban", "Refused", "bad"),
    "withdrawn": StateLook("circle-arrow-left", "Withdrawn", "need"),
    "expired": StateLook("circle-x", "Expired", "bad"),
    "not_asked": StateLook("circle-dashed", "Not asked", "mute"),
    "informed": StateLook("circle-check", "Informed", "good"),
    "objected": StateLook("ban", "Objected", "bad"),
    "not_told": StateLook("circle-dashed", "Not told yet", "mute"),
}

LATE = StateLook("circle-alert", "Late", "bad")
SOON = StateLook("calendar-clock", "Due soon", "warn")
CARE = StateLook("triangle-alert", "Take care", "warn")
ELIGIBLE = StateLook("badge-check", "Eligible", "info")
NOT_YET = StateLook("circle-minus", "Not yet", "mute")
COMPLETE = StateLook("circle-check", "Evidence complete", "good")
OPEN = StateLook("circle", "Open", "info")
CLOSING = StateLook("door-open", "Closing", "good")
CLOSED = StateLook("lock", "Closed", "mute")


def criterion_key(
    state: str, *, confirmed: bool = False, disagreed: bool = False, improved: bool = False
) -> str:
    """The key of `CRITERION_STATES` for an effective state and what stands beside it.

    Improved shows first (it is where the family is now), then what the keyworker decided,
    then what the records say.
    """
    if improved:
        return "improved"
    if disagreed:
        return "disagreed"
    if confirmed:
        return "confirmed"
    return state
