"""What the database's own constraints refuse, as sentences for people."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError

from casedesk.domain.errors import InvalidRecord

_UNIQUE = {
    "families.ref": "Another family already has this reference: give the family a different one.",
    "memberships.family_id, memberships.person_id": (
        "This person is already a member of the family: change that membership instead."
    ),
    "involvements.family_id": (
        "The family already has a current involvement: make that one not current first."
    ),
    "addresses.family_id": (
        "The family already has a current address: make that one not current first."
    ),
}
_SAME_REF = (
    "Another record of this family already has this reference: give this one a different one."
)
_SAVED_BEFORE = "The record was saved before: open it again and change it instead."
_NOT_THERE = (
    "The record names a family, person, goal or document that is not in the vault, or others "
    "still refer to it: save what it names first, or remove what refers to it."
)
_BLANK = "A field that must be filled in is blank ({}): fill it in."
_NOT_LISTED = "A field holds a value that is not allowed ({}): choose one of those listed."


def refusal(error: IntegrityError) -> InvalidRecord:
    """The plain sentence for a broken constraint."""
    said, _, about = str(error.orig).partition(": ")
    if said.startswith("FOREIGN KEY"):
        return InvalidRecord(_NOT_THERE)
    if said.startswith("NOT NULL"):
        return InvalidRecord(_BLANK.format(about.partition(".")[2]))
    if said.startswith("CHECK"):
        return InvalidRecord(_NOT_LISTED.format(about.rpartition("_")[2]))
    if about in _UNIQUE:
        return InvalidRecord(_UNIQUE[about])
    return InvalidRecord(_SAME_REF if about.endswith(".ref") else _SAVED_BEFORE)
