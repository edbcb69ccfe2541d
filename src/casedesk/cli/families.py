"""`casedesk families`: one line a family."""

from __future__ import annotations

import click

from casedesk.cli.options import VaultChoice, json_option, print_json, vault_options
from casedesk.services.families import list_families


@click.command()
@json_option
@vault_options
def families(choice: VaultChoice, as_json: bool) -> None:
    """List the families, one a line, in order of reference."""
    with choice.session() as session:
        for row in list_families(session):
            if as_json:
                print_json(row.as_dict())
            else:
                click.echo(row.line())
