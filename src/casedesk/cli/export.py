"""`casedesk export …`: the case workbook out."""

from __future__ import annotations

from pathlib import Path

import click

from casedesk.cli.absent import impact_study, subject_access
from casedesk.cli.options import VaultChoice, json_option, print_json, tell, vault_options
from casedesk.services import exporting


@click.group()
def export() -> None:
    """Write what the vault holds to a file."""


@export.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="FILE.xlsx, or a folder for CSV files.",
)
@json_option
@vault_options
def workbook(choice: VaultChoice, output: Path, as_json: bool) -> None:
    """Every case file as a case workbook, for the council itself."""
    with choice.session() as session:
        outcome = exporting.export_workbook(session, output)
    for warning in outcome.warnings:
        tell(f"Warning: {warning}")
    if as_json:
        print_json(outcome.as_dict())
        return
    click.echo(f"Wrote {outcome.families} families to {output}; it is in the sharing log.")


export.add_command(subject_access)
export.add_command(impact_study)
