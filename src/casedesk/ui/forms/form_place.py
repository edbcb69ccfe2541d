"""Which form it is: in words, for its draft, and where it opens again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from casedesk.services.drafts import DraftKey


@dataclass(frozen=True)
class FormPlace:
    """`page` with `args` opens it again; see `Desk.navigate`."""

    key: DraftKey
    title: str
    page: str
    args: Mapping[str, str] = field(default_factory=dict)


def place_in_family(
    ref: str, tab: str, form: str, record: str, title: str, /, **args: str
) -> FormPlace:
    """A form of a family's tab, which opens it when it is shown with `form` and `args`."""
    where = {"family": ref, "tab": tab, "form": form, **args}
    return FormPlace(DraftKey(f"{tab}/{form}", ref, record), title, "family", where)
