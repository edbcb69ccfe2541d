"""`casedesk criteria`: which programme criteria families meet, and why."""

from __future__ import annotations

from datetime import date

import click

from casedesk.cli.options import DAY, VaultChoice, json_option, print_json, vault_options
from casedesk.cli.tables import criteria_lines
from casedesk.domain.errors import UsageError
from casedesk.services.criteria import criteria_of_all, criteria_of_family


@click.command()
@click.argument("ref", required=False)
@click.option("--all", "everyone", is_flag=True, help="Every family, closed ones too.")
@click.option("--as-at", type=DAY, help="The day to look at; today unless given.")
@click.option("--programme", help="Id of a programme pack; the family's own unless given.")
@json_option
@vault_options
def criteria(
    choice: VaultChoice,
    ref: str | None,
    everyone: bool,
    as_at: date | None,
    programme: str | None,
    as_json: bool,
) -> None:
    """Show the criteria of one family (REF), or of --all."""
    if bool(ref) == everyone:
        raise UsageError("Name one family, or give --all for every family.")
    with choice.session() as session:
        results = (
            criteria_of_all(session, as_at=as_at, programme=programme)
            if everyone
            else [criteria_of_family(session, str(ref), as_at=as_at, programme=programme)]
        )
        for result in results:
            if as_json:
                print_json(result.as_dict())
            else:
                click.echo("\n".join(criteria_lines(result)))
