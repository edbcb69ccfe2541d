"""The column `same_as`: FAMILY/PERSON, references that may hold a slash themselves."""

from __future__ import annotations

from collections.abc import Iterator


def splits(same_as: str) -> Iterator[tuple[str, str]]:
    """Every reading as (family, person): `A/B/C` is B/C of A, or C of A/B."""
    at = same_as.find("/")
    while at >= 0:
        family, person = same_as[:at].strip(), same_as[at + 1 :].strip()
        if family and person:
            yield family, person
        at = same_as.find("/", at + 1)
