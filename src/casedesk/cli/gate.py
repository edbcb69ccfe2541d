"""`casedesk gate`: what may and may not be shared."""

from __future__ import annotations

from datetime import date

import click

from casedesk.cli.options import DAY, VaultChoice, json_option, print_json, vault_options
from casedesk.cli.tables import gate_lines
from casedesk.services.sharing import ask_gate


@click.command()
@click.argument("ref")
@click.option("--for", "recipient", required=True, help="Recipient, or kind/organisation.")
@click.option("--purpose", required=True, help="support, identify, evaluate or refer.")
@click.option("--as-at", type=DAY, help="The day to look at; today unless given.")
@click.option("--reader", help="Reference of the person who reads it, for the family.")
@json_option
@vault_options
def gate(
    choice: VaultChoice,
    ref: str,
    recipient: str,
    purpose: str,
    as_at: date | None,
    reader: str | None,
    as_json: bool,
) -> None:
    """Say, item by item, what may go to a recipient and what may not, and why."""
    with choice.session() as session:
        result = ask_gate(
            session, ref, recipient=recipient, purpose=purpose, as_at=as_at, reader=reader
        )
    if as_json:
        print_json(result.as_dict())
    else:
        click.echo("\n".join(gate_lines(result)))
