"""Commands that are named in the documentation and come in a later version."""

from __future__ import annotations

from typing import NoReturn

import click

from casedesk.domain.errors import KnownError

ANYTHING = {"ignore_unknown_options": True, "allow_extra_args": True}


def _absent(name: str, summary: str) -> click.Command:
    @click.command(name, context_settings=ANYTHING, help=f"{summary} (not in this version).")
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def command(arguments: tuple[str, ...]) -> NoReturn:
        raise KnownError(f"“{name}” is not in this version of CaseDesk.")

    return command


subject_access = _absent("subject-access", "Everything about one person")
impact_study = _absent("impact-study", "The National Impact Study extract")
team_report = _absent("team", "The team report")
claim_report = _absent("claim", "The claim evidence report")
