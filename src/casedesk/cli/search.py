"""`casedesk search`: the same search as the window."""

from __future__ import annotations

import click

from casedesk.cli.options import VaultChoice, json_option, print_json, vault_options
from casedesk.services.search import search_everything


@click.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=50, show_default=True)
@json_option
@vault_options
def search(choice: VaultChoice, text: str, limit: int, as_json: bool) -> None:
    """Search names, references, identifiers, addresses, phones and notes."""
    with choice.session() as session:
        hits = search_everything(session, text, limit=limit)
    for hit in hits:
        if as_json:
            print_json(hit.as_dict())
        else:
            click.echo(hit.line())
    if not hits and not as_json:
        click.echo(f"Nothing matches “{text}”.")
