"""`casedesk import` and `casedesk workbook-template`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from casedesk.cli.options import (
    VaultChoice,
    json_option,
    print_json,
    tell,
    today_option,
    vault_options,
)
from casedesk.services import exporting, importing


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would happen and change nothing.")
@json_option
@vault_options
def import_file(choice: VaultChoice, file: Path, dry_run: bool, as_json: bool) -> None:
    """Read a case workbook (XLSX or CSV folder) or a children in need census file."""
    importing.check_readable(file)
    with choice.session() as session:
        outcome = importing.import_file(session, file, dry_run=dry_run)
    if as_json:
        print_json(outcome.as_dict())
    else:
        for line in outcome.lines():
            click.echo(line)
        for warning in outcome.warnings:
            tell(f"Warning: {warning}")
        for error in outcome.errors:
            tell(f"Error: {error}")
    outcome.raise_if_wrong()


@click.command("workbook-template")
@click.argument("file", type=click.Path(path_type=Path))
@today_option
def workbook_template(file: Path, today: date | None) -> None:
    """Write an empty case workbook with headings, notes and drop-down lists."""
    exporting.write_template(file, today)
    click.echo(f"Wrote {file}.")
